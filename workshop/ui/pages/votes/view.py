"""The layout of the page of votes: the list at the left, the chosen vote beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import PollState
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services.reporting import has_papers
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.collection import Collection
from workshop.ui.pages.votes.draft_panel import DraftPanel
from workshop.ui.pages.votes.poll_list import ROLES, PollList
from workshop.ui.pages.votes.ready import obstacles
from workshop.ui.pages.votes.result_acts import verb_words
from workshop.ui.pages.votes.result_annulled import AnnulledResult
from workshop.ui.pages.votes.result_panel import ResultPanel
from workshop.ui.pages.votes.running_panel import RunningPanel
from workshop.ui.pages.votes.sentence import rules_sentence
from workshop.ui.widgets.buttons import Button, PrimaryButton, QuietButton, SmallButton
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
    voterVerbAsked = Signal(str, object)  # what is to be done for somebody who has not voted; the participant's id

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader(say("Voting"))
        self.new_button = QuietButton(say("New vote"), icon=desk.icons.icon("plus"), shortcut="Ctrl+N")
        self.new_button.clicked.connect(lambda: self.verbAsked.emit("new"))
        self.header.add_button(self.new_button)
        self.list = PollList(desk)
        self.draft = DraftPanel(desk)
        self.draft.verbAsked.connect(self.verbAsked)
        self.running = RunningPanel(desk)
        self.running.verbAsked.connect(self.voterVerbAsked)
        self.turnout = self.running.turnout
        self.result: ResultPanel | None = None
        self._result_of: object = None
        self.annulled = AnnulledResult(desk)
        self._state = Pill()
        self._session = MutedLabel()
        self._title = HeadingLabel(wrap=True)
        self._sentence = paragraph(role="muted")
        self._reason = paragraph()
        self._hint = paragraph(role="muted", small=True)
        self._verb_bar = QWidget()
        self._buttons, self._small_buttons = FlowLayout(spacing=8), FlowLayout(spacing=8)
        lines = QVBoxLayout(self._verb_bar)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(self._buttons)
        lines.addLayout(self._small_buttons)
        policy = self._verb_bar.sizePolicy()
        policy.setHeightForWidth(True)
        self._verb_bar.setSizePolicy(policy)
        self._shown_verbs: object = None
        self._rest = QWidget()
        self.detail = Card()
        self.empty = EmptyState(
            desk, "vote", say("No votes yet"),
            say("A vote is set up in one sentence: who has how many dots on which options."), say("New vote"),
        )  # fmt: skip
        self.empty.chosen.connect(lambda: self.verbAsked.emit("new"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place()

    @property
    def hint(self) -> str:
        """What stands in the way of the first verb, empty where nothing does."""
        return self._hint.text()

    @property
    def reason(self) -> str:
        """Why the vote was annulled or closed early, empty where it was not."""
        return self._reason.text()

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
        self._show_reason(poll)
        held = poll.state in {PollState.OPEN, PollState.PAUSED, PollState.CLOSED}
        self.running.setVisible(held)
        if held and collection.turnout is not None:
            self.running.show_turnout(collection.turnout, collection.names)
        self._show_result(collection)
        self.annulled.show_poll(poll)
        self._rest.setVisible(poll.state is PollState.ANNULLED)
        self._place_verbs(above=not draft)
        self._show_verbs(collection, poll)

    def _show_reason(self, poll: PollRecord) -> None:
        """Why a vote was annulled, or closed before everybody had voted."""
        say = self._desk.language.say
        words = say("Closed early: {reason}", reason=poll.close_reason) if poll.close_reason else ""
        annulled = poll.state is PollState.ANNULLED
        if annulled:
            words = say("Annulled: {reason} The vote is kept with this mark and never comes back.",
                        reason=_stopped(poll.annul_reason))  # fmt: skip
        self._reason.setText(words)
        self._reason.set_role("danger" if annulled else "muted")
        self._reason.setVisible(bool(words))

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
        """A result or a list of voters may be long: what to do with the vote stands above it, all else below."""
        body = self.detail.body
        wanted = body.indexOf(self._reason) + 1 if above else body.count() - 1
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
        for line in (self._buttons, self._small_buttons):
            clear_layout(line)
        for name, words, kind, enabled in verbs:
            button = kind(words)
            button.setObjectName(f"verb-{name}")
            button.setEnabled(enabled)
            button.clicked.connect(lambda _=False, name=name: self.verbAsked.emit(name))
            (self._small_buttons if kind is SmallButton else self._buttons).addWidget(button)
        if held:
            # Not the next verb: a key that is pressed twice would reveal what was only to be closed.
            self.list.focus_chosen()

    def _verbs(
        self, collection: Collection, poll: PollRecord
    ) -> tuple[tuple[tuple[str, str, type[Button], bool], ...], str]:
        """What can be done with the vote, and what stands in the way of the first of it."""
        say = self._desk.language.say
        copy = ("copy", say("Copy"), QuietButton, True)
        annul = ("annul", say("Annul"), QuietButton, True)
        match poll.state:
            case PollState.DRAFT:
                found = [self._desk.language.tell(one) for one in obstacles(collection)]
                remove = ("remove", say("Remove"), QuietButton, True)
                papers = ("report", say("Paper ballots"), QuietButton, has_papers(poll))
                first = ("open", say("Open the vote"), PrimaryButton, not found)
                return (first, papers, copy, remove), "\n".join(found)
            case PollState.OPEN:
                close = ("close", say("Close the vote"), PrimaryButton, True)
                return (close, ("pause", say("Pause"), QuietButton, True), copy, annul), ""
            case PollState.PAUSED:
                resume = ("resume", say("Go on voting"), PrimaryButton, True)
                return (resume, ("close", say("Close the vote"), QuietButton, True), copy, annul), ""
            case PollState.CLOSED:
                return (("reveal", say("Reveal the result"), PrimaryButton, True), copy, annul), ""
            case PollState.ANNULLED:
                return (copy,), ""
        kinds = (
            ("decide", PrimaryButton), ("follow", QuietButton), ("propose", QuietButton), ("next", SmallButton),
        )  # fmt: skip
        onwards = tuple((name, verb_words(self._desk.language, name), kind, True) for name, kind in kinds)
        stage = self._desk.stage is not None
        return (
            *onwards,
            ("show", say("Show on the shared screen"), SmallButton, stage),
            ("report", say("Result on one page"), SmallButton, True),
            ("copy", say("Copy"), SmallButton, True),
            ("annul", say("Annul"), SmallButton, True),
        ), ""

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
        body.addWidget(self._reason)
        body.addSpacing(4)
        body.addWidget(self.draft, 1)
        body.addWidget(self.running, 1)
        self._result_place = QVBoxLayout()
        body.addLayout(self._result_place)
        body.addWidget(self.annulled)
        body.addWidget(self._rest, 1)
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


def _stopped(words: str) -> str:
    """Words that end with a stop, so that a sentence can follow."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
