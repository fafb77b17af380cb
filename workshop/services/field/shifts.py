"""Shifts: who runs a service where and when; whoever has had one is an operator."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.errors import InputError, RefusedError
from workshop.models.field_enums import Severity
from workshop.models.records.changes import Changed
from workshop.models.records.observations import ShiftRecord
from workshop.models.tables.observations import FieldShift, Observation
from workshop.models.tables.people import Participant
from workshop.models.tables.projects import CityService
from workshop.models.text import LONGEST_LINE, optional_text
from workshop.services.field.subjects import the_service
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

LONGEST = timedelta(hours=24)
_NOBODY = mark("This participant is no longer there. Please choose another one.")


def list_shifts(library: Library, *, project_id: UUID, service_id: UUID | None = None) -> tuple[ShiftRecord, ...]:
    """The shifts of a project, or of one of its services, by their beginning."""
    conditions = [FieldShift.project_id == project_id]
    if service_id is not None:
        conditions.append(FieldShift.service_id == service_id)
    with library.read() as rows:
        return shift_records(rows, *conditions)


def add_shift(
    library: Library,
    *,
    service_id: UUID,
    operator: UUID | None = None,
    place: str = "",
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Changed[ShiftRecord]:
    """A shift of a service, which begins now where no time is given; `operator` is a participant's key.

    Raises InputError where it would end before it begins or last longer than a day.
    """
    with library.write("add shift", undo=mark("New shift")) as work:
        service = the_service(work, service_id)
        shift = FieldShift(
            project_id=service.project_id,
            service_id=service_id,
            participant_id=_operator(work, operator, service.project_id),
            place=optional_text(place, longest=LONGEST_LINE),
            starts_at=starts_at or work.now,
            ends_at=ends_at,
        )
        _check(shift)
        changed = work.changed(_record(work, work.add(shift)))
    return changed


def edit_shift(
    library: Library,
    *,
    shift_id: UUID,
    operator: tuple[UUID | None] | None = None,
    place: str | None = None,
    starts_at: datetime | None = None,
    ends_at: tuple[datetime | None] | None = None,
) -> Changed[ShiftRecord]:
    """Change what is given; operator and end are a value or none in a tuple of one."""
    with library.write("edit shift", undo=mark("Edit shift")) as work:
        shift = work.get(FieldShift, shift_id)
        if operator is not None:
            shift.participant_id = _operator(work, operator[0], shift.project_id)
        shift.place = optional_text(place, longest=LONGEST_LINE) if place is not None else shift.place
        shift.starts_at = starts_at or shift.starts_at
        shift.ends_at = ends_at[0] if ends_at is not None else shift.ends_at
        _check(shift)
        changed = work.changed(_record(work, shift))
    return changed


def end_shift(library: Library, *, shift_id: UUID) -> Changed[ShiftRecord]:
    """The shift is over now; raises RefusedError where it was before, or has not begun."""
    with library.write("end shift", undo=mark("End of a shift")) as work:
        shift = work.get(FieldShift, shift_id)
        if shift.ends_at is not None:
            raise RefusedError(mark("This shift is over already."))
        if shift.starts_at > work.now:
            raise RefusedError(mark("This shift has not begun yet."))
        shift.ends_at = work.now
        changed = work.changed(_record(work, shift))
    return changed


def remove_shift(library: Library, *, shift_id: UUID) -> Changed[None]:
    """Remove a shift; what was observed in it stays with its service."""
    with library.write("remove shift", undo=mark("Remove shift")) as work:
        shift = work.get(FieldShift, shift_id)
        for observation in work.rows.scalars(select(Observation).where(Observation.shift_id == shift_id)):
            observation.shift_id = None
        work.rows.flush()
        work.remove(shift)
        changed = work.changed(None)
    return changed


def shift_records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[ShiftRecord, ...]:
    """The shifts that meet the conditions, by their beginning, with how much was observed and how grave it was."""
    chosen = (
        select(FieldShift, CityService.title, Participant.number)
        .join(CityService, CityService.id == FieldShift.service_id)
        .outerjoin(Participant, Participant.id == FieldShift.participant_id)
        .where(*conditions)
        .order_by(FieldShift.starts_at, FieldShift.id)
    )
    found = rows.execute(chosen).all()
    seen = _seen(rows, [shift.id for shift, _title, _number in found])
    return tuple(
        ShiftRecord(
            shift.id, shift.project_id, shift.service_id, title, number, shift.place, shift.starts_at, shift.ends_at,
            len(seen.get(shift.id, ())), max(seen.get(shift.id, ()), key=list(Severity).index, default=None),
        )
        for shift, title, number in found
    )  # fmt: skip


def _seen(rows: Session, shifts: list[UUID]) -> dict[UUID, list[Severity]]:
    seen: dict[UUID, list[Severity]] = {}
    for shift_id, severity in rows.execute(
        select(Observation.shift_id, Observation.severity).where(Observation.shift_id.in_(shifts))
    ):
        if shift_id is not None:
            seen.setdefault(shift_id, []).append(severity)
    return seen


def _operator(work: UnitOfWork, operator: UUID | None, project_id: UUID) -> UUID | None:
    if operator is None:
        return None
    person = work.get(Participant, operator, missing=_NOBODY)
    if person.project_id != project_id:
        raise RefusedError(_NOBODY)
    return person.id


def _check(shift: FieldShift) -> None:
    if shift.ends_at is None:
        return
    if shift.ends_at < shift.starts_at:
        raise InputError(mark("The shift would end before it begins. Please look at its times."))
    if shift.ends_at - shift.starts_at > LONGEST:
        raise InputError(mark("A shift lasts a day at most. Please look at its times."))


def _record(work: UnitOfWork, shift: FieldShift) -> ShiftRecord:
    work.rows.flush()
    return shift_records(work.rows, FieldShift.id == shift.id)[0]
