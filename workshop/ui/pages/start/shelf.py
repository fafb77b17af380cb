"""Projects side by side, as many as fit; arrow keys go from one to the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.models.records.projects import ProjectCard
from workshop.ui.desk import Desk
from workshop.ui.pages.start.cards import WIDTH, ProjectTile
from workshop.ui.widgets.flow_layout import GridFlow
from workshop.ui.widgets.keyed_rows import KeyedRows


class TileShelf(QWidget):
    """The tiles of some projects; each signal tells the card of its project."""

    opened = Signal(object)
    editRequested = Signal(object)
    reportRequested = Signal(object)
    removeRequested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._grid = GridFlow(self, least=desk.type.px(WIDTH))
        self._rows = KeyedRows[ProjectCard, ProjectTile](
            self._grid, lambda card: card.project.id, self._make, lambda tile, card: tile.show_card(card)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tiles(self) -> list[ProjectTile]:
        """The tiles in order."""
        return self._rows.widgets

    def show_cards(self, cards: Sequence[ProjectCard]) -> None:
        """Show some projects; nothing at all where there are none."""
        self._rows.show(cards)
        self.setVisible(bool(cards))

    def _make(self, card: ProjectCard) -> ProjectTile:
        tile = ProjectTile(self._desk, card)
        tile.clicked.connect(lambda: self.opened.emit(tile.card))
        tile.editRequested.connect(lambda: self.editRequested.emit(tile.card))
        tile.reportRequested.connect(lambda: self.reportRequested.emit(tile.card))
        tile.removeRequested.connect(lambda: self.removeRequested.emit(tile.card))
        tile.moved.connect(lambda across, down: self._move(tile, across, down))
        return tile

    def _move(self, tile: ProjectTile, across: int, down: int) -> None:
        place = self.tiles.index(tile) + across + down * self._grid.columns(self.width())
        if 0 <= place < len(self.tiles):
            self.tiles[place].setFocus(Qt.FocusReason.TabFocusReason)
