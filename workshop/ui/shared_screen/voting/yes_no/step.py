"""The proposals: every one with yes, no and abstain side by side."""

from collections.abc import Sequence

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.voting.marks.step import MarksStep
from workshop.ui.shared_screen.voting.yes_no.paper import YesNoVote
from workshop.ui.shared_screen.voting.yes_no.view import scale_of


class YesNoStep(MarksStep):
    """A tap on an answer gives it; a tap on the one that was given takes it back."""

    def __init__(self, look: Look, vote: YesNoVote, *, back: Call, check: Call) -> None:
        super().__init__(look, vote, scale_of(look.language), back=back, check=check)

    def rule(self) -> str:
        """What can be answered, and how to take it back."""
        say = self.look.language.say
        if len(self._vote.order) == 1:
            return say("Tap yes, no or abstain. Tap it again to take it back.")
        return say("Tap yes, no or abstain for each proposal. Tap it again to take it back.")

    def refusal(self) -> str:
        """Which digits are answers."""
        return self.look.language.say("The keys are 1 for yes, 2 for no and 3 for abstain.")

    def counted(self, n: str, most: str) -> str:
        """How many proposals have an answer."""
        return self.look.language.say("{n} of {all} answered", n=n, all=most)

    def mark_keys(self) -> Sequence[tuple[str, str]]:
        """A digit for each answer, Space for the next one."""
        say = self.look.language.say
        return [("1", say("Yes")), ("2", say("No")), ("3", say("Abstain")), ("Space", say("Next answer"))]
