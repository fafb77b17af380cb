"""A layout for what is placed by hand: it moves nothing, and tells in which order its widgets are read."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from workshop.ui.widgets.item_layout import ItemLayout


class ByHand(ItemLayout):
    """Asks for no room; the Tab key follows the order of what was put in."""

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Hold these, in this order, and nothing else."""
        while self._items:
            self.takeAt(0)
        for widget in widgets:
            self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """It wants no room."""
        return QSize(0, 0)

    def minimumSize(self) -> QSize:
        """It needs no room."""
        return QSize(0, 0)
