"""The options of a budget with their costs, a page of them at a time."""

from PySide6.QtCore import QSize, Signal

from workshop.models.records.votes import PollOptionRecord
from workshop.models.telling.methods import money
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.budget.cost_card import CostCard
from workshop.ui.shared_screen.voting.budget.grid import CostGrid, choose_grid
from workshop.ui.shared_screen.voting.budget.paper import BudgetVote
from workshop.ui.shared_screen.voting.options.card_pages import CardPages


class CostCards(CardPages):
    """The cards of one page; `touched` tells the option, and how much is missing where it was refused (else 0)."""

    touched = Signal(object, object)

    def __init__(self, look: Look, vote: BudgetVote) -> None:
        super().__init__(look, vote, CostGrid(2, 3, look.px(96), look.size("body"), look.px(100)))
        self._paper = vote.paper
        self.cards = tuple(self._card(option, vote.poll.unit) for option in vote.order)
        self.put(self.cards)
        self._show()

    def choose(self, room: QSize) -> CostGrid:
        """The fewest pages on which every text and every cost is seen whole."""
        return choose_grid(self.look, [card.text() for card in self.cards], [card.cost for card in self.cards], room)

    def fit(self) -> None:
        """All costs stand below each other."""
        grid = self.grid
        if isinstance(grid, CostGrid):
            for card in self.cards:
                card.set_grid(grid)

    def _card(self, option: PollOptionRecord, unit: str) -> CostCard:
        card = CostCard(self.look, option, money(self.look.language, option.cost or 0, unit))
        card.wanted.connect(self._take)
        card.left_out.connect(self._leave_out)
        card.moved.connect(lambda key: self.go_from(card, key))
        return card

    def _take(self, option: PollOptionRecord) -> None:
        missing = self._paper.take(option)
        self._show()
        self.touched.emit(option, missing)

    def _leave_out(self, option: PollOptionRecord) -> None:
        self._paper.take_back(option)
        self._show()
        self.touched.emit(option, 0)

    def _show(self) -> None:
        for card in self.cards:
            is_taken = card.option.id in self._paper.taken
            card.show_state(is_taken=is_taken, is_too_dear=self._paper.missing(card.option) > 0)
