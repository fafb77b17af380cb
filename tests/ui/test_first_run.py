"""The first start: three steps by mouse and by keyboard, nothing lost on the way, the console at the end."""

import weakref
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from workshop import paths
from workshop.app import Beginning
from workshop.language import load_language
from workshop.services.keeping import places
from workshop.services.keeping.library import open_library
from workshop.services.projects import projects
from workshop.settings import Settings, load_settings, save_settings
from workshop.ui.first_run.choices import Wish
from workshop.ui.first_run.place_step import PlaceStep
from workshop.ui.first_run.window import FirstRunWindow
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.calm_view import FailureView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make(qapp, qtbot):
    tasks = Tasks()
    windows = []

    def open_window(**values) -> FirstRunWindow:
        window = FirstRunWindow(tasks, Settings(**values))
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        window.step.focus_first()
        return window

    yield open_window
    for window in windows:
        window.close()
    assert tasks.wait_idle()
    tasks.shut_down()


def press(key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def settle() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words(window) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in window.findChildren(QLabel) if label.isVisible())


def go_on(window, qtbot) -> None:
    qtbot.waitUntil(window.next_button.isEnabled)
    qtbot.mouseClick(window.next_button, LEFT)
    settle()


def speak_english(window, qtbot) -> None:
    qtbot.mouseClick(window.step.language_choice.button("en"), LEFT)
    qtbot.waitUntil(lambda: "Good to have you here" in words(window))


def test_korean_is_chosen_and_another_language_applies_at_once(make, qtbot):
    window = make()
    assert "반갑습니다" in words(window)
    speak_english(window, qtbot)
    settle()
    assert QApplication.focusWidget() is window.step.language_choice.button("en")
    assert (window.settings.language, window.settings.screen_language) == ("en", "en")
    assert window.windowTitle() == "Living Lab Workshop"


def test_text_size_applies_at_once_by_keyboard(make, qtbot):
    window = make()
    before = window.next_button.fontMetrics().height()
    window.step.scale_choice.button(100).setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.settings.text_scale == 125)
    settle()
    assert QApplication.focusWidget() is window.step.scale_choice.button(125)
    assert window.next_button.fontMetrics().height() > before


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_keyboard_alone_goes_there_and_back(make, qtbot, language):
    window = make(language=language)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.step.other_button
    qtbot.waitUntil(window.next_button.isEnabled)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down)
    assert window.step.wish is Wish.PROJECT
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.step.other_button
    qtbot.waitUntil(window.next_button.isEnabled)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.step.wish is Wish.PROJECT
    for _ in range(5):
        press(Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.settings.language == language


def test_tab_reaches_the_one_filled_button_last(make):
    window = make(language="en")
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        if seen[-1] is window.next_button:
            break
        press(Qt.Key.Key_Tab)
    assert seen[-1] is window.next_button
    filled = [b for b in window.findChildren(type(window.next_button)) if b.isVisible()]
    assert filled == [window.next_button]


def test_a_folder_is_chosen_in_the_dialog_and_a_library_there_is_offered(make, qtbot, tmp_path: Path):
    library = open_library(tmp_path / "library.workshop")
    projects.create_project(library, title="안심 통학로", language=load_language("ko"))
    library.close()
    window = make()
    go_on(window, qtbot)
    assert str(paths.data_folder()) in words(window)
    qtbot.waitUntil(window.next_button.isEnabled)
    qtbot.mouseClick(window.step.other_button, LEFT)
    dialog = window.findChild(QFileDialog)
    field = dialog.findChild(QLineEdit)
    field.setText(str(tmp_path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "과제 1개" in words(window))
    go_on(window, qtbot)
    assert window.step.wish is Wish.NOTHING
    with qtbot.waitSignal(window.finished) as done:
        qtbot.mouseClick(window.next_button, LEFT)
    settings, wish = done.args
    assert (settings.library, wish) == (str(tmp_path / "library.workshop"), Wish.NOTHING)


@pytest.mark.parametrize(("language", "sentence"), [("ko", "폴더가 아닙니다"), ("en", "is not a folder")])
def test_a_bad_folder_is_told_in_a_sentence_and_the_usual_one_is_a_press_away(
    make, qtbot, tmp_path: Path, language: str, sentence: str
):
    (tmp_path / "file").write_text("in the way")
    window = make(language=language)
    go_on(window, qtbot)
    qtbot.waitUntil(window.next_button.isEnabled)
    window.step.choose(tmp_path / "file")
    qtbot.waitUntil(lambda: sentence in words(window))
    assert not window.next_button.isEnabled()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.step.usual_button.isVisible()
    qtbot.mouseClick(window.step.usual_button, LEFT)
    qtbot.waitUntil(window.next_button.isEnabled)
    assert str(paths.data_folder()) in words(window)


def test_a_synced_folder_is_warned_of_calmly_and_can_be_used(make, qtbot, tmp_path: Path):
    window = make(language="en")
    go_on(window, qtbot)
    window.step.choose(tmp_path / "OneDrive" / "workshop")
    qtbot.waitUntil(lambda: "OneDrive copies this folder" in words(window))
    assert window.next_button.isEnabled()


def test_a_chosen_folder_is_still_there_after_a_look_back(make, qtbot, tmp_path: Path):
    window = make(language="en")
    go_on(window, qtbot)
    window.step.choose(tmp_path)
    qtbot.waitUntil(window.next_button.isEnabled)
    qtbot.mouseClick(window.back_button, LEFT)
    qtbot.mouseClick(window.step.scale_choice.button(150), LEFT)
    qtbot.waitUntil(lambda: window.settings.text_scale == 150)
    settle()
    go_on(window, qtbot)
    assert str(tmp_path) in words(window)


def _nothing_is_cut(cut_off, window) -> None:
    assert cut_off(window) == []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_word_is_cut_at_1366_by_768(make, qtbot, cut_off, tmp_path: Path, language: str, scale: int):
    window = make(language=language, text_scale=scale)
    window.resize(1290, 706)
    for step in range(3):
        settle()
        if step == 1:
            window.step.choose(tmp_path / "Dropbox" / "a folder with a long name" / "그 안에 있는 또 다른 폴더")
            qtbot.waitUntil(window.next_button.isEnabled)
            settle()
        qtbot.waitUntil(partial(_nothing_is_cut, cut_off, window))  # what wraps settles in turns
        if step < 2:
            go_on(window, qtbot)


# From the first steps to the console.


@pytest.fixture
def begin(qapp, qtbot):
    begun = []

    def start(settings: Settings, database: str | None = None, language: str | None = None) -> Beginning:
        beginning = Beginning(qapp, settings, database, language)
        begun.append(beginning)
        beginning.start()
        return beginning

    yield start
    for beginning in begun:
        if beginning.steps is not None:
            beginning.steps.close()
            beginning.tasks.shut_down()
        if beginning.running is not None:
            assert beginning.running.tasks.wait_idle(20_000)
            beginning.running.window.close()
            beginning.running._put_away()
            beginning.running.window.deleteLater()


def _through(beginning: Beginning, qtbot, wish: Wish) -> None:
    for _ in range(2):
        go_on(beginning.steps, qtbot)
    qtbot.mouseClick(beginning.steps.step.tiles[wish], LEFT)
    qtbot.mouseClick(beginning.steps.next_button, LEFT)
    qtbot.waitUntil(lambda: beginning.running is not None and beginning.running.window.page is not None, timeout=10_000)


def test_a_new_project_is_asked_for_at_the_end_and_the_steps_never_come_again(begin, qtbot):
    beginning = begin(Settings())
    _through(beginning, qtbot, Wish.PROJECT)
    window = beginning.running.window
    assert beginning.steps is None
    assert any(
        "새 과제" in dialog.windowTitle() for dialog in window.page.window().findChildren(type(window.page._dialog))
    )
    window.page._dialog.reject()
    assert load_settings().set_up
    assert paths.library_file().is_file()
    again = begin(load_settings())
    assert again.steps is None


def test_the_steps_outlast_the_click_that_opens_the_console_and_are_gone_then(begin, qtbot):
    beginning = begin(Settings())
    for _ in range(2):
        go_on(beginning.steps, qtbot)
    qtbot.mouseClick(beginning.steps.step.tiles[Wish.NOTHING], LEFT)
    assert beginning.steps is not None
    button, known = beginning.steps.next_button, weakref.ref(beginning.steps)
    qtbot.mouseClick(button, LEFT)
    assert beginning.steps is None
    assert shiboken6.isValid(button)
    qtbot.waitUntil(lambda: beginning.running.window.page is not None, timeout=10_000)
    settle()
    assert known() is None


def test_the_sample_is_made_and_shown(begin, qtbot):
    beginning = begin(Settings(language="en"))
    _through(beginning, qtbot, Wish.SAMPLE)
    qtbot.waitUntil(lambda: beginning.running.window.page.name == "project", timeout=30_000)


def test_a_chosen_place_is_kept_for_the_window_and_the_commands(begin, qtbot, tmp_path: Path):
    beginning = begin(Settings())
    go_on(beginning.steps, qtbot)
    beginning.steps.step.choose(tmp_path)
    go_on(beginning.steps, qtbot)
    qtbot.mouseClick(beginning.steps.step.tiles[Wish.NOTHING], LEFT)
    qtbot.mouseClick(beginning.steps.next_button, LEFT)
    qtbot.waitUntil(lambda: beginning.running is not None and beginning.running.window.page is not None, timeout=10_000)
    assert (tmp_path / "library.workshop").is_file()
    assert not paths.library_file().exists()
    places.open_own_library(load_settings()).close()
    assert not paths.library_file().exists()


def test_closing_half_way_asks_again_and_makes_nothing(begin, qtbot):
    beginning = begin(Settings())
    go_on(beginning.steps, qtbot)
    qtbot.waitUntil(beginning.steps.next_button.isEnabled)
    beginning.steps.close()
    assert beginning.running is None
    assert not load_settings().set_up
    assert not paths.library_file().exists()


def test_a_named_library_never_asks(begin, tmp_path: Path, qtbot):
    beginning = begin(Settings(), str(tmp_path / "named.workshop"))
    assert beginning.steps is None
    qtbot.waitUntil(lambda: beginning.running.window.page is not None, timeout=10_000)
    assert not load_settings().set_up


@pytest.mark.parametrize(("language", "sentence"), [("ko", "자료가"), ("en", "Your data is not at")])
def test_a_drive_that_is_not_there_is_told_and_nothing_is_made_elsewhere(
    begin, qtbot, tmp_path: Path, language: str, sentence: str
):
    chosen = tmp_path / "stick" / "library.workshop"
    beginning = begin(Settings(language=language, set_up=True, library=str(chosen)))
    window = beginning.running.window
    qtbot.waitUntil(lambda: sentence in words(window), timeout=10_000)
    assert not chosen.parent.exists()
    assert not paths.library_file().exists()
    open_library(chosen).close()
    qtbot.mouseClick(window.findChild(FailureView).retry_button, LEFT)
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)


@pytest.mark.parametrize(("language", "words_of_button"), [("ko", "다른 곳에 두기"), ("en", "in another place")])
def test_a_drive_that_is_lost_for_good_is_no_dead_end(
    begin, qtbot, tmp_path: Path, language: str, words_of_button: str
):
    lost = tmp_path / "stick" / "library.workshop"
    beginning = begin(Settings(language=language, set_up=True, library=str(lost)))
    window = beginning.running.window
    qtbot.waitUntil(lambda: window.findChild(FailureView) is not None, timeout=10_000)
    button = next(b for b in window.findChildren(QPushButton) if words_of_button in b.text())
    qtbot.mouseClick(button, LEFT)
    assert not window.isVisible()
    assert isinstance(beginning.steps.step, PlaceStep)
    beginning.steps.step.choose(tmp_path / "here")
    go_on(beginning.steps, qtbot)
    qtbot.mouseClick(beginning.steps.step.tiles[Wish.NOTHING], LEFT)
    qtbot.mouseClick(beginning.steps.next_button, LEFT)
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    assert window.isVisible()
    assert load_settings().library == str(tmp_path / "here" / "library.workshop")
    assert not lost.parent.exists()


def test_a_file_that_is_chosen_instead_is_opened_the_next_time_too(begin, qtbot, tmp_path: Path):
    other = tmp_path / "other.workshop"
    open_library(other).close()
    beginning = begin(Settings(set_up=True, library=str(tmp_path / "gone" / "library.workshop")))
    window = beginning.running.window
    qtbot.waitUntil(lambda: window.findChild(FailureView) is not None, timeout=10_000)
    window.openRequested.emit(str(other))
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    assert load_settings().library == str(other)


def test_a_language_named_for_one_time_is_spoken_and_not_kept(begin, qtbot):
    save_settings(Settings(set_up=True, language="ko"))
    beginning = begin(load_settings(), language="en")
    window = beginning.running.window
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    assert window.settings.language == "en"
    for code in ("ko", "en"):
        window.change_settings(window.settings.with_(text_scale=125))
        assert load_settings().language == "ko"
        window.change_settings(window.settings.with_(language=code))
    assert load_settings().language == "en"


def test_a_language_named_at_the_first_start_is_chosen_already(begin):
    assert begin(Settings(), language="en").steps.settings.language == "en"


def test_the_shared_screen_is_remembered_over_the_end(begin, qtbot):
    beginning = begin(Settings(set_up=True))
    window = beginning.running.window
    qtbot.waitUntil(lambda: window.stage is not None, timeout=10_000)
    window.stage.window.setMinimumSize(200, 100)  # the display of the tests is small
    window.stage.open_window()
    window.stage.window.resize(620, 370)
    window.stage.close_window()
    kept = load_settings()
    assert "620x370" in kept.screen_geometry
    assert kept.screen_display == QApplication.primaryScreen().name()
    window.stage.window.resize(700, 400)
    window.stage.window.remember(kept.screen_display, kept.screen_geometry)
    window.stage.open_window()
    assert window.stage.window.width() == 620
