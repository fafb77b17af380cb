"""What ballots with an option on each card have in common: title, rule, pages, and how keys lead through them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Pages, Words, foot
from workshop.ui.shared_screen.step import ARROWS, ENTERS, Call, Step
from workshop.ui.shared_screen.steps import back_to, go_on
from workshop.ui.shared_screen.voting.options.card_pages import CardPages
from workshop.ui.shared_screen.voting.options.hint import Hint
from workshop.ui.shared_screen.voting.vote import Paper, Vote

_ON_ONE_PAGE = 6  # options at least


class OptionsStep(Step):
    """The cards page by page; an arrow leads to them from nowhere, Enter goes on to the check."""

    def __init__(self, look: Look, vote: Vote[Paper], *, back: Call, check: Call) -> None:
        say = look.language.say
        super().__init__(look, say("Step {n} of {all}: {what}", n=3, all=4, what=vote.poll.title), back)
        self._vote, self._back, self._check = vote, back, check
        self.pages = Pages(look)
        self.pages.turned.connect(self._turn)
        self.check_button = go_on(say("Check"), "next", check)

    @property
    def card_pages(self) -> CardPages:
        """The cards."""
        raise NotImplementedError

    def lay_out(self, hint: Hint, *at_foot: QWidget | None) -> None:
        """Put the title, the rule, the cards and the foot below each other; the foot ends with what leads on."""
        look, column = self.look, QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Words(self._vote.poll.title, "title"))
        column.addWidget(hint)
        column.addSpacing(look.px(4))
        self.card_pages.paged.connect(self.pages.show_page)
        column.addWidget(self.card_pages, 1)
        column.addSpacing(look.px(6))
        column.addLayout(foot(look, back_to(look, self._back), *at_foot, self.check_button))

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """The keys that turn the page, where there may be several."""
        several = len(self._vote.order) > _ON_ONE_PAGE
        return [("PgUp PgDn", self.look.language.say("Turn the page"))] if several else []

    def focus_first(self, *, by_key: bool = True) -> None:
        """The first option of the page has the keyboard; by touch none of them is marked, so that none is put forward."""
        if by_key:
            self.card_pages.focus_page()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """From nowhere an arrow leads to the first option."""
        if QApplication.focusWidget() is self and event.key() in ARROWS:
            self.card_pages.focus_page()
            return True
        return super().take_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the check."""
        if event.key() in ENTERS:
            self._check()
        else:
            super().keyPressEvent(event)

    def with_promise(self, rule: str) -> str:
        """The rule, and that nobody sees who voted what, where that is so."""
        return f"{rule} {self.look.language.say('Nobody can see who voted what.')}" if self._vote.poll.secret else rule

    def _turn(self, page: int) -> None:
        self.card_pages.turn_to(page)
        self.focus_first(by_key=self.by_key)
