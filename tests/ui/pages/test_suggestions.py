"""Suggested themes: the facilitator changes the name, leaves ideas out, accepts, refuses, and takes it back."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.builders import Room, make_room
from tests.methods.groups_of_ideas import ALONE, KOREAN
from tests.ui.pages.consoles import PageConsole
from workshop.services.ideas import ideas, themes
from workshop.services.keeping.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.ideas.page import IdeasPage
from workshop.ui.pages.ideas.suggestion_card import SuggestionCard
from workshop.ui.pages.ideas.suggestions import SuggestionsSheet, open_suggestions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


class Sorting(PageConsole):
    """The page of ideas with the suggestions over it."""

    def __init__(self, qtbot: Any, room: Room) -> None:
        super().__init__(qtbot, room.library, IdeasPage, "en")
        self.room = room
        self.show_place(Place(room.project_id, room.session_id))
        self.open: SuggestionsSheet = open_suggestions(self.page, room.project_id)
        self.settle()

    def again(self) -> None:
        self.open.reject()
        self.settle()
        self.open = open_suggestions(self.page, self.room.project_id)
        self.settle()

    @property
    def titles(self) -> list[str]:
        return [card.suggestion.title for card in self.open.panel.cards]

    def card(self, word: str) -> SuggestionCard:
        return next(card for card in self.open.panel.cards if word in card.suggestion.words)

    @property
    def sorted_ideas(self) -> dict[str, set[str]]:
        board = ideas.idea_board(self.room.library, project_id=self.room.project_id)
        return {theme.title: {idea.text for idea in board.under(theme.id)} for theme in board.themes}


@pytest.fixture
def room(library: Library) -> Room:
    made = make_room(library)
    texts = [text for group in KOREAN for text in group]
    ideas.add_ideas(library, session_id=made.session_id, texts=[*texts, *ALONE])
    return made


@pytest.fixture
def sorting(qtbot: Any, room: Room) -> Iterator[Sorting]:
    made = Sorting(qtbot, room)
    yield made
    made.end()


def test_accepting_one_makes_a_theme_of_what_is_ticked(sorting: Sorting) -> None:
    card = sorting.card("가로등")
    assert all(box.isChecked() for box in card.boxes)
    left_out = card.suggestion.ideas[0].text
    sorting.click(card.boxes[0])
    card.field.setFocus()
    card.field.selectAll()
    sorting.qtbot.keyClicks(card.field, "Dark streets")
    sorting.click(card.accept_button)
    told = {idea.text for idea in card.suggestion.ideas} - {left_out}
    assert sorting.sorted_ideas == {"Dark streets": told}
    assert card.suggestion.title not in sorting.titles
    assert len(sorting.undone) == 1  # the window offers it as well
    assert sorting.page.view.header.isVisible()


def test_it_can_be_taken_back_where_it_was_done(sorting: Sorting) -> None:
    before = sorting.titles
    assert not sorting.open.undo_button.isVisible()
    sorting.click(sorting.card("가로등").accept_button)
    assert sorting.sorted_ideas != {}
    sorting.click(sorting.open.undo_button)
    assert sorting.sorted_ideas == {}
    assert sorting.titles == before
    assert not sorting.open.undo_button.isVisible()


def test_all_clear_ones_are_accepted_in_one_step(sorting: Sorting) -> None:
    clear = [card.suggestion for card in sorting.open.panel.strong]
    assert len(clear) > 1
    sorting.click(sorting.open.strong_button)
    assert sorting.sorted_ideas == {one.title: {idea.text for idea in one.ideas} for one in clear}
    sorting.click(sorting.open.undo_button)
    assert sorting.sorted_ideas == {}


def test_what_is_refused_is_not_shown_again(sorting: Sorting) -> None:
    card = sorting.card("쓰레기")
    title = card.suggestion.title
    sorting.click(card.refuse_button)
    assert title not in sorting.titles
    sorting.again()
    assert title not in sorting.titles
    assert len(sorting.titles) >= 3
    assert sorting.sorted_ideas == {}


def test_without_a_name_or_an_idea_nothing_is_accepted(sorting: Sorting) -> None:
    card = sorting.card("가로등")
    card.field.setFocus()
    card.field.selectAll()
    sorting.qtbot.keyClick(card.field, Qt.Key.Key_Delete)
    assert not card.accept_button.isEnabled()
    sorting.qtbot.keyClick(card.field, Qt.Key.Key_Return)
    sorting.settle()
    assert sorting.sorted_ideas == {}
    card.field.set_value("가로등")
    for box in card.boxes:
        box.click()
    assert not card.accept_button.isEnabled()
    card.boxes[0].click()
    assert card.accept_button.isEnabled()


def test_enter_in_the_name_accepts_and_the_keyboard_goes_on_to_the_next(sorting: Sorting) -> None:
    first, second = sorting.open.panel.cards[:2]
    first.field.setFocus()
    sorting.qtbot.keyClick(first.field, Qt.Key.Key_Return)
    sorting.settle()
    assert list(sorting.sorted_ideas) == [first.suggestion.title]
    assert second.isAncestorOf(sorting.open.focusWidget())


def test_why_it_did_not_work_is_said_at_the_suggestion(sorting: Sorting) -> None:
    card = sorting.card("정류장")
    made = themes.add_theme(sorting.room.library, project_id=sorting.room.project_id, title="Elsewhere").record
    ideas.place_ideas(sorting.room.library, idea_ids=card.suggestion.idea_ids, theme_id=made.id)
    sorting.settle()
    sorting.click(card.accept_button)
    assert card.isVisible()
    assert card._error.text() == "These ideas have been sorted in the meantime."
    assert list(sorting.sorted_ideas) == ["Elsewhere"]


def test_an_existing_theme_keeps_its_name(qtbot: Any, room: Room) -> None:
    made = themes.add_theme(room.library, project_id=room.project_id, title="정류장").record
    board = ideas.idea_board(room.library, project_id=room.project_id)
    stops = [idea.id for idea in board.ideas if idea.text in KOREAN[1][:3]]
    ideas.place_ideas(room.library, idea_ids=stops, theme_id=made.id)
    sorting = Sorting(qtbot, room)
    card = sorting.card("정류장")
    assert not card.field.isVisible()
    assert card.title == "To the theme “정류장”"
    sorting.click(card.accept_button)
    assert sorting.sorted_ideas == {"정류장": set(KOREAN[1])}
    sorting.end()


def test_few_ideas_and_closing_at_once(qtbot: Any, library: Library) -> None:
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=ALONE)
    sorting = Sorting(qtbot, room)
    assert sorting.titles == []
    assert sorting.open.panel._stack.currentWidget() is sorting.open.panel._few
    ideas.add_ideas(library, session_id=room.session_id, texts=[text for group in KOREAN for text in group])
    sorting.open.reject()
    sheet = open_suggestions(sorting.page, room.project_id)
    sheet.reject()  # while it is looking: nothing comes to what has gone
    sorting.settle()
    assert sorting.errors == []
    sorting.end()
