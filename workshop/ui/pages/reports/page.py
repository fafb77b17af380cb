"""The reports page: what can be made, a preview of the real PDF, and the ways to take it away."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from workshop.models.enums import SessionState
from workshop.models.errors import NotFoundError, WorkshopError
from workshop.models.records.changes import Changed
from workshop.models.records.report_options import ReportOptions
from workshop.services.keeping.library import Library
from workshop.services.reporting import ReportOffer, ReportOffers, Target, decide_on_personal_data, list_offers
from workshop.services.sessions.lab_sessions import session_plan
from workshop.ui.desk import Desk
from workshop.ui.page import Page, Place
from workshop.ui.pages.reports.asking import ask_archive, ask_logo, ask_names, ask_page, ask_report_to_check
from workshop.ui.pages.reports.building import BuiltReport, Wish, build_report
from workshop.ui.pages.reports.leaving import Leaving
from workshop.ui.pages.reports.refusal import OPTIONS as OPTIONS_BESIDE
from workshop.ui.pages.reports.remembering import kept_options, options_of
from workshop.ui.pages.reports.verdict_sheet import VerdictSheet, pdf_in
from workshop.ui.pages.reports.view import ReportsView
from workshop.ui.pages.reports.workbench import LIST, OPTIONS
from workshop.ui.report_places import leads_to
from workshop.ui.tasks import Build

_PATIENCE = 250  # milliseconds after which a build shows its progress

Key = tuple[str, Target]


class ReportsPage(Page):
    """Choose a report and its options; the pages are shown as they will be printed."""

    name = "reports"

    valuesChanged = Signal(object)  # values of the settings by name

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.offers: ReportOffers | None = None
        self.built: BuiltReport | None = None
        self.settings = desk.settings
        self._subject: UUID | None = None
        self._offer: ReportOffer | None = None
        self._named: set[Key] = set()  # reports that somebody wanted names in, until the program is closed
        self._wish: Wish | None = None  # what the build that runs will show
        self._build: Build | None = None
        self._then: Callable[[], object] | None = None  # what waits for the build
        self.view = ReportsView(desk)
        self.view.setVisible(False)
        self.content.addWidget(self.view, 1)
        self.leaving = Leaving(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(lambda: self.view.show_state("building"))
        self.setAcceptDrops(True)
        self._connect()
        self._declare()

    def _connect(self) -> None:
        view = self.view
        view.subject.subjectChosen.connect(self.choose_subject)
        view.list.chosen.connect(self.choose)
        view.options.changed.connect(self.change_options)
        view.options.namesWanted.connect(lambda: ask_names(self))
        view.options.logoWanted.connect(lambda: ask_logo(self))
        view.zoom_choice.chosen.connect(view.preview.set_zoom)
        view.smaller_button.clicked.connect(lambda: view.preview.magnify(-1))
        view.larger_button.clicked.connect(lambda: view.preview.magnify(1))
        view.page_button.clicked.connect(lambda: ask_page(self))
        view.preview.pageChanged.connect(self._show_page)
        view.cancel_button.clicked.connect(self.cancel)
        view.again_button.clicked.connect(self.rebuild)
        view.wayWanted.connect(self._lead_on)
        view.check_button.clicked.connect(lambda: ask_report_to_check(self))
        view.archive_button.clicked.connect(lambda: ask_archive(self))
        view.save_button.clicked.connect(self.leaving.save)
        view.print_button.clicked.connect(self.leaving.print)
        view.all_button.clicked.connect(self.leaving.save_all)
        view.foot.lookRequested.connect(self.leaving.look)
        view.foot.fileRequested.connect(self.leaving.open_file)
        view.foot.folderRequested.connect(self.leaving.open_folder)

    def _declare(self) -> None:
        say, preview = self.say, self.view.preview

        def has_pages() -> bool:
            return preview.page_count > 0 and self.view.refusal is None

        for words, keys, call in (
            (say("Next page"), "Ctrl+PgDown", lambda: preview.go_to(preview.page + 1)),
            (say("Page before"), "Ctrl+PgUp", lambda: preview.go_to(preview.page - 1)),
            (say("Go to a page"), "Ctrl+G", lambda: ask_page(self)),
            (say("Larger pages"), "Ctrl+]", lambda: preview.magnify(1)),
            (say("Smaller pages"), "Ctrl+[", lambda: preview.magnify(-1)),
        ):
            self.add_command(words, [keys], call, possible=has_pages)
        is_open = self._is_open
        self.add_command(say("Report options"), ["Ctrl+Shift+O"], self.focus_options, possible=is_open)
        self.add_command(say("Check a report"), ["Ctrl+Shift+K"], lambda: ask_report_to_check(self))
        self.add_command(
            say("Save all of this session"), ["Ctrl+Shift+S"], self.leaving.save_all,
            possible=lambda: self.session_id is not None,
        )  # fmt: skip

    @property
    def session_id(self) -> UUID | None:
        """The session whose reports are listed, none for those of the whole project."""
        return self._subject

    @property
    def offer(self) -> ReportOffer | None:
        """The report that is chosen."""
        return self._offer

    @property
    def is_ready(self) -> bool:
        """Whether the pages in sight are those of what is chosen; newer data may still be on their way into them."""
        return self.built is not None and self._wish == self.built.wish

    # Where it is.

    def open(self, place: Place) -> None:
        """Show the report that the place means, else that of its session, else of its project."""
        if place.item_id is not None or place != self.place:
            self._offer = None
        super().open(place)

    def reload(self) -> None:
        """Read what reports there are, and build the chosen one anew."""
        self.desk.tasks.run(partial(_load, self.desk.library, self.place), self._show, owner=self)

    def draft(self) -> dict[str, Any]:
        """Which report, in which size, where it was saved."""
        return {
            "subject": self._subject, "key": self._offer.key if self._offer else None, "zoom": self.view.preview.zoom,
            "named": self._named, "saved": self.leaving.saved, "side": self.view.bench.side,
        }  # fmt: skip

    def restore(self, draft: dict[str, Any]) -> None:
        """Look at the same report again."""
        self._named = draft["named"]
        self.leaving.saved = draft["saved"]
        self.view.bench.show_side(draft["side"])
        self.view.zoom_choice.set_chosen(draft["zoom"][0])
        self.view.preview.set_zoom(*draft["zoom"])
        key, subject = draft["key"], draft["subject"]

        def choose_again(offers: ReportOffers | None) -> None:
            if offers is not None:
                self._subject, self._offer = subject, offers.find(subject, lambda offer: offer.key == key)
            self._show(offers)

        self.desk.tasks.run(partial(_load, self.desk.library, self.place), choose_again, owner=self)

    def focus_first(self) -> None:
        """The keyboard begins at the chosen report."""
        super().focus_first()
        self.view.bench.show_side(LIST)
        self.view.list.focus_chosen()

    def focus_options(self) -> None:
        """Put the keyboard on the options."""
        self.view.bench.show_side(OPTIONS)
        self.view.options.focus_first()

    # What is chosen.

    def choose_subject(self, session_id: UUID | None) -> None:
        """List the reports of another session, or of the whole project; the kind stays where there is one."""
        if self.offers is None:
            return
        kind = self._offer.kind if self._offer else None
        self._subject = session_id
        self._offer = self.offers.find(session_id, lambda offer: offer.kind is kind) or self.offers.find(
            session_id, lambda _offer: True
        )
        self._show(self.offers)

    def choose(self, offer: ReportOffer) -> None:
        """Look at another report."""
        self._offer = offer
        self._show_options()
        self.rebuild()

    def change_options(self, options: ReportOptions) -> None:
        """Build the report with other options, and remember them for its kind."""
        if self._offer is None:
            return
        (self._named.add if options.names else self._named.discard)(self._offer.key)
        values = kept_options(self.settings, self._offer.kind, options)
        self.settings = self.settings.with_(**values)
        self.valuesChanged.emit(values)
        self._show_options()
        self.rebuild()

    def options_of(self, offer: ReportOffer) -> ReportOptions:
        """The options of a report: as remembered for its kind, with names where somebody wanted them."""
        return replace(options_of(self.settings, offer.kind), names=offer.key in self._named)

    def decide(self, seen: frozenset[str], left: frozenset[str], done: Callable[[], object]) -> None:
        """Keep what was decided on personal details in the texts of the project; it can be undone."""
        if self.offers is None:
            return
        project_id = self.offers.project.id
        verb = partial(decide_on_personal_data, self.desk.library, project_id=project_id, seen=seen, left=left)
        self.do(verb, done=lambda _changed: done())

    def go_on(self, wish: Wish, then: Callable[[], object]) -> None:
        """Build the pages anew, then go on, unless something else has been chosen in the meantime."""
        self.rebuild()
        if wish == self._wish:
            self._then = then

    def undecided(self) -> bool:
        """Whether something looks personal in the pages in sight that nobody has decided on."""
        return self.built is not None and bool(self.built.open)

    def _current_wish(self) -> Wish | None:
        return Wish(self._offer, self.options_of(self._offer)) if self._offer else None

    # What is shown.

    def _show(self, offers: ReportOffers | None) -> None:
        self.offers = offers
        self.view.setVisible(True)
        self.view.header.set_over(offers.project.title if offers else "")
        if offers is None:
            self._stop()
            state = self.view.show_empty(
                "file-text", self.say("No project is open"),
                self.say("Choose a project first; its reports are made here."), self.say("To the projects"),
            )  # fmt: skip
            state.chosen.connect(lambda: self.pageRequested.emit("start", None))
            return
        key = self._offer.key if self._offer else None
        self._offer = offers.find(self._subject, lambda offer: offer.key == key) if key else None
        if self._offer is None:
            self._subject, self._offer = _likeliest(offers, self.place)
        self.view.show_body()
        self.view.subject.show_offers(offers, self._subject)
        self.view.list.show_groups(offers.groups(self._subject), self._offer)
        self.view.all_button.setVisible(self._subject is not None)
        self._show_options()
        self.rebuild()

    def _show_options(self) -> None:
        if self._offer is not None:
            self.view.options.show_options(self._offer.kind, self.options_of(self._offer))

    def _show_page(self, page: int, pages: int) -> None:
        self.view.page_button.setText(self.say("Page {page} of {all}", page=page, all=pages) if pages else "")

    def _show_found(self) -> None:
        found = {finding.text for finding in self.built.findings} if self.built else set[str]()
        self.view.foot.show_found(len(found), decided=not self.undecided())

    def _is_open(self) -> bool:
        return self.offers is not None

    # Building.

    def rebuild(self) -> None:
        """Build the chosen report; the one shown stays until the new one is there."""
        wish = self._current_wish()
        if wish is None:
            return
        then = self._then if wish == self._wish else None  # what waits still waits when only the data changed
        self._stop()
        self._wish, self._then = wish, then
        self._set_ready(self.built is not None and self.built.wish == wish)
        self.view.progress.show_part(0, 100)
        self._patience.start()
        make = partial(build_report, self.desk.library, wish, self.desk.language.code)
        self._build = self.desk.tasks.build(make, self._show_progress, self._built, self._failed, owner=self)

    def cancel(self) -> None:
        """Stop building; what was shown before stays."""
        self._stop()
        self.view.show_state("stopped")

    def _show_progress(self, share: float) -> None:
        self.view.progress.show_part(round(100 * share), 100)

    def _built(self, built: BuiltReport) -> None:
        same = self.built is not None and self.built.wish.offer.key == built.wish.offer.key
        then = self._then
        self._stop()
        self.built = built
        self.view.preview.show_paper(built.paper, keep_place=same)
        self.view.foot.show_notes(built.notes)
        self._show_found()
        self.leaving.show_saved()
        self.view.show_state("idle")
        self._set_ready(ready=True)
        if then is not None:
            then()

    def _failed(self, error: Exception) -> None:
        self._stop()
        if isinstance(error, WorkshopError):
            self.view.show_refusal(error)
        else:
            self.view.show_state("stopped")
            self.desk.tasks.failed.emit(error)

    def _lead_on(self) -> None:
        """Go where what a refused report lacks can be put in, or try again."""
        leads_to = self.view.refusal.leads_to if self.view.refusal else ""
        if leads_to == OPTIONS_BESIDE:
            self.focus_options()
        elif leads_to:
            session_id = self._subject or self.place.session_id
            self.pageRequested.emit(leads_to, self.place.with_(session_id=session_id, item_id=None))
        else:
            self.rebuild()

    def _stop(self) -> None:
        self._patience.stop()
        self._then = None
        if self._build is not None:
            self._build.cancel()
            self._build = None

    def _set_ready(self, ready: bool) -> None:
        for button in (self.view.save_button, self.view.print_button):
            button.setEnabled(ready)

    # Checking.

    def check_report(self, file: Path) -> VerdictSheet:
        """Say whether a report, and the data inside it, is unchanged."""
        sheet = VerdictSheet(self.desk, file, self)
        sheet.open()
        return sheet

    def stale(self, changed: Changed[Any]) -> bool:
        """Everything is in a report, but for the undo stack alone."""
        return self.isVisible() and bool(changed.touched - {"undo_step", "journal_entry", "journal_head"})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A PDF may be dropped anywhere on this page."""
        if pdf_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check it."""
        file = pdf_in(event)
        if file is not None:
            event.acceptProposedAction()
            self.check_report(file)


def _load(library: Library, place: Place) -> ReportOffers | None:
    """What can be made of the project of a place."""
    try:
        project_id = place.project_id
        if project_id is None and place.session_id is not None:
            project_id = session_plan(library, session_id=place.session_id).session.project_id
        return list_offers(library, project_id=project_id) if project_id is not None else None
    except NotFoundError:
        return None


def _likeliest(offers: ReportOffers, place: Place) -> tuple[UUID | None, ReportOffer | None]:
    """What a place means; else the session that is looked at, else the last that ended, else the project."""
    own = place.session_id if offers.session(place.session_id) else None
    item = place.item_id
    for session_id in (own, *(session.id for session in offers.sessions), None) if item is not None else ():
        found = offers.find(session_id, lambda offer: item is not None and leads_to(item, offer))
        if found is not None:
            return session_id, found
    ended = (session.id for session in offers.sessions if session.state is SessionState.CLOSED)
    session_id = own or next(ended, None)
    return session_id, offers.find(session_id, lambda _offer: True)
