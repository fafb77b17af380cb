"""The project page: where the project stands, phase by phase, and what comes next."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workshop.models.enums import PhaseState, SessionState, SupportState
from workshop.models.errors import NotFoundError
from workshop.models.records.projects import SupportItemRecord
from workshop.models.records.sessions import SessionLine
from workshop.models.titles import title_of
from workshop.services.projects import city_services, phases, projects
from workshop.ui.archive.set_aside import SetAsideSheet
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Page, Place
from workshop.ui.pages.project import fields
from workshop.ui.pages.project.data import ProjectView, read_project
from workshop.ui.pages.project.view import ProjectLayout
from workshop.ui.widgets.buttons import RemoveLink
from workshop.ui.widgets.empty_state import NoProject
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.item_layout import laid_out

_PAGES = {SessionState.DRAFT: "prepare", SessionState.RUNNING: "run", SessionState.CLOSED: "reports"}


class ProjectPage(Page):
    """Shows one project; every row leads to where the work is."""

    name = "project"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view: ProjectView | None = None
        self._chosen: int | None = None
        self._dialog: FormDialog | None = None
        self._sheet = QWidget()
        self._empty = NoProject(desk, "route", self.say("Choose one on the start page."))
        self._empty.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self.parts = ProjectLayout(desk, self.content)
        self.content.addWidget(self._empty, 1)
        self._show_parts(visible=False)
        self._empty.hide()
        self._connect()

    def open(self, place: Place) -> None:
        """Show the project of a place, at the phase it is in."""
        if place.project_id != self.place.project_id:
            self._chosen = None
        super().open(place)

    def reload(self) -> None:
        """Read the project anew."""
        library, project_id = self.desk.library, self.place.project_id
        if project_id is None:
            self._show_none()
            return

        def read() -> ProjectView:
            return read_project(library, project_id)

        self.desk.tasks.run(read, self._show, lambda error: self._not_read(error, project_id), owner=self)

    def _connect(self) -> None:
        parts = self.parts
        parts.edit_button.clicked.connect(self._edit_project)
        parts.aside_button.clicked.connect(self._show_set_aside)
        parts.report_button.clicked.connect(lambda: self._go("reports", None))
        parts.next_button.clicked.connect(self._go_on)
        parts.path.phaseChosen.connect(self._choose_phase)
        parts.sessions.sessionChosen.connect(self._open_session)
        parts.sessions.reportRequested.connect(lambda line: self._go("reports", line))
        parts.sessions.newRequested.connect(lambda: self._go("prepare", None))
        parts.support.ticked.connect(self._tick)
        parts.support.added.connect(self._add_support)
        parts.support.editRequested.connect(self._edit_support)
        parts.gate.gateRequested.connect(self._pass_gate)
        parts.gate.planRequested.connect(self._plan_phase)
        parts.services.newRequested.connect(self._new_service)
        parts.services.serviceChosen.connect(lambda service: self._go("services", None, service.id))
        parts.due.allRequested.connect(lambda: self._go("follow-ups", None))
        parts.due.chosen.connect(lambda item: self._go("follow-ups", None, item.id))
        parts.people.clicked.connect(lambda: self._go("participants", None))
        parts.ideas.clicked.connect(lambda: self._go("ideas", None))
        parts.follow_ups.clicked.connect(lambda: self._go("follow-ups", None))
        parts.sus.clicked.connect(lambda: self._go("evaluation", None))

    def _show_none(self) -> None:
        self._view, self._chosen = None, None
        self._show_parts(visible=False)
        self._empty.show()

    def _not_read(self, error: Exception, project_id: UUID) -> None:
        """The project may have been deleted: nobody should be led to it any more."""
        if not isinstance(error, NotFoundError):
            self.desk.tasks.failed.emit(error)
        elif self.place.project_id == project_id:
            self.place = Place()
            self._show_none()
            if self.isVisible():
                self.pageRequested.emit(self.name, Place())

    def _show(self, view: ProjectView) -> None:
        if view.project.id != self.place.project_id:
            return  # somebody has gone on in the meantime
        self._view = view
        if self._chosen is None:
            states = [phase.state for phase in view.phases]
            self._chosen = len(states) - 1 - states[::-1].index(PhaseState.OPEN) if PhaseState.OPEN in states else 0
        self._empty.hide()
        self._show_parts(visible=True)
        self.parts.show_project(view, self._chosen, self.desk.library.today())
        words = {
            SessionState.RUNNING: self.say("Continue the session"),
            SessionState.DRAFT: self.say("Start the next session"),
        }
        line = self._next_line()
        self.parts.next_button.setText(words[line.session.state] if line else self.say("Prepare a session"))

    def _show_parts(self, *, visible: bool) -> None:
        for part in laid_out(self.content):
            if isinstance(part, QWidget) and part is not self._empty:
                part.setVisible(visible)

    def _next_line(self) -> SessionLine | None:
        """The session that runs, or the one to be held next."""
        lines = self._view.sessions if self._view else ()
        running = [line for line in lines if line.session.state is SessionState.RUNNING]
        drafts = [line for line in lines if line.session.state is SessionState.DRAFT]
        return next(iter(running + drafts), None)

    # Where to.

    def _go(self, page: str, line: SessionLine | None, item_id: UUID | None = None) -> None:
        session_id = line.session.id if line else None
        self.pageRequested.emit(page, Place(self.place.project_id, session_id, item_id))

    def _go_on(self) -> None:
        line = self._next_line()
        self._go(_PAGES[line.session.state] if line else "prepare", line)

    def _open_session(self, line: SessionLine) -> None:
        self._go(_PAGES[line.session.state], line)

    def _choose_phase(self, chosen: int) -> None:
        self._chosen = chosen
        if self._view is not None:
            self._show(self._view)

    def _show_set_aside(self) -> None:
        if self._view is not None:
            SetAsideSheet(self.desk, self._view.set_aside, self).open()

    # What is changed.

    def _ask(
        self, title: str, form: list[Field], verb: str, values: dict[str, Any], act: Callable[[dict[str, Any]], Any]
    ) -> FormDialog:
        dialog = FormDialog(self.desk, title, form, verb, self, values=values, stay=True)
        dialog.submitted.connect(lambda given: self.do(lambda: act(given), dialog=dialog))
        self._dialog = dialog
        dialog.open()
        return dialog

    def _edit_project(self) -> None:
        if self._view is None:
            return
        library, project = self.desk.library, self._view.project

        def act(given: dict[str, Any]) -> Any:
            period = (given.pop("starts_on"), given.pop("ends_on"))
            return projects.edit_project(library, project_id=project.id, period=period, **given)

        form = fields.project_fields(self.desk.language)
        self._ask(self.say("Edit project"), form, self.say("Save"), fields.project_values(project), act)

    def _tick(self, item: SupportItemRecord, done: bool) -> None:
        library = self.desk.library
        state = SupportState.DONE if done else SupportState.OPEN
        self.do(
            lambda: phases.edit_support_item(library, item_id=item.id, state=state),
            refused=lambda words: (self.noticeRequested.emit(words), self.reload()),
        )

    def _add_support(self, text: str) -> None:
        if self._view is not None and self._chosen is not None:
            library, phase_id = self.desk.library, self._view.phases[self._chosen].id
            self.do(lambda: phases.add_support_item(library, phase_id=phase_id, text=text))

    def _edit_support(self, item: SupportItemRecord) -> None:
        library = self.desk.library

        def act(given: dict[str, Any]) -> Any:
            due = (given.pop("due_on"),)
            return phases.edit_support_item(library, item_id=item.id, due=due, **given)

        form = fields.support_fields(self.desk.language)
        values = fields.support_values(item)
        dialog = self._ask(self.say("Edit support element"), form, self.say("Save"), values, act)
        self._add_removal(dialog, lambda: phases.remove_support_item(library, item_id=item.id))

    def _pass_gate(self) -> None:
        if self._view is None or self._chosen is None:
            return
        library, phase = self.desk.library, self._view.phases[self._chosen]
        if phase.state is PhaseState.PLANNED:
            self.do(lambda: phases.open_phase(library, phase_id=phase.id))
        elif phase.state is PhaseState.OPEN:
            gate = [self.tell(point) for point in self._view.gates[phase.id]]
            form = [Field("note", self.say("Note on closing"), "note", help="\n".join(gate[:6]))]
            self._ask(
                self.say("Close this phase"), form, self.say("Close this phase"), {},
                lambda given: phases.close_phase(library, phase_id=phase.id, **given),
            )  # fmt: skip
        else:
            form = [Field("reason", self.say("Reason"), "note", required=True)]
            self._ask(
                self.say("Reopen this phase"), form, self.say("Reopen this phase"), {},
                lambda given: phases.reopen_phase(library, phase_id=phase.id, **given),
            )  # fmt: skip

    def _plan_phase(self) -> None:
        if self._view is None or self._chosen is None:
            return
        library, phase = self.desk.library, self._view.phases[self._chosen]
        title = self.say("{phase}: when it is to begin", phase=self.tell(title_of(phase.kind)))
        form = [Field("planned_on", self.say("Begins on"), "date")]
        self._ask(
            title, form, self.say("Save"), {"planned_on": phase.planned_on},
            lambda given: phases.plan_phase(library, phase_id=phase.id, **given),
        )  # fmt: skip

    def _new_service(self) -> None:
        library, project_id = self.desk.library, self.place.project_id
        if project_id is not None:
            form = fields.service_fields(self.desk.language)
            self._ask(
                self.say("Add service"), form, self.say("Add service"), {},
                lambda given: city_services.add_service(library, project_id=project_id, **given),
            )  # fmt: skip

    def _add_removal(self, dialog: FormDialog, verb: Callable[[], Any]) -> None:
        """A quiet way to remove what the form is about; the undo bar brings it back."""
        button = RemoveLink(self.say("Remove"))
        button.clicked.connect(lambda: self.do(verb, dialog=dialog))
        dialog.foot.insertWidget(0, button)
