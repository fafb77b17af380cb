"""A photo on which boxes are drawn, by mouse or by keyboard."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.fonts import make_font
from workshop.ui.pictures.canvas import PhotoCanvas
from workshop.ui.pictures.crop_boxes import FINE, STEP, WHOLE, Box, begun, drawn

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CropCanvas(PhotoCanvas):
    """Holds the boxes in order; one of them can be chosen.

    Enter begins a box, arrows move the chosen one, with Shift they size it, with Ctrl they do it finely, Delete removes it,
    Page keys choose another one.
    """

    boxesChanged = Signal()
    choiceChanged = Signal(int)  # the index, -1 for none
    fullReached = Signal()

    def __init__(self, desk: Desk, most: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._most = most
        self.boxes: list[Box] = []
        self.chosen = -1
        self._last = 0  # the key of the box that was added last
        self._from: tuple[float, float] | None = None  # where a box is being drawn from
        self._drawn: Box | None = None
        self._held: tuple[float, float, Box] | None = None  # where a box was taken, and how it was
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleDescription(
            desk.language.say("Enter begins a box, arrow keys move it, with Shift they size it, Delete removes it.")
        )

    def choose(self, index: int) -> None:
        """Choose a box, or none with -1."""
        if index != self.chosen:
            self.chosen = index
            self.choiceChanged.emit(index)
            self.update()

    def add(self, box: Box) -> None:
        """Add a box and choose it."""
        if len(self.boxes) >= self._most:
            self.fullReached.emit()
            return
        self._last += 1
        self.boxes.append(replace(box, key=self._last))
        self.boxesChanged.emit()
        self.choose(len(self.boxes) - 1)
        self.update()

    def remove(self, index: int) -> None:
        """Remove a box; the one that takes its place is chosen."""
        del self.boxes[index]
        self.chosen = -1
        self.boxesChanged.emit()
        self.choose(min(index, len(self.boxes) - 1))
        self.update()

    def put(self, index: int, box: Box) -> None:
        """Change a box."""
        self.boxes[index] = box
        self.update()

    def place_of(self, box: Box) -> QRectF:
        """Where on the surface a box lies."""
        area = self.area()
        left, top = area.x() + box.left / WHOLE * area.width(), area.y() + box.top / WHOLE * area.height()
        wide, high = box.size
        return QRectF(left, top, wide / WHOLE * area.width(), high / WHOLE * area.height())

    def _at(self, point: QPointF) -> tuple[float, float]:
        """A point of the surface in thousandths of the photo."""
        area = self.area()
        return (point.x() - area.x()) / area.width() * WHOLE, (point.y() - area.y()) / area.height() * WHOLE

    def paint_over(self, painter: QPainter) -> None:
        """The boxes with their numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(make_font(self._desk.type.px(13), 700))
        for number, box in enumerate(self.boxes, start=1):
            self._paint(painter, box, number, chosen=number - 1 == self.chosen)
        if self._drawn is not None:
            self._paint(painter, self._drawn, len(self.boxes) + 1, chosen=True)
        super().paint_over(painter)

    def _paint(self, painter: QPainter, box: Box, number: int, *, chosen: bool) -> None:
        theme, place = self._desk.theme, self.place_of(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A light line below a dark one is seen on every photo.
        painter.setPen(QPen(theme.color("accent-ink"), 5 if chosen else 4))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(QPen(theme.color("accent"), 3 if chosen else 1.5))
        painter.drawRoundedRect(place, 4, 4)
        side = self._desk.type.px(22)
        badge = QRectF(place.x() - 2, place.y() - 2, side * (1 if number < 10 else 1.3), side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(theme.color("accent-ink"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(number))

    # Qt.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a box, or begin one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        x, y = self._at(event.position())
        holding = [index for index, box in enumerate(self.boxes) if box.holds(x, y)]
        if holding:
            index = self.chosen if self.chosen in holding else holding[-1]
            self.choose(index)
            self._held = (x, y, self.boxes[index])
        else:
            self._from = (x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the box, or draw it."""
        x, y = self._at(event.position())
        if self._held is not None:
            from_x, from_y, box = self._held
            self.put(self.chosen, box.moved(round(x - from_x), round(y - from_y)))
        elif self._from is not None:
            self._drawn = drawn(self._from, (x, y))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The box is there."""
        made, self._drawn, self._from, self._held = self._drawn, None, None, None
        if made is not None and not made.is_slip:
            self.add(made)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are no more than one."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Boxes by keyboard."""
        key = Qt.Key(event.key())
        chosen = self.chosen if 0 <= self.chosen < len(self.boxes) else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert):
            self.add(begun(self.boxes, self.boxes[-1] if self.boxes else None))
        elif key in _STEPS and chosen is not None:
            step = FINE if event.modifiers() & Qt.KeyboardModifier.ControlModifier else STEP
            across, down = (part * step for part in _STEPS[key])
            box = self.boxes[chosen]
            sizes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.put(chosen, box.sized(across, down) if sizes else box.moved(across, down))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen is not None:
            self.remove(chosen)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self.boxes:
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self.choose((self.chosen + step) % len(self.boxes))
        elif key not in _STEPS:
            super().keyPressEvent(event)
