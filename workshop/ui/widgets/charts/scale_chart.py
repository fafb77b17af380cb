"""Values on their scale, with the bands of its grades and what they are held against."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.scale import Scale, Stretch
from workshop.ui.desk import Desk

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_GAP = 2  # pixels between two bands


class ScaleChart(QWidget):
    """The bands side by side with their names; the last value is a filled mark, earlier ones are hollow.

    The band that holds the last value is told by the weight of its name and a line below it, not by its colour alone.
    """

    def __init__(self, desk: Desk, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scale = scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(scale.told)
        self.setToolTip(scale.told)

    @property
    def scale(self) -> Scale:
        """What is shown."""
        return self._scale

    def sizeHint(self) -> QSize:
        """The marks, the bands with their names, the figures of the scale."""
        px = self._desk.type.px
        lines = 2 * self._line + px(4) if self._scale.bands else self._line
        return QSize(px(360), px(26) + self._thickness + lines)

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(min(self._desk.type.px(200), 360), self.sizeHint().height())

    @property
    def _thickness(self) -> int:
        return self._desk.type.px(10)

    @property
    def _line(self) -> int:
        return QFontMetrics(self._desk.type.font("small")).height()

    @property
    def _bar(self) -> QRectF:
        """Where the bands lie; a mark at either end of the scale is whole."""
        px = self._desk.type.px
        return QRectF(px(9), px(16) - self._thickness / 2, self.width() - 2 * px(9), self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands, their names, what they are held against, values, figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._scale.bands:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._desk.theme.color("track"))
            painter.drawRoundedRect(self._bar, 4, 4)
        for stretch in self._scale.stretches:
            self._paint_band(painter, stretch)
        self._paint_figures(painter)
        self._paint_values(painter)
        painter.end()

    def _paint_band(self, painter: QPainter, stretch: Stretch) -> None:
        color, bar, px = self._desk.theme.color, self._bar, self._desk.type.px
        left, wide = bar.left() + stretch.left * bar.width(), stretch.width * bar.width() - _GAP
        painter.setPen(
            QPen(color("control-line"), 1) if self._desk.theme.name == "high-contrast" else Qt.PenStyle.NoPen
        )
        painter.setBrush(color("bar" if stretch.holds else "track"))
        painter.drawRoundedRect(QRectF(left, bar.top(), wide, bar.height()), 3, 3)
        painter.setFont(self._desk.type.font("small", 700 if stretch.holds else 400))
        painter.setPen(color("ink" if stretch.holds else "muted"))
        name = QRectF(left, bar.bottom() + px(8), wide, self._line)
        painter.drawText(name, _MIDDLE, stretch.band.name)
        if stretch.holds:
            across = QFontMetrics(painter.font()).horizontalAdvance(stretch.band.name) + px(4)
            painter.fillRect(QRectF(name.center().x() - across / 2, name.bottom(), across, 2), color("accent"))

    def _paint_figures(self, painter: QPainter) -> None:
        """The ends of the scale and what the values are held against, the latter first where they have no room."""
        scale, bar, px = self._scale, self._bar, self._desk.type.px
        font = self._desk.type.font("small")
        painter.setFont(font)
        painter.setPen(QPen(self._desk.theme.color("muted"), 1.5))
        top = bar.bottom() + px(8) + (self._line + px(4) if scale.bands else 0)
        marks = list(zip((scale.low, scale.high), scale.ends, strict=True))
        if scale.target is not None:
            at = bar.left() + bar.width() * scale.place_of(scale.target)
            painter.drawLine(QPointF(at, bar.top() - px(7)), QPointF(at, bar.bottom() + px(7)))
            marks.insert(0, (scale.target, scale.target_text))
        taken: list[QRectF] = []
        for value, words in marks:
            wide = QFontMetrics(font).horizontalAdvance(words)
            left = min(max(bar.left() + bar.width() * scale.place_of(value) - wide / 2, 0), self.width() - wide)
            place = QRectF(left, top, wide + 1, self._line)
            if not any(place.adjusted(-8, 0, 8, 0).intersects(other) for other in taken):
                taken.append(place)
                painter.drawText(place, _MIDDLE, words)

    def _paint_values(self, painter: QPainter) -> None:
        color, bar = self._desk.theme.color, self._bar
        radius = self._desk.type.px(7)
        for place, value in enumerate(self._scale.values, start=1):
            last = place == len(self._scale.values)
            at = QPointF(bar.left() + bar.width() * self._scale.place_of(value), bar.center().y())
            painter.setPen(QPen(color("card"), 2))
            painter.setBrush(color("card"))
            painter.drawEllipse(at, radius + 1, radius + 1)
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(color("accent" if last else "card"))
            painter.drawEllipse(at, radius - 1, radius - 1)
