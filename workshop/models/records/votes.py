"""What services tell about polls. No record ever ties a ballot to a voter."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import BallotKind, Channel, Electorate, OptionSource, PollState


@dataclass(frozen=True, slots=True)
class PollOptionRecord:
    """A choice on the ballot; `idea_id` where it came from an idea, `lot` its place in the lot drawn at opening."""

    id: UUID
    poll_id: UUID
    position: int
    text: str
    idea_id: UUID | None
    theme_id: UUID | None
    lot: int | None


@dataclass(frozen=True, slots=True)
class PollRecord:
    """A vote. `dots` is the most a voter may give in all, `per_option` the most on one option (1 for approval)."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID
    activity_id: UUID | None
    title: str
    ballot: BallotKind
    dots: int
    per_option: int
    electorate: Electorate
    source: OptionSource
    shuffled: bool
    state: PollState
    lot_seed: str
    opened_at: datetime | None
    closed_at: datetime | None
    revealed_at: datetime | None
    options: tuple[PollOptionRecord, ...]


@dataclass(frozen=True, slots=True)
class VoterRecord:
    """Somebody who may vote, and whether a ballot was cast; never when."""

    participant_id: UUID
    number: int
    voted: bool


@dataclass(frozen=True, slots=True)
class Turnout:
    """What may be seen while a poll runs: who has voted, never what."""

    poll: PollRecord
    voters: tuple[VoterRecord, ...]

    @property
    def voted(self) -> int:
        """How many have voted."""
        return sum(voter.voted for voter in self.voters)

    @property
    def entitled(self) -> int:
        """How many may vote."""
        return len(self.voters)


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One option of a result; options with the same points share the rank."""

    option: PollOptionRecord
    points: int
    rank: int


@dataclass(frozen=True, slots=True)
class PollResult:
    """A counted poll: lines by rank, ballots by channel, and every use of the lot.

    `ties` holds groups of option ids that share their points.
    """

    poll: PollRecord
    entitled: int
    ballots: int
    by_channel: tuple[tuple[Channel, int], ...]
    blank: int
    invalid: int
    lines: tuple[ResultLine, ...]
    ties: tuple[tuple[UUID, ...], ...]
