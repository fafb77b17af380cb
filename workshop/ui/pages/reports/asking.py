"""The questions of the reports page: names, a logo, a page, a report to check."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from workshop.language import Message, mark
from workshop.models.errors import InputError
from workshop.models.records.report_options import PersonalDataFinding
from workshop.services.reporting import read_logo
from workshop.ui.archive.write import WriteArchive
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.reports.personal_sheet import PersonalSheet
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.reports.page import ReportsPage

_MOST_LOGO_BYTES = 40 * 1024 * 1024


def documents() -> Path:
    """Where people keep their documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_archive(page: "ReportsPage") -> WriteArchive | None:
    """Offer to write the archive of what the reports are of: the session, or the whole project."""
    if page.offers is None:
        return None
    project, session = page.offers.project, page.offers.session(page.session_id)
    name = f"{session.document_number} {session.title}" if session else f"{project.document_prefix} {project.title}"
    ids = {"session_id": session.id} if session else {"project_id": project.id}
    sheet = WriteArchive(page.desk, page, name=name, **ids)
    sheet.open()
    return sheet


def ask_names(page: "ReportsPage") -> Confirm:
    """Names go into a report only after somebody has said so."""
    say, options = page.say, page.view.options.options
    sheet = Confirm(
        page.desk, say("Put names into it?"),
        say("The names of participants will stand in it as they are in the register, readable for everybody who gets the "
            "paper or the file. Use it for this session, then keep it safe or destroy it."),
        say("With names"), page, danger=False,
    )  # fmt: skip
    sheet.confirmed.connect(lambda: page.change_options(replace(options, names=True)))
    sheet.open()
    return sheet


def ask_personal(
    page: "ReportsPage",
    findings: Sequence[PersonalDataFinding],
    left: frozenset[str],
    done: Callable[[], object],
) -> PersonalSheet:
    """What looks personal goes out only after somebody has looked at it; what is decided is kept with the project."""
    sheet = PersonalSheet(page.desk, findings, left, page)
    seen = frozenset(finding.text for finding in findings)
    sheet.decided.connect(lambda stays: page.decide(seen, stays, done))
    sheet.open()
    return sheet


def ask_logo(page: "ReportsPage") -> QFileDialog:
    """Choose a picture for the head of reports; a file that is none is told of in one sentence."""
    dialog = QFileDialog(
        page.window(), page.say("Choose a logo"), str(documents()),
        page.say("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)",
    )  # fmt: skip
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: take_logo(page, Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def take_logo(page: "ReportsPage", file: Path) -> None:
    """Read a picture and put it into the head of reports."""

    def failed(error: Exception) -> None:
        message = getattr(error, "message", None)
        if isinstance(message, Message):
            page.view.options.show_logo_error(page.tell(message))
        else:
            page.desk.tasks.failed.emit(error)

    def done(logo: bytes) -> None:
        page.change_options(replace(page.view.options.options, logo=logo))

    page.desk.tasks.build(lambda: _read(file), done=done, failed=failed, owner=page)


def ask_page(page: "ReportsPage") -> FormDialog | None:
    """Go to a page by its number."""
    preview = page.view.preview
    if preview.page_count == 0:
        return None
    number = Field("page", page.say("Page"), "number", least=1, most=preview.page_count, required=True)
    sheet = FormDialog(
        page.desk, page.say("Go to a page"), [number], page.say("Go there"), page, values={"page": preview.page + 1},
        text=page.say_many("There is {n} page.", "There are {n} pages.", preview.page_count), width=360,
    )  # fmt: skip

    def go(values: dict[str, Any]) -> None:
        preview.go_to(values["page"] - 1)
        preview.setFocus()

    sheet.submitted.connect(go)
    sheet.open()
    return sheet


def ask_report_to_check(page: "ReportsPage") -> QFileDialog:
    """Choose a PDF and say whether it is unchanged."""
    folder = page.leaving.saved.parent if page.leaving.saved else documents()
    dialog = QFileDialog(page.window(), page.say("Check a report"), str(folder), "PDF (*.pdf)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: page.check_report(Path(file)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _read(file: Path) -> Generator[None, None, bytes]:
    yield
    try:
        if file.stat().st_size > _MOST_LOGO_BYTES:
            raise InputError(mark("This picture file is larger than 40 MB. Please save it smaller first."))
        return read_logo(file.read_bytes())
    except OSError as error:
        raise InputError(mark("The file {file} cannot be read.", file=file.name)) from error
