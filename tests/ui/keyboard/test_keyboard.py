"""Theme, size of text, titles, undo and the quick idea by key."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.keyboard.keys import CONTROL, Key, Modifier, palette, press, settle, titles
from workshop.services.projects import projects
from workshop.services.sessions import running
from workshop.ui.dialogs.sheet import Sheet

# Look.


def test_the_colours_change_by_key_and_are_named(window, code):
    names = []
    for _ in range(4):
        press(window, Key.Key_L, CONTROL | Modifier.ShiftModifier)
        names.append((window.settings.theme, window._toast.text))
    assert [theme for theme, _text in names] == ["dark", "high-contrast", "system", "light"]
    assert names[0][1] == {"en": "Colours: Dark", "ko": "화면 색: 어둡게"}[code]


def test_text_grows_and_shrinks_by_key(window):
    press(window, Key.Key_Plus, CONTROL)
    assert window.settings.text_scale == 125
    press(window, Key.Key_Equal, CONTROL)
    assert window.settings.text_scale == 150
    press(window, Key.Key_Minus, CONTROL)
    assert window.settings.text_scale == 125
    press(window, Key.Key_0, CONTROL | Modifier.AltModifier)
    assert window.settings.text_scale == 100
    press(window, Key.Key_Minus, CONTROL)  # no smaller than this
    assert window.settings.text_scale == 100
    press(window, Key.Key_0, CONTROL)
    assert window.page.name == "reports"


def test_the_whole_screen_by_key_and_back(window):
    press(window, Key.Key_F11)
    assert window.isFullScreen()
    press(window, Key.Key_F11)
    assert not window.isFullScreen()


# Titles.


def test_the_title_says_where_the_user_is(window, library, project, code):
    application = {"en": "Living Lab Workshop", "ko": "리빙랩 워크숍"}[code]
    page = {"en": "Project", "ko": "과제"}[code]
    assert window.windowTitle() == f"{page} · 안심 통학로 리빙랩 — {application}"
    projects.edit_project(library, project_id=project.id, title="밝은 골목")
    settle(window)
    assert window.windowTitle() == f"{page} · 밝은 골목 — {application}"
    window.go("start")
    settle(window)
    assert window.windowTitle() == f"{ {'en': 'Start', 'ko': '시작'}[code] } — {application}"


# Undo.


def test_undo_is_of_the_text_while_there_is_text_to_take_back(window, library):
    field: Any = window.page.field
    field.setFocus()
    QTest.keyClicks(field, "abc")
    press(window, Key.Key_Z, CONTROL)
    assert (field.value, len(projects.list_projects(library))) == ("", 1)
    field.empty()
    press(window, Key.Key_Z, CONTROL)
    assert window._toast.text  # the library's own step


def test_undo_does_not_reach_the_library_while_a_syllable_is_being_composed(window):
    window.page.field.setFocus()
    QCoreApplication.sendEvent(window.page.field, QInputMethodEvent("길", []))
    press(window, Key.Key_Z, CONTROL)
    assert window._toast.text == ""


def test_undo_in_the_palette_is_of_what_was_typed_there(window, library):
    found = palette(window)
    QTest.keyClicks(found.field, "map")
    press(window, Key.Key_Z, CONTROL)
    press(window, Key.Key_Z, CONTROL)
    assert (found.field.value, len(projects.list_projects(library))) == ("", 1)


# The quick idea.


def test_a_quick_idea_is_one_key_away_from_everywhere_while_a_session_runs(window, library, session, code):
    words = {"en": "Write down a quick idea", "ko": "빠른 아이디어 적기"}[code]
    press(window, Key.Key_I, CONTROL)
    assert window.page.name == "project"
    assert window._toast.text
    assert words not in titles(palette(window, words[:5]))
    press(window, Key.Key_Escape)
    running.start_session(library, session_id=session.id)
    settle(window)
    assert titles(palette(window, words[:5])) == [words]
    press(window, Key.Key_Escape)
    press(window, Key.Key_I, CONTROL)
    assert (window.page.name, window.place.session_id) == ("run", session.id)
    assert window.page.field.hasFocus()


def test_no_key_means_two_things(window):
    """Window and page share the keyboard: a key that both took would do nothing at all."""
    keys = [key.toString() for widget in (window, window.page) for act in widget.actions() for key in act.shortcuts()]
    assert len(keys) == len(set(keys))


def dialogs() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Sheet) and widget.isVisible()]


def test_quit_closes_the_window(window):
    assert dialogs() == []
    press(window, Key.Key_Q, CONTROL)
    assert not window.isVisible()
