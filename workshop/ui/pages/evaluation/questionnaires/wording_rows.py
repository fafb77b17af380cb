"""Texts in both languages side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from workshop.services.evaluation.instrument_shape import Wording
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.text_field import LineField, NoteField

TextField = LineField | NoteField


class WordingPair(QWidget):
    """Korean at the left, English at the right; what is left out in English is shown in Korean."""

    edited = Signal()

    def __init__(self, desk: Desk, name: str, words: str, wording: Wording, *, lines: int = 1) -> None:
        super().__init__()
        self._shown = wording
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.korean = self._field(f"{name}-ko", f"{words} · 한국어", wording.ko, lines)
        self.english = self._field(f"{name}-en", f"{words} · English", wording.en, lines)
        row.addWidget(self.korean, 1)
        row.addWidget(self.english, 1)

    @property
    def value(self) -> Wording:
        """What stands in the fields."""
        return Wording(ko=self.korean.value, en=self.english.value)

    def show_wording(self, wording: Wording) -> None:
        """Show another text where it was changed elsewhere; what is being typed stays."""
        for field, new, old in ((self.korean, wording.ko, self._shown.ko), (self.english, wording.en, self._shown.en)):
            if new != old and field.value == old:
                field.set_value(new)
        self._shown = wording

    def _field(self, name: str, words: str, text: str, lines: int) -> TextField:
        field: TextField
        if lines > 1:
            field = NoteField(text, name=words, lines=lines)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            field = LineField(text, name=words)
        field.setObjectName(name)
        field.edited.connect(lambda _text: self.edited.emit())
        return field


class LabelRows(QWidget):
    """The words of steps or choices; choices can be moved (Alt and an arrow) and removed."""

    edited = Signal()
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, desk: Desk, rows: Sequence[tuple[str, str, Wording]], *, loose: bool) -> None:
        super().__init__()
        self._loose = loose
        self.pairs: dict[str, WordingPair] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        say = desk.language.say
        for line, (value, shown, wording) in enumerate(rows):
            number = MutedLabel(shown)
            number.setMinimumWidth(desk.type.px(20))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, line, 0)
            pair = WordingPair(desk, f"label-{value}", shown, wording)
            pair.edited.connect(self.edited)
            self.pairs[value] = pair
            grid.addWidget(pair, line, 1)
            if loose:
                button = IconButton(desk.icons.icon("x"), say("Remove choice {n}", n=shown))
                button.setObjectName(f"remove-{value}")
                button.clicked.connect(lambda _on=False, value=value: self.removed.emit(value))
                grid.addWidget(button, line, 2)

    @property
    def labels(self) -> dict[str, Wording]:
        """What stands in the fields, by value."""
        return {value: pair.value for value, pair in self.pairs.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the choice that has the keyboard."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        value = next((value for value, pair in self.pairs.items() if pair.isAncestorOf(self.focusWidget() or self)), "")
        if self._loose and by and value and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(value, by)
        else:
            super().keyPressEvent(event)
