"""The ballot: every option a card, the dots that are left below."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.shared_screen.booth import Step, foot
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Pages, TouchButton, Words
from workshop.ui.shared_screen.voting.ballot_grid import GAP, Grid, choose_grid
from workshop.ui.shared_screen.voting.option_card import OptionCard
from workshop.ui.shared_screen.voting.vote import Refusal, Vote

MOST_DOTS_DRAWN = 10


class BallotStep(Step):
    """One clear gesture: a tap adds, the minus takes back."""

    def __init__(self, look: Look, vote: Vote, *, back: Callable[[], None], check: Callable[[], None]) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        say = look.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Words(vote.poll.title, "title"))
        self.hint = Words(self._rule(), "small")
        column.addWidget(self.hint)
        column.addSpacing(look.px(10))
        self.grid = BallotGrid(look, vote)
        self.grid.touched.connect(self._touched)
        column.addWidget(self.grid, 1)
        column.addSpacing(look.px(8))
        back_button = TouchButton(say("Back"), "back")
        back_button.clicked.connect(lambda _on=False: back())
        self.pages = Pages(look)
        self.pages.turned.connect(self.grid.turn_to)
        self.grid.paged.connect(self.pages.show_page)
        self.left = DotsLeft(look, vote)
        self.check_button = TouchButton(say("Check"), "next", primary=True)
        self.check_button.clicked.connect(lambda _on=False: check())
        column.addLayout(foot(look, back_button, None, self.pages, None, self.left, self.check_button))

    @property
    def cards(self) -> tuple[OptionCard, ...]:
        """All options in their order."""
        return self.grid.cards

    def focus_first(self) -> None:
        """The first option of the page has the keyboard."""
        self.grid.focus_page()

    def _touched(self, option: UUID, refusal: Refusal | None) -> None:
        self.left.show_left()
        self.hint.setText(self._words(refusal) if refusal else self._rule())
        self.hint.set_role("danger" if refusal else "")
        del option

    def _rule(self) -> str:
        vote, say = self._vote, self._look.language.say
        if vote.is_approval:
            what = say("Choose up to {n}.", n=vote.poll.dots)
        elif vote.poll.dots == 1:
            what = say("One dot for one option.")
        elif vote.poll.per_option >= vote.poll.dots:
            what = say("You have {n} dots. Several may go on one option.", n=vote.poll.dots)
        else:
            what = say("You have {n} dots, at most {most} on one option.", n=vote.poll.dots, most=vote.poll.per_option)
        return f"{what} {say('Nobody can see who voted what.')}"

    def _words(self, refusal: Refusal) -> str:
        vote, say, say_many = self._vote, self._look.language.say, self._look.language.say_many
        if refusal is Refusal.ENOUGH_HERE:
            return say_many("At most {n} dot on one option.", "At most {n} dots on one option.", vote.poll.per_option)
        if vote.is_approval:
            return say("You have chosen {n} already. Tap one again to take it back.", n=vote.poll.dots)  # fmt: skip
        return say("No dots are left. Take one back with the minus.")


class BallotGrid(QWidget):
    """The cards of one page; columns, rows and pages follow from the room."""

    touched = Signal(object, object)  # option, refusal or None
    paged = Signal(int, int)

    def __init__(self, look: Look, vote: Vote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self._grid = Grid(2, 3, look.px(96), look.size("body"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.cards = tuple(self._card(option.id, option.text) for option in vote.order)

    @property
    def grid(self) -> Grid:
        """How the cards lie."""
        return self._grid

    @property
    def shown(self) -> tuple[OptionCard, ...]:
        """The cards of the present page."""
        first = self._vote.page * self._grid.per_page
        return self.cards[first : first + self._grid.per_page]

    def turn_to(self, page: int) -> None:
        """Show a page; the keyboard goes to its first card."""
        self._vote.page = page
        self._place()
        self.focus_page()

    def focus_page(self) -> None:
        """The first card of the page has the keyboard."""
        if self.shown:
            self.shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Two cards at least."""
        return QSize(self._look.px(300), self._look.px(140))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose columns and rows for the room."""
        super().resizeEvent(event)
        vote = self._vote
        texts = [option.text for option in vote.order]
        self._grid = choose_grid(
            self._look, texts, self.size(), approval=vote.is_approval, most=min(vote.poll.per_option, vote.poll.dots)
        )
        vote.page = min(vote.page, self._grid.pages(len(texts)) - 1)
        for card in self.cards:
            card.set_size(self._grid.size)
        self._place()

    def _card(self, option: UUID, text: str) -> OptionCard:
        vote = self._vote
        card = OptionCard(
            self._look, option, text, approval=vote.is_approval, size=self._look.size("body"),
            most=min(vote.poll.per_option, vote.poll.dots),
        )  # fmt: skip
        card.setParent(self)
        card.set_count(vote.dots.get(option, 0))
        card.added.connect(self._add)
        card.removed.connect(self._remove)
        card.moved.connect(lambda key, card=card: self._move(card, key))
        return card

    def _add(self, option: UUID) -> None:
        refusal = self._vote.add(option)
        self._tell(option, refusal)

    def _remove(self, option: UUID) -> None:
        self._vote.remove(option)
        self._tell(option, None)

    def _tell(self, option: UUID, refusal: Refusal | None) -> None:
        card = next(card for card in self.cards if card.objectName() == f"option-{option}")
        card.set_count(self._vote.dots.get(option, 0))
        self.touched.emit(option, refusal)

    def _place(self) -> None:
        grid, px = self._grid, self._look.px
        gap = px(GAP if grid.columns < 4 else 8)
        width = (self.width() - (grid.columns - 1) * gap) // grid.columns
        shown = self.shown
        rows = max(1, -(-len(self.cards) // grid.columns) if len(self.cards) <= grid.per_page else grid.rows)
        spare = self.height() - rows * grid.height
        between = min(gap, spare // max(1, rows - 1)) if rows > 1 else 0
        for card in self.cards:
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            row, column = divmod(place, grid.columns)
            card.setGeometry(column * (width + gap), row * (grid.height + between), width, grid.height)
        self.paged.emit(self._vote.page, grid.pages(len(self.cards)))

    def _move(self, card: OptionCard, key: int) -> None:
        """An arrow leads to the neighbour, over the edge to the next page."""
        columns = self._grid.columns
        steps = {
            int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): -columns, int(Qt.Key.Key_Down): columns,
            int(Qt.Key.Key_PageUp): -self._grid.per_page, int(Qt.Key.Key_PageDown): self._grid.per_page,
        }  # fmt: skip
        turns = key in (int(Qt.Key.Key_PageUp), int(Qt.Key.Key_PageDown))
        wanted = self.cards.index(card) + steps[key]
        if turns:
            wanted = max(0, min(len(self.cards) - 1, wanted))
        if not 0 <= wanted < len(self.cards):
            return
        page = wanted // self._grid.per_page
        if page != self._vote.page:
            self._vote.page = page
            self._place()
        self.cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)


class DotsLeft(QWidget):
    """How many dots are left, as dots and in words."""

    def __init__(self, look: Look, vote: Vote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_left()

    def show_left(self) -> None:
        """Look at the ballot again."""
        self.setAccessibleName(self._text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words and the dots behind them."""
        px = self._look.px
        words = self._width_of(self._text(full=True))
        dots = self._vote.poll.dots * px(42) if self._drawn else 0
        return QSize(words + dots + px(14), px(64))

    @property
    def _drawn(self) -> bool:
        return not self._vote.is_approval and self._vote.poll.dots <= MOST_DOTS_DRAWN and self._look.text < 200

    def _width_of(self, text: str) -> int:
        return QFontMetrics(self._look.font("small")).horizontalAdvance(text)

    def _text(self, *, full: bool = False) -> str:
        vote, language = self._vote, self._look.language
        most = language.number(vote.poll.dots)
        if vote.is_approval:
            return language.say("{n} of {all} chosen", n=most if full else language.number(vote.placed), all=most)
        if self._drawn:
            return language.say("Dots left")
        return language.say("{n} of {all} dots left", n=most if full else language.number(vote.left), all=most)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then a filled dot for each that is left."""
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text())
        if self._drawn:
            left = self._width_of(self._text()) + px(14)
            for place in range(self._vote.poll.dots):
                full = place < self._vote.left
                dot = QRectF(left + place * px(42), (self.height() - px(28)) / 2, px(28), px(28))
                painter.setBrush(look.color("accent") if full else Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.color("accent" if full else "muted"), px(3 if not full else 1)))
                painter.drawEllipse(dot)
        painter.end()
