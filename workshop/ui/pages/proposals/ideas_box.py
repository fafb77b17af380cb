"""The ideas a proposal came from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.ideas import IdeaRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows


class IdeaRow(QWidget):
    """One idea; it can be seen on its wall, or be left out."""

    seen = Signal()
    leftOut = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self._words, self._people = paragraph(), MutedLabel()
        self.see_button = LinkButton(say("See"))
        self.leave_button = LinkButton(say("Leave out"))
        self.see_button.clicked.connect(self.seen)
        self.leave_button.clicked.connect(self.leftOut)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._people)
        foot.addWidget(self.see_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addLayout(foot)

    def show_idea(self, idea: IdeaRecord) -> None:
        """Show its words and how many stand behind it."""
        language, short = self._desk.language, idea.text[:60]
        self._words.setText(idea.text if len(idea.text) <= 200 else f"{idea.text[:200].rstrip()}…")
        self._people.setText(language.say_many("{n} person", "{n} people", n=idea.people))
        self.see_button.setAccessibleName(f"{self.see_button.text()}: {short}")
        self.leave_button.setAccessibleName(language.say("Leave out: {text}", text=short))


class IdeasBox(QWidget):
    """The ideas below each other."""

    ideaShown = Signal(object)
    ideaLeftOut = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._empty = MutedLabel(
            desk.language.say("No ideas yet. Choose some on the wall of ideas and add them to this proposal there."),
            wrap=True,
        )
        listed = QVBoxLayout()
        listed.setSpacing(4)
        self.rows = KeyedRows[IdeaRecord, IdeaRow](listed, lambda idea: idea.id, self._make, IdeaRow.show_idea)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addLayout(listed)

    def show_ideas(self, ideas: Sequence[IdeaRecord]) -> None:
        """Show the ideas."""
        self._empty.setVisible(not ideas)
        self.rows.show(ideas)

    def _make(self, idea: IdeaRecord) -> IdeaRow:
        row = IdeaRow(self._desk)
        row.seen.connect(lambda: self.ideaShown.emit(idea.id))
        row.leftOut.connect(lambda: self.ideaLeftOut.emit(idea.id))
        return row
