"""All reports of a session into one folder: its report, its votes, the evaluations of its services."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from workshop.language import Message, mark
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.keeping.library import Library
from workshop.services.reporting import GatheredReport, ReportOffer, gather_report, save_reports
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.pages.reports.asking import ask_personal, documents
from workshop.ui.pages.reports.building import Wish, distinct, file_name, plain_name
from workshop.ui.tasks import Build
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.progress_bar import SlimBar

if TYPE_CHECKING:
    from workshop.ui.pages.reports.page import ReportsPage

KINDS = ("session", "poll", "evaluation")

Gathered = Mapping[ReportOffer, GatheredReport]


class SessionFolder(Sheet):
    """Gathers, shows what looks personal, asks for a folder, then builds and writes with progress and cancel."""

    saved = Signal(object)  # Path of one of the files

    def __init__(self, page: "ReportsPage", session: LabSessionRecord) -> None:
        super().__init__(page.desk, page.say("Save all of this session"), page, width=460)
        self._page, self._session = page, session
        offers = page.offers
        groups = offers.groups(session.id) if offers else ()
        self._offers = [offer for group in groups for offer in group.offers if offer.kind.name in KINDS]
        self._gathered: Gathered = {}
        self._build: Build | None = None
        self.words = paragraph()
        self.bar = SlimBar(page.desk, page.say("Progress"), height=6)
        inner = QVBoxLayout()
        inner.setContentsMargins(RING, 0, RING, 0)
        inner.setSpacing(14)
        inner.addWidget(self.words)
        inner.addWidget(self.bar)
        self.body.addLayout(inner)

    def start(self) -> None:
        """Begin with what there is to be said in the reports."""
        self._gather(self._ask)

    def save_in(self, folder: Path) -> None:
        """Build the reports and write them into a new folder of the session."""
        say = self._page.say
        names = distinct({offer: self._name(offer) for offer in self._offers})
        reports = [(names[offer], self._gathered[offer]) for offer in self._offers]
        name = plain_name(f"{self._session.document_number} {self._session.title}")
        self.words.setText(
            self._page.say_many("{n} report is being built.", "{n} reports are being built.", len(reports))
        )
        self.bar.show_part(0, 100)
        self.open()
        self._build = self._page.desk.tasks.build(
            lambda: save_reports(folder, name, reports), lambda share: self.bar.show_part(round(100 * share), 100),
            lambda place: self._done(place / reports[0][0]), self._failed, owner=self,
        )  # fmt: skip
        self.cancel_button.setText(say("Cancel"))

    def reject(self) -> None:
        """Stop; nothing of it stays."""
        if self._build is not None:
            self._build.cancel()
        super().reject()
        self.deleteLater()

    def _name(self, offer: ReportOffer) -> str:
        number = getattr(self._gathered[offer].record, "document_number", self._session.document_number)
        return file_name(Wish(offer, self._gathered[offer].options), number)

    def _gather(self, then: Callable[[], object]) -> None:
        page = self._page
        wanted = [(offer, page.options_of(offer)) for offer in self._offers]

        def done(gathered: Gathered) -> None:
            self._gathered = gathered
            then()

        page.desk.tasks.run(partial(_gather, page.desk.library, wanted), done, self._failed, owner=self)

    def _ask(self) -> None:
        """What nobody has decided on is shown once for all reports together."""
        page = self._page
        findings = [finding for report in self._gathered.values() for finding in report.open]
        if not findings:
            self._ask_folder()
            return
        sheet = ask_personal(page, findings, frozenset(), self._go_on)
        sheet.rejected.connect(self.reject)

    def _go_on(self) -> None:
        self._page.rebuild()  # the report in sight may be among them
        self._gather(self._ask_folder)

    def _ask_folder(self) -> None:
        page = self._page
        folder = page.leaving.saved.parent if page.leaving.saved else documents()
        dialog = QFileDialog(page.window(), page.say("Choose a folder"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda place: self.save_in(Path(place)))
        dialog.rejected.connect(self.reject)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, file: Path) -> None:
        self.accept()
        self.saved.emit(file)
        self._page.noticeRequested.emit(mark("The reports are in the folder {folder}.", folder=file.parent.name))

    def _failed(self, error: Exception) -> None:
        self._build = None
        message = getattr(error, "message", None)
        if isinstance(message, Message) and self.isVisible():
            self.bar.hide()
            self.words.setText(self._page.tell(message))
            self.words.set_role("danger")
            self.cancel_button.setText(self._page.say("Close"))
        else:
            self.reject()
            self._page.desk.tasks.failed.emit(error)


def _gather(library: Library, wanted: list[tuple[ReportOffer, ReportOptions]]) -> Gathered:
    return {
        offer: gather_report(library, kind=offer.kind, target=offer.target, options=options)
        for offer, options in wanted
    }
