"""What was merged into an idea and what was split off: the trail, with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.ideas import IdeaRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.panel.people_box import who_of
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows


class MergedRow(QWidget):
    """An idea that was merged into the one that is shown."""

    unmerged = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words, self._who = paragraph(), MutedLabel()
        self.button = LinkButton(desk.language.say("Unmerge"))
        self.button.clicked.connect(self.unmerged)
        foot = QHBoxLayout()
        foot.addWidget(self._who, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addLayout(foot)

    def show_idea(self, idea: IdeaRecord) -> None:
        """Show its words and whose they are."""
        language = self._desk.language
        self._words.setText(idea.text)
        self._who.setText(f"{who_of(language, idea.author)} · {language.time(idea.written_at.astimezone())}")
        self.button.setAccessibleName(language.say("Unmerge: {text}", text=idea.text[:60]))


class TrailBox(QWidget):
    """The merged ideas, each with a way back."""

    unmergeRequested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.rows = KeyedRows[IdeaRecord, MergedRow](column, lambda idea: idea.id, self._make, MergedRow.show_idea)

    def show_trail(self, merged: Sequence[IdeaRecord]) -> None:
        """Show what was merged."""
        self.rows.show(merged)

    def _make(self, idea: IdeaRecord) -> MergedRow:
        row = MergedRow(self._desk)
        row.unmerged.connect(lambda: self.unmergeRequested.emit(idea.id))
        return row
