"""A vote in preparation: its question, its rules as one sentence with places to fill, and its options."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from workshop.models.enums import BallotKind, Electorate
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services.polls import MOST_DOTS, BallotRules, OptionDraft
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.option_list import OptionList
from workshop.ui.pages.votes.words import rules_sentence
from workshop.ui.widgets.buttons import SegmentedChoice, SmallButton
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import BodyLabel, Label, MutedLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.text_field import LineField

_PAUSE = 450  # milliseconds without a change before a number is kept
_MARK = "\x00"


class Sentence(QWidget):
    """The rules as one sentence; where a number or a choice stands, it can be changed."""

    rulesChanged = Signal(object)  # BallotRules
    electorateChanged = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = BallotKind.DOTS
        self._shown: object = None
        say = desk.language.say
        self.dots = self._number(say("Dots in all"))
        self.most = self._number(say("Most dots on one option"))
        self.who = QComboBox()
        self.who.setAccessibleName(say("Who may vote"))
        for electorate in Electorate:
            self.who.addItem(desk.language.tell(title_of(electorate)))
        keep_still(self.who)
        self.who.activated.connect(
            lambda _index: self.electorateChanged.emit(list(Electorate)[self.who.currentIndex()])
        )
        self._flow = FlowLayout(self, spacing=5, line_spacing=6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)

    def show_poll(self, poll: PollRecord) -> None:
        """Show the rules of a poll; what is being changed now is left alone."""
        self._kind = poll.ballot
        if not self._pause.isActive():
            self._put(self.dots, poll.dots, MOST_DOTS)
            self._put(self.most, poll.per_option, poll.dots)
            self.who.setCurrentIndex(list(Electorate).index(poll.electorate))
        self.setAccessibleName(rules_sentence(self._desk.language, poll))
        key = (poll.ballot, len(poll.options))
        if key != self._shown:
            self._shown = key
            self._lay_out(poll)

    def keep(self) -> None:
        """Tell the rules as they stand."""
        self._pause.stop()
        dots = self.dots.value()
        self.rulesChanged.emit(BallotRules(self._kind, dots, min(self.most.value(), dots)))

    def flush(self) -> None:
        """Tell what was changed a moment ago."""
        if self._pause.isActive():
            self.keep()

    def _lay_out(self, poll: PollRecord) -> None:
        fields: dict[str, QWidget] = {"dots": self.dots, "most": self.most, "who": self.who}
        if poll.ballot is BallotKind.APPROVAL:
            fields = {"most": self.dots, "who": self.who}
        for field in (self.dots, self.most, self.who):
            self._flow.removeWidget(field)
            field.setParent(self)
            field.hide()
        clear_layout(self._flow)
        marked = rules_sentence(self._desk.language, poll, **{name: f"{_MARK}{name}{_MARK}" for name in fields})
        for part in marked.split(_MARK):
            if part in fields:
                self._flow.addWidget(fields[part])
                fields[part].show()
                continue
            for word in part.split():  # word by word, so that the sentence can run on in the next line
                self._flow.addWidget(BodyLabel(word))

    def _number(self, name: str) -> QSpinBox:
        box = QSpinBox()
        box.setAccessibleName(name)
        box.setRange(1, MOST_DOTS)
        box.setFixedWidth(self._desk.type.px(84))
        box.lineEdit().setTextMargins(10, 0, 0, 0)
        keep_still(box)
        box.valueChanged.connect(lambda _value: self._pause.start())
        return box

    def _put(self, box: QSpinBox, value: int, most: int) -> None:
        box.blockSignals(True)
        box.setMaximum(most)
        box.setValue(value)
        box.blockSignals(False)


class DraftPanel(QWidget):
    """Everything of a vote that can still be changed; each change is kept at once."""

    titleChanged = Signal(str)
    kindChanged = Signal(object)
    rulesChanged = Signal(object)
    electorateChanged = Signal(object)
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
        self.kind = SegmentedChoice(
            [(kind, tell(title_of(kind))) for kind in BallotKind], BallotKind.DOTS, say("Kind of vote")
        )
        self.kind.chosen.connect(self.kindChanged)
        self.sentence = Sentence(desk)
        self.sentence.rulesChanged.connect(self.rulesChanged)
        self.sentence.electorateChanged.connect(self.electorateChanged)
        self.shuffled = CheckBox(say("Show the options to each participant in another order"))
        self.shuffled.clicked.connect(self.shuffledChanged)
        self.options = OptionList(desk)
        self.options.changed.connect(self.optionsChanged)
        self.add_field = LineField(name=say("Add an option"), placeholder=say("Add an option, then Enter"))
        self.add_field.submitted.connect(self._add)
        self._count = MutedLabel()
        self.ideas_button = SmallButton(say("Take the ideas"))
        self.themes_button = SmallButton(say("Take the themes"))
        self.ideas_button.clicked.connect(lambda: self.verbAsked.emit("options_ideas"))
        self.themes_button.clicked.connect(lambda: self.verbAsked.emit("options_themes"))
        self._place()

    def show_poll(self, poll: PollRecord) -> None:
        """Show a vote in preparation; what is being typed is left alone."""
        other = self._poll is None or self._poll.id != poll.id
        if other:
            self.add_field.empty()
        if other or not self.title.hasFocus():
            self.title.set_value(poll.title)
        self._poll = poll
        self.kind.set_chosen(poll.ballot)
        self.sentence.show_poll(poll)
        self.shuffled.setChecked(poll.shuffled)
        self.options.show_options(poll.options)
        self._count.setText(
            self._desk.language.say_many("{n} option on the ballot", "{n} options on the ballot", n=len(poll.options))
        )

    def flush(self) -> None:
        """Keep what was changed a moment ago."""
        self._keep_title()
        self.sentence.flush()

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
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sentence)
        column.addWidget(self.shuffled)
        head = FlowLayout(spacing=8)
        for widget in (self._count, self.ideas_button, self.themes_button):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.options, 1)
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
