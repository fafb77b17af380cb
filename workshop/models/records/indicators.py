"""What services tell about indicators and what was read of them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from workshop.models.enums import PhaseKind, Role
from workshop.models.field_enums import Better, Standing


@dataclass(frozen=True, slots=True)
class ReadingVersion:
    """How a reading was before it was corrected; `role` is who had noted it so."""

    number: int
    value: Decimal
    on: date
    phase: PhaseKind | None
    source: str
    role: Role
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """A value of an indicator on a day; `earlier` are its versions before it was corrected, the first one first."""

    id: UUID
    indicator_id: UUID
    value: Decimal
    on: date
    phase: PhaseKind | None
    source: str
    role: Role
    noted_at: datetime
    earlier: tuple[ReadingVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorRecord:
    """What a service, or the whole project where `service_id` is none, is measured by; readings in the order of their days.

    `note` says how it is measured, `target_on` until when the target is to be reached.
    """

    id: UUID
    project_id: UUID
    service_id: UUID | None
    position: int
    title: str
    unit: str
    better: Better
    baseline: Decimal | None
    target: Decimal | None
    target_on: date | None
    note: str
    readings: tuple[ReadingRecord, ...] = ()

    @property
    def latest(self) -> ReadingRecord | None:
        """The last reading."""
        return self.readings[-1] if self.readings else None

    @property
    def standing(self) -> Standing:
        """Where its last reading stands."""
        value = self.latest.value if self.latest else None
        return standing_of(value, better=self.better, baseline=self.baseline, target=self.target)

    @property
    def way_done(self) -> Fraction | None:
        """Which share of the way from the baseline to the target is done, below 0 where it got worse; none without both."""
        if self.latest is None or self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return Fraction(self.latest.value - self.baseline) / Fraction(self.target - self.baseline)


def standing_of(value: Decimal | None, *, better: Better, baseline: Decimal | None, target: Decimal | None) -> Standing:
    """Where a value stands; a value that equals the target has reached it, one that equals the baseline is not better."""
    if value is None:
        return Standing.NO_READING
    if target is None:
        return Standing.NO_TARGET
    sign = 1 if better is Better.MORE else -1
    if sign * value >= sign * target:
        return Standing.REACHED
    if baseline is not None and sign * value <= sign * baseline:
        return Standing.NOT_BETTER
    return Standing.ON_THE_WAY
