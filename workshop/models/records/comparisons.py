"""What services tell about evaluations held against each other: before and after, types of service, sessions over time."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from workshop.models.enums import PhaseKind, ServiceKind, Stage
from workshop.models.records.evaluations import FormResult
from workshop.models.records.scores import Method


@dataclass(frozen=True, slots=True)
class TypeGroup:
    """All answers about services of one type; `result` is none where so few answered that nothing but that is told."""

    kind: ServiceKind
    services: int
    result: FormResult | None


@dataclass(frozen=True, slots=True)
class TypeComparison:
    """Types of service held against each other by one instrument (`title` by language code) at one stage."""

    instrument: str
    title: dict[str, str]
    method: Method
    stage: Stage
    groups: tuple[TypeGroup, ...]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One session: how many answered, and the value, none where they are fewer than five."""

    session_id: UUID
    phase: PhaseKind
    number: int
    title: str
    on: date | None
    n: int
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class SessionTrend:
    """One instrument (`title` by language code) in several sessions, from `low` to `high`.

    `key` is that of its scale, or `top2` (per cent) for Likert items. `service_title` is empty where none
    is named.
    """

    instrument: str
    title: dict[str, str]
    method: Method
    service_title: str
    key: str
    low: int
    high: int
    points: tuple[TrendPoint, ...]
