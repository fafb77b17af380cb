"""The options of a ballot with their marks; above each column the words for both ends of the scale."""

from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.marks.grid import MarkGrid, choose_grid
from workshop.ui.shared_screen.voting.marks.mark_button import INSET, mark_width
from workshop.ui.shared_screen.voting.marks.mark_card import MarkCard
from workshop.ui.shared_screen.voting.marks.paper import MarksVote
from workshop.ui.shared_screen.voting.marks.scale import Scale
from workshop.ui.shared_screen.voting.options.card_pages import CardPages
from workshop.ui.shared_screen.voting.options.grid import GAP

_ENDS = 17  # pixels: words for the ends of the scale


class MarkCards(CardPages):
    """The cards of one page; `touched` tells the option that was marked, and whether the key was no mark."""

    touched = Signal(object, bool)

    def __init__(self, look: Look, vote: MarksVote, scale: Scale) -> None:
        grid = MarkGrid(1, 6, look.px(64), look.size("body"), look.px(64), is_stacked=False)
        super().__init__(look, vote, grid)
        self._marks, self._scale = vote.paper, scale
        self._texts = [option.text for option in vote.order]
        self._least = max(mark_width(look, mark) for mark in scale.marks)
        self.cards = tuple(self._card(option) for option in vote.order)
        self.put(self.cards)

    def choose(self, room: QSize) -> MarkGrid:
        """The fewest pages on which every text and every mark is seen whole."""
        return choose_grid(self.look, self._texts, room, marks=len(self._scale.marks), width=self._least)

    def fit(self) -> None:
        """All marks are as wide as each other."""
        grid = self.grid
        if isinstance(grid, MarkGrid):
            for card in self.cards:
                card.set_grid(grid)

    @property
    def head(self) -> int:
        """A line of words, where the ends of the scale have words."""
        return QFontMetrics(self._font).height() + self.look.px(4) if self._scale.low else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words above the first and the last mark of each column."""
        if not self._scale.low or not self.cards:
            return
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self.look.color("muted"))
        strip = next(card for card in self.cards if card.isVisibleTo(self)).strip()
        beside = min(self.grid.columns, len(self.shown_cards()))
        for column in range(beside):
            left = column * (self.column_width + self.look.px(GAP))
            place = QRect(left + strip.left(), 0, strip.width(), self.head)
            place.adjust(self.look.px(INSET), 0, -self.look.px(INSET), 0)
            place.setLeft(max(left, min(place.left(), place.right() - self._least_head())))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._scale.low)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._scale.high)
        painter.end()

    @property
    def _font(self) -> QFont:
        return make_font(round(self.look.px(_ENDS) * min(self.look.text, 150) / 100), 400)

    def _least_head(self) -> int:
        metrics = QFontMetrics(self._font)
        words = metrics.horizontalAdvance(self._scale.low) + metrics.horizontalAdvance(self._scale.high)
        return words + self.look.px(24)

    def _card(self, option: PollOptionRecord) -> MarkCard:
        card, paper = MarkCard(self.look, option, self._scale), self._marks
        card.show_mark(paper.given.get(option.id))
        card.toggled_mark.connect(lambda option, value: self._tell(card, paper.toggle(option, value)))
        card.given.connect(lambda option, value: self._tell(card, paper.give(option, value)))
        card.turned.connect(lambda option: self._tell(card, paper.turn(option)))
        card.taken_back.connect(lambda option: self._tell(card, paper.take_back(option)))
        card.strange.connect(lambda option: self.touched.emit(option, True))
        card.moved.connect(lambda key: self.go_from(card, key))
        return card

    def _tell(self, card: MarkCard, _done: None) -> None:
        option: UUID = card.option.id
        card.show_mark(self._marks.given.get(option))
        self.touched.emit(option, False)
