"""The budget: a tap on what it should be spent on; a bar at the foot fills."""

from collections.abc import Sequence

from workshop.models.records.votes import PollOptionRecord
from workshop.models.telling.methods import money
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import announce
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.voting.budget.cards import CostCards
from workshop.ui.shared_screen.voting.budget.cost_card import CostCard
from workshop.ui.shared_screen.voting.budget.paper import BudgetVote
from workshop.ui.shared_screen.voting.budget.spent_bar import SpentBar
from workshop.ui.shared_screen.voting.options.hint import Hint
from workshop.ui.shared_screen.voting.options.step import OptionsStep


class BudgetStep(OptionsStep):
    """One clear gesture: a tap takes an option, another one leaves it out; what no longer fits is refused with words."""

    def __init__(self, look: Look, vote: BudgetVote, *, back: Call, check: Call) -> None:
        super().__init__(look, vote, back=back, check=check)
        self._paper = vote.paper
        self.grid = CostCards(look, vote)
        self.grid.touched.connect(self._touched)
        self.bar = SpentBar(look, vote)
        dearest = max((option.cost or 0 for option in vote.order), default=0)
        refusals = [self._refusal(dearest, dearest), self._refusal(dearest, vote.poll.budget + dearest)]
        self.hint = Hint(look, self.with_promise(self._rule()), refusals)
        self.lay_out(self.hint, self.bar, self.pages)

    @property
    def card_pages(self) -> CostCards:
        """The cards."""
        return self.grid

    @property
    def cards(self) -> tuple[CostCard, ...]:
        """All options in their order."""
        return self.grid.cards

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to go about on the ballot by keys alone."""
        say = self.look.language.say
        return [
            ("← ↑ ↓ →", say("Move around")), ("Space", say("Choose one")), ("−", say("Take back")),
            ("Enter", say("Check")), *super().keys(), *self.page_keys(),
        ]  # fmt: skip

    def _touched(self, option: PollOptionRecord, missing: int) -> None:
        self.bar.show_spent()
        if missing:
            self.hint.refuse(self._refusal(option.cost or 0, missing))
            return
        self.hint.tell_rule()
        say = self.look.language.say
        told = say("selected") if option.id in self._paper.taken else say("taken back")
        announce(self.bar, f"{option.text}, {told}. {self.bar.told()}")

    def _rule(self) -> str:
        say = self.look.language.say
        return say("Tap what the budget should be spent on. Tap it again to take it back.")

    def _refusal(self, cost: int, missing: int) -> str:
        """How much is missing; where nothing that was chosen could help, that it costs more than the whole budget."""
        poll, say = self._vote.poll, self.look.language.say
        over = cost - poll.budget
        if over > 0:
            return say("This costs {money} more than the whole budget.", money=self._money(over))
        return say(
            "This costs {cost}: {money} too little is left. Take back something you chose.",
            cost=self._money(cost), money=self._money(missing),
        )  # fmt: skip

    def _money(self, amount: int) -> str:
        return money(self.look.language, amount, self._vote.poll.unit)
