"""A ballot on which each option gets one of several marks; those given so far are counted below."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QFontMetrics

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, announce
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.voting.marks.cards import MarkCards
from workshop.ui.shared_screen.voting.marks.mark_card import MarkCard
from workshop.ui.shared_screen.voting.marks.paper import MarksVote
from workshop.ui.shared_screen.voting.marks.scale import Scale
from workshop.ui.shared_screen.voting.options.hint import Hint
from workshop.ui.shared_screen.voting.options.step import OptionsStep

_LARGEST = 200  # percent


class MarksStep(OptionsStep):
    """One clear gesture: a tap on a mark gives it, another one takes it back."""

    def __init__(self, look: Look, vote: MarksVote, scale: Scale, *, back: Call, check: Call) -> None:
        super().__init__(look, vote, back=back, check=check)
        self._paper, self._scale = vote.paper, scale
        self.grid = MarkCards(look, vote, scale)
        self.grid.touched.connect(self._touched)
        self.hint = Hint(look, self.with_promise(self.rule()), [self.refusal()])
        self.marked = Words("", "small", role="ink", wrap=False)
        widest = QFontMetrics(look.font("small")).horizontalAdvance(self._count(len(vote.order)))
        self.marked.setMinimumWidth(widest)  # so that no button moves
        self._show_count()
        if len(vote.order) == 1:
            self.marked.hide()  # the proposal itself says whether it is answered
        self.lay_out(self.hint, None, self.pages, None, self.marked)

    @property
    def card_pages(self) -> MarkCards:
        """The cards."""
        return self.grid

    # What each kind says.

    def rule(self) -> str:
        """How it goes, in a sentence or two."""
        raise NotImplementedError

    def refusal(self) -> str:
        """What is said of a digit that is no mark."""
        raise NotImplementedError

    def counted(self, n: str, most: str) -> str:
        """How many options have a mark."""
        raise NotImplementedError

    def mark_keys(self) -> Sequence[tuple[str, str]]:
        """The keys that give a mark."""
        raise NotImplementedError

    # What they have in common.

    @property
    def cards(self) -> tuple[MarkCard, ...]:
        """All options in their order."""
        return self.grid.cards

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to go about on the ballot by keys alone."""
        say = self.look.language.say
        return [
            ("← ↑ ↓ →", say("Move around")), *self.mark_keys(), ("−", say("Take back")), ("Enter", say("Check")),
            *super().keys(), *self.page_keys(),
        ]  # fmt: skip

    def _touched(self, option: UUID, is_strange: bool) -> None:
        if is_strange:
            self.hint.refuse(self.refusal())
            return
        self.hint.tell_rule()
        self._show_count()
        value, say = self._paper.given.get(option), self.look.language.say
        text = next(one.text for one in self._vote.order if one.id == option)
        told = say("taken back") if value is None else self._scale.told(value)
        announce(self.marked, f"{text}, {told}. {self.marked.accessibleName()}")

    def _show_count(self) -> None:
        count = len(self._paper.given)
        self.marked.setText(self._count(count))
        self.marked.setAccessibleName(self._count(count, whole=True))

    def _count(self, count: int, *, whole: bool = False) -> str:
        """How many have a mark; the largest type has room for the numbers alone."""
        number = self.look.language.number
        n, most = number(count), number(len(self._vote.order))
        return f"{n} / {most}" if self.look.text >= _LARGEST and not whole else self.counted(n, most)
