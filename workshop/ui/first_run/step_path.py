"""The three steps as a path: which are done, which is now, which come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.desk import Desk


class StepPath(QWidget):
    """Numbers in circles with their names, joined by a line; not to be pressed, only to be seen."""

    def __init__(self, desk: Desk, names: Sequence[str], now: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._names, self._now = desk, names, now
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = desk.language.say("Step {step} of {all}: {name}", step=now + 1, all=len(names), name=names[now])
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """As wide as circles, names and the lines between them."""
        return QSize(round(sum(self._widths())) + self._line * (len(self._names) - 1), self._side + 2)

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return self.sizeHint()

    @property
    def _side(self) -> int:
        return self._desk.type.px(24)

    @property
    def _line(self) -> int:
        return self._desk.type.px(36)

    @property
    def _gap(self) -> int:
        return self._desk.type.px(8)

    def _widths(self) -> list[float]:
        """The width of each step; the name that is now is strong, so room is kept for that."""
        metrics = QFontMetrics(self._desk.type.font("small", 600))
        return [self._side + self._gap + metrics.horizontalAdvance(name) + 2 for name in self._names]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle, name, line, for each step."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for step, (name, width) in enumerate(zip(self._names, self._widths(), strict=True)):
            if step:
                painter.setPen(QPen(self._desk.theme.color("line-strong"), 1))
                middle = self.height() / 2
                painter.drawLine(
                    round(left + self._gap), round(middle), round(left + self._line - self._gap), round(middle)
                )
                left += self._line
            self._paint_circle(painter, QRectF(left, 1, self._side, self._side), step)
            words = QRectF(left + self._side + self._gap, 0, width, self.height())
            painter.setFont(self._desk.type.font("small", 600 if step == self._now else 400))
            painter.setPen(self._desk.theme.color("ink" if step == self._now else "muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            left += width
        painter.end()

    def _paint_circle(self, painter: QPainter, place: QRectF, step: int) -> None:
        theme = self._desk.theme
        fill, ink = ("accent", "accent-ink") if step == self._now else ("accent-soft", "accent-soft-ink")
        if step > self._now:
            fill, ink = "quiet", "quiet-ink"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(fill))
        painter.drawEllipse(place)
        if step < self._now:
            side = self._desk.type.px(14)
            corner = place.center().toPoint()
            painter.drawPixmap(
                corner.x() - side // 2, corner.y() - side // 2, self._desk.icons.pixmap("check", side, ink)
            )
            return
        painter.setPen(theme.color(ink))
        painter.setFont(self._desk.type.font("small", 600))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(step + 1))
