"""Who goes on taking part: came back, became an operator, wants to be called again.

Nothing of it is kept by itself. It follows from attendance, from shifts in the field and from consents.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.methods.statistics import groups_to_show
from workshop.models.enums import ConsentPurpose, Presence, SessionState
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.reports import SMALLEST_CELL, is_small
from workshop.models.records.retention import MoveCount, MoveRecord, RetentionCounts, RetentionRecord
from workshop.models.tables.observations import FieldShift
from workshop.models.tables.people import Attendance, Consent, Participant
from workshop.models.tables.projects import CityService
from workshop.models.tables.sessions import LabSession
from workshop.services.keeping.library import Library

_Shift = tuple[datetime, UUID, str]  # when it began, and of which service


def project_retention(library: Library, *, project_id: UUID) -> RetentionRecord:
    """Who goes on in a project, as of now."""
    with library.read() as rows:
        visits = visits_of(rows, project_id)
        return RetentionRecord(
            attended=len(visits),
            returning=sum(count > 1 for count in visits),
            moves=_moves(rows, project_id, library.now()),
            call_again=_call_again(rows, project_id),
        )


def visits_of(rows: Session, project_id: UUID) -> list[int]:
    """How many sessions each participant came to, for those who came at all."""
    counted = (
        select(func.count())
        .select_from(Attendance)
        .join(LabSession, LabSession.id == Attendance.lab_session_id)
        .where(LabSession.project_id == project_id, LabSession.state != SessionState.DRAFT)
        .where(Attendance.presence != Presence.EXPECTED)
        .group_by(Attendance.participant_id)
    )
    return list(rows.scalars(counted))


def told_retention(retention: RetentionRecord, options: ReportOptions) -> RetentionCounts:
    """Retention for a report: numbers below five are held back unless they are wanted, and so is where so few came from."""
    ways = Counter((move.session_id, move.service_id) for move in retention.moves)
    moved, call_again = (_told(len(each), options) for each in (retention.moves, retention.call_again))
    if moved is None:
        ways.clear()
    shown = _shown(ways) if options.suppress_small else set(ways)
    counts = {
        way: MoveCount(move.session_title, move.session_opened_at, move.service_title, ways[way])
        for move in sorted(retention.moves, key=lambda move: (move.session_opened_at, move.service_title))
        if (way := (move.session_id, move.service_id)) in shown
    }
    return RetentionCounts(
        attended=retention.attended,
        returning=retention.returning,
        moved=moved,
        call_again=call_again,
        moves=tuple(counts.values()),
        others=ways.total() - sum(count.people for count in counts.values()),
    )


def _told(number: int, options: ReportOptions) -> int | None:
    """The number, or none where so few are not told; nobody is told as it is."""
    return None if options.suppress_small and number and is_small(number) else number


def _shown(ways: Counter[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    """The ways that five or more share, as long as the others cannot be worked out from the whole."""
    keys = {f"{session_id} {service_id}": (session_id, service_id) for session_id, service_id in ways}
    shown = groups_to_show({key: ways[way] for key, way in keys.items()}, least=SMALLEST_CELL)
    return {keys[key] for key in shown}


def _moves(rows: Session, project_id: UUID, now: datetime) -> tuple[MoveRecord, ...]:
    """By number: everybody whose first shift began after a session that they came to."""
    shifts = _shifts(rows, project_id, now)
    sessions = _sessions(rows, list(shifts))
    moves: list[MoveRecord] = []
    for participant_id, number in rows.execute(
        select(Participant.id, Participant.number).where(Participant.id.in_(shifts)).order_by(Participant.number)
    ):
        begun_at, service_id, service_title = shifts[participant_id][0]
        before = [each for each in sessions.get(participant_id, ()) if each[0] < begun_at]
        if before:
            opened_at, session_id, title = before[-1]
            moves.append(
                MoveRecord(participant_id, number, session_id, title, opened_at, service_id, service_title, begun_at,
                           len(shifts[participant_id]))
            )  # fmt: skip
    return tuple(moves)


def _shifts(rows: Session, project_id: UUID, now: datetime) -> dict[UUID, list[_Shift]]:
    """The shifts of each operator that have begun, the first one first."""
    chosen = (
        select(FieldShift.participant_id, FieldShift.starts_at, CityService.id, CityService.title)
        .join(CityService, CityService.id == FieldShift.service_id)
        .where(FieldShift.project_id == project_id, FieldShift.participant_id.is_not(None), FieldShift.starts_at <= now)
        .order_by(FieldShift.starts_at, FieldShift.id)
    )
    shifts: dict[UUID, list[_Shift]] = {}
    for participant_id, starts_at, service_id, title in rows.execute(chosen):
        if participant_id is not None:
            shifts.setdefault(participant_id, []).append((starts_at, service_id, title))
    return shifts


def _sessions(rows: Session, people: Sequence[UUID]) -> dict[UUID, list[tuple[datetime, UUID, str]]]:
    """The sessions that each of some people came to, in the order in which they were held."""
    chosen = (
        select(Attendance.participant_id, LabSession.opened_at, LabSession.id, LabSession.title)
        .join(LabSession, LabSession.id == Attendance.lab_session_id)
        .where(Attendance.participant_id.in_(people), Attendance.presence != Presence.EXPECTED)
        .where(LabSession.state != SessionState.DRAFT)
        .order_by(LabSession.opened_at, LabSession.id)
    )
    sessions: dict[UUID, list[tuple[datetime, UUID, str]]] = {}
    for participant_id, opened_at, session_id, title in rows.execute(chosen):
        if opened_at is not None:
            sessions.setdefault(participant_id, []).append((opened_at, session_id, title))
    return sessions


def _call_again(rows: Session, project_id: UUID) -> tuple[int, ...]:
    """The numbers of those who agreed to being called again."""
    chosen = (
        select(Participant.number)
        .join(Consent, Consent.participant_id == Participant.id)
        .where(Participant.project_id == project_id)
        .where(Consent.purpose == ConsentPurpose.CALL_AGAIN, Consent.given)
        .order_by(Participant.number)
    )
    return tuple(rows.scalars(chosen))
