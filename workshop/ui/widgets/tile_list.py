"""A card with tiles below each other, one of which is chosen: the list at the left of a page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.pill import Pill

_EDGE = 1  # pixel, the line around the card
_INSET = 12  # pixels at both sides of the words in a tile


class ListTile(Tile):
    """A title, perhaps a line below it, and a foot of quiet words with the state as a pill."""

    def __init__(
        self, desk: Desk, key: Any, title: str, line: str = "", foot: str = "", pill: tuple[str, str] = ("", "")
    ):
        super().__init__()
        self._theme = desk.theme
        self.key = key
        self.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 9, _INSET, 10)
        column.setSpacing(3)
        column.addWidget(StrongLabel(title, wrap=True))
        if line:
            column.addWidget(MutedLabel(line, wrap=True))
        if not foot and not pill[0]:
            return
        row = FlowLayout(spacing=8, line_spacing=4)
        if foot:
            row.addWidget(MutedLabel(foot, wrap=True))
        if pill[0]:
            row.addWidget(Pill(*pill))
        column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground under the chosen one and under the pointer."""
        role = "accent-soft" if self.isChecked() else "card-hover" if self.underMouse() else ""
        if not role:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.isChecked() and self._theme.name == "high-contrast":
            painter.fillRect(QRectF(0, 8, 4, self.height() - 16), self._theme.color("accent"))
        painter.end()


class TileList(QFrame):
    """Scrolls by itself; arrow keys move between the tiles. What is shown already is not built again."""

    chosen = Signal(object)  # the key of a tile

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(name)
        self.setMinimumWidth(min(desk.type.px(270), 420))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonToggled.connect(self._toggled)
        self._content: object = None
        self._filling = False
        self._owes_focus = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("look", "bare")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setProperty("look", "bare")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(2)
        self._area.setWidget(self._holder)
        around = QVBoxLayout(self)
        around.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        around.addWidget(self._area)

    @property
    def tiles(self) -> list[ListTile]:
        """The tiles in the order shown."""
        return [button for button in self._group.buttons() if isinstance(button, ListTile)]

    def show_content(self, content: object, fill: Callable[[], None], chosen: Any) -> None:
        """Let `fill` add headings and tiles where the content is another one than before; then mark the chosen one."""
        focused = self._owes_focus or any(tile.hasFocus() for tile in self.tiles)
        if content != self._content:
            self._content = content
            scrolled = self._area.verticalScrollBar().value()
            self._empty()
            fill()
            self._column.addStretch(1)
            self._area.verticalScrollBar().setValue(scrolled)
            self.updateGeometry()  # what scrolls does not tell how wide it has become
        self._choose(chosen)
        if focused and not any(tile.hasFocus() for tile in self.tiles):
            self.focus_chosen()

    def add_heading(self, words: str, beside: str = "") -> None:
        """Add the name of a group of tiles, and a quiet word at its right."""
        head = QHBoxLayout()
        head.setContentsMargins(_INSET, 10 if self._column.count() else 4, _INSET, 6)
        head.setSpacing(8)
        title = MutedLabel(words, wrap=True)
        title.setProperty("weight", "strong")
        head.addWidget(title, 1)
        if beside:
            head.addWidget(MutedLabel(beside), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)

    def add_tile(self, tile: ListTile) -> None:
        """Add a tile at the foot."""
        self._group.addButton(tile)
        self._column.addWidget(tile)

    def focus_chosen(self) -> None:
        """Put the keyboard on the chosen tile; where there is none yet, on the one that comes."""
        button = self._group.checkedButton()
        self._owes_focus = button is None
        if button is not None:
            button.setVisible(True)  # what was added a moment ago is shown later, and could not take the keyboard yet
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest word and the scroll bar beside it: nothing is moved sideways to be read."""
        own, bar = super().minimumSizeHint(), self._area.verticalScrollBar().sizeHint().width()
        return own.expandedTo(QSize(self._holder.minimumSizeHint().width() + bar + 2 * _EDGE, 0))

    def _empty(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear_layout(self._column)

    def _choose(self, key: Any) -> None:
        self._filling = True
        for tile in self.tiles:
            if tile.key == key and not tile.isChecked():
                tile.setChecked(True)
                # Later, once it has its place.
                QTimer.singleShot(0, tile, lambda tile=tile: self._area.ensureWidgetVisible(tile, 0, 12))
        self._filling = False

    def _toggled(self, tile: ListTile, on: bool) -> None:
        if on and not self._filling:
            self.chosen.emit(tile.key)
