"""One question, edited in place: every field is saved when it is left."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import Condition
from workshop.models.titles import title_of
from workshop.services.evaluation.completeness import FARTHEST, HIGHEST_STEP, LOWEST_STEP, WITH_CHOICES, Problem
from workshop.services.evaluation.instrument_shape import Item, Wording
from workshop.services.evaluation.questionnaires import QuestionnaireRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.questionnaires.condition_row import ConditionRow
from workshop.ui.pages.evaluation.questionnaires.wording_rows import LabelRows, WordingPair
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.form_controls import Control, make_control
from workshop.ui.widgets.headings import LeadLabel, MutedLabel, paragraph
from workshop.ui.widgets.look import clear_layout


class ItemForm(QWidget):
    """`edited` tells a question as it is being typed, `saved` one that is to be kept."""

    edited = Signal(object)
    saved = Signal(object)
    copyAsked = Signal()
    removeAsked = Signal()
    kindAsked = Signal(QPoint)  # where the kinds are to be listed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._item: Item | None = None
        self._shape: object = None
        self._focus_next = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    @property
    def item(self) -> Item | None:
        """The question as it stands in the fields."""
        if self._item is None:
            return None
        values: dict[str, Any] = {"text": self._text.value, "required": self._required.isChecked()}
        if self._labels is not None:
            values["labels"] = {value: words for value, words in self._labels.labels.items() if self._is_kept(words)}
        if self._unit is not None:
            values["unit"] = self._unit.value
        if self._negative is not None:
            values["negative"] = self._negative.isChecked()
        values |= {name: control.value() for name, control in self._numbers.items()}
        if self._item.kind is ItemKind.LIKERT:
            values["labels"] = _stretched(self._item, values["labels"], values["low"], values["high"])
        return msgspec.structs.replace(self._item, **values)

    def show_item(self, record: QuestionnaireRecord, key: str) -> None:
        """Show a question of a questionnaire; what is being typed in it stays."""
        items = record.instrument.items
        place = next((place for place, item in enumerate(items) if item.key == key), None)
        if place is None:
            self._item = self._shape = None
            clear_layout(self._column)
            return
        item = items[place]
        earlier = items[:place]
        problems = tuple(problem for problem in record.problems if problem.place == place)
        shape = (record.id, key, place, earlier, record.is_answered, _structure(item))
        if shape != self._shape:
            self._shape = shape
            self._build(item, place, earlier, self._kind(item, answered=record.is_answered))
        else:
            self._take(item)
        self._show_problems(problems)

    def focus_text(self) -> None:
        """The keyboard is in the Korean wording."""
        if self._item is not None:
            _focus_soon(self._text.korean)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        item = self.item
        if item is not None and not _same(item, self._item):
            self._item = item
            self.saved.emit(item)

    # The fields.

    def _build(self, item: Item, place: int, earlier: Sequence[Item], kind: QWidget) -> None:
        focus = QApplication.focusWidget()
        name = self._focus_next or (focus.objectName() if focus is not None and self.isAncestorOf(focus) else "")
        self._focus_next = ""
        self._item = None  # what the old fields say as they go is not heard
        clear_layout(self._column)
        self._numbers: dict[str, Control] = {}
        self._labels: LabelRows | None = None
        self._unit: WordingPair | None = None
        self._negative: CheckBox | None = None
        say = self._desk.language.say
        self._column.addLayout(self._head(kind, place))
        self._problems = paragraph(role="warn", small=True)
        self._column.addWidget(self._problems)
        self._column.addLayout(self._languages())
        self._text = self._pair("text", say("Question"), item.text, lines=2)
        if item.kind is ItemKind.LIKERT:
            self._add_scale(item)
        elif item.kind in WITH_CHOICES:
            self._add_choices(item)
        elif item.kind is ItemKind.NUMBER:
            self._add_number(item)
        self._required = self._tick("required", say("An answer is needed"), item.required)
        self._required.setVisible(item.kind is not ItemKind.PHOTO)
        if item.kind is ItemKind.LIKERT:
            self._negative = self._tick("negative", say("Agreeing is bad news here"), item.negative)
        condition = ConditionRow(self._desk, earlier, item.shown_if)
        condition.changed.connect(self._set_condition)
        self._column.addWidget(condition)
        self._column.addStretch(1)
        self._item = item
        for field in self.findChildren(QWidget):
            field.installEventFilter(self)
        wanted = self.findChild(QWidget, name) if name else None
        if wanted is not None:
            _focus_soon(wanted)

    def _kind(self, item: Item, *, answered: bool) -> QWidget:
        """What is asked for: to be chosen anew until somebody has answered."""
        language = self._desk.language
        if answered:
            return MutedLabel(language.tell(title_of(item.kind)))
        button = SmallButton(language.tell(title_of(item.kind)), icon=self._desk.icons.icon("chevron-down"))
        button.setObjectName("kind")
        button.setAccessibleName(f"{language.say('Kind of question')}: {button.text()}")
        button.clicked.connect(lambda: self.kindAsked.emit(button.mapToGlobal(QPoint(0, button.height()))))
        return button

    def _head(self, kind: QWidget, place: int) -> FlowLayout:
        say = self._desk.language.say
        row = FlowLayout(spacing=10, line_spacing=6)
        row.addWidget(LeadLabel(say("Question {n}", n=place + 1)))
        row.addWidget(kind)
        for words, signal in ((say("Copy"), self.copyAsked), (say("Remove"), self.removeAsked)):
            button = SmallButton(words)
            button.clicked.connect(signal)
            row.addWidget(button)
        return row

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        optional = self._desk.language.say("may be left out")
        for words in ("한국어", f"English ({optional})"):
            row.addWidget(MutedLabel(words, wrap=True), 1)
        return row

    def _add_scale(self, item: Item) -> None:
        say = self._desk.language.say
        rows = [(str(step), str(step), item.labels.get(str(step), _NOTHING)) for step in range(item.low, item.high + 1)]
        self._column.addWidget(MutedLabel(say("Words of the steps; the two ends need some"), wrap=True))
        self._add_labels(LabelRows(self._desk, rows, loose=False))
        self._add_numbers(
            ("low", say("Lowest step"), item.low, LOWEST_STEP, HIGHEST_STEP - 1),
            ("high", say("Highest step"), item.high, LOWEST_STEP + 1, HIGHEST_STEP),
        )

    def _add_choices(self, item: Item) -> None:
        say, language = self._desk.language.say, self._desk.language
        rows = [
            (value, language.number(place), words) for place, (value, words) in enumerate(item.labels.items(), start=1)
        ]
        self._column.addWidget(MutedLabel(say("Choices · Alt ↑ and Alt ↓ move one"), wrap=True))
        labels = LabelRows(self._desk, rows, loose=True)
        labels.removed.connect(self._remove_choice)
        labels.moved.connect(self._move_choice)
        self._add_labels(labels)
        add = SmallButton(say("Add a choice"))
        add.setObjectName("add-choice")
        add.clicked.connect(self._add_choice)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        if item.kind is not ItemKind.SINGLE:
            words = say("At most (0: all)") if item.kind is ItemKind.MULTIPLE else say("Places (0: all)")
            self._add_numbers(("most", words, item.most, 0, len(item.labels)))

    def _add_number(self, item: Item) -> None:
        say = self._desk.language.say
        self._column.addWidget(MutedLabel(say("Unit behind the number")))
        self._unit = self._pair("unit", say("Unit"), item.unit)
        self._add_numbers(
            ("low", say("Smallest"), item.low, -FARTHEST, FARTHEST),
            ("high", say("Largest"), item.high, -FARTHEST, FARTHEST),
        )
        self._column.addWidget(MutedLabel(say("Both the same: any number will do."), wrap=True))

    def _add_numbers(self, *numbers: tuple[str, str, int, int, int]) -> None:
        row = FlowLayout(spacing=16, line_spacing=8)
        for name, words, value, least, most in numbers:
            control = make_control(self._desk, Field(name, words, "number", least=least, most=most))
            control.widget.setObjectName(name)
            control.widget.setAccessibleName(words)
            control.set_value(value)
            control.when_changed(self._edited)
            self._numbers[name] = control
            holder = QWidget()
            pair = QHBoxLayout(holder)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(8)
            label = MutedLabel(words)
            label.setBuddy(control.widget)
            pair.addWidget(label)
            pair.addWidget(control.widget)
            row.addWidget(holder)
        self._column.addLayout(row)

    def _add_labels(self, labels: LabelRows) -> None:
        labels.edited.connect(self._edited)
        self._labels = labels
        self._column.addWidget(labels)

    def _pair(self, name: str, words: str, wording: Wording, lines: int = 1) -> WordingPair:
        pair = WordingPair(self._desk, name, words, wording, lines=lines)
        pair.edited.connect(self._edited)
        self._column.addWidget(pair)
        return pair

    def _tick(self, name: str, words: str, on: bool) -> CheckBox:
        box = CheckBox(words)
        box.setObjectName(name)
        box.setChecked(on)
        box.toggled.connect(lambda _on: self.flush())
        self._column.addWidget(box)
        return box

    def _take(self, item: Item) -> None:
        """Show what was changed elsewhere, by undo perhaps."""
        old, self._item = self._item, None
        self._text.show_wording(item.text)
        if self._unit is not None:
            self._unit.show_wording(item.unit)
        if self._labels is not None:
            for value, pair in self._labels.pairs.items():
                pair.show_wording(item.labels.get(value, _NOTHING))
        for name, control in self._numbers.items():
            if old is None or getattr(old, name) != getattr(item, name):
                control.set_value(getattr(item, name))
        self._required.setChecked(item.required)
        if self._negative is not None:
            self._negative.setChecked(item.negative)
        self._item = item

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self._problems.setText(" ".join(self._desk.language.tell(problem.message) for problem in problems))
        self._problems.setVisible(bool(problems))

    # What is done.

    def _edited(self) -> None:
        item = self.item
        if item is not None:
            self.edited.emit(item)

    def _change(self, **values: Any) -> None:
        """Change the form of the question at once, with all that was typed."""
        item = self.item
        if item is not None:
            changed = msgspec.structs.replace(item, **values)
            if not _same(changed, self._item):
                self._item = changed
                self.saved.emit(changed)

    def _set_condition(self, condition: Condition | None) -> None:
        self._change(shown_if=condition)

    def _add_choice(self) -> None:
        item = self.item
        if item is None:
            return
        taken = {int(value) for value in item.labels if value.isdecimal()}
        value = str(max(taken, default=0) + 1)
        self._focus_next = f"label-{value}-ko"
        self._change(labels={**item.labels, value: _NOTHING})

    def _remove_choice(self, value: str) -> None:
        item = self.item
        if item is None:
            return
        values = list(item.labels)
        place = values.index(value)
        left = [each for each in values if each != value]
        self._focus_next = f"label-{left[min(place, len(left) - 1)]}-ko" if left else "add-choice"
        labels = {each: item.labels[each] for each in left}
        self._change(labels=labels, most=min(item.most, len(labels)))

    def _move_choice(self, value: str, by: int) -> None:
        item = self.item
        if item is None:
            return
        values = list(item.labels)
        place = values.index(value)
        if 0 <= place + by < len(values):
            values.insert(place + by, values.pop(place))
            self._change(labels={each: item.labels[each] for each in values})

    def _is_kept(self, words: Wording) -> bool:
        """A step of a scale without words is none of its labels; a choice without words waits for them."""
        return bool(words.ko or words.en) or self._item is None or self._item.kind is not ItemKind.LIKERT

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is left is saved."""
        if event.type() == QEvent.Type.FocusOut and self._item is not None:
            self.flush()
        return super().eventFilter(watched, event)


_NOTHING = Wording(ko="")


def _same(one: Item, other: Item | None) -> bool:
    """Whether two are alike, the order of their choices too."""
    return other is not None and one == other and list(one.labels) == list(other.labels)


def _focus_soon(widget: QWidget) -> None:
    """Give it the keyboard once it is shown: what was added a moment ago cannot take it yet."""
    QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))


def _stretched(old: Item, labels: dict[str, Wording], low: int, high: int) -> dict[str, Wording]:
    """The words of a scale of other bounds: those of the ends go with the ends, what lies outside goes."""
    found = dict(labels)
    for before, after in ((old.high, high), (old.low, low)):
        if before != after and str(before) in found:
            found.setdefault(str(after), found[str(before)])
            del found[str(before)]
    return {str(step): found[str(step)] for step in range(low, high + 1) if str(step) in found}


def _structure(item: Item) -> object:
    """What decides which fields there are."""
    labels = None if item.kind is ItemKind.LIKERT else tuple(item.labels)
    bounds = (item.low, item.high) if item.kind is ItemKind.LIKERT else ()
    return item.kind, labels, bounds, item.shown_if
