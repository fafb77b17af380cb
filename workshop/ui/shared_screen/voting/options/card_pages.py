"""Cards of which a page is shown at a time; what kind of cards, and how they lie, says the subclass."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.options.grid import Grid, gap_of
from workshop.ui.shared_screen.voting.vote import Paper, Vote


class CardPages(QWidget):
    """The cards of one page below a head of some height; the arrows lead over the edge to the next page."""

    paged = Signal(int, int)

    def __init__(self, look: Look, vote: Vote[Paper], grid: Grid) -> None:
        super().__init__()
        self.look = look
        self._vote, self._grid = vote, grid
        self._cards: Sequence[QWidget] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What a subclass says of itself.

    def choose(self, room: QSize) -> Grid:
        """How the cards lie in a room."""
        raise NotImplementedError

    def fit(self) -> None:
        """Let the cards follow a new grid."""

    @property
    def head(self) -> int:
        """The height above the cards in pixels."""
        return 0

    # What they have in common.

    @property
    def grid(self) -> Grid:
        """How the cards lie."""
        return self._grid

    @property
    def column_width(self) -> int:
        """How wide a card is."""
        columns = self._grid.columns
        return (self.width() - (columns - 1) * self._gap) // columns

    def put(self, cards: Sequence[QWidget]) -> None:
        """Take the cards, in the order of the ballot."""
        self._cards = cards
        for card in cards:
            card.setParent(self)

    def shown_cards(self) -> Sequence[QWidget]:
        """The cards of the present page."""
        first = self._vote.page * self._grid.per_page
        return self._cards[first : first + self._grid.per_page]

    def turn_to(self, page: int) -> None:
        """Show a page."""
        self._vote.page = page
        self._lay()

    def focus_page(self) -> None:
        """The first card of the page has the keyboard."""
        for card in self.shown_cards()[:1]:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_from(self, card: QWidget, key: int) -> None:
        """An arrow leads to the neighbour, over the edge to the next page."""
        columns, page, last = self._grid.columns, self._grid.per_page, len(self._cards) - 1
        at = self._cards.index(card)
        wanted = {
            int(Qt.Key.Key_Left): at - 1, int(Qt.Key.Key_Right): at + 1,
            int(Qt.Key.Key_Up): at - columns, int(Qt.Key.Key_Down): at + columns,
            int(Qt.Key.Key_PageUp): max(0, at - page), int(Qt.Key.Key_PageDown): min(last, at + page),
        }[key]  # fmt: skip
        if not 0 <= wanted <= last:
            return
        if wanted // page != self._vote.page:
            self.turn_to(wanted // page)
        self._cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Two cards at least."""
        return QSize(self.look.px(300), self.look.px(140))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose columns and rows for the room."""
        super().resizeEvent(event)
        self._grid = self.choose(QSize(self.width(), self.height() - self.head))
        self._vote.page = min(self._vote.page, self._grid.pages(len(self._cards)) - 1)
        self.fit()
        self._lay()

    @property
    def _gap(self) -> int:
        return gap_of(self.look, self._grid.columns)

    def _lay(self) -> None:
        grid, gap, width, head = self._grid, self._gap, self.column_width, self.head
        rows = min(grid.rows, -(-len(self._cards) // grid.columns))
        spare = self.height() - head - rows * grid.height
        between = min(gap, spare // (rows - 1)) if rows > 1 else 0
        shown = self.shown_cards()
        for card in self._cards:
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            row, column = divmod(place, grid.columns)
            card.setGeometry(column * (width + gap), head + row * (grid.height + between), width, grid.height)
        self.paged.emit(self._vote.page, grid.pages(len(self._cards)))
