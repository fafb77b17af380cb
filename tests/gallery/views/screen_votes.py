"""The voting booth: who votes, the rules, the ballot with few and many options, the check, done, and what goes wrong."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, poll_id, tap, wishing
from tests.gallery.screen_libraries import (
    APPROVAL_SIX,
    APPROVAL_TWENTY_FOUR,
    DRAFT,
    EIGHTY,
    MANY_DOTS,
    PLAIN,
    SCREEN,
    SIX,
    TWENTY_FOUR,
)
from tests.gallery.view import View
from workshop.services.people import participants
from workshop.services.voting import polls
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.voting.dots.option_card import OptionCard


def _booth(title: str) -> Show:
    return lambda hall: hall.screen(lambda stage: stage.show_voting_booth(poll_id(hall, title)))


def _code_of(hall: Hall, place: int) -> str:
    people = participants.list_people(hall.library, project_id=hall.project_id)
    return people[place].participant.code.replace("-", "")


def _typed(code: str | Callable[[Hall], str], *, enter: bool) -> Show:
    def show(hall: Hall) -> QWidget:
        window = _booth(SIX)(hall)
        tap(hall, *(f"key-{digit}" for digit in (code if isinstance(code, str) else code(hall))))
        if enter:
            tap(hall, "enter")
        return window

    return show


def _rules(title: str) -> Show:
    def show(hall: Hall) -> QWidget:
        window = _booth(title)(hall)
        tap(hall, *(f"key-{digit}" for digit in _code_of(hall, 0)), "enter")
        return window

    return show


def _ballot(title: str, *places: int) -> Show:
    """The ballot after some options were tapped, by their place."""

    def show(hall: Hall) -> QWidget:
        window = _rules(title)(hall)
        tap(hall, "next")
        for place in places:
            hall.click(hall.stage.scene.findChildren(OptionCard)[place])
        return window

    return show


def _then(show: Show, *names: str) -> Show:
    return wishing(show, *names)


def _idle(hall: Hall) -> QWidget:
    window = _ballot(SIX, 0)(hall)
    booth = hall.stage.scene
    booth._touched -= timing.IDLE + 3
    booth.tick()
    return window


def _paused(hall: Hall) -> QWidget:
    window = _ballot(SIX, 0)(hall)
    polls.pause_poll(hall.library, poll_id=poll_id(hall, SIX))
    hall.settle()
    return window


_STATES: dict[str, Show] = {
    "code": _booth(SIX),
    "code-half": _typed("17", enter=False),
    "code-wrong": _typed("9999", enter=True),
    "code-voted": _typed(lambda hall: _code_of(hall, -1), enter=True),
    "code-text-200": wishing(_typed(lambda hall: _code_of(hall, -1), enter=True), "text-200"),
    "rules": _rules(SIX),
    "rules-approval": _rules(APPROVAL_TWENTY_FOUR),
    "rules-text-200": wishing(_rules(SIX), "text-200"),
    "ballot": _ballot(SIX),
    "ballot-chosen": _ballot(SIX, 0, 0),
    "ballot-used-up": _ballot(SIX, 0, 0, 3),
    "ballot-refused": _ballot(SIX, 0, 0, 3, 4),
    "ballot-text-150": wishing(_ballot(SIX, 0, 0), "text-150"),
    "ballot-text-200": wishing(_ballot(SIX, 0, 0, 3, 4), "text-200"),
    "ballot-contrast": wishing(_ballot(SIX, 0, 0), "contrast"),
    "ballot-24": _ballot(TWENTY_FOUR, 0, 0, 5),
    "ballot-24-text-200": wishing(_ballot(TWENTY_FOUR, 0, 1), "text-200"),
    "ballot-80": _ballot(EIGHTY, 1, 2),
    "ballot-80-text-150": wishing(_ballot(EIGHTY, 1, 2), "text-150"),
    "ballot-80-last-page": _then(_ballot(EIGHTY, 1), "page-next", "page-next"),
    "ballot-many-dots": _ballot(MANY_DOTS, 0, 0, 0, 0, 0, 1),
    "ballot-approval": _ballot(APPROVAL_SIX, 1),
    "ballot-approval-refused": _ballot(APPROVAL_SIX, 1, 2, 3),
    "ballot-approval-24": _ballot(APPROVAL_TWENTY_FOUR, 1, 2, 3),
    "check": _then(_ballot(SIX, 0, 0, 3), "next"),
    "check-approval": _then(_ballot(APPROVAL_TWENTY_FOUR, 0, 1, 2, 3, 4), "next"),
    "check-blank": _then(_ballot(SIX), "next"),
    "check-text-200": _then(_ballot(TWENTY_FOUR, 0, 1, 2), "next", "text-200"),
    "done": _then(_ballot(SIX, 0), "next", "cast"),
    "idle": _idle,
    "paused": _paused,
    "not-open": _booth(DRAFT),
    "closed": _booth(PLAIN),
}
VIEWS = tuple(View(f"screen/vote-{name}", SCREEN, show) for name, show in _STATES.items())
