"""Layouts of our own, and a look at what any layout holds."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ItemLayout(QLayout):
    """Keeps its items in a list; how they are placed is said by those that derive from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    @property
    def parts(self) -> list[QWidget | QLayout]:
        """What it holds, in its order."""
        parts = (item.widget() or item.layout() for item in self._items)
        return [part for part in parts if part is not None]

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, if any."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, if there is one."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def renew_items(self) -> None:
        """Hold the items by Python objects that nobody else holds, so that they go when Qt destroys the items."""
        for place, item in enumerate(self._items):
            if not isinstance(item, QLayout):
                address, kind = shiboken6.getCppPointer(item)[0], type(item)
                shiboken6.invalidate(item)
                self._items[place] = shiboken6.wrapInstance(address, kind)

    def expandingDirections(self) -> Qt.Orientation:
        """It does not stretch by itself."""
        return Qt.Orientation(0)


def laid_out(layout: QLayout) -> list[QWidget | QLayout]:
    """What a layout holds, in its order and without its spaces.

    Not by `itemAt()` of Qt's own layouts: it leaves Python objects behind that outlive what they stand for (see ui/binding.py).
    """
    if isinstance(layout, ItemLayout):
        return layout.parts
    holder = layout.parentWidget()
    inside = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if holder else []
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places = {part: layout.indexOf(part) for part in (*inside, *inner)}
    return sorted((part for part, place in places.items() if place >= 0), key=places.__getitem__)
