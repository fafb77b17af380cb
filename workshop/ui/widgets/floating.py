"""What floats above a page for a while: at its foot, in the middle, never in the way of the keyboard."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.ui.widgets.headings import BodyLabel
from workshop.ui.widgets.look import paint_surface

DISTANCE = 24  # pixels from the foot of the page


class Floating(QWidget):
    """A dark strip with a text; it leaves after `seconds`, not while the pointer rests on it."""

    look = "toast"

    def __init__(self, over: QWidget, seconds: int) -> None:
        super().__init__(over)
        self.setProperty("look", self.look)
        self._over = over
        self._text = BodyLabel(wrap=False)
        self._text.setProperty("look", "toast")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(18, 10, 12, 10)
        self.row.setSpacing(14)
        self.row.addWidget(self._text, 1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(seconds * 1000)
        self._clock.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Say something, for a while."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def _place(self) -> None:
        """Foot of the page, in the middle; long texts wrap."""
        widest = self._over.width() - 2 * DISTANCE
        self._text.set_wrapping(False)
        self.layout().activate()
        if self.sizeHint().width() > widest:
            self._text.set_wrapping(True)
        width = min(self.layout().totalSizeHint().width() if not self._text.wordWrap() else widest, widest)
        height = self.layout().totalHeightForWidth(width) if self._text.wordWrap() else self.sizeHint().height()
        self.resize(width, height)
        self.move((self._over.width() - width) // 2, self._over.height() - height - DISTANCE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the page changes its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever points at it reads it."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew."""
        self._clock.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the style sheet says."""
        paint_surface(self)
