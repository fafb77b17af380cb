"""The second window: only the console ends it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from workshop.ui.shared_screen.look import BASE_HEIGHT, BASE_WIDTH


class StageWindow(QWidget):
    """Shows one state, or the cover above it; Escape, Alt+F4 and its close button do not end it.

    F11 fills the display and gives it back, where console and shared screen have one display between them.
    """

    resized = Signal(QSize)
    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(800, 450)
        self.resize(BASE_WIDTH, BASE_HEIGHT)
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self._may_close = False

    @property
    def shown(self) -> QWidget | None:
        """What is seen."""
        return self.stack.currentWidget()

    def show_widget(self, widget: QWidget) -> None:
        """Let a widget be seen."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def drop(self, widget: QWidget) -> None:
        """Take a widget away for good."""
        self.stack.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    def toggle_full_screen(self) -> None:
        """Fill the display, or give it back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def end(self) -> None:
        """Close it: only the console does."""
        self._may_close = True
        self.close()
        self._may_close = False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless the console closes it."""
        if self._may_close:
            event.accept()
            self.changed.emit()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 is for whoever looks after the laptop; everything else ends here."""
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything grows with the display."""
        super().resizeEvent(event)
        self.resized.emit(event.size())

    def changeEvent(self, event: QEvent) -> None:
        """Tell when it fills the display or gives it back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.changed.emit()
