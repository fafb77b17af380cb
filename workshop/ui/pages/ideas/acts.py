"""What is done with ideas and themes: the verbs of the page by name, and the menus that offer them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from workshop.language import mark
from workshop.models.enums import IdeaState, ProposalState
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.services.ideas import ideas, merging, proposals, supports, themes
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
        {
            "edit": self._edit, "choose": self._choose, "merge": self._merge, "withdraw": self._withdraw,
            "split": self._split, "propose": self._page.more.propose,
            "issue": self._page.panel.show_issue,
        }[verb]()  # fmt: skip

    def keep(self, text: str, number: int | str | None) -> None:
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

    def support_instead(self, idea_id: UUID, text: str) -> None:
        """Support an idea that says the same instead of keeping what is written; its words are kept with the support."""
        page, entry = self._page, self._page.view.entry
        number = entry.called
        author = page.collection.author(number) if number is not None else None
        if number is not None and author is None:
            page.noticeRequested.emit(mark("Nobody has the number {n}.", n=number))
            return

        def done(changed: Changed[Any]) -> None:
            entry.clear()
            self._done(changed)

        work = lambda: supports.support_idea(self._library, idea_id=idea_id, author=author, text=text)  # noqa: E731
        page.desk.tasks.run(work, done, owner=page)

    def change_words(self, idea_id: UUID, text: str) -> None:
        """Give an idea other words."""
        self._act(lambda: ideas.edit_idea(self._library, idea_id=idea_id, text=text))

    def place(self, ids: Sequence[UUID], theme_id: UUID | None, before: int) -> None:
        """Put ideas under a theme, before the card that is shown at a place."""
        shown = self._page.shown_under(theme_id)
        position = self._page.collection.place_before(shown, before, theme_id, list(ids))
        self._act(lambda: ideas.place_ideas(self._library, idea_ids=ids, theme_id=theme_id, position=position))

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
        if first.state in {IdeaState.OPEN, IdeaState.CHOSEN}:
            menu.addAction(say("Split…")).triggered.connect(self._split)
        merged = self._page.collection.merged_into(first.id)
        if merged:
            apart = menu.addMenu(say("Unmerge"))
            for idea in merged:
                apart.addAction(idea.text[:60]).triggered.connect(lambda _=False, i=idea.id: self._unmerge(i))
        self._offer_proposals(menu, [idea.id for idea in chosen])
        menu.addSeparator()
        if first.state is IdeaState.WITHDRAWN:
            menu.addAction(say("Restore")).triggered.connect(lambda: self._restore(chosen))
        else:
            menu.addAction(say("Withdraw…")).triggered.connect(self._withdraw)
        menu.popup(where)

    def _offer_proposals(self, menu: QMenu, ids: list[UUID]) -> None:
        """Make a proposal of ideas, or add them to one that is still being worked on."""
        say, library = self._page.say, self._library
        menu.addAction(say("Make a proposal")).triggered.connect(self._page.more.propose)
        open_ones = [one for one in self._page.collection.proposals if one.state is not ProposalState.DROPPED]
        if not open_ones:
            return
        further = menu.addMenu(say("Add to a proposal"))
        for one in open_ones:
            further.addAction(f"{one.number}. {one.title[:60]}").triggered.connect(
                lambda _=False, key=one.id: self._act(
                    lambda: proposals.link_ideas(library, proposal_id=key, idea_ids=ids)
                )
            )

    def _chosen(self) -> list[IdeaRecord]:
        found = (self._page.collection.idea(idea_id) for idea_id in self._page.chosen)
        return [idea for idea in found if idea is not None]

    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._page.edit_in_place(chosen[0].id)

    def _split(self) -> None:
        chosen = [idea for idea in self._chosen() if idea.state in {IdeaState.OPEN, IdeaState.CHOSEN}]
        if chosen:
            self._page.panel.split(chosen[0])

    def _choose(self) -> None:
        chosen = [idea for idea in self._chosen() if idea.state in {IdeaState.OPEN, IdeaState.CHOSEN}]
        wanted = any(idea.state is IdeaState.OPEN for idea in chosen)
        ids = [idea.id for idea in chosen if (idea.state is IdeaState.CHOSEN) != wanted]
        if ids:
            self._act(lambda: ideas.choose_ideas(self._library, idea_ids=ids, chosen=wanted))

    def _merge(self) -> None:
        ids = [idea.id for idea in self._chosen() if idea.state is not IdeaState.WITHDRAWN]
        if len(ids) > 1:
            self._page.view.wall.follow(ids[0])
            self._act(lambda: merging.merge_ideas(self._library, into_id=ids[0], idea_ids=ids[1:]))

    def _unmerge(self, idea_id: UUID) -> None:
        self._act(lambda: merging.unmerge_idea(self._library, idea_id=idea_id))

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
        ids = [idea.id for idea in chosen]
        self._act(lambda: ideas.withdraw_ideas(self._library, idea_ids=ids, reason=reason))

    def _restore(self, chosen: Sequence[IdeaRecord]) -> None:
        ids = [idea.id for idea in chosen if idea.state is IdeaState.WITHDRAWN]
        self._act(lambda: ideas.restore_ideas(self._library, idea_ids=ids))

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
        menu.addAction(say("Discussion")).triggered.connect(lambda: self._page.panel.show_theme(theme_id))
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
