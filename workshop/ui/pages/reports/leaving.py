"""The ways a report leaves: saved, printed, all of a session at once; what looks personal is shown before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from workshop.language import mark
from workshop.services.keeping.writing import write_file
from workshop.ui.pages.reports.asking import ask_personal, documents
from workshop.ui.pages.reports.session_folder import SessionFolder

if TYPE_CHECKING:
    from workshop.ui.pages.reports.page import ReportsPage


class Leaving(QObject):
    """Asks what has to be asked, then where to; remembers where the last report went."""

    def __init__(self, page: "ReportsPage") -> None:
        super().__init__(page)
        self._page = page
        self.saved: Path | None = None
        self._saved_of: object = None  # the report in sight when it was saved

    def look(self) -> None:
        """Show what looks personal in the report."""
        self._show_findings(lambda: None)

    def save(self) -> None:
        """Save the PDF where the system's dialog says."""
        self._when_decided(self._ask_where)

    def print(self) -> None:
        """Print through the system's dialog."""
        self._when_decided(self._ask_printer)

    def save_all(self) -> None:
        """Save the reports of the session into one folder."""
        page = self._page
        session = page.offers.session(page.session_id) if page.offers else None
        if page.offers is None or session is None:
            return
        sheet = SessionFolder(page, session)
        sheet.saved.connect(self._remember)
        sheet.start()

    def write(self, path: Path, content: bytes) -> None:
        """Write the PDF; a failure is told in one sentence and leaves what was there."""

        def done(_nothing: None) -> None:
            self._remember(path)

        self._page.desk.tasks.run(partial(write_file, path, content), done, owner=self._page)

    def show_saved(self) -> None:
        """Say at the foot where the report in sight went."""
        is_this = self.saved is not None and self._saved_of == self._in_sight
        self._page.view.foot.show_saved(self.saved.name if self.saved and is_this else "")

    def open_file(self) -> None:
        """Open what was saved last with the system's own program."""
        if self.saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved)))

    def open_folder(self) -> None:
        """Open the folder it is in."""
        if self.saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved.parent)))

    # What has to be asked first.

    def _when_decided(self, then: Callable[[], object]) -> None:
        page = self._page
        if not page.is_ready:
            return
        if page.undecided():
            self._show_findings(partial(self._when_decided, then))
        else:
            then()

    def _show_findings(self, then: Callable[[], object]) -> None:
        page, built = self._page, self._page.built
        if built is None or not built.findings or not page.is_ready:
            return
        ask_personal(page, built.findings, built.left, partial(page.go_on, built.wish, then))

    # Where to.

    def _ask_where(self) -> None:
        page, built = self._page, self._page.built
        if built is None:
            return
        folder = self.saved.parent if self.saved else documents()
        dialog = QFileDialog(page.window(), page.say("Save the report"), str(folder), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(built.file_name)
        content = built.paper.content
        dialog.fileSelected.connect(lambda file: self.write(Path(file), content))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        from workshop.ui.pages.reports.printing import PrintJob  # looks for printers when it is loaded

        page, built = self._page, self._page.built
        if built is None:
            return
        job = PrintJob(page.desk.tasks, built.paper, built.file_name.removesuffix(".pdf"), page)
        job.failed.connect(
            lambda: page.noticeRequested.emit(mark("The printer did not take the report. Save the PDF and print that."))
        )
        job.finished.connect(lambda _pages: page.noticeRequested.emit(mark("The report was sent to the printer.")))
        job.ask()

    @property
    def _in_sight(self) -> object:
        return self._page.built.wish.offer.key if self._page.built else None

    def _remember(self, file: Path) -> None:
        self.saved, self._saved_of = file, self._in_sight
        self.show_saved()
