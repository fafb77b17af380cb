"""Dots, or choices, while they are placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.ui.shared_screen.voting.vote import Paper, Vote


class Refusal(Enum):
    """Why a dot was not placed."""

    NONE_LEFT = "none left"
    ENOUGH_HERE = "enough here"


@dataclass
class DotsPaper(Paper):
    """How many dots lie on each option."""

    poll: PollRecord
    dots: dict[UUID, int] = field(default_factory=dict)

    def choices(self) -> Mapping[UUID, int]:
        """The dots by option."""
        return dict(self.dots)

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


DotsVote = Vote[DotsPaper]


def chosen(vote: DotsVote) -> Sequence[tuple[PollOptionRecord, int]]:
    """The options with dots, in the order of the ballot."""
    dots = vote.paper.dots
    return [(option, dots[option.id]) for option in vote.order if dots.get(option.id)]
