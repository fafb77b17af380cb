"""The condition of a question as a sentence: asked only if the answer to another one is, is not, is at least …"""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import Condition
from workshop.models.titles import title_of
from workshop.services.evaluation.conditions import TESTS
from workshop.services.evaluation.instrument_shape import Item
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.inline_choice import InlineChoice
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import BodyLabel, paragraph
from workshop.ui.widgets.text_field import LineField


class ConditionRow(QWidget):
    """A tick, and the sentence below it while it is set; `changed` tells the condition, None where it is always asked."""

    changed = Signal(object)

    def __init__(self, desk: Desk, earlier: Sequence[Item], condition: Condition | None) -> None:
        super().__init__()
        self._desk = desk
        self._earlier = [item for item in earlier if item.kind in TESTS]
        self._condition = condition
        say = desk.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.tick = CheckBox(say("Ask this only after a certain answer"))
        self.tick.setObjectName("conditional")
        self.tick.setChecked(condition is not None)
        self.tick.setEnabled(bool(self._earlier) or condition is not None)
        self.tick.toggled.connect(self._toggled)
        column.addWidget(self.tick)
        if not self._earlier:
            column.addWidget(
                paragraph(say("Nothing was asked before that it could depend on."), role="muted", small=True)
            )
        if condition is not None and self._earlier:
            column.addWidget(self._sentence(condition))

    def _toggled(self, on: bool) -> None:
        if not on:
            self.changed.emit(None)
            return
        item = self._earlier[-1]
        self.changed.emit(Condition(item.key, TESTS[item.kind][0], _first_value(item)))

    def _sentence(self, condition: Condition) -> QWidget:
        """The choices in the order in which the language puts them."""
        say = self._desk.language.say
        other = next((item for item in self._earlier if item.key == condition.item), self._earlier[-1])
        parts = {"item": self._item_choice(other), "test": self._test_choice(other, condition), "value": None}
        parts["value"] = self._value_control(other, condition)
        places = {name: f"\x00{name}\x00" for name in parts}
        sentence = say("Asked only if the answer to {item} {test} {value}.", **places)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=6)
        for piece in re.split("\x00", sentence):
            if piece in parts:
                flow.addWidget(parts[piece])
            elif piece.strip():
                flow.addWidget(BodyLabel(piece.strip()))
        return holder

    def _item_choice(self, other: Item) -> InlineChoice:
        say, pick = self._desk.language.say, self._desk.language.pick
        choice = InlineChoice(self._desk, say("On which question it depends"), widest=300)
        choice.setObjectName("condition-item")
        for item in self._earlier:
            choice.addItem(f"“{pick(item.record().text) or say('(no words yet)')}”", item.key)
        choice.setCurrentIndex(self._earlier.index(other))
        choice.activated.connect(lambda place: self._depend_on(self._earlier[place]))
        return choice

    def _test_choice(self, other: Item, condition: Condition) -> InlineChoice:
        choice = InlineChoice(self._desk, self._desk.language.say("How its answer is looked at"))
        choice.setObjectName("condition-test")
        tests = TESTS[other.kind]
        for test in tests:
            choice.addItem(self._desk.language.tell(title_of(test)), test)
        choice.setCurrentIndex(tests.index(condition.test) if condition.test in tests else 0)
        choice.activated.connect(
            lambda place: self.changed.emit(Condition(other.key, tests[place], condition.value))
        )  # fmt: skip
        return choice

    def _value_control(self, other: Item, condition: Condition) -> QWidget:
        name = self._desk.language.say("With which answer")
        if other.kind is ItemKind.NUMBER:
            field = LineField(condition.value, name=name)
            field.setObjectName("condition-value")
            field.setFixedWidth(self._desk.type.px(90))
            field.editingFinished.connect(lambda: self._value_typed(other, condition, field.value))
            return field
        choice = InlineChoice(self._desk, name, widest=260)
        choice.setObjectName("condition-value")
        for value, text in answers_of(self._desk, other):
            choice.addItem(f"“{text}”", value)
        choice.setCurrentIndex(choice.findData(condition.value))
        choice.activated.connect(
            lambda place: self.changed.emit(Condition(other.key, condition.test, choice.itemData(place)))
        )
        keep_still(choice)
        return choice

    def _value_typed(self, other: Item, condition: Condition, text: str) -> None:
        if text != condition.value:
            self.changed.emit(Condition(other.key, condition.test, text))

    def _depend_on(self, other: Item) -> None:
        if self._condition is None or other.key != self._condition.item:
            self.changed.emit(Condition(other.key, TESTS[other.kind][0], _first_value(other)))


def answers_of(desk: Desk, item: Item) -> list[tuple[str, str]]:
    """The answers of an item that a condition can name, with their words."""
    pick = desk.language.pick
    labels = item.record().labels
    if item.kind is not ItemKind.LIKERT:
        return [(value, pick(texts) or value) for value, texts in labels.items()]
    steps = [str(step) for step in range(item.low, item.high + 1)]
    return [(step, f"{step} {pick(labels.get(step, {}))}".strip()) for step in steps]


def _first_value(item: Item) -> str:
    if item.kind in (ItemKind.LIKERT, ItemKind.NUMBER):
        return str(item.high if item.high > item.low else 1)
    return next(iter(item.labels), "")
