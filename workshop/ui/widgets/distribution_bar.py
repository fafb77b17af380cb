"""How the answers to one question are spread, as a bar that leans to one side (after Heiberger & Robbins 2014)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.desk import Desk

EDGE = 3  # pixels by which the line in the middle stands out above and below


class DistributionBar(QWidget):
    """Counts of the answers from the lowest to the highest; the middle of the scale stands in the middle of the widget.

    `half_width` of the room is what all answers on one side would take; give all bars below each other the same room.
    """

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, diverging: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._diverging = diverging
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_counts(self, counts: Sequence[int], labels: Sequence[str] = ()) -> None:
        """Show counts; labels are for those who hear it."""
        self._counts = tuple(counts)
        names = labels or [str(place) for place in range(1, len(counts) + 1)]
        told = ", ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        """A slim bar that has room for figures."""
        return QSize(self._desk.type.px(320), self._desk.type.px(24) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(self._desk.type.px(140), self._desk.type.px(24) + 2 * EDGE)

    def segments(self) -> list[tuple[int, float, float]]:
        """Answer, left edge and width of each piece, in parts of the whole width."""
        total = sum(self._counts)
        if not total:
            return []
        if self._diverging:
            middle, half = divmod(len(self._counts), 2)
            below = sum(self._counts[:middle]) + (self._counts[middle] / 2 if half else 0)
            left, unit = 0.5 - below / total / 2, 0.5 / total
        else:
            left, unit = 0.0, 1 / total
        pieces: list[tuple[int, float, float]] = []
        for answer, count in enumerate(self._counts):
            if count:
                pieces.append((answer, left, count * unit))
            left += count * unit
        return pieces

    def _role(self, answer: int) -> str:
        """The colour of an answer: five shades, spread over scales of other lengths."""
        last = max(1, len(self._counts) - 1)
        return f"likert-{1 + round(answer * 4 / last)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pieces with their figures where they fit."""
        theme = self._desk.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._desk.type.font("small", 600)
        painter.setFont(font)
        if self._diverging:
            painter.fillRect(QRectF(self.width() / 2 - 0.5, 0, 1, self.height()), theme.color("control-line"))
        for answer, left, width in self.segments():
            room = QRectF(left * self.width(), EDGE, max(width * self.width() - 1, 1), self.height() - 2 * EDGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._role(answer)))
            painter.drawRoundedRect(room, 3, 3)
            figure = str(self._counts[answer])
            if QFontMetrics(font).horizontalAdvance(figure) + 6 <= room.width():
                painter.setPen(theme.color(f"{self._role(answer)}-ink"))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, figure)
        painter.end()
