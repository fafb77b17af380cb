"""What a pilot is measured by: indicators of its service or of the project, and measures of its own."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from workshop.language import mark
from workshop.models.errors import InputError, RefusedError
from workshop.models.field_enums import Better
from workshop.models.numbers import Numeral, optional_number
from workshop.models.records.changes import Changed
from workshop.models.records.pilots import PilotRecord
from workshop.models.tables.indicators import Indicator
from workshop.models.tables.pilots import Pilot, PilotMeasure
from workshop.models.text import optional_text, required_text
from workshop.services.field.indicators import LONGEST_UNIT
from workshop.services.field.pilot_rows import pilot_record
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

_NO_TITLE = mark("Please say what is measured.")


def add_measure(
    library: Library,
    *,
    pilot_id: UUID,
    indicator_id: UUID | None = None,
    title: str = "",
    unit: str = "",
    better: Better = Better.MORE,
    target: Numeral | None = None,
) -> Changed[PilotRecord]:
    """Measure a pilot by an indicator, or by a measure of its own.

    `target` counts for this pilot; without one an indicator's own is taken. Raises InputError without a title and for numbers
    that are none, RefusedError for an indicator that is among the measures already.
    """
    with library.write("add measure", undo=mark("New measure")) as work:
        pilot = work.get(Pilot, pilot_id)
        words = "" if indicator_id is not None else required_text(title, missing=_NO_TITLE)
        if indicator_id is not None:
            _check_indicator(work, pilot, indicator_id)
        last = work.rows.scalar(select(func.max(PilotMeasure.position)).where(PilotMeasure.pilot_id == pilot_id)) or 0
        work.add(
            PilotMeasure(
                pilot_id=pilot_id,
                indicator_id=indicator_id,
                position=last + 1,
                title=words,
                unit=optional_text(unit, longest=LONGEST_UNIT) if indicator_id is None else "",
                better=better,
                target=optional_number(target),
            )
        )
        changed = work.changed(pilot_record(work, pilot))
    return changed


def edit_measure(
    library: Library,
    *,
    measure_id: UUID,
    title: str | None = None,
    unit: str | None = None,
    better: Better | None = None,
    target: tuple[Numeral | None] | None = None,
    value: tuple[Numeral | None] | None = None,
    read_on: tuple[date | None] | None = None,
) -> Changed[PilotRecord]:
    """Change what is given; of an indicator only the target of this pilot can be changed, its readings are its own.

    A value without a day was read today.
    """
    with library.write("edit measure", undo=mark("Edit measure")) as work:
        measure = work.get(PilotMeasure, measure_id)
        measure.target = optional_number(target[0]) if target is not None else measure.target
        if measure.indicator_id is None:
            measure.title = required_text(title, missing=_NO_TITLE) if title is not None else measure.title
            measure.unit = optional_text(unit, longest=LONGEST_UNIT) if unit is not None else measure.unit
            measure.better = better or measure.better
            measure.value = optional_number(value[0]) if value is not None else measure.value
            day = read_on[0] if read_on is not None else measure.read_on
            measure.read_on = _day(day, library.today()) if measure.value is not None else None
        elif any(each is not None for each in (title, unit, better, value, read_on)):
            raise RefusedError(mark("This measure is an indicator. Change it, and note its readings, where it stands."))
        changed = work.changed(pilot_record(work, work.get(Pilot, measure.pilot_id)))
    return changed


def remove_measure(library: Library, *, measure_id: UUID) -> Changed[PilotRecord]:
    """Measure a pilot by this no more; an indicator itself stays."""
    with library.write("remove measure", undo=mark("Remove measure")) as work:
        measure = work.get(PilotMeasure, measure_id)
        pilot = work.get(Pilot, measure.pilot_id)
        work.remove(measure)
        changed = work.changed(pilot_record(work, pilot))
    return changed


def _day(given: date | None, today: date) -> date:
    if given is not None and given > today:
        raise InputError(mark("A reading cannot be of a day that is still to come."))
    return given or today


def _check_indicator(work: UnitOfWork, pilot: Pilot, indicator_id: UUID) -> None:
    missing = mark("This indicator is no longer there. Please choose another one.")
    indicator = work.get(Indicator, indicator_id, missing=missing)
    known = select(PilotMeasure.id).where(PilotMeasure.pilot_id == pilot.id, PilotMeasure.indicator_id == indicator_id)
    if work.rows.scalar(known.limit(1)) is not None:
        raise RefusedError(mark("The pilot is measured by “{title}” already.", title=indicator.title))
