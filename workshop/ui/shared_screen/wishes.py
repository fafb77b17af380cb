"""What a participant may wish at the top of a booth: language, size of text, contrast."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.language import CODES, NAMES
from workshop.ui.shared_screen.look import TEXT_SIZES, Look
from workshop.ui.shared_screen.parts import TouchButton


class WishBar(QWidget):
    """One row of buttons; `wished` tells what to change, by the names of `Look.wished`."""

    wished = Signal(dict)

    def __init__(self, look: Look, *, strong: bool) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        say = look.language.say
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        for code in CODES:
            row.addWidget(
                self._button(NAMES.get(code, code), f"language-{code}", look.language.code == code, code=code)
            )
        row.addStretch(1)
        for place, text in enumerate(TEXT_SIZES):
            button = self._button(say("A"), f"text-{text}", look.text == text, text=text)
            button.setAccessibleName(say("Text size {n}%", n=text))
            button.setStyleSheet(f"font-size: {look.px((17, 23, 30)[place])}px; font-weight: 600;")
            row.addWidget(button)
        row.addWidget(self._button(say("High contrast"), "contrast", strong, contrast=not strong))

    def _button(self, words: str, name: str, chosen: bool, **wish: object) -> TouchButton:
        button = TouchButton(words, name, look="stage-wish")
        button.setCheckable(True)
        button.setChecked(chosen)
        button.clicked.connect(lambda _on=False: self.wished.emit(wish))
        return button
