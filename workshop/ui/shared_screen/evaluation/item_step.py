"""One question of a form, with large answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.ui.shared_screen.evaluation.answer_cards import Answers
from workshop.ui.shared_screen.evaluation.progress import Progress
from workshop.ui.shared_screen.evaluation.wording import answer_texts, read_number
from workshop.ui.shared_screen.finger_scroll import FingerScroll
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import TouchButton, Words, foot, headline
from workshop.ui.shared_screen.step import ARROWS, ENTERS, Call, Step
from workshop.ui.shared_screen.steps import back_to, go_on
from workshop.ui.widgets.text_field import LineField, NoteField

_FEW = 4  # answers
Give = Callable[[AnswerValue | None], None]


class ItemStep(Step):
    """One question."""

    def __init__(
        self, look: Look, item: ItemRecord, value: AnswerValue | None, place: int, count: int, *,
        faces: bool, give: Give, back: Call, onward: Call,
    ) -> None:  # fmt: skip
        say = look.language.say
        question = look.language.pick(item.text)
        super().__init__(look, f"{say('Question {n} of {all}', n=place + 1, all=count)}: {question}", back)
        self._item, self._give = item, give
        self._onward = onward
        self.answers: Answers | None = None
        self.field: NoteField | LineField | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(Progress(look, place, count))
        self.scrolling = QWidget()
        inner = QVBoxLayout(self.scrolling)
        inner.setContentsMargins(look.px(4), 0, look.px(4), 0)
        inner.setSpacing(look.px(18))
        inner.addStretch(1)
        room = (
            140 if item.kind is ItemKind.LIKERT or len(item.labels) <= _FEW else 60
        )  # many answers need the room more
        inner.addWidget(headline(look, question, QSize(look.px(BASE_WIDTH - 120), look.px(room))))
        inner.addWidget(self._answer(item, value, faces=faces))
        inner.addStretch(2)
        column.addWidget(FingerScroll(look, self.scrolling), 1)
        self.skip_button = TouchButton(say("Skip"), "skip")
        self.skip_button.clicked.connect(lambda _on=False: onward())
        self.next_button = go_on(say("Next"), "next", self._next)
        self.note = Words(say("Please answer this one."), "small")
        self.note.set_wrapping(False)
        column.addLayout(foot(look, back_to(look, back), None, self.note, self.skip_button, self.next_button))
        self._answered(value)

    def keys(self) -> Sequence[tuple[str, str]]:
        """How to choose, and what goes on."""
        say = self.look.language.say
        onward = "Enter" if self._item.kind is not ItemKind.TEXT else "Ctrl+Enter"
        own = [(onward, say("Next")), *super().keys()]
        if self.answers is None:
            return own
        first = self._first_digit
        last = min(9, first + len(self.answers.cards) - 1)
        return [(f"{first}–{last}", say("Choose one")), ("← →", say("Move around")), *own]

    def focus_first(self, *, by_key: bool = True) -> None:
        """The answers have the keyboard; by touch none of them is marked before it is chosen."""
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif by_key and self.answers is not None:
            self.answers.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """A number key chooses an answer by its place or its step on the scale; from nowhere an arrow leads to the answers."""
        wanted, answers = event.text(), self.answers
        if answers is None:
            return super().take_key(event)
        if wanted.isdigit() and wanted.isascii():
            return answers.choose_place(int(wanted) - self._first_digit + 1)
        if QApplication.focusWidget() is self and event.key() in ARROWS:
            answers.focus_first()
            return True
        return super().take_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, where an answer was given."""
        if event.key() in ENTERS:
            self._next()
        else:
            super().keyPressEvent(event)

    @property
    def _first_digit(self) -> int:
        return self._item.low if self._item.kind is ItemKind.LIKERT else 1

    def _answer(self, item: ItemRecord, value: AnswerValue | None, *, faces: bool) -> QWidget:
        look = self.look
        if item.kind is ItemKind.TEXT:
            return self._field(item, value)
        if item.kind is ItemKind.NUMBER:
            return self._number(item, value)
        scale = item.kind is ItemKind.LIKERT
        answers = answer_texts(item, look.language)
        taken = [str(one) for one in value] if isinstance(value, list) else [str(value)] if value is not None else []
        self.answers = Answers(
            look, answers, taken, scale=scale, faces=scale and faces, several=item.kind is ItemKind.MULTIPLE
        )
        self.answers.chosen.connect(self._chosen)
        self.answers.passed.connect(self._next)
        return self.answers

    def _field(self, item: ItemRecord, value: AnswerValue | None) -> QWidget:
        say = self.look.language.say
        text = "" if value is None else str(value)
        if item.kind is ItemKind.TEXT:
            self.field = NoteField(text, name=say("Your answer"), placeholder=say("Write your answer here"), lines=4)
            self.field.setProperty("look", "stage-large")
            self.field.submitted.connect(lambda _text: self._next())
        else:
            self.field = LineField(text, name=say("A number"))
            self.field.setMaxLength(9)
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            self.field.setProperty("look", "stage-number")
            self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.field.setFixedWidth(self.look.px(260))
            self.field.submitted.connect(lambda _text: self._next())
        self.field.setObjectName("answer")
        self.field.edited.connect(self._edited)
        return self.field

    def _number(self, item: ItemRecord, value: AnswerValue | None) -> QWidget:
        """The field between a minus and a plus, so that a finger needs no keyboard."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(12))
        say = self.look.language.say
        for sign, name, step in (("−", "less", -1), ("", "", 0), ("+", "more", 1)):
            if not step:
                row.addWidget(self._field(item, value))
                continue
            button = TouchButton(sign, name, look="stage-count")
            button.setAccessibleName(say("One less") if step < 0 else say("One more"))
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, step=step: self._count_on(step))
            row.addWidget(button)
        if item.high > item.low:
            row.addWidget(Words(say("{low} to {high}", low=item.low, high=item.high), "body", role="muted", wrap=False))
        row.addStretch(1)
        return holder

    def _count_on(self, step: int) -> None:
        item, field = self._item, self.field
        if not isinstance(field, LineField):
            return
        number = read_number(item, field.text())
        counted = item.low if number is None else number + step
        if item.high > item.low:
            counted = max(item.low, min(item.high, counted))
        field.set_value(str(counted))

    def _chosen(self, values: list[str]) -> None:
        if self._item.kind is ItemKind.MULTIPLE:
            self._set(values or None)
        else:
            self._set((int(values[0]) if self._item.kind is ItemKind.LIKERT else values[0]) if values else None)

    def _edited(self, text: str) -> None:
        self._set(text if self._item.kind is ItemKind.TEXT else read_number(self._item, text))

    def _set(self, value: AnswerValue | None) -> None:
        self._give(None if value in ("", []) else value)
        self._answered(value)

    def _answered(self, value: AnswerValue | None) -> None:
        given = value not in (None, "", [])
        self.next_button.setVisible(given or self._item.required)
        self.next_button.setEnabled(given)
        self.skip_button.setVisible(not given and not self._item.required)
        self.note.setVisible(not given and self._item.required)

    def _next(self) -> None:
        self.commit()
        if self.next_button.isEnabled():
            self._onward()
