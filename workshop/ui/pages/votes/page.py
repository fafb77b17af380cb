"""The page of votes: set up in one sentence, opened, watched by turnout alone, closed, revealed, copied."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workshop.models.enums import BallotKind
from workshop.ui.desk import Desk
from workshop.ui.page import Page, Place
from workshop.ui.pages.votes.acts import Acts
from workshop.ui.pages.votes.collection import Collection, load_collection
from workshop.ui.pages.votes.sentence_field import rules_for
from workshop.ui.pages.votes.view import VotesView
from workshop.ui.pages.votes.voter_acts import VoterActs
from workshop.ui.widgets.empty_state import NoProject


class VotesPage(Page):
    """One vote is looked at; the list at the left has all of the project."""

    name = "votes"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.collection = Collection()
        self._wanted: UUID | None = None
        self._loading = self._again = False
        self.view = VotesView(desk)
        self.acts = Acts(self)
        self.voter_acts = VoterActs(self)
        self._no_project = NoProject(desk, "vote", self.say("Votes belong to the sessions of a project."))
        self._no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self._no_project.hide()
        self.view.hide()
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self._no_project, 1)
        view, draft = self.view, self.view.draft
        view.verbAsked.connect(self.acts.do)
        view.voterVerbAsked.connect(self.voter_acts.do)
        view.list.chosen.connect(self.look_at)
        draft.titleChanged.connect(lambda title: self.acts.edit(title=title))
        draft.kindChanged.connect(self._change_kind)
        draft.rulesChanged.connect(lambda values: self.acts.edit(**values))
        draft.shuffledChanged.connect(lambda on: self.acts.edit(shuffled=on))
        draft.optionsChanged.connect(self.acts.set_options)

    def open(self, place: Place) -> None:
        """Show the votes of the project; the one that the place names, if it does."""
        if place.project_id != self.place.project_id:
            self._wanted = None
        self._wanted = place.item_id or self._wanted
        super().open(place)

    def look_at(self, poll_id: UUID) -> None:
        """Look at another vote; what was changed in this one a moment ago is kept."""
        if self.collection.poll is not None and poll_id != self.collection.poll.id:
            self.view.draft.flush()
        self._wanted = poll_id
        self.reload()

    def reload(self) -> None:
        """Read the votes anew."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        library, place, wanted = self.desk.library, self.place, self._wanted
        self.desk.tasks.run(
            lambda: load_collection(library, place, wanted), self._show, self._loading_failed, owner=self
        )

    def focus_first(self) -> None:
        """The keyboard begins in the list."""
        super().focus_first()
        self.view.list.focus_chosen()

    def draft(self) -> dict[str, Any]:
        """Which vote was looked at, and what is typed."""
        return {"poll": self._wanted, "option": self.view.draft.add_field.value}

    def restore(self, draft: dict[str, Any]) -> None:
        """Put it back."""
        self._wanted = draft.get("poll") or self._wanted
        self.reload()
        self._option_draft = draft.get("option", "")

    def show_again(self) -> None:
        """Show what is kept once more, where something else was typed."""
        self.view.show_collection(self.collection)
        self.reload()

    _option_draft = ""

    def _show(self, collection: Collection) -> None:
        self._loading = False
        self.collection = collection
        if collection.poll is not None and self._wanted is None:
            self._wanted = collection.poll.id
        known = self.place.project_id is not None
        appeared = known and not self.view.isVisible()
        self.view.setVisible(known)
        self._no_project.setVisible(not known)
        self.view.show_collection(collection)
        if appeared:
            self.focus_first()
        if self._option_draft:
            self.view.draft.add_field.set_value(self._option_draft)
            self._option_draft = ""
        if self._again:
            self._again = False
            self.reload()

    def _change_kind(self, kind: BallotKind) -> None:
        poll = self.collection.poll
        if poll is not None and poll.ballot is not kind:
            self.acts.edit(rules=rules_for(kind, poll))

    def _loading_failed(self, error: Exception) -> None:
        self._loading = self._again = False
        self.desk.tasks.failed.emit(error)
