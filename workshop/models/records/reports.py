"""What reports are made from: everything of a session or project as of one moment, without names and in no language.

Moments are in UTC; `utc_offset` (minutes east of it, of the laptop) says how they are shown. `checksum` is the SHA-256 of
the data in canonical JSON, so it is the same on every laptop.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workshop.models.records.comparisons import SessionTrend, TypeComparison
from workshop.models.records.evaluations import FormRecord, FormResult, ServiceChange
from workshop.models.records.field import FieldReport
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.projects import (
    CityServiceRecord,
    PhaseRecord,
    ProjectFigures,
    ProjectRecord,
    SupportItemRecord,
)
from workshop.models.records.proposals import ProposalRecord
from workshop.models.records.retention import RetentionCounts
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.records.votes import PollRecord, PollResult

SMALLEST_CELL = 5
SMALLEST_GROUP = 10


def is_small(n: int) -> bool:
    """Whether so few have answered, in a form or an item of any kind, that only their number is told."""
    return n < SMALLEST_CELL


@dataclass(frozen=True, slots=True)
class CountLine:
    """How many are in one band, or in the bands from `word` up to `upto` taken together.

    `word` is none for those who told no band; `others` marks several bands added up because each is small.
    """

    word: StrEnum | None
    count: int
    upto: StrEnum | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceCounts:
    """Attendance in numbers. `by_sector` and `by_channel` are parts people act in and are told as they are; `by_age` and
    `by_gender` describe persons: small numbers are added up, and both are empty for fewer than ten people.
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
class ReportPhoto:
    """A photo as it goes on paper: the SHA-256 of its file, what it belongs to by number, and a small copy.

    `data` is empty where the file is missing or cannot be read.
    """

    content: str
    caption: str
    idea: int | None = None
    issue: int | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class ChosenPhoto:
    """A photo that respondents chose for an item of a form, and how many did.

    `picture` is none where the photo was removed from the library, and where the idea it belongs to was `withdrawn`.
    """

    item: str
    times: int
    picture: ReportPhoto | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class FormReport:
    """An evaluation form with its result, none where it has not been closed, and the photos chosen as answers."""

    form: FormRecord
    result: FormResult | None
    photos: tuple[ChosenPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionReport:
    """One session. Ideas, notes and local issues are without their authors."""

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
    notes: tuple[NoteRecord, ...] = ()
    issues: tuple[LocalIssueRecord, ...] = ()
    proposals: tuple[ProposalRecord, ...] = ()
    photos: tuple[ReportPhoto, ...] = ()


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
    retention: RetentionCounts = field(default_factory=RetentionCounts)
    field: FieldReport = field(default_factory=FieldReport)
    types: tuple[TypeComparison, ...] = ()
    trends: tuple[SessionTrend, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseReport:
    """One phase of a project as of a day; `attended` counts people who came to at least one of its sessions."""

    project: ProjectRecord
    document_number: str
    as_of: date
    phase: PhaseSummary
    attended: int
    board: IdeaBoard
    services: tuple[CityServiceRecord, ...]
    changes: tuple[ServiceChange, ...]
    follow_ups: tuple[FollowUpRecord, ...]
    utc_offset: int
    checksum: str
    field: FieldReport = field(default_factory=FieldReport)


def count_words(words: Iterable[StrEnum | None], order: Iterable[StrEnum]) -> tuple[CountLine, ...]:
    """How often each word occurs, in the given order, those not told last; words that do not occur are left out."""
    listed = list(words)
    lines = [CountLine(word, listed.count(word)) for word in (*order, None)]
    return tuple(line for line in lines if line.count)


def join_neighbours(lines: tuple[CountLine, ...]) -> tuple[CountLine, ...]:
    """Ordered bands with neighbours taken together until each holds five or more; empty for fewer than ten people.

    Those who told no band are no band and stay as they are, unless that would leave a band too small to tell.
    """
    told = [line for line in lines if line.word is not None]
    if sum(line.count for line in lines) < SMALLEST_GROUP or sum(line.count for line in told) < SMALLEST_CELL:
        return ()
    joined: list[CountLine] = []
    for line in told:
        if joined and joined[-1].count < SMALLEST_CELL:
            joined[-1] = _together(joined[-1], line)
        else:
            joined.append(line)
    if len(joined) > 1 and joined[-1].count < SMALLEST_CELL:
        last = joined.pop()
        joined[-1] = _together(joined[-1], last)
    return (*joined, *(line for line in lines if line.word is None))


def add_up_small(lines: tuple[CountLine, ...]) -> tuple[CountLine, ...]:
    """Bands without an order with those below five added up, with others until nobody can be worked out.

    Empty for fewer than ten people, and where nothing would be left to tell.
    """
    told = sorted((line for line in lines if line.word is not None), key=lambda line: line.count)
    small = [line for line in told if line.count < SMALLEST_CELL]
    while small and len(small) < len(told) and (len(small) < 2 or sum(line.count for line in small) < SMALLEST_CELL):
        small.append(told[len(small)])
    if sum(line.count for line in lines) < SMALLEST_GROUP or (told and len(small) == len(told)):
        return ()
    kept = [line for line in lines if line.word is not None and line not in small]
    if small:
        kept.append(CountLine(None, sum(line.count for line in small), others=True))
    return (*kept, *(line for line in lines if line.word is None))


def _together(first: CountLine, second: CountLine) -> CountLine:
    return CountLine(first.word, first.count + second.count, upto=second.upto or second.word)
