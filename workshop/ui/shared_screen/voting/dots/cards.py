"""The options of a ballot on cards; a page of them at a time."""

from uuid import UUID

from PySide6.QtCore import QSize, Signal

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.dots.option_card import OptionCard, beside
from workshop.ui.shared_screen.voting.dots.paper import DotsVote, Refusal
from workshop.ui.shared_screen.voting.options.card_pages import CardPages
from workshop.ui.shared_screen.voting.options.grid import Grid, choose_grid


class BallotCards(CardPages):
    """The cards of one page; columns, rows and pages follow from the room."""

    touched = Signal(object, object)  # option, refusal or None

    def __init__(self, look: Look, vote: DotsVote) -> None:
        super().__init__(look, vote, Grid(2, 3, look.px(96), look.size("body")))
        self._ballot = vote
        self._most = min(vote.poll.per_option, vote.poll.dots)
        self.cards = tuple(self._card(option.id, option.text) for option in vote.order)
        self.put(self.cards)

    def choose(self, room: QSize) -> Grid:
        """The fewest pages on which every text is seen whole."""
        approval = self._ballot.paper.is_approval
        texts = [option.text for option in self._ballot.order]
        return choose_grid(
            self.look, texts, room,
            lambda width: self.look.px(22) + beside(self.look, width, approval=approval, most=self._most),
        )  # fmt: skip

    def fit(self) -> None:
        """All words in one size."""
        for card in self.cards:
            card.set_size(self.grid.size)

    def _card(self, option: UUID, text: str) -> OptionCard:
        vote = self._ballot
        card = OptionCard(
            self.look, option, text, approval=vote.paper.is_approval, size=self.look.size("body"),
            most=self._most,
        )  # fmt: skip
        card.set_count(vote.paper.dots.get(option, 0))
        card.added.connect(self._add)
        card.removed.connect(self._remove)
        card.moved.connect(lambda key, card=card: self.go_from(card, key))
        return card

    def _add(self, option: UUID) -> None:
        refusal = self._ballot.paper.add(option)
        self._tell(option, refusal)

    def _remove(self, option: UUID) -> None:
        self._ballot.paper.remove(option)
        self._tell(option, None)

    def _tell(self, option: UUID, refusal: Refusal | None) -> None:
        card = next(card for card in self.cards if card.objectName() == f"option-{option}")
        card.set_count(self._ballot.paper.dots.get(option, 0))
        self.touched.emit(option, refusal)
