"""The grades: every option with all of them side by side."""

from collections.abc import Sequence

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.voting.marks.step import MarksStep
from workshop.ui.shared_screen.voting.score.paper import ScoreVote
from workshop.ui.shared_screen.voting.score.view import scale_of


class ScoreStep(MarksStep):
    """A tap on a grade gives it; a tap on the one that was given takes it back: no answer, which is not zero."""

    def __init__(self, look: Look, vote: ScoreVote, *, back: Call, check: Call) -> None:
        number = look.language.number
        self._lowest, self._highest = number(vote.poll.lowest), number(vote.poll.highest)
        super().__init__(look, vote, scale_of(look.language, vote.poll), back=back, check=check)

    def rule(self) -> str:
        """From where to where, and how to take a grade back."""
        say = self.look.language.say
        return say(
            "{lowest} is the lowest grade, {highest} the highest. Tap it again to take it back: no answer is not zero.",
            lowest=self._lowest, highest=self._highest,
        )  # fmt: skip

    def refusal(self) -> str:
        """Between which numbers a grade lies."""
        say = self.look.language.say
        return say("A grade lies between {lowest} and {highest}.", lowest=self._lowest, highest=self._highest)

    def counted(self, n: str, most: str) -> str:
        """How many options have a grade."""
        return self.look.language.say("{n} of {all} graded", n=n, all=most)

    def mark_keys(self) -> Sequence[tuple[str, str]]:
        """Digits give a grade, Space the next one."""
        say = self.look.language.say
        return [(f"{self._lowest} … {self._highest}", say("That grade")), ("Space", say("Next grade"))]
