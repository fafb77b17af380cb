"""The reports page: a preview of the real PDF, and the ways to take it away."""

import re
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from workshop.language import load_language, mark
from workshop.models.enums import SessionState
from workshop.models.errors import NotFoundError
from workshop.models.records.changes import Changed
from workshop.services.lab_sessions import list_sessions, session_plan
from workshop.services.library import Library
from workshop.services.projects import get_project
from workshop.services.reporting import project_report, session_report, write_report
from workshop.ui.desk import Desk
from workshop.ui.page import Page, Place
from workshop.ui.pages.reports.choices import Shelf
from workshop.ui.pages.reports.rendering import Paper, read_paper
from workshop.ui.pages.reports.view import ReportsView
from workshop.ui.tasks import Build

_PATIENCE = 250  # milliseconds after which a build shows its progress
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
LONGEST_NAME = 80  # characters

Wanted = tuple[UUID | None, str]  # a session (none: the project) and the code of a language


class ReportsPage(Page):
    """Choose a report and a language; the pages are shown as they will be printed."""

    name = "reports"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shelf = Shelf()
        self.paper: Paper | None = None
        self._session_id: UUID | None = None
        self._chosen = False  # whether a report has been chosen for this project
        self._wanted: Wanted | None = None  # what the build that runs will show
        self._shown: Wanted | None = None  # what the paper is of
        self._build: Build | None = None
        self._folder: Path | None = None
        self.view = ReportsView(desk)
        self.view.setVisible(False)
        self.content.addWidget(self.view, 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(lambda: self.view.show_state("building"))
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.list.chosen.connect(self.choose)
        view.language_choice.chosen.connect(lambda _code: self._rebuild())
        view.zoom_choice.chosen.connect(view.preview.set_zoom)
        view.preview.pageChanged.connect(self._show_page)
        view.cancel_button.clicked.connect(self.cancel)
        view.again_button.clicked.connect(self._rebuild)
        view.save_button.clicked.connect(self.ask_where)
        view.print_button.clicked.connect(self.ask_printer)
        view.folder_button.clicked.connect(self._open_folder)

    @property
    def file_name(self) -> str:
        """A sensible name for the file: document number and title."""
        if self.paper is None:
            return ""
        words = _FORBIDDEN.sub(" ", f"{self.paper.number} {self.paper.title}")
        return " ".join(words.split())[:LONGEST_NAME].strip(" .") + ".pdf"

    def open(self, place: Place) -> None:
        """Show the report of the place's session, else of its project."""
        if place.project_id != self.place.project_id or place.session_id != self.place.session_id:
            self._chosen = False
        super().open(place)

    def reload(self) -> None:
        """Read what reports there are, and build the chosen one anew."""
        self.desk.tasks.run(partial(_load, self.desk.library, self.place), self._show, owner=self)

    def draft(self) -> dict[str, Any]:
        """Which report, in which language, in which size."""
        return {
            "session_id": self._session_id, "chosen": self._chosen, "language": self.view.language_choice.value,
            "zoom": self.view.zoom_choice.value, "folder": self._folder,
        }  # fmt: skip

    def restore(self, draft: dict[str, Any]) -> None:
        """Look at the same report again."""
        self._session_id, self._chosen = draft["session_id"], draft["chosen"]
        self._folder = draft["folder"]
        self.view.language_choice.set_chosen(draft["language"])
        self.view.zoom_choice.set_chosen(draft["zoom"])
        self.view.preview.set_zoom(draft["zoom"])
        self.reload()

    def focus_first(self) -> None:
        """The keyboard begins at the chosen report."""
        super().focus_first()
        self.view.list.focus_chosen()

    def choose(self, session_id: UUID | None) -> None:
        """Look at another report; none is that of the project."""
        self._session_id, self._chosen = session_id, True
        self._show_note()
        self._rebuild()

    def cancel(self) -> None:
        """Stop building; what was shown before stays."""
        self._stop()
        self.view.show_state("stopped")

    # What is shown.

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.view.setVisible(True)
        self.view.header.set_over(shelf.project.title if shelf.project else "")
        if shelf.project is None:
            self._stop()
            state = self.view.show_empty(
                "file-text", self.say("No project is chosen"),
                self.say("Choose a project first; its reports are made here."), self.say("Choose a project"),
            )  # fmt: skip
            state.chosen.connect(lambda: self.pageRequested.emit("start", None))
            return
        if not self._chosen or (self._session_id is not None and shelf.session(self._session_id) is None):
            self._session_id, self._chosen = _likeliest(shelf, self.place.session_id), True
        self.view.show_body()
        self.view.list.show_shelf(shelf, self._session_id)
        self._show_note()
        self._rebuild()

    def _show_note(self) -> None:
        session = self.shelf.session(self._session_id)
        if session is None:
            note = self.say("No names and no personal data are in a report.")
        elif session.state is SessionState.CLOSED:
            note = self.say("The session has ended: this is its final report. No names are in it.")
        elif session.state is SessionState.RUNNING:
            note = self.say(
                "The session is running: this is how things stand now. Votes and forms that are open are left out."
            )
        else:
            note = self.say("The session has not begun: only its plan is in the report.")
        self.view.note.setText(note)

    def _show_page(self, page: int, pages: int) -> None:
        self.view.page_label.setText(self.say("Page {page} of {all}", page=page, all=pages) if pages else "")

    # Building.

    def _rebuild(self) -> None:
        """Build the chosen report; the one shown stays until the new one is there."""
        project = self.shelf.project
        if project is None:
            return
        self._stop()
        code = str(self.view.language_choice.value)
        self._wanted = (self._session_id, code)
        self._set_ready(self._shown == self._wanted)
        self.view.progress.show_part(0, 100)
        self._patience.start()
        make = partial(_make_paper, self.desk.library, project.id, self._session_id, code)
        self._build = self.desk.tasks.build(make, self._show_progress, self._built, self._failed, owner=self)

    def _show_progress(self, share: float) -> None:
        self.view.progress.show_part(round(100 * share), 100)

    def _built(self, paper: Paper) -> None:
        same = self._shown == self._wanted
        self._stop()
        self.paper, self._shown = paper, self._wanted
        self.view.preview.show_paper(paper, keep_place=same)
        self.view.show_state("idle")
        self._set_ready(ready=True)

    def _failed(self, error: Exception) -> None:
        self.cancel()
        self.desk.tasks.failed.emit(error)

    def _stop(self) -> None:
        self._patience.stop()
        if self._build is not None:
            self._build.cancel()
            self._build = None

    def _set_ready(self, ready: bool) -> None:
        for button in (self.view.save_button, self.view.print_button):
            button.setEnabled(ready)

    # Taking it away.

    def ask_where(self) -> None:
        """Ask for a place to save the PDF, without stopping anything."""
        if self.paper is None:
            return
        folder = self._folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        dialog = QFileDialog(self.window(), self.say("Save the report"), str(folder), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name)
        content = self.paper.content
        dialog.fileSelected.connect(lambda file: self.save(Path(file), content))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path, content: bytes) -> None:
        """Write the PDF; a failure is told in one sentence and leaves what was there."""

        def done(_nothing: None) -> None:
            self._folder = path.parent
            self.view.folder_button.setVisible(True)
            self.noticeRequested.emit(mark("Saved as {file}.", file=path.name))

        self.desk.tasks.run(partial(write_report, path, content), done, owner=self)

    def ask_printer(self) -> None:
        """Print through the system's dialog."""
        if self.paper is None:
            return
        from workshop.ui.pages.reports.printing import PrintJob  # looks for printers when it is loaded

        job = PrintJob(self.desk.tasks, self.paper, self.file_name.removesuffix(".pdf"), self)
        job.failed.connect(
            lambda: self.noticeRequested.emit(mark("The printer did not take the report. Save the PDF and print that."))
        )
        job.finished.connect(lambda _pages: self.noticeRequested.emit(mark("The report was sent to the printer.")))
        job.ask()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def stale(self, changed: Changed[Any]) -> bool:
        """Everything is in a report, but for the undo stack alone."""
        return self.isVisible() and bool(changed.touched - {"undo_step", "journal_entry", "journal_head"})


def _load(library: Library, place: Place) -> Shelf:
    """The project of a place with its sessions, the latest first."""
    try:
        project_id = place.project_id
        if project_id is None and place.session_id is not None:
            project_id = session_plan(library, session_id=place.session_id).session.project_id
        if project_id is None:
            return Shelf()
        project = get_project(library, project_id=project_id)
    except NotFoundError:
        return Shelf()
    sessions = [line.session for line in list_sessions(library, project_id=project.id)]
    return Shelf(project, tuple(reversed(sessions)))


def _likeliest(shelf: Shelf, session_id: UUID | None) -> UUID | None:
    """The session that is looked at, else the last that ended; none (the project) where there is neither."""
    if shelf.session(session_id) is not None:
        return session_id
    return next((session.id for session in shelf.sessions if session.state is SessionState.CLOSED), None)


def _make_paper(
    library: Library, project_id: UUID, session_id: UUID | None, code: str
) -> Generator[float, None, Paper]:
    """Build a report and look at its pages."""
    language = load_language(code)
    if session_id is None:
        content = yield from project_report(library, project_id=project_id, language=language)
    else:
        content = yield from session_report(library, session_id=session_id, language=language)
    return read_paper(content)
