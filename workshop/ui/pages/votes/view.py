"""The layout of the page of votes: the list at the left, the chosen vote beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import PollState
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.collection import Collection
from workshop.ui.pages.votes.draft_panel import DraftPanel
from workshop.ui.pages.votes.poll_list import ROLES, PollList
from workshop.ui.pages.votes.result_panel import ResultPanel, TurnoutPanel
from workshop.ui.pages.votes.words import rules_sentence
from workshop.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import HeadingLabel, MutedLabel, paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.pill import Pill


class VotesView(QWidget):
    """Everything on the page of votes."""

    verbAsked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader(say("Voting"))
        self.new_button = QuietButton(say("New vote"), icon=desk.icons.icon("plus"))
        self.new_button.clicked.connect(lambda: self.verbAsked.emit("new"))
        self.header.add_button(self.new_button)
        self.list = PollList(desk)
        self.draft = DraftPanel(desk)
        self.draft.verbAsked.connect(self.verbAsked)
        self.turnout = TurnoutPanel(desk)
        self.result: ResultPanel | None = None
        self._result_of: object = None
        self._state = Pill()
        self._session = MutedLabel()
        self._title = HeadingLabel(wrap=True)
        self._sentence = paragraph(role="muted")
        self._hint = paragraph(role="muted", small=True)
        self._verb_bar = QWidget()
        self._buttons = FlowLayout(self._verb_bar, spacing=8)
        policy = self._verb_bar.sizePolicy()
        policy.setHeightForWidth(True)
        self._verb_bar.setSizePolicy(policy)
        self._shown_verbs: object = None
        self.detail = Card()
        self.empty = EmptyState(
            desk, "vote", say("No votes yet"),
            say("A vote is set up in one sentence: who has how many dots on which options."), say("New vote"),
        )  # fmt: skip
        self.empty.chosen.connect(lambda: self.verbAsked.emit("new"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place()

    def button(self, name: str) -> Button | None:
        """The button of a verb, where it is offered."""
        return self.detail.findChild(Button, f"verb-{name}")

    def show_collection(self, collection: Collection) -> None:
        """Show the list and the chosen vote."""
        poll = collection.poll
        self.header.set_count(self._desk.language.number(len(collection.polls)) if collection.polls else "")
        self.empty.setVisible(poll is None)
        self._columns.setVisible(poll is not None)
        self.new_button.setVisible(poll is not None)
        self.list.show_polls(collection)
        if poll is None:
            return
        draft = poll.state is PollState.DRAFT
        session = collection.session(poll.lab_session_id)
        self._state.set(self._desk.language.tell(title_of(poll.state)), ROLES[poll.state])
        self._session.setText(session.title if session else "")
        self._title.setText(poll.title)
        self._title.setVisible(not draft)
        self._sentence.setText(rules_sentence(self._desk.language, poll))
        self._sentence.setVisible(not draft)
        self.draft.setVisible(draft)
        if draft:
            self.draft.show_poll(poll)
        held = collection.turnout is not None and poll.state is not PollState.REVEALED
        self.turnout.setVisible(held)
        if held and collection.turnout is not None:
            self.turnout.show_turnout(collection.turnout)
        self._show_result(collection)
        self._place_verbs(above=poll.state is PollState.REVEALED)
        self._show_verbs(collection, poll)

    def _show_result(self, collection: Collection) -> None:
        result = collection.result
        key = result.poll.id if result else None
        if key != self._result_of:
            self._result_of = key
            clear_layout(self._result_place)
            self.result = ResultPanel(self._desk, result.poll.ballot) if result else None
            if self.result is not None:
                self._result_place.addWidget(self.result)
        if self.result is not None and result is not None:
            self.result.show_result(result)

    def _place_verbs(self, *, above: bool) -> None:
        """A result may be long: what to do with it stands above it, all else below."""
        body = self.detail.body
        wanted = body.indexOf(self._sentence) + 1 if above else body.count() - 1
        if body.indexOf(self._verb_bar) != wanted:
            body.removeWidget(self._verb_bar)
            body.insertWidget(wanted if above else body.count(), self._verb_bar)

    def _show_verbs(self, collection: Collection, poll: PollRecord) -> None:
        verbs, hint = self._verbs(collection, poll)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        if (poll.id, verbs) == self._shown_verbs:
            return
        self._shown_verbs = (poll.id, verbs)
        held = self._verb_bar.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False
        clear_layout(self._buttons)
        for name, words, kind, enabled in verbs:
            button = kind(words)
            button.setObjectName(f"verb-{name}")
            button.setEnabled(enabled)
            button.clicked.connect(lambda _=False, name=name: self.verbAsked.emit(name))
            self._buttons.addWidget(button)
        if held:
            # Not the next verb: a key that is pressed twice would reveal what was only to be closed.
            self.list.focus_chosen()

    def _verbs(
        self, collection: Collection, poll: PollRecord
    ) -> tuple[tuple[tuple[str, str, type[Button], bool], ...], str]:
        """What can be done with the vote, and what stands in the way of the first of it."""
        say = self._desk.language.say
        copy = ("copy", say("Copy"), QuietButton, True)
        match poll.state:
            case PollState.DRAFT:
                ready = collection.is_running and len(poll.options) >= 2
                hint = "" if collection.is_running else say("It can be opened while its session runs.")
                if len(poll.options) < 2:
                    hint = say("A vote needs at least two options.")
                remove = ("remove", say("Remove"), QuietButton, True)
                return (("open", say("Open the vote"), PrimaryButton, ready), copy, remove), hint
            case PollState.OPEN:
                close = ("close", say("Close the vote"), PrimaryButton, True)
                return (close, ("pause", say("Pause"), QuietButton, True), copy), ""
            case PollState.PAUSED:
                resume = ("resume", say("Go on voting"), PrimaryButton, True)
                return (resume, ("close", say("Close the vote"), QuietButton, True), copy), ""
            case PollState.CLOSED:
                return (("reveal", say("Reveal the result"), PrimaryButton, True), copy), ""
        decide = ("decide", say("Write down a decision"), PrimaryButton, True)
        stage = self._desk.stage is not None
        return (decide, ("show", say("Show on the shared screen"), QuietButton, stage), copy), ""

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._state)
        head.addWidget(self._session, 1)
        body = self.detail.body
        self.detail.layout().setContentsMargins(28, 20, 28, 20)
        body.addLayout(head)
        body.addWidget(self._title)
        body.addWidget(self._sentence)
        body.addSpacing(4)
        body.addWidget(self.draft, 1)
        body.addWidget(self.turnout, 1)
        self._result_place = QVBoxLayout()
        body.addLayout(self._result_place)
        body.addWidget(self._hint)
        body.addWidget(self._verb_bar)
        self.detail.setMinimumWidth(min(self._desk.type.px(420), 760))
        self._columns = Columns(spacing=16)
        self._columns.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._columns.add(self.list, 300)
        self._columns.add(self.detail, 780)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self.header)
        whole.addWidget(self._columns, 1)
        whole.addWidget(self.empty, 1)
