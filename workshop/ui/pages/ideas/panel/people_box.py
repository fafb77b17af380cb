"""Who stands behind an idea, and a line to add one more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import Language
from workshop.models.records.ideas import IdeaRecord, IdeaVotes, SupportRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import NUMBER
from workshop.ui.widgets.buttons import LinkButton, SmallButton
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.text_field import LineField


class SupportRow(QWidget):
    """One supporter, with the words it was said in; it can be taken back."""

    withdrawn = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = MutedLabel(wrap=True)
        self.button = LinkButton(desk.language.say("Take back"))
        self.button.clicked.connect(self.withdrawn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_support(self, support: SupportRecord) -> None:
        """Show who it is."""
        language = self._desk.language
        who = who_of(language, support.participant)
        self._words.setText(f"{who} · {support.text}" if support.text else who)
        self.button.setAccessibleName(language.say("Take back the support: {who}", who=who))


class PeopleBox(QWidget):
    """The supporters, and a field for the number of the next one; without a number it is somebody unnamed."""

    supported = Signal(object)  # the number, None for somebody unnamed
    withdrawn = Signal(object)  # the id of the support

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self._who = paragraph(role="muted", small=True)
        self.number = LineField(name=say("Number of the supporter (optional)"), placeholder=say("No."))
        self.number.setValidator(QRegularExpressionValidator(NUMBER, self))
        self.number.setFixedWidth(desk.type.px(84))
        self.button = SmallButton(say("Add support"), icon=desk.icons.icon("thumbs-up"))
        self.number.submitted.connect(lambda _text: self._support())
        self.button.clicked.connect(self._support)
        listed = QVBoxLayout()
        listed.setSpacing(2)
        self.rows = KeyedRows[SupportRecord, SupportRow](
            listed, lambda support: support.id, self._make, SupportRow.show_support
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.number)
        line.addWidget(self.button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._who)
        column.addLayout(listed)
        column.addLayout(line)

    def show_people(self, idea: IdeaRecord, supports: Sequence[SupportRecord], votes: Sequence[IdeaVotes] = ()) -> None:
        """Show who gave the idea, who supports it and how many voted for it."""
        language = self._desk.language
        given = language.say("given by {who}", who=who_of(language, idea.author))
        behind = language.say_many("{n} person behind it", "{n} people behind it", n=idea.people)
        voted = [
            language.say("{poll}: {n} of {all} voted for it", poll=vote.title, n=vote.voters, all=vote.ballots)
            for vote in votes
        ]
        self._who.setText("\n".join((f"{behind} · {given}", *voted)))
        self.rows.show(supports)

    def _support(self) -> None:
        number = int(self.number.value) if self.number.value else None
        self.number.empty()
        self.supported.emit(number)

    def _make(self, support: SupportRecord) -> SupportRow:
        row = SupportRow(self._desk)
        row.withdrawn.connect(lambda: self.withdrawn.emit(support.id))
        return row


def who_of(language: Language, number: int | None) -> str:
    """A participant's number, or that nobody was named."""
    return language.say("no. {n}", n=f"{number:02}") if number is not None else language.say("somebody unnamed")
