"""Where a new theme gets its name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.text_field import LineField


class ThemeField(QWidget):
    """A button that becomes a field for the name of a new theme."""

    given = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.button = SmallButton(say("New theme"), icon=desk.icons.icon("plus"))
        self.field = LineField(name=say("Name of the new theme"), placeholder=say("Name of the new theme"))
        self.field.setMinimumWidth(desk.type.px(190))
        self.field.hide()
        self.button.clicked.connect(self.begin)
        self.field.submitted.connect(self._give)
        self.field.editingFinished.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.field)

    def begin(self) -> None:
        """Ask for the name."""
        self.button.hide()
        self.field.show()
        self.field.setFocus()

    def _give(self, text: str) -> None:
        if text:
            self.given.emit(text)
        self._end()

    def _end(self) -> None:
        held = self.field.hasFocus()
        self.button.show()
        if held:
            self.button.setFocus()
        self.field.empty()
        self.field.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape makes no theme."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._end()
        else:
            super().keyPressEvent(event)
