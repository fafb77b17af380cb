"""What lies over a whole window for a moment: the page behind is dimmed, and a card in front has the keyboard."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workshop.ui.theme import Theme

_DIM = {False: 0.34, True: 0.6}  # how much of the page is taken away, by day and in the dark
ROOM = 32  # pixels left around the card


class Veil(QWidget):
    """Subclasses fill `card` and say how large it may become; Escape and a click beside it close it.

    No key reaches the page behind, and the keyboard goes back to where it was.
    """

    left = Signal()

    def __init__(self, theme: Theme, over: QWidget, name: str) -> None:
        super().__init__(over)
        self.setProperty("veil", True)  # what lies below is not there for now
        self._over = over
        self._before: QWidget | None = None
        self._dim = QColor(theme.color("shade"))
        self._dim.setAlphaF(_DIM[theme.is_dark])
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.card = QFrame(self)
        self.card.setProperty("look", "card")
        self.card.setAccessibleName(name)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        over.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it lies over its window."""
        return not self.isHidden()

    def open(self) -> None:
        """Lie over the window and take the keyboard."""
        self._before = self._over.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Where the keyboard begins."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go away; the keyboard goes back to where it was, as far as that is still there."""
        if not self.is_open:
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.left.emit()
        self.deleteLater()

    def wanted(self, room: QSize) -> QSize:
        """The size of the card in so much room."""
        return self.card.sizeHint().boundedTo(room)

    def top(self, spare: int) -> int:
        """How far below the upper edge the card begins where so much height is left over."""
        return spare // 2

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        room = self.size() - QSize(2 * ROOM, 2 * ROOM)
        size = self.wanted(room)
        self.card.resize(size)
        self.card.move((self.width() - size.width()) // 2, ROOM + self.top(room.height() - size.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.is_open:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep every key here, also those that are shortcuts of the page behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the card."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; nothing goes on to the page."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        event.accept()
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._dim)
        painter.end()
