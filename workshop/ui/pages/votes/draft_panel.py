"""A vote in preparation: its question, its kind, its rules as one sentence with places to fill, and its options."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import BallotKind, Electorate
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services.voting.polls import OptionDraft
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.inline_choice import InlineChoice
from workshop.ui.pages.votes.option_list import OptionList
from workshop.ui.pages.votes.sentence import KINDS, MEANINGS, money
from workshop.ui.pages.votes.sentence_field import Sentence
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import Label, MutedLabel, paragraph
from workshop.ui.widgets.text_field import LineField

_KINDS = list(BallotKind)


class DraftPanel(QWidget):
    """Everything of a vote that can still be changed; each change is kept at once."""

    titleChanged = Signal(str)
    kindChanged = Signal(object)
    rulesChanged = Signal(object)  # what `edit_poll` takes, by name
    shuffledChanged = Signal(bool)
    optionsChanged = Signal(object)  # tuple of OptionDraft
    verbAsked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say, tell = desk.language.say, desk.language.tell
        self._poll: PollRecord | None = None
        self.title = LineField(name=say("Question of the vote"))
        self.title.editingFinished.connect(self._keep_title)
        self.kind = InlineChoice(desk, say("Kind of vote"))
        self.kind.addItems([tell(title_of(kind)) for kind in _KINDS])
        self.kind.activated.connect(lambda place: self.kindChanged.emit(_KINDS[place]))
        self._gesture = paragraph(role="muted", small=True)
        self.sentence = Sentence(desk)
        self.sentence.changed.connect(self.rulesChanged)
        self._meaning = paragraph(role="muted", small=True)
        self.weights_button = SmallButton(say("Votes of the organizations"), icon=desk.icons.icon("users"))
        self.weights_button.clicked.connect(lambda: self.verbAsked.emit("weights"))
        self.shuffled = CheckBox(say("Show the options to each participant in another order"))
        self.shuffled.clicked.connect(self.shuffledChanged)
        self.options = OptionList(desk)
        self.options.changed.connect(self.optionsChanged)
        self.add_field = LineField(name=say("Add an option"), placeholder=say("Add an option, then Enter"))
        self.add_field.submitted.connect(self._add)
        self._count = MutedLabel()
        self._costs = MutedLabel(wrap=True)
        self.ideas_button = SmallButton(say("Take the ideas"))
        self.themes_button = SmallButton(say("Take the themes"))
        self.proposals_button = SmallButton(say("Take the proposals"))
        self.proposals_button.clicked.connect(lambda: self.verbAsked.emit("options_proposals"))
        self.ideas_button.clicked.connect(lambda: self.verbAsked.emit("options_ideas"))
        self.themes_button.clicked.connect(lambda: self.verbAsked.emit("options_themes"))
        self._place()

    @property
    def costs_told(self) -> str:
        """What all options cost together, and the budget."""
        return self._costs.text()

    def show_poll(self, poll: PollRecord) -> None:
        """Show a vote in preparation; what is being typed is left alone."""
        other = self._poll is None or self._poll.id != poll.id
        if other:
            self.add_field.empty()
        if other or not self.title.hasFocus():
            self.title.set_value(poll.title)
        self._poll = poll
        self.kind.setCurrentIndex(_KINDS.index(poll.ballot))
        self._gesture.setText(self._desk.language.tell(KINDS[poll.ballot]))
        self.sentence.show_poll(poll)
        self._show_meaning(poll)
        self.weights_button.setVisible(poll.electorate is Electorate.ORGANIZATIONS)
        self.shuffled.setChecked(poll.shuffled)
        self.options.show_options(poll.options, priced=poll.ballot is BallotKind.BUDGET)
        self._show_costs(poll)
        self._count.setText(
            self._desk.language.say_many("{n} option on the ballot", "{n} options on the ballot", n=len(poll.options))
        )

    def flush(self) -> None:
        """Keep what was changed a moment ago."""
        self._keep_title()
        self.sentence.flush()
        self.options.flush()

    def _show_meaning(self, poll: PollRecord) -> None:
        """What the rule means, where there are several."""
        several = len(poll.ballot.rules) > 1
        self._meaning.setText(self._desk.language.tell(MEANINGS[poll.rule]) if several else "")
        self._meaning.setVisible(several)

    def _show_costs(self, poll: PollRecord) -> None:
        language = self._desk.language
        together = sum(option.cost or 0 for option in poll.options)
        self._costs.setVisible(poll.ballot is BallotKind.BUDGET)
        self._costs.setText(
            language.say(
                "All together cost {sum}; the budget is {budget}.",
                sum=money(language, together, poll.unit), budget=money(language, poll.budget, poll.unit),
            )
        )  # fmt: skip

    def _keep_title(self) -> None:
        self.title.commit_composition()
        if self._poll is not None and self.title.value and self.title.value != self._poll.title:
            self.titleChanged.emit(self.title.value)

    def _add(self, text: str) -> None:
        if text:
            self.add_field.empty()
            self.optionsChanged.emit((*self.options.drafts, OptionDraft(text)))

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(_labelled(self._desk.language.say("Question"), self.title))
        kind = FlowLayout(spacing=12, line_spacing=4)
        kind.addWidget(self.kind)
        kind.addWidget(self._gesture)
        column.addLayout(kind)
        column.addWidget(self.sentence)
        column.addWidget(self._meaning)
        column.addWidget(self.weights_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.shuffled)
        head = FlowLayout(spacing=8)
        for widget in (self._count, self.ideas_button, self.themes_button, self.proposals_button):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.options, 1)
        column.addWidget(self._costs)
        column.addWidget(self.add_field)


def _labelled(text: str, field: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(5)
    label = Label(text)
    label.setProperty("look", "field-label")
    label.setBuddy(field)
    box.addWidget(label)
    box.addWidget(field)
    return box
