"""What is done with the answers of a form: sorted under themes, saved as a spreadsheet, taken in from one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from workshop.exchange.sheets import Table, read_table
from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.evaluations import FormRecord
from workshop.services.evaluation import answer_themes
from workshop.services.evaluation.answer_sheets import write_answer_workbook
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.evaluation.answer_sheet import TakeInAnswers
from workshop.ui.pages.evaluation.open_answers import AnswerWish
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.evaluation.page import EvaluationPage


class AnswerActs:
    """The verbs of one page of evaluation that concern answers."""

    def __init__(self, page: "EvaluationPage") -> None:
        self._page = page
        page.add_command(
            page.say("Save all answers as a spreadsheet"), ["Ctrl+Shift+S"], self.save_all, icon="download",
            possible=lambda: any(form.answers for form in page.situation.forms),
        )  # fmt: skip

    def do(self, wish: AnswerWish) -> None:
        """Do what somebody wants of the open answers."""
        library, theme = self._page.desk.library, wish.theme
        if wish.verb == "sort" and wish.answer_id is not None:
            self._run(
                partial(
                    answer_themes.sort_answer, library, form_id=wish.form_id, item=wish.item, answer_id=wish.answer_id,
                    theme_id=theme.id if theme else None,
                )
            )  # fmt: skip
        elif wish.verb == "new":
            ids = [wish.answer_id] if wish.answer_id else []
            make = partial(
                answer_themes.add_answer_theme, library, form_id=wish.form_id, item=wish.item, answer_ids=ids
            )
            self._ask_title(self._page.say("New theme"), self._page.say("Make the theme"), "", make)
        elif wish.verb == "rename" and theme is not None:
            rename = partial(answer_themes.rename_answer_theme, library, theme_id=theme.id)
            self._ask_title(self._page.say("Rename theme"), self._page.say("Save"), theme.title, rename)
        elif wish.verb == "remove" and theme is not None:
            self._run(partial(answer_themes.remove_answer_theme, library, theme_id=theme.id))

    def save_all(self) -> None:
        """Ask where the answers to all closed forms of the project are saved."""
        self.ask_place(None)

    def ask_place(self, form: FormRecord | None) -> None:
        """Ask where the answers to a form, or to all, are saved as a workbook with scores and codebook."""
        page, say = self._page, self._page.say
        name = f"{say('answers')}.xlsx"
        dialog = QFileDialog(page, say("Save as a spreadsheet"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter(f"{say('Spreadsheets')} (*.xlsx)")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self.save(file, form))
        dialog.open()

    def save(self, file: str, form: FormRecord | None) -> None:
        """Write the workbook on the worker."""
        page, project = self._page, self._page.situation.project
        if project is None:
            return
        work = partial(
            write_answer_workbook, page.desk.library, page.desk.language, file=Path(file), project_id=project.id,
            form_id=form.id if form else None,
        )  # fmt: skip
        page.desk.tasks.run(
            work, lambda path: page.noticeRequested.emit(mark("Saved as {file}.", file=path.name)), owner=page
        )

    def ask_file(self, form: FormRecord) -> None:
        """Ask for a spreadsheet of answers and show what would become of it."""
        say = self._page.say
        dialog = QFileDialog(self._page, say("Choose a spreadsheet of answers"))
        dialog.setNameFilter(f"{say('Spreadsheets')} (*.xlsx *.csv *.tsv *.txt)")
        dialog.fileSelected.connect(lambda file: self.take_in_file(file, form))
        dialog.open()

    def take_in_file(self, file: str, form: FormRecord) -> None:
        """Read a file on the worker, then show what would become of it."""

        def read() -> Table:
            try:
                return read_table(Path(file).read_bytes())
            except OSError as error:
                raise InputError(mark("{file} cannot be read.", file=Path(file).name)) from error

        self._page.desk.tasks.run(read, lambda table: self._show(table, form), owner=self._page)

    def _show(self, table: Table, form: FormRecord) -> None:
        sheet = TakeInAnswers(self._page.desk, form, table, self._page)
        sheet.takenIn.connect(self._taken_in)
        sheet.open()

    def _taken_in(self, changed: Changed[int]) -> None:
        self._page.reload()
        if changed.undo is not None:
            self._page.undoOffered.emit(changed.undo)

    def _ask_title(self, heading: str, verb: str, title: str, work: Any) -> None:
        page = self._page
        dialog = FormDialog(
            page.desk, heading, (Field("title", page.say("Name of the theme"), required=True),), verb, page, stay=True,
            values={"title": title},
        )  # fmt: skip
        dialog.submitted.connect(lambda values: self._run(partial(work, title=values["title"]), dialog))
        dialog.open()

    def _run(self, work: Any, dialog: FormDialog | None = None) -> None:
        self._page.do(work, dialog=dialog, done=lambda _changed: self._page.reload())
