"""Layouts that put things in a line and begin a new one where the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from workshop.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Left to right, then down; each item as large as it wishes."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}  # by width, until something changes
        self._across = spacing
        self._down = spacing if line_spacing is None else line_spacing
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._across * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        """The largest item alone."""
        smallest = QSize()
        for item in self._items:
            smallest = smallest.expandedTo(item.minimumSize())
        return self._with_margins(smallest)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = room.y()
        for line in self._lines(room.width()):
            height = max(size.height() for _item, size in line)
            x = room.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._across
            y += height + self._down
        if y > room.y():
            y -= self._down
        return y - rect.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not lines or used + self._across + size.width() > width:
                lines.append([])
                used = -self._across
            lines[-1].append((item, size))
            used += self._across + size.width()
        return lines


class GridFlow(FlowLayout):
    """Columns of one width and rows of one height: as many columns of at least `least` pixels as fit.

    `counts` are the numbers of columns that look well, where not every one does.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int,
        spacing: int = 20,
        line_spacing: int | None = None,
        counts: tuple[int, ...] = (),
    ) -> None:
        super().__init__(parent, spacing=spacing, line_spacing=line_spacing)
        self._least = least
        self._counts = counts

    def columns(self, width: int) -> int:
        """How many columns a width in pixels holds."""
        least = max([self._least, *(item.minimumSize().width() for item in self._items if not item.isEmpty())])
        most = max(1, (width + self._across) // (least + self._across))
        return max((count for count in self._counts if count <= most), default=1) if self._counts else most

    def sizeHint(self) -> QSize:
        """One column; the height follows from the width."""
        return self.minimumSize()

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        columns = self.columns(rect.width())
        gaps = self._across * (columns - 1)
        edges = [(rect.width() - gaps) * place // columns + self._across * place for place in range(columns + 1)]
        y = rect.y()
        for first in range(0, len(shown), columns):
            line = shown[first : first + columns]
            widths = [edges[place + 1] - edges[place] - self._across for place in range(len(line))]
            height = max(_height(item, width) for item, width in zip(line, widths, strict=True))
            for place, item in enumerate(line):
                if move:
                    item.setGeometry(QRect(rect.x() + edges[place], y, widths[place], height))
            y += height + self._down
        return max(0, y - rect.y() - self._down)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
