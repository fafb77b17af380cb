"""The first and the last step of the evaluation booth: what is asked, and what was answered."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import Stage
from workshop.models.records.evaluations import AnswerValue, FormRecord
from workshop.ui.shared_screen.evaluation.wording import answer_told
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.steps import IntroStep, LastLookStep, go_on


class StartStep(IntroStep):
    """What is asked, how long it is, and that nobody is known by it."""

    def __init__(self, look: Look, form: FormRecord, *, start: Call, with_code: Call) -> None:
        say, say_many = look.language.say, look.language.say_many
        lines = [say_many("{n} question, one at a time.", "{n} questions, one at a time.", len(form.items))]
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
    """Everything that was answered, seen once more."""

    def __init__(
        self, look: Look, form: FormRecord, values: dict[str, AnswerValue], *, back: Call, hand_in: Call, problem: str = ""
    ) -> None:  # fmt: skip
        say = look.language.say
        super().__init__(
            look,
            say("Is this what you want to say?"),
            warning=say("Once handed in, your answers cannot be changed."),
            title=say("Is this what you want to say?"),
            sheet=self._answers(look, form, values),
            go=go_on(say("Hand in"), "hand-in", hand_in),
            back=back,
            problem=problem,
        )
        self.go_button.setEnabled(bool(values))

    @staticmethod
    def _answers(look: Look, form: FormRecord, values: dict[str, AnswerValue]) -> QWidget:
        language = look.language
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(10))
        for item in form.items:
            frame, inner = card(look, margin=18, spacing=2)
            inner.addWidget(Words(language.pick(item.text), "small"))
            told = answer_told(item, values.get(item.key), language)
            inner.addWidget(
                Words(told or language.say("Skipped"), "strong" if told else "body", role="" if told else "muted")
            )
            column.addWidget(frame)
        column.addStretch(1)
        return sheet
