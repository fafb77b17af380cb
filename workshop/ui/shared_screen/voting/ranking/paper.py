"""An order of the options while it is made: places from the first on, several in one where the vote allows that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.ui.shared_screen.voting.vote import Paper, Vote


class Refusal(Enum):
    """Why a place was not given."""

    NONE_LEFT = "none left"
    NOT_YET = "not yet"
    NOTHING_BEFORE = "nothing before"


@dataclass
class RankingPaper(Paper):
    """The places from the first on; each holds one option, or several where the vote allows equal places."""

    poll: PollRecord
    places: list[list[UUID]] = field(default_factory=list)

    def choices(self) -> Mapping[UUID, int]:
        """The place of each option that has one."""
        return {option: place for place, group in enumerate(self.places, 1) for option in group}

    @property
    def most(self) -> int:
        """How many options can be given a place."""
        return min(self.poll.dots, len(self.poll.options))

    @property
    def placed(self) -> int:
        """How many options have a place."""
        return sum(len(group) for group in self.places)

    @property
    def left(self) -> int:
        """How many more can be given one."""
        return self.most - self.placed

    def place_of(self, option: UUID) -> int:
        """The place of an option, from 1; 0 where it has none."""
        return self.choices().get(option, 0)

    def put_next(self, option: UUID) -> Refusal | None:
        """Give an option that has none the next place, or say why not."""
        return self.put_at(option, len(self.places) + 1)

    def put_at(self, option: UUID, place: int) -> Refusal | None:
        """Give an option this place; those from there on move down. Says why not."""
        has = self.place_of(option)
        if not has and self.left <= 0:
            return Refusal.NONE_LEFT
        alone = has and len(self.places[has - 1]) == 1
        if place > len(self.places) + (0 if alone else 1):
            return Refusal.NOT_YET
        if place != has or not alone:
            self.take_back(option)
            self.places.insert(place - 1, [option])
        return None

    def put_beside(self, option: UUID) -> Refusal | None:
        """Put an option beside the last placed, or one that has a place beside those before it; or say why not."""
        has = self.place_of(option)
        before = has - 1 if has else len(self.places)
        if not before:
            return Refusal.NOTHING_BEFORE
        if not has and self.left <= 0:
            return Refusal.NONE_LEFT
        group = self.places[before - 1]
        self.take_back(option)
        group.append(option)
        return None

    def take_back(self, option: UUID) -> None:
        """Take a place back; the later ones move up."""
        for group in self.places:
            if option in group:
                group.remove(option)
        self.places = [group for group in self.places if group]

    def can_move(self, option: UUID, by: int) -> bool:
        """Whether an option can go one place up (-1) or down (1)."""
        has = self.place_of(option)
        return has > 0 and (len(self.places[has - 1]) > 1 or 1 <= has + by <= len(self.places))

    def move(self, option: UUID, by: int) -> bool:
        """Move an option one place up (-1) or down (1), out of a place it shares or past the next; whether it could."""
        if not self.can_move(option, by):
            return False
        has = self.place_of(option)
        group = self.places[has - 1]
        if len(group) > 1:
            group.remove(option)
            self.places.insert(has - 1 if by < 0 else has, [option])
            return True
        to = has - 1 + by
        self.places[has - 1], self.places[to] = self.places[to], group
        return True


RankingVote = Vote[RankingPaper]


def ranked(vote: RankingVote) -> Sequence[tuple[PollOptionRecord, int]]:
    """The options that have a place, from the first on; those in one place in the order of the ballot."""
    places = vote.paper.choices()
    return sorted(((option, places[option.id]) for option in vote.order if option.id in places), key=lambda one: one[1])
