"""Features in the square of the Kano model: how much each can please, how much its lack displeases."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.kano_map import KanoMap, KanoSpot
from workshop.ui.desk import Desk

_MIDDLE = Qt.AlignmentFlag.AlignCenter


class KanoChart(QWidget):
    """Numbered marks; the names of the fields stand in their outer corners, so that marks in the middle are free of them."""

    def __init__(self, desk: Desk, name: str, chart: KanoMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._chart = desk, chart
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(chart.told)
        self.setToolTip(chart.told.replace("; ", "\n"))

    @property
    def chart(self) -> KanoMap:
        """What is shown."""
        return self._chart

    def sizeHint(self) -> QSize:
        """Wider than high: names are wide."""
        return QSize(self._desk.type.px(440), self._desk.type.px(330))

    def minimumSizeHint(self) -> QSize:
        """Still wide enough for the names of two fields."""
        return QSize(min(self._desk.type.px(280), 420), self.sizeHint().height())

    @property
    def _line(self) -> int:
        return QFontMetrics(self._desk.type.font("small")).height()

    @property
    def _square(self) -> QRectF:
        """Where the fields lie: room for the words of both directions at the left and below."""
        px, line = self._desk.type.px, self._line
        wide = min(self.width() - line - px(10), px(560))
        return QRectF(line + px(8), px(4), wide, self.height() - line - px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fields, their names, the directions, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_fields(painter)
        self._paint_directions(painter)
        for spot in self._chart.spots:
            self._paint_spot(painter, spot)
        painter.end()

    def _paint_fields(self, painter: QPainter) -> None:
        color, square, px = self._desk.theme.color, self._square, self._desk.type.px
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("paper"))
        painter.drawRoundedRect(square, 6, 6)
        painter.setPen(QPen(color("control-line"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(square.center().x(), square.top()), QPointF(square.center().x(), square.bottom()))
        painter.drawLine(QPointF(square.left(), square.center().y()), QPointF(square.right(), square.center().y()))
        painter.setFont(self._desk.type.font("small", 600))
        painter.setPen(color("muted"))
        for x, y, name in self._chart.corners:
            room = square.adjusted(px(10), px(6), -px(10), -px(6))
            across = Qt.AlignmentFlag.AlignRight if x else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, across | (Qt.AlignmentFlag.AlignTop if y else Qt.AlignmentFlag.AlignBottom), name)

    def _paint_directions(self, painter: QPainter) -> None:
        square, px = self._square, self._desk.type.px
        across, up = self._chart.axes
        painter.setFont(self._desk.type.font("small"))
        painter.setPen(self._desk.theme.color("muted"))
        below = QRectF(square.left(), square.bottom() + px(6), square.width(), self._line)
        painter.drawText(below, _MIDDLE, f"{across} →")
        painter.save()
        painter.translate(0, square.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, square.height(), self._line), _MIDDLE, f"{up} →")
        painter.restore()

    def _paint_spot(self, painter: QPainter, spot: KanoSpot) -> None:
        color, square, px = self._desk.theme.color, self._square, self._desk.type.px
        font = self._desk.type.font("small", 700)
        high = px(24)
        wide = max(high, QFontMetrics(font).horizontalAdvance(spot.label) + px(14))
        inner = square.adjusted(wide / 2 + 2, high / 2 + 2, -wide / 2 - 2, -high / 2 - 2)
        middle = QPointF(inner.left() + inner.width() * spot.x, inner.bottom() - inner.height() * spot.y)
        mark = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        painter.setPen(QPen(color("card"), 2))
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(mark, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(color("accent-ink"))
        painter.drawText(mark, _MIDDLE, spot.label)
