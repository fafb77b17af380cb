"""What services tell about pilots."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from workshop.models.field_enums import Better, CheckpointKind, PilotDecision, PilotState, Standing
from workshop.models.records.indicators import standing_of


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """What a pilot is measured by.

    One that is an indicator has its words, its baseline and its last reading within the time of the pilot; its target is the
    indicator's where the pilot has set none of its own (`own_target`).
    """

    id: UUID
    pilot_id: UUID
    indicator_id: UUID | None
    position: int
    title: str
    unit: str
    better: Better
    baseline: Decimal | None
    target: Decimal | None
    own_target: Decimal | None
    value: Decimal | None
    read_on: date | None

    @property
    def standing(self) -> Standing:
        """Where the value stands."""
        return standing_of(self.value, better=self.better, baseline=self.baseline, target=self.target)


@dataclass(frozen=True, slots=True)
class CheckpointRecord:
    """A day on which a pilot is looked at; `agenda` is what for, `held_on` when that was, `outcome` what came out of it."""

    id: UUID
    pilot_id: UUID
    kind: CheckpointKind
    title: str
    planned_on: date | None
    held_on: date | None
    agenda: str
    outcome: str


@dataclass(frozen=True, slots=True)
class PilotRecord:
    """A service or a proposal tried out at a place for a time.

    `number` counts within the project. `service_id` is also that of the service which its proposal became. Check points
    stand in the order of their days; `follow_up_id` is the decision among the follow-ups, where it was put there.
    """

    id: UUID
    project_id: UUID
    service_id: UUID | None
    service_title: str
    proposal_id: UUID | None
    proposal_title: str
    number: int
    title: str
    hypothesis: str
    place: str
    starts_on: date | None
    ends_on: date | None
    state: PilotState
    learned: str
    decision: PilotDecision | None
    reason: str
    decided_on: date | None
    measures: tuple[MeasureRecord, ...] = ()
    checkpoints: tuple[CheckpointRecord, ...] = ()
    follow_up_id: UUID | None = None
