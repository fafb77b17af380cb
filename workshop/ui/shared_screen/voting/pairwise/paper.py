"""Two options at a time, while they are compared."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from workshop.methods.voting.pairs import choose_pairs
from workshop.models.records.votes import Comparison, PollOptionRecord, PollRecord
from workshop.ui.shared_screen.voting.vote import Paper, Vote

_DICE = random.SystemRandom()
Pair = tuple[PollOptionRecord, PollOptionRecord]


@dataclass
class PairwisePaper(Paper):
    """The pairs of this voter, what was preferred in each that was compared (none: can't decide), and where the voter is."""

    pairs: Sequence[Pair]
    preferred: dict[int, UUID | None] = field(default_factory=dict)
    at: int = 0

    def comparisons(self) -> Sequence[Comparison]:
        """Those that were made; the others stay out."""
        return [
            Comparison(one.id, other.id, self.preferred[place])
            for place, (one, other) in enumerate(self.pairs)
            if place in self.preferred
        ]

    @property
    def here(self) -> Pair:
        """The two options that are compared now."""
        return self.pairs[self.at]

    def prefer(self, option: UUID | None) -> bool:
        """Prefer one of the two, or neither, and go to the next two; whether there are any."""
        self.preferred[self.at] = option
        if self.at + 1 >= len(self.pairs):
            return False
        self.at += 1
        return True

    def go_back(self) -> bool:
        """Go to the two before; whether there are any."""
        if self.at == 0:
            return False
        self.at -= 1
        return True


PairwiseVote = Vote[PairwisePaper]


def draw_paper(poll: PollRecord) -> PairwisePaper:
    """An empty paper with pairs drawn for one voter."""
    return PairwisePaper(choose_pairs(poll.options, poll.dots, _DICE))
