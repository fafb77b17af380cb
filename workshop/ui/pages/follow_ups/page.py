"""Decisions and actions of a project: who does what by when, and what citizens are told about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.models.enums import FollowUpKind, FollowUpState
from workshop.models.errors import NotFoundError
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.proposals import Trace, TraceStep
from workshop.services.ideas.tracing import trace_follow_up
from workshop.services.projects import follow_ups, projects
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page, Place
from workshop.ui.pages.follow_ups.fields import follow_up_fields, follow_up_values
from workshop.ui.pages.follow_ups.sorting import Filter, Show
from workshop.ui.pages.follow_ups.view import FollowUpsLayout
from workshop.ui.pages.proposals.way import PAGE_OF, Way
from workshop.ui.report_places import to_report
from workshop.ui.widgets.buttons import RemoveLink

_FORM = 640  # pixels at 100 %: who, where and when stand in one line
Read = tuple[ProjectRecord, tuple[FollowUpRecord, ...]]


class FollowUpsPage(Page):
    """A list by when things are due, with filters; each row changes its state at once and opens its form."""

    name = "follow-ups"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._items: tuple[FollowUpRecord, ...] = ()
        self._sought: UUID | None = None
        self._dialog: FormDialog | None = None
        self.parts = FollowUpsLayout(desk, self.scroll, self.content)
        self._connect()

    def open(self, place: Place) -> None:
        """Show the follow-ups of a project; the one that is asked for gets the keyboard."""
        if place.project_id != self.place.project_id:
            self.parts.set_filter(Filter())
        self._sought = place.item_id
        super().open(place)

    def reload(self) -> None:
        """Read them anew."""
        library, project_id = self.desk.library, self.place.project_id
        if project_id is None:
            self.parts.show_none()
            return

        def read() -> Read:
            project = projects.get_project(library, project_id=project_id)
            return project, follow_ups.list_follow_ups(library, project_id=project_id)

        self.desk.tasks.run(read, self._show, lambda error: self._not_read(error, project_id), owner=self)

    def ask_new(self) -> None:
        """Ask for a new one."""
        library, project_id = self.desk.library, self.place.project_id
        if project_id is None:
            self.pageRequested.emit("start", None)
            return
        values = {"kind": FollowUpKind.ACTION, "state": FollowUpState.OPEN, "due_on": None}
        if self.parts.filter.department:
            values["department"] = self.parts.filter.department

        def act(given: dict[str, Any]) -> Any:
            return follow_ups.add_follow_up(library, project_id=project_id, **given)

        self._ask(self.say("New follow-up"), self.say("Add"), values, act)

    def ask_edit(self, item: FollowUpRecord) -> None:
        """Open the form of one, with the way it came where it came from something."""
        library = self.desk.library
        if not item.origins:
            self._ask_edit(item, Trace((), ()))
            return
        self.desk.tasks.run(
            lambda: trace_follow_up(library, follow_up_id=item.id),
            lambda trace: self._ask_edit(item, trace),
            owner=self,
        )

    def _ask_edit(self, item: FollowUpRecord, trace: Trace) -> None:
        library = self.desk.library

        def act(given: dict[str, Any]) -> Any:
            due = (given.pop("due_on"),)
            return follow_ups.edit_follow_up(library, follow_up_id=item.id, due=due, **given)

        dialog = self._ask(self.say("Edit follow-up"), self.say("Save"), follow_up_values(item), act)
        button = RemoveLink(self.say("Remove"))
        button.clicked.connect(
            lambda: self.do(lambda: follow_ups.remove_follow_up(library, follow_up_id=item.id), dialog=dialog)
        )
        dialog.foot.insertWidget(0, button)
        if trace.before:
            way = Way(self.desk)
            way.show_way(trace.before, self.say("this"), trace.after)
            way.stepShown.connect(lambda step: self._follow(dialog, step))
            dialog.body.addWidget(way)

    def _follow(self, dialog: FormDialog, step: TraceStep) -> None:
        dialog.reject()
        self.pageRequested.emit(PAGE_OF[step.kind], self.place.with_(item_id=step.id))

    def set_state(self, item: FollowUpRecord, state: FollowUpState) -> None:
        """Say how far one has come."""
        library = self.desk.library
        if state is not item.state:
            self.do(lambda: follow_ups.set_follow_up_state(library, follow_up_id=item.id, state=state))

    def remove(self, item: FollowUpRecord) -> None:
        """Remove one; the undo bar brings it back."""
        library = self.desk.library
        self.do(lambda: follow_ups.remove_follow_up(library, follow_up_id=item.id))

    def _connect(self) -> None:
        parts = self.parts
        parts.report_button.clicked.connect(
            lambda: self.pageRequested.emit("reports", to_report(self.place, kind="department"))
        )
        parts.new_button.clicked.connect(self.ask_new)
        parts.empty.chosen.connect(self.ask_new)
        parts.no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        parts.filterChanged.connect(self._show_rows)
        parts.list.editRequested.connect(self.ask_edit)
        parts.list.stateRequested.connect(self.set_state)
        parts.list.removeRequested.connect(self.remove)

    def _show(self, read: Read) -> None:
        project, self._items = read
        if project.id != self.place.project_id:
            return  # somebody has gone on in the meantime
        self.parts.show_project(project, self._items)
        if self._sought is not None and any(item.id == self._sought for item in self._items):
            self._show_sought(self._sought)
        else:
            self._show_rows()
        self._sought = None

    def _show_rows(self) -> None:
        self.parts.show_items(self._items, self.desk.library.today())

    def _show_sought(self, key: UUID) -> None:
        self.parts.set_filter(Filter())
        self._show_rows()
        if self.parts.list.row(key) is None:
            self.parts.set_filter(Filter(Show.ALL))
            self._show_rows()
        row = self.parts.list.row(key)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroll.ensureWidgetVisible(row)

    def _not_read(self, error: Exception, project_id: UUID) -> None:
        """The project may have been deleted: nobody should be led to it any more."""
        if not isinstance(error, NotFoundError):
            self.desk.tasks.failed.emit(error)
        elif self.place.project_id == project_id:
            self.place = Place()
            self.parts.show_none()
            if self.isVisible():
                self.pageRequested.emit(self.name, Place())

    def _ask(self, title: str, verb: str, values: dict[str, Any], act: Callable[[dict[str, Any]], Any]) -> FormDialog:
        form = follow_up_fields(self.desk.language)
        dialog = FormDialog(self.desk, title, form, verb, self, values=values, stay=True, width=_FORM)
        dialog.submitted.connect(lambda given: self.do(lambda: act(given), dialog=dialog))
        self._dialog = dialog
        dialog.open()
        return dialog
