"""Finding things and actions by Ctrl+K."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from tests.ui.keyboard.keys import CONTROL, Key, palette, press, settle, titles
from workshop.services.ideas import ideas
from workshop.ui.page import Place


def test_the_palette_opens_by_key_with_the_keyboard_in_it_and_gives_it_back(window):
    window.page.field.setFocus()
    found = palette(window)
    assert found.field.hasFocus()
    assert "문제 발굴" in titles(found)  # what is to be held next
    assert "Print the map" in titles(found)
    press(window, Key.Key_Escape)
    assert window.keyboard.veil is None
    assert window.page.field.hasFocus()


@pytest.mark.parametrize("words", ["통", "통ㅎ", "통하", "학로", "ㅌㅎㄹ"])
def test_a_syllable_still_being_composed_finds_projects(window, words):
    found = palette(window, words)
    assert titles(found) == ["안심 통학로 리빙랩"]
    assert found.field.text() == ""  # nothing of it is in the field yet


def test_enter_takes_what_is_composed_and_goes_there(window, project):
    window.go("ideas", Place())
    palette(window, "통학")
    press(window, Key.Key_Return)
    assert (window.page.name, window.place.project_id) == ("project", project.id)
    assert window.keyboard.veil is None


def test_enter_that_comes_before_the_answer_chooses_what_the_answer_says(window, session):
    palette(window)
    field = window.focusWidget()
    QCoreApplication.sendEvent(field, QInputMethodEvent("문제", []))
    QTest.keyClick(field, Key.Key_Return)
    settle(window)
    assert (window.page.name, window.place.session_id) == ("prepare", session.id)


def test_an_idea_is_led_to_with_its_id(window, library, session):
    idea = ideas.add_idea(library, session_id=session.id, text="육교를 놓자").record
    palette(window, "육교")
    press(window, Key.Key_Return)
    assert window.page.name == "ideas"
    assert window.place == Place(session.project_id, session.id, idea.id)


def test_actions_and_pages_are_found_with_their_keys(window, code):
    found = palette(window, {"en": "undo", "ko": "되돌"}[code])
    assert [(entry.title, entry.keys) for entry in found.list.entries] == [
        ({"en": "Undo", "ko": "되돌리기"}[code], ("Ctrl+Z",))
    ]
    press(window, Key.Key_Escape)
    found = palette(window, {"en": "sett", "ko": "설ㅈ"}[code])
    press(window, Key.Key_Return)
    assert window.page.name == "settings"


def test_a_button_of_the_page_is_pressed_from_the_palette_and_offered_again(window):
    palette(window, "map")
    press(window, Key.Key_Return)
    assert window.page.done == ["print"]
    assert titles(palette(window))[0] == "Print the map"


def test_up_down_and_page_keys_move_and_reach_no_further_than_the_palette(window):
    found = palette(window)
    first = found.list.current
    press(window, Key.Key_Down)
    second = found.list.current
    assert second is not first
    press(window, Key.Key_Up)
    press(window, Key.Key_Up)
    assert found.list.current is found.list.entries[-1]  # around the end
    press(window, Key.Key_PageUp)
    press(window, Key.Key_PageUp)
    assert found.list.current is found.list.entries[0]
    press(window, Key.Key_PageDown)
    assert found.list.current is not found.list.entries[0]
    press(window, Key.Key_2, CONTROL)
    press(window, Key.Key_Tab)
    press(window, Key.Key_BracketRight)
    assert window.page.done == []
    assert found.field.hasFocus()


def test_an_old_answer_never_replaces_a_new_one(window, monkeypatch):
    from workshop.services import searching

    asked: list[str] = []
    real = searching.find_things
    monkeypatch.setattr(
        searching, "find_things", lambda library, words: asked.append(words) or real(library, words=words)
    )
    found = palette(window)
    field = window.focusWidget()
    for words in ("ㅁ", "무", "문", "문ㅈ", "통"):
        QCoreApplication.sendEvent(field, QInputMethodEvent(words, []))
    settle(window)
    assert titles(found) == ["안심 통학로 리빙랩"]
    assert asked[-1] == "통"
    assert len(asked) < 5  # what was typed meanwhile is asked once, for its end


def test_nothing_found_says_what_can_be_found(window):
    found = palette(window, "쾍쾍")
    assert titles(found) == []
    assert "쾍쾍" in found.field.accessibleDescription()
    press(window, Key.Key_Return)
    assert window.keyboard.veil is found


def test_the_palette_waits_for_a_library_and_survives_a_search_that_fails(window, monkeypatch):
    from workshop.services import searching

    def fail(_library, **_values):
        raise OSError

    monkeypatch.setattr(searching, "find_things", fail)
    found = palette(window, "map")
    assert titles(found) == ["Print the map"]
