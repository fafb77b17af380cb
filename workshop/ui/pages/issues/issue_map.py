"""A map with the pins of local issues: it is zoomed by the wheel and moved by dragging; a click names a place."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from workshop.models.enums import IssueState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.map_painting import paint_focus, paint_map, paint_mark
from workshop.ui.pages.issues.map_pin import MapPin
from workshop.ui.widgets.picture_frame import STEP, PictureFrame

_PAUSE = 700  # milliseconds after the last arrow key until a pin is put down
_PAN = 48  # pixels by which an arrow key moves the map
_SIDE, _ABOVE, _BELOW = 22, 42, 8  # pixels at 100 % around the whole map, where the heads of pins at its edges are


class IssueMap(QWidget):
    """One map at a time. `pointed` and `pinMoved` tell places in ten-thousandths of its width and height."""

    pointed = Signal(int, int)
    pinMoved = Signal(object, int, int)  # the id of an issue and its new place
    pinChosen = Signal(object)
    pinOpened = Signal(object)
    left = Signal()  # Escape: nothing is to be chosen any more
    zoomChanged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.frame = PictureFrame()
        self._picture = QPixmap()
        self._pins: dict[UUID, MapPin] = {}
        self._places: dict[UUID, tuple[float, float]] = {}
        self._chosen: UUID | None = None
        self._mark: tuple[int, int] | None = None
        self._pressed_at: QPoint | None = None
        self._panned_from: QPointF | None = None
        self._moving: UUID | None = None  # the pin that the arrow keys have moved
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._put_down)
        self.setProperty("floating", True)  # pins may lie above each other
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(desk.language.say("Map"))
        self.setAccessibleDescription(
            desk.language.say("Arrow keys move the map, plus and minus zoom, Enter names the place in the middle.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def pins(self) -> list[MapPin]:
        """The pins by number."""
        return sorted(self._pins.values(), key=lambda pin: pin.issue.number)

    def pin(self, issue_id: UUID) -> MapPin | None:
        """The pin of an issue, if it is on this map."""
        return self._pins.get(issue_id)

    @property
    def middle(self) -> tuple[int, int]:
        """The place in the middle of what is seen."""
        return self.frame.to_map(self.frame.across / 2, self.frame.down / 2)

    def show_picture(self, image: QImage, name: str) -> None:
        """Show the whole of another map."""
        self._picture = QPixmap.fromImage(image)
        self.setAccessibleName(self._desk.language.say("Map: {name}", name=name) if name else self.accessibleName())
        self.frame = self.frame.with_picture(image.width(), image.height()).in_room(*self._room)
        self._place_pins()

    def show_issues(self, issues: Sequence[LocalIssueRecord], map_id: UUID | None) -> None:
        """Show the pins of those issues that are on this map; a pin in somebody's hand stays there."""
        here = {issue.id: issue for issue in issues if issue.on_map is not None and issue.on_map.map_id == map_id}
        before = {issue_id: pin.issue for issue_id, pin in self._pins.items()}
        for issue_id in self._pins.keys() - here.keys():
            self._take_away(issue_id)
        for issue_id, issue in here.items():
            pin = self._pins.get(issue_id)
            if pin is None:
                pin = self._pins[issue_id] = self._make_pin(issue)
            elif pin.issue != issue:
                pin.show_issue(issue)
            if issue.on_map is not None and not pin.is_dragged and self._moving != issue_id:
                self._places[issue_id] = (issue.on_map.x, issue.on_map.y)
        if before != here:
            self._arrange()
        self._place_pins()

    def choose(self, issue_id: UUID | None, *, reveal: bool = True) -> None:
        """Choose a pin without telling anybody; it lies above the others and is brought into sight."""
        left, self._chosen = self._chosen, issue_id
        for pin in (self._pins.get(key) for key in (left, issue_id) if key is not None):
            if pin is not None:
                pin.set_chosen(pin.id == issue_id)
        if reveal and issue_id in self._places:
            self._set_frame(self.frame.showing(*self._places[issue_id], margin=self._desk.type.px(24)))

    def set_mark(self, place: tuple[int, int] | None) -> None:
        """Mark the place of the issue that is being written."""
        self._mark = place
        self.update()

    def zoom(self, factor: float, at: tuple[float, float] | None = None) -> None:
        """Nearer or further."""
        self._set_frame(self.frame.zoomed(factor, at))

    def fit(self) -> None:
        """Show the whole map."""
        self._set_frame(self.frame.fitted())

    def sizeHint(self) -> QSize:
        """A good part of the page."""
        return QSize(self._desk.type.px(560), self._desk.type.px(420))

    def minimumSizeHint(self) -> QSize:
        """Enough to find a place."""
        return QSize(self._desk.type.px(220), self._desk.type.px(200))

    @property
    def _offset(self) -> tuple[int, int]:
        px = self._desk.type.px
        return px(_SIDE), px(_ABOVE)

    @property
    def _room(self) -> tuple[int, int]:
        px = self._desk.type.px
        return self.width() - 2 * px(_SIDE), self.height() - px(_ABOVE) - px(_BELOW)

    def _on_screen(self, x: float, y: float) -> tuple[float, float]:
        """Where in the widget a place of the map is."""
        across, down = self.frame.to_room(x, y)
        return across + self._offset[0], down + self._offset[1]

    def _on_map(self, at: QPointF) -> tuple[int, int]:
        """The place of the map at a point of the widget."""
        return self.frame.to_map(at.x() - self._offset[0], at.y() - self._offset[1])

    def _make_pin(self, issue: LocalIssueRecord) -> MapPin:
        pin = MapPin(self._desk, issue, self)
        pin.clicked.connect(lambda: self.pinChosen.emit(pin.id))
        pin.opened.connect(lambda: self.pinOpened.emit(pin.id))
        pin.dragged.connect(lambda tip: self._drag(pin, tip))
        pin.dropped.connect(self._put_down)
        pin.stepped.connect(lambda across, down: self._step(pin, across, down))
        pin.leafed.connect(lambda step: self._leaf(pin, step))
        pin.left.connect(self.left)
        return pin

    def _take_away(self, issue_id: UUID) -> None:
        pin = self._pins.pop(issue_id)
        self._places.pop(issue_id, None)
        if self._moving == issue_id:
            self._moving = None
        if pin.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        pin.hide()
        pin.deleteLater()

    def _arrange(self) -> None:
        """What is open lies above what is over, and the chosen one above all."""
        for pin in sorted(self.pins, key=lambda pin: (pin.issue.state is IssueState.OPEN, -pin.issue.number)):
            pin.raise_()
        for pin in self.pins:
            pin.set_chosen(pin.id == self._chosen)

    def _place_pins(self) -> None:
        room = self.rect()
        for issue_id, (x, y) in self._places.items():
            pin = self._pins[issue_id]
            pin.put_tip(*self._on_screen(x, y))
            pin.setVisible(room.contains(pin.geometry()) and not self._picture.isNull())
        self.update()

    def _set_frame(self, frame: PictureFrame) -> None:
        if frame != self.frame:
            self.frame = frame
            self._place_pins()
            self.zoomChanged.emit()

    def _drag(self, pin: MapPin, tip: QPointF) -> None:
        if self._moving != pin.id:
            self.pinChosen.emit(pin.id)
        self._moving = pin.id
        self._places[pin.id] = self._on_map(tip)
        pin.put_tip(*self._on_screen(*self._places[pin.id]))

    def _step(self, pin: MapPin, across: int, down: int) -> None:
        left, top = self.frame.to_room(*self._places[pin.id])
        self._moving = pin.id
        self._places[pin.id] = self.frame.to_map(left + across, top + down)
        self._set_frame(self.frame.showing(*self._places[pin.id], margin=self._desk.type.px(24)))
        self._place_pins()
        self._rest.start()

    def _put_down(self) -> None:
        """Tell where the pin is that was moved."""
        self._rest.stop()
        moved, self._moving = self._moving, None
        if moved is None or moved not in self._places:
            return
        x, y = (round(length) for length in self._places[moved])
        place = self._pins[moved].issue.on_map
        if place is not None and (place.x, place.y) != (x, y):
            self.pinMoved.emit(moved, x, y)

    def _leaf(self, pin: MapPin, step: int) -> None:
        self._put_down()
        pins = self.pins
        other = pins[(pins.index(pin) + step) % len(pins)]
        self.pinChosen.emit(other.id)
        self.choose(other.id)
        other.setFocus(Qt.FocusReason.TabFocusReason)

    # Qt.

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From the map to the chosen pin, or the first in sight, and on from there; five hundred are no stops."""
        on_pin = isinstance(self.focusWidget(), MapPin) and not self.hasFocus()
        seen = sorted((pin for pin in self.pins if pin.isVisible()), key=lambda pin: not pin.is_chosen)
        if self.hasFocus() and forward and seen:
            seen[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if on_pin:
            self.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            if not forward:
                return True
        return super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or the beginning of a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed_at = event.position().toPoint()
            self._panned_from = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map."""
        if self._pressed_at is None:
            return
        here = event.position()
        if self._panned_from is None:
            if (here.toPoint() - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            self._panned_from = QPointF(self._pressed_at)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        way = here - self._panned_from
        self._panned_from = here
        self._set_frame(self.frame.moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Without a drag it names a place."""
        pressed, panned = self._pressed_at, self._panned_from
        self._pressed_at = self._panned_from = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        where = event.position()
        if pressed is None or panned is not None or event.button() != Qt.MouseButton.LeftButton:
            return
        across, down = self._offset
        if not self._picture.isNull() and self.frame.holds(where.x() - across, where.y() - down):
            self.pointed.emit(*self._on_map(where))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or further, where the pointer is."""
        steps = event.angleDelta().y() / 120
        if steps:
            at = event.position()
            self.zoom(STEP**steps, (at.x() - self._offset[0], at.y() - self._offset[1]))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and zoom the map, name the place in its middle."""
        moves: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (_PAN, 0), Qt.Key.Key_Right: (-_PAN, 0),
            Qt.Key.Key_Up: (0, _PAN), Qt.Key.Key_Down: (0, -_PAN),
        }  # fmt: skip
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(STEP), Qt.Key.Key_Equal: lambda: self.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP), Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Return: lambda: self.pointed.emit(*self.middle),
            Qt.Key.Key_Enter: lambda: self.pointed.emit(*self.middle), Qt.Key.Key_Escape: self.left.emit,
        }  # fmt: skip
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the size of the text is changed with those
        elif event.key() in moves:
            self._set_frame(self.frame.moved(*moves[event.key()]))
        elif event.key() in acts:
            acts[event.key()]()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same part of the map."""
        super().resizeEvent(event)
        self.frame = self.frame.in_room(*self._room)
        self._place_pins()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The map, the mark of the next issue, and a ring where the keyboard is."""
        painter = QPainter(self)
        where = QRectF(*self._on_screen(0, 0), *self.frame.size)
        paint_map(painter, self._desk.theme, QRectF(self.rect()), self._picture, where)
        if self._mark is not None:
            paint_mark(painter, self._desk.theme, QPointF(*self._on_screen(*self._mark)))
        if self.hasFocus():
            middle = QPointF(self._offset[0] + self.frame.across / 2, self._offset[1] + self.frame.down / 2)
            paint_focus(painter, self._desk.theme, QRectF(self.rect()), middle)
        painter.end()
