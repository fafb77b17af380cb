"""What the pointer does on the wall: choosing, drawing a lasso, dragging cards, pushing the wall itself."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from workshop.ui.pages.ideas.wall.plan import READABLE, Column

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.wall.canvas import WallCanvas

_EDGE, _MOST_STEP, _TICK_MS = 36, 28, 16  # pixels from the edge, pixels in one step, between two steps
_MANY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Pointer(QObject):
    """One gesture at a time; Escape lets go of it."""

    def __init__(self, canvas: "WallCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._mode = ""  # "", "pressed", "drag", "lasso", "push"
        self._button = Qt.MouseButton.NoButton
        self._from, self._at = QPoint(), QPoint()
        self._corner = QPointF()  # where a lasso began, on the wall
        self._pressed: UUID | None = None
        self._alone = False  # letting go without a drag chooses what was pressed alone
        self._before: list[UUID] = []
        self._ids: list[UUID] = []
        self._ghost = QPixmap()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._scroll_at_edge)

    @property
    def is_busy(self) -> bool:
        """Whether something is dragged or a lasso drawn."""
        return self._mode in ("drag", "lasso")

    @property
    def _is_far(self) -> bool:
        return (self._at - self._from).manhattanLength() >= QApplication.startDragDistance()

    @property
    def carried(self) -> list[UUID]:
        """The ideas that are dragged, in the order of the wall."""
        return self._ids if self._mode == "drag" else []

    @property
    def target(self) -> tuple[Column, int] | None:
        """Where what is dragged would land: the column, and before which of its cards."""
        canvas = self._canvas
        point = canvas.to_wall(self._at)
        column = canvas.plan.column_at(point.x())
        return (column, column.place_at(point)) if column and self._mode == "drag" else None

    def press(self, event: QMouseEvent) -> None:
        """Choose, and wait for what becomes of it."""
        if self._mode:
            return  # another button, while something is going on
        self._button = event.button()
        self._from = self._at = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin("push")
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        canvas, held = self._canvas, event.modifiers()
        card = canvas.card_at(self._from)
        if card is None:
            self._before = canvas.choice.ids[:] if held & _MANY else []
            self._corner = canvas.to_wall(self._from)
            self._mode, self._pressed = "pressed", None
            canvas.choose_many(self._before)
            return
        self._mode, self._pressed, self._alone = "pressed", card.idea.id, False
        if held & Qt.KeyboardModifier.ShiftModifier:
            canvas.extend_to(card.idea.id, keep=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif held & Qt.KeyboardModifier.ControlModifier:
            canvas.toggle(card.idea.id)
        elif card.idea.id in canvas.choice.ids:
            self._alone = True
            canvas.look_at(card.idea.id)
        else:
            canvas.choose_only(card.idea.id)

    def move(self, event: QMouseEvent) -> None:
        """Begin a gesture once it is one, and follow it."""
        self._at, before = event.position().toPoint(), self._at
        if self._mode == "push":
            self._canvas.scroll_by(before - self._at)
        elif self._mode == "pressed" and event.buttons() & Qt.MouseButton.LeftButton and self._is_far:
            self._begin_drag() if self._pressed is not None else self._begin("lasso")
        if self.is_busy:
            self._follow()

    def release(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() != self._button:
            return
        mode, canvas = self._mode, self._canvas
        self._at = event.position().toPoint()
        if mode == "drag" and self.target is not None:
            column, place = self.target
            ids = [idea_id for idea_id in self._ids if idea_id in canvas.plan]
            self._end()
            if ids and not self._stays(ids, column, place):
                canvas.place(ids, column, place)
            return
        if mode == "pressed" and self._alone and self._pressed in canvas.plan:
            canvas.choose_only(self._pressed)
        self._end()

    def cancel(self) -> bool:
        """Let go of what is dragged; tells whether anything was."""
        was, busy = self._mode, self.is_busy
        self._end()
        if was == "lasso":
            self._canvas.choose_many(self._before)
        return busy

    def paint(self, painter: QPainter) -> None:
        """What floats above the cards, in pixels of the display."""
        if self._mode == "lasso":
            self._paint_lasso(painter)
        elif self._mode == "drag":
            self._paint_mark(painter)
            painter.setOpacity(0.92)
            painter.drawPixmap(self._at + QPoint(10, 8), self._ghost)
            painter.setOpacity(1.0)

    def _begin(self, mode: str) -> None:
        self._mode = mode
        self._canvas.freeze()
        self._clock.start()
        if mode == "push":
            self._clock.stop()
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _begin_drag(self) -> None:
        canvas = self._canvas
        if self._pressed is None or self._pressed not in canvas.plan:
            return
        if self._pressed not in canvas.choice.ids:
            canvas.choose_only(self._pressed)
        chosen = set(canvas.choice.ids)
        self._ids = [idea_id for idea_id in canvas.plan.ids if idea_id in chosen]
        self._ghost = canvas.picture_of(self._pressed, len(self._ids))
        self._begin("drag")
        canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _end(self) -> None:
        self._mode, self._pressed, self._ids, self._alone = "", None, [], False
        self._clock.stop()
        self._canvas.viewport().unsetCursor()
        self._canvas.thaw()

    def _follow(self) -> None:
        if self._mode == "lasso":
            area = QRectF(self._corner, self._canvas.to_wall(self._at)).normalized()
            self._canvas.choose_many([*self._before, *self._canvas.plan.ids_in(area)])
        self._canvas.viewport().update()

    def _stays(self, ids: list[UUID], column: Column, place: int) -> bool:
        """Whether they would land where they are."""
        rows = [row for row, card in enumerate(column.cards) if card.idea.id in set(ids)]
        together = len(rows) == len(ids) and rows == list(range(rows[0], rows[0] + len(rows)))
        return together and rows[0] <= place <= rows[-1] + 1

    def _scroll_at_edge(self) -> None:
        room, at = self._canvas.viewport().rect(), self._at
        across = _step(at.x(), room.width())
        down = _step(at.y(), room.height())
        if (across or down) and self._canvas.scroll_by(QPoint(across, down)):
            self._follow()

    def _paint_lasso(self, painter: QPainter) -> None:
        color = self._canvas.face.color
        area = QRectF(self._canvas.to_view(QRectF(self._corner, self._canvas.to_wall(self._at)).normalized()))
        painter.setPen(QPen(color("focus"), 1.5))
        painter.drawRoundedRect(area, 4, 4)
        painter.setOpacity(0.14)
        painter.fillRect(area, color("focus"))
        painter.setOpacity(1.0)

    def _paint_mark(self, painter: QPainter) -> None:
        """A bar where it would land, at the edge where that is out of sight."""
        target = self.target
        if target is None:
            return
        canvas, (column, place) = self._canvas, target
        mark = canvas.to_view(column.mark(place))
        thick = 4 if canvas.zoom >= READABLE else 3
        top = min(max(1, mark.top() - thick // 2), canvas.viewport().height() - thick - 1)
        bar = QRectF(mark.left(), top, mark.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.face.color("focus"))
        painter.drawRoundedRect(bar, thick / 2, thick / 2)


def _step(at: int, room: int) -> int:
    """How far to scroll for a pointer at a place of a side: the nearer to its end, the faster."""
    if at < _EDGE:
        return -max(2, min(_MOST_STEP, (_EDGE - at) * _MOST_STEP // _EDGE))
    if at > room - _EDGE:
        return max(2, min(_MOST_STEP, (at - room + _EDGE) * _MOST_STEP // _EDGE))
    return 0
