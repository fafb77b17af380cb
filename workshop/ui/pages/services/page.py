"""The page of services and pilots: every service by its type, what it is measured by, tried out with, and seen to do."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workshop.models.errors import NotFoundError
from workshop.models.records.changes import Changed
from workshop.models.records.proposals import TraceStep
from workshop.ui.desk import Desk
from workshop.ui.page import BAR, Page, Place
from workshop.ui.pages.proposals.way import PAGE_OF
from workshop.ui.pages.services.acts import Acts
from workshop.ui.pages.services.field_acts import FieldActs
from workshop.ui.pages.services.situation import OBSERVATIONS, OVERVIEW, Chosen, Situation, load_situation
from workshop.ui.pages.services.view import ServicesView
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.empty_state import EmptyState, NoProject

_TABLES = (
    "city_service", "indicator", "indicator_reading", "pilot", "pilot_measure", "pilot_checkpoint", "field_shift",
    "observation", "picture", "follow_up", "local_issue", "proposal", "evaluation_form", "answer", "project", "participant",
)  # fmt: skip


class ServicesPage(Page):
    """The services at the left; of the chosen one overview, pilots or observations."""

    name = "services"
    widest = 0

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.situation = Situation()
        self._wanted: Chosen | None = None
        self._part = OVERVIEW
        self._shift_id: UUID | None = None  # to be written in as soon as it is known
        self.view = ServicesView(desk)
        self._no_project = NoProject(desk, "trending-up", self.say("Services belong to a project. Open one first."))
        self._empty = EmptyState(
            desk, "trending-up", self.say("No services yet"),
            self.say("A service is what citizens try out and use. It gets indicators, pilots and observations here."),
            self.say("Add the first service"),
        )  # fmt: skip
        self.content.setContentsMargins(32, 28, 32 - BAR, 24)
        for widget in (self.view, self._empty, self._no_project):
            self.content.addWidget(widget, 1)
            widget.hide()
        self.acts = Acts(self)
        self._verbs = {**self.acts.verbs, **FieldActs(self, self.acts).verbs}
        self._connect()

    def open(self, place: Place) -> None:
        """Show the services of the project; the one, or the one with the thing, that the place names."""
        if place.project_id != self.place.project_id:
            self._wanted, self._part = None, OVERVIEW
        if place.item_id is not None:
            self._wanted = place.item_id
        super().open(place)

    def reload(self) -> None:
        """Read them anew."""
        project_id = self.place.project_id
        if project_id is None:
            self._show_none()
            return
        read = partial(load_situation, self.desk.library, project_id, self._wanted, self._part)
        self.desk.tasks.run(read, self._show, lambda error: self._not_read(error, project_id), owner=self)

    def stale(self, changed: Changed[Any]) -> bool:
        """Only what hangs on services concerns this page."""
        return self.isVisible() and changed.touches(*_TABLES)

    def draft(self) -> dict[str, Any]:
        """What is looked at, and what is typed and not kept."""
        return {"wanted": self._wanted, "part": self._part, "entry": self.view.observations.entry.draft()}

    def restore(self, draft: dict[str, Any]) -> None:
        """Look at the same again."""
        self._wanted, self._part = draft.get("wanted"), draft.get("part", OVERVIEW)
        self.view.observations.entry.restore(draft.get("entry", {}))
        self.reload()

    def focus_first(self) -> None:
        """The keyboard begins in the list, or where observations are written down."""
        if self._part == OBSERVATIONS and self.view.isVisible():
            self.view.observations.entry.field.setFocus()
        elif self.situation.chosen is not None:
            self.view.list.focus_chosen()
        else:
            super().focus_first()

    def choose(self, key: Chosen) -> None:
        """Look at another service."""
        self._wanted = key
        self.reload()

    def go(self, page: str, item_id: UUID) -> None:
        """Go to a thing on another page."""
        self.pageRequested.emit(page, self.place.with_(item_id=item_id))

    def write_in(self, shift_id: UUID) -> None:
        """Write observations in a shift that was just begun."""
        self._shift_id = shift_id
        self.reload()

    def _connect(self) -> None:
        view = self.view
        self._no_project.chosen.connect(lambda: self.pageRequested.emit("start", None))
        self._empty.chosen.connect(self.acts.new_service)
        proposals = LinkButton(self.say("To the proposals"))
        proposals.clicked.connect(lambda: self.pageRequested.emit("proposals", None))
        self._empty.add_below(proposals)
        view.new_button.clicked.connect(self.acts.new_service)
        view.list.chosen.connect(self.choose)
        view.choice.chosen.connect(self._choose_part)
        for part in (view.overview, view.pilots, view.observations):
            part.verbAsked.connect(self._do)
        self.add_command(self.say("Write down an observation"), ["Ctrl+N"], self._write, possible=self._can_write)

    def _can_write(self) -> bool:
        chosen = self.situation.chosen
        return chosen is not None and chosen.service is not None

    def _write(self) -> None:
        self._choose_part(OBSERVATIONS)
        self.view.observations.entry.field.setFocus()

    def _choose_part(self, part: object) -> None:
        self._part = str(part)
        self.view.choice.set_chosen(part)
        self.view.show_part(self._part)

    # What is shown.

    def _show(self, situation: Situation) -> None:
        if situation.project is None or situation.project.id != self.place.project_id:
            return  # somebody has gone on in the meantime
        anew = situation.key != self.situation.key
        self.situation = situation
        self._wanted = situation.key
        self._part = situation.part
        some = situation.has_services
        self._no_project.hide()
        self._empty.setVisible(not some)
        self.view.setVisible(some)
        if some:
            self.view.show_situation(situation, anew=anew)
            if self._shift_id is not None:
                self.view.observations.choose_shift(self._shift_id)
                self._shift_id = None

    def _show_none(self) -> None:
        self.situation = Situation()
        self.view.hide()
        self._empty.hide()
        self._no_project.show()

    def _not_read(self, error: Exception, project_id: UUID) -> None:
        """The project may have been deleted: nobody should be led to it any more."""
        if not isinstance(error, NotFoundError):
            self.desk.tasks.failed.emit(error)
        elif self.place.project_id == project_id:
            self.place = Place()
            self._show_none()
            if self.isVisible():
                self.pageRequested.emit(self.name, Place())

    # What is asked for.

    def _do(self, verb: str, subject: Any) -> None:
        if verb == "step":
            self._follow(subject)
        elif verb == "evaluation":
            self.go("evaluation", subject.id)
        elif verb == "to-follow-up":
            self.go("follow-ups", subject.follow_up_id)
        else:
            self._verbs[verb](subject)

    def _follow(self, step: TraceStep) -> None:
        page = PAGE_OF[step.kind]
        if page == self.name:
            self.open(self.place.with_(item_id=step.id))
        else:
            self.go(page, step.id)
