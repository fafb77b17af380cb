"""An option with its marks side by side; a tap on one of them gives it, another tap takes it back."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fitting_size
from workshop.ui.shared_screen.voting.marks.grid import LEFT, PADDING, RIGHT, WEIGHT, MarkGrid, text_room
from workshop.ui.shared_screen.voting.marks.mark_button import MarkButton
from workshop.ui.shared_screen.voting.marks.scale import Scale

_MOVES = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_BACKS = {Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Underscore}
_DIGITS = {Qt.Key(Qt.Key.Key_0 + digit): digit for digit in range(10)}
_TWO_DIGITS = 1000  # milliseconds between the two digits of a 10 at most
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class MarkCard(QWidget):
    """One option. A digit gives its mark, Space the next one, minus takes it back; the arrows go on (told by `moved`)."""

    toggled_mark = Signal(object, int)  # by a tap
    given = Signal(object, int)  # by a digit
    turned = Signal(object)
    taken_back = Signal(object)
    strange = Signal(object)  # a digit that is no mark
    moved = Signal(int)  # a key of Qt.Key

    def __init__(self, look: Look, option: PollOptionRecord, scale: Scale) -> None:
        super().__init__()
        self._look, self._scale = look, scale
        self.option = option
        self._grid: MarkGrid | None = None
        self._value: int | None = None
        self._before: tuple[int, int] | None = None  # the last digit, and when it was pressed
        self.setObjectName(f"option-{option.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.buttons = tuple(MarkButton(look, mark, self) for mark in scale.marks)
        for button in self.buttons:
            button.setObjectName(f"mark-{button.mark.value}-{option.id}")
            button.clicked.connect(lambda _on=False, value=button.mark.value: self._tapped(value))
        self.show_mark(None)

    @property
    def value(self) -> int | None:
        """Its mark, or none."""
        return self._value

    def show_mark(self, value: int | None) -> None:
        """Show its mark, or that it has none."""
        self._value = value
        self.setAccessibleName(
            self.option.text if value is None else f"{self.option.text}, {self._scale.told(value)}"
        )  # fmt: skip
        chosen = self._look.language.say("selected")
        for button in self.buttons:
            told = f"{self.option.text}: {button.mark.told}"
            button.setChecked(button.mark.value == value)
            button.setAccessibleName(f"{told}, {chosen}" if button.isChecked() else told)
        self.update()

    def set_grid(self, grid: MarkGrid) -> None:
        """Lie as the others do."""
        self._grid = grid
        self._lay()
        self.update()

    def strip(self) -> QRect:
        """Where the marks stand."""
        grid, px = self._grid, self._look.px
        if grid is None:
            return QRect()
        width = len(self.buttons) * grid.mark
        if grid.is_stacked:
            return QRect(px(LEFT - RIGHT), self.height() - grid.strip - px(RIGHT), width, grid.strip)
        high = min(self.height(), px(TOUCH + 16))
        return QRect(self.width() - width - px(RIGHT), (self.height() - high) // 2, width, high)

    def text_room(self) -> QRect:
        """Where the words stand."""
        grid, px = self._grid, self._look.px
        if grid is None:
            return QRect()
        room = text_room(self._look, grid, self.width(), self.height(), len(self.buttons))
        return QRect(px(LEFT), px(PADDING), room.width(), room.height())

    def sizeHint(self) -> QSize:
        """At least as high as a finger needs."""
        return QSize(self._look.px(280), self._look.px(TOUCH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Space and minus mark; arrows move on; Enter is the ballot's."""
        key = Qt.Key(event.key())
        if key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._before = None
            self.moved.emit(int(key))
        elif key in _DIGITS or key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._mark(key, event.timestamp())
        elif key in _BACKS:
            self._before = None
            self.taken_back.emit(self.option.id)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; a digit typed before is over."""
        super().focusInEvent(event)
        self._before = None
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks stay at their side."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and the words; whoever has the keyboard has a ring in the colour of the ink."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = max(3, look.px(3)) if self.hasFocus() else 2
        inset = ring / 2 + 0.5
        painter.setBrush(look.color("card"))
        painter.setPen(QPen(look.color("ink" if self.hasFocus() else "line"), ring))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(11), look.px(11))
        room, size = self.text_room(), self._grid.size if self._grid is not None else look.size("body")
        sizes = [size, round(size * 0.9), round(size * 0.8), look.px(16)]
        painter.setPen(look.color("ink"))
        painter.setFont(make_font(fitting_size(self.option.text, room.size(), sizes, WEIGHT), WEIGHT))
        painter.drawText(room, int(_WORDS), self.option.text)
        painter.end()

    def _lay(self) -> None:
        strip = self.strip()
        for place, button in enumerate(self.buttons):
            width = strip.width() // len(self.buttons)
            button.setGeometry(strip.left() + place * width, strip.top(), width, strip.height())

    def _tapped(self, value: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.toggled_mark.emit(self.option.id, value)

    def _mark(self, key: Qt.Key, at: int) -> None:
        if key == Qt.Key.Key_Space:
            self._before = None
            self.turned.emit(self.option.id)
            return
        digit = _DIGITS[key]
        recent = self._before is not None and at - self._before[1] <= _TWO_DIGITS
        value = self._scale.digit(digit, self._before[0] if recent and self._before is not None else None)
        self._before = (digit, at)
        if value is None:
            self.strange.emit(self.option.id)
        else:
            self.given.emit(self.option.id, value)
