"""Small parts of the shared screen: words, buttons for fingers, pages that are turned."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import Look
from workshop.ui.widgets.buttons import Button
from workshop.ui.widgets.headings import Label


class Words(Label):
    """Words of the shared screen; `kind` is small, body, strong, title, display or clock."""

    def __init__(
        self, text: str, kind: str = "body", *, role: str = "", wrap: bool = True, center: bool = False
    ) -> None:
        self.look = f"stage-{kind}"
        super().__init__(text, role=role, wrap=wrap)
        if center:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_pixels(self, pixels: int) -> None:
        """Set the size of type by itself, where it was made to fit."""
        self.setStyleSheet(f"font-size: {pixels}px;")


class TouchButton(Button):
    """A button for fingers; at most one on a screen is `primary`."""

    def __init__(self, text: str, name: str, *, primary: bool = False, look: str = "") -> None:
        self.look = look or ("stage-primary" if primary else "stage-quiet")
        super().__init__(text)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Pages(QWidget):
    """Which page of several is shown, with a button to each side; nothing where there is only one."""

    turned = Signal(int)

    def __init__(self, look: Look, page: int = 0, pages: int = 1) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        self._language = look.language
        self._page = page
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        self.back_button = TouchButton("‹", "page-back")
        self.back_button.setAccessibleName(self._language.say("Previous page"))
        self.next_button = TouchButton("›", "page-next")
        self.next_button.setAccessibleName(self._language.say("Next page"))
        self.back_button.clicked.connect(lambda: self.turned.emit(self._page - 1))
        self.next_button.clicked.connect(lambda: self.turned.emit(self._page + 1))
        self._place = Words("", "small", wrap=False)
        for widget in (self.back_button, self._place, self.next_button):
            row.addWidget(widget)
        self.show_page(page, pages)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is shown."""
        self._page = page
        self.back_button.setEnabled(page > 0)
        self.next_button.setEnabled(page < pages - 1)
        number = self._language.number
        self._place.setText(f"{number(page + 1)} / {number(pages)}")
        self._place.setAccessibleName(self._language.say("Page {n} of {all}", n=page + 1, all=pages))
        if pages <= 1 or self.parentWidget() is not None:  # without a parent it would open a window of its own
            self.setVisible(pages > 1)


def card(look: Look, *, soft: bool = False, margin: int = 22, spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A surface with a column in it."""
    frame = QFrame()
    frame.setProperty("look", "stage-soft" if soft else "stage-card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(look.px(margin), look.px(margin - 4), look.px(margin), look.px(margin - 4))
    column.setSpacing(look.px(spacing))
    return frame, column


def foot(look: Look, *widgets: QWidget | None) -> QHBoxLayout:
    """The row at the bottom: what leads back at the left, what is next at the right; None is the space between."""
    row = QHBoxLayout()
    row.setSpacing(look.px(20))
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def paint_frame(painter: QPainter, look: Look, card: QAbstractButton, *, chosen: bool) -> None:
    """The frame of a card that is chosen or not; whoever has the keyboard has a ring inside, in the colour of the ink."""
    corner = look.px(11)
    frame = QRectF(card.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setBrush(look.color("accent-soft" if chosen or card.isDown() else "card"))
    painter.setPen(QPen(look.color("accent" if chosen else "line"), 2))
    painter.drawRoundedRect(frame, corner, corner)
    if card.hasFocus():
        width = max(3, look.px(3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("ink"), width))
        inset = (width - 2) / 2
        painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), corner, corner)


def headline(look: Look, text: str, room: QSize) -> Words:
    """A title in the largest type in which it fits a room."""
    grown = min(look.text, 150) / 100
    sizes = [round(look.px(size) * grown) for size in (56, 50, 44, 40, 36, 32)]
    words = Words(text, "title")
    words.set_pixels(fitting_size(text, room, sizes))
    return words


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something about a widget, politely."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever holds a widget so far that it is seen."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()


def text_height(text: str, font: QFont, width: int) -> int:
    """How high a text is that runs over several lines of a width."""
    flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere if _is_one_word(text) else Qt.TextFlag.TextWordWrap
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 100_000), int(flags), text).height()


def fits(text: str, font: QFont, room: QSize) -> bool:
    """Whether a text fits a room, its longest word too."""
    metrics = QFontMetrics(font)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return longest <= room.width() and text_height(text, font, room.width()) <= room.height()


def fitting_size(text: str, room: QSize, sizes: Sequence[int], weight: int = 700) -> int:
    """The first of some sizes of type, from large to small, in which a text fits a room; the last where none does."""
    return next((size for size in sizes if fits(text, make_font(size, weight), room)), sizes[-1])


def fitted_words(look: Look, text: str, room: QSize, sizes: Sequence[int], *, bold: bool = False) -> Words:
    """Somebody's words in the first of some sizes in which they fit a room, cut with an ellipsis where they fit in none."""
    weight = 700 if bold else 400
    pixels = fitting_size(text, room, [look.px(size) for size in sizes], weight)
    label = Words(cut_to_room(text, make_font(pixels, weight), room), "strong" if bold else "body")
    label.set_pixels(pixels)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return label


def cut_to_room(text: str, font: QFont, room: QSize) -> str:
    """A text that ends at a word, with an ellipsis, where it does not fit a room; at a letter where a word is very long."""
    if text_height(text, font, room.width()) <= room.height():
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_height(f"{text[:middle]}…", font, room.width()) <= room.height():
            low = middle
        else:
            high = middle - 1
    word_end = max(text.rfind(gap, low // 2, low + 1) for gap in (" ", "\n"))
    return f"{text[: word_end if word_end > 0 else low].rstrip()}…"


def _is_one_word(text: str) -> bool:
    return len(text.split()) == 1 and len(text) > 12
