"""Numbers on a line: one dot for each answer, the median marked."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.dot_strip import DotStrip
from workshop.ui.desk import Desk


class DotStripChart(QWidget):
    """Only for groups that may be shown: a dot is a person, if one without a name."""

    def __init__(self, desk: Desk, name: str, strip: DotStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._strip = strip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(strip.told)
        self.setToolTip(strip.told)

    def sizeHint(self) -> QSize:
        """As high as the highest pile, with the figures of the line below."""
        levels = 1 + max((dot.level for dot in self._strip.dots(self._columns(self._desk.type.px(420)))), default=0)
        return QSize(self._desk.type.px(420), min(levels, 12) * self._side + self._foot + self._desk.type.px(14))

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(min(self._desk.type.px(200), 360), self.sizeHint().height())

    @property
    def _side(self) -> int:
        """The room of one dot."""
        return self._desk.type.px(12)

    @property
    def _foot(self) -> int:
        return QFontMetrics(self._desk.type.font("small")).height() + self._desk.type.px(6)

    def _columns(self, width: int) -> int:
        return max(2, width // self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with its ends, the dots above it, the median."""
        color, side = self._desk.theme.color, self._side
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - self._foot
        left, room = side / 2, self.width() - side
        painter.setPen(QPen(color("line-strong"), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        dots = self._strip.dots(self._columns(self.width()))
        levels = 1 + max((dot.level for dot in dots), default=0)
        step = min(side, (base - 4) / levels)
        painter.setPen(QPen(color("card"), 1))
        painter.setBrush(color("accent"))
        for dot in dots:
            painter.drawEllipse(
                QPointF(left + dot.x * room, base - (dot.level + 0.5) * step - 2), side / 2 - 1, side / 2 - 1
            )
        self._paint_figures(painter, left, room, base)
        painter.end()

    def _paint_figures(self, painter: QPainter, left: float, room: float, base: float) -> None:
        """The ends of the line, and the median with its mark."""
        strip, color = self._strip, self._desk.theme.color
        font = self._desk.type.font("small")
        metrics = QFontMetrics(font)
        marks = [(strip.low, f"{strip.low:g}"), (strip.high, f"{strip.high:g}")]
        if strip.middle is not None:
            at = left + strip.place_of(strip.middle) * room
            painter.setPen(QPen(color("ink"), 2))
            painter.drawLine(QPointF(at, base - 2), QPointF(at, base + self._desk.type.px(5)))
            words = self._desk.language.say("median: {value}", value=f"{strip.middle:g}")
            marks.insert(0, (strip.middle, words))
        painter.setFont(font)
        taken: list[QRectF] = []
        for value, words in marks:
            wide = metrics.horizontalAdvance(words)
            x = min(max(left + strip.place_of(value) * room - wide / 2, 0), self.width() - wide)
            place = QRectF(x, base + self._desk.type.px(6), wide, metrics.height())
            if not any(place.adjusted(-8, 0, 8, 0).intersects(other) for other in taken):
                taken.append(place)
                painter.setPen(color("ink" if not taken[1:] and strip.middle is not None else "muted"))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
