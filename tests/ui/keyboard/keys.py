"""Real keys for the console, and what they bring about."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.ui.main_window import MainWindow
from workshop.ui.palette.palette import Palette
from workshop.ui.widgets.text_field import LineField

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier


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
