"""Indicators: what a service or a whole project is measured by."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.errors import InputError, RefusedError
from workshop.models.field_enums import Better
from workshop.models.numbers import Numeral, optional_number
from workshop.models.records.changes import Changed
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.tables.indicators import Indicator, IndicatorReading, ReadingVersion
from workshop.models.tables.pilots import PilotMeasure
from workshop.models.tables.projects import Project
from workshop.models.text import LONGEST_NOTE, optional_text, required_text
from workshop.services.field.reading_rows import readings_of
from workshop.services.field.subjects import the_service
from workshop.services.keeping.library import Library

LONGEST_UNIT = 40  # characters
_NO_TITLE = mark("Please give the indicator a name.")


def list_indicators(
    library: Library, *, project_id: UUID, service_id: tuple[UUID | None] | None = None
) -> tuple[IndicatorRecord, ...]:
    """The indicators of a project in their order; `service_id` narrows them to a service, or to the whole project (none)."""
    conditions = [Indicator.project_id == project_id]
    if service_id is not None:
        conditions.append(Indicator.service_id == service_id[0])
    with library.read() as rows:
        return indicator_records(rows, *conditions)


def add_indicator(
    library: Library,
    *,
    project_id: UUID,
    title: str,
    service_id: UUID | None = None,
    unit: str = "",
    better: Better = Better.MORE,
    baseline: Numeral | None = None,
    target: Numeral | None = None,
    target_on: date | None = None,
    note: str = "",
) -> Changed[IndicatorRecord]:
    """A new indicator of a service, or of the whole project.

    Raises InputError for an empty name, numbers that are none, and a target that is worse than the baseline.
    """
    with library.write("add indicator", undo=mark("New indicator")) as work:
        work.get(Project, project_id)
        if service_id is not None:
            the_service(work, service_id, project_id)
        alike = select(func.max(Indicator.position)).where(
            Indicator.project_id == project_id, Indicator.service_id == service_id
        )
        indicator = Indicator(
            project_id=project_id,
            service_id=service_id,
            position=(work.rows.scalar(alike) or 0) + 1,
            title=required_text(title, missing=_NO_TITLE),
            unit=optional_text(unit, longest=LONGEST_UNIT),
            better=better,
            baseline=optional_number(baseline),
            target=optional_number(target),
            target_on=target_on,
            note=optional_text(note, longest=LONGEST_NOTE),
        )
        _check(indicator)
        changed = work.changed(indicator_records(work.rows, Indicator.id == work.add(indicator).id)[0])
    return changed


def edit_indicator(
    library: Library,
    *,
    indicator_id: UUID,
    title: str | None = None,
    unit: str | None = None,
    better: Better | None = None,
    baseline: tuple[Numeral | None] | None = None,
    target: tuple[Numeral | None] | None = None,
    target_on: tuple[date | None] | None = None,
    note: str | None = None,
) -> Changed[IndicatorRecord]:
    """Change what is given; numbers and the day are a value or none in a tuple of one."""
    with library.write("edit indicator", undo=mark("Edit indicator")) as work:
        indicator = work.get(Indicator, indicator_id)
        indicator.title = required_text(title, missing=_NO_TITLE) if title is not None else indicator.title
        indicator.unit = optional_text(unit, longest=LONGEST_UNIT) if unit is not None else indicator.unit
        indicator.better = better or indicator.better
        indicator.baseline = optional_number(baseline[0]) if baseline is not None else indicator.baseline
        indicator.target = optional_number(target[0]) if target is not None else indicator.target
        indicator.target_on = target_on[0] if target_on is not None else indicator.target_on
        indicator.note = optional_text(note, longest=LONGEST_NOTE) if note is not None else indicator.note
        _check(indicator)
        work.rows.flush()
        changed = work.changed(indicator_records(work.rows, Indicator.id == indicator_id)[0])
    return changed


def remove_indicator(library: Library, *, indicator_id: UUID) -> Changed[None]:
    """Remove an indicator with its readings; one that a pilot is measured by is kept (RefusedError)."""
    with library.write("remove indicator", undo=mark("Remove indicator")) as work:
        indicator = work.get(Indicator, indicator_id)
        if work.rows.scalar(select(PilotMeasure.id).where(PilotMeasure.indicator_id == indicator_id).limit(1)):
            raise RefusedError(
                mark("A pilot is measured by “{title}”. Take it out of the pilot first.", title=indicator.title)
            )
        readings = work.rows.scalars(
            select(IndicatorReading).where(IndicatorReading.indicator_id == indicator_id)
        ).all()
        keys = [reading.id for reading in readings]
        work.remove(*work.rows.scalars(select(ReadingVersion).where(ReadingVersion.reading_id.in_(keys))))
        work.remove(*readings)
        work.remove(indicator)
        changed = work.changed(None)
    return changed


def indicator_records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[IndicatorRecord, ...]:
    """The indicators that meet the conditions, with their readings."""
    chosen = select(Indicator).where(*conditions).order_by(Indicator.position, Indicator.title, Indicator.id)
    found: Sequence[Indicator] = rows.scalars(chosen).all()
    readings = readings_of(rows, [one.id for one in found])
    return tuple(
        IndicatorRecord(
            one.id, one.project_id, one.service_id, one.position, one.title, one.unit, one.better, one.baseline,
            one.target, one.target_on, one.note, readings.get(one.id, ()),
        )
        for one in found
    )  # fmt: skip


def _check(indicator: Indicator) -> None:
    """A target lies on the better side of the baseline, or the direction is the wrong one."""
    baseline, target = indicator.baseline, indicator.target
    if baseline is None or target is None:
        return
    if (target < baseline) if indicator.better is Better.MORE else (target > baseline):
        raise InputError(
            mark("The target is worse than the baseline. Change one of them, or in which direction it gets better.")
        )
