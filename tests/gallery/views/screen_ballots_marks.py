"""Ballots that mark each option, at the voting booth: grades, yes and no, a budget that is spent."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, session_id, tap, wishing
from tests.gallery.screen_libraries import OPTIONS, SCREEN
from tests.gallery.view import View
from workshop.models.enums import BallotKind
from workshop.services.people import participants
from workshop.services.voting import polls
from workshop.services.voting.polls import BallotRules, OptionDraft
from workshop.ui.shared_screen.voting.budget.cost_card import CostCard
from workshop.ui.shared_screen.voting.marks.mark_card import MarkCard

_COSTS = (120, 80, 100, 45, 60, 350, 30, 1_200)
_LONG = (
    "학교 앞 횡단보도 신호를 길게 하고 어르신이 쉬어 가실 수 있는 가운데 섬을 만들기",
    "Street lamps that brighten when somebody comes, and tell the city when one of them is out",
)


def _options(count: int) -> list[str]:
    few = [*OPTIONS, *_LONG][:count]
    return few if len(few) == count else [f"{place + 1}. {OPTIONS[place % len(OPTIONS)]}" for place in range(count)]


def _told(rules: BallotRules, drafts: Sequence[OptionDraft], title: str) -> Show:
    """A voter has come to the booth and is told how it works."""

    def show(hall: Hall) -> QWidget:
        made = polls.make_poll(
            hall.library, session_id=session_id(hall), title=title, rules=rules, options=drafts
        ).record  # fmt: skip
        polls.open_poll(hall.library, poll_id=made.id)
        window = hall.screen(lambda stage: stage.show_voting_booth(made.id))
        code = participants.list_people(hall.library, project_id=hall.project_id)[0].participant.code
        tap(hall, *(f"key-{digit}" for digit in code.replace("-", "")), "enter")
        return window

    return show


def _score_rules(options: int, lowest: int = 1, highest: int = 5) -> Show:
    drafts = [OptionDraft(text) for text in _options(options)]
    return _told(BallotRules(BallotKind.SCORE, lowest=lowest, highest=highest), drafts, "제안마다 점수를 매겨 주세요")


def _proposals(options: int) -> Show:
    drafts = [OptionDraft(text) for text in _options(options)]
    return _told(BallotRules(BallotKind.YES_NO), drafts, "제안에 찬성하십니까?")


def _budget_rules(options: int, budget: int = 300, unit: str = "만원", times: int = 1) -> Show:
    costs = [_COSTS[place % len(_COSTS)] * times for place in range(options)]
    drafts = [OptionDraft(text, cost=cost) for text, cost in zip(_options(options), costs, strict=True)]
    return _told(BallotRules(BallotKind.BUDGET, budget=budget, unit=unit), drafts, "예산을 어디에 쓸까요?")


def _spent(told: Show, *places: int) -> Show:
    """The ballot after options were tapped, by their place."""

    def show(hall: Hall) -> QWidget:
        window = wishing(told, "next")(hall)
        cards = hall.stage.scene.findChildren(CostCard)
        for place in places:
            hall.click(cards[place])
        return window

    return show


def _marked(told: Show, *marks: tuple[int, int]) -> Show:
    """The ballot after marks were tapped: the place of an option, the place of the mark on it."""

    def show(hall: Hall) -> QWidget:
        window = wishing(told, "next")(hall)
        cards = hall.stage.scene.findChildren(MarkCard)
        for option, mark in marks:
            hall.click(cards[option].buttons[mark])
        return window

    return show


def _with_keys(show: Show, *keys: Qt.Key) -> Show:
    def pressed(hall: Hall) -> QWidget:
        window = show(hall)
        for key in keys:
            hall.press(key)
        return window

    return pressed


_SOME = ((0, 4), (1, 2), (3, 0))
_STATES: dict[str, Show] = {
    "score-rules": _score_rules(6),
    "score": _marked(_score_rules(6)),
    "score-some": _marked(_score_rules(6), *_SOME),
    "score-by-key": _with_keys(_marked(_score_rules(6), (0, 4)), Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Down),
    "score-refused": _with_keys(_marked(_score_rules(6), (0, 4)), Qt.Key.Key_9),
    "score-long": _marked(_score_rules(8), *_SOME),
    "score-two": _marked(_score_rules(2, 0, 1), (0, 1)),
    "score-0-10": _marked(_score_rules(6, 0, 10), (0, 10), (2, 0)),
    "score-0-10-text-200": wishing(_marked(_score_rules(8, 0, 10), (0, 10), (2, 0)), "text-200"),
    "score-text-150": wishing(_marked(_score_rules(6), *_SOME), "text-150"),
    "score-text-200": wishing(_marked(_score_rules(6), *_SOME), "text-200"),
    "score-contrast": wishing(_marked(_score_rules(6), *_SOME), "contrast"),
    "score-24": _marked(_score_rules(24), *_SOME),
    "score-24-text-200": wishing(_marked(_score_rules(24), *_SOME), "text-200"),
    "score-80": _marked(_score_rules(80, 0, 10), *_SOME),
    "score-check": wishing(_marked(_score_rules(6), *_SOME), "next"),
    "score-check-24": wishing(_marked(_score_rules(24), *((place, place % 5) for place in range(11))), "next"),
    "score-check-text-200": wishing(_marked(_score_rules(8), *_SOME, (6, 1)), "next", "text-200"),
    "score-check-blank": wishing(_marked(_score_rules(6)), "next"),
    "yes-no-rules": _proposals(1),
    "yes-no-one": _marked(_proposals(1)),
    "yes-no-one-marked": _marked(_proposals(1), (0, 2)),
    "yes-no-one-text-200": wishing(_marked(_proposals(1), (0, 0)), "text-200"),
    "yes-no": _marked(_proposals(6), (0, 0), (1, 1), (3, 2)),
    "yes-no-by-key": _with_keys(_marked(_proposals(6), (0, 0)), Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_Down),
    "yes-no-refused": _with_keys(_marked(_proposals(3), (0, 0)), Qt.Key.Key_7),
    "yes-no-long": _marked(_proposals(8), (0, 0), (1, 1)),
    "yes-no-text-150": wishing(_marked(_proposals(6), (0, 0), (1, 1), (3, 2)), "text-150"),
    "yes-no-text-200": wishing(_marked(_proposals(6), (0, 0), (1, 1), (3, 2)), "text-200"),
    "yes-no-contrast": wishing(_marked(_proposals(6), (0, 0), (1, 1), (3, 2)), "contrast"),
    "yes-no-24": _marked(_proposals(24), (0, 0), (1, 1), (3, 2)),
    "yes-no-80": _marked(_proposals(80), (0, 0), (1, 1), (3, 2)),
    "yes-no-check": wishing(_marked(_proposals(6), (0, 0), (1, 1), (3, 2)), "next"),
    "yes-no-check-text-200": wishing(_marked(_proposals(8), (0, 0), (1, 1), (7, 2)), "next", "text-200"),
    "yes-no-check-blank": wishing(_marked(_proposals(1)), "next"),
    "budget-rules": _budget_rules(6),
    "budget": _spent(_budget_rules(6)),
    "budget-some": _spent(_budget_rules(6), 0, 3),
    "budget-too-dear": _spent(_budget_rules(6), 0, 1, 4),
    "budget-refused": _spent(_budget_rules(6), 0, 1, 4, 2),
    "budget-refused-whole": _spent(_budget_rules(6), 0, 5),
    "budget-by-key": _with_keys(_spent(_budget_rules(6), 0), Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down),
    "budget-all": _spent(_budget_rules(6, 765), 0, 1, 2, 3, 4, 5),
    "budget-large-sums": _spent(_budget_rules(6, 300_000_000, "euros a year", 1_000_000), 0, 1),
    "budget-long": _spent(_budget_rules(8, 1_500), 0, 7),
    "budget-text-150": wishing(_spent(_budget_rules(6), 0, 1, 4, 2), "text-150"),
    "budget-text-200": wishing(_spent(_budget_rules(6), 0, 1, 4), "text-200"),
    "budget-text-200-refused": wishing(_spent(_budget_rules(8), 0, 1, 4, 2), "text-200"),
    "budget-contrast": wishing(_spent(_budget_rules(6), 0, 1, 4), "contrast"),
    "budget-24": _spent(_budget_rules(24), 0, 1, 4),
    "budget-24-text-200": wishing(_spent(_budget_rules(24), 0, 1, 4), "text-200"),
    "budget-80": _spent(_budget_rules(80, 5_000), 0, 1, 4),
    "budget-check": wishing(_spent(_budget_rules(6), 0, 3), "next"),
    "budget-check-24": wishing(_spent(_budget_rules(24, 5_000), *range(10)), "next"),
    "budget-check-text-200": wishing(_spent(_budget_rules(8), 0, 3, 6), "next", "text-200"),
    "budget-check-blank": wishing(_spent(_budget_rules(6)), "next"),
}  # fmt: skip
VIEWS = tuple(View(f"screen/vote-{name}", SCREEN, show) for name, show in _STATES.items())
