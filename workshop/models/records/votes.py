"""What services tell about polls. No record ever ties a secret ballot to a voter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from workshop.models.enums import BallotKind, Channel, CountingRule, Electorate, OptionSource, PollState, Sector


@dataclass(frozen=True, slots=True)
class PollOptionRecord:
    """A choice on the ballot.

    `idea_id`, `theme_id` or `proposal_id` where it came from one; `lot` its place in the lot that was drawn at opening,
    known from the close on;
    `cost` in the unit of the poll, where a budget is spent.
    """

    id: UUID
    poll_id: UUID
    position: int
    text: str
    idea_id: UUID | None
    theme_id: UUID | None
    lot: int | None
    cost: int | None = None
    proposal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PollRecord:
    """A vote.

    `dots` is the most a voter may give in all: dots, choices, places of a ranking, comparisons of two; `per_option` the
    most on one option (1 but for dots). `lowest` to `highest` are the grades of a score vote, `budget` in `unit` what may
    be spent, `ties` whether a ranking may put several options in one place, `seats` how many options are to be chosen
    (none: whatever comes first). `rule` is how it is counted. `secret` is off for a vote by name. `sector` names who may
    vote where the electorate is one sector. `lot_seal` is the SHA-256 of the lot's seed, known from the opening on, the
    seed itself from the close on; `by_channel` how many ballots came in by which way, known from the close on.
    """

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
    rule: CountingRule = CountingRule.DOTS
    secret: bool = True
    sector: Sector | None = None
    seats: int | None = None
    lowest: int = 1
    highest: int = 5
    budget: int = 0
    unit: str = ""
    ties: bool = False
    lot_seal: str = ""
    close_reason: str = ""
    annul_reason: str = ""
    annulled_at: datetime | None = None
    by_channel: tuple[tuple[Channel, int], ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether its ballots may be counted: it is closed, and perhaps annulled since."""
        return self.closed_at is not None and self.state in {
            PollState.CLOSED, PollState.REVEALED, PollState.ANNULLED,
        }  # fmt: skip


class Comparison(NamedTuple):
    """Two options set against each other on a ballot; `preferred` is one of them, or none for “can't decide”."""

    one: UUID
    other: UUID
    preferred: UUID | None


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """An organization that votes through a delegate; `weight` is how many votes it has, `delegates` their numbers."""

    id: UUID
    project_id: UUID
    name: str
    weight: int
    delegates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class VoterRecord:
    """Somebody who may vote, and whether a ballot was cast; never when. A delegate votes for an organization."""

    participant_id: UUID
    number: int
    voted: bool
    organization: str = ""
    weight: int = 1


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
    """One option of a result; options with the same standing share the rank.

    `points` are what the rule counts: dots, votes, the mean grade, points by place, won comparisons, the rank alone where
    a rule gives none (then 0). `chosen` where the rule chose it.
    """

    option: PollOptionRecord
    points: Fraction
    rank: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class LotUse:
    """Where the lot decided: at which point of the count, between which options, and which it chose."""

    at: str
    options: tuple[UUID, ...]
    chosen: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PollResult:
    """A counted poll: lines by rank, ballots by channel, and every use of the lot.

    `ties` holds groups of option ids that share a rank; `winners` those that came first or were chosen, in the order of
    choice. `details` is what one rule alone has to tell (rounds, a matrix, medians), by option ids as text.
    `weighted` is how many votes the ballots carry together, where organizations have weights.
    """

    poll: PollRecord
    entitled: int
    ballots: int
    by_channel: tuple[tuple[Channel, int], ...]
    blank: int
    invalid: int
    lines: tuple[ResultLine, ...]
    ties: tuple[tuple[UUID, ...], ...]
    rule: CountingRule = CountingRule.DOTS
    winners: tuple[UUID, ...] = ()
    lots: tuple[LotUse, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])
    weighted: int | None = None

    @property
    def options(self) -> Mapping[UUID, PollOptionRecord]:
        """The options by id."""
        return {line.option.id: line.option for line in self.lines}


@dataclass(frozen=True, slots=True)
class SectorResult:
    """The result among the voters of one sector, shown only where at least ten of them voted."""

    sector: Sector
    result: PollResult
