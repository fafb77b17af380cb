"""A value over the phases: points with their figures, joined where nothing is missing between them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.line import Line, Point
from workshop.ui.desk import Desk
from workshop.ui.widgets.charts.words import wrapped

_LINES = 3  # of a label, before it is shortened
_RESIZED = Qt.WidgetAttribute.WA_Resized
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class LineChart(QWidget):
    """Small: it shows a direction, the figures at the points say the rest."""

    def __init__(self, desk: Desk, name: str, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line = line
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.setAccessibleDescription(line.told)
        self.setToolTip(line.told)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines the labels take."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for a curve, the figures above it and the words below."""
        return self._desk.type.px(118) + self._foot(width)

    def sizeHint(self) -> QSize:
        """As high as it is at its width."""
        wide = self._desk.type.px(420)
        return QSize(wide, self.heightForWidth(self.width() if self.testAttribute(_RESIZED) else wide))

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(min(self._desk.type.px(220), 380), self.sizeHint().height())

    def _labels(self, width: int) -> list[list[str]]:
        """The label of each reading in its lines."""
        room = width // max(1, len(self._line.readings)) - self._desk.type.px(10)
        metrics = QFontMetrics(self._desk.type.font("small", 600))
        return [wrapped(reading.label, metrics, room, _LINES) for reading in self._line.readings]

    def _foot(self, width: int) -> int:
        lines = max(map(len, self._labels(width)), default=1) + any(reading.note for reading in self._line.readings)
        return lines * QFontMetrics(self._desk.type.font("small")).height() + self._desk.type.px(8)

    @property
    def _field(self) -> QRectF:
        """Where the curve runs: below the highest figure, above the labels."""
        head = QFontMetrics(self._desk.type.font("body", 600)).height() + self._desk.type.px(10)
        return QRectF(0, head, self.width(), self.height() - head - self._foot(self.width()) - self._desk.type.px(6))

    def _at(self, point: Point) -> QPointF:
        field = self._field
        return QPointF(field.left() + point.x * field.width(), field.bottom() - point.y * field.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground line, target and baseline, curve, figures, labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        color = self._desk.theme.color
        for run in self._line.runs:
            painter.setPen(QPen(color("accent"), self._desk.type.px(2)))
            painter.drawPolyline(QPolygonF([self._at(point) for point in run]))
            for point in run:
                self._paint_point(painter, point)
        self._paint_labels(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        color, field = self._desk.theme.color, self._field
        painter.setPen(QPen(color("line-strong"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        font = self._desk.type.font("small")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        for level in self._line.levels:
            height = field.bottom() - self._line.height_of(level.value) * field.height()
            painter.setPen(QPen(color("control-line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(0, height), QPointF(self.width(), height))
            painter.setPen(color("muted"))
            left = self.width() - metrics.horizontalAdvance(level.words) if level.right else 0
            away = metrics.ascent() + self._desk.type.px(2) if level.below else -self._desk.type.px(4)
            painter.drawText(QPointF(left, height + away), level.words)

    def _paint_point(self, painter: QPainter, point: Point) -> None:
        color, at = self._desk.theme.color, self._at(point)
        radius = self._desk.type.px(5)
        painter.setPen(QPen(color("card"), 2))
        painter.setBrush(color("accent"))
        painter.drawEllipse(at, radius, radius)
        font = self._desk.type.font("body", 600)
        painter.setFont(font)
        painter.setPen(color("ink"))
        height = QFontMetrics(font).height()
        wide = QFontMetrics(font).horizontalAdvance(point.reading.told) + 4
        top = at.y() + radius + 2 if self._line.is_below_level(point) else at.y() - radius - height - 2
        painter.drawText(QRectF(at.x() - wide / 2, top, wide, height), _MIDDLE, point.reading.told)

    def _paint_labels(self, painter: QPainter) -> None:
        """The words of each reading below its place, its note below these."""
        share = self.width() / max(1, len(self._line.readings))
        high = QFontMetrics(self._desk.type.font("small")).height()
        top = self._field.bottom() + self._desk.type.px(6)
        labels = self._labels(self.width())
        for reading, x, lines in zip(self._line.readings, self._line.places, labels, strict=True):
            written = [(line, "ink", 600) for line in lines] + [(reading.note, "muted", 400)]
            for place, (words, role, weight) in enumerate(written):
                painter.setFont(self._desk.type.font("small", weight))
                painter.setPen(self._desk.theme.color(role))
                room = QRectF(x * self.width() - share / 2, top + place * high, share, high)
                painter.drawText(room, _MIDDLE, words)
