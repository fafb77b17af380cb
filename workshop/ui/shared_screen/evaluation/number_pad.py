"""A whole number by large keys or the keyboard, with its unit and its bounds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.evaluations import ItemRecord
from workshop.ui.shared_screen.evaluation.answer import Answer
from workshop.ui.shared_screen.evaluation.wording import read_number
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words
from workshop.ui.widgets.text_field import LineField

_MOST_DIGITS = 9


class NumberPad(Answer):
    """A field beside a keypad. What lies outside the bounds is told at once and is no answer."""

    def __init__(self, look: Look, item: ItemRecord, value: int | None) -> None:
        super().__init__()
        self._look, self._item = look, item
        say, px = look.language.say, look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(48))
        self.field = LineField("" if value is None else str(value), name=say("A number"))
        self.field.setObjectName("answer")
        self.field.setMaxLength(_MOST_DIGITS + 1)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # no syllable is begun by a digit
        self.field.setProperty("look", "stage-number")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setFixedWidth(px(300))
        self.field.edited.connect(self._edited)
        self.field.submitted.connect(lambda _text: self.passed.emit())
        self._words = QVBoxLayout()
        self._words.setSpacing(px(14))
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self.field)
        unit = look.language.pick(item.unit)
        line.addWidget(Words(unit, "title"), 1)
        self._words.addStretch(1)
        self._words.addLayout(line)
        self._words.addStretch(1)
        row.addLayout(self._words, 1)
        row.addLayout(self._pad(look))

    @property
    def is_whole(self) -> bool:
        """Whether the number lies within its bounds."""
        return not self.field.text() or read_number(self._item, self.field.text()) is not None

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Digits, and what takes them back."""
        say = self._look.language.say
        return [("0–9", say("A number")), ("Backspace", say("Erase"))]

    def focus_first(self) -> None:
        """The field has the keyboard."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Digits belong to the number, wherever the keyboard is, and Backspace as long as there are some."""
        if self.field.hasFocus():
            return False
        if event.text().isdigit() and event.text().isascii():
            self.add(event.text())
            return True
        return event.key() == Qt.Key.Key_Backspace and self.erase()

    def ask(self, *words: QWidget) -> None:
        """Place what is asked above the field, so that the keypad has the whole height to itself."""
        for place, each in enumerate(words, 1):
            self._words.insertWidget(place, each)

    def add(self, digit: str) -> None:
        """One more digit."""
        text = self.field.text()
        if len(text.lstrip("-")) < _MOST_DIGITS:
            self.field.set_value(digit if text == "0" else text + digit)

    def erase(self) -> bool:
        """Take the last digit back; whether there was one."""
        text = self.field.text()
        self.field.set_value(text[:-1])
        return bool(text)

    def turn(self) -> None:
        """Above zero or below."""
        text = self.field.text()
        self.field.set_value(text[1:] if text.startswith("-") else f"-{text}")

    def _pad(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(10))
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit, lambda digit=digit: self.add(digit)), place // 3, place % 3)
        erase = self._key("⌫", lambda: self.erase())
        erase.setObjectName("erase")
        erase.setAccessibleName(look.language.say("Delete the last digit"))
        grid.addWidget(self._key("0", lambda: self.add("0")), 3, 1)
        grid.addWidget(erase, 3, 2)
        if self._item.low < 0:
            turn = self._key("±", self.turn)
            turn.setObjectName("turn")
            turn.setAccessibleName(look.language.say("Above or below zero"))
            grid.addWidget(turn, 3, 0)
        return grid

    def _key(self, text: str, pressed: Callable[[], object]) -> TouchButton:
        key = TouchButton(text, f"key-{text}", look="stage-key")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has digits of its own
        key.clicked.connect(lambda _on=False: pressed())
        return key

    def _edited(self, text: str) -> None:
        language, item = self._look.language, self._item
        low, high = language.number(item.low), language.number(item.high)
        bounds = language.say("A number from {low} to {high} belongs here.", low=low, high=high)
        told = bounds if item.high > item.low else language.say("A whole number belongs here.")
        self.refused.emit("" if self.is_whole else told)
        self.given.emit(read_number(self._item, text))
