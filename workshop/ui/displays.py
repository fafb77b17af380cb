"""Which display something is on.

Not by `QWidget.screen()`: PySide (tried: 6.11) takes the display it returns for a child of the widget. When Python disposes of
the widget the display goes with it, and the next window ends the process. tests/ui/test_qt_binding.py watches over it.
"""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def display_of(widget: QWidget) -> QScreen:
    """The display in which the middle of a window lies, else the first one."""
    window = widget.window()
    return QGuiApplication.screenAt(window.frameGeometry().center()) or QGuiApplication.primaryScreen()
