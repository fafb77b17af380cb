"""Two options large side by side, and below them what to tap where neither is better."""

from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import TouchButton, fitting_size, paint_frame, text_height
from workshop.ui.shared_screen.voting.pairwise.paper import PairwiseVote

_SIZES = (44, 38, 32, 28, 24)  # pixels, larger where the reader wishes it
_SMALLEST = (24, 19, 16)  # where nothing larger fits
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class PairBoard(QWidget):
    """The two of the present comparison; `preferred` tells the option, or none for "can't decide"."""

    preferred = Signal(object)

    def __init__(self, look: Look, vote: PairwiseVote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self.cards = (PairCard(look, "one"), PairCard(look, "other"))
        for card in self.cards:
            card.taken.connect(self.preferred)
            row.addWidget(card, 1)
        column.addLayout(row, 1)
        self.neither_button = NeitherButton(look)
        self.neither_button.clicked.connect(lambda _on=False: self.preferred.emit(None))
        column.addWidget(self.neither_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_pair(self) -> None:
        """Show the present two, and what was preferred when they were compared before."""
        paper = self._vote.paper
        done, chosen = paper.at in paper.preferred, paper.preferred.get(paper.at)
        for card, option in zip(self.cards, paper.here, strict=True):
            card.show_option(option, is_chosen=done and chosen == option.id)
        self.neither_button.set_chosen(done and chosen is None)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both in one size of type."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        grown = min(self._look.text, 150) / 100
        sizes = [round(self._look.px(size) * grown) for size in _SIZES]
        sizes += [size for size in map(self._look.px, _SMALLEST) if size < sizes[-1]]
        size = min(fitting_size(card.text(), card.text_room().size(), sizes, 600) for card in self.cards)
        for card in self.cards:
            card.set_size(size)


class PairCard(QAbstractButton):
    """One of the two. The keyboard stays with the ballot, where the arrow to its side takes it."""

    taken = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._size = look, look.size("body")
        self._option: PollOptionRecord | None = None
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _on=False: self.taken.emit(self.option_id))

    @property
    def option_id(self) -> UUID | None:
        """Which option it shows."""
        return self._option.id if self._option is not None else None

    def show_option(self, option: PollOptionRecord, *, is_chosen: bool) -> None:
        """Show an option, and whether it was preferred."""
        self._option = option
        self.setText(option.text)
        self.setChecked(is_chosen)
        told = self._look.language.say("selected")
        self.setAccessibleName(f"{option.text}, {told}" if is_chosen else option.text)
        self.update()

    def set_size(self, size: int) -> None:
        """Set the size of type in pixels."""
        self._size = size
        self.update()

    def sizeHint(self) -> QSize:
        """What its words need in their size; it takes all the room there is."""
        words = text_height(self.text(), make_font(self._size, 600), self.text_room().width())
        return self.minimumSizeHint().expandedTo(QSize(0, words + self._look.px(20)))

    def minimumSizeHint(self) -> QSize:
        """At least as high as a finger needs."""
        return QSize(self._look.px(300), self._look.px(TOUCH + 30))

    def text_room(self) -> QRect:
        """Where the words stand, beside the tick."""
        px = self._look.px
        return self.rect().adjusted(px(52), px(10), -px(52), -px(10))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A tap that comes twice takes one of these two, not one of the next two as well."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the words, a tick where it was preferred."""
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, look, self, chosen=chosen)
        painter.setPen(look.color("ink"))
        painter.setFont(make_font(self._size, 600))
        painter.drawText(self.text_room(), int(_WRAP), self.text())
        if chosen:
            side = look.px(30)
            icon = look.pixmap("circle-check", side, "accent")
            painter.drawPixmap(QPointF(self.width() - side - look.px(14), look.px(14)), icon)
        painter.end()


class NeitherButton(TouchButton):
    """What to tap where neither is better; a tap that comes twice is one."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.language.say("Can't decide"), "neither")
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the space bar does the same
        self.setCheckable(True)

    def set_chosen(self, is_chosen: bool) -> None:
        """Show that it was chosen."""
        look, text = self._look, self.text()
        self.setChecked(is_chosen)
        self.setStyleSheet(
            f"background: {look.hex('accent-soft')}; border-color: {look.hex('accent')};" if is_chosen else ""
        )
        self.setAccessibleName(f"{text}, {look.language.say('selected')}" if is_chosen else text)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """It was heard the first time."""
        event.accept()
