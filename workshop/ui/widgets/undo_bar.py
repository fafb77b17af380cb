"""What has just been done, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.ui.icons import Icons
from workshop.ui.widgets.buttons import Button, IconButton
from workshop.ui.widgets.floating import Floating


class UndoBar(Floating):
    """Says what was done, with a button that takes it back."""

    undoRequested = Signal()

    def __init__(self, over: QWidget, icons: Icons, undo: str, close: str) -> None:
        super().__init__(over, seconds=10)
        self._take_back: Callable[[], object] | None = None
        self.button = Button(undo)
        self.button.setProperty("look", "toast-link")
        self.button.clicked.connect(self._undo)
        shut = IconButton(icons.icon("x", "toast-ink"), close)
        shut.setProperty("look", "toast-icon")
        shut.clicked.connect(self.hide)
        self.row.addWidget(self.button)
        self.row.addWidget(shut)

    def show_step(self, text: str, take_back: Callable[[], object] | None = None) -> None:
        """Say what was done; `take_back` is the way back where it is not the library's own undo."""
        self._take_back = take_back
        self.show_text(text)

    def take_back(self) -> bool:
        """Go the way back that was given, while it is offered; whether there was one."""
        if self._take_back is None or not self.isVisible():
            return False
        self.hide()
        self._take_back()
        return True

    def _undo(self) -> None:
        if not self.take_back():
            self.hide()
            self.undoRequested.emit()
