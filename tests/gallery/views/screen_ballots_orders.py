"""Ballots that put options in order, at the voting booth: rankings, and two at a time."""

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, session_id, tap, wishing
from tests.gallery.screen_libraries import OPTIONS, SCREEN
from tests.gallery.view import View
from workshop.methods.voting.pairs import choose_pairs
from workshop.models.enums import BallotKind
from workshop.services.people import participants
from workshop.services.voting import polls
from workshop.ui.shared_screen.voting.ranking.place_card import PlaceCard

_LONG = (
    "학교 앞 횡단보도 신호를 길게 하고 어르신이 쉬어 가실 수 있는 가운데 섬을 만들기",
    "Street lamps that brighten when somebody comes, and tell the city when one of them is out",
)


def _options(count: int) -> list[str]:
    few = [*OPTIONS, *_LONG][:count]
    return few if len(few) == count else [f"{place + 1}. {OPTIONS[place % len(OPTIONS)]}" for place in range(count)]


def _rules(kind: BallotKind, options: int, most: int, *, ties: bool = False) -> Show:
    """A voter has come to the booth and is told how it works."""

    def show(hall: Hall) -> QWidget:
        made = polls.make_poll(
            hall.library,
            session_id=session_id(hall),
            title="올해 먼저 할 일을 골라 주세요",
            rules=polls.BallotRules(kind, most, ties=ties),
            options=[polls.OptionDraft(text) for text in _options(options)],
        ).record
        polls.open_poll(hall.library, poll_id=made.id)
        window = hall.screen(lambda stage: stage.show_voting_booth(made.id))
        code = participants.list_people(hall.library, project_id=hall.project_id)[0].participant.code
        tap(hall, *(f"key-{digit}" for digit in code.replace("-", "")), "enter")
        return window

    return show


def _ranking(options: int, *places: int, most: int = 0, ties: Sequence[int] | None = None) -> Show:
    """A ranking after options were tapped by their place; those in `ties` were then put beside the last one."""

    def show(hall: Hall) -> QWidget:
        window = wishing(_rules(BallotKind.RANKING, options, most or options, ties=ties is not None), "next")(hall)
        cards = hall.stage.scene.findChildren(PlaceCard)
        for place in places:
            hall.click(cards[place])
        for place in ties or ():
            hall.click(cards[place].beside_button)
        return window

    return show


def _pairwise(options: int, most: int, *taken: str) -> Show:
    """Two at a time after some were tapped: `one` at the left, `other` at the right, `neither`."""

    def show(hall: Hall) -> QWidget:
        window = _rules(BallotKind.PAIRWISE, options, most)(hall)
        vote = hall.stage.scene.vote
        vote.paper.pairs = choose_pairs(vote.poll.options, most, Random(2028))  # so that pictures are the same
        tap(hall, "next", *taken)
        return window

    return show


def _with_keys(show: Show, *keys: Qt.Key) -> Show:
    def pressed(hall: Hall) -> QWidget:
        window = show(hall)
        for key in keys:
            hall.press(key)
        return window

    return pressed


_STATES: dict[str, Show] = {
    "ranking-rules": _rules(BallotKind.RANKING, 6, 6),
    "ranking": _ranking(6),
    "ranking-some": _ranking(6, 2, 0, 5),
    "ranking-by-key": _with_keys(_ranking(6, 2, 0), Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space),
    "ranking-refused": _ranking(8, 2, 0, 7, 1, most=3),
    "ranking-ties": _ranking(8, 2, 0, 5, ties=[1, 7]),
    "ranking-ties-text-200": wishing(_ranking(8, 2, 0, 5, ties=[1, 7]), "text-200"),
    "ranking-text-150": wishing(_ranking(6, 2, 0, 5), "text-150"),
    "ranking-text-200": wishing(_ranking(6, 2, 0, 5), "text-200"),
    "ranking-contrast": wishing(_ranking(6, 2, 0, 5), "contrast"),
    "ranking-24": _ranking(24, *range(0, 24, 2)),
    "ranking-24-ties": _ranking(24, *range(0, 24, 2), ties=[3, 5]),
    "ranking-24-text-200": wishing(_ranking(24, 0, 1), "text-200"),
    "ranking-80": _ranking(80, 3, 1, 8, most=10),
    "ranking-check": wishing(_ranking(8, 2, 0, 7, 6), "next"),
    "ranking-check-ties": wishing(_ranking(8, 2, 0, 5, ties=[1, 7]), "next"),
    "ranking-check-by-key": _with_keys(
        _ranking(6, 2, 0, 5), Qt.Key.Key_Return, Qt.Key.Key_Backtab, Qt.Key.Key_Down
    ),
    "ranking-check-24": wishing(_ranking(24, *range(24)), "next"),
    "ranking-check-text-200": wishing(_ranking(8, 2, 0, 7, 6), "next", "text-200"),
    "ranking-check-blank": wishing(_ranking(6), "next"),
    "pairwise-rules": _rules(BallotKind.PAIRWISE, 6, 10),
    "pairwise": _pairwise(6, 10),
    "pairwise-some": _pairwise(8, 10, "one", "neither", "other", "one"),
    "pairwise-back": _pairwise(6, 10, "one", "neither", "other", "back"),
    "pairwise-neither": _pairwise(6, 10, "one", "neither", "back"),
    "pairwise-by-key": _with_keys(_pairwise(6, 10), Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Tab),
    "pairwise-100": _pairwise(80, 100, "one", "other", "neither"),
    "pairwise-text-150": wishing(_pairwise(8, 7, "one"), "text-150"),
    "pairwise-text-200": wishing(_pairwise(8, 7, "one", "back"), "text-200"),
    "pairwise-contrast": wishing(_pairwise(6, 10, "one", "other", "back"), "contrast"),
    "pairwise-check": wishing(_pairwise(8, 10, "one", "neither", "other", "one"), "next"),
    "pairwise-check-all": _pairwise(8, 12, *(["one", "other", "neither"] * 4)),
    "pairwise-check-by-key": _with_keys(
        _pairwise(6, 10, "one", "other", "neither"), Qt.Key.Key_Return, Qt.Key.Key_Backtab, Qt.Key.Key_Down
    ),
    "pairwise-check-text-200": wishing(_pairwise(8, 10, "one", "neither", "other", "one"), "next", "text-200"),
    "pairwise-check-blank": wishing(_pairwise(6, 10), "next"),
}  # fmt: skip
VIEWS = tuple(View(f"screen/vote-{name}", SCREEN, show) for name, show in _STATES.items())
