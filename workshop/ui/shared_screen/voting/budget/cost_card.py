"""An option with its cost: a tap takes it, another one leaves it out again; what no longer fits is quiet and says so."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fitting_size, paint_frame
from workshop.ui.shared_screen.voting.budget.grid import BOX, COST_WEIGHT, WEIGHT, CostGrid, note_font, text_room

_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOVES = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_TAKES = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
_BACKS = {Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Underscore}


class CostCard(QAbstractButton):
    """One option. Space takes it or leaves it out, plus takes, minus leaves out; the arrows go on (told by `moved`)."""

    wanted = Signal(object)
    left_out = Signal(object)
    moved = Signal(int)  # a key of Qt.Key

    def __init__(self, look: Look, option: PollOptionRecord, cost: str) -> None:
        super().__init__()
        self._look = look
        self.option, self.cost = option, cost
        self._grid: CostGrid | None = None
        self._is_too_dear = False
        self.setText(option.text)
        self.setObjectName(f"option-{option.id}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _on=False: self._toggle())

    @property
    def is_too_dear(self) -> bool:
        """Whether it no longer fits into what is left."""
        return self._is_too_dear

    def show_state(self, *, is_taken: bool, is_too_dear: bool) -> None:
        """Show whether it was taken, or that it no longer fits."""
        say = self._look.language.say
        self._is_too_dear = is_too_dear
        self.setChecked(is_taken)
        state = say("selected") if is_taken else say("too dear") if is_too_dear else ""
        self.setAccessibleName(", ".join(part for part in (self.text(), self.cost, state) if part))
        self.update()

    def set_grid(self, grid: CostGrid) -> None:
        """Lie as the others do."""
        self._grid = grid
        self.update()

    def text_room(self) -> QRect:
        """Where the words stand."""
        return text_room(self._look, self._grid, self.size()) if self._grid is not None else QRect()

    def cost_room(self) -> QRect:
        """Where the cost stands, in line with those above and below it."""
        px = self._look.px
        width = self._grid.cost if self._grid is not None else 0
        return QRect(self._box().left() - px(16) - width, 0, width, self.height())

    def sizeHint(self) -> QSize:
        """At least as high as a finger needs."""
        return QSize(self._look.px(280), self._look.px(TOUCH))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(self._look.px(200), self._look.px(TOUCH))

    def nextCheckState(self) -> None:
        """The ballot says what was taken, not the button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, plus and minus; arrows move on; Enter is the ballot's."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(int(key))
        elif key == Qt.Key.Key_Space or key in _TAKES:
            if not event.isAutoRepeat():
                self._toggle() if key == Qt.Key.Key_Space else self.wanted.emit(self.option)
        elif key in _BACKS:
            self.left_out.emit(self.option)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A tap that comes twice takes it, and does not leave it out at once."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the words, the cost and what it says, the box."""
        look, quiet = self._look, self._is_too_dear
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, look, self, chosen=self.isChecked())
        if quiet:
            self._paint_quiet(painter)
        room, size = self.text_room(), self._grid.size if self._grid is not None else look.size("body")
        sizes = [size, round(size * 0.9), round(size * 0.8), look.px(16)]
        painter.setPen(look.color("muted" if quiet else "ink"))
        painter.setFont(make_font(fitting_size(self.text(), room.size(), sizes, WEIGHT), WEIGHT))
        painter.drawText(room, int(_WORDS), self.text())
        self._paint_cost(painter, size)
        self._paint_box(painter)
        painter.end()

    def _paint_quiet(self, painter: QPainter) -> None:
        """The ground of the booth shows through a card that no longer fits."""
        look, inset = self._look, max(4, self._look.px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.color("booth" if look.bright else "stage"))
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, look.px(8), look.px(8))

    def _paint_cost(self, painter: QPainter, size: int) -> None:
        """The cost in the middle; with a word below it where it no longer fits, higher where the card is low."""
        look, room = self._look, self.cost_room()
        font = make_font(size, COST_WEIGHT)
        if self._is_too_dear:
            note = note_font(look)
            below, line = QFontMetrics(note).height(), QFontMetrics(font).height()
            top = min((self.height() - line) // 2, self.height() - look.px(3) - below - line)
            painter.setFont(note)
            painter.setPen(look.color("muted"))
            place = QRect(room.left(), top + line, room.width(), below)
            painter.drawText(place, int(_RIGHT), look.language.say("too dear"))
            room = QRect(room.left(), top, room.width(), line)
        painter.setFont(font)
        painter.setPen(look.color("muted" if self._is_too_dear else "ink"))
        painter.drawText(room, int(_RIGHT), self.cost)

    def _paint_box(self, painter: QPainter) -> None:
        look, box, is_taken = self._look, self._box(), self.isChecked()
        if self._is_too_dear:
            return
        painter.setPen(QPen(look.color("accent" if is_taken else "muted"), 2))
        painter.setBrush(look.color("accent") if is_taken else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        if is_taken:
            size = look.px(26)
            at = QPointF(box.center().x() + 0.5 - size / 2, box.center().y() + 0.5 - size / 2)
            painter.drawPixmap(at, look.pixmap("check", size, "accent-ink"))

    def _box(self) -> QRect:
        side = self._look.px(BOX)
        return QRect(self.width() - side - self._look.px(20), (self.height() - side) // 2, side, side)

    def _toggle(self) -> None:
        if self.isChecked():
            self.left_out.emit(self.option)
        else:
            self.wanted.emit(self.option)
