"""The civil support elements of the chosen phase."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import SupportState
from workshop.models.records.projects import SupportItemRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.check_row import CheckRow
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.text_field import LineField


class SupportCard(Card):
    """A checklist that can be ticked, added to and edited."""

    ticked = Signal(object, bool)  # SupportItemRecord, whether it is done
    added = Signal(str)
    editRequested = Signal(object)  # SupportItemRecord

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Civil support elements"), parent=parent)
        self._desk = desk
        column = QVBoxLayout()
        column.setSpacing(0)
        self.body.addLayout(column)
        self._rows = KeyedRows[SupportItemRecord, _SupportRow](column, lambda item: item.id, self._make, _show_item)
        self.field = LineField(placeholder=say("Add what else is needed…"), name=say("Add support element"))
        self.field.submitted.connect(self._add)
        self.add(self.field)

    @property
    def rows(self) -> list[CheckRow]:
        """The rows of the checklist in order."""
        return [row.check for row in self._rows.widgets]

    def show_items(self, items: tuple[SupportItemRecord, ...], today: date) -> None:
        """Show the checklist of a phase."""
        done = sum(item.state is SupportState.DONE for item in items)
        self.set_count(f"{done} / {sum(item.state is not SupportState.NOT_NEEDED for item in items)}")
        self._rows.show(items)
        for place, (item, row) in enumerate(zip(items, self._rows.widgets, strict=True)):
            row.check.set_note(*self._note(item, today))
            row.set_last(place == len(items) - 1)

    def _make(self, item: SupportItemRecord) -> "_SupportRow":
        row = _SupportRow(self._desk, item)
        row.check.clicked.connect(lambda done: self.ticked.emit(row.item, done))
        row.edit.clicked.connect(lambda: self.editRequested.emit(row.item))
        return row

    def _note(self, item: SupportItemRecord, today: date) -> tuple[str, str]:
        """Who sees to it until when, where it is still to be done; what is late is said in words."""
        language = self._desk.language
        if item.state is SupportState.NOT_NEEDED:
            return language.say("not needed"), "muted"
        if item.state is SupportState.DONE or not (item.responsible or item.due_on):
            return "", "muted"
        due = language.say("by {day}", day=language.day(item.due_on)) if item.due_on else ""
        told = " ".join(part for part in (item.responsible, due) if part)
        if item.due_on is not None and item.due_on < today:
            return " · ".join((told, language.say("overdue"))), "danger"
        return told, "warn"

    def _add(self, text: str) -> None:
        if text.strip():
            self.field.empty()
            self.added.emit(text)


class _SupportRow(QWidget):
    """One element: its row of the checklist, and the way to its form."""

    def __init__(self, desk: Desk, item: SupportItemRecord) -> None:
        super().__init__()
        self.item = item
        self._desk = desk
        self._last = False
        self.check = CheckRow(desk, item.text, last=True)  # the line below runs under the button too
        self.edit = IconButton(desk.icons.icon("pencil", "muted"), "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.check, 1)
        line.addWidget(self.edit)

    def show_item(self, item: SupportItemRecord) -> None:
        """Show the element as it is now."""
        self.item = item
        self.check.set_words(item.text)
        self.check.set_done(item.state is SupportState.DONE)
        self.check.setToolTip(item.note)
        name = self._desk.language.say("Edit “{text}”", text=item.text)
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(name)

    def set_last(self, last: bool) -> None:
        """Say whether it is the last one, which has no line below."""
        self._last = last
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below."""
        if not self._last:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._desk.theme.color("line"))


def _show_item(row: _SupportRow, item: SupportItemRecord) -> None:
    row.show_item(item)
