"""Pilots as records, with their measures and check points."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from workshop.models.enums import FollowUpKind
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.records.pilots import CheckpointRecord, MeasureRecord, PilotRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.indicators import Indicator
from workshop.models.tables.pilots import Pilot, PilotCheckpoint, PilotMeasure
from workshop.models.tables.projects import CityService
from workshop.models.tables.proposals import Proposal
from workshop.services.field.indicators import indicator_records
from workshop.services.keeping.unit_of_work import UnitOfWork

Named = TypeVar("Named", Proposal, CityService)


def pilot_record(work: UnitOfWork, pilot: Pilot) -> PilotRecord:
    """One pilot as it is now."""
    work.rows.flush()
    return pilot_records(work.rows, Pilot.id == pilot.id)[0]


def pilot_records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[PilotRecord, ...]:
    """The pilots that meet the conditions, by number."""
    found = rows.scalars(select(Pilot).where(*conditions).order_by(Pilot.number)).all()
    proposals = _by_id(rows, Proposal, {one.proposal_id for one in found})
    of_proposals = {key: proposal.service_id for key, proposal in proposals.items()}
    homes = {one.id: one.service_id or of_proposals.get(one.proposal_id) for one in found}
    services = _by_id(rows, CityService, set(homes.values()))
    measures, checkpoints = _measures(rows, found), _checkpoints(rows, found)
    decisions = _decisions(rows, found)
    told: list[PilotRecord] = []
    for one in found:
        service, proposal = services.get(homes[one.id]), proposals.get(one.proposal_id)
        told.append(
            PilotRecord(
                one.id, one.project_id, homes[one.id], service.title if service else "", one.proposal_id,
                proposal.title if proposal else "", one.number, one.title, one.hypothesis, one.place, one.starts_on,
                one.ends_on, one.state, one.learned, one.decision, one.reason, one.decided_on,
                measures.get(one.id, ()), checkpoints.get(one.id, ()), decisions.get(one.id),
            )
        )  # fmt: skip
    return tuple(told)


def _by_id(rows: Session, kind: type[Named], keys: set[UUID | None]) -> dict[UUID | None, Named]:
    return {row.id: row for row in rows.scalars(select(kind).where(kind.id.in_(keys - {None})))}


def _measures(rows: Session, pilots: Sequence[Pilot]) -> dict[UUID, tuple[MeasureRecord, ...]]:
    by_id = {pilot.id: pilot for pilot in pilots}
    chosen = select(PilotMeasure).where(PilotMeasure.pilot_id.in_(by_id))
    found = rows.scalars(chosen.order_by(PilotMeasure.position, PilotMeasure.id)).all()
    keys = {one.indicator_id for one in found if one.indicator_id is not None}
    indicators = {one.id: one for one in indicator_records(rows, Indicator.id.in_(keys))} if keys else {}
    told: dict[UUID, tuple[MeasureRecord, ...]] = {}
    for one in found:
        indicator = indicators.get(one.indicator_id) if one.indicator_id is not None else None
        record = _measure(one, indicator, by_id[one.pilot_id])
        told[one.pilot_id] = (*told.get(one.pilot_id, ()), record)
    return told


def _measure(one: PilotMeasure, indicator: IndicatorRecord | None, pilot: Pilot) -> MeasureRecord:
    """A measure in its own words and readings, or in those of its indicator."""
    if indicator is None:
        return MeasureRecord(
            one.id, one.pilot_id, None, one.position, one.title, one.unit, one.better, None, one.target, one.target,
            one.value, one.read_on,
        )  # fmt: skip
    value, read_on = _read_during(indicator, pilot)
    target = indicator.target if one.target is None else one.target
    return MeasureRecord(
        one.id, one.pilot_id, indicator.id, one.position, indicator.title, indicator.unit, indicator.better,
        indicator.baseline, target, one.target, value, read_on,
    )  # fmt: skip


def _read_during(indicator: IndicatorRecord, pilot: Pilot) -> tuple[Decimal | None, date | None]:
    """The last reading of the time of a pilot."""
    first, last = pilot.starts_on or date.min, pilot.ends_on or date.max
    inside = [reading for reading in indicator.readings if first <= reading.on <= last]
    return (inside[-1].value, inside[-1].on) if inside else (None, None)


def _checkpoints(rows: Session, pilots: Sequence[Pilot]) -> dict[UUID, tuple[CheckpointRecord, ...]]:
    """In the order of their days, those without one last; of one day as the kinds are listed."""
    chosen = select(PilotCheckpoint).where(PilotCheckpoint.pilot_id.in_([pilot.id for pilot in pilots]))
    found = sorted(rows.scalars(chosen), key=_day_and_kind)
    told: dict[UUID, tuple[CheckpointRecord, ...]] = {}
    for one in found:
        record = CheckpointRecord(
            one.id, one.pilot_id, one.kind, one.title, one.planned_on, one.held_on, one.agenda, one.outcome
        )
        told[one.pilot_id] = (*told.get(one.pilot_id, ()), record)
    return told


def _day_and_kind(one: PilotCheckpoint) -> tuple[date, int, str, str]:
    return (one.held_on or one.planned_on or date.max, list(type(one.kind)).index(one.kind), one.title, str(one.id))


def _decisions(rows: Session, pilots: Sequence[Pilot]) -> dict[UUID, UUID]:
    chosen = select(FollowUp.pilot_id, FollowUp.id).where(
        FollowUp.pilot_id.in_([pilot.id for pilot in pilots]), FollowUp.kind == FollowUpKind.DECISION
    )
    return {pilot_id: key for pilot_id, key in rows.execute(chosen) if pilot_id is not None}
