"""Two at a time: a tap on the better one leads to the next two, and after the last two to the check."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, announce, foot
from workshop.ui.shared_screen.step import ENTERS, Call, Step
from workshop.ui.shared_screen.steps import back_to, go_on
from workshop.ui.shared_screen.voting.pairwise.board import PairBoard
from workshop.ui.shared_screen.voting.pairwise.paper import PairwiseVote
from workshop.ui.shared_screen.voting.pairwise.progress import PairProgress

_SIDES = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}


class PairwiseStep(Step):
    """One clear gesture: tap the better one. Back leads to the two before, from the first two to how it works."""

    def __init__(self, look: Look, vote: PairwiseVote, *, back: Call, check: Call) -> None:
        say = look.language.say
        super().__init__(look, say("Step {n} of {all}: {what}", n=3, all=4, what=vote.poll.title), back)
        self._vote, self._check = vote, check
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Words(vote.poll.title, "title"))
        column.addWidget(Words(self._rule(), "small"))
        column.addSpacing(look.px(4))
        self._dashes = PairProgress(look, vote)
        column.addWidget(self._dashes)
        column.addSpacing(look.px(4))
        self.board = PairBoard(look, vote)
        self.board.preferred.connect(self._prefer)
        column.addWidget(self.board, 1)
        column.addSpacing(look.px(8))
        self.progress = Words("", "small", role="ink", wrap=False)
        self.back_button = back_to(look, self.go_back)
        self.check_button = go_on(say("Check"), "next", check)
        column.addLayout(foot(look, self.back_button, None, self.progress, None, self.check_button))
        self._show_pair()

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to compare by keys alone."""
        say = self.look.language.say
        return [
            ("←", say("The left one")), ("→", say("The right one")), ("Space", say("Can't decide")),
            ("Enter", say("Check")), *super().keys(),
        ]  # fmt: skip

    def focus_first(self, *, by_key: bool = True) -> None:
        """The ballot itself has the keyboard: neither of the two is put forward."""
        del by_key
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """An arrow takes the option to its side, wherever on the ballot the keyboard is."""
        focus, side = QApplication.focusWidget(), _SIDES.get(Qt.Key(event.key()))
        if side is None or focus is None or not (focus is self or self.isAncestorOf(focus)):
            return super().take_key(event)
        if not event.isAutoRepeat():
            self._prefer(self.board.cards[side].option_id)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space where neither is better, Enter goes on to the check."""
        if event.key() in ENTERS:
            self._check()
        elif event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._prefer(None)
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """To the two before, or to how it works."""
        if self._vote.paper.go_back():
            self._show_pair()
            announce(self, self._told())
        else:
            super().go_back()

    def _prefer(self, option: UUID | None) -> None:
        if self._vote.paper.prefer(option):
            self._show_pair()
            announce(self, self._told())
        else:
            self._check()

    def _show_pair(self) -> None:
        self.board.show_pair()
        self._dashes.update()
        self.progress.setText(self._where())
        self.setAccessibleDescription(self._told())

    def _where(self) -> str:
        paper, language = self._vote.paper, self.look.language
        return language.say("{n} of {all}", n=language.number(paper.at + 1), all=language.number(len(paper.pairs)))

    def _told(self) -> str:
        """Where the voter is, between which two, and what was preferred."""
        paper, say = self._vote.paper, self.look.language.say
        one, other = paper.here
        asked = say("{where}: {one}, or {other}?", where=self._where(), one=one.text, other=other.text)
        if paper.at not in paper.preferred:
            return asked
        chosen = paper.preferred[paper.at]
        answer = say("Can't decide") if chosen is None else one.text if chosen == one.id else other.text
        return f"{asked} {answer}"

    def _rule(self) -> str:
        say = self.look.language.say
        parts = [say("Tap the one that you prefer. You may check earlier; what is not compared stays out.")]
        if self._vote.poll.secret:
            parts.append(say("Nobody can see who voted what."))
        return " ".join(parts)
