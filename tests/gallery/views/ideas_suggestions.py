"""What helps to sort ideas: one that says nearly the same beside the field, and suggested themes."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from tests.methods.groups_of_ideas import ALONE, ENGLISH, KOREAN
from workshop.models.enums import SessionState
from workshop.services.ideas import ideas, revealing
from workshop.ui.pages.ideas.suggestions import open_suggestions

Show = Callable[[Hall], QWidget]
_UNLIKE = ("할머니 김치 교실", "Dogs on a lead", "체육관 예약을 쉽게", "하천에 오리 집")
_KNOWN = [text for group in (*KOREAN, ENGLISH[1]) for text in group]


def _similar(words: str) -> Show:
    """The strip below the field."""

    def show(hall: Hall) -> QWidget:
        hall.go("ideas", hall.place(0))
        page = hall.page
        page.focus_first()
        hall.write(words)
        assert page.view.similar.similar is not None, "nothing is suggested"
        return hall.window

    return show


def _add(hall: Hall, texts: Sequence[str]) -> None:
    """Ideas of the session that is still open, revealed: what was written in silence is not suggested."""
    library = hall.window.desk.library
    running = next(line.session.id for line in hall.sessions() if line.session.state is not SessionState.CLOSED)
    if texts:
        ideas.add_ideas(library, session_id=running, texts=texts)
        revealing.reveal_all(library, session_id=running)


def _several(hall: Hall) -> QWidget:
    _add(hall, ["버스 정류장에 의자를 놓아 주세요", "정류장에 의자를 놓읍시다", "정류장에 긴 의자를 놓아 주세요"])
    return _similar("버스 정류장에 의자를 놓아요")(hall)


def _suggested(texts: Sequence[str]) -> Show:
    """The sheet of suggestions over the wall, with these ideas unsorted as well."""

    def show(hall: Hall) -> QWidget:
        place = hall.place(0)
        _add(hall, texts)
        hall.go("ideas", place)
        open_suggestions(hall.page, hall.project_id)
        hall.settle()
        sheet = hall.sheet()
        assert bool(sheet.panel.cards) == (texts is _KNOWN), "other suggestions than expected"
        return sheet

    return show


def _first_new(hall: Hall, sheet: Any) -> Any:
    """The first suggestion of a new theme, after those for existing themes were refused."""
    while sheet.panel.cards[0].suggestion.theme_id is not None:
        hall.click_button(sheet.panel.cards[0].refuse_button)
    return sheet.panel.cards[0]


def _accepted(hall: Hall) -> QWidget:
    """One is accepted, of another an idea is left out and the name changed."""
    sheet: Any = _suggested(_KNOWN)(hall)
    hall.click_button(sheet.panel.cards[0].accept_button)
    card = _first_new(hall, sheet)
    hall.click(card.boxes[0])
    card.field.set_value("Streets")
    return sheet


def _nameless(hall: Hall) -> QWidget:
    sheet: Any = _suggested(_KNOWN)(hall)
    card = _first_new(hall, sheet)
    card.field.selectAll()
    hall.press_on(card.field, Qt.Key.Key_Delete)
    return sheet


VIEWS = (
    View(
        "suggestions/similar", "sample", _similar("정문 횡단보도 초록불이 짧아서 할머니랑 건너다 보면 빨간불이 됩니다")
    ),
    View("suggestions/themes", WORKSHOP, _suggested(_KNOWN)),
    View("suggestions/accepted", WORKSHOP, _accepted),
    View("suggestions/nameless", WORKSHOP, _nameless),
    View("suggestions/few", PREPARED, _suggested(())),
    View("suggestions/nothing-alike", PREPARED, _suggested((*ALONE, *_UNLIKE))),
    View("suggestions/several-similar", WORKSHOP, _several),
)
