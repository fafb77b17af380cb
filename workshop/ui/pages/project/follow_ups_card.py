"""The follow-ups that are due next."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.models.enums import FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row

_FEW = 4


class FollowUpsCard(Card):
    """A short table of what is open, the most pressing first; a row leads to it."""

    chosen = Signal(object)  # FollowUpRecord
    allRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Due next"), parent=parent)
        self._desk = desk
        self._items: dict[object, FollowUpRecord] = {}
        self.all_button = LinkButton(say("All follow-ups"))
        self.all_button.clicked.connect(self.allRequested)
        self.add_action(self.all_button)
        columns = [
            Column(say("Follow-up"), width=0, strong=True),
            Column(say("Department"), optional=True),
            Column(say("Due"), "right"),
        ]
        self.table = DataTable(desk, columns, say("Due next"), fit_rows=True, single_click=True)
        self.table.rowActivated.connect(lambda key: self.chosen.emit(self._items[key]))
        self.add(self.table)
        self._empty = paragraph(say("Nothing is open. What sessions decide is followed up here."), role="muted")
        self.add(self._empty)

    def show_follow_ups(self, items: tuple[FollowUpRecord, ...], today: date) -> None:
        """Show those of a project that are not finished."""
        live = [item for item in items if item.state in {FollowUpState.OPEN, FollowUpState.DOING}]
        next_ones = sorted(live, key=lambda item: item.due_on or date.max)[:_FEW]
        self._items = {item.id: item for item in next_ones}
        self.set_count(str(len(live)) if live else "")
        self.table.set_rows([self._row(item, today) for item in next_ones])
        self.table.setVisible(bool(live))
        self._empty.setVisible(not live)

    def _row(self, item: FollowUpRecord, today: date) -> Row:
        language = self._desk.language
        tip = " · ".join(part for part in (item.text, language.tell(title_of(item.state))) if part)
        due = Cell(language.day(item.due_on) if item.due_on else "–")
        if item.overdue(today) and item.due_on is not None:
            due = Cell(" · ".join((due.text, language.say("overdue"))), role="danger")
        return Row(item.id, (Cell(item.text, tip=tip), item.department or "–", due))
