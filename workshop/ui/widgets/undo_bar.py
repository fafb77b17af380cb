"""What has just been done, and the way back."""

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
        self.button = Button(undo)
        self.button.setProperty("look", "toast-link")
        self.button.clicked.connect(self._undo)
        shut = IconButton(icons.icon("x", "toast-ink"), close)
        shut.setProperty("look", "toast-icon")
        shut.clicked.connect(self.hide)
        self.row.addWidget(self.button)
        self.row.addWidget(shut)

    def _undo(self) -> None:
        self.hide()
        self.undoRequested.emit()
