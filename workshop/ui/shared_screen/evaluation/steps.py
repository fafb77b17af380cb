"""The first and the last step of the evaluation booth: what is asked, and what was answered."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import Stage
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.ui.shared_screen.evaluation.wording import answer_told
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.steps import IntroStep, LastLookStep, go_on


class StartStep(IntroStep):
    """What is asked, how long it is, and that nobody is known by it."""

    def __init__(self, look: Look, form: FormRecord, *, start: Call, with_code: Call) -> None:
        say, say_many = look.language.say, look.language.say_many
        count = len(form.items)
        lines = [say_many("{n} question, one at a time.", "{n} questions, one at a time.", count)]
        if any(item.shown_if is not None for item in form.items):
            lines = [say_many("At most {n} question, one at a time.", "At most {n} questions, one at a time.", count)]
        code_button = None
        if form.stage is not Stage.DURING:
            lines.append(
                say(
                    "With the code on your name tag, your answers before and after are set side by side. Without it is fine."
                )
            )
            code_button = TouchButton(say("Begin with a code"), "with-code")
            code_button.clicked.connect(lambda _on=False: with_code())
        super().__init__(
            look,
            form.title,
            above=form.service_title if form.service_title != form.title else "",
            title=form.title,
            lines=lines,
            promise=say("Nobody can see who answered what."),
            start=go_on(say("Begin"), "next", start),
            beside=code_button,
        )


class ReviewStep(LastLookStep):
    """Everything that was asked, with what was answered; each line leads back to its question."""

    def __init__(
        self, look: Look, items: Sequence[ItemRecord], values: Mapping[str, AnswerValue], *, back: Call,
        back_to_item: Callable[[ItemRecord], None], hand_in: Call, problem: str = "",
    ) -> None:  # fmt: skip
        say = look.language.say
        self.buttons: list[TouchButton] = []
        super().__init__(
            look,
            say("Is this what you want to say?"),
            warning=say("Once handed in, your answers cannot be changed."),
            title=say("Is this what you want to say?"),
            sheet=self._answers(look, items, values, back_to_item),
            go=go_on(say("Hand in"), "hand-in", hand_in),
            back=back,
            problem=problem,
        )
        self._given = any(item.key in values for item in items)
        self.go_button.setEnabled(self._given)

    def set_waiting(self, waits: bool) -> None:
        """While it is on its way nothing can be pressed; an empty form is never handed in."""
        super().set_waiting(waits)
        self.go_button.setEnabled(not waits and self._given)
        for button in self.buttons:
            button.setEnabled(not waits)

    def _answers(
        self, look: Look, items: Sequence[ItemRecord], values: Mapping[str, AnswerValue],
        back_to_item: Callable[[ItemRecord], None],
    ) -> QWidget:  # fmt: skip
        language = look.language
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(10))
        for item in items:
            frame, inner = card(look, margin=14, spacing=2)
            question = language.pick(item.text)
            told = answer_told(item, values.get(item.key), language)
            words = QVBoxLayout()
            words.setSpacing(look.px(2))
            words.addWidget(Words(question, "small"))
            words.addWidget(
                Words(told or language.say("Skipped"), "strong" if told else "body", role="" if told else "muted")
            )
            button = TouchButton(language.say("Change"), f"change-{item.key}", look="stage-wish")
            button.setAccessibleName(language.say("Change the answer to “{question}”", question=question))
            button.clicked.connect(lambda _on=False, item=item: back_to_item(item))
            self.buttons.append(button)
            row = QHBoxLayout()
            row.setSpacing(look.px(20))
            row.addLayout(words, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            inner.addLayout(row)
            column.addWidget(frame)
        column.addStretch(1)
        return sheet
