"""Where a window is, as a text for the settings, and put back there: always on a display that is there, never outside it.

Qt's own `restoreGeometry` gives up where the display has another width than before, and then forgets that the window filled it.
"""

import re

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QStyle, QWidget

from workshop.ui.displays import display_of

_EDGE = 4  # pixels
_TEXT = re.compile(
    r"(?P<x>-?\d{1,5}),(?P<y>-?\d{1,5}) (?P<w>\d{1,5})x(?P<h>\d{1,5}) (?P<state>filling|free) (?P<display>.*)"
)


def place_of(window: QWidget) -> str:
    """The place of a window on its display: corner, size, whether it fills the display, name of the display."""
    screen = display_of(window)
    filling = bool(window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))
    normal = window.normalGeometry()
    corner = (normal.topLeft() if filling and normal.isValid() else window.pos()) - screen.geometry().topLeft()
    size = normal.size() if filling and normal.isValid() else window.size()
    state = "filling" if filling else "free"
    return f"{corner.x()},{corner.y()} {size.width()}x{size.height()} {state} {screen.name()}"


def put_in_place(window: QWidget, text: str) -> bool:
    """Put a window back where `place_of` found it; False where the text says nothing.

    On another or a smaller display than then it is moved and made smaller until it can be seen whole.
    """
    found = _TEXT.fullmatch(text)
    if found is None:
        return False
    screen = display_named(found["display"]) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    least = window.minimumSize()
    frame = _frame_of(window)
    size = QSize(int(found["w"]), int(found["h"])).boundedTo(room.size() - frame).expandedTo(least)
    corner = screen.geometry().topLeft() + QPoint(int(found["x"]), int(found["y"]))
    corner.setX(max(room.left(), min(corner.x(), room.right() + 1 - size.width() - frame.width())))
    corner.setY(max(room.top(), min(corner.y(), room.bottom() + 1 - size.height() - frame.height())))
    window.setScreen(screen)
    window.resize(size)
    window.move(corner)
    if found["state"] == "filling":
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    return True


def _frame_of(window: QWidget) -> QSize:
    """What the frame of the desktop will add to a window; only a guess, since it is not there before the window is."""
    return QSize(2 * _EDGE, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight) + 2 * _EDGE)


def display_named(name: str) -> QScreen | None:
    """The display of a name, None where there is none."""
    return next((screen for screen in QGuiApplication.screens() if name and screen.name() == name), None)
