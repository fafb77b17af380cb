"""A pin on a map: the number of a local issue; it is dragged, or moved by the arrow keys."""

from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from workshop.models.enums import IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.words import colour_of, pin_name

_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_RING = 5  # pixels around a pin for the ring of the chosen one


class MapPin(QAbstractButton):
    """Its tip is at the place of the issue; the Tab key leads to it as the map says."""

    dragged = Signal(QPointF)  # where its tip is now, in the map's room
    dropped = Signal()
    stepped = Signal(int, int)  # by how many pixels the arrow keys move it
    opened = Signal()
    leafed = Signal(int)  # to the next or the last pin
    left = Signal()

    def __init__(self, desk: Desk, issue: LocalIssueRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.issue = issue
        self.is_chosen = False
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_issue(issue)

    @property
    def id(self) -> UUID:
        """The id of its issue."""
        return self.issue.id

    @property
    def is_dragged(self) -> bool:
        """Whether it is in somebody's hand."""
        return self._dragging

    def show_issue(self, issue: LocalIssueRecord) -> None:
        """Show its issue as it is now."""
        self.issue = issue
        self.setText(str(issue.number))
        name = pin_name(self._desk.language, issue)
        self.setAccessibleName(name)
        self.setToolTip(name if len(name) < 200 else f"{name[:199]}…")
        self.resize(self.sizeHint())
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Lie above the others with a ring around it, or not."""
        if chosen != self.is_chosen:
            self.is_chosen = chosen
            say = self._desk.language.say
            self.setAccessibleDescription(say("Arrow keys move it on the map.") if chosen else "")
            self.update()
        if chosen:
            self.raise_()

    def put_tip(self, across: float, down: float) -> None:
        """Move so that the tip is at a point of the room."""
        self.move(round(across - self.width() / 2), round(down - self.height() + _RING))

    def sizeHint(self) -> QSize:
        """As wide as its number."""
        px = self._desk.type.px
        wide = max(px(26), px(9) * len(self.text()) + px(10))
        return QSize(wide + 2 * _RING, px(26) + px(8) + 2 * _RING)

    def _shape(self) -> QPainterPath:
        px = self._desk.type.px
        head = QRectF(_RING, _RING, self.width() - 2 * _RING, px(26))
        path = QPainterPath()
        path.addRoundedRect(head, head.height() / 2, head.height() / 2)
        tip = QPainterPath()
        middle, foot = head.center().x(), self.height() - _RING
        tip.moveTo(middle - px(6), head.bottom() - px(3))
        tip.lineTo(middle, foot)
        tip.lineTo(middle + px(6), head.bottom() - px(3))
        tip.closeSubpath()
        return path.united(tip)

    def hitButton(self, pos: QPoint) -> bool:
        """Only the pin itself, not the room around it."""
        return self._shape().contains(QPointF(pos))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it into the hand."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if not self._dragging and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.raise_()
        tip = QPointF(self.width() / 2, self.height() - _RING)
        self.dragged.emit(QPointF(self.pos()) + QPointF(way) + tip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down; without a drag it was a click."""
        if self._pressed_at is None:
            return
        self._pressed_at = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if self._dragging:
            self._dragging = False
            self.dropped.emit()
        else:
            self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, with Shift further; Page keys lead to other pins, Enter opens, Escape leaves."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.is_chosen:
            length = 24 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 4
            self.stepped.emit(*(length * step for step in _STEPS[key]))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.leafed.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What the arrow keys did is kept at once."""
        super().focusOutEvent(event)
        self.dropped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pin with its number; the chosen one is filled and has a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, role = self._desk.theme.color, colour_of(self.issue)
        over = self.issue.state is not IssueState.OPEN
        shape = self._shape()
        if self.is_chosen or self.hasFocus():
            rings = (("card", 2 * _RING), ("focus", 2 * _RING - 3), ("card", 4))
        else:
            rings = (("card", 4),)
        for ring, width in rings:
            pen = QPen(color(ring), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(shape)
        ground, ink, line = f"{role}-soft", f"{role}-ink", role
        if self.is_chosen:
            ground, ink, line = "accent", "accent-ink", "accent"
        elif over:
            ground, ink, line = "card", "muted", "line-strong"
        painter.setPen(QPen(color(line), 1.5))
        painter.setBrush(color(ground))
        painter.drawPath(shape)
        painter.setFont(self._desk.type.font("small", 700))
        painter.setPen(color(ink))
        head = QRectF(_RING, _RING, self.width() - 2 * _RING, self._desk.type.px(26))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
