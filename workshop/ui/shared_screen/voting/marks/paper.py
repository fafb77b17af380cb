"""One mark per option while a ballot is filled in; an option without a mark has no answer, which is not zero."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.ui.shared_screen.voting.vote import Paper, Vote


@dataclass
class MarksPaper(Paper):
    """The mark of each option that has one."""

    poll: PollRecord
    given: dict[UUID, int] = field(default_factory=dict)

    @property
    def values(self) -> Sequence[int]:
        """The marks there are, from the first to the last."""
        raise NotImplementedError

    def choices(self) -> Mapping[UUID, int]:
        """The mark of each option."""
        return dict(self.given)

    def give(self, option: UUID, value: int) -> None:
        """Give an option this mark in place of another one."""
        self.given[option] = value

    def toggle(self, option: UUID, value: int) -> None:
        """Give an option this mark, or take it back where it has it."""
        if self.given.get(option) == value:
            self.take_back(option)
        else:
            self.give(option, value)

    def turn(self, option: UUID) -> None:
        """Give an option the next mark; after the last one it has none again."""
        values = self.values
        has = self.given.get(option)
        at = 0 if has is None else values.index(has) + 1
        if at < len(values):
            self.give(option, values[at])
        else:
            self.take_back(option)

    def take_back(self, option: UUID) -> None:
        """Leave an option without a mark."""
        self.given.pop(option, None)


MarksVote = Vote[MarksPaper]


def marked(vote: MarksVote) -> Sequence[tuple[PollOptionRecord, int]]:
    """The options with a mark, in the order of the ballot."""
    given = vote.paper.given
    return [(option, given[option.id]) for option in vote.order if option.id in given]
