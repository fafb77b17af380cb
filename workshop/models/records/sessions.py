"""What services tell about lab sessions and their running order."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from workshop.models.enums import ActivityKind, PhaseKind, SessionState


@dataclass(frozen=True, slots=True)
class LabSessionRecord:
    """An in-person session. `number` is its round within the phase; `minutes` the time at hand in minutes."""

    id: UUID
    project_id: UUID
    phase_id: UUID
    phase: PhaseKind
    number: int
    title: str
    template_key: str
    on: date | None
    starts_at: time | None
    minutes: int
    place: str
    host: str
    goals: str
    house_rules: str
    state: SessionState
    practice: bool
    opened_at: datetime | None
    closed_at: datetime | None
    current_activity_id: UUID | None
    document_number: str


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """One part of a session: planned minutes against real times. `question` is what the shared screen asks the room."""

    id: UUID
    lab_session_id: UUID
    position: int
    kind: ActivityKind
    title: str
    question: str
    guide: str
    minutes: int
    added_minutes: int
    started_at: datetime | None
    ended_at: datetime | None
    poll_id: UUID | None
    form_id: UUID | None

    def real_minutes(self, now: datetime) -> int:
        """Whole minutes since it began, up to its end or `now`; 0 where it has not begun."""
        if self.started_at is None:
            return 0
        return max(0, round(((self.ended_at or now) - self.started_at).total_seconds() / 60))


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in a list, with its figures."""

    session: LabSessionRecord
    present: int
    ideas: int
    polls: int


@dataclass(frozen=True, slots=True)
class ReadinessPoint:
    """One point of the check before the start; `needed` points stand in the way of starting, others are advice."""

    key: str
    ready: bool
    needed: bool


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session with its running order and the check before the start."""

    session: LabSessionRecord
    activities: tuple[ActivityRecord, ...]
    expected: int
    present: int
    readiness: tuple[ReadinessPoint, ...]

    @property
    def planned_minutes(self) -> int:
        """The sum of the planned minutes."""
        return sum(activity.minutes for activity in self.activities)

    @property
    def current(self) -> ActivityRecord | None:
        """The activity the session is in."""
        return next((part for part in self.activities if part.id == self.session.current_activity_id), None)

    @property
    def following(self) -> ActivityRecord | None:
        """The activity that comes next."""
        position = self.current.position if self.current else -1
        return next((part for part in self.activities if part.position > position), None)
