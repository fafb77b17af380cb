"""A field to search with."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from workshop.ui.icons import Icons
from workshop.ui.widgets.text_field import LineField

_GAP = 10  # pixels around the icon
PAUSE = 150  # milliseconds without a key before the search begins


class SearchField(LineField):
    """Tells what is searched for after a short pause, at once on Enter; Escape empties it."""

    searched = Signal(str)

    def __init__(self, icons: Icons, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name=placeholder, placeholder=placeholder)
        self.setProperty("look", "search")
        side = round(18 * max(15, QApplication.font().pixelSize()) / 15)
        self._picture = icons.pixmap("search", side, "muted")
        self._side = side
        self.setTextMargins(side + 2 * _GAP - 4, 0, 0, 0)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self.edited.connect(lambda _text: self._pause.start())
        self.submitted.connect(lambda _text: self._tell())

    def sizeHint(self) -> QSize:
        """Wide enough to read what can be searched for."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText())
        return QSize(max(16 * self._side, words + self._side + 6 * _GAP), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field; a second one is for whoever is around."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
            self._tell()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the icon as large as its words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(_GAP, (self.height() - self._side) // 2, self._picture)
        painter.end()

    def _tell(self) -> None:
        self._pause.stop()
        if self.value != self._told:
            self._told = self.value
            self.searched.emit(self._told)
