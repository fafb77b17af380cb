"""An option to be ranked: a tap gives it the next place, shown as a large number, another one takes it back."""

from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fitting_size, paint_frame

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MOVES = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_SWAPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}

_DIGITS = {Qt.Key(Qt.Key.Key_0 + digit): digit or 10 for digit in range(10)}


class PlaceCard(QAbstractButton):
    """One option. Space gives or takes back, a digit gives that place, minus takes back, = puts it beside the last placed.

    The arrows go to its neighbours (told by `moved`), with Alt they swap its place; Enter is the ballot's.
    """

    toggled_place = Signal(object)
    put_at = Signal(object, int)
    put_beside = Signal(object)
    taken_back = Signal(object)
    swapped = Signal(object, int)
    moved = Signal(int)  # a key of Qt.Key

    def __init__(self, look: Look, option: UUID | str, text: str, *, ties: bool) -> None:
        super().__init__()
        self._look, self._option, self._ties = look, option, ties
        self._size = look.size("body")
        self._place = 0
        self.setText(text)
        self.setObjectName(f"option-{option}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.beside_button = BesideButton(look, self)
        self.beside_button.setObjectName(f"beside-{option}")
        self.beside_button.clicked.connect(lambda _on=False: self.put_beside.emit(option))
        self.clicked.connect(lambda _on=False: self.toggled_place.emit(option))
        self.show_place(0, 0)

    @property
    def place(self) -> int:
        """Its place, from 1; 0 where it has none."""
        return self._place

    def show_place(self, place: int, last: int) -> None:
        """Show its place, 0 for none; `last` is the last place that is given, beside which it could be put."""
        self._place = place
        say, number = self._look.language.say, self._look.language.number
        told = say("place {n}", n=number(place))
        self.setAccessibleName(f"{self.text()}, {told}" if place else self.text())
        self.beside_button.show_place(last)
        self.beside_button.setAccessibleName(
            say("Put “{option}” in place {n} too", option=self.text(), n=number(last)) if last else self.text()
        )
        self.beside_button.setVisible(self._ties and not place and last > 0)
        self.update()

    def set_size(self, size: int) -> None:
        """Set the size of type in pixels."""
        self._size = size
        self.update()

    def sizeHint(self) -> QSize:
        """At least as high as a finger needs."""
        return QSize(self._look.px(280), self._look.px(TOUCH))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(self._look.px(200), self._look.px(TOUCH))

    def text_room(self) -> QRect:
        """Where the words stand."""
        px = self._look.px
        left, right = _left(self._look, self.width()), _right(self._look, ties=self._ties)
        return self.rect().adjusted(left, px(4), -right, -px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, digits, minus and = place; arrows move on, with Alt they swap."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if key in _SWAPS:
                self.swapped.emit(self._option, _SWAPS[key])
            else:
                event.ignore()
        elif key in _MOVES:
            self.moved.emit(int(key))
        elif key in _DIGITS or key in (Qt.Key.Key_Space, Qt.Key.Key_Equal):
            if not event.isAutoRepeat():
                self._give(key)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Underscore):
            self.taken_back.emit(self._option)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A tap that comes twice gives a place, and does not take it back at once."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What puts it beside the last placed stays at the right."""
        super().resizeEvent(event)
        side = self._look.px(TOUCH)
        self.beside_button.setGeometry(self.width() - side - self._look.px(6), (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the place, the words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, look, self, chosen=self._place > 0)
        side = _disc(look, self.width())
        paint_place(
            painter, look, QRectF(_margin(look, self.width()), (self.height() - side) / 2, side, side), self._place
        )
        painter.setPen(look.color("ink"))
        room = self.text_room()
        sizes = sorted({self._size, min(self._size, look.size("small")), look.px(19), look.px(16)}, reverse=True)
        painter.setFont(make_font(fitting_size(self.text(), room.size(), sizes, 600), 600))
        painter.drawText(room, int(_WRAP), self.text())
        painter.end()

    def _give(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Space:
            self.toggled_place.emit(self._option)
        elif key == Qt.Key.Key_Equal:
            self.put_beside.emit(self._option)
        else:
            self.put_at.emit(self._option, _DIGITS[key])


class BesideButton(QAbstractButton):
    """A round button, as large as a finger, that says which place would be shared: “= 2”."""

    def __init__(self, look: Look, parent: PlaceCard) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key = does the same
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_place(self, place: int) -> None:
        """Say which place would be shared."""
        self.setText(f"={self._look.language.number(place)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A circle with the place."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("accent-soft" if self.isDown() else "card"))
        painter.setPen(QPen(look.color("muted"), 2))
        painter.drawEllipse(QRectF(self.rect()).adjusted(5, 5, -5, -5))
        painter.setPen(look.color("ink"))
        painter.setFont(make_font(look.px(20), 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def paint_place(painter: QPainter, look: Look, disc: QRectF, place: int) -> None:
    """A place as a large number on a disc; an empty ring where there is none."""
    painter.setPen(QPen(look.color("accent" if place else "muted"), 2))
    painter.setBrush(look.color("accent") if place else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
    if place:
        painter.setPen(look.color("accent-ink"))
        painter.setFont(make_font(round(disc.width() * 0.58), 700))
        painter.drawText(disc.translated(QPointF(0, -1)), Qt.AlignmentFlag.AlignCenter, look.language.number(place))


def beside(look: Look, width: int, *, ties: bool) -> int:
    """The room beside the words of a card: the place at the left, what shares the last one at the right."""
    return _left(look, width) + _right(look, ties=ties)


def _disc(look: Look, width: int) -> int:
    return look.px(54 if width >= look.px(480) else 44)


def _margin(look: Look, width: int) -> int:
    return look.px(18 if width >= look.px(480) else 10)


def _left(look: Look, width: int) -> int:
    return _margin(look, width) + _disc(look, width) + look.px(18 if width >= look.px(480) else 10)


def _right(look: Look, *, ties: bool) -> int:
    return look.px(TOUCH + 6 + 6) if ties else look.px(18)
