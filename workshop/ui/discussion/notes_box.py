"""The discussion of an idea, a theme or a proposal: its notes, and a line to add one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import NoteKind
from workshop.models.records.notes import NoteRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.discussion.note_row import NoteRow
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.capture_field import CaptureField
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.keyed_rows import KeyedRows


class NotesBox(QWidget):
    """Tells what is to be noted, changed or removed; the page asks the service."""

    added = Signal(object, str)  # NoteKind, the words
    edited = Signal(object, object, str)  # the id of the note, NoteKind, the words
    removeRequested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._subject: UUID | None = None
        say, tell = desk.language.say, desk.language.tell
        self._empty = MutedLabel(say("Nothing has been noted yet."), wrap=True)
        self.kind = SegmentedChoice(
            [(kind, tell(title_of(kind))) for kind in NoteKind], NoteKind.FOR, say("Kind of note")
        )
        self.field = CaptureField(say("What is said about it?"), "Enter")
        self.field.submitted.connect(self._add)
        self.field.pasted.connect(lambda lines: self.field.textCursor().insertText("\n".join(lines)))
        listed = QVBoxLayout()
        listed.setSpacing(10)
        self.rows = KeyedRows[NoteRecord, NoteRow](listed, lambda note: note.id, self._make, NoteRow.show_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._empty)
        column.addLayout(listed)
        column.addWidget(self.kind)
        column.addWidget(self.field)

    def show_notes(self, subject: UUID, notes: Sequence[NoteRecord]) -> None:
        """Show the notes about something; what is being written stays as long as it is about the same."""
        if subject != self._subject:
            self._subject = subject
            self.field.empty()
        self._empty.setVisible(not notes)
        self.rows.show(notes)

    def ask_words(self, note: NoteRecord) -> FormDialog:
        """Let a note be changed."""
        say, tell = self._desk.language.say, self._desk.language.tell
        fields = (
            Field("kind", say("Kind of note"), "segments", choices=tuple((k, tell(title_of(k))) for k in NoteKind)),
            Field("text", say("Note"), "note", required=True, lines=4, help=say("How it read before stays with it.")),
        )
        dialog = FormDialog(
            self._desk, say("Edit note"), fields, say("Save"), self, values={"kind": note.kind, "text": note.text}
        )
        dialog.submitted.connect(lambda values: self.edited.emit(note.id, values["kind"], values["text"]))
        dialog.open()
        return dialog

    def _add(self, text: str) -> None:
        if text:
            self.field.empty()
            self.added.emit(self.kind.value, text)

    def _make(self, note: NoteRecord) -> NoteRow:
        row = NoteRow(self._desk)
        row.editRequested.connect(lambda: row.note is not None and self.ask_words(row.note))
        row.removeRequested.connect(lambda: self.removeRequested.emit(note.id))
        return row
