"""What every booth has in common: one participant at a time, wishes of their own, and nothing kept for the next."""

import math
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.idle_warning import IdleWarning
from workshop.ui.shared_screen.key_line import KeyLine
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import announce
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.step import ENTERS, Step
from workshop.ui.shared_screen.wishes import WishBar
from workshop.ui.widgets.composing import Composing

_TOUCHES = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.InputMethod,
}  # fmt: skip
_POINTS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_SCANNED = 3  # digits that come so fast were not typed by hand


class Booth(Scene):
    """A booth: a bar with a participant's wishes above, the present step below.

    What a participant has entered lives in plain values of the subclass, which `forget` throws away; every widget is
    made anew for each step, so that no field, undo history or focus outlives it.
    """

    is_bright = True

    def __init__(self, ground: Ground, look: Look) -> None:
        super().__init__(ground, look)
        self._base = look
        self._waiting_look: Look | None = None
        self._touched = ground.clock.seconds
        self._digits_at: list[float] = []
        self._by_key = False  # whoever uses the keyboard is shown where it is, a finger is not
        self._shown_at = ground.clock.seconds
        self._left_focus = ""
        self.step: Step | None = None
        self.warning: IdleWarning | None = None

    # What a booth says of itself.

    def make_step(self) -> Step:
        """The present step in the present look."""
        raise NotImplementedError

    def forget(self) -> None:
        """Throw away everything a participant has entered and go to the first step."""
        raise NotImplementedError

    @property
    def is_occupied(self) -> bool:
        """Whether a participant has begun."""
        raise NotImplementedError

    @property
    def is_waiting(self) -> bool:
        """Whether an answer of the library is awaited, so that nothing may be cleared."""
        return False

    @property
    def ends_itself(self) -> bool:
        """Whether the present step is the last one, which clears itself."""
        return False

    @property
    def is_private(self) -> bool:
        """What somebody enters is nobody else's business."""
        return self.is_occupied

    @property
    def is_busy(self) -> bool:
        """Somebody is in the booth."""
        return self.is_occupied or self.has_wishes

    @property
    def has_wishes(self) -> bool:
        """Whether the look is not the one the booth began with."""
        return self.look is not self._base

    # Participants come and go.

    def begin_anew(self) -> None:
        """Be ready for the next participant: nothing of the last one stays."""
        self.forget()
        if self._waiting_look is not None:
            self._base, self._waiting_look = self._waiting_look, None
        self.look = self._base
        self._digits_at = []
        self.refresh()

    def go(self) -> None:
        """Show the present step anew."""
        self._shown_at = self.ground.clock.seconds
        self.refresh()

    def relook(self, look: Look) -> None:
        """Another look of the stage: at once where nobody is here, else for the next."""
        if self.is_busy:
            self._waiting_look = look
            if look.zoom != self.look.zoom:
                self.look = Look(self.look.language, self.look.theme, look.zoom, self.look.text, bright=True)
                self.keep_focus(self.refresh)
            return
        self._base = look
        super().relook(look)

    def wish(self, **wishes: Any) -> None:
        """What a participant wishes: language, text size, contrast."""
        if self.step is not None:
            self.step.commit()
        if wishes.get("contrast") is False:
            wishes = {"code": self.look.language.code, "text": self.look.text}
            self.look = self._base.wished(**wishes)
        else:
            self.look = self.look.wished(**wishes)
        self.keep_focus(self.refresh)

    def keep_focus(self, change: Any) -> None:
        """Let the keyboard stay with what has the same name after a change."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        change()
        if name:
            self.focus_named(name)

    def focus_named(self, name: str) -> None:
        """Give the keyboard to the control of a name, where there is one."""
        control = self.findChild(QWidget, name) if name else None
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    # Time.

    def touched(self) -> None:
        """Somebody is here."""
        self._touched = self.ground.clock.seconds
        if self.warning is not None:
            self.warning.hide()
            self.warning.deleteLater()
            self.warning = None
            if self.view is not None:
                self.view.show()
            self.focus_named(self._left_focus)

    def tick(self) -> None:
        """Clear what is over, warn where nobody seems to be here any more."""
        now = self.ground.clock.seconds
        if self.ends_itself:
            if now - self._shown_at >= timing.DONE:
                self.begin_anew()
            return
        if self.is_waiting or not self.is_busy:
            self._touched = now
            return
        idle = now - self._touched
        if idle >= timing.IDLE + timing.WARNING or (idle >= timing.IDLE and not self.is_occupied):
            self.begin_anew()
        elif idle >= timing.IDLE:
            self._warn(math.ceil(timing.IDLE + timing.WARNING - idle))

    def _warn(self, seconds: int) -> None:
        if self.warning is None:
            last = self._touched
            if self.step is not None:
                self.step.commit()
            self._touched = last  # that was nobody's touch
            focus = QApplication.focusWidget()
            self._left_focus = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
            self.warning = IdleWarning(self, self.look, seconds)
            self.warning.installEventFilter(self)
            self.warning.button.installEventFilter(self)
            self.warning.button.clicked.connect(self.touched)
            self.warning.show()
            if self.view is not None:
                self.view.hide()  # neither seen nor heard below the question
            self.warning.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.warning.count(seconds)

    # The view.

    def make_view(self) -> QWidget:
        """The wishes above, the step in the middle, its keys below."""
        if self.warning is not None:
            self.touched()
        px = self.look.px
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(px(56), px(28), px(56), px(8))
        column.setSpacing(px(16))
        bar = WishBar(self.look, strong=self.look.theme is not self._base.theme)
        bar.wished.connect(lambda wishes: self.wish(**wishes))
        column.addWidget(bar)
        self.step = self.make_step()
        column.addWidget(self.step, 1)
        column.setSpacing(px(12))
        column.addWidget(KeyLine(self.look, self.step.keys()))
        return view

    def view_made(self) -> None:
        """Watch what is touched, and give the keyboard to what comes next."""
        self.touched()
        for widget in self.findChildren(QWidget):
            widget.installEventFilter(self)
        if self.step is not None and self.isVisible():
            self.step.focus_first(by_key=self._by_key)
            announce(self.step, self.step.accessibleName())

    # What is touched.

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key is taken before the control with the keyboard gets it."""
        now = self.ground.clock.seconds
        if self.step is not None and self.step.take_key(event):
            return True
        if event.text().isdigit():
            self._digits_at = [*self._digits_at[1 - _SCANNED :], now]
        if event.key() == Qt.Key.Key_Escape:
            if self.step is not None and not self.is_waiting:
                self.step.go_back()
            return True
        if event.key() not in ENTERS or _writes(QApplication.focusWidget()):
            return False
        # A name tag scanned where no code is asked for ends with Enter, which must press nothing; nor must a key held down.
        scanned = len(self._digits_at) == _SCANNED and now - self._digits_at[0] < timing.SCAN
        return scanned or event.isAutoRepeat()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is here."""
        if event.type() not in _TOUCHES or not shiboken6.isValid(self):
            return False
        if event.type() in _POINTS:
            self._by_key = event.type() == QEvent.Type.KeyPress
            if self.step is not None:
                self.step.by_key = self._by_key
        warned = self.warning is not None
        if event.type() != QEvent.Type.MouseMove or warned:
            self.touched()
        if warned:
            return True
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return self.ground.clock.seconds - self._shown_at < timing.BOUNCE
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.take_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no control has taken, and that no control had seen before."""
        if QApplication.focusWidget() in (None, self, self.window()):
            self.touched()
            if self.take_key(event):
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The warning covers everything."""
        super().resizeEvent(event)
        if self.warning is not None:
            self.warning.setGeometry(self.rect())


def _writes(widget: QWidget | None) -> bool:
    return isinstance(widget, Composing)
