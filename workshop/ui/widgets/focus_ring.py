"""A ring around whatever has the keyboard, the same for every control and always visible.

A ring knows what it lies in by weak references alone. A window without a parent is destroyed with the last reference to it: were
that the reference of a ring that is just being destroyed, the window would destroy the ring once more and the process would end.
"""

import weakref
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QWidget

from workshop.ui.theme import Theme

W = TypeVar("W", bound=QWidget)
ROOM = 4  # pixels around the control


class FocusRings(QObject):
    """Puts a ring around the control with the keyboard, in every window below `root`.

    A control that shows it in its own way sets the property `ring` to False.
    """

    def __init__(self, theme: Theme, root: QWidget) -> None:
        super().__init__(root)
        self._theme = theme
        self._root = weakref.ref(root)
        self._ring: _Ring | None = None
        QApplication.instance().focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.leave()
        self._ring = None
        if new is None or not self._wants_ring(new):
            return
        host = _host_of(new)
        if host is not None:
            self._ring = _Ring(self._theme, host, new)

    def _wants_ring(self, widget: QWidget) -> bool:
        root = _alive(self._root)
        if root is None:
            return False
        window = widget.window()
        ours = window is root.window() or window.parentWidget() is root.window()
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return ours and tabbed and not widget.isWindow() and widget.property("ring") is not False


class _Ring(QWidget):
    """The ring itself, a child of the window or of the scrolled sheet in which the control lies."""

    def __init__(self, theme: Theme, host: QWidget, target: QWidget) -> None:
        super().__init__(host)
        self._theme, self._target = theme, target
        self._host = weakref.ref(host)
        self._field = isinstance(target, QLineEdit | QPlainTextEdit)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def leave(self) -> None:
        """Go away."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        host = _alive(self._host)
        if host is None or not shiboken6.isValid(self._target) or not self._target.isVisible():
            self.hide()
            return
        corner = self._target.mapTo(host, self._target.rect().topLeft())
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-ROOM, -ROOM, ROOM, ROOM))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control wherever it goes."""
        kind = QEvent.Type
        if event.type() in (kind.Move, kind.Resize, kind.Show, kind.Hide):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft halo around fields, a clear line around everything else."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._field:
            painter.setPen(QPen(self._theme.color("halo"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 9, 9)
        else:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()


def _alive(known: weakref.ref[W]) -> W | None:
    """What is referred to, unless it is gone or going."""
    widget = known()
    return widget if widget is not None and shiboken6.isValid(widget) else None


def _host_of(widget: QWidget) -> QWidget | None:
    """The sheet or viewport of the nearest scrolling area, or the window."""
    inner, outer = widget, widget.parentWidget()
    while outer is not None:
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and outer is area.viewport():
            return inner if inner is not widget else outer
        if outer.isWindow():
            return outer
        inner, outer = outer, area
    return None
