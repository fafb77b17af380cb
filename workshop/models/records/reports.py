"""What reports are made from: everything of a session or project as of one moment, without names and in no language.

Moments are in UTC; `utc_offset` (minutes east of it, of the laptop) says how they are shown. `checksum` is the SHA-256 of
the data in canonical JSON, so it is the same on every laptop.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop.models.records.evaluations import FormRecord, FormResult, ServiceChange
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.projects import (
    CityServiceRecord,
    PhaseRecord,
    ProjectFigures,
    ProjectRecord,
    SupportItemRecord,
)
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.records.votes import PollRecord, PollResult

SMALLEST_CELL = 5
SMALLEST_GROUP = 10


@dataclass(frozen=True, slots=True)
class CountLine:
    """How many are in one band; `word` is none where nothing was told, `count` is none where it is kept back."""

    word: StrEnum | None
    count: int | None


@dataclass(frozen=True, slots=True)
class AttendanceCounts:
    """Attendance in numbers. `by_sector` and `by_channel` are parts people act in and are told whole; `by_age` and
    `by_gender` describe persons: small numbers are kept back, and both are empty for fewer than ten people.
    """

    expected: int
    present: int
    left_early: int
    by_sector: tuple[CountLine, ...]
    by_channel: tuple[CountLine, ...]
    by_age: tuple[CountLine, ...]
    by_gender: tuple[CountLine, ...]

    @property
    def attended(self) -> int:
        """Everybody who came, with those who left early."""
        return self.present + self.left_early


@dataclass(frozen=True, slots=True)
class PollReport:
    """A poll with its result, none where it has not been closed."""

    poll: PollRecord
    result: PollResult | None


@dataclass(frozen=True, slots=True)
class FormReport:
    """An evaluation form with its result, none where it has not been closed."""

    form: FormRecord
    result: FormResult | None


@dataclass(frozen=True, slots=True)
class SessionReport:
    """One session. Ideas are without their authors."""

    project: ProjectRecord
    phase: PhaseRecord
    session: LabSessionRecord
    activities: tuple[ActivityRecord, ...]
    attendance: AttendanceCounts
    board: IdeaBoard
    polls: tuple[PollReport, ...]
    forms: tuple[FormReport, ...]
    follow_ups: tuple[FollowUpRecord, ...]
    utc_offset: int
    checksum: str


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session within the report of its project."""

    session: LabSessionRecord
    attended: int
    ideas: int
    polls: tuple[PollReport, ...]
    forms: tuple[FormReport, ...]
    follow_ups: int


@dataclass(frozen=True, slots=True)
class PhaseSummary:
    """A phase with its support checklist and its sessions."""

    phase: PhaseRecord
    support: tuple[SupportItemRecord, ...]
    sessions: tuple[SessionSummary, ...]


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """A whole project as of a day."""

    project: ProjectRecord
    document_number: str
    as_of: date
    figures: ProjectFigures
    phases: tuple[PhaseSummary, ...]
    services: tuple[CityServiceRecord, ...]
    board: IdeaBoard
    changes: tuple[ServiceChange, ...]
    follow_ups: tuple[FollowUpRecord, ...]
    utc_offset: int
    checksum: str


def count_words(words: Iterable[StrEnum | None], order: Iterable[StrEnum]) -> tuple[CountLine, ...]:
    """How often each word occurs, in the given order, those not told last; words that do not occur are left out."""
    listed = list(words)
    lines = [CountLine(word, listed.count(word)) for word in (*order, None)]
    return tuple(line for line in lines if line.count)


def keep_back_small(lines: tuple[CountLine, ...]) -> tuple[CountLine, ...]:
    """Counts below five kept back, with as many others as it takes that they cannot be worked out from the total.

    Nothing is broken down for fewer than ten people. Those who did not tell their band are no band and stay.
    """
    counts = {at: line.count or 0 for at, line in enumerate(lines)}
    if sum(counts.values()) < SMALLEST_GROUP:
        return ()
    hidden = {at for at, count in counts.items() if count < SMALLEST_CELL and lines[at].word is not None}
    if hidden:
        others = sorted((at for at in counts if at not in hidden), key=lambda at: (lines[at].word is None, counts[at]))
        while others and (len(hidden) < 2 or sum(counts[at] for at in hidden) < SMALLEST_CELL):
            hidden.add(others.pop(0))
    return tuple(CountLine(line.word, None if at in hidden else line.count) for at, line in enumerate(lines))
