"""The planned minutes of all activities against the time at hand, as one bar in pieces."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.desk import Desk

GAP = 2  # pixels between two activities


class TimeBar(QWidget):
    """Each activity is a piece as long as its minutes; what is over the time at hand is in the colour of a warning."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._minutes: tuple[int, ...] = ()
        self._at_hand = 0
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def over(self) -> int:
        """By how many minutes the plan is longer than the time at hand, 0 where it fits."""
        return max(0, sum(self._minutes) - self._at_hand)

    def set_plan(self, minutes: Sequence[int], at_hand: int, words: str) -> None:
        """Show minutes in their order; the words are for those who hear it."""
        self._minutes, self._at_hand = tuple(minutes), at_hand
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def set_chosen(self, place: int) -> None:
        """Show the piece of one activity in full colour; -1 is none."""
        self._chosen = place
        self.update()

    def sizeHint(self) -> QSize:
        """A slim bar."""
        return QSize(200, self._desk.type.px(10))

    def minimumSizeHint(self) -> QSize:
        """A short one."""
        return QSize(60, self._desk.type.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the time at hand and on it the pieces."""
        color = self._desk.theme.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = max(sum(self._minutes), self._at_hand, 1)
        unit, height = self.width() / whole, self.height()
        painter.setBrush(color("track"))
        painter.drawRoundedRect(QRectF(self.rect()), height / 2, height / 2)
        at = 0
        for place, minutes in enumerate(self._minutes):
            inside = max(0, min(minutes, self._at_hand - at))
            role = "accent" if place == self._chosen else "bar"
            self._paint_piece(painter, at * unit, inside * unit, role)
            self._paint_piece(painter, (at + inside) * unit, (minutes - inside) * unit, "warn")
            at += minutes
        painter.end()

    def _paint_piece(self, painter: QPainter, left: float, width: float, role: str) -> None:
        if width > GAP:
            painter.setBrush(self._desk.theme.color(role))
            painter.drawRoundedRect(QRectF(left, 0, width - GAP, self.height()), 3, 3)
