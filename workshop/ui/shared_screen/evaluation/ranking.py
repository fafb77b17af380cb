"""A ranking of a few choices: tap the first, the second, the third; a tap on one that has a place takes it back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from workshop.models.records.evaluations import ItemRecord
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.evaluation.answer import Answer
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import announce, bring_into_view, fits
from workshop.ui.shared_screen.voting.ranking.place_card import PlaceCard


class Ranking(Answer):
    """The choices on the same cards as those of a ranked vote."""

    def __init__(self, look: Look, item: ItemRecord, choices: Sequence[tuple[str, str]], order: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._most = item.most or len(choices)
        self._order = list(order)
        texts = [text for _value, text in choices]
        room = QSize(look.px(1254 / 2 - 120), look.px(76))
        wide = all(fits(text, make_font(look.size("body"), 600), room) for text in texts)
        self._columns = 2 if len(choices) > 4 and wide else 1
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(12))
        self.cards: dict[str, PlaceCard] = {}
        for place, (value, text) in enumerate(choices):
            card = PlaceCard(look, value, text, ties=False)
            card.setMaximumHeight(look.px(96))
            self._connect(card)
            self.cards[value] = card
            grid.addWidget(card, place // self._columns, place % self._columns)
        self._show()

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """The same keys as in a ranked vote."""
        say = self._look.language.say
        return [
            ("↑ ↓", say("Move around")), ("Space", say("Next place")), ("1 … 9", say("That place")),
            ("−", say("Take back")), ("Alt ↑ ↓", say("Swap places")),
        ]  # fmt: skip

    def focus_first(self) -> None:
        """The first choice has the keyboard."""
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Keys belong to the card that has the keyboard."""
        del event
        return False

    def _connect(self, card: PlaceCard) -> None:
        card.toggled_place.connect(self._toggle)
        card.put_at.connect(self._put_at)
        card.taken_back.connect(self._take_back)
        card.swapped.connect(self._swap)
        card.moved.connect(lambda key: self._move(card, Qt.Key(key)))

    def _toggle(self, value: str) -> None:
        if value in self._order:
            self._take_back(value)
        else:
            self._put_at(value, len(self._order) + 1)

    def _put_at(self, value: str, place: int) -> None:
        say, number = self._look.language.say, self._look.language.number
        others = [one for one in self._order if one != value]
        if value not in self._order and len(others) >= self._most:
            self.refused.emit(
                self._look.language.say_many(
                    "The place is given. Tap the option to take it back.",
                    "All {n} places are given. Tap one to take it back.",
                    self._most,
                )
            )
            return
        if place > len(others) + 1:
            self.refused.emit(say("Places are given without a gap. The next one is {n}.", n=number(len(others) + 1)))
            return
        others.insert(place - 1, value)
        self._take(others, value)

    def _take_back(self, value: str) -> None:
        if value in self._order:
            self._take([one for one in self._order if one != value], value)

    def _swap(self, value: str, by: int) -> None:
        if value not in self._order:
            return
        here = self._order.index(value)
        there = here + by
        if 0 <= there < len(self._order):
            order = list(self._order)
            order[here], order[there] = order[there], order[here]
            self._take(order, value)

    def _take(self, order: list[str], value: str) -> None:
        self._order = order
        self.refused.emit("")
        self._show()
        announce(self.cards[value], self.cards[value].accessibleName())
        self.given.emit(list(order))

    def _show(self) -> None:
        for value, card in self.cards.items():
            card.show_place(self._order.index(value) + 1 if value in self._order else 0, 0)

    def _move(self, card: PlaceCard, key: Qt.Key) -> None:
        cards = list(self.cards.values())
        steps = {
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
        }
        wanted = cards.index(card) + steps.get(key, 0)
        if 0 <= wanted < len(cards):
            cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(cards[wanted])
