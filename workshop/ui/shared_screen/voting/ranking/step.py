"""The ranking: a tap on the best, then on the next one; the places given so far are counted below."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QFontMetrics

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, announce
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.voting.options.hint import Hint
from workshop.ui.shared_screen.voting.options.step import OptionsStep
from workshop.ui.shared_screen.voting.ranking.cards import RankingCards
from workshop.ui.shared_screen.voting.ranking.paper import RankingVote, Refusal
from workshop.ui.shared_screen.voting.ranking.place_card import PlaceCard

_LARGEST = 200  # percent


class RankingStep(OptionsStep):
    """One clear gesture: a tap gives the next place, a tap on what has one takes it back."""

    def __init__(self, look: Look, vote: RankingVote, *, back: Call, check: Call) -> None:
        super().__init__(look, vote, back=back, check=check)
        self._ballot = vote
        self.hint = Hint(look, self._rule(), [self._words(refusal) for refusal in Refusal])
        self.grid = RankingCards(look, vote)
        self.grid.touched.connect(self._touched)
        self.placed = Words("", "small", role="ink", wrap=False)
        widest = QFontMetrics(look.font("small")).horizontalAdvance(self._count(vote.paper.most))
        self.placed.setMinimumWidth(widest)  # so that no button moves
        self._show_count()
        self.lay_out(self.hint, None, self.pages, None, self.placed)

    @property
    def card_pages(self) -> RankingCards:
        """The cards."""
        return self.grid

    @property
    def cards(self) -> tuple[PlaceCard, ...]:
        """All options in their order."""
        return self.grid.cards

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to go about on the ballot by keys alone."""
        say = self.look.language.say
        beside = [("=", say("Same place as the last"))] if self._ballot.poll.ties else []
        return [
            ("← ↑ ↓ →", say("Move around")), ("Space", say("Next place")), ("1 … 9", say("That place")), *beside,
            ("−", say("Take back")), ("Alt ↑ ↓", say("Swap places")), ("Enter", say("Check")), *super().keys(),
            *self.page_keys(),
        ]  # fmt: skip

    def _touched(self, option: UUID, refusal: Refusal | None) -> None:
        self._show_count()
        if refusal:
            self.hint.refuse(self._words(refusal))
            return
        self.hint.tell_rule()
        place, say = self._ballot.paper.place_of(option), self.look.language.say
        text = next(one.text for one in self._ballot.order if one.id == option)
        told = say("place {n}", n=self.look.language.number(place)) if place else say("taken back")
        announce(self.placed, f"{text}, {told}. {self.placed.accessibleName()}")

    def _show_count(self) -> None:
        placed = self._ballot.paper.placed
        self.placed.setText(self._count(placed))
        self.placed.setAccessibleName(self._count(placed, whole=True))

    def _count(self, placed: int, *, whole: bool = False) -> str:
        """How many places are given; the largest type has room for the numbers alone."""
        language = self.look.language
        n, most = language.number(placed), language.number(self._ballot.paper.most)
        if self.look.text >= _LARGEST and not whole:
            return f"{n} / {most}"
        return language.say_many(
            "{given} of {n} place given", "{given} of {n} places given", self._ballot.paper.most, given=n
        )

    def _rule(self) -> str:
        vote, say, say_many = self._ballot, self.look.language.say, self.look.language.say_many
        parts = [
            say_many("Tap the best one.", "Tap the best first, then the next: up to {n} places.", vote.paper.most),
            say("Tap once more to take it back."),
        ]
        if vote.poll.ties:
            parts.append(say("With = one shares the last place."))
        return self.with_promise(" ".join(parts))

    def _words(self, refusal: Refusal) -> str:
        vote, language = self._ballot, self.look.language
        if refusal is Refusal.NONE_LEFT:
            return language.say_many(
                "The place is given. Tap the option to take it back.",
                "All {n} places are given. Tap one to take it back.",
                vote.paper.most,
            )
        if refusal is Refusal.NOT_YET:
            next_one = language.number(len(vote.paper.places) + 1)
            return language.say("Places are given without a gap. The next one is {n}.", n=next_one)
        return language.say("There is nothing before it that it could share a place with.")
