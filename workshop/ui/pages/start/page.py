"""The first page: the projects, what needs attention, and the way to a new one."""

from collections.abc import Generator
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.records.projects import ProjectCard, ProjectRecord
from workshop.services import projects, sample
from workshop.ui.desk import Desk
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page, PageHeader, Place
from workshop.ui.pages.project.fields import project_fields
from workshop.ui.pages.start.cards import ProjectTile
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import LeadLabel, MutedLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.progress_bar import SlimBar


class StartPage(Page):
    """Projects as cards; a first start offers a new project and the sample."""

    name = "start"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = self.say
        self._dialog: FormDialog | Confirm | None = None
        self.header = PageHeader(say("Projects"))
        self.sample_button = QuietButton(say("Open the sample"))
        self.sample_button.clicked.connect(self.open_sample)
        self.new_button = PrimaryButton(say("New project"), shortcut="Ctrl+N")
        self.new_button.clicked.connect(self.ask_project)
        self.header.add_button(self.sample_button)
        self.header.add_button(self.new_button)
        self.content.addWidget(self.header)
        self._making = QWidget()
        self._build_progress()
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
        self.content.addWidget(self.empty, 1)
        self._cards, self._practice = FlowLayout(spacing=20), FlowLayout(spacing=20)
        self._practice_title = LeadLabel(say("Practice"))
        self.content.addLayout(self._cards)
        self.content.addWidget(self._practice_title)
        self.content.addLayout(self._practice)
        self.content.addStretch(1)
        self._show([])
        self.empty.hide()

    def reload(self) -> None:
        """Ask for the projects."""
        library = self.desk.library
        self.desk.tasks.run(lambda: projects.list_projects(library), self._show, owner=self)

    def ask_project(self) -> None:
        """Ask for what a new project needs."""
        self._dialog = FormDialog(
            self.desk,
            self.say("New project"),
            project_fields(self.desk.language),
            self.say("Make the project"),
            self,
            values={"starts_on": self.desk.library.today()},
            stay=True,
        )
        self._dialog.submitted.connect(self._make_project)
        self._dialog.open()

    def open_sample(self) -> None:
        """Go to the sample project; make it first where it is not there."""
        library = self.desk.library

        def build() -> Generator[float, None, ProjectRecord | None]:
            yield from sample.build_sample(library)
            return sample.find_sample(library)

        self.sample_button.setEnabled(False)
        self._making.show()
        self._bar.show_part(0, 100)
        self.desk.tasks.build(build, self._show_share, self._sample_made, self._sample_failed, owner=self)

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
                lambda _changed: self.noticeRequested.emit(self.say("“{title}” was deleted.", title=project.title)),
                owner=self,
            )
        )
        self._dialog.open()

    def _build_progress(self) -> None:
        column = QVBoxLayout(self._making)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MutedLabel(self.say("The sample is being made …")))
        self._bar = SlimBar(self.desk, self.say("Progress"))
        column.addWidget(self._bar)
        self._making.hide()
        self.content.addWidget(self._making)

    def _show(self, cards: Any) -> None:
        clear_layout(self._cards)
        clear_layout(self._practice)
        real = [card for card in cards if not card.project.practice]
        practice = [card for card in cards if card.project.practice and not card.project.sample]
        for layout, group in ((self._cards, real), (self._practice, practice)):
            for card in group:
                layout.addWidget(self._tile(card))
        self._practice_title.setVisible(bool(practice))
        self.header.set_count(str(len(real)) if real else "")
        self.empty.setVisible(not cards)
        self.header.setVisible(bool(cards))

    def _tile(self, card: ProjectCard) -> ProjectTile:
        tile = ProjectTile(self.desk, card)
        tile.clicked.connect(lambda: self._go(card))
        tile.removeRequested.connect(lambda: self.remove(card.project))
        return tile

    def _go(self, card: ProjectCard) -> None:
        if card.running_session_id is not None:
            self.pageRequested.emit("run", Place(project_id=card.project.id, session_id=card.running_session_id))
        else:
            self._go_to_project(card.project.id)

    def _go_to_project(self, project_id: UUID) -> None:
        self.pageRequested.emit("project", Place(project_id=project_id))

    def _make_project(self, values: dict[str, Any]) -> None:
        library, language = self.desk.library, self.desk.language
        self.do(
            lambda: projects.create_project(library, language=language, **values),
            dialog=self._dialog if isinstance(self._dialog, FormDialog) else None,
            done=lambda changed: self._go_to_project(changed.record.id),
        )

    def _show_share(self, share: Any) -> None:
        self._bar.show_part(round(float(share) * 100), 100)

    def _sample_made(self, project: Any) -> None:
        self._making.hide()
        self.sample_button.setEnabled(True)
        if project is not None:
            self._go_to_project(project.id)

    def _sample_failed(self, error: Exception) -> None:
        self._making.hide()
        self.sample_button.setEnabled(True)
        self.desk.tasks.failed.emit(error)
