"""Things side by side where there is room, below each other where there is not."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QWidget

from workshop.ui.widgets.item_layout import ItemLayout


class Columns(QWidget):
    """A row of widgets with their shares of the width; in a narrow window or with large text it becomes a column.

    `narrowest` is the least width in pixels at which a row still reads well, where that is more than fits.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 20, narrowest: int = 0) -> None:
        super().__init__(parent)
        self._layout = ColumnsLayout(self, spacing=spacing, narrowest=narrowest)

    @property
    def is_stacked(self) -> bool:
        """Whether they are below each other now."""
        return not self._layout.fits(self.width())

    def add(self, widget: QWidget, share: int = 1) -> QWidget:
        """Add a widget at the right (or the foot) and give it back."""
        self._layout.add(widget, share)
        return widget


class ColumnsLayout(ItemLayout):
    """A row of equal height, or a column, whichever the width allows."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 20, narrowest: int = 0) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._shares: list[int] = []
        self._heights: dict[int, int] = {}  # by width, until something changes
        self._least: list[int] | None = None  # the least widths of those that are shown, until something changes
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add a widget with its share of the width."""
        self._shares.append(share)
        self.addWidget(widget)

    def fits(self, width: int) -> bool:
        """Whether all can stand side by side."""
        least = self._leasts()
        return width >= max(sum(least) + self._gap * (len(least) - 1), self._narrowest)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end, with one share where none was named."""
        super().addItem(item)
        if len(self._shares) < len(self._items):
            self._shares.append(1)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, if there is one."""
        if 0 <= index < len(self._shares):
            self._shares.pop(index)
        return super().takeAt(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Downwards where one of them wants to."""
        wants = any(item.expandingDirections() & Qt.Orientation.Vertical for item in self._items)
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical if wants else Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        if width not in self._heights:
            self._heights[width] = self._measure(width)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        shown = self._shown()
        if self.fits(rect.width()):
            left = rect.left()
            for (item, _), width in zip(shown, self._widths(rect.width()), strict=True):
                item.setGeometry(QRect(left, rect.top(), width, rect.height()))
                left += width + self._gap
            return
        top = rect.top()
        for item, _ in shown:
            height = _height(item, rect.width())
            item.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height + self._gap

    def sizeHint(self) -> QSize:
        """Side by side."""
        sizes = [item.sizeHint() for item, _ in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest of them alone; the height follows from the width."""
        return QSize(max(self._leasts(), default=0), 0)

    def _measure(self, width: int) -> int:
        shown = self._shown()
        if self.fits(width):
            widths = self._widths(width)
            return max((_height(item, part) for (item, _), part in zip(shown, widths, strict=True)), default=0)
        return sum(_height(item, width) for item, _ in shown) + self._gap * max(0, len(shown) - 1)

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        pairs = zip(self._items, self._shares, strict=True)
        return [(item, share) for item, share in pairs if not item.isEmpty()]

    def _leasts(self) -> list[int]:
        if self._least is None:
            self._least = [item.minimumSize().width() for item, _ in self._shown()]
        return self._least

    def _widths(self, width: int) -> list[int]:
        """Everyone's share, but nobody less than they need."""
        shown = self._shown()
        room = width - self._gap * max(0, len(shown) - 1)
        least = self._leasts()
        fixed: set[int] = set()
        while True:
            rest = room - sum(least[index] for index in fixed)
            shares = sum(share for index, (_, share) in enumerate(shown) if index not in fixed) or 1
            widths = [
                least[index] if index in fixed else rest * share // shares for index, (_, share) in enumerate(shown)
            ]
            tight = {index for index, part in enumerate(widths) if part < least[index]} - fixed
            if not tight:
                break
            fixed |= tight
        if widths:
            widths[-1] += room - sum(widths)  # what rounding left over
        return widths


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Measure(QObject):
    """Keeps a page from growing endlessly wide: what is left over on a large screen stays free at both sides."""

    def __init__(self, area: QScrollArea, content: QLayout, most: int) -> None:
        super().__init__(area)
        self._area, self._content, self._most = area, content, most
        self._margins = content.contentsMargins()
        area.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share what is left over whenever the page has another width."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        own = self._margins
        spare = max(0, self._area.viewport().width() - own.left() - own.right() - self._most) // 2
        if self._content.contentsMargins().left() != own.left() + spare:
            self._content.setContentsMargins(own.left() + spare, own.top(), own.right() + spare, own.bottom())
