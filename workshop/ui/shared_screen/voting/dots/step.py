"""The ballot: every option a card, the dots that are left below."""

from collections.abc import Sequence
from uuid import UUID

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import announce
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.voting.dots.cards import BallotCards
from workshop.ui.shared_screen.voting.dots.left import DotsLeft
from workshop.ui.shared_screen.voting.dots.option_card import OptionCard
from workshop.ui.shared_screen.voting.dots.paper import DotsVote, Refusal
from workshop.ui.shared_screen.voting.options.hint import Hint
from workshop.ui.shared_screen.voting.options.step import OptionsStep


class BallotStep(OptionsStep):
    """One clear gesture: a tap adds, the minus takes back."""

    def __init__(self, look: Look, vote: DotsVote, *, back: Call, check: Call) -> None:
        super().__init__(look, vote, back=back, check=check)
        self._ballot = vote
        self.hint = Hint(look, self._rule(), [self._words(refusal) for refusal in Refusal])
        self.grid = BallotCards(look, vote)
        self.grid.touched.connect(self._touched)
        self.left = DotsLeft(look, vote)
        self.lay_out(self.hint, None, self.pages, None, self.left)

    @property
    def card_pages(self) -> BallotCards:
        """The cards."""
        return self.grid

    @property
    def cards(self) -> tuple[OptionCard, ...]:
        """All options in their order."""
        return self.grid.cards

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to go about on the ballot by keys alone."""
        say, approval = self.look.language.say, self._ballot.paper.is_approval
        placing = say("Choose one") if approval else say("Place a dot")
        taking = [] if approval else [("−", say("Take a dot back"))]
        moving = [("← ↑ ↓ →", say("Move around")), ("Space", placing), *taking]
        return [*moving, *self.page_keys(), ("Enter", say("Check")), *super().keys()]

    def _touched(self, _option: UUID, refusal: Refusal | None) -> None:
        self.left.show_left()
        if refusal:
            self.hint.refuse(self._words(refusal))
            return
        self.hint.tell_rule()
        announce(self.left, self.left.told())

    def _rule(self) -> str:
        vote, say = self._ballot, self.look.language.say
        if vote.paper.is_approval:
            what = say("Choose up to {n}.", n=vote.poll.dots)
        elif vote.poll.dots == 1:
            what = say("One dot for one option.")
        elif vote.poll.per_option >= vote.poll.dots:
            what = say("You have {n} dots. Several may go on one option.", n=vote.poll.dots)
        else:
            what = say("You have {n} dots, at most {most} on one option.", n=vote.poll.dots, most=vote.poll.per_option)
        return self.with_promise(what)

    def _words(self, refusal: Refusal) -> str:
        vote, say, say_many = self._ballot, self.look.language.say, self.look.language.say_many
        if refusal is Refusal.ENOUGH_HERE:
            return say_many("At most {n} dot on one option.", "At most {n} dots on one option.", vote.poll.per_option)
        if vote.paper.is_approval:
            return say("You have chosen {n} already. Tap one again to take it back.", n=vote.poll.dots)  # fmt: skip
        return say("No dots are left. Take one back with the minus.")
