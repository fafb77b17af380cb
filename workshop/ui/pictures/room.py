"""How much room a large dialog has."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def room_over(parent: QWidget) -> QSize:
    """Nearly as large as the main window that everything lies over."""
    window = parent.window()
    while (below := window.parentWidget()) is not None:
        window = below.window()
    return QSize(window.width() * 92 // 100, window.height() * 92 // 100)
