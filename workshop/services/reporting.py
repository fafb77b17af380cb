"""Reports: everything of a session or project gathered into one record, built as a PDF, written to a file.

ReportLab is imported only when a report is built.
"""

import errno
import hashlib
import json
from collections.abc import Generator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

from workshop.files import replace_file
from workshop.language import Language, mark
from workshop.models.enums import AgeBand, Channel, FormState, Gender, PollState, Presence, Sector
from workshop.models.errors import FullDiskError, WorkshopError
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.people import AttendanceRecord
from workshop.models.records.projects import PhaseRecord
from workshop.models.records.reports import (
    AttendanceCounts,
    FormReport,
    PhaseSummary,
    PollReport,
    ProjectReport,
    SessionReport,
    SessionSummary,
    add_up_small,
    count_words,
    join_neighbours,
)
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollRecord
from workshop.services.answers import form_result, service_changes
from workshop.services.attendance import list_attendance
from workshop.services.city_services import list_services
from workshop.services.evaluations import list_forms
from workshop.services.follow_ups import list_follow_ups
from workshop.services.ideas import idea_board
from workshop.services.lab_sessions import list_sessions, session_plan
from workshop.services.library import Library
from workshop.services.phases import list_phases, list_support_items
from workshop.services.polls import list_polls
from workshop.services.project_figures import project_figures
from workshop.services.projects import get_project
from workshop.services.voting import poll_result

Progress = float
"""How far a build is, from 0 to 1."""

Build = Generator[Progress, None, bytes]
"""Yields progress and returns the PDF."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def session_report(library: Library, *, session_id: UUID, language: Language) -> Build:
    """Build the report of a session as a PDF; raises NotFoundError."""
    record = gather_session_report(library, session_id=session_id)
    from workshop.reports import session_report as report

    return (yield from report.build(record, language))


def project_report(library: Library, *, project_id: UUID, language: Language) -> Build:
    """Build the report of a project as a PDF; raises NotFoundError."""
    record = gather_project_report(library, project_id=project_id)
    from workshop.reports import project_report as report

    return (yield from report.build(record, language))


def finished(work: Build) -> bytes:
    """Run a build to its end without looking at its progress."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def write_report(path: Path, content: bytes) -> None:
    """Put a report in its place whole or not at all; raises WorkshopError with one plain sentence."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise _file_fault(error, path) from error


def gather_session_report(library: Library, *, session_id: UUID) -> SessionReport:
    """Everything of a session as of now, without names and authors; raises NotFoundError."""
    plan = session_plan(library, session_id=session_id)
    session = plan.session
    phases = list_phases(library, project_id=session.project_id)
    board = idea_board(library, session_id=session_id)
    used = {idea.theme_id for idea in board.ideas}
    record = SessionReport(
        project=get_project(library, project_id=session.project_id),
        phase=next(phase for phase in phases if phase.id == session.phase_id),
        session=session,
        activities=plan.activities,
        attendance=count_attendance(list_attendance(library, session_id=session_id)),
        board=replace(
            board,
            themes=tuple(theme for theme in board.themes if theme.id in used),
            ideas=tuple(replace(idea, author=None) for idea in board.ideas),
        ),
        polls=_polls(library, list_polls(library, session_id=session_id)),
        forms=_forms(library, list_forms(library, session_id=session_id)),
        follow_ups=list_follow_ups(library, session_id=session_id),
        utc_offset=_utc_offset_of(session, library),
        checksum="",
    )
    return replace(record, checksum=hashlib.sha256(report_data(record)).hexdigest())


def gather_project_report(library: Library, *, project_id: UUID) -> ProjectReport:
    """Everything of a project as of today, without names and authors; raises NotFoundError."""
    project = get_project(library, project_id=project_id)
    sessions = [line.session for line in list_sessions(library, project_id=project_id)]
    board = idea_board(library, project_id=project_id)
    today = library.today()
    record = ProjectReport(
        project=project,
        document_number=f"{project.document_prefix}-{(project.starts_on or today).year}-R",
        as_of=today,
        figures=project_figures(library, project_id=project_id),
        phases=tuple(_phase(library, phase, sessions) for phase in list_phases(library, project_id=project_id)),
        services=list_services(library, project_id=project_id),
        board=replace(board, ideas=tuple(replace(idea, author=None) for idea in board.ideas)),
        changes=service_changes(library, project_id=project_id),
        follow_ups=list_follow_ups(library, project_id=project_id),
        utc_offset=_utc_offset(library.now()),
        checksum="",
    )
    return replace(record, checksum=hashlib.sha256(report_data(record)).hexdigest())


def report_data(record: SessionReport | ProjectReport) -> bytes:
    """The data of a report as canonical JSON: keys in order, moments in UTC, nothing that depends on the laptop."""
    values = asdict(record)
    del values["utc_offset"], values["checksum"]
    return json.dumps(values, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def count_attendance(lines: tuple[AttendanceRecord, ...]) -> AttendanceCounts:
    """Attendance in numbers, with what describes persons added up where few share it."""
    came = [line for line in lines if line.presence is not Presence.EXPECTED]
    people = [line.participant for line in came]
    ages = count_words((person.age_band for person in people), AgeBand)
    genders = count_words((person.gender for person in people), Gender)
    return AttendanceCounts(
        expected=len(lines) - len(came),
        present=sum(line.presence is Presence.PRESENT for line in came),
        left_early=sum(line.presence is Presence.LEFT for line in came),
        by_sector=count_words((person.sector for person in people), Sector),
        by_channel=count_words((line.channel for line in came), Channel),
        by_age=join_neighbours(ages),
        by_gender=add_up_small(genders) if any(line.word for line in genders) else (),
    )


def _phase(library: Library, phase: PhaseRecord, sessions: list[LabSessionRecord]) -> PhaseSummary:
    return PhaseSummary(
        phase,
        list_support_items(library, phase_id=phase.id),
        tuple(_summary(library, session) for session in sessions if session.phase_id == phase.id),
    )


def _summary(library: Library, session: LabSessionRecord) -> SessionSummary:
    attendance = list_attendance(library, session_id=session.id)
    return SessionSummary(
        session=session,
        attended=sum(line.presence is not Presence.EXPECTED for line in attendance),
        ideas=len(idea_board(library, session_id=session.id).ideas),
        polls=_polls(library, list_polls(library, session_id=session.id)),
        forms=_forms(library, list_forms(library, session_id=session.id)),
        follow_ups=len(list_follow_ups(library, session_id=session.id)),
    )


def _polls(library: Library, polls: tuple[PollRecord, ...]) -> tuple[PollReport, ...]:
    """Polls that have been opened, with the result of those that are closed."""
    closed = {PollState.CLOSED, PollState.REVEALED}
    return tuple(
        PollReport(poll, poll_result(library, poll_id=poll.id) if poll.state in closed else None)
        for poll in polls
        if poll.state is not PollState.DRAFT
    )


def _forms(library: Library, forms: tuple[FormRecord, ...]) -> tuple[FormReport, ...]:
    """Forms that have been opened, with the result of those that are closed."""
    return tuple(
        FormReport(form, form_result(library, form_id=form.id) if form.state is FormState.CLOSED else None)
        for form in forms
        if form.state is not FormState.DRAFT
    )


def _utc_offset_of(session: LabSessionRecord, library: Library) -> int:
    """How far the clock of the session's room was ahead of UTC, in minutes.

    That is the laptop's clock. A laptop that runs on UTC itself (a server, a container) knows no zone of the room; there
    the planned start says it, which is kept as the time on the wall.
    """
    moment = session.opened_at or library.now()
    offset = _utc_offset(moment)
    if offset or session.opened_at is None or session.on is None or session.starts_at is None:
        return offset
    planned = datetime.combine(session.on, session.starts_at, tzinfo=UTC)
    ahead = round((planned - session.opened_at).total_seconds() / 1800) * 30
    return ahead if abs(ahead) <= 14 * 60 else 0


def _utc_offset(moment: datetime) -> int:
    """How far the laptop's clock is ahead of UTC at a moment, in minutes."""
    offset = moment.astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value)} is not data of a report")


def _file_fault(error: OSError, path: Path) -> WorkshopError:
    if error.errno in _FULL:
        return FullDiskError(mark("There is no room left for {file}. Free some space, then try again.", file=path.name))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return WorkshopError(mark("The folder {folder} is not there. Please choose another.", folder=str(path.parent)))
    return WorkshopError(
        mark("{file} cannot be saved in {folder}. Please choose a folder where you may save files.", file=path.name,
             folder=str(path.parent))
    )  # fmt: skip
