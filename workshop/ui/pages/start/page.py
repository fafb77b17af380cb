"""The first page: the projects, what needs attention, and the way to a new one."""

from collections.abc import Generator
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from workshop.models.records.projects import ProjectCard, ProjectRecord
from workshop.services.projects import projects
from workshop.services.sample import sample
from workshop.ui.archive.take_in import TakeInArchive, archive_in
from workshop.ui.desk import Desk
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page, Place
from workshop.ui.pages.project.fields import project_fields, project_values
from workshop.ui.pages.start.attention import AttentionCard, points_of
from workshop.ui.pages.start.sample_progress import SampleProgress
from workshop.ui.pages.start.shelf import TileShelf
from workshop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.headings import LeadLabel
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.page_header import PageHeader


class StartPage(Page):
    """Projects as cards; a first start offers a new project and the sample."""

    name = "start"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = self.say
        self._dialog: FormDialog | Confirm | None = None
        self._is_making = False
        self.header = PageHeader(say("Projects"))
        self._making = SampleProgress(desk), SampleProgress(desk)  # below the first steps, beside the buttons
        self.header.add_button(self._making[1])
        self.sample_button = QuietButton(say("Open the sample"))
        self.sample_button.clicked.connect(self.open_sample)
        self.header.add_button(self.sample_button)
        self.import_button = QuietButton(
            say("Take in an archive…"), tip=say("A project or session from another laptop")
        )
        self.import_button.clicked.connect(lambda: self.ask_archive())
        self.header.add_button(self.import_button)
        self.new_button = PrimaryButton(say("New project"), shortcut="Ctrl+N")
        self.new_button.clicked.connect(self.ask_project)
        self.header.add_button(self.new_button)
        self.content.addWidget(self.header)
        self.empty = EmptyState(
            desk,
            "users",
            say("Citizens, ideas, votes and results, kept by project"),
            say(
                "Make a project for your living lab, or look at the sample first: a city that makes its ways to school safe."
            ),
            say("New project"),
            say("Open the sample"),
        )
        self.empty.chosen.connect(self.ask_project)
        self.empty.otherChosen.connect(self.open_sample)
        self.first_import = LinkButton(say("Take in an archive…"))
        self.first_import.clicked.connect(lambda: self.ask_archive())
        self.empty.add_below(self.first_import)
        self.empty.add_below(self._making[0])
        self.content.addWidget(self.empty, 1)
        self.attention = AttentionCard(desk)
        self.attention.stepChosen.connect(self.pageRequested)
        self._cards, self._practice = TileShelf(desk), TileShelf(desk)
        self._practice_title = LeadLabel(say("Practice"))
        for part in (self.attention, self._cards, self._practice_title, self._practice):
            self.content.addWidget(part)
        for shelf in (self._cards, self._practice):
            shelf.opened.connect(self._go)
            shelf.editRequested.connect(lambda card: self.edit(card.project))
            shelf.reportRequested.connect(lambda card: self._leave("reports", card))
            shelf.removeRequested.connect(lambda card: self.remove(card.project))
        self.setAcceptDrops(True)
        self._rest = QWidget()
        self.content.addWidget(self._rest, 1)
        self._show(())
        self.empty.hide()

    def reload(self) -> None:
        """Ask for the projects."""
        library = self.desk.library
        self.desk.tasks.run(lambda: projects.list_projects(library), self._show, owner=self)

    def focus_first(self) -> None:
        """Leave the keyboard where it is, if that is on this page already."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            super().focus_first()

    def ask_project(self) -> None:
        """Ask for what a new project needs."""
        self._dialog = FormDialog(
            self.desk,
            self.say("New project"),
            project_fields(self.desk.language),
            self.say("Make the project"),
            self,
            values={"starts_on": self.desk.library.today(), "ends_on": None},
            stay=True,
        )
        self._dialog.submitted.connect(self._make_project)
        self._dialog.open()

    def edit(self, project: ProjectRecord) -> None:
        """Open the form of a project."""
        library = self.desk.library

        def act(given: dict[str, Any]) -> Any:
            period = (given.pop("starts_on"), given.pop("ends_on"))
            return projects.edit_project(library, project_id=project.id, period=period, **given)

        dialog = FormDialog(
            self.desk,
            self.say("Edit project"),
            project_fields(self.desk.language),
            self.say("Save"),
            self,
            values=project_values(project),
            stay=True,
        )
        dialog.submitted.connect(lambda given: self.do(lambda: act(given), dialog=dialog))
        self._dialog = dialog
        dialog.open()

    def open_sample(self) -> None:
        """Go to the sample project; make it first where it is not there."""
        library = self.desk.library
        if self._is_making:
            return  # its button stays as it is, so that the keyboard stays on it

        def build() -> Generator[float, None, ProjectRecord | None]:
            yield from sample.build_sample(library)
            return sample.find_sample(library)

        self._show_making(True)
        self.desk.tasks.build(build, self._show_share, self._sample_made, self._sample_failed, owner=self)

    def ask_archive(self, place: Path | None = None) -> TakeInArchive:
        """Ask which archive is to be taken in, or look at the one that was dropped here."""
        sheet = TakeInArchive(self.desk, self)
        sheet.projectOpened.connect(lambda project_id, _session_id: self._go_to_project(project_id))
        sheet.open()
        if place is not None:
            sheet.look_at(place)
        return sheet

    def remove(self, project: ProjectRecord) -> None:
        """Ask before a project goes for good."""
        self._dialog = Confirm(
            self.desk,
            self.say("Delete “{title}”?", title=project.title),
            self.say("Everything in it goes for good: sessions, ideas, votes, evaluations. This cannot be undone."),
            self.say("Delete for good"),
            self,
        )
        library = self.desk.library
        self._dialog.confirmed.connect(
            lambda: self.desk.tasks.run(
                lambda: projects.delete_project(library, project_id=project.id),
                lambda _changed: self._removed(project),
                owner=self,
            )
        )
        self._dialog.open()

    def _show(self, cards: tuple[ProjectCard, ...]) -> None:
        real = [card for card in cards if not card.project.practice]
        practice = [card for card in cards if card.project.practice]
        self._cards.show_cards(real)
        self._practice.show_cards(practice)
        self.attention.show_points(points_of(cards, self.desk.library.today()))
        set_look(self.new_button, look="quiet" if self.attention.is_urgent else "primary")
        self._practice_title.setVisible(bool(practice))
        self.header.set_count(str(len(real)) if real else "")
        self.empty.setVisible(not cards)
        self.header.setVisible(bool(cards))
        self._rest.setVisible(bool(cards))

    def _go(self, card: ProjectCard) -> None:
        if card.running_session_id is not None:
            self.pageRequested.emit("run", Place(project_id=card.project.id, session_id=card.running_session_id))
        else:
            self._leave("project", card)

    def _leave(self, page: str, card: ProjectCard) -> None:
        self.pageRequested.emit(page, Place(project_id=card.project.id))

    def _go_to_project(self, project_id: UUID) -> None:
        self.pageRequested.emit("project", Place(project_id=project_id))

    def _removed(self, project: ProjectRecord) -> None:
        """Lead nobody to what is gone."""
        if self.place.project_id == project.id and self.isVisible():
            self.pageRequested.emit(self.name, Place())
        self.noticeRequested.emit(self.say("“{title}” was deleted.", title=project.title))

    def _make_project(self, values: dict[str, Any]) -> None:
        library, language = self.desk.library, self.desk.language
        self.do(
            lambda: projects.create_project(library, language=language, **values),
            dialog=self._dialog if isinstance(self._dialog, FormDialog) else None,
            done=lambda changed: self._go_to_project(changed.record.id),
        )

    def _show_share(self, share: Any) -> None:
        for progress in self._making:
            progress.bar.show_part(round(float(share) * 100), 100)

    def _show_making(self, making: bool) -> None:
        self._is_making = making
        self._show_share(0)
        for progress in self._making:
            progress.setVisible(making)

    def _sample_made(self, project: Any) -> None:
        self._show_making(False)
        if project is not None:
            self._go_to_project(project.id)

    def _sample_failed(self, error: Exception) -> None:
        self._show_making(False)
        self.desk.tasks.failed.emit(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The folder or .zip file of an archive may be dropped anywhere on this page."""
        if archive_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the archive."""
        place = archive_in(event)
        if place is not None:
            event.acceptProposedAction()
            self.ask_archive(place)
