"""What a spreadsheet of answers would become, before anything happens."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.exchange.answer_tables import Respondent
from workshop.exchange.sheets import Table
from workshop.models.enums import ItemKind
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord
from workshop.services.evaluation.answer_import import AnswerPlan, import_answers, plan_answers
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.buttons import PrimaryButton
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row


class TakeInAnswers(Sheet):
    """Every row with how much of it is answered; whatever does not fit is said with its place, and then nothing is taken in."""

    takenIn = Signal(object)  # Changed

    def __init__(self, desk: Desk, form: FormRecord, table: Table, parent: QWidget) -> None:
        super().__init__(desk, desk.language.say("Take in answers"), parent, width=720)
        self._desk, self._form, self._given = desk, form, table
        self._plan: AnswerPlan | None = None
        say = desk.language.say
        self.told = paragraph(form.title)
        columns = (
            Column(say("Row"), width=56), Column(say("What was answered"), width=0, strong=True),
            Column(say("Missing"), width=90),
            Column(say("Participant no."), width=130), Column(say("What happens"), width=170),
        )  # fmt: skip
        self.table = DataTable(desk, columns, say("Rows"))
        self.table.setMinimumHeight(desk.type.px(240))
        note = say("Answers carry no time and no order. What is taken in here can be taken back whole, with undo.")
        self._note = paragraph(note, role="muted", small=True)
        self._error = paragraph(role="danger")
        self._error.hide()
        self.body.setContentsMargins(RING, 0, RING, 0)  # in line with the title
        for widget in (self.told, self._error, self.table, self._note):
            self.body.addWidget(widget, 1 if widget is self.table else 0)
        self.verb_button = PrimaryButton(say("Take in"))
        self.verb_button.setDefault(True)
        self.verb_button.setEnabled(False)
        self.verb_button.clicked.connect(self._take_in)
        self.foot.addWidget(self.verb_button)
        library = desk.library
        self._run(lambda: plan_answers(library, form_id=form.id, table=table), self._show)

    def _show(self, plan: AnswerPlan) -> None:
        language, self._plan = self._desk.language, plan
        n = len(plan.new)
        told = [language.say_many("{n} filled-in form for “{title}”.", "{n} filled-in forms for “{title}”.", n,
                                  title=self._form.title)]  # fmt: skip
        if plan.missing:
            told.append(language.say_many("{n} answer is missing.", "{n} answers are missing.", plan.missing))
        if plan.passed_over:
            told.append(language.say("Columns passed over: {names}.", names=", ".join(plan.passed_over)))
        self.told.setText(" ".join(told))
        self.verb_button.setText(language.say_many("Take in {n} form", "Take in {n} forms", n))
        self.verb_button.setEnabled(n > 0)
        self.table.set_rows([self._row(each, plan) for each in plan.table.respondents])
        self.table.setFocus()

    def _row(self, each: Respondent, plan: AnswerPlan) -> Row:
        language, known = self._desk.language, each.row in plan.known
        asked = [item for item in plan.form.items if item.kind is not ItemKind.TEXT]
        missing = sum(item.key not in each.values for item in asked)
        given = ", ".join("; ".join(value) if isinstance(value, list) else str(value) for value in each.values.values())
        number = plan.numbers.get(each.row)
        fate = language.say("is there already") if known else language.say("is taken in")
        return Row(
            each.row,
            (
                Cell(str(each.row), sort=each.row), Cell(given, tip=given[:500]), Cell(language.number(missing), role="muted"),
                Cell("" if number is None else str(number)), Cell(fate, pill="quiet" if known else "accent"),
            ),
            quiet=known,
        )  # fmt: skip

    def _take_in(self) -> None:
        library, plan = self._desk.library, self._plan
        if plan is None:
            return
        self.verb_button.setEnabled(False)

        def done(changed: Changed[int]) -> None:
            self.accept()
            self.takenIn.emit(changed)

        self._run(lambda: import_answers(library, plan=plan), done)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def failed(error: Exception) -> None:
            message = getattr(error, "message", None)
            if message is None:
                self._desk.tasks.failed.emit(error)
                return
            self._error.setText(self._desk.language.tell(message))
            self._error.show()
            self.table.setVisible(self._plan is not None)
            self._note.setVisible(self._plan is not None)

        self._error.hide()
        self._desk.tasks.run(work, done, failed, owner=self)
