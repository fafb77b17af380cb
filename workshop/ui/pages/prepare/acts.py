"""What is done on the page: each act asks a service, offers to take it back, and has what was refused said near the field."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.models.enums import ActivityKind
from workshop.models.records.changes import Changed
from workshop.models.records.sessions import ActivityRecord
from workshop.models.titles import title_of
from workshop.services.sessions import agenda, lab_sessions
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.prepare.dialogs import EvaluationDialog, PollDialog, save_form, save_poll
from workshop.ui.pages.prepare.words import USUAL_MINUTES

if TYPE_CHECKING:
    from workshop.ui.pages.prepare.page import PreparePage


class Acts:
    """The acts of a page."""

    def __init__(self, page: "PreparePage") -> None:
        self._page = page

    def save_session(self, session_id: UUID, values: dict[str, Any]) -> None:
        """Save what was written about the session."""
        library, form = self._page.desk.library, self._page.view.details.form
        names = [name for name in values if name != "when"] or ["on"]

        self._page.do(
            lambda: lab_sessions.edit_session(library, session_id=session_id, **values),
            refused=lambda words: form.refuse(session_id, names, words),
        )

    def add_activity(self, kind: ActivityKind) -> None:
        """Add an activity after the one that is looked at."""
        plan, library = self._page.situation.plan, self._page.desk.library
        if plan is None:
            return
        shown = self._page.view.agenda
        place = shown.place_of(self._page.chosen or shown.chosen)
        position = place + 1 if place >= 0 else None
        title, minutes = self._page.tell(title_of(kind)), USUAL_MINUTES.get(kind, 10)

        def done(changed: Changed[ActivityRecord]) -> None:
            self._page.look_at(changed.record.id, write=True)
            self._page.reload()

        self._page.do(
            lambda: agenda.add_activity(
                library, session_id=plan.session.id, kind=kind, title=title, minutes=minutes, position=position
            ),
            done=done,
        )

    def save_activity(self, activity_id: UUID, values: dict[str, Any]) -> None:
        """Save what was written about an activity; a title that is the word of its kind goes along with the kind."""
        library, form = self._page.desk.library, self._page.view.activity.form
        before = self.activity(activity_id)
        if before is not None and "kind" in values and before.title == self._page.tell(title_of(before.kind)):
            values = {"title": self._page.tell(title_of(values["kind"])), **values}

        self._page.do(
            lambda: agenda.edit_activity(library, activity_id=activity_id, **values),
            refused=lambda words: form.refuse(activity_id, list(values), words),
        )

    def move(self, activity_id: UUID, position: int) -> None:
        """Put an activity at another place."""
        library = self._page.desk.library
        self._page.do(lambda: agenda.move_activity(library, activity_id=activity_id, position=position))

    def remove_activity(self, activity_id: UUID | None) -> None:
        """Take an activity off the running order."""
        library = self._page.desk.library
        if activity_id is None:
            return
        self._page.let_go(activity_id)
        self._page.view.activity.form.save()
        self._page.do(lambda: agenda.remove_activity(library, activity_id=activity_id))

    def edit_poll(self) -> None:
        """Ask about the vote of the activity that is looked at."""
        activity = self.activity(self._page.chosen)
        if activity is None:
            return
        library, poll = (
            self._page.desk.library,
            self._page.situation.polls.get(activity.poll_id) if activity.poll_id else None,
        )
        dialog = PollDialog(self._page.desk, activity, poll, self._page)
        self._ask(dialog, lambda values: save_poll(library, activity, poll, values))

    def edit_form(self) -> None:
        """Ask about the evaluation form of the activity that is looked at."""
        activity = self.activity(self._page.chosen)
        if activity is None:
            return
        library, form = (
            self._page.desk.library,
            self._page.situation.forms.get(activity.form_id) if activity.form_id else None,
        )
        dialog = EvaluationDialog(
            self._page.desk, form, self._page.situation.services, self._page.situation.instruments, self._page
        )
        self._ask(dialog, lambda values: save_form(library, self._page.desk, activity, form, values))

    def activity(self, activity_id: UUID | None) -> ActivityRecord | None:
        """An activity of the session that is shown."""
        activities = self._page.situation.plan.activities if self._page.situation.plan else ()
        return next((part for part in activities if part.id == activity_id), None)

    def _ask(self, dialog: FormDialog, work: Callable[[dict[str, Any]], Changed[Any]]) -> None:
        dialog.submitted.connect(lambda values: self._page.do(lambda: work(values), dialog=dialog))
        dialog.open()
