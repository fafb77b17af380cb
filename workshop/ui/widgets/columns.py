"""Things side by side where there is room, below each other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget


class Columns(QWidget):
    """A row of widgets with their shares of the width; in a narrow window or with large text it becomes a column."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 20) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_stacked(self) -> bool:
        """Whether they are below each other now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def add(self, widget: QWidget, share: int = 1) -> QWidget:
        """Add a widget at the right (or the foot) and give it back."""
        self._row.addWidget(widget, share)
        return widget

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them alone."""
        widths = [self._row.itemAt(index).minimumSize().width() for index in range(self._row.count())]
        return QSize(max(widths, default=0), self._row.minimumSize().height() if not self.is_stacked else 0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        self._turn(width)
        if self._row.hasHeightForWidth():
            return self._row.totalHeightForWidth(width)
        return self._row.totalSizeHint().height()

    def _turn(self, width: int) -> None:
        count = self._row.count()
        needed = sum(self._row.itemAt(index).minimumSize().width() for index in range(count))
        fits = width >= needed + self._row.spacing() * max(0, count - 1)
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room demands it."""
        self._turn(self.width())
        super().resizeEvent(event)
