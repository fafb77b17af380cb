"""What every booth has in common: one participant at a time, wishes of their own, and nothing kept for the next."""

import math
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import CODES, NAMES
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.look import TEXT_SIZES, TOUCH, Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.widgets.composing import Composing

_TOUCHES = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.InputMethod,
}  # fmt: skip
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Step(QWidget):
    """One step of a booth; it is made anew each time it is shown and keeps nothing."""

    is_first = False

    def focus_first(self) -> None:
        """Give the keyboard to what is obviously next."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the step takes this key, wherever the keyboard is."""
        del event
        return False

    def commit(self) -> None:
        """Put in what an input method is still composing."""
        for field in self.findChildren(QWidget):
            if isinstance(field, Composing):
                field.commit_composition()


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
        self._digit_at = -math.inf
        self._shown_at = ground.clock.seconds
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
        self._digit_at = -math.inf
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
        control = self.findChild(QWidget, name)
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
            self.warning = IdleWarning(self)
            self.warning.installEventFilter(self)
            self.warning.button.installEventFilter(self)
            self.warning.button.clicked.connect(self.touched)
            self.warning.show()
            self.warning.raise_()
        self.warning.count(seconds)

    # The view.

    def make_view(self) -> QWidget:
        """The bar above, the step below."""
        if self.warning is not None:
            self.touched()
        px = self.look.px
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(px(56), px(28), px(56), px(30))
        column.setSpacing(px(16))
        column.addLayout(self._bar())
        self.step = self.make_step()
        column.addWidget(self.step, 1)
        return view

    def view_made(self) -> None:
        """Watch what is touched, and give the keyboard to what comes next."""
        self.touched()
        for widget in self.findChildren(QWidget):
            widget.installEventFilter(self)
        if self.step is not None and self.isVisible():
            self.step.focus_first()

    def _bar(self) -> QHBoxLayout:
        look, say = self.look, self.look.language.say
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        for code in CODES:
            button = self._wish_button(NAMES.get(code, code), f"language-{code}", look.language.code == code)
            button.clicked.connect(lambda _on=False, code=code: self.wish(code=code))
            row.addWidget(button)
        row.addStretch(1)
        for place, text in enumerate(TEXT_SIZES):
            button = self._wish_button(say("A"), f"text-{text}", look.text == text)
            button.setAccessibleName(say("Text size {n} %", n=text))
            button.setStyleSheet(f"font-size: {look.px((17, 23, 30)[place])}px; font-weight: 600;")
            button.clicked.connect(lambda _on=False, text=text: self.wish(text=text))
            row.addWidget(button)
        strong = look.theme is not self._base.theme
        button = self._wish_button(say("High contrast"), "contrast", strong)
        button.clicked.connect(lambda _on=False: self.wish(contrast=not strong))
        row.addWidget(button)
        return row

    @staticmethod
    def _wish_button(text: str, name: str, chosen: bool) -> TouchButton:
        button = TouchButton(text, name, look="stage-wish")
        button.setCheckable(True)
        button.setChecked(chosen)
        return button

    # What is touched.

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key is taken before the control with the keyboard gets it."""
        now = self.ground.clock.seconds
        if self.step is not None and self.step.take_key(event):
            return True
        if event.text().isdigit():
            self._digit_at = now
        # A name tag scanned where no code is asked for ends with Enter, which must press nothing.
        return event.key() in _ENTERS and now - self._digit_at < timing.SCAN and not _writes(QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is here."""
        if event.type() not in _TOUCHES or not shiboken6.isValid(self):
            return False
        warned = self.warning is not None
        if event.type() != QEvent.Type.MouseMove or warned:
            self.touched()
        if warned:
            return True
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


class IdleWarning(QWidget):
    """Covers the booth: is anybody still here?"""

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth)
        look = booth.look
        self._look = look
        self.setObjectName("scene")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(booth.rect())
        say = look.language.say
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(56), look.px(56), look.px(56), look.px(56))
        frame, column = card(look, margin=48, spacing=18)
        frame.setFixedWidth(look.px(960))
        column.addWidget(Words(say("Are you still there?"), "title"))
        self._words = Words("", "body")
        column.addWidget(self._words)
        column.addSpacing(look.px(10))
        self.button = TouchButton(say("I am still here"), "still-here", primary=True)
        self.button.setMinimumHeight(look.px(TOUCH))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addStretch(1)
        row = QHBoxLayout()  # centred so, the frame keeps the height that its words need
        row.addStretch(1)
        row.addWidget(frame)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.button.setFocus()

    def count(self, seconds: int) -> None:
        """Say how long it takes until everything is cleared."""
        say_many = self._look.language.say_many
        self._words.setText(
            say_many(
                "Nothing was touched for a while. In {n} second everything is cleared, and nothing is kept.",
                "Nothing was touched for a while. In {n} seconds everything is cleared, and nothing is kept.",
                seconds,
            )
        )


def foot(look: Look, *widgets: QWidget | None) -> QHBoxLayout:
    """The row at the bottom: what leads back at the left, what is next at the right; None is the space between."""
    row = QHBoxLayout()
    row.setSpacing(look.px(20))
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def large_number(look: Look, pixels: int) -> Any:
    """A font for large figures."""
    return make_font(look.px(pixels), 700)


def _writes(widget: QWidget | None) -> bool:
    return isinstance(widget, Composing)
