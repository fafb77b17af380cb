"""What floats above a page for a while: at its foot, in the middle, never in the way of the keyboard."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from workshop.ui.motion import Motion
from workshop.ui.widgets.headings import BodyLabel
from workshop.ui.widgets.look import paint_surface

DISTANCE = 24  # pixels from the foot of the page
GAP = 12  # pixels above what would lie under it
RISE = 10  # pixels it comes up when it appears
KEY = "F6"  # brings the keyboard to it
_CONTROLS = QAbstractButton | QLineEdit | QPlainTextEdit | QTextEdit  # what somebody may want to use under it
_FIRST_LOOK_MS, _LETTER_MS = 3000, 90  # time to notice it, and to read a letter without haste


class Floating(QWidget):
    """A dark strip with a text. It comes softly and leaves by itself once there was time to read it.

    It stays while the pointer rests on it or the keyboard is in it. F6 brings the keyboard to it, Escape closes it, and the
    keyboard goes back to where it was. `seconds` is the least it stays.
    """

    look = "toast"

    def __init__(self, over: QWidget, seconds: int) -> None:
        super().__init__(over)
        self.setProperty("look", self.look)
        self._over = over
        self._least_ms = seconds * 1000
        self._before: QWidget | None = None  # had the keyboard before it came here
        self._text = BodyLabel(wrap=False)
        self._text.setProperty("look", "toast")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(18, 10, 12, 10)
        self.row.setSpacing(14)
        self.row.addWidget(self._text, 1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self._rising = Motion(self, self._rise)
        self._foot = QPoint()
        QShortcut(QKeySequence(KEY), self, self._take_keyboard, context=Qt.ShortcutContext.WindowShortcut)
        QApplication.instance().focusChanged.connect(self._keyboard_moved)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def stays_for(self) -> int:
        """How long it stays in milliseconds, unless somebody points at it: longer texts longer."""
        return max(self._least_ms, _FIRST_LOOK_MS + _LETTER_MS * len(self.text))

    def show_text(self, text: str) -> None:
        """Say something, for a while; those who listen are told at once."""
        appears = not self.isVisible()
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        if appears:
            self._rising.start()
        self._count_anew()
        announce(self, text)

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
        self._foot = self._free_place(QSize(width, height))
        self._rise(self._rising.value)

    def _free_place(self, size: QSize) -> QPoint:
        """In the middle of the foot; beside or above what can be used there, or over as little of it as can be."""
        foot, last = self._over.height() - size.height() - DISTANCE, self._over.width() - size.width()
        taken = [
            QRect(control.mapTo(self._over, QPoint()), control.size())
            for control in self._over.findChildren(QWidget)
            if isinstance(control, _CONTROLS) and control.isVisible() and not self.isAncestorOf(control)
        ]
        below = [control.top() for control in taken if control.bottom() >= foot]
        above = min(below, default=foot) - size.height() - GAP
        places = [QPoint(left, top) for top in (foot, above) for left in (last // 2, last - DISTANCE, DISTANCE)]

        def covered(place: QPoint) -> int:
            over = (QRect(place, size).intersected(control) for control in taken)
            return sum(part.width() * part.height() for part in over)

        return min(places, key=covered)

    def _rise(self, part: float) -> None:
        self.move(self._foot + QPoint(0, round(RISE * (1 - part))))

    def _count_anew(self) -> None:
        """Begin to count, unless somebody is here."""
        if not self.isVisible() or self.underMouse() or self._has_keyboard():
            self._clock.stop()
        else:
            self._clock.start(self.stays_for)

    def _has_keyboard(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def _take_keyboard(self) -> None:
        buttons = (button for button in self.findChildren(QAbstractButton) if button.isVisible())
        if first := next(buttons, None):
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keyboard_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if not shiboken6.isValid(self):
            return  # the window is being put away
        came, left = (widget is not None and self.isAncestorOf(widget) for widget in (now, before))
        if came and not left:
            self._before = before
        if came or left:
            self._count_anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the page changes its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back."""
        self._clock.stop()
        self._rising.stop()
        super().hideEvent(event)

    def setVisible(self, visible: bool) -> None:
        """Give the keyboard back before it would wander on by itself."""
        if not visible and self._has_keyboard():
            if self._before is not None and shiboken6.isValid(self._before) and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None
        super().setVisible(visible)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever points at it reads it."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew."""
        super().leaveEvent(event)
        self._count_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the style sheet says."""
        paint_surface(self)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something without moving the keyboard."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
