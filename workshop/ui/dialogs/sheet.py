"""The frame of every dialog: a sheet of paper with a title, what it is about, and verbs at the foot."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.displays import display_of
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

    @property
    def most(self) -> int:
        """The pixels of height that a dialog may take: nine tenths of the display."""
        return display_of(self).availableGeometry().height() * 9 // 10

    def fit(self) -> None:
        """Be as high as the words need at this width; Qt asks only once, and not where words come later."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else self.sizeHint().height()
        height = min(needed, self.most)
        if height != self.height():
            self.resize(self.width(), height)

    def event(self, event: QEvent) -> bool:
        """Words come and go."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """From the beginning as high as it has to be."""
        super().showEvent(event)
        self.fit()
