"""An option on the ballot: a tap places a dot, the minus takes it back."""

from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fitting_size, paint_frame

MOST_DRAWN = 3  # dots; more are told as a number
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class OptionCard(QAbstractButton):
    """One option; Space or + adds, - takes back, the arrows go to its neighbours (told by `moved`); Enter is the ballot's."""

    added = Signal(object)
    removed = Signal(object)
    moved = Signal(int)  # a key of Qt.Key

    def __init__(self, look: Look, option: UUID, text: str, *, approval: bool, size: int, most: int) -> None:
        super().__init__()
        self._look, self._option, self._approval, self._size = look, option, approval, size
        self._most = most
        self._count = 0
        self.setText(text)
        self.setObjectName(f"option-{option}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(approval)
        self.minus_button = MinusButton(look, self)
        self.minus_button.setAccessibleName(look.language.say("Take a dot back from “{option}”", option=text))
        self.minus_button.clicked.connect(lambda _on=False: self.removed.emit(option))
        self.clicked.connect(lambda _on=False: self._toggle())
        self.set_count(0)

    @property
    def count(self) -> int:
        """How many dots it has."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show how many dots it has."""
        self._count = count
        self.setChecked(self._approval and count > 0)
        self.minus_button.setVisible(count > 0 and not self._approval)
        language = self._look.language
        told = language.say("selected") if count and self._approval else language.say_many("{n} dot", "{n} dots", count)
        self.setAccessibleName(f"{self.text()}, {told}" if count else self.text())
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
        return self.rect().adjusted(
            px(20), px(4), -beside(self._look, self.width(), approval=self._approval, most=self._most), -px(4)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and plus add, minus takes back, arrows move on."""
        key = event.key()
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            if not event.isAutoRepeat():
                self._toggle() if key == Qt.Key.Key_Space else self.added.emit(self._option)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Underscore):
            self.removed.emit(self._option)
        elif key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        ):
            self.moved.emit(int(key))
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The minus stays at the right."""
        super().resizeEvent(event)
        side = self._look.px(TOUCH)
        self.minus_button.setGeometry(self.width() - side - self._look.px(8), (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the words, the dots."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._count > 0
        paint_frame(painter, look, self, chosen=chosen)
        painter.setPen(look.color("ink"))
        room = self.text_room()
        sizes = [self._size, round(self._size * 0.9), round(self._size * 0.8)]
        painter.setFont(make_font(fitting_size(self.text(), room.size(), sizes, 600), 600))
        painter.drawText(room, int(_WRAP), self.text())
        if self._approval:
            self._paint_check(painter)
        elif chosen:
            self._paint_dots(painter)
        painter.end()

    def _paint_check(self, painter: QPainter) -> None:
        look = self._look
        side = look.px(34)
        box = QRectF(self.width() - side - look.px(22), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(look.color("accent" if self._count else "muted"), 2))
        painter.setBrush(look.color("accent") if self._count else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        if self._count:
            size = look.px(26)
            icon = look.pixmap("check", size, "accent-ink")
            painter.drawPixmap(QPointF(box.center().x() - size / 2, box.center().y() - size / 2), icon)

    def _paint_dots(self, painter: QPainter) -> None:
        """A row of dots, or a column where the card is low, or one with a number."""
        look = self._look
        right = self.width() - look.px(TOUCH + 8 + 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        if self._most > MOST_DRAWN:
            side = look.px(40)
            disc = QRectF(right - side, (self.height() - side) / 2, side, side)
            painter.drawEllipse(disc)
            painter.setPen(look.color("accent-ink"))
            painter.setFont(make_font(look.px(22), 700))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._count))
            return
        side, gap = look.px(24), look.px(6)
        if narrow(self._look, self.width()):
            side = look.px(15)
            whole = self._count * side + (self._count - 1) * gap
            for place in range(self._count):
                painter.drawEllipse(
                    QRectF(right - side, (self.height() - whole) / 2 + place * (side + gap), side, side)
                )
            return
        for place in range(self._count):
            left = right - (self._count - place) * (side + gap) + gap
            painter.drawEllipse(QRectF(left, (self.height() - side) / 2, side, side))

    def _toggle(self) -> None:
        if self._approval and self._count:
            self.removed.emit(self._option)
        else:
            self.added.emit(self._option)
        self.setChecked(self._approval and self._count > 0)


class MinusButton(QAbstractButton):
    """A round minus, as large as a finger."""

    def __init__(self, look: Look, parent: OptionCard) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A circle with a minus."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("accent-soft" if self.isDown() else "card"))
        painter.setPen(QPen(look.color("muted"), 2))
        painter.drawEllipse(QRectF(self.rect()).adjusted(5, 5, -5, -5))
        painter.setPen(QPen(look.color("ink"), look.px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, reach = QRectF(self.rect()).center(), look.px(8)
        painter.drawLine(QPointF(middle.x() - reach, middle.y()), QPointF(middle.x() + reach, middle.y()))
        painter.end()


def narrow(look: Look, width: int) -> bool:
    """Whether a card has no room for a row of dots."""
    return width < look.px(480)


def beside(look: Look, width: int, *, approval: bool, most: int) -> int:
    """The room at the right of the words of a card that dots and minus need."""
    if approval:
        return look.px(34 + 22 + 14)
    dots = 40 if most > MOST_DRAWN else 15
    if most <= MOST_DRAWN and not narrow(look, width):
        dots = most * 24 + (most - 1) * 6
    return look.px(TOUCH + 8 + 12 + dots + 12)
