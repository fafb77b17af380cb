"""A field to search with."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.ui.icons import Icons
from workshop.ui.widgets.text_field import LineField

PAUSE = 150  # milliseconds without a key before the search begins


class SearchField(LineField):
    """Tells what is searched for after a short pause, at once on Enter; Escape empties it."""

    searched = Signal(str)

    def __init__(self, icons: Icons, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name=placeholder, placeholder=placeholder)
        self.setProperty("look", "search")
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self.edited.connect(lambda _text: self._pause.start())
        self.submitted.connect(lambda _text: self._tell())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field; a second one is for whoever is around."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
            self._tell()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        if self.value != self._told:
            self._told = self.value
            self.searched.emit(self._told)
