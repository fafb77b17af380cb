"""What is done with ideas and themes: the verbs of the page by name, and the menus that offer them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from workshop.language import mark
from workshop.models.enums import IdeaState
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.services import ideas, themes
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.page import IdeasPage

Verb = Callable[[], Changed[Any]]


class Acts:
    """The verbs of one page of ideas."""

    def __init__(self, page: "IdeasPage") -> None:
        self._page = page
        self._library = page.desk.library

    # Ideas.

    def do(self, verb: str) -> None:
        """Do what a button or a key says with what is chosen."""
        {"edit": self._edit, "choose": self._choose, "merge": self._merge, "withdraw": self._withdraw}[verb]()

    def keep(self, text: str, number: int | None) -> None:
        """Keep a new idea; what cannot be kept is put back into its field."""
        page, collection = self._page, self._page.collection
        if collection.target is None:
            return
        author = collection.author(number) if number is not None else None
        if number is not None and author is None:
            page.view.entry.put_back(text, number, unknown=True)
            page.noticeRequested.emit(mark("Nobody has the number {n}.", n=number))
            return
        session_id = collection.target.id

        def failed(error: Exception) -> None:
            page.view.entry.put_back(text, number)
            page.desk.tasks.failed.emit(error)

        work = lambda: ideas.add_idea(self._library, session_id=session_id, text=text, author=author)  # noqa: E731
        page.desk.tasks.run(work, self._done, failed, owner=page)

    def change_words(self, idea_id: UUID, text: str) -> None:
        """Give an idea other words."""
        self._act(lambda: ideas.edit_idea(self._library, idea_id=idea_id, text=text))

    def place(self, ids: Sequence[UUID], theme_id: UUID | None, before: int) -> None:
        """Put ideas under a theme, before the card that is shown at a place."""
        shown = self._page.shown_under(theme_id)
        position = self._page.collection.place_before(shown, before, theme_id, list(ids))
        for step, idea_id in enumerate(ids):
            self._act(
                lambda idea_id=idea_id, at=position + step: ideas.place_idea(
                    self._library, idea_id=idea_id, theme_id=theme_id, position=at
                )
            )

    def offer(self, where: QPoint) -> None:
        """The menu of the chosen ideas."""
        chosen = self._chosen()
        if not chosen:
            return
        menu = self._menu()
        say, first = self._page.say, chosen[0]
        menu.addAction(say("Edit")).triggered.connect(self._edit)
        starred = first.state is IdeaState.CHOSEN
        menu.addAction(say("Take back the choice") if starred else say("Choose")).triggered.connect(self._choose)
        move = menu.addMenu(say("Move to"))
        move.addAction(say("Not yet sorted")).triggered.connect(lambda: self._move_to(chosen, None))
        for theme in self._page.collection.board.themes:
            move.addAction(theme.title).triggered.connect(lambda _=False, t=theme.id: self._move_to(chosen, t))
        if len(chosen) > 1:
            menu.addAction(say("Merge into the first")).triggered.connect(self._merge)
        merged = self._page.collection.merged_into(first.id)
        if merged:
            apart = menu.addMenu(say("Unmerge"))
            for idea in merged:
                apart.addAction(idea.text[:60]).triggered.connect(lambda _=False, i=idea.id: self._unmerge(i))
        menu.addSeparator()
        if first.state is IdeaState.WITHDRAWN:
            menu.addAction(say("Restore")).triggered.connect(lambda: self._restore(chosen))
        else:
            menu.addAction(say("Withdraw…")).triggered.connect(self._withdraw)
        menu.popup(where)

    def _chosen(self) -> list[IdeaRecord]:
        found = (self._page.collection.idea(idea_id) for idea_id in self._page.chosen)
        return [idea for idea in found if idea is not None]

    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._page.edit_in_place(chosen[0].id)

    def _choose(self) -> None:
        chosen = [idea for idea in self._chosen() if idea.state in {IdeaState.OPEN, IdeaState.CHOSEN}]
        wanted = any(idea.state is IdeaState.OPEN for idea in chosen)
        for idea in chosen:
            if (idea.state is IdeaState.CHOSEN) != wanted:
                self._act(lambda i=idea.id: ideas.choose_idea(self._library, idea_id=i, chosen=wanted))

    def _merge(self) -> None:
        ids = [idea.id for idea in self._chosen() if idea.state is not IdeaState.WITHDRAWN]
        if len(ids) > 1:
            self._page.view.wall.follow(ids[0])
            self._act(lambda: ideas.merge_ideas(self._library, into_id=ids[0], idea_ids=ids[1:]))

    def _unmerge(self, idea_id: UUID) -> None:
        self._act(lambda: ideas.unmerge_idea(self._library, idea_id=idea_id))

    def _move_to(self, chosen: Sequence[IdeaRecord], theme_id: UUID | None) -> None:
        self._page.view.wall.follow(chosen[0].id)
        self.place([idea.id for idea in chosen], theme_id, len(self._page.shown_under(theme_id)))

    def _withdraw(self) -> None:
        chosen = [idea for idea in self._chosen() if idea.state is not IdeaState.WITHDRAWN]
        if not chosen:
            return
        say, desk = self._page.say, self._page.desk
        fields = (
            Field("reason", say("Reason"), required=True, help=say("It is kept with the idea and in the report.")),
        )
        title = desk.language.say_many("Withdraw the idea", "Withdraw {n} ideas", n=len(chosen))
        dialog = FormDialog(desk, title, fields, say("Withdraw"), self._page, text=chosen[0].text)
        dialog.submitted.connect(lambda values: self._withdraw_for(chosen, values["reason"]))
        dialog.open()

    def _withdraw_for(self, chosen: Sequence[IdeaRecord], reason: str) -> None:
        for idea in chosen:
            self._act(lambda i=idea.id: ideas.withdraw_idea(self._library, idea_id=i, reason=reason))

    def _restore(self, chosen: Sequence[IdeaRecord]) -> None:
        for idea in chosen:
            if idea.state is IdeaState.WITHDRAWN:
                self._act(lambda i=idea.id: ideas.restore_idea(self._library, idea_id=i))

    # Themes.

    def add_theme(self, title: str) -> None:
        """A new theme at the right."""
        project_id = self._page.place.project_id
        if project_id is not None and title:
            self._act(lambda: themes.add_theme(self._library, project_id=project_id, title=title))

    def rename_theme(self, theme_id: UUID, title: str) -> None:
        """Give a theme another name."""
        self._act(lambda: themes.rename_theme(self._library, theme_id=theme_id, title=title))

    def offer_theme(self, theme_id: UUID, where: QPoint) -> None:
        """The menu of a theme."""
        say, order = self._page.say, [theme.id for theme in self._page.collection.board.themes]
        place = order.index(theme_id)
        menu = self._menu()
        menu.addAction(say("Rename")).triggered.connect(lambda: self._page.view.wall.rename(theme_id))
        left, right = menu.addAction(say("Move to the left")), menu.addAction(say("Move to the right"))
        left.setEnabled(place > 0)
        right.setEnabled(place + 1 < len(order))
        left.triggered.connect(lambda: self._move_theme(theme_id, place - 1))
        right.triggered.connect(lambda: self._move_theme(theme_id, place + 1))
        menu.addSeparator()
        menu.addAction(say("Remove the theme")).triggered.connect(
            lambda: self._act(lambda: themes.remove_theme(self._library, theme_id=theme_id))
        )
        menu.popup(where)

    def _move_theme(self, theme_id: UUID, position: int) -> None:
        self._act(lambda: themes.move_theme(self._library, theme_id=theme_id, position=position))

    # In common.

    def _menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _act(self, work: Verb) -> None:
        self._page.desk.tasks.run(work, self._done, owner=self._page)

    def _done(self, changed: Changed[Any]) -> None:
        if changed.undo is not None:
            self._page.undoOffered.emit(changed.undo)
        self._page.reload()
