"""Bars for a result: ordered, the first one accented, ties side by side in the same colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.bars import Bar, lengths, told_bars
from workshop.ui.desk import Desk
from workshop.ui.fonts import make_font
from workshop.ui.motion import GROWTH, Motion
from workshop.ui.theme import Type
from workshop.ui.widgets.charts.words import wrapped

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_LINES = 3  # of a label, before it is shortened


class BarChart(QWidget):
    """Horizontal bars with their labels at the left and their values behind; with `animated` they grow once."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, animated: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._type = desk.theme, desk.type
        self._bars: tuple[Bar, ...] = ()
        self._label_room = 0
        self._growth = Motion(self, lambda _part: self.update(), GROWTH)
        self._animated = animated
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar], *, label_room: int = 0) -> None:
        """Show bars in the order in which they are given; charts below each other begin at one place with `label_room`."""
        self._bars = tuple(bars)
        self._label_room = label_room
        self.setAccessibleDescription(told_bars(bars))
        self.setToolTip("\n".join(f"{bar.label}: {bar.told}" for bar in bars))  # also what is shortened
        if self._animated and bars:
            self._animated = False
            self._growth.start()
        self.updateGeometry()
        self.update()

    def label_width(self) -> int:
        """The pixels that the longest label takes in one line, with what stands between it and its bar."""
        return room_for_labels(self._type, [bar.label for bar in self._bars])

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more labels take two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        room = self._label_width(width)
        return max(1, sum(self._row_height(bar, room) for bar in self._bars) - self._gap)

    def sizeHint(self) -> QSize:
        """All bars, one below the other."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self._type.px(520)
        return QSize(self._type.px(520), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as it is."""
        return QSize(min(self._type.px(260), 420), self.sizeHint().height())

    @property
    def _thickness(self) -> int:
        return self._type.px(18)

    @property
    def _gap(self) -> int:
        return self._type.px(16)

    def _font(self, *, strong: bool) -> QFont:
        return make_font(self._type.body, 600 if strong else 400)

    def _label_width(self, width: int) -> int:
        """As wide as the longest label, at most two fifths of the whole."""
        return min(max(self.label_width(), self._label_room), width * 2 // 5)

    def _lines(self, bar: Bar, room: int) -> list[str]:
        """The label in as many lines as it may have."""
        metrics = QFontMetrics(self._font(strong=bar.first))
        return wrapped(bar.label, metrics, room - self._type.px(20), _LINES)

    def _row_height(self, bar: Bar, room: int) -> int:
        words = len(self._lines(bar, room)) * QFontMetrics(self._font(strong=bar.first)).height()
        return max(self._thickness, words) + self._gap

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label_width = self._label_width(self.width())
        metrics = QFontMetrics(self._font(strong=True))
        value_width = max((metrics.horizontalAdvance(bar.told) for bar in self._bars), default=0)
        room = self.width() - label_width - value_width - self._type.px(24)
        top = 0
        for bar, part in zip(self._bars, lengths(self._bars), strict=True):
            height = self._row_height(bar, label_width) - self._gap
            row = QRectF(0, top, label_width, height)
            self._paint_bar(painter, bar, row, max(0.0, room * part * self._growth.value))
            top += height + self._gap
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, row: QRectF, length: float) -> None:
        color = self._theme.color
        painter.setFont(self._font(strong=bar.first))
        painter.setPen(color("ink"))
        painter.drawText(row, _LEFT, "\n".join(self._lines(bar, round(row.width()))))
        bordered = self._theme.name == "high-contrast"
        painter.setPen(QPen(color("ink"), 1) if bordered else Qt.PenStyle.NoPen)
        painter.setBrush(color("accent" if bar.first else "bar"))
        thickness = self._thickness
        middle = row.center().y()
        shape = QRectF(row.right(), middle - thickness / 2, max(length, 2 if bar.value else 0), thickness)
        if bar.value:  # nothing is no bar, not even its border
            painter.drawRoundedRect(shape, 3, 3)
        painter.setPen(color("ink"))
        painter.setFont(self._font(strong=True))
        behind = QRectF(shape.right() + self._type.px(10), row.top(), self.width(), row.height())
        painter.drawText(behind, _LEFT, bar.told)


def room_for_labels(kind: Type, labels: Sequence[str]) -> int:
    """The pixels that the longest of some labels takes in one line, with what stands between it and its bar."""
    metrics = QFontMetrics(make_font(kind.body, 600))
    return max((metrics.horizontalAdvance(label) for label in labels), default=0) + kind.px(28)
