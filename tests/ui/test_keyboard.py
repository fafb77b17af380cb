"""Everything by keyboard: finding, the sheet of shortcuts, the menu, theme and size of text, undo where it is meant."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from workshop.language import load_language
from workshop.services import ideas, lab_sessions, projects, running
from workshop.settings import Settings
from workshop.ui.actions import ALL_PAGES
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Page, Place
from workshop.ui.palette.palette import Palette
from workshop.ui.shortcuts.sheet import ShortcutSheet
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.buttons import QuietButton
from workshop.ui.widgets.text_field import LineField

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


class TrialPage(Page):
    """A page with a field, a button and a command of its own."""

    def __init__(self, desk, parent=None):
        super().__init__(desk, parent)
        self.done: list[str] = []
        self.field = LineField(name="Idea")
        self.button = QuietButton("Print the map")
        self.button.clicked.connect(lambda: self.done.append("print"))
        self.content.addWidget(self.field)
        self.content.addWidget(self.button)
        self.add_command("Turn the page", ["PgDown", "]"], lambda: self.done.append("turn"))

    @property
    def takes_ideas(self):
        return self.name == "run"

    def focus_quick_idea(self):
        self.field.setFocus()


@pytest.fixture(autouse=True)
def trial_pages(monkeypatch):
    for page in ALL_PAGES:
        module, _, name = page.target.partition(":")
        kind = type(name, (TrialPage,), {"name": page.name})
        monkeypatch.setitem(sys.modules, module, SimpleNamespace(**{name: kind}))
    stage = SimpleNamespace(rebuild=lambda _desk: None, close_window=lambda: None)
    monkeypatch.setitem(sys.modules, "workshop.ui.shared_screen.stage", SimpleNamespace(Stage=lambda _desk: stage))


@pytest.fixture
def project(library, korean):
    return projects.create_project(library, title="안심 통학로 리빙랩", language=korean).record


@pytest.fixture
def session(library, project, korean):
    return lab_sessions.prepare_session(
        library, project_id=project.id, language=korean, template_key="problem-finding", title="문제 발굴"
    ).record


@pytest.fixture(params=["en", "ko"])
def code(request) -> str:
    return request.param


@pytest.fixture
def window(qtbot, library, project, session, code) -> Iterator[MainWindow]:
    tasks = Tasks()
    window = MainWindow(tasks, Settings(language=code, theme="light"), load_language(code), keep=lambda _settings: None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.library_opened(library)
    window.go("project", Place(project.id))
    settle(window)
    yield window
    assert tasks.wait_idle()
    tasks.shut_down()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: MainWindow) -> None:
    for _ in range(4):
        assert window.desk.tasks.wait_idle()
        QApplication.processEvents()


def press(window: MainWindow, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
    """A real key, for whoever has the keyboard."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    settle(window)


def palette(window: MainWindow, words: str = "") -> Palette:
    press(window, Key.Key_K, CONTROL)
    found = window.keyboard.veil
    assert isinstance(found, Palette)
    if words:
        compose(window, words)
    return found


def compose(window: MainWindow, syllables: str) -> None:
    """What an input method sends while something is being put together."""
    field = window.focusWidget()
    assert isinstance(field, LineField)
    QCoreApplication.sendEvent(field, QInputMethodEvent(syllables, []))
    settle(window)


def titles(found: Palette) -> list[str]:
    return [entry.title for entry in found.list.entries]


# The palette.


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


# The sheet of shortcuts.


def lines(sheet: ShortcutSheet) -> dict[str, tuple[str, ...]]:
    return {words: keys for group in sheet.groups for words, keys in group.lines}


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question])
def test_all_shortcuts_are_shown_and_the_same_key_closes(window, key, code):
    window.page.button.setFocus()
    press(window, key)
    sheet = window.keyboard.veil
    assert isinstance(sheet, ShortcutSheet)
    shown = lines(sheet)
    assert shown["Turn the page"] == ("PgDown", "]")
    assert shown[{"en": "Find anything", "ko": "무엇이든 찾기"}[code]] == ("Ctrl+K",)
    assert shown[{"en": "Reports", "ko": "보고서"}[code]] == ("Ctrl+0",)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_BracketRight)
    assert window.page.done == []
    QTest.keyClick(window.focusWidget(), "?")
    assert window.keyboard.veil is None
    assert window.page.button.hasFocus()


def test_every_shortcut_of_the_window_is_in_the_sheet(window):
    press(window, Key.Key_F1)
    told = {keys for keys in lines(window.keyboard.veil).values()}
    for command in window.commands.values():
        if command.shortcuts() and command.is_possible:
            assert command.shortcut().toString() in {key for keys in told for key in keys}, command.text()


def test_a_question_mark_is_text_where_text_is_written(window):
    window.page.field.setFocus()
    QTest.keyClick(window.page.field, "?")
    assert (window.page.field.value, window.keyboard.veil) == ("?", None)
    press(window, Key.Key_F1)
    assert window.keyboard.veil is not None


def test_a_click_closes_the_sheet(window, qtbot):
    press(window, Key.Key_F1)
    qtbot.mouseClick(window.keyboard.veil, Qt.MouseButton.LeftButton)
    assert window.keyboard.veil is None


def test_the_sheet_tells_of_the_dialog_that_is_open(window, qtbot):
    dialog = Sheet(window.desk, "Names", window)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.cancel_button.setFocus()
    QTest.keyClick(dialog.cancel_button, Key.Key_F1)
    sheet = window.keyboard.veil
    assert isinstance(sheet, ShortcutSheet)
    assert sheet.parentWidget() is dialog
    assert "Turn the page" not in lines(sheet)
    QTest.keyClick(sheet, Key.Key_Escape)
    assert window.keyboard.veil is None
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 100), (1366, 768, 200), (960, 600, 150)])
def test_the_sheet_fits_the_window(window, width, height, scale, cut_off):
    window.change_settings(window.settings.with_(text_scale=scale))
    window.resize(width, height)
    settle(window)
    press(window, Key.Key_F1)
    sheet = window.keyboard.veil
    assert sheet.rect().contains(sheet.card.geometry())
    assert cut_off(sheet) == []


# The menu.

a_menu_opens = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen screen


@a_menu_opens
def test_the_menu_opens_by_key_and_holds_what_can_be_done(window, code):
    press(window, Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = {action.text(): action for action in menu.actions()}
    undo = shown[{"en": "Undo", "ko": "되돌리기"}[code]]
    assert undo.shortcut().toString() == "Ctrl+Z"
    assert "Turn the page" in shown
    assert {"en": "Write down a quick idea", "ko": "빠른 아이디어 적기"}[code] not in shown  # no session runs
    go = shown[{"en": "Go to", "ko": "이동"}[code]].menu()
    assert len(go.actions()) == len(ALL_PAGES) - 1
    menu.close()


@a_menu_opens
def test_an_action_of_the_menu_is_done_by_keyboard(window):
    press(window, Key.Key_F10)
    menu = QApplication.activePopupWidget()
    place = [action.text() for action in menu.actions()].index("Turn the page")
    menu.setActiveAction(menu.actions()[place])
    QTest.keyClick(menu, Key.Key_Return)
    assert window.page.done == ["turn"]


@a_menu_opens
def test_the_menu_has_a_button_with_words(window, qtbot, code):
    button = window.navigation.menu_button
    assert button.text() == {"en": "Menu", "ko": "메뉴"}[code]
    assert "F10" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.activePopupWidget().close()


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
