"""What a pasted list or a spreadsheet would become, row by row, before anything happens."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.exchange.sheets import Table
from workshop.models.records.changes import Changed
from workshop.services.ideas.idea_import import Fate, ImportPlan, ImportRow, fate_words, import_ideas, plan_import
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.buttons import PrimaryButton
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row

_PILLS = {
    Fate.NEW: "accent", Fate.EMPTY: "quiet", Fate.KNOWN: "quiet", Fate.TOO_LONG: "warn", Fate.NOBODY: "warn",
}  # fmt: skip


class TakeInSheet(Sheet):
    """Enter or a double click leaves a row out or takes it in again; one verb takes in what is left, all or nothing."""

    takenIn = Signal(object)  # Changed

    def __init__(self, desk: Desk, session_id: UUID, table: Table, parent: QWidget) -> None:
        super().__init__(desk, desk.language.say("Take in ideas"), parent, width=720)
        self._desk, self._session_id, self._given = desk, session_id, table
        self._plan: ImportPlan | None = None
        self._rows: list[Row] = []
        self.left_out: set[int] = set()
        say = desk.language.say
        self.told = paragraph()
        columns = (
            Column(say("Row"), width=56), Column(say("Idea"), width=0, strong=True), Column(say("Theme"), width=130),
            Column(say("No."), width=56), Column(say("What happens"), width=170),
        )  # fmt: skip
        self.table = DataTable(desk, columns, say("Rows"))
        self.table.setMinimumHeight(desk.type.px(260))
        self.table.rowActivated.connect(self._toggle)
        self.bullets = CheckBox(say("Take away numbers and dots at the beginning"))
        self.bullets.setChecked(True)
        self.bullets.toggled.connect(lambda _on: self._look())
        self._hint = MutedLabel(say("Enter leaves the marked row out, or takes it in again."), wrap=True)
        self._error = paragraph(role="danger")
        self._error.hide()
        self.body.setContentsMargins(RING, 0, RING, 0)  # in line with the title
        for widget in (self.told, self.table, self._hint, self.bullets, self._error):
            self.body.addWidget(widget, 1 if widget is self.table else 0)
        self.verb_button = PrimaryButton(say("Take in"))
        self.verb_button.setDefault(True)
        self.verb_button.setEnabled(False)
        self.verb_button.clicked.connect(self._take_in)
        self.foot.addWidget(self.verb_button)
        self._look()

    @property
    def rows(self) -> tuple[ImportRow, ...]:
        """The rows that would be taken in."""
        plan = self._plan
        return tuple(row for row in plan.new if row.line not in self.left_out) if plan is not None else ()

    def _look(self) -> None:
        library, session_id, table, bullets = (
            self._desk.library,
            self._session_id,
            self._given,
            self.bullets.isChecked(),
        )
        self._run(lambda: plan_import(library, session_id=session_id, table=table, bullets=bullets), self._show)

    def _show(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._rows = [self._row(row) for row in plan.rows]
        self._tell()
        self.table.setFocus()

    def _tell(self) -> None:
        language, plan = self._desk.language, self._plan
        if plan is None:
            return
        n = len(self.rows)
        told = language.say_many("{n} idea of {all} rows", "{n} ideas of {all} rows", n=n, all=len(plan.rows))
        self.told.setText(told)
        self.verb_button.setText(language.say_many("Take in {n} idea", "Take in {n} ideas", n=n))
        self.verb_button.setEnabled(n > 0)
        self.table.set_rows(self._rows)

    def _row(self, row: ImportRow) -> Row:
        language, out = self._desk.language, row.line in self.left_out
        fate = language.say("left out") if out else language.tell(fate_words(row.fate))
        return Row(
            row.line,
            (
                Cell(str(row.line), sort=row.line), Cell(row.text, tip=row.text[:500]), Cell(row.theme, role="muted"),
                Cell(row.author), Cell(fate, pill="quiet" if out else _PILLS[row.fate]),
            ),
            quiet=out or row.fate is not Fate.NEW,
        )  # fmt: skip

    def _toggle(self, line: int) -> None:
        """Only its own row is made anew, since there may be thousands."""
        self.left_out ^= {line}
        rows = self._plan.rows if self._plan is not None else ()
        for place, row in enumerate(rows):
            if row.line == line:
                self._rows[place] = self._row(row)
        self._tell()

    def _take_in(self) -> None:
        library, session_id, rows = self._desk.library, self._session_id, self.rows
        self.verb_button.setEnabled(False)

        def done(changed: Changed[int]) -> None:
            self.accept()
            self.takenIn.emit(changed)

        self._run(lambda: import_ideas(library, session_id=session_id, rows=rows), done)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def failed(error: Exception) -> None:
            message = getattr(error, "message", None)
            if message is None:
                self._desk.tasks.failed.emit(error)
                return
            self._error.setText(self._desk.language.tell(message))
            self._error.show()

        self._error.hide()
        self._desk.tasks.run(work, done, failed, owner=self)
