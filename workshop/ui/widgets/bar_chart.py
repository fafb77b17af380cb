"""Bars for a result: ordered, the first one accented, ties side by side in the same colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.desk import Desk
from workshop.ui.fonts import make_font
from workshop.ui.motion import GROWTH, Motion
from workshop.ui.theme import Type


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its value, how the value is told (the number itself by default), whether it is accented."""

    label: str
    value: float
    text: str = ""
    first: bool = False

    @property
    def told(self) -> str:
        """The value in words."""
        return self.text or f"{self.value:g}"


class BarChart(QWidget):
    """Horizontal bars with their labels at the left and their values behind.

    `stage` takes the colours and sizes of the shared screen; `scale` is its text size in percent. With `animated` the bars grow
    once when they are first shown.
    """

    def __init__(
        self, desk: Desk, name: str, parent: QWidget | None = None, *, stage: bool = False, scale: int | None = None,
        animated: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = desk.theme
        self._type = Type(scale) if scale else (Type() if stage else desk.type)
        self._stage = stage
        self._name = name
        self._bars: tuple[Bar, ...] = ()
        self._growth = Motion(self, lambda _value: self.update(), GROWTH)
        self._animated = animated
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show bars in the order in which they are given."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.told}" for bar in bars))
        if self._animated and bars:
            self._animated = False
            self._growth.start()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All bars, one below the other."""
        return QSize(self._type.px(1100 if self._stage else 520), max(1, len(self._bars)) * self._step - self._gap)

    def minimumSizeHint(self) -> QSize:
        """Half as wide."""
        return QSize(self._type.px(320), self.sizeHint().height())

    @property
    def _thickness(self) -> int:
        return self._type.px(46 if self._stage else 18)

    @property
    def _gap(self) -> int:
        return self._type.px(16)

    @property
    def _step(self) -> int:
        return self._thickness + self._gap

    def _font(self, *, strong: bool) -> QFont:
        size = self._type.stage_body if self._stage else self._type.body
        return make_font(size, 600 if strong else 400)

    def _label_width(self) -> int:
        """As wide as the longest label, at most two fifths of the whole."""
        widths = (QFontMetrics(self._font(strong=True)).horizontalAdvance(bar.label) for bar in self._bars)
        return min(max(widths, default=0) + self._type.px(28), self.width() * 2 // 5)

    def _value_font(self) -> QFont:
        return make_font(self._type.px(28) if self._stage else self._type.body, 700 if self._stage else 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label_width = self._label_width()
        value_width = max(
            (QFontMetrics(self._value_font()).horizontalAdvance(bar.told) for bar in self._bars), default=0
        )
        room = self.width() - label_width - value_width - self._type.px(24)
        highest = max((bar.value for bar in self._bars), default=0) or 1
        for place, bar in enumerate(self._bars):
            length = max(0.0, room * bar.value / highest * self._growth.value)
            self._paint_bar(painter, bar, place * self._step, label_width, length)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int, left: int, length: float) -> None:
        color = self._theme.color
        thickness = self._thickness
        ink, plain, first = ("stage-ink", "stage-bar", "stage-first") if self._stage else ("ink", "bar", "accent")
        font = self._font(strong=bar.first)
        painter.setFont(font)
        painter.setPen(color(ink))
        label = QFontMetrics(font).elidedText(bar.label, Qt.TextElideMode.ElideRight, left - self._type.px(20))
        room = QRectF(0, top - self._gap / 2, left, thickness + self._gap)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(first if bar.first else plain))
        corner = 6 if self._stage else 3
        painter.drawRoundedRect(QRectF(left, top, max(length, 2 if bar.value else 0), thickness), corner, corner)
        painter.setPen(color(ink))
        painter.setFont(self._value_font())
        behind = QRectF(
            left + length + self._type.px(16 if self._stage else 10), top - self._gap / 2, 400, thickness + self._gap
        )
        painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, bar.told)
