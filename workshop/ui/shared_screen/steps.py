"""Steps that the booths share: how it works, a last look before something is handed in, and a sentence in the middle."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop.ui.shared_screen.finger_scroll import FingerScroll
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card, foot, headline
from workshop.ui.shared_screen.step import Call, Step


class IntroStep(Step):
    """A title in very large type, how it works in a line or two, and what nobody can see."""

    def __init__(
        self, look: Look, told: str, *, above: str, title: str, lines: Sequence[str], promise: str, start: TouchButton,
        back: Call | None = None, beside: TouchButton | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, told, back)
        self.start_button = start
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        sheet = QWidget()
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(18))
        inner.addStretch(2)
        if above:
            inner.addWidget(Words(above, "strong", role="accent"))
        inner.addWidget(headline(look, title, QSize(look.px(BASE_WIDTH - 112), look.px(200))))
        for line in lines:
            inner.addWidget(Words(line, "body"))
        inner.addSpacing(look.px(14))
        inner.addWidget(promise_card(look, promise), 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(3)
        column.addWidget(FingerScroll(look, sheet), 1)
        back_button = back_to(look, back) if back is not None else None
        shown = [one for one in (beside, start) if one is not None]
        column.addLayout(foot(look, *([back_button] if back_button else []), None, *shown))

    def keys(self) -> Sequence[tuple[str, str]]:
        """Enter goes on."""
        return [("Enter", self.start_button.text()), *super().keys()]

    def focus_first(self, *, by_key: bool = True) -> None:
        """Enter goes on."""
        del by_key
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)


class LastLookStep(Step):
    """What was entered, seen once more; what cannot be undone is said first."""

    def __init__(
        self, look: Look, told: str, *, warning: str, title: str, sheet: QWidget, go: TouchButton, back: Call, problem: str
    ) -> None:  # fmt: skip
        super().__init__(look, told, back)
        self.go_button = go
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Words(warning, "strong", role="danger"))
        column.addWidget(Words(title, "title"))
        column.addSpacing(look.px(8))
        column.addWidget(FingerScroll(look, sheet), 1)
        self.problem = Words(problem, "strong", role="danger")
        column.addWidget(self.problem)
        self.problem.setVisible(bool(problem))
        self.back_button = back_to(look, back)
        column.addLayout(foot(look, self.back_button, None, go))

    def set_waiting(self, waits: bool) -> None:
        """While it is on its way nothing can be pressed."""
        self.go_button.setEnabled(not waits)
        self.back_button.setEnabled(not waits)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Tab leads to the button, Enter presses it."""
        say = self.look.language.say
        return [("Tab", say("Next field")), ("Enter", say("Press the button")), *super().keys()]

    def focus_first(self, *, by_key: bool = True) -> None:
        """The careful choice has the keyboard: nothing is handed in by a key pressed too long."""
        if by_key:
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)


class NoteStep(Step):
    """A sentence in the middle, with an icon: it is done, or there is nothing to do now."""

    def __init__(self, look: Look, icon: str, title: str, text: str, *, tone: str = "accent") -> None:
        super().__init__(look, f"{title} {text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(18))
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, look.px(132), tone))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = headline(look, title, QSize(look.px(BASE_WIDTH - 112), look.px(150)))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(picture)
        column.addWidget(words)
        column.addWidget(Words(text, "body", role="muted", center=True))
        column.addStretch(3)

    def focus_first(self, *, by_key: bool = True) -> None:
        """There is nothing to press; the keyboard stays away from the wishes of the next one."""
        del by_key
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def promise_card(look: Look, text: str) -> QWidget:
    """What nobody can see, beside a tick."""
    frame, column = card(look, soft=True, margin=20)
    row = QHBoxLayout()
    row.setSpacing(look.px(16))
    picture = QLabel()
    side = round(look.size("body") * 1.25)
    picture.setPixmap(look.pixmap("circle-check", side, "accent"))
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Words(text, "body"), 1)
    column.addLayout(row)
    return frame


def back_to(look: Look, back: Call) -> TouchButton:
    """The button that leads one step back."""
    button = TouchButton(look.language.say("Back"), "back")
    button.clicked.connect(lambda _on=False: back())
    return button


def go_on(text: str, name: str, call: Call) -> TouchButton:
    """The one filled button of a step."""
    button = TouchButton(text, name, primary=True)
    button.clicked.connect(lambda _on=False: call())
    return button
