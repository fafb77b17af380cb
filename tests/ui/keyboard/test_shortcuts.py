"""The sheet of shortcuts and the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.keyboard.keys import Key, press, settle
from workshop.ui.actions import ALL_PAGES
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.shortcuts.sheet import ShortcutSheet


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
