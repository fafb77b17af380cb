"""The ballot: every option a card, the dots that are left below."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import Pages, Words, announce, foot, text_height
from workshop.ui.shared_screen.step import ARROWS, ENTERS, Call, Step
from workshop.ui.shared_screen.steps import back_to, go_on
from workshop.ui.shared_screen.voting.ballot_cards import BallotCards
from workshop.ui.shared_screen.voting.dots_left import DotsLeft
from workshop.ui.shared_screen.voting.option_card import OptionCard
from workshop.ui.shared_screen.voting.vote import Refusal, Vote

_ON_ONE_PAGE = 8  # options at least


class BallotStep(Step):
    """One clear gesture: a tap adds, the minus takes back."""

    def __init__(self, look: Look, vote: Vote, *, back: Call, check: Call) -> None:
        say = look.language.say
        super().__init__(look, say("Step {n} of {all}: {what}", n=3, all=4, what=vote.poll.title), back)
        self._vote, self._check = vote, check
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Words(vote.poll.title, "title"))
        self.hint = Words(self._rule(), "small")
        told = [self._rule(), *(self._words(refusal) for refusal in Refusal)]
        self.hint.setMinimumHeight(self._highest(told))  # so that no card moves when one of them is said
        column.addWidget(self.hint)
        column.addSpacing(look.px(10))
        self.grid = BallotCards(look, vote)
        self.grid.touched.connect(self._touched)
        column.addWidget(self.grid, 1)
        column.addSpacing(look.px(8))
        self.pages = Pages(look)
        self.pages.turned.connect(self._turn)
        self.grid.paged.connect(self.pages.show_page)
        self.left = DotsLeft(look, vote)
        self.check_button = go_on(say("Check"), "next", check)
        column.addLayout(foot(look, back_to(look, back), None, self.pages, None, self.left, self.check_button))

    @property
    def cards(self) -> tuple[OptionCard, ...]:
        """All options in their order."""
        return self.grid.cards

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to go about on the ballot by keys alone."""
        say, vote = self.look.language.say, self._vote
        placing = say("Choose one") if vote.is_approval else say("Place a dot")
        own = [("← ↑ ↓ →", say("Move around")), ("Space", placing)]
        if not vote.is_approval:
            own.append(("−", say("Take a dot back")))
        if len(vote.order) > _ON_ONE_PAGE:
            own.append(("PgUp PgDn", say("Turn the page")))
        return [*own, ("Enter", say("Check")), *super().keys()]

    def focus_first(self, *, by_key: bool = True) -> None:
        """The first option of the page has the keyboard; by touch none of them is marked, so that none is put forward."""
        if by_key:
            self.grid.focus_page()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """From nowhere an arrow leads to the first option."""
        if QApplication.focusWidget() is self and event.key() in ARROWS:
            self.grid.focus_page()
            return True
        return super().take_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the check."""
        if event.key() in ENTERS:
            self._check()
        else:
            super().keyPressEvent(event)

    def _turn(self, page: int) -> None:
        self.grid.turn_to(page)
        self.focus_first(by_key=self.by_key)

    def _touched(self, option: UUID, refusal: Refusal | None) -> None:
        self.left.show_left()
        self.hint.setText(self._words(refusal) if refusal else self._rule())
        self.hint.set_role("danger" if refusal else "")
        announce(self.hint if refusal else self.left, self.hint.text() if refusal else self.left.told())
        del option

    def _highest(self, texts: Sequence[str]) -> int:
        """The height of the longest of some texts below the title."""
        room = min(self.look.px(BASE_WIDTH - 112), self.hint.maximumWidth())
        return max(text_height(text, self.look.font("small"), room) for text in texts)

    def _rule(self) -> str:
        vote, say = self._vote, self.look.language.say
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
        vote, say, say_many = self._vote, self.look.language.say, self.look.language.say_many
        if refusal is Refusal.ENOUGH_HERE:
            return say_many("At most {n} dot on one option.", "At most {n} dots on one option.", vote.poll.per_option)
        if vote.is_approval:
            return say("You have chosen {n} already. Tap one again to take it back.", n=vote.poll.dots)  # fmt: skip
        return say("No dots are left. Take one back with the minus.")
