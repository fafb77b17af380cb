"""The fields of one paper form: a digit is enough, then the next field has the keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.text_field import LineField

KEYS = "1234567890abcdefghijklmnop"  # what is typed for the first choice, the second …
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_DIGITS = 9


class _KeyField(QLineEdit):
    """A field that takes single keys, whatever the input method; Enter goes on, Backspace in an empty one goes back."""

    filled = Signal()
    emptied = Signal()
    refused = Signal()
    keys = ""  # what can be typed, in words

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # no syllable is begun by a digit
        self.setFixedWidth(width)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def take(self, key: str) -> None:
        """Use a typed key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is looked at by itself."""
        if _modified(event) or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            event.ignore()
        elif event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            self.filled.emit()
        elif event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Backspace and not self.text()):
            self.emptied.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear()
        elif event.text().strip():
            self.take(event.text().lower())


class StepField(_KeyField):
    """One key for one answer: a step of a scale, or a choice."""

    def __init__(self, width: int, values: dict[str, AnswerValue]) -> None:
        super().__init__(width)
        self._values = values

    @property
    def value(self) -> AnswerValue | None:
        """The answer, none where it is left out."""
        return self._values.get(self.text())

    def take(self, key: str) -> None:
        """A known key is the answer."""
        if key in self._values:
            self.setText(key)
            self.filled.emit()
        else:
            self.refused.emit()


class ManyField(_KeyField):
    """Several keys for several choices; a key again takes its choice back."""

    def __init__(self, width: int, values: dict[str, AnswerValue], most: int) -> None:
        super().__init__(width)
        self._values, self._most = values, most

    @property
    def value(self) -> AnswerValue | None:
        """The choices, none where it is left out."""
        return [str(self._values[key]) for key in self.text().split(" ") if key] or None

    def take(self, key: str) -> None:
        """Add the choice of a key, or take it back."""
        keys = self.text().split()
        if key not in self._values or (key not in keys and self._most and len(keys) >= self._most):
            self.refused.emit()
            return
        keys.remove(key) if key in keys else keys.append(key)
        self.setText(" ".join(keys))
        if self._most and len(keys) == self._most:
            self.filled.emit()


class RankField(ManyField):
    """The keys of the choices from the first place on; the last one jumps on, Backspace takes the last back."""

    def take_back(self) -> None:
        """Take the last place back."""
        self.setText(" ".join(self.text().split()[:-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes one place back, not all."""
        if event.key() == Qt.Key.Key_Backspace and self.text():
            self.take_back()
        else:
            super().keyPressEvent(event)


class NumberField(QLineEdit):
    """A whole number; Enter goes on. A step of a scale goes on by itself as soon as no longer one begins so."""

    filled = Signal()
    emptied = Signal()
    refused = Signal()

    def __init__(self, width: int, low: int, high: int, *, jumps: bool = False) -> None:
        super().__init__()
        self._low, self._high, self._jumps = low, high, jumps
        self.keys = f"{low}–{high}" if high > low else ""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFixedWidth(width)
        self.setMaxLength(10)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @property
    def value(self) -> AnswerValue | None:
        """The number, none where it is left out."""
        return int(self.text()) if self._is_number(self.text()) else None

    @property
    def is_whole(self) -> bool:
        """Whether what stands in it is a number within its bounds, or nothing."""
        return not self.text() or self._is_number(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit after which no number can come is refused at once; Enter goes on, Backspace in an empty field back."""
        typed = event.text()
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            (self.filled if self.is_whole else self.refused).emit()
        elif event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Backspace and not self.text()):
            self.emptied.emit()
        elif typed.strip() and typed.isprintable() and not _modified(event):
            self._take(typed)
        else:
            super().keyPressEvent(event)

    def _take(self, typed: str) -> None:
        text = typed if self.hasSelectedText() else self.text() + typed
        if not self._may_become(text):
            self.refused.emit()
            return
        self.setText(text)
        longer = any(self._may_become(text + digit) for digit in "0123456789")
        if self._jumps and self._is_number(text) and not longer:
            self.filled.emit()

    def _is_number(self, text: str) -> bool:
        try:
            number = int(text)
        except ValueError:
            return False
        return self._high <= self._low or self._low <= number <= self._high

    def _may_become(self, text: str) -> bool:
        """Whether a number within the bounds is or begins so."""
        if text == "-":
            return self._high <= self._low or self._low < 0
        digits = text.removeprefix("-")
        if not (digits.isdecimal() and digits.isascii()) or (len(digits) > 1 and digits[0] == "0"):
            return False
        if self._high <= self._low:
            return len(digits) <= _MOST_DIGITS
        low, high = (-self._high, -self._low) if text.startswith("-") else (self._low, self._high)
        least = most = int(digits)
        while least <= high and not (least <= high and most >= low):
            least, most = least * 10, most * 10 + 9
        return least <= high


class WordsField(LineField):
    """Free words; Enter goes on."""

    filled = Signal()
    emptied = Signal()
    refused = Signal()
    keys = ""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self.submitted.connect(lambda _text: self.filled.emit())


def make_field(desk: Desk, item: ItemRecord) -> Any:
    """The field of an item; none for a photo, which is not on paper."""
    px, text = desk.type.px, desk.language.pick(item.text)
    keys: dict[str, AnswerValue] = dict(zip(KEYS, item.labels, strict=False))
    field: Any
    if item.kind is ItemKind.PHOTO:
        return None
    if item.kind is ItemKind.LIKERT and item.low >= 0 and item.high <= 9:
        field = StepField(px(64), {str(value): value for value in range(item.low, item.high + 1)})
        field.keys = f"{item.low}–{item.high}"
    elif item.kind is ItemKind.SINGLE:
        field = StepField(px(64), keys)
    elif item.kind is ItemKind.MULTIPLE:
        field = ManyField(px(120), keys, item.most)
    elif item.kind is ItemKind.RANKING:
        field = RankField(px(120), keys, item.most or len(keys))
    elif item.kind is ItemKind.TEXT:
        field = WordsField(text, "")
    else:
        field = NumberField(px(90), item.low, item.high, jumps=item.kind is ItemKind.LIKERT)
    if item.labels and item.kind is not ItemKind.LIKERT:
        field.keys = f"{KEYS[0]}–{KEYS[min(len(item.labels), len(KEYS)) - 1]}"
    field.setAccessibleName(text)
    field.setAccessibleDescription(", ".join(f"{key} {words}" for key, words in choices(desk, item)))
    return field


def choices(desk: Desk, item: ItemRecord) -> Sequence[tuple[str, str]]:
    """What can be typed and what it means."""
    pick = desk.language.pick
    if item.kind is ItemKind.LIKERT:
        return [(value, pick(words)) for value, words in item.labels.items()]
    return [(key, pick(words)) for key, words in zip(KEYS, item.labels.values(), strict=False)]


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
