"""Participants by their number: one chip, and a grid of them that shows who has done it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.headings import Label

STATES = ("present", "voted", "absent", "now")


@dataclass(frozen=True, slots=True)
class Chip:
    """A number with its state: present (has not yet), voted (has), absent (is not here), now (it is their turn)."""

    number: int
    state: str = "present"
    tip: str = ""


class NumberChip(Label):
    """One participant's number."""

    look = "chip"

    def __init__(self, number: int, state: str = "present", parent: QWidget | None = None) -> None:
        super().__init__(f"{number:02}", parent, role=state)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class NumberGrid(QWidget):
    """Many numbers in lines; with `choosable` they can be clicked and reached by arrow keys."""

    numberChosen = Signal(int)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, choosable: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = name
        self._chips: tuple[Chip, ...] = ()
        self._current = 0
        self._choosable = choosable
        self._size = QSize(desk.type.px(38), desk.type.px(30))
        self._gap = 6
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choosable else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)

    def set_numbers(self, chips: Sequence[Chip]) -> None:
        """Show these numbers."""
        grown = len(chips) != len(self._chips)
        self._chips = tuple(chips)
        self._current = min(self._current, max(0, len(chips) - 1))
        done = sum(chip.state == "voted" for chip in chips)
        self.setAccessibleName(f"{self._name}: {done} / {sum(chip.state != 'absent' for chip in chips)}")
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Eleven in a line."""
        width = 11 * (self._size.width() + self._gap) - self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Four in a line."""
        return QSize(4 * (self._size.width() + self._gap), self.heightForWidth(max(self.width(), 1)))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        lines = -(-len(self._chips) // self._columns(width))
        return max(0, lines * (self._size.height() + self._gap) - self._gap)

    def rect_of(self, index: int) -> QRect:
        """Where a chip is."""
        line, place = divmod(index, self._columns(self.width()))
        corner = QPoint(place * (self._size.width() + self._gap), line * (self._size.height() + self._gap))
        return QRect(corner, self._size)

    def _columns(self, width: int) -> int:
        return max(1, (width + self._gap) // (self._size.width() + self._gap))

    def _index_at(self, point: QPoint) -> int | None:
        return next((index for index in range(len(self._chips)) if self.rect_of(index).contains(point)), None)

    def _choose(self, index: int) -> None:
        self._current = index
        self.update()
        self.numberChosen.emit(self._chips[index].number)

    def _paint_chip(self, painter: QPainter, index: int, chip: Chip) -> None:
        color = self._desk.theme.color
        ground, ink, line = {
            "voted": ("accent-soft", "accent-soft-ink", ""),
            "present": ("quiet", "quiet-ink", ""),
            "absent": ("", "muted", "line"),
            "now": ("accent", "accent-ink", ""),
        }[chip.state]
        room = self.rect_of(index)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(line), 1) if line else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(room.adjusted(0, 0, -1, -1) if line else room, 6, 6)
        if self._desk.theme.name == "high-contrast" and chip.state == "voted":
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 6, 6)
        if self._choosable and self.hasFocus() and index == self._current:
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(color(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, f"{chip.number:02}")

    def event(self, event: QEvent) -> bool:
        """The tip of the number under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._index_at(event.pos())
            tip = self._chips[index].tip if index is not None else ""
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        index = self._index_at(event.position().toPoint())
        if self._choosable and index is not None:
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, Space and Enter choose."""
        columns = self._columns(self.width())
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        key = Qt.Key(event.key())
        if key in moves and 0 <= self._current + moves[key] < len(self._chips):
            self._current += moves[key]
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chips:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._desk.type.font("small", 600))
        for index, chip in enumerate(self._chips):
            if event.rect().intersects(self.rect_of(index)):
                self._paint_chip(painter, index, chip)
        painter.end()
