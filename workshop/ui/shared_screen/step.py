"""One step of a booth, and how a key or a finger gets around in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workshop.ui.shared_screen.finger_scroll import FingerScroll
from workshop.ui.shared_screen.look import Look
from workshop.ui.widgets.composing import Composing

Call = Callable[[], None]
ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 3, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -3}


class Step(QWidget):
    """One step of a booth; it is made anew each time it is shown and keeps nothing.

    `told` is what a screen reader says when it is shown, `back` what Escape does: one step back, never out of the booth.
    """

    def __init__(self, look: Look, told: str, back: Call | None = None) -> None:
        super().__init__()
        self.look = look
        self.back = back
        self.by_key = False  # whether the last act was a key
        self.setObjectName("step")
        self.setAccessibleName(told)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys that do something here with what they do, in the order in which they are shown."""
        say = self.look.language.say
        return [("Esc", say("Back"))] if self.back is not None else []

    def focus_first(self, *, by_key: bool = True) -> None:
        """Give the keyboard to what is obviously next; a finger needs no mark on it, so by touch the step itself takes it."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the step takes this key, wherever the keyboard is."""
        focus = QApplication.focusWidget()
        scroll = self.findChild(FingerScroll)
        if event.key() in _DOWN and scroll is not None and (focus is self or isinstance(focus, QPushButton)):
            return scroll.move_by(_DOWN[Qt.Key(event.key())])
        return False

    def go_back(self) -> None:
        """One step back, where there is one."""
        if self.back is not None:
            self.back()

    def commit(self) -> None:
        """Put in what an input method is still composing."""
        for field in self.findChildren(QWidget):
            if isinstance(field, Composing):
                field.commit_composition()
