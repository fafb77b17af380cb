"""One voter's ballot while it is filled in: plain values, thrown away as a whole."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar
from uuid import UUID, uuid4

from workshop.models.records.votes import Comparison, PollOptionRecord, PollRecord, VoterRecord

_DICE = random.SystemRandom()


class VoteStep(Enum):
    """Where a voter is."""

    CODE = "code"
    RULES = "rules"
    BALLOT = "ballot"
    CHECK = "check"
    DONE = "done"


class Paper:
    """What a voter has marked so far; each kind of ballot has its own."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is marked."""
        return not self.choices() and not self.comparisons()

    def choices(self) -> Mapping[UUID, int]:
        """The marks as `voting.cast_ballot` takes them."""
        return {}

    def comparisons(self) -> Sequence[Comparison]:
        """The comparisons of two, where the ballot asks for them."""
        return ()


PaperT = TypeVar("PaperT", bound=Paper, covariant=True)


@dataclass
class Vote(Generic[PaperT]):
    """The ballot of one voter, who came with a `code` or was called without one; `order` is the order of their options."""

    poll: PollRecord
    voter: VoterRecord
    order: tuple[PollOptionRecord, ...]
    paper: PaperT
    code: str = ""
    page: int = 0
    _key: UUID | None = None
    _of: object = None

    def key(self) -> UUID:
        """The random key of this ballot as it is marked now; a second try uses the same.

        What was changed since has another key: should the first try have been kept after all, the voter is then told so,
        and not that the change was cast.
        """
        marked = dict(self.paper.choices()), tuple(self.paper.comparisons())
        if self._key is None or marked != self._of:
            self._key, self._of = uuid4(), marked
        return self._key


def order_for_voter(poll: PollRecord) -> tuple[PollOptionRecord, ...]:
    """The options; shuffled for this voter where the poll says so."""
    options = list(poll.options)
    if poll.shuffled:
        _DICE.shuffle(options)
    return tuple(options)
