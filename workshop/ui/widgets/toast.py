"""A short notice that goes away by itself."""

from PySide6.QtWidgets import QWidget

from workshop.ui.icons import Icons
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.floating import Floating


class Toast(Floating):
    """A notice above a page."""

    def __init__(self, over: QWidget, icons: Icons, close: str) -> None:
        super().__init__(over, seconds=6)
        button = IconButton(icons.icon("x", "toast-ink"), close)
        button.setProperty("look", "toast-icon")
        button.clicked.connect(self.hide)
        self.row.addWidget(button)
