"""What a budget is spent on, while that is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.ui.shared_screen.voting.vote import Paper, Vote


@dataclass
class BudgetPaper(Paper):
    """The options that were taken; money in the unit of the poll."""

    poll: PollRecord
    taken: set[UUID] = field(default_factory=set)

    def choices(self) -> Mapping[UUID, int]:
        """A 1 for each option that was taken, in the order of the poll."""
        return {option.id: 1 for option in self.poll.options if option.id in self.taken}

    @property
    def spent(self) -> int:
        """What the options that were taken cost together."""
        return sum(option.cost or 0 for option in self.poll.options if option.id in self.taken)

    @property
    def left(self) -> int:
        """What can still be spent."""
        return self.poll.budget - self.spent

    def missing(self, option: PollOptionRecord) -> int:
        """How much more would be needed to take an option as well; 0 where it fits or is taken."""
        return 0 if option.id in self.taken else max(0, (option.cost or 0) - self.left)

    def take(self, option: PollOptionRecord) -> int:
        """Take an option where it fits; else how much is missing."""
        missing = self.missing(option)
        if not missing:
            self.taken.add(option.id)
        return missing

    def take_back(self, option: PollOptionRecord) -> None:
        """Leave an option out again."""
        self.taken.discard(option.id)


BudgetVote = Vote[BudgetPaper]


def taken(vote: BudgetVote) -> Sequence[PollOptionRecord]:
    """The options that were taken, in the order of the ballot."""
    return [option for option in vote.order if option.id in vote.paper.taken]
