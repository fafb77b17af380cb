"""One mark of an option: a large button, filled where it is the mark that was given."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fitting_size
from workshop.ui.shared_screen.voting.marks.scale import Mark

INSET = 5  # pixels around what is painted, which belong to the button too
_ICON = 22
_BESIDE = 8  # between icon and words
_MARGIN = 12
_LARGE, _HIGH = 32, 88  # the type on a mark of at least this height
_WEIGHT = 700


class MarkButton(QAbstractButton):
    """A tap gives the mark or takes it back; the keyboard stays with the option, whose digits do the same."""

    def __init__(self, look: Look, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.mark = mark
        self.setText(mark.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As large as a finger."""
        return QSize(self._look.px(TOUCH), self._look.px(TOUCH))

    def nextCheckState(self) -> None:
        """The ballot says what is marked, not the button."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A tap that comes twice gives a mark, and does not take it back at once."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._look.px(INSET)
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_mark(painter, self._look, place, self.mark, chosen=self.isChecked(), down=self.isDown())
        painter.end()


def paint_mark(
    painter: QPainter, look: Look, place: QRectF, mark: Mark, *, chosen: bool, down: bool = False
) -> None:  # fmt: skip
    """A mark: its frame, its icon where it has one, its words."""
    corner, ink = look.px(9), "accent-ink" if chosen else "ink"
    painter.setBrush(look.color("accent" if chosen else "accent-soft" if down else "card"))
    painter.setPen(QPen(look.color("accent" if chosen else "muted"), 2 if chosen else 1))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), corner, corner)
    side = _icon(look) if mark.icon else 0
    beside = side + look.px(_BESIDE) if side else 0
    room = QSize(round(place.width()) - beside - look.px(4), round(place.height()))
    larger = [round(look.px(_LARGE) * min(look.text, 150) / 100)] if place.height() >= look.px(_HIGH) else []
    size = fitting_size(mark.label, room, [*larger, *_sizes(look)], _WEIGHT)
    font = make_font(size, _WEIGHT)
    words = min(room.width(), QFontMetrics(font).horizontalAdvance(mark.label))
    left = place.left() + (place.width() - words - beside) / 2
    if side:
        painter.drawPixmap(QPointF(left, place.center().y() - side / 2), look.pixmap(mark.icon, side, ink))
    painter.setFont(font)
    painter.setPen(look.color(ink))
    at = QRect(round(left + beside) - 2, round(place.top()), words + 4, round(place.height()))
    painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), mark.label)


def mark_width(look: Look, mark: Mark) -> int:
    """How wide a mark has to be for its words in the size of the text; at least as wide as a finger."""
    words = QFontMetrics(make_font(_sizes(look)[0], _WEIGHT)).horizontalAdvance(mark.label)
    icon = _icon(look) + look.px(_BESIDE) if mark.icon else 0
    return max(look.px(TOUCH), words + icon + 2 * look.px(_MARGIN + INSET))


def _icon(look: Look) -> int:
    return round(look.px(_ICON) * min(look.text, 150) / 100)


def _sizes(look: Look) -> list[int]:
    return sorted({look.size("body"), look.size("small"), look.px(24), look.px(19)}, reverse=True)
