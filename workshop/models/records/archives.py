"""What services tell about archives: one that was written, one that was looked at, what taking one in will do or did."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from workshop.language import Message


@dataclass(frozen=True, slots=True)
class WrittenBag:
    """An archive that was written: its folder and, where it was wanted, its ZIP file; `files` are names inside.

    `warnings` say which texts should be looked at before it is handed on.
    """

    folder: Path | None
    packed: Path | None
    files: tuple[str, ...]
    left_out: tuple[Message, ...]
    warnings: tuple[Message, ...]
    manifest: str


@dataclass(frozen=True, slots=True)
class CheckedBag:
    """An archive that was looked through: whole and unchanged where there are no findings.

    `differences` are pairs of what is wrong (changed, missing, extra) and the file; `findings` says them in words.
    """

    place: str
    title: str
    document_number: str
    made_on: str
    files: int
    differences: tuple[tuple[str, str], ...]
    findings: tuple[Message, ...]
    manifest: str

    @property
    def sound(self) -> bool:
        """Whether it is whole and unchanged."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class TakenInRecord:
    """Where data came from, and when it was taken in."""

    id: UUID
    manifest: str
    project_id: UUID
    lab_session_id: UUID | None
    title: str
    document_number: str
    organization: str
    city: str
    station: str
    with_register: bool
    made_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SetAsideRecord:
    """A version of a row that gave way: what the row is, the words that gave way, and those that are here, if it still is."""

    id: UUID
    label: Message
    words: Message | str
    kept: Message | str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What taking an archive in does, or did.

    `added`, `updated`, `same` count rows by table. `conflicts` says where both laptops had changed the same and which words
    were kept; `changes` what was given a new number or the like; `left_out` what the archive says is not in it, by language.
    """

    title: str
    document_number: str
    project_id: UUID
    lab_session_id: UUID | None
    is_new: bool
    with_register: bool
    added: dict[str, int] = field(default_factory=dict[str, int])
    updated: dict[str, int] = field(default_factory=dict[str, int])
    same: dict[str, int] = field(default_factory=dict[str, int])
    conflicts: tuple[Message, ...] = ()
    changes: tuple[Message, ...] = ()
    left_out: tuple[dict[str, str], ...] = ()
    manifest: str = ""
    backup: Path | None = None

    @property
    def changes_nothing(self) -> bool:
        """Whether everything in the archive is here already."""
        return not (self.added or self.updated or self.conflicts or self.changes)


@dataclass(frozen=True, slots=True)
class RefusedBag:
    """An archive that was not taken in, and why."""

    place: Path
    reason: Message


@dataclass(frozen=True, slots=True)
class SessionSum:
    """A session of an organization's archive in numbers: people, ideas, votes that are over, ballots, answers."""

    city: str
    organization: str
    project: str
    session: str
    document_number: str
    on: date | None
    attended: int
    ideas: int
    votes: int
    ballots: int
    answers: int


@dataclass(frozen=True, slots=True)
class CollectionSums:
    """What the sessions of an organization's archive come to together."""

    projects: int
    cities: tuple[str, ...]
    sessions: tuple[SessionSum, ...]
    follow_ups: int
    follow_ups_done: int

    def total(self, name: str) -> int:
        """The sum of one number over all sessions."""
        return sum(getattr(line, name) for line in self.sessions)


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of many archives that were to be taken in, and what is there now."""

    taken: tuple[MergeReport, ...]
    refused: tuple[RefusedBag, ...]
    sums: CollectionSums
