"""Is anybody still at the booth?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card


class IdleWarning(QWidget):
    """Covers the booth and counts the seconds until everything is cleared; a touch anywhere sends it away."""

    def __init__(self, booth: QWidget, look: Look, seconds: int) -> None:
        super().__init__(booth)
        self._look = look
        self.setObjectName("scene")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(booth.rect())
        say = look.language.say
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(56), look.px(40), look.px(56), look.px(40))
        frame, column = card(look, margin=48, spacing=18)
        frame.setFixedWidth(look.px(1000))
        self._number = Words("", "clock", role="accent", wrap=False)
        self._number.setMinimumWidth(look.px(150))
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = Words("", "body")
        row = QHBoxLayout()
        row.setSpacing(look.px(40))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(look.px(14))
        words.addWidget(Words(say("Are you still there?"), "title"))
        words.addWidget(self._words)
        row.addLayout(words, 1)
        column.addLayout(row)
        column.addSpacing(look.px(10))
        self.button = TouchButton(say("I am still here"), "still-here", primary=True)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.count(seconds)
        outer.addStretch(1)
        middle = QHBoxLayout()  # centred so, the frame keeps the height that its words need
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    def count(self, seconds: int) -> None:
        """Say how long it takes until everything is cleared."""
        language = self._look.language
        self._number.setText(language.number(seconds))
        self._words.setText(
            language.say_many(
                "Nothing was touched for a while. In {n} second everything is cleared, and nothing is kept.",
                "Nothing was touched for a while. In {n} seconds everything is cleared, and nothing is kept.",
                seconds,
            )
        )
