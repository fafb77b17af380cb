"""A list and what is chosen in it: side by side where there is room, below each other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

GAP = 20  # pixels between the two


class ListAndDetail(QWidget):
    """Both take the height there is and scroll by themselves; below each other the page they lie on scrolls.

    A detail that is hidden leaves the room to the list.

    `widest` is the greatest width of the list, `least` the smallest of the detail, `low` and `high` the heights of list and
    detail where they stand below each other; all in pixels.
    """

    def __init__(
        self,
        first: QWidget,
        detail: QWidget,
        *,
        widest: int,
        least: int,
        low: int,
        high: int,
        shares: tuple[int, int] = (3, 8),
    ) -> None:
        super().__init__()
        self._first, self._detail = first, detail
        self._widest, self._least, self._low, self._high = widest, least, low, high
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(first, shares[0])
        self._row.addWidget(detail, shares[1])
        self._shares = shares
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._arrange(stacked=False)

    @property
    def is_stacked(self) -> bool:
        """Whether the detail is below the list now."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def fits(self, width: int) -> bool:
        """Whether both can stand side by side in a width."""
        return width >= self._narrowest + GAP + self._least

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two; as high as both where they stand below each other."""
        if self._detail.isHidden():
            return QSize(self._narrowest, self._low)
        wide = max(self._narrowest, min(self._detail.minimumSizeHint().width(), self._least))
        return QSize(wide, self._low + GAP + self._high if self.is_stacked else self._high)

    @property
    def _narrowest(self) -> int:
        """How narrow the list can be."""
        return max(self._first.minimumSizeHint().width(), self._first.minimumWidth())

    def show_detail(self, shown: bool) -> None:
        """Show or hide the detail."""
        self._detail.setVisible(shown)
        self._arrange(stacked=self.is_stacked)

    def _arrange(self, *, stacked: bool) -> None:
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._first.setMaximumWidth(16_777_215 if stacked else self._widest)
        low = stacked and not self._detail.isHidden()  # neither less nor more, or a long detail would squeeze it
        self._first.setMinimumHeight(self._low if low else 0)
        self._first.setMaximumHeight(self._low if low else 16_777_215)
        self._detail.setMinimumSize(0 if stacked else self._least, self._high if stacked else 0)
        for place, share in enumerate(self._shares):
            self._row.setStretch(place, place if stacked else share)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side or not, whichever the new width allows."""
        super().resizeEvent(event)
        if self.fits(event.size().width()) == self.is_stacked:
            self._arrange(stacked=not self.is_stacked)
