"""Yes, no or abstain while they are given, to each proposal by itself."""

from collections.abc import Sequence

from workshop.ui.shared_screen.voting.marks.paper import MarksPaper
from workshop.ui.shared_screen.voting.vote import Vote

YES, NO, ABSTAIN = 1, -1, 0


class YesNoPaper(MarksPaper):
    """The answer to each proposal that has one; an abstention is an answer, no answer is none."""

    @property
    def values(self) -> Sequence[int]:
        """Yes, no, abstain, as they stand on the ballot."""
        return (YES, NO, ABSTAIN)


YesNoVote = Vote[YesNoPaper]
