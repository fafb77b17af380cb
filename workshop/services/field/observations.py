"""Observations: what is seen of a service in the field.

What is wrong with a place is a local issue; what is seen of a service is an observation, which becomes a local issue where it
is one.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.field_enums import Severity
from workshop.models.records.changes import Changed
from workshop.models.records.observations import ObservationRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.observations import FieldShift, Observation
from workshop.models.tables.people import Participant
from workshop.models.tables.pictures import Picture
from workshop.models.tables.projects import CityService
from workshop.models.tables.sessions import LabSession
from workshop.models.text import LONGEST_LINE, LONGEST_NOTE, optional_text, required_text
from workshop.services.field.subjects import the_service
from workshop.services.ideas.pictures import detach_pictures
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

_NO_TEXT = mark("Please write what was seen first.")


def list_observations(
    library: Library,
    *,
    project_id: UUID,
    service_id: UUID | None = None,
    shift_id: UUID | None = None,
    session_id: UUID | None = None,
) -> tuple[ObservationRecord, ...]:
    """What was observed in a project, narrowed by what is given, by number."""
    given = (
        (Observation.service_id, service_id),
        (Observation.shift_id, shift_id),
        (Observation.lab_session_id, session_id),
    )
    narrowed = [column == key for column, key in given if key is not None]
    with library.read() as rows:
        return observation_records(rows, Observation.project_id == project_id, *narrowed)


def add_observation(
    library: Library,
    *,
    service_id: UUID,
    text: str,
    severity: Severity = Severity.NOTE,
    shift_id: UUID | None = None,
    session_id: UUID | None = None,
    place: str = "",
    department: str = "",
    seen_at: datetime | None = None,
) -> Changed[ObservationRecord]:
    """Note what was seen of a service, now where no time is given; in a shift it is at its place where none is named.

    Raises InputError for an empty or too long text, and for a shift of another service.
    """
    with library.write("add observation", undo=mark("New observation"), session_id=session_id) as work:
        service = the_service(work, service_id)
        if session_id is not None:
            work.get(LabSession, session_id)
        shift = _the_shift(work, shift_id, service_id)
        chosen = select(func.max(Observation.number)).where(Observation.project_id == service.project_id)
        observation = work.add(
            Observation(
                project_id=service.project_id,
                service_id=service_id,
                shift_id=shift_id,
                lab_session_id=session_id,
                number=(work.rows.scalar(chosen) or 0) + 1,
                text=required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE),
                severity=severity,
                place=optional_text(place, longest=LONGEST_LINE) or (shift.place if shift is not None else ""),
                department=optional_text(department, longest=LONGEST_LINE),
                role=library.role,
                seen_at=seen_at or work.now,
            )
        )
        changed = work.changed(observation_record(work, observation))
    return changed


def edit_observation(
    library: Library,
    *,
    observation_id: UUID,
    text: str | None = None,
    severity: Severity | None = None,
    place: str | None = None,
    department: str | None = None,
    shift: tuple[UUID | None] | None = None,
) -> Changed[ObservationRecord]:
    """Change what is given; `shift` is a shift's key or none in a tuple of one."""
    with library.write("edit observation", undo=mark("Edit observation")) as work:
        one = the_observation(work, observation_id)
        one.text = required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE) if text is not None else one.text
        one.severity = severity or one.severity
        one.place = optional_text(place, longest=LONGEST_LINE) if place is not None else one.place
        one.department = optional_text(department, longest=LONGEST_LINE) if department is not None else one.department
        if shift is not None:
            _the_shift(work, shift[0], one.service_id)
            one.shift_id = shift[0]
        changed = work.changed(observation_record(work, one))
    return changed


def remove_observation(library: Library, *, observation_id: UUID) -> Changed[None]:
    """Remove an observation with its photos; what came of it stays."""
    with library.write("remove observation", undo=mark("Remove observation")) as work:
        one = the_observation(work, observation_id)
        for item in work.rows.scalars(select(FollowUp).where(FollowUp.observation_id == observation_id)):
            item.observation_id = None
        work.remove(*detach_pictures(work, Picture.observation_id == observation_id))
        work.remove(one)
        changed = work.changed(None)
    return changed


def the_observation(work: UnitOfWork, observation_id: UUID) -> Observation:
    """The observation; the undo of what is done to it belongs to its session, where it has one."""
    observation = work.get(Observation, observation_id)
    work.session_id = observation.lab_session_id
    return observation


def observation_record(work: UnitOfWork, observation: Observation) -> ObservationRecord:
    """One observation as it is now."""
    work.rows.flush()
    return observation_records(work.rows, Observation.id == observation.id)[0]


def observation_records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[ObservationRecord, ...]:
    """The observations that meet the conditions, by number."""
    chosen = (
        select(Observation, CityService.title, Participant.number, LocalIssue.number)
        .join(CityService, CityService.id == Observation.service_id)
        .outerjoin(FieldShift, FieldShift.id == Observation.shift_id)
        .outerjoin(Participant, Participant.id == FieldShift.participant_id)
        .outerjoin(LocalIssue, LocalIssue.id == Observation.local_issue_id)
        .where(*conditions)
        .order_by(Observation.number)
    )
    found = rows.execute(chosen).all()
    keys = [one.id for one, *_rest in found]
    actions, photos = _actions(rows, keys), _photos(rows, keys)
    return tuple(
        ObservationRecord(
            one.id, one.project_id, one.service_id, title, one.shift_id, operator, one.lab_session_id, one.number,
            one.text, one.severity, one.place, one.department, one.role, one.seen_at, one.local_issue_id, issue,
            tuple(actions.get(one.id, ())), *photos.get(one.id, (0, "")),
        )
        for one, title, operator, issue in found
    )  # fmt: skip


def _actions(rows: Session, keys: list[UUID]) -> dict[UUID, list[UUID]]:
    chosen = select(FollowUp.observation_id, FollowUp.id).where(FollowUp.observation_id.in_(keys))
    actions: dict[UUID, list[UUID]] = {}
    for observation_id, key in rows.execute(chosen.order_by(FollowUp.due_on, FollowUp.text, FollowUp.id)):
        if observation_id is not None:
            actions.setdefault(observation_id, []).append(key)
    return actions


def _photos(rows: Session, keys: list[UUID]) -> dict[UUID, tuple[int, str]]:
    """How many pictures each has, and the content of the first."""
    chosen = select(Picture.observation_id, Picture.content).where(Picture.observation_id.in_(keys))
    photos: dict[UUID, tuple[int, str]] = {}
    for key, content in rows.execute(chosen.order_by(Picture.position, Picture.added_at, Picture.id)):
        if key is not None:
            number, first = photos.get(key, (0, content))
            photos[key] = (number + 1, first)
    return photos


def _the_shift(work: UnitOfWork, shift_id: UUID | None, service_id: UUID) -> FieldShift | None:
    if shift_id is None:
        return None
    shift = work.get(FieldShift, shift_id, missing=mark("This shift is no longer there. Please choose another one."))
    if shift.service_id != service_id:
        raise InputError(mark("This shift belongs to another service."))
    return shift
