"""What is told of the services of a project in the field, gathered in one record."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.models.field_enums import Severity
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.records.observations import ObservationRecord, ShiftRecord
from workshop.models.records.pilots import PilotRecord
from workshop.models.records.projects import CityServiceRecord


@dataclass(frozen=True, slots=True)
class ServiceField:
    """A service with what it is measured by, its pilots and what was seen of it; none stands for the whole project.

    The pilots of the whole project are those of proposals that are no service yet.
    """

    service: CityServiceRecord | None = None
    indicators: tuple[IndicatorRecord, ...] = ()
    pilots: tuple[PilotRecord, ...] = ()
    shifts: tuple[ShiftRecord, ...] = ()
    observations: tuple[ObservationRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldReport:
    """The services of a project by type and name; the whole project comes last, where there is anything to tell of it."""

    services: tuple[ServiceField, ...] = ()

    @property
    def indicators(self) -> tuple[IndicatorRecord, ...]:
        """All of them, service by service."""
        return tuple(one for each in self.services for one in each.indicators)

    @property
    def pilots(self) -> tuple[PilotRecord, ...]:
        """All of them, service by service."""
        return tuple(one for each in self.services for one in each.pilots)

    @property
    def observations(self) -> tuple[ObservationRecord, ...]:
        """All of them, service by service."""
        return tuple(one for each in self.services for one in each.observations)


def by_severity(observations: Sequence[ObservationRecord]) -> tuple[tuple[Severity, int], ...]:
    """How many are how grave, the gravest first; what does not occur is left out."""
    counted = Counter(one.severity for one in observations)
    return tuple((severity, counted[severity]) for severity in reversed(Severity) if counted[severity])
