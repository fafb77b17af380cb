"""A layout for what is placed by hand: it moves nothing, and tells in which order its widgets are read."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ByHand(QLayout):
    """Asks for no room; the Tab key follows the order of what was put in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Hold these, in this order, and nothing else."""
        while self._items:
            self.takeAt(0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for each widget."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets it holds."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The widget at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hold a widget no longer."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no room."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """It wants no room."""
        return QSize(0, 0)

    def minimumSize(self) -> QSize:
        """It needs no room."""
        return QSize(0, 0)
