"""The frame of every dialog: a sheet of paper with a title, what it is about, and verbs at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import Button, QuietButton
from workshop.ui.widgets.headings import HeadingLabel
from workshop.ui.widgets.reading_order import ReadingOrder

RING = 5  # pixels that the focus ring needs around a field, also in what scrolls


class Sheet(ReadingOrder, QDialog):
    """A dialog of the console; it is shown with `open()`, never `exec()`, and disposes of itself."""

    def __init__(self, desk: Desk, title: str, parent: QWidget, *, width: int = 480) -> None:
        super().__init__(parent.window())
        self.setProperty("look", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setMinimumWidth(desk.type.px(width))
        column = QVBoxLayout(self)
        column.setContentsMargins(28 - RING, 24, 28 - RING, 24)
        column.setSpacing(18)
        heading = HeadingLabel(title, wrap=True)
        heading.setContentsMargins(RING, 0, RING, 0)
        column.addWidget(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        column.addLayout(self.body, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setContentsMargins(RING, 0, RING, 0)
        self.foot.addStretch(1)
        column.addSpacing(4)
        column.addLayout(self.foot)
        self.cancel_button: Button = QuietButton(desk.language.say("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.foot.addWidget(self.cancel_button)
