"""The options of a ballot on cards; a page of them at a time."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.ballot_grid import GAP, Grid, choose_grid
from workshop.ui.shared_screen.voting.option_card import OptionCard
from workshop.ui.shared_screen.voting.vote import Refusal, Vote


class BallotCards(QWidget):
    """The cards of one page; columns, rows and pages follow from the room."""

    touched = Signal(object, object)  # option, refusal or None
    paged = Signal(int, int)

    def __init__(self, look: Look, vote: Vote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self._grid = Grid(2, 3, look.px(96), look.size("body"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.cards = tuple(self._card(option.id, option.text) for option in vote.order)

    @property
    def grid(self) -> Grid:
        """How the cards lie."""
        return self._grid

    @property
    def shown(self) -> tuple[OptionCard, ...]:
        """The cards of the present page."""
        first = self._vote.page * self._grid.per_page
        return self.cards[first : first + self._grid.per_page]

    def turn_to(self, page: int) -> None:
        """Show a page."""
        self._vote.page = page
        self._place()

    def focus_page(self) -> None:
        """The first card of the page has the keyboard."""
        if self.shown:
            self.shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Two cards at least."""
        return QSize(self._look.px(300), self._look.px(140))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose columns and rows for the room."""
        super().resizeEvent(event)
        vote = self._vote
        texts = [option.text for option in vote.order]
        self._grid = choose_grid(
            self._look, texts, self.size(), approval=vote.is_approval, most=min(vote.poll.per_option, vote.poll.dots)
        )
        vote.page = min(vote.page, self._grid.pages(len(texts)) - 1)
        for card in self.cards:
            card.set_size(self._grid.size)
        self._place()

    def _card(self, option: UUID, text: str) -> OptionCard:
        vote = self._vote
        card = OptionCard(
            self._look, option, text, approval=vote.is_approval, size=self._look.size("body"),
            most=min(vote.poll.per_option, vote.poll.dots),
        )  # fmt: skip
        card.setParent(self)
        card.set_count(vote.dots.get(option, 0))
        card.added.connect(self._add)
        card.removed.connect(self._remove)
        card.moved.connect(lambda key, card=card: self._move(card, key))
        return card

    def _add(self, option: UUID) -> None:
        refusal = self._vote.add(option)
        self._tell(option, refusal)

    def _remove(self, option: UUID) -> None:
        self._vote.remove(option)
        self._tell(option, None)

    def _tell(self, option: UUID, refusal: Refusal | None) -> None:
        card = next(card for card in self.cards if card.objectName() == f"option-{option}")
        card.set_count(self._vote.dots.get(option, 0))
        self.touched.emit(option, refusal)

    def _place(self) -> None:
        grid, px = self._grid, self._look.px
        gap = px(GAP if grid.columns < 4 else 8)
        width = (self.width() - (grid.columns - 1) * gap) // grid.columns
        shown = self.shown
        rows = max(1, -(-len(self.cards) // grid.columns) if len(self.cards) <= grid.per_page else grid.rows)
        spare = self.height() - rows * grid.height
        between = min(gap, spare // max(1, rows - 1)) if rows > 1 else 0
        for card in self.cards:
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            row, column = divmod(place, grid.columns)
            card.setGeometry(column * (width + gap), row * (grid.height + between), width, grid.height)
        self.paged.emit(self._vote.page, grid.pages(len(self.cards)))

    def _move(self, card: OptionCard, key: int) -> None:
        """An arrow leads to the neighbour, over the edge to the next page."""
        columns = self._grid.columns
        steps = {
            int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): -columns, int(Qt.Key.Key_Down): columns,
            int(Qt.Key.Key_PageUp): -self._grid.per_page, int(Qt.Key.Key_PageDown): self._grid.per_page,
        }  # fmt: skip
        turns = key in (int(Qt.Key.Key_PageUp), int(Qt.Key.Key_PageDown))
        wanted = self.cards.index(card) + steps[key]
        if turns:
            wanted = max(0, min(len(self.cards) - 1, wanted))
        if not 0 <= wanted < len(self.cards):
            return
        page = wanted // self._grid.per_page
        if page != self._vote.page:
            self._vote.page = page
            self._place()
        self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
