"""The SUS score on its scale from 0 to 100, with the average of many studies marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.models.records.evaluations import SUS_AVERAGE
from workshop.ui.desk import Desk


class ScoreScale(QWidget):
    """A line from 0 to 100 with one mark for each score; the last one is filled, earlier ones are hollow."""

    def __init__(self, desk: Desk, name: str, scores: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scores = tuple(scores)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(" → ".join(f"{score:g}" for score in scores))

    def sizeHint(self) -> QSize:
        """A line with figures below."""
        return QSize(self._desk.type.px(360), self._desk.type.px(46))

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(self._desk.type.px(180), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its figures, the average and the marks."""
        color, px = self._desk.theme.color, self._desk.type.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._desk.type.font("small")
        painter.setFont(font)
        mark = px(8)
        middle, left, length = px(13), float(mark), self.width() - 2 * mark
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("track"))
        painter.drawRoundedRect(QRectF(left, middle - 4, length, 8), 4, 4)
        painter.setBrush(color("bar"))
        painter.drawRoundedRect(QRectF(left, middle - 4, length * self._scores[-1] / 100, 8), 4, 4)
        painter.setPen(QPen(color("muted"), 1.5))
        average = left + length * SUS_AVERAGE / 100
        painter.drawLine(QPointF(average, middle - px(9)), QPointF(average, middle + px(11)))
        metrics = QFontMetrics(font)
        for value in (0, SUS_AVERAGE, 100):
            words = self._desk.language.say("average {n}", n=value) if value == SUS_AVERAGE else str(value)
            width = metrics.horizontalAdvance(words)
            at = min(max(left + length * value / 100 - width / 2, 0), self.width() - width)
            painter.drawText(QPointF(at, px(28) + metrics.ascent()), words)
        for place, score in enumerate(self._scores):
            last = place == len(self._scores) - 1
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(color("accent" if last else "card"))
            painter.drawEllipse(QPointF(left + length * score / 100, middle), mark - 1, mark - 1)
        painter.end()
