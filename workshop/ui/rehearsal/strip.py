"""The strip above a session that is only practice: that it is, how far its rehearsal is, and the way to be rid of it."""

from uuid import UUID

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from workshop.models.records.changes import Changed
from workshop.services.projects import projects
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.page import Page
from workshop.ui.widgets.buttons import QuietButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import BodyLabel
from workshop.ui.widgets.pill import Pill


class PracticeStrip(QFrame):
    """Shown while the page is at a practice session, and after its rehearsal until somebody leaves."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._player = page.desk.rehearsal
        self._project_id: UUID | None = None
        self.dialog: Confirm | None = None
        say = page.say
        self.setProperty("look", "strip")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = BodyLabel()
        self.stop_button = QuietButton(say("Stop the rehearsal"))
        self.stop_button.clicked.connect(self._stop)
        self.remove_button = QuietButton(say("Remove all practice"))
        self.remove_button.clicked.connect(self._ask_to_remove)
        row = FlowLayout(self, spacing=12)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (Pill(say("Practice"), "warn"), self._words, self.stop_button, self.remove_button):
            row.addWidget(widget)
        if self._player is not None:
            self._player.changed.connect(self._show_progress)
        self.hide()

    def show_for(self, session_id: UUID | None, project_id: UUID | None, *, practice: bool) -> None:
        """Be there where the session is practice, or was the one that has just been rehearsed."""
        player = self._player
        rehearsed = player is not None and session_id is not None and player.session_id == session_id
        self._project_id = project_id if practice else player.project_id if rehearsed and player else None
        self.setVisible(practice or rehearsed)
        self._show_progress()

    def _show_progress(self) -> None:
        say_many, player = self._page.say_many, self._player
        playing = player is not None and player.is_playing
        if playing and player is not None:
            words = say_many(
                "A rehearsal is under way: {n} act so far.", "A rehearsal is under way: {n} acts so far.", player.done
            )
        elif player is not None and player.done:
            words = say_many(
                "The rehearsal is over, or was stopped: {n} act.",
                "The rehearsal is over, or was stopped: {n} acts.",
                player.done,
            )
        else:
            words = self._page.say("What happens here counts nowhere.")
        self._words.setText(words)
        self.stop_button.setVisible(playing)
        self.remove_button.setVisible(not playing)

    def _stop(self) -> None:
        if self._player is not None:
            self._player.stop()
        self.remove_button.setFocus()

    def _ask_to_remove(self) -> None:
        page, project_id = self._page, self._project_id
        if project_id is None:
            return
        self.dialog = Confirm(
            page.desk,
            page.say("Remove all practice?"),
            page.say("The practice project goes with its sessions, ideas, votes and answers. Nothing real is touched."),
            page.say("Remove all practice"),
            page,
        )
        self.dialog.confirmed.connect(lambda: self._remove(project_id))
        self.dialog.open()

    def _remove(self, project_id: UUID) -> None:
        page, player = self._page, self._player

        def done(_changed: Changed[None]) -> None:
            if player is not None:
                player.forget()
            page.noticeRequested.emit(page.say("All practice was removed."))
            page.pageRequested.emit("start", None)

        library = page.desk.library
        page.desk.tasks.run(lambda: projects.delete_project(library, project_id=project_id), done, owner=page)
