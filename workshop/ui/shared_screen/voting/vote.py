"""One voter's ballot while it is filled in: plain values, thrown away as a whole."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID, uuid4

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollOptionRecord, PollRecord, VoterRecord

_DICE = random.SystemRandom()


class VoteStep(Enum):
    """Where a voter is."""

    CODE = "code"
    RULES = "rules"
    BALLOT = "ballot"
    CHECK = "check"
    DONE = "done"


class Refusal(Enum):
    """Why a dot was not placed."""

    NONE_LEFT = "none left"
    ENOUGH_HERE = "enough here"


@dataclass
class Vote:
    """The ballot of one voter. `order` is the order of this voter's options, `ballot_id` the key made at the first check."""

    poll: PollRecord
    voter: VoterRecord
    order: tuple[PollOptionRecord, ...]
    dots: dict[UUID, int] = field(default_factory=dict)
    ballot_id: UUID | None = None
    page: int = 0

    @classmethod
    def begin(cls, poll: PollRecord, voter: VoterRecord) -> "Vote":
        """An empty ballot; shuffled for this voter where the poll says so."""
        options = list(poll.options)
        if poll.shuffled:
            _DICE.shuffle(options)
        return cls(poll, voter, tuple(options))

    @property
    def is_approval(self) -> bool:
        """Whether an option is taken or not, instead of getting dots."""
        return self.poll.ballot is BallotKind.APPROVAL or self.poll.per_option == 1

    @property
    def placed(self) -> int:
        """How many dots are placed."""
        return sum(self.dots.values())

    @property
    def left(self) -> int:
        """How many dots are left."""
        return self.poll.dots - self.placed

    @property
    def chosen(self) -> Sequence[tuple[PollOptionRecord, int]]:
        """The options with dots, in the order of the ballot."""
        return [(option, self.dots[option.id]) for option in self.order if self.dots.get(option.id)]

    def add(self, option: UUID) -> Refusal | None:
        """Place one more dot, or say why not."""
        if self.dots.get(option, 0) >= self.poll.per_option:
            return Refusal.ENOUGH_HERE
        if self.left <= 0:
            return Refusal.NONE_LEFT
        self.dots[option] = self.dots.get(option, 0) + 1
        return None

    def remove(self, option: UUID) -> None:
        """Take one dot back."""
        if self.dots.get(option, 0) > 1:
            self.dots[option] -= 1
        else:
            self.dots.pop(option, None)

    def key(self) -> UUID:
        """The random key of this ballot, made once; a second try uses the same."""
        self.ballot_id = self.ballot_id or uuid4()
        return self.ballot_id
