"""The options of a ranking on cards; a page of them at a time."""

from uuid import UUID

from PySide6.QtCore import QSize, Signal

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.options.card_pages import CardPages
from workshop.ui.shared_screen.voting.options.grid import Grid, choose_grid
from workshop.ui.shared_screen.voting.ranking.paper import RankingVote, Refusal
from workshop.ui.shared_screen.voting.ranking.place_card import PlaceCard, beside


class RankingCards(CardPages):
    """The cards of one page; columns, rows and pages follow from the room."""

    touched = Signal(object, object)  # option, refusal or None

    def __init__(self, look: Look, vote: RankingVote) -> None:
        super().__init__(look, vote, Grid(2, 3, look.px(96), look.size("body")))
        self._ballot = vote
        self.cards = tuple(self._card(option) for option in vote.order)
        self.put(self.cards)
        self._show_places()

    def choose(self, room: QSize) -> Grid:
        """The fewest pages on which every text is seen whole."""
        texts = [option.text for option in self._ballot.order]
        return choose_grid(self.look, texts, room, lambda width: beside(self.look, width, ties=self._ballot.poll.ties))

    def fit(self) -> None:
        """All words in one size."""
        for card in self.cards:
            card.set_size(self.grid.size)

    def _card(self, option: PollOptionRecord) -> PlaceCard:
        card = PlaceCard(self.look, option.id, option.text, ties=self._ballot.poll.ties)
        card.toggled_place.connect(self._toggle)
        card.put_at.connect(lambda option, place: self._tell(option, self._ballot.paper.put_at(option, place)))
        card.put_beside.connect(self._put_beside)
        card.taken_back.connect(self._take_back)
        card.swapped.connect(self._swap)
        card.moved.connect(lambda key, card=card: self.go_from(card, key))
        return card

    def _toggle(self, option: UUID) -> None:
        if self._ballot.paper.place_of(option):
            self._take_back(option)
        else:
            self._tell(option, self._ballot.paper.put_next(option))

    def _put_beside(self, option: UUID) -> None:
        if self._ballot.poll.ties:
            self._tell(option, self._ballot.paper.put_beside(option))

    def _take_back(self, option: UUID) -> None:
        if self._ballot.paper.place_of(option):
            self._ballot.paper.take_back(option)
            self._tell(option, None)

    def _swap(self, option: UUID, by: int) -> None:
        if self._ballot.paper.move(option, by):
            self._tell(option, None)

    def _tell(self, option: UUID, refusal: Refusal | None) -> None:
        self._show_places()
        self.touched.emit(option, refusal)

    def _show_places(self) -> None:
        places, last = self._ballot.paper.choices(), len(self._ballot.paper.places)
        for card, option in zip(self.cards, self._ballot.order, strict=True):
            card.show_place(places.get(option.id, 0), last if self._ballot.paper.left > 0 else 0)
