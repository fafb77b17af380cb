"""Decisions and actions of a project: who does what by when, and what citizens are told about it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.titles import title_of
from workshop.services import follow_ups
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page
from workshop.ui.widgets.buttons import LinkButton, PrimaryButton, SegmentedChoice
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.search_field import SearchField
from workshop.ui.widgets.table_model import Cell, Column, Row

_PILLS = {FollowUpState.DOING: "info", FollowUpState.DONE: "ok", FollowUpState.DROPPED: "quiet"}
_LIVE = {FollowUpState.OPEN, FollowUpState.DOING}


class FollowUpsPage(Page):
    """A table that can be filtered; a row opens its form."""

    name = "follow-ups"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._items: dict[object, FollowUpRecord] = {}
        self._dialog: FormDialog | None = None
        say = self.say
        self.header = PageHeader(say("Follow-ups"))
        self.new_button = PrimaryButton(say("New follow-up"), shortcut="Ctrl+N")
        self.new_button.clicked.connect(self.ask_new)
        self.header.add_button(self.new_button)
        self.content.addWidget(self.header)
        self.content.addWidget(self._filters())
        self.card = Card()
        columns = [
            Column(say("What"), width=0, strong=True),
            Column(say("Kind")),
            Column(say("Department")),
            Column(say("Responsible")),
            Column(say("Due")),
            Column(say("State"), "right"),
        ]
        self.table = DataTable(desk, columns, say("Follow-ups"), fit_rows=True, sortable=True, single_click=True)
        self.table.rowActivated.connect(lambda key: self.ask_edit(self._items[key]))
        self.card.add(self.table)
        self.content.addWidget(self.card)
        self.empty = EmptyState(
            desk,
            "flag",
            say("Nothing to follow up yet"),
            say("Decisions and things to do are kept here with who does them by when, and what citizens are told."),
            say("New follow-up"),
        )
        self.empty.chosen.connect(self.ask_new)
        self.content.addWidget(self.empty, 1)
        self.content.addStretch(1)
        self.empty.hide()

    def reload(self) -> None:
        """Read them anew."""
        library, project_id = self.desk.library, self.place.project_id
        if project_id is None:
            self._show(())
            return
        self.desk.tasks.run(lambda: follow_ups.list_follow_ups(library, project_id=project_id), self._show, owner=self)

    def ask_new(self) -> None:
        """Ask for a new one."""
        library, project_id = self.desk.library, self.place.project_id
        if project_id is None:
            self.pageRequested.emit("start", None)
            return
        values = {"kind": FollowUpKind.ACTION, "state": FollowUpState.OPEN}

        def act(given: dict[str, Any]) -> Any:
            return follow_ups.add_follow_up(library, project_id=project_id, **given)

        self._ask(self.say("New follow-up"), self.say("Add"), values, act)

    def ask_edit(self, item: FollowUpRecord) -> None:
        """Open the form of one."""
        library = self.desk.library
        names = ("kind", "text", "reason", "department", "responsible", "due_on", "state", "told_back")

        def act(given: dict[str, Any]) -> Any:
            due = (given.pop("due_on"),)
            return follow_ups.edit_follow_up(library, follow_up_id=item.id, due=due, **given)

        values = {name: getattr(item, name) for name in names}
        dialog = self._ask(self.say("Edit follow-up"), self.say("Save"), values, act)
        button = LinkButton(self.say("Remove"))
        button.clicked.connect(
            lambda: self.do(lambda: follow_ups.remove_follow_up(library, follow_up_id=item.id), dialog=dialog)
        )
        dialog.foot.insertWidget(0, button)

    def _filters(self) -> QWidget:
        say = self.say
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.filter = SegmentedChoice(
            [("live", say("Open")), ("late", say("Overdue")), ("all", say("All"))], "live", say("Which follow-ups")
        )
        self.filter.chosen.connect(lambda _value: self._show_rows())
        self.search = SearchField(self.desk.icons, say("Find"))
        self.search.searched.connect(lambda _text: self._show_rows())
        line.addWidget(self.filter)
        line.addStretch(1)
        line.addWidget(self.search)
        return row

    def _show(self, items: tuple[FollowUpRecord, ...]) -> None:
        self._items = {item.id: item for item in items}
        late = sum(item.overdue(self.desk.library.today()) for item in items)
        self.header.set_count(str(len(items)) if items else "")
        self.header.set_over(self.desk.language.say("{n} overdue", n=late) if late else "")
        self.empty.setVisible(not items)
        self._show_rows()

    def _show_rows(self) -> None:
        today, wanted = self.desk.library.today(), self.search.value.casefold()
        keep = {
            "live": lambda item: item.state in _LIVE,
            "late": lambda item: item.overdue(today),
            "all": lambda _item: True,
        }[str(self.filter.value)]
        shown = [item for item in self._items.values() if keep(item) and wanted in _words(item)]
        self.card.setVisible(bool(self._items))
        self.table.set_rows([self._row(item) for item in shown])

    def _row(self, item: FollowUpRecord) -> Row:
        language = self.desk.language
        late = item.overdue(self.desk.library.today())
        due = Cell(language.day(item.due_on) if item.due_on else "–", sort=item.due_on, role="danger" if late else "")
        state = language.tell(title_of(item.state))
        pill = "warn" if late else _PILLS.get(item.state, "quiet")
        kind = language.tell(title_of(item.kind))
        what = Cell(item.text, tip="\n".join(part for part in (item.text, item.reason, item.told_back) if part))
        return Row(item.id, (what, kind, item.department or "–", item.responsible or "–", due, Cell(state, pill=pill)))

    def _ask(self, title: str, verb: str, values: dict[str, Any], act: Callable[[dict[str, Any]], Any]) -> FormDialog:
        dialog = FormDialog(self.desk, title, self._fields(), verb, self, values=values, stay=True)
        dialog.submitted.connect(lambda given: self.do(lambda: act(given), dialog=dialog))
        self._dialog = dialog
        dialog.open()
        return dialog

    def _fields(self) -> list[Field]:
        say, tell = self.say, self.tell
        return [
            Field("kind", say("Kind"), "segments", choices=tuple((kind, tell(title_of(kind))) for kind in FollowUpKind)),
            Field("text", say("What was decided or is to be done"), "note", required=True, lines=2),
            Field("reason", say("Reason"), "note", lines=2),
            Field("department", say("Department"), row="who"),
            Field("responsible", say("Responsible"), row="who"),
            Field("due_on", say("Due on"), "date", row="when"),
            Field(
                "state", say("State"), "choice", row="when",
                choices=tuple((state, tell(title_of(state))) for state in FollowUpState),
            ),
            Field("told_back", say("What citizens are told"), "note", lines=2),
        ]  # fmt: skip


def _words(item: FollowUpRecord) -> str:
    return " ".join((item.text, item.reason, item.department, item.responsible, item.told_back)).casefold()
