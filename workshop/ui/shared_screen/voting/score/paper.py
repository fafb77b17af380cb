"""Grades while they are given."""

from collections.abc import Sequence

from workshop.ui.shared_screen.voting.marks.paper import MarksPaper
from workshop.ui.shared_screen.voting.vote import Vote


class ScorePaper(MarksPaper):
    """The grade of each option that has one."""

    @property
    def values(self) -> Sequence[int]:
        """The grades from the lowest to the highest."""
        return range(self.poll.lowest, self.poll.highest + 1)


ScoreVote = Vote[ScorePaper]
