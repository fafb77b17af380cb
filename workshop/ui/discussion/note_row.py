"""One note of a discussion: what kind it is, its words, who noted it when, and how it read before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import Language
from workshop.models.enums import NoteKind
from workshop.models.records.notes import NoteRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton, LinkButton
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.pill import Pill

PILLS = {NoteKind.FOR: "ok", NoteKind.AGAINST: "warn", NoteKind.QUESTION: "info", NoteKind.FACT: "quiet"}


class NoteRow(QWidget):
    """A note; its earlier wordings are shown on demand."""

    editRequested = Signal()
    removeRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.note: NoteRecord | None = None
        self._kind = Pill()
        self._words = paragraph()
        self._meta = MutedLabel(wrap=True)
        self.earlier_button = LinkButton()
        self.earlier_button.setCheckable(True)
        self._earlier = MutedLabel(wrap=True)
        self._earlier.hide()
        self.edit_button = IconButton(desk.icons.icon("pencil", "muted"), say("Edit note"))
        self.remove_button = IconButton(desk.icons.icon("trash-2", "muted"), say("Remove note"))
        self.earlier_button.toggled.connect(self._earlier.setVisible)
        self.edit_button.clicked.connect(self.editRequested)
        self.remove_button.clicked.connect(self.removeRequested)
        self._place()

    def show_note(self, note: NoteRecord) -> None:
        """Show the note as it is now."""
        language = self._desk.language
        self.note = note
        self._kind.set(language.tell(title_of(note.kind)), PILLS[note.kind])
        self._words.setText(note.text)
        self._meta.setText(meta_of(language, note))
        self.earlier_button.setText(
            language.say_many("{n} earlier wording", "{n} earlier wordings", n=len(note.versions))
        )
        self.earlier_button.setVisible(bool(note.versions))
        self._earlier.setText("\n".join(_version_line(language, note)))
        short = note.text[:60]
        self.edit_button.setAccessibleName(language.say("Edit note: {text}", text=short))
        self.remove_button.setAccessibleName(language.say("Remove note: {text}", text=short))

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.edit_button)
        head.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._meta)
        column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._earlier)


def meta_of(language: Language, note: NoteRecord) -> str:
    """Who, in which part, and when; and that it was edited."""
    parts = [language.tell(title_of(note.role)), language.time((note.edited_at or note.written_at).astimezone())]
    if note.edited_at is not None:
        parts.append(language.say("edited"))
    return " · ".join(parts)


def _version_line(language: Language, note: NoteRecord) -> list[str]:
    return [
        f"{language.time(version.written_at.astimezone())} · {language.tell(title_of(version.kind))} · {version.text}"
        for version in note.versions
    ]
