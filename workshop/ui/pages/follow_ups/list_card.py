"""The follow-ups below each other, grouped by when they are due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.records.follow_ups import FollowUpRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.follow_ups.row import FollowUpRow, GroupHeading
from workshop.ui.pages.follow_ups.sorting import Group, grouped
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.keyed_rows import KeyedRows


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading with its figure, or a follow-up."""

    group: Group
    count: int = 0
    item: FollowUpRecord | None = None
    last: bool = False

    @property
    def key(self) -> object:
        return self.group if self.item is None else self.item.id


class FollowUpList(Card):
    """Rows that stay where they are while things change; each signal tells the follow-up."""

    stateRequested = Signal(object, object)  # FollowUpRecord, FollowUpState
    editRequested = Signal(object)
    removeRequested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._today = date.min
        self.layout().setContentsMargins(20, 6, 20, 10)
        say = desk.language.say
        self._titles = {
            Group.OVERDUE: say("Overdue"),
            Group.SOON: say("Within 7 days"),
            Group.LATER: say("Later"),
            Group.SOME_DAY: say("Without a date"),
            Group.FINISHED: say("Finished"),
        }
        column = QVBoxLayout()
        column.setSpacing(0)
        self.body.addLayout(column)
        self._lines = KeyedRows[_Line, QWidget](column, lambda line: line.key, self._make, self._show_line)

    @property
    def rows(self) -> list[FollowUpRow]:
        """The rows in order, without the headings."""
        return [row for row in self._lines.widgets if isinstance(row, FollowUpRow)]

    @property
    def headings(self) -> list[str]:
        """The headings in order."""
        groups = [row for row in self._lines.widgets if isinstance(row, GroupHeading)]
        return [heading.title for heading in groups]

    def row(self, key: object) -> FollowUpRow | None:
        """The row of a follow-up by its id, if it is shown."""
        return next((row for row in self.rows if row.item.id == key), None)

    def show_items(self, items: Iterable[FollowUpRecord], today: date) -> None:
        """Show some follow-ups."""
        self._today = today
        lines: list[_Line] = []
        for group, members in grouped(items, today):
            lines.append(_Line(group, len(members)))
            lines += [_Line(group, item=item, last=item is members[-1]) for item in members]
        self._lines.show(lines)

    def _make(self, line: _Line) -> QWidget:
        if line.item is None:
            return GroupHeading(self._desk, line.group, self._titles[line.group])
        row = FollowUpRow(self._desk, line.item)
        row.stateRequested.connect(lambda state: self.stateRequested.emit(row.item, state))
        row.editRequested.connect(lambda: self.editRequested.emit(row.item))
        row.removeRequested.connect(lambda: self.removeRequested.emit(row.item))
        row.moved.connect(lambda step: self._move(row, step))
        return row

    def _show_line(self, row: QWidget, line: _Line) -> None:
        if isinstance(row, GroupHeading):
            row.show_count(line.count)
        elif isinstance(row, FollowUpRow) and line.item is not None:
            row.show_item(line.item, self._today, last=line.last)

    def _move(self, row: FollowUpRow, step: int) -> None:
        rows = self.rows
        other = rows[min(max(rows.index(row) + step, 0), len(rows) - 1)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
