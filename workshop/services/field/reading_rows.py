"""Readings as records, with how they were before they were corrected."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.models.records import indicators as records
from workshop.models.tables.indicators import IndicatorReading, ReadingVersion


def readings_of(rows: Session, indicators: Sequence[UUID]) -> dict[UUID, tuple[records.ReadingRecord, ...]]:
    """The readings of indicators in the order of their days; those of one day in the order in which they were noted."""
    chosen = select(IndicatorReading).where(IndicatorReading.indicator_id.in_(indicators))
    order = (IndicatorReading.read_on, IndicatorReading.noted_at, IndicatorReading.id)
    found = rows.scalars(chosen.order_by(*order)).all()
    earlier = _versions(rows, [reading.id for reading in found])
    told: dict[UUID, tuple[records.ReadingRecord, ...]] = {}
    for one in found:
        record = records.ReadingRecord(
            one.id, one.indicator_id, one.value, one.read_on, one.phase, one.source, one.role, one.noted_at,
            earlier.get(one.id, ()),
        )  # fmt: skip
        told[one.indicator_id] = (*told.get(one.indicator_id, ()), record)
    return told


def _versions(rows: Session, readings: Sequence[UUID]) -> dict[UUID, tuple[records.ReadingVersion, ...]]:
    chosen = select(ReadingVersion).where(ReadingVersion.reading_id.in_(readings)).order_by(ReadingVersion.number)
    told: dict[UUID, tuple[records.ReadingVersion, ...]] = {}
    for one in rows.scalars(chosen):
        version = records.ReadingVersion(
            one.number, one.value, one.read_on, one.phase, one.source, one.role, one.noted_at
        )
        told[one.reading_id] = (*told.get(one.reading_id, ()), version)
    return told
