"""The fields of one paper form: a digit is enough, then the next field has the keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.text_field import LineField

KEYS = "1234567890abcdefghijklmnop"  # what is typed for the first choice, the second …
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _KeyField(QLineEdit):
    """A field that takes single keys, whatever the input method; Enter goes on, Backspace in an empty one goes back."""

    filled = Signal()
    emptied = Signal()
    refused = Signal()

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
        modified = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if modified or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
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


class NumberField(QLineEdit):
    """A whole number; Enter goes on."""

    filled = Signal()
    emptied = Signal()
    refused = Signal()

    def __init__(self, width: int, low: int, high: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFixedWidth(width)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if high > low:
            self.setValidator(QIntValidator(low, high, self))
        else:
            self.setValidator(QIntValidator(self))

    @property
    def value(self) -> AnswerValue | None:
        """The number, none where it is left out."""
        return int(self.text()) if self.hasAcceptableInput() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Backspace in an empty field goes back."""
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            (self.filled if self.hasAcceptableInput() or not self.text() else self.refused).emit()
        elif event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Backspace and not self.text()):
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class WordsField(LineField):
    """Free words; Enter goes on."""

    filled = Signal()
    emptied = Signal()
    refused = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self.submitted.connect(lambda _text: self.filled.emit())


def make_field(desk: Desk, item: ItemRecord, most: int) -> Any:
    """The field of an item; `most` bounds the choices of a multiple one."""
    px, text = desk.type.px, desk.language.pick(item.text)
    keys: dict[str, AnswerValue] = dict(zip(KEYS, item.labels, strict=False))
    field: QWidget
    if item.kind is ItemKind.LIKERT and item.high <= 9:
        field = StepField(px(64), {str(value): value for value in range(item.low, item.high + 1)})
    elif item.kind is ItemKind.SINGLE:
        field = StepField(px(64), keys)
    elif item.kind is ItemKind.MULTIPLE:
        field = ManyField(px(120), keys, most)
    elif item.kind is ItemKind.TEXT:
        field = WordsField(text, "")
    else:
        field = NumberField(px(90), item.low, item.high)
    field.setAccessibleName(text)
    field.setAccessibleDescription(", ".join(f"{key} {words}" for key, words in choices(desk, item)))
    return field


def choices(desk: Desk, item: ItemRecord) -> Sequence[tuple[str, str]]:
    """What can be typed and what it means."""
    pick = desk.language.pick
    if item.kind is ItemKind.LIKERT:
        return [(value, pick(words)) for value, words in item.labels.items()]
    return [(key, pick(words)) for key, words in zip(KEYS, item.labels.values(), strict=False)]
