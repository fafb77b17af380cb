"""What the sample tells of its services in the field, as data, and how it is played in the order of its days."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from uuid import UUID

import msgspec

from workshop.language import Language
from workshop.models.enums import IssueCategory, PhaseKind
from workshop.models.field_enums import Better, CheckpointKind, PilotDecision, PilotState, Severity
from workshop.models.records.pilots import PilotRecord
from workshop.services.field import (
    checkpoints,
    indicators,
    observation_links,
    observations,
    pilot_measures,
    pilots,
    readings,
    shifts,
)
from workshop.services.keeping.library import Library
from workshop.services.sample.sample_clock import SampleClock, room_time


class SampleReading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value on a day; `corrected` is what it was corrected to on the next one, empty where it was right."""

    on: date
    value: str
    phase: PhaseKind
    source: str
    corrected: str = ""


class SampleIndicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An indicator, of the whole project where `service` is empty."""

    key: str
    title: str
    better: Better
    readings: tuple[SampleReading, ...]
    service: str = ""
    unit: str = ""
    baseline: str = ""
    target: str = ""
    target_on: date | None = None
    note: str = ""


class SampleMeasure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure of a pilot that is no indicator."""

    title: str
    unit: str
    better: Better
    target: str
    value: str
    read_on: date


class SampleOutcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What came out of a check point of the template."""

    kind: CheckpointKind
    held_on: date
    outcome: str


class SamplePilot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pilot, planned by the template of agile piloting; `measured_by` are keys of indicators."""

    key: str
    service: str
    title: str
    hypothesis: str
    place: str
    starts_on: date
    ends_on: date
    state: PilotState
    measured_by: tuple[str, ...]
    measures: tuple[SampleMeasure, ...]
    outcomes: tuple[SampleOutcome, ...]
    learned: str = ""
    decision: PilotDecision | None = None
    reason: str = ""
    decided_on: date | None = None


class SampleSight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something observed at a time of the day; with an `issue` it became a local issue of that category."""

    at: time
    text: str
    severity: Severity
    key: str = ""
    place: str = ""
    department: str = ""
    issue: IssueCategory | None = None


class SampleShift(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A shift of a participant, who is known by number."""

    service: str
    operator: int
    place: str
    on: date
    starts_at: time
    ends_at: time
    observations: tuple[SampleSight, ...]


class SampleObservation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something observed without a shift."""

    service: str
    on: date
    at: time
    place: str
    text: str
    severity: Severity
    department: str = ""


class SampleField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything of the services in the field; the indicators were agreed on `agreed_on`."""

    agreed_on: date
    indicators: tuple[SampleIndicator, ...]
    pilots: tuple[SamplePilot, ...]
    shifts: tuple[SampleShift, ...]
    observations: tuple[SampleObservation, ...]


class FieldPlayer:
    """Plays it up to a day, again and again; what is pointed at from elsewhere is known by its key afterwards."""

    def __init__(
        self, library: Library, clock: SampleClock, data: SampleField, *, language: Language, project_id: UUID,
        services: Mapping[str, UUID], people: Mapping[int, UUID],
    ) -> None:  # fmt: skip
        self._library, self._clock, self._language, self._project_id = library, clock, language, project_id
        self._services, self._people = services, people
        self._indicators: dict[str, UUID] = {}
        self.pilots: dict[str, UUID] = {}
        self.observations: dict[str, UUID] = {}
        self._acts: list[tuple[datetime, int, Callable[[], object]]] = []
        self._plan(data)
        self._acts.sort(key=lambda act: act[:2], reverse=True)

    def play(self, until: datetime) -> None:
        """Everything that happened before a moment and has not been played yet."""
        while self._acts and self._acts[-1][0] < until:
            moment, _place, act = self._acts.pop()
            self._clock.moment = moment
            act()

    def _at(self, day: date, at: time, act: Callable[[], object]) -> None:
        self._acts.append((room_time(day, at), len(self._acts), act))

    def _plan(self, data: SampleField) -> None:
        for indicator in data.indicators:
            self._at(data.agreed_on, time(10), lambda one=indicator: self._indicator(one))
            for reading in indicator.readings:
                self._at(reading.on, time(17), lambda one=indicator, read=reading: self._reading(one, read))
        for pilot in data.pilots:
            self._at(pilot.starts_on, time(9), lambda one=pilot: self._pilot(one))
            for outcome in pilot.outcomes:
                self._at(outcome.held_on, time(20, 40), lambda one=pilot, held=outcome: self._outcome(one, held))
            for measure in pilot.measures:
                self._at(measure.read_on, time(17), lambda one=pilot, read=measure: self._measure(one, read))
            if pilot.decision is not None and pilot.decided_on is not None:
                self._at(pilot.decided_on, time(21), lambda one=pilot: self._decide(one))
        for shift in data.shifts:
            self._at(shift.on, shift.ends_at, lambda one=shift: self._shift(one))
        for seen in data.observations:
            self._at(seen.on, seen.at, lambda one=seen: self._seen(one))

    def _indicator(self, one: SampleIndicator) -> None:
        made = indicators.add_indicator(
            self._library, project_id=self._project_id, service_id=self._services.get(one.service), title=one.title,
            unit=one.unit, better=one.better, baseline=one.baseline, target=one.target, target_on=one.target_on,
            note=one.note,
        )  # fmt: skip
        self._indicators[one.key] = made.record.id

    def _reading(self, indicator: SampleIndicator, one: SampleReading) -> None:
        made = readings.add_reading(
            self._library, indicator_id=self._indicators[indicator.key], value=one.value, on=one.on, phase=one.phase,
            source=one.source,
        )  # fmt: skip
        if one.corrected:
            readings.correct_reading(self._library, reading_id=made.record.id, value=one.corrected)

    def _pilot(self, one: SamplePilot) -> None:
        made = pilots.add_pilot(
            self._library, project_id=self._project_id, service_id=self._services[one.service], title=one.title,
            hypothesis=one.hypothesis, place=one.place, starts_on=one.starts_on, ends_on=one.ends_on,
            plan=checkpoints.planner(self._language),
        ).record  # fmt: skip
        self.pilots[one.key] = made.id
        pilots.set_pilot_state(self._library, pilot_id=made.id, state=PilotState.RUNNING)
        for key in one.measured_by:
            pilot_measures.add_measure(self._library, pilot_id=made.id, indicator_id=self._indicators[key])
        for measure in one.measures:
            pilot_measures.add_measure(
                self._library, pilot_id=made.id, title=measure.title, unit=measure.unit, better=measure.better,
                target=measure.target,
            )  # fmt: skip

    def _measure(self, pilot: SamplePilot, one: SampleMeasure) -> None:
        known = self._record(pilot).measures
        measure = next(each for each in known if each.title == one.title)
        pilot_measures.edit_measure(self._library, measure_id=measure.id, value=(one.value,), read_on=(one.read_on,))

    def _outcome(self, pilot: SamplePilot, one: SampleOutcome) -> None:
        point = next(each for each in self._record(pilot).checkpoints if each.kind is one.kind)
        checkpoints.edit_checkpoint(self._library, checkpoint_id=point.id, held_on=(one.held_on,), outcome=one.outcome)

    def _decide(self, one: SamplePilot) -> None:
        assert one.decision is not None
        pilots.edit_pilot(self._library, pilot_id=self.pilots[one.key], learned=one.learned)
        pilots.decide_pilot(
            self._library, pilot_id=self.pilots[one.key], decision=one.decision, reason=one.reason, on=one.decided_on
        )

    def _shift(self, one: SampleShift) -> None:
        shift_id = shifts.add_shift(
            self._library, service_id=self._services[one.service], operator=self._people[one.operator], place=one.place,
            starts_at=room_time(one.on, one.starts_at), ends_at=room_time(one.on, one.ends_at),
        ).record.id  # fmt: skip
        for sight in one.observations:
            made = observations.add_observation(
                self._library, service_id=self._services[one.service], shift_id=shift_id, text=sight.text,
                severity=sight.severity, place=sight.place, department=sight.department,
                seen_at=room_time(one.on, sight.at),
            ).record  # fmt: skip
            if sight.key:
                self.observations[sight.key] = made.id
            if sight.issue is not None:
                observation_links.issue_from_observation(self._library, observation_id=made.id, category=sight.issue)

    def _seen(self, one: SampleObservation) -> None:
        observations.add_observation(
            self._library, service_id=self._services[one.service], text=one.text, severity=one.severity,
            place=one.place, department=one.department, seen_at=room_time(one.on, one.at),
        )  # fmt: skip

    def _record(self, one: SamplePilot) -> PilotRecord:
        known = pilots.list_pilots(self._library, project_id=self._project_id)
        return next(each for each in known if each.id == self.pilots[one.key])
