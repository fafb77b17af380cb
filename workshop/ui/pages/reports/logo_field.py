"""The logo for the head of a report: shown small, chosen, taken away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import Label, MutedLabel

_HIGH, _WIDE = 48, 200  # pixels at 100 % in which it is shown


class LogoField(QWidget):
    """A label, the picture where there is one, and what can be done with it."""

    chooseRequested = Signal()
    removeRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        label = Label(say("Logo"))
        label.setProperty("look", "field-label")
        self.picture = QLabel()
        self.picture.setAccessibleName(say("Logo"))
        self.error = MutedLabel(role="danger", wrap=True)
        self.error.hide()
        self.choose_button = SmallButton(say("Choose a picture…"))
        self.choose_button.clicked.connect(self.chooseRequested)
        self.remove_button = SmallButton(say("Remove"))
        self.remove_button.clicked.connect(self.removeRequested)
        row = FlowLayout(spacing=8)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(self.error)
        self.show_logo(b"")

    def show_logo(self, logo: bytes) -> None:
        """Show a picture, or none."""
        image = QImage.fromData(logo) if logo else QImage()
        self.picture.setVisible(not image.isNull())
        self.remove_button.setVisible(bool(logo))
        if not image.isNull():
            ratio = self.devicePixelRatioF()
            room = QSize(round(self._desk.type.px(_WIDE) * ratio), round(self._desk.type.px(_HIGH) * ratio))
            small = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            pixmap = QPixmap(small.size())
            pixmap.fill(Qt.GlobalColor.white)  # as on paper, also in a dark window
            painter = QPainter(pixmap)
            painter.drawImage(0, 0, small)
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            self.picture.setPixmap(pixmap)
        self.show_error("")

    def show_error(self, words: str) -> None:
        """Say why a file is no logo."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
