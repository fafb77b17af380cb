"""The questions of one paper form as fields below each other; the next one has the keyboard as soon as one is filled."""

import itertools
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.services.evaluation.conditions import asked_items
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING
from workshop.ui.pages.evaluation.paper_fields import KEYS, WordsField, choices, make_field
from workshop.ui.widgets.headings import BodyLabel, MutedLabel
from workshop.ui.widgets.look import set_look


class PaperForm(QScrollArea):
    """What is asked only after a certain answer is hidden until that answer is typed."""

    refused = Signal(object)  # the field in which a key stands for no answer
    accepted = Signal()  # a field was changed to something that can be kept
    filled = Signal()  # the last field was left

    def __init__(self, desk: Desk, form: FormRecord) -> None:
        super().__init__()
        self._desk, self._form = desk, form
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.code = WordsField(*2 * (desk.language.say("Participant code (may be left out)"),))
        self.fields: dict[str, Any] = {}
        self._rows: dict[str, QWidget] = {}
        holder = QWidget()
        holder.setProperty("look", "bare")
        column = QVBoxLayout(holder)
        column.setContentsMargins(RING, RING, RING, RING)
        column.setSpacing(10)
        column.addWidget(self.code)
        self._scale: object = None
        for number, item in enumerate(form.items, start=1):
            self._rows[item.key] = self._row(number, item)
            column.addWidget(self._rows[item.key])
        column.addStretch(1)
        self.setWidget(holder)
        self._connect()
        self._show_asked()

    @property
    def ordered(self) -> list[Any]:
        """The fields in their order, without those that are not asked."""
        return [self.code, *(field for key, field in self.fields.items() if not self._rows[key].isHidden())]

    @property
    def values(self) -> dict[str, AnswerValue]:
        """What has been typed; answers that are left out, or not asked, are not in it."""
        shown = {key: field.value for key, field in self.fields.items() if not self._rows[key].isHidden()}
        return {key: value for key, value in shown.items() if value not in (None, "")}

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the questions that are asked and not answered; an open question is often left blank."""
        given = self.values
        asked = {item.key for item in asked_items(self._form.items, given)}
        often_blank = (ItemKind.TEXT, ItemKind.PHOTO)
        return tuple(
            number
            for number, item in enumerate(self._form.items, start=1)
            if item.key in asked and item.key not in given and item.kind not in often_blank
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return not self.code.value and not any(field.text() for field in self.fields.values())

    @property
    def unfinished(self) -> Any:
        """A field whose number is not one yet, or none."""
        return next((field for field in self.ordered if not getattr(field, "is_whole", True)), None)

    def commit(self) -> None:
        """Put in what an input method is still composing."""
        for field in (self.code, *self.fields.values()):
            if isinstance(field, WordsField):
                field.commit_composition()

    def clear(self) -> None:
        """Begin the next form."""
        for field in (self.code, *self.fields.values()):
            field.clear()
        self._show_asked()
        self.verticalScrollBar().setValue(0)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, code: str, values: Mapping[str, AnswerValue]) -> None:
        """Put a form in that was kept, to be corrected."""
        self.clear()
        self.code.set_value(code)
        for item in self._form.items:
            if item.key in values:
                self.fields[item.key].setText(_typed(item, values[item.key]))
        self._show_asked()
        first = next(iter(self.fields.values()), None)
        if first is not None:
            self.go(first)

    def go(self, field: QWidget) -> None:
        """Give a field the keyboard and bring it into view."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, WordsField) or hasattr(field, "filled"):
            self.ensureWidgetVisible(field, 0, 60)

    def order_before(self, *buttons: QWidget) -> None:
        """Let Tab lead through the fields and then to the buttons."""
        for one, other in itertools.pairwise([self.code, *self.fields.values(), *buttons]):
            QWidget.setTabOrder(one, other)

    def _row(self, number: int, item: ItemRecord) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        told = choices(self._desk, item)
        words = "  ".join(f"{key} {text}" for key, text in told)
        if item.kind is ItemKind.LIKERT and told != self._scale:
            column.addWidget(MutedLabel(words, wrap=True))
        self._scale = told
        text = BodyLabel(f"{number}. {self._desk.language.pick(item.text)}", wrap=True)
        field = make_field(self._desk, item)
        if field is None:
            column.addWidget(text)
            words = self._desk.language.say("A photo is chosen at the booth.")
            column.addWidget(MutedLabel(words, wrap=True))
            return holder
        self.fields[item.key] = field
        text.setBuddy(field)
        if isinstance(field, WordsField):
            column.addWidget(text)
            column.addWidget(field)
            return holder
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(text, 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        unit = self._desk.language.pick(item.unit)
        if unit:
            row.addWidget(MutedLabel(unit), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        if item.kind is not ItemKind.LIKERT and words:
            column.addWidget(MutedLabel(f"{words}{self._how(item)}", wrap=True))
        return holder

    def _how(self, item: ItemRecord) -> str:
        first = self._desk.language.say("the first place first")
        return f"  ({first})" if item.kind is ItemKind.RANKING else ""

    def _connect(self) -> None:
        for field in (self.code, *self.fields.values()):
            field.filled.connect(partial(self._step, field, 1))
            field.emptied.connect(partial(self._step, field, -1))
            field.refused.connect(partial(self._refuse, field))
            field.textChanged.connect(partial(self._accept, field))

    def _step(self, field: Any, by: int) -> None:
        ordered = self.ordered
        wanted = ordered.index(field) + by
        if wanted >= len(ordered):
            self.filled.emit()
        else:
            self.go(ordered[max(0, wanted)])

    def _refuse(self, field: Any) -> None:
        set_look(field, wrong=True)
        self.refused.emit(field)

    def _accept(self, field: Any, _text: str) -> None:
        set_look(field, wrong=False)
        self._show_asked()
        self.accepted.emit()

    def _show_asked(self) -> None:
        """Hide what is not asked after the answers so far."""
        if all(item.shown_if is None for item in self._form.items):
            return
        typed = {key: field.value for key, field in self.fields.items()}
        given = {key: value for key, value in typed.items() if value not in (None, "")}
        asked = {item.key for item in asked_items(self._form.items, given)}
        for key, row in self._rows.items():
            row.setVisible(key in asked)


def _typed(item: ItemRecord, value: AnswerValue) -> str:
    """What has to be typed for an answer."""
    if isinstance(value, list):
        return " ".join(_key(item, one) for one in value)
    return _key(item, value) if item.kind is ItemKind.SINGLE else str(value)


def _key(item: ItemRecord, value: AnswerValue) -> str:
    return KEYS[list(item.labels).index(str(value))]
