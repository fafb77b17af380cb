"""The steps of the evaluation booth: the start, one question at a time, the check."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.language import Language
from workshop.models.enums import ItemKind, Stage
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.ui.shared_screen.booth import Step, foot
from workshop.ui.shared_screen.evaluation.answer_cards import Answers
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card, scrolled
from workshop.ui.widgets.text_field import LineField, NoteField

Call = Callable[[], None]
Give = Callable[[AnswerValue | None], None]


class StartStep(Step):
    """What is asked, how long it is, and that nobody is known by it."""

    is_first = True

    def __init__(self, look: Look, form: FormRecord, *, start: Call, with_code: Call) -> None:
        super().__init__()
        say, say_many = look.language.say, look.language.say_many
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        sheet = QWidget()
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(16))
        inner.addStretch(2)
        if form.service_title and form.service_title != form.title:
            inner.addWidget(Words(form.service_title, "strong", role="accent"))
        inner.addWidget(Words(form.title, "title"))
        inner.addWidget(
            Words(say_many("{n} question, one at a time.", "{n} questions, one at a time.", len(form.items)), "body")
        )
        inner.addWidget(Words(say("Nobody can see who answered what."), "body"))
        pairs = form.stage is not Stage.DURING
        if pairs:
            inner.addSpacing(look.px(8))
            text = say(
                "With the code on your name tag, your answers before and after are set side by side. Without it is fine."
            )
            inner.addWidget(Words(text, "body", role="muted"))
        inner.addStretch(3)
        column.addWidget(scrolled(sheet), 1)
        self.code_button = TouchButton(say("Begin with a code"), "with-code")
        self.code_button.clicked.connect(lambda _on=False: with_code())
        self.start_button = TouchButton(say("Begin"), "next", primary=True)
        self.start_button.clicked.connect(lambda _on=False: start())
        column.addLayout(foot(look, None, *([self.code_button] if pairs else []), self.start_button))

    def focus_first(self) -> None:
        """Enter begins."""
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemStep(Step):
    """One question."""

    def __init__(
        self, look: Look, item: ItemRecord, value: AnswerValue | None, place: int, count: int, *,
        faces: bool, give: Give, back: Call, go_on: Call,
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._item, self._give = look, item, give
        self._go_on = go_on
        self.answers: Answers | None = None
        self.field: NoteField | LineField | None = None
        say = look.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(Progress(look, place, count))
        self.scrolling = QWidget()
        inner = QVBoxLayout(self.scrolling)
        inner.setContentsMargins(look.px(4), 0, look.px(4), 0)
        inner.setSpacing(look.px(18))
        inner.addStretch(1)
        inner.addWidget(Words(look.language.pick(item.text), "title"))
        inner.addWidget(self._answer(item, value, faces=faces))
        inner.addStretch(2)
        column.addWidget(scrolled(self.scrolling), 1)
        back_button = TouchButton(say("Back"), "back")
        back_button.clicked.connect(lambda _on=False: back())
        self.skip_button = TouchButton(say("Skip"), "skip")
        self.skip_button.clicked.connect(lambda _on=False: go_on())
        self.next_button = TouchButton(say("Next"), "next", primary=True)
        self.next_button.clicked.connect(lambda _on=False: self._next())
        self.note = Words(say("Please answer this one."), "small")
        self.note.set_wrapping(False)
        column.addLayout(foot(look, back_button, None, self.note, self.skip_button, self.next_button))
        self._answered(value)

    def focus_first(self) -> None:
        """The answers have the keyboard."""
        if self.answers is not None:
            self.answers.focus_first()
        elif self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """A number key chooses on a scale."""
        wanted = event.text()
        if self._item.kind is ItemKind.LIKERT and self.answers is not None and wanted.isdigit() and wanted.isascii():
            return self.answers.choose_place(int(wanted) - self._item.low + 1)
        return False

    def _answer(self, item: ItemRecord, value: AnswerValue | None, *, faces: bool) -> QWidget:
        look = self._look
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
        return self.answers

    def _field(self, item: ItemRecord, value: AnswerValue | None) -> QWidget:
        say = self._look.language.say
        text = "" if value is None else str(value)
        if item.kind is ItemKind.TEXT:
            self.field = NoteField(text, name=say("Your answer"), placeholder=say("Write your answer here"), lines=5)
        else:
            bounds = say("{low} to {high}", low=item.low, high=item.high) if item.high > item.low else say("A number")
            self.field = LineField(text, name=say("Your answer"), placeholder=bounds)
            self.field.setMaxLength(9)
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            self.field.setMaximumWidth(self._look.px(320))
            self.field.submitted.connect(lambda _text: self._next())
        self.field.setObjectName("answer")
        self.field.edited.connect(self._edited)
        return self.field

    def _number(self, item: ItemRecord, value: AnswerValue | None) -> QWidget:
        """The field between a minus and a plus, so that a finger needs no keyboard."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(12))
        say = self._look.language.say
        for sign, name, step in (("−", "less", -1), ("", "", 0), ("+", "more", 1)):
            if not step:
                row.addWidget(self._field(item, value))
                continue
            button = TouchButton(sign, name)
            button.setAccessibleName(say("One less") if step < 0 else say("One more"))
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, step=step: self._count_on(step))
            row.addWidget(button)
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
            self._go_on()


class Progress(QWidget):
    """How far it is, as a line and in words."""

    def __init__(self, look: Look, place: int, count: int) -> None:
        super().__init__()
        self._look, self._place, self._count = look, place, count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text())

    def _text(self) -> str:
        return self._look.language.say("Question {n} of {all}", n=self._place + 1, all=self._count)

    def sizeHint(self) -> QSize:
        """One line of small type and the bar."""
        return QSize(self._look.px(400), self._look.size("small") + self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, the bar below."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted"))
        high = look.px(8)
        painter.drawText(self.rect().adjusted(0, 0, 0, -high - 2), Qt.AlignmentFlag.AlignVCenter, self._text())
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() - high, self.width(), high)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(
            QRectF(0, bar.top(), bar.width() * (self._place + 1) / self._count, high), high / 2, high / 2
        )
        painter.end()


class ReviewStep(Step):
    """Everything that was answered, seen once more."""

    def __init__(
        self,
        look: Look,
        form: FormRecord,
        values: dict[str, AnswerValue],
        *,
        back: Call,
        hand_in: Call,
        problem: str = "",
    ) -> None:
        super().__init__()
        say = look.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Words(say("Once handed in, your answers cannot be changed."), "strong", role="danger"))
        column.addWidget(Words(say("Is this what you want to say?"), "title"))
        column.addSpacing(look.px(8))
        column.addWidget(scrolled(self._answers(look, form, values)), 1)
        self.problem = Words(problem, "strong", role="danger")
        self.problem.setVisible(bool(problem))
        column.addWidget(self.problem)
        self.back_button = TouchButton(say("Back"), "back")
        self.back_button.clicked.connect(lambda _on=False: back())
        self.hand_in_button = TouchButton(say("Hand in"), "hand-in", primary=True)
        self.hand_in_button.clicked.connect(lambda _on=False: hand_in())
        self.hand_in_button.setEnabled(bool(values))
        column.addLayout(foot(look, self.back_button, None, self.hand_in_button))

    def set_waiting(self, waits: bool) -> None:
        """While the answers are on their way nothing can be pressed."""
        self.hand_in_button.setEnabled(not waits)
        self.back_button.setEnabled(not waits)

    def focus_first(self) -> None:
        """The careful choice has the keyboard."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _answers(look: Look, form: FormRecord, values: dict[str, AnswerValue]) -> QWidget:
        language = look.language
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(10))
        for item in form.items:
            frame, inner = card(look, margin=20, spacing=2)
            inner.addWidget(Words(language.pick(item.text), "small"))
            told = answer_told(item, values.get(item.key), language)
            inner.addWidget(
                Words(told or language.say("Skipped"), "strong" if told else "body", role="" if told else "muted")
            )
            column.addWidget(frame)
        column.addStretch(1)
        return sheet


def answer_texts(item: ItemRecord, language: Language) -> list[tuple[str, str]]:
    """The answers of an item with their words, in order; a step of a scale without words has none."""
    if item.kind is ItemKind.LIKERT:
        steps = [str(value) for value in range(item.low, item.high + 1)]
        return [(step, language.pick(item.labels.get(step, {}))) for step in steps]
    return [(value, language.pick(texts)) for value, texts in item.labels.items()]


def answer_told(item: ItemRecord, value: AnswerValue | None, language: Language) -> str:
    """An answer in words, empty where there is none."""
    if value in (None, "", []):
        return ""
    words = dict(answer_texts(item, language))
    values = value if isinstance(value, list) else [str(value)]
    return ", ".join(words.get(str(one)) or str(one) for one in values)


def read_number(item: ItemRecord, text: str) -> int | None:
    """The whole number in a text, None where there is none or it lies outside."""
    try:
        number = int(text)
    except ValueError:
        return None
    return number if item.high <= item.low or item.low <= number <= item.high else None
