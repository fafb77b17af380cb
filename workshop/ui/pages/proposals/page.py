"""The page of proposals: what ideas became, written in place, put to the vote, made a pilot or dropped."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.language import mark
from workshop.models.enums import OptionSource, ProposalState, SessionState
from workshop.models.records.changes import Changed
from workshop.models.records.proposals import TraceStep
from workshop.models.titles import title_of
from workshop.services.ideas import notes, proposals
from workshop.services.voting import polls
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import BAR, Page, Place
from workshop.ui.pages.proposals.collection import Collection, load_collection
from workshop.ui.pages.proposals.detail import PILLS, ProposalDetail
from workshop.ui.pages.proposals.way import PAGE_OF
from workshop.ui.widgets.buttons import LinkButton, QuietButton
from workshop.ui.widgets.empty_state import EmptyState, NoProject
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.tile_list import ListTile, TileList

_NO_SESSION = mark("Every session of this project is over. Prepare a new one for another vote.")


class ProposalsPage(Page):
    """A list, and the proposal that is chosen in it."""

    name = "proposals"
    widest = 0

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.collection = Collection()
        self._chosen: UUID | None = None
        self._project: UUID | None = None
        self.header = PageHeader(self.say("Proposals"))
        self.vote_button = QuietButton(self.say("Put them to the vote"), icon=desk.icons.icon("vote"))
        self.new_button = QuietButton(self.say("New proposal…"), icon=desk.icons.icon("plus"))
        self.list = TileList(desk, self.say("Proposals"))
        self.detail = ProposalDetail(desk)
        self._no_project = NoProject(desk, "package-check", self.say("Proposals belong to a project."))
        self._empty = EmptyState(
            desk, "package-check", self.say("No proposals yet"),
            self.say("A proposal says what several ideas come to: the problem, who benefits, what is needed. "
                     "It can be voted on, tried as a pilot and become a service."),
            self.say("Write the first one"), other=self.say("To the ideas"),
        )  # fmt: skip
        self.result_button = LinkButton(self.say("To the result of the latest vote"))
        self._empty.add_below(self.result_button)
        self._place_parts()
        self._connect()

    def open(self, place: Place) -> None:
        """Show the proposals of the project; one of them where the place names it."""
        if place.project_id != self._project:
            self._project, self._chosen = place.project_id, None
        if place.item_id is not None:
            self._chosen = place.item_id
        super().open(place)

    def reload(self) -> None:
        """Read them anew."""
        library, project_id, chosen = self.desk.library, self.place.project_id, self._chosen
        if project_id is None:
            self._show(Collection())
            return
        self.desk.tasks.run(lambda: load_collection(library, project_id, chosen), self._show, owner=self)

    def focus_first(self) -> None:
        """The keyboard begins in the list."""
        if self.collection.proposals:
            self.list.focus_chosen()
        else:
            super().focus_first()

    def draft(self) -> dict[str, Any]:
        """Which one is shown; what is written is saved first."""
        self.detail.form.save()
        return {"chosen": self._chosen}

    def restore(self, draft: dict[str, Any]) -> None:
        """Show it again."""
        self._chosen = draft.get("chosen")
        self.reload()

    def ask_new(self) -> FormDialog | None:
        """Ask for the title of a new proposal."""
        project_id = self.place.project_id
        if project_id is None:
            return None
        library, say = self.desk.library, self.say
        fields = (
            Field("title", say("Title"), required=True, placeholder=say("Benches in the shade on the way to school")),
            Field("problem", say("Which problem it solves"), "note", lines=3),
        )
        dialog = FormDialog(self.desk, say("New proposal"), fields, say("Write down"), self, stay=True)
        dialog.submitted.connect(
            lambda values: self.do(
                lambda: proposals.add_proposal(library, project_id=project_id, **values), dialog=dialog, done=self._look
            )
        )
        dialog.open()
        return dialog

    def _place_parts(self) -> None:
        self.header.add_button(self.vote_button)
        self.header.add_button(self.new_button)
        px = self.desk.type.px
        self._both = ListAndDetail(
            self.list, self.detail, widest=px(400), least=px(490), low=px(260), high=px(420), shares=(4, 9)
        )
        self.content.setContentsMargins(32, 28, 32 - BAR, 24)
        column = QVBoxLayout()
        column.setSpacing(16)
        for widget, share in ((self.header, 0), (self._both, 1), (self._empty, 1), (self._no_project, 1)):
            column.addWidget(widget, share)
        self.content.addLayout(column, 1)
        for widget in (self.header, self._both, self._empty, self._no_project):
            widget.hide()

    def _connect(self) -> None:
        detail, library = self.detail, self.desk.library
        self._no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self._empty.chosen.connect(self.ask_new)
        self._empty.otherChosen.connect(lambda: self.pageRequested.emit("ideas", None))
        self.result_button.clicked.connect(self._go_to_result)
        self.new_button.clicked.connect(self.ask_new)
        self.vote_button.clicked.connect(self._vote)
        self.list.chosen.connect(self._choose)
        detail.saved.connect(self._save)
        detail.verbAsked.connect(self._do_verb)
        detail.way.stepShown.connect(self._go_to)
        detail.ideas.ideaShown.connect(lambda key: self.pageRequested.emit("ideas", self.place.with_(item_id=key)))
        detail.ideas.ideaLeftOut.connect(
            lambda key: self._act(lambda chosen: proposals.unlink_idea(library, proposal_id=chosen, idea_id=key))
        )
        detail.notes.added.connect(
            lambda kind, text: self._act(
                lambda chosen: notes.add_note(library, kind=kind, text=text, proposal_id=chosen)
            )
        )
        detail.notes.edited.connect(
            lambda key, kind, text: self._act(lambda _: notes.edit_note(library, note_id=key, kind=kind, text=text))
        )
        detail.notes.removeRequested.connect(lambda key: self._act(lambda _: notes.remove_note(library, note_id=key)))
        self.add_command(self.say("New proposal"), ["Ctrl+N"], self.ask_new, icon="plus")

    def _show(self, collection: Collection) -> None:
        self.collection = collection
        known, some = self.place.project_id is not None, bool(collection.proposals)
        self._no_project.setVisible(not known)
        self.header.setVisible(known)
        self._empty.setVisible(known and not some)
        self._both.setVisible(some)
        self.header.set_count(self.desk.language.number(len(collection.proposals)) if some else "")
        self.new_button.setVisible(some)
        self.result_button.setVisible(collection.revealed is not None)
        self.vote_button.setVisible(len(self._live()) > 1)
        if collection.chosen is not None:
            self._chosen = collection.chosen.id
            told = [(one.id, one.number, one.title, one.state, len(one.ideas)) for one in collection.proposals]
            self.list.show_content(told, self._fill, self._chosen)
            if self.detail.show_collection(collection):
                # Not the next verb: a key that is pressed twice would do more than was meant.
                self.list.focus_chosen()

    def _fill(self) -> None:
        language = self.desk.language
        for one in self.collection.proposals:
            foot = language.say_many("{n} idea", "{n} ideas", n=len(one.ideas)) if one.ideas else ""
            pill = (language.tell(title_of(one.state)), PILLS[one.state])
            self.list.add_tile(ListTile(self.desk, one.id, f"{one.number}. {one.title}", "", foot, pill))

    def _live(self) -> list[UUID]:
        """What can be voted on."""
        live = {ProposalState.DRAFT, ProposalState.PROPOSED}
        return [one.id for one in self.collection.proposals if one.state in live]

    def _choose(self, key: UUID) -> None:
        self.detail.form.save()
        self._chosen = key
        self.reload()

    def _look(self, changed: Changed[Any]) -> None:
        self._chosen = changed.record.id
        self.reload()

    def _save(self, key: UUID, values: dict[str, Any]) -> None:
        given = {name: (value,) if name in {"cost", "kind"} else value for name, value in values.items()}
        self.do(
            lambda: proposals.edit_proposal(self.desk.library, proposal_id=key, **given),
            done=lambda _changed: self.reload(),
            refused=lambda message: self.detail.form.refuse(key, list(values), message),
        )

    def _do_verb(self, name: str) -> None:
        library = self.desk.library
        if name == "drop":
            self._ask_to_drop()
        elif name == "pilot":
            self._act(lambda chosen: proposals.make_service(library, proposal_id=chosen))
        elif name == "remove":
            self._act(lambda chosen: proposals.remove_proposal(library, proposal_id=chosen))
        else:
            self._act(
                lambda chosen: proposals.set_proposal_state(library, proposal_id=chosen, state=ProposalState.PROPOSED)
            )

    def _ask_to_drop(self) -> None:
        library, chosen, say = self.desk.library, self._chosen, self.say
        if chosen is None:
            return
        reason = Field("reason", say("Reason"), "note", required=True, help=say("It stays with the proposal."))
        dialog = FormDialog(self.desk, say("Drop the proposal"), (reason,), say("Drop"), self)
        dialog.submitted.connect(
            lambda values: self._act(
                lambda key: proposals.set_proposal_state(
                    library, proposal_id=key, state=ProposalState.DROPPED, reason=values["reason"]
                )
            )
        )
        dialog.open()

    def _vote(self) -> None:
        """A new vote on the live proposals, in the session that runs or comes next."""
        still = [one for one in self.collection.sessions if one.state is not SessionState.CLOSED]
        if not still:
            self.noticeRequested.emit(_NO_SESSION)
            return
        session = next((one for one in still if one.state is SessionState.RUNNING), still[0])
        library, title = self.desk.library, self.say("Which proposal first?")
        self.do(
            lambda: polls.make_poll(
                library, session_id=session.id, title=title, source=OptionSource.PROPOSALS, filled=True
            ),
            done=lambda changed: self.pageRequested.emit(
                "votes", self.place.with_(session_id=session.id, item_id=changed.record.id)
            ),
        )

    def _go_to_result(self) -> None:
        if self.collection.revealed is not None:
            self.pageRequested.emit("votes", self.place.with_(item_id=self.collection.revealed.id))

    def _go_to(self, step: TraceStep) -> None:
        self.pageRequested.emit(PAGE_OF[step.kind], self.place.with_(item_id=step.id))

    def _act(self, verb: Callable[[UUID], Changed[Any]]) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.detail.form.save()
            self.do(lambda: verb(chosen), done=lambda _changed: self.reload())
