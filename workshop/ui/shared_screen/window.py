"""The second window: only the console ends it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QStackedLayout, QWidget

from workshop.ui.displays import display_of
from workshop.ui.shared_screen.look import BASE_HEIGHT, BASE_WIDTH
from workshop.ui.window_place import display_named, place_of, put_in_place


class StageWindow(QWidget):
    """Shows one state, or the cover above it; Escape, Alt+F4 and its close button do not end it.

    F11 fills the display and gives it back, where console and shared screen have one display between them.
    """

    resized = Signal(QSize)
    changed = Signal()
    placed = Signal(str, str)  # at its end: the name of the display it was on, its place there

    def __init__(self, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(800, 450)
        self.resize(BASE_WIDTH, BASE_HEIGHT)
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self._may_close = False
        self._display, self._place = "", ""

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

    def remember(self, display: str, place: str) -> None:
        """Where it was the last time, by the words of `placed`."""
        self._display, self._place = display, place

    def kept_display(self, besides: QScreen | None) -> QScreen | None:
        """The display it was on the last time, None where that is gone or is the one of the console."""
        display = display_named(self._display)
        return display if display is not besides else None

    def put_back(self) -> None:
        """Take the size and the corner it had the last time, as far as the display allows."""
        if put_in_place(self, self._place):
            self.setWindowState(Qt.WindowState.WindowNoState)

    def toggle_full_screen(self) -> None:
        """Fill the display, or give it back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def end(self) -> None:
        """Close it: only the console does."""
        if self.isVisible():
            self.remember(display_of(self).name(), place_of(self))
            self.placed.emit(self._display, self._place)
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
