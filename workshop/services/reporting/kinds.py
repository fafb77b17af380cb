"""The one list of kinds of reports: what each is about, how it is gathered, where it is built.

Window, command and tests share it. ReportLab is imported when a report is built and not before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any, cast
from uuid import UUID

from workshop.language import Message, mark
from workshop.models.errors import InputError, NotFoundError
from workshop.models.records.report_options import (
    CALL_AGAIN_YEARS,
    KEPT_YEARS,
    LEAST_SESSIONS,
    AttachedFile,
    NumberChoice,
    ReportOptions,
    Section,
)
from workshop.services.keeping.library import Library
from workshop.services.reporting import extracts, projects, room, sessions
from workshop.services.reporting.build import Build


class Subject(StrEnum):
    """What a report is about."""

    SESSION = "session"
    PROJECT = "project"
    PHASE = "phase"
    POLL = "poll"
    SERVICE = "service"
    DEPARTMENT = "department"
    THEME = "theme"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Target:
    """What one report is about: always a project, of a session where one is meant.

    `of` is the phase, poll, service or theme by id, the department by name, the participant by number.
    """

    project_id: UUID
    session_id: UUID | None = None
    of: UUID | str | int | None = None


Gather = Callable[[Library, Target, ReportOptions], Any]
Builder = Callable[[Any, ReportOptions, Sequence[AttachedFile]], Build]


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A kind of report.

    `whole` says that without `of` it covers everything of the project (or session). `in_two_languages` may stand in two
    languages side by side. `on_paper_only` is to be filled in or worn and has no data inside the file. `carries_names` can name
    people, where that is wanted. `numbers` are those that can be chosen.
    """

    name: str
    title: Message
    about: Subject
    gather: Gather
    sections: tuple[Section, ...] = ()
    whole: bool = False
    in_two_languages: bool = False
    on_paper_only: bool = False
    carries_names: bool = False
    numbers: tuple[NumberChoice, ...] = ()

    def build(self, record: Any, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
        """Build its PDF: yields progress from 0 to 1 and returns the bytes."""
        module = import_module(f"workshop.reports.kinds.{self.name.replace('-', '_')}")
        return cast(Builder, module.build)(record, options, files)


def _session(target: Target) -> UUID:
    if target.session_id is None:
        raise InputError(mark("This kind of report is about one session. Name the session."))
    return target.session_id


def _named(target: Target, message: Message) -> UUID:
    if not isinstance(target.of, UUID):
        raise InputError(message)
    return target.of


def _phase(library: Library, target: Target, options: ReportOptions) -> Any:
    phase_id = _named(target, mark("This kind of report is about one phase. Name the phase."))
    return projects.gather_phase_report(library, project_id=target.project_id, phase_id=phase_id, options=options)


def _evaluation(library: Library, target: Target, options: ReportOptions) -> Any:
    service_id = _named(target, mark("This kind of report is about one service. Name the service."))
    return extracts.gather_evaluation_report(
        library, project_id=target.project_id, service_id=service_id, options=options
    )


def _brief(library: Library, target: Target, options: ReportOptions) -> Any:
    theme_id = _named(target, mark("This kind of report is about one theme. Name the theme."))
    return extracts.gather_challenge_brief(library, project_id=target.project_id, theme_id=theme_id, options=options)


def _poll(target: Target) -> UUID:
    return _named(target, mark("This kind of report is about one vote. Name the vote."))


def _department(library: Library, target: Target, _options: ReportOptions) -> Any:
    department = target.of if isinstance(target.of, str) else None
    return extracts.gather_department_report(library, project_id=target.project_id, department=department)


def _certificates(library: Library, target: Target, options: ReportOptions) -> Any:
    return room.gather_certificates(
        library, project_id=target.project_id, session_id=target.session_id, options=options,
        number=target.of if isinstance(target.of, int) else None,
    )  # fmt: skip


S = Section
_FIELD = (S.INDICATORS, S.PILOTS, S.OBSERVATIONS)
_CLOSING = (S.PRIVACY, S.SIGNATURES)

KINDS: tuple[ReportKind, ...] = (
    ReportKind(
        "session", mark("Session report"), Subject.SESSION,
        lambda library, target, options: sessions.gather_session_report(
            library, session_id=_session(target), options=options
        ),
        (S.GLANCE, S.PURPOSE, S.ATTENDANCE, S.AGENDA, S.IDEAS, S.NOTES, S.ISSUES, S.PROPOSALS, S.PHOTOS, S.VOTES, S.EVALUATION,
         S.DECISIONS, S.FOLLOW_UPS, S.TOLD, *_CLOSING),
    ),
    ReportKind(
        "phase", mark("Phase report"), Subject.PHASE, _phase,
        (S.GLANCE, S.PHASES, S.THEMES, S.VOTES, S.SERVICES, S.EVALUATION, S.CHANGES, *_FIELD, S.DECISIONS, S.FOLLOW_UPS, S.TOLD,
         *_CLOSING),
    ),
    ReportKind(
        "project", mark("Project report"), Subject.PROJECT,
        lambda library, target, options: projects.gather_project_report(
            library, project_id=target.project_id, options=options
        ),
        (S.GLANCE, S.PHASES, S.RETENTION, S.SERVICES, S.THEMES, S.VOTES, S.EVALUATION, S.CHANGES, S.TYPES, S.TRENDS, *_FIELD,
         S.DECISIONS, S.FOLLOW_UPS, S.TOLD, *_CLOSING),
    ),
    ReportKind(
        "poll", mark("Vote result on one page"), Subject.POLL,
        lambda library, target, _options: sessions.gather_poll_sheet(library, poll_id=_poll(target)),
        (S.DECISIONS, S.SIGNATURES),
    ),
    ReportKind(
        "evaluation", mark("Evaluation report of a service"), Subject.SERVICE, _evaluation,
        (S.GLANCE, S.CHANGES, *_FIELD, S.EVALUATION, S.PHOTOS, *_CLOSING),
    ),
    ReportKind(
        "attendance", mark("Attendance list to sign"), Subject.SESSION,
        lambda library, target, options: room.gather_attendance_list(
            library, session_id=_session(target), options=options
        ),
        in_two_languages=True, on_paper_only=True, carries_names=True,
    ),
    ReportKind(
        "name-tags", mark("Name tags"), Subject.SESSION,
        lambda library, target, options: room.gather_name_tags(library, session_id=_session(target), options=options),
        in_two_languages=True, on_paper_only=True, carries_names=True,
    ),
    ReportKind(
        "consent", mark("Consent forms"), Subject.PROJECT,
        lambda library, target, _options: room.gather_consent_forms(library, project_id=target.project_id),
        in_two_languages=True, on_paper_only=True, numbers=(KEPT_YEARS, CALL_AGAIN_YEARS),
    ),
    ReportKind(
        "handout", mark("Handout of the running order"), Subject.SESSION,
        lambda library, target, _options: room.gather_agenda_handout(library, session_id=_session(target)),
        in_two_languages=True, on_paper_only=True,
    ),
    ReportKind(
        "ballots", mark("Paper ballots"), Subject.POLL,
        lambda library, target, _options: room.gather_ballot_papers(library, poll_id=_poll(target)),
        in_two_languages=True, on_paper_only=True,
    ),
    ReportKind(
        "department", mark("Follow-ups by department"), Subject.DEPARTMENT, _department, (S.PRIVACY,), whole=True,
    ),
    ReportKind(
        "brief", mark("Challenge brief for companies"), Subject.THEME, _brief,
        (S.GLANCE, S.ISSUES, S.IDEAS, S.PHOTOS, S.VOTES, S.NOTES, S.PROPOSALS, S.DECISIONS, S.PRIVACY),
    ),
    ReportKind(
        "certificate", mark("Certificate of participation"), Subject.PARTICIPANT, _certificates, whole=True,
        in_two_languages=True, on_paper_only=True, carries_names=True, numbers=(LEAST_SESSIONS,),
    ),
)  # fmt: skip


def kind_of(name: str) -> ReportKind:
    """The kind of a name; raises NotFoundError."""
    found = next((kind for kind in KINDS if kind.name == name), None)
    if found is None:
        raise NotFoundError(mark("There is no kind of report called “{name}”.", name=name))
    return found
