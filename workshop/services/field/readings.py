"""Readings of indicators; what is corrected keeps how it was before."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from workshop.language import mark
from workshop.models.enums import PhaseKind
from workshop.models.errors import InputError
from workshop.models.numbers import Numeral, read_number
from workshop.models.records.changes import Changed
from workshop.models.records.indicators import ReadingRecord
from workshop.models.tables.indicators import Indicator, IndicatorReading, ReadingVersion
from workshop.models.tables.projects import Phase
from workshop.models.text import LONGEST_LINE, optional_text
from workshop.services.field.reading_rows import readings_of
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork


def add_reading(
    library: Library,
    *,
    indicator_id: UUID,
    value: Numeral,
    on: date | None = None,
    phase: PhaseKind | None = None,
    source: str = "",
) -> Changed[ReadingRecord]:
    """Note a reading, of today where no day is given; without a phase it belongs to the one that was open on its day.

    Raises InputError for what is no number and for a day to come.
    """
    with library.write("add reading", undo=mark("New reading")) as work:
        indicator = work.get(Indicator, indicator_id)
        day = on or library.today()
        _check_day(library, day)
        reading = work.add(
            IndicatorReading(
                indicator_id=indicator_id,
                value=read_number(value),
                read_on=day,
                phase=phase or _phase_on(work, indicator.project_id, day),
                source=optional_text(source, longest=LONGEST_LINE),
                role=library.role,
                noted_at=work.now,
            )
        )
        changed = work.changed(_record(work, reading))
    return changed


def correct_reading(
    library: Library,
    *,
    reading_id: UUID,
    value: Numeral | None = None,
    on: date | None = None,
    phase: tuple[PhaseKind | None] | None = None,
    source: str | None = None,
) -> Changed[ReadingRecord]:
    """Change what is given of a reading; how it was is kept with when and by whom. The same again changes nothing."""
    with library.write("correct reading", undo=mark("Correct reading")) as work:
        reading = work.get(IndicatorReading, reading_id)
        if on is not None:
            _check_day(library, on)
        wanted = (
            read_number(value) if value is not None else reading.value,
            on or reading.read_on,
            phase[0] if phase is not None else reading.phase,
            optional_text(source, longest=LONGEST_LINE) if source is not None else reading.source,
        )
        if wanted != (reading.value, reading.read_on, reading.phase, reading.source):
            work.add(_version(work, reading))
            reading.value, reading.read_on, reading.phase, reading.source = wanted
            reading.role, reading.noted_at = library.role, work.now
            work.rows.flush()
        changed = work.changed(_record(work, reading))
    return changed


def remove_reading(library: Library, *, reading_id: UUID) -> Changed[None]:
    """Remove a reading with how it was before."""
    with library.write("remove reading", undo=mark("Remove reading")) as work:
        reading = work.get(IndicatorReading, reading_id)
        work.remove(*work.rows.scalars(select(ReadingVersion).where(ReadingVersion.reading_id == reading_id)))
        work.remove(reading)
        changed = work.changed(None)
    return changed


def _version(work: UnitOfWork, reading: IndicatorReading) -> ReadingVersion:
    number = work.rows.scalar(select(func.count()).where(ReadingVersion.reading_id == reading.id)) or 0
    return ReadingVersion(
        reading_id=reading.id, number=number + 1, value=reading.value, read_on=reading.read_on, phase=reading.phase,
        source=reading.source, role=reading.role, noted_at=reading.noted_at,
    )  # fmt: skip


def _phase_on(work: UnitOfWork, project_id: UUID, day: date) -> PhaseKind | None:
    """The last phase that had been opened and not closed by then."""
    open_then = [
        phase.kind
        for phase in work.rows.scalars(select(Phase).where(Phase.project_id == project_id))
        if phase.opened_on is not None
        and phase.opened_on <= day
        and (phase.closed_on is None or day <= phase.closed_on)
    ]
    return max(open_then, key=list(PhaseKind).index, default=None)


def _check_day(library: Library, day: date) -> None:
    if day > library.today():
        raise InputError(mark("A reading cannot be of a day that is still to come."))


def _record(work: UnitOfWork, reading: IndicatorReading) -> ReadingRecord:
    found = readings_of(work.rows, [reading.indicator_id])[reading.indicator_id]
    return next(record for record in found if record.id == reading.id)
