"""What can be done with shifts and observations on this page."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.observations import ObservationRecord, ShiftRecord
from workshop.services.field import observation_links, observations, shifts
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.dialogs.sheet import RING
from workshop.ui.pages.services import fields
from workshop.ui.pages.services.acts import Acts, Values
from workshop.ui.pages.services.entry import Seen
from workshop.ui.pages.services.part import flowing
from workshop.ui.pictures.strip import PictureStrip
from workshop.ui.pictures.taking import PictureOwner
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.headings import StrongLabel

if TYPE_CHECKING:
    from workshop.ui.pages.services.page import ServicesPage


class FieldActs:
    """The verbs of one page; `verbs` has those that its parts ask for by name."""

    def __init__(self, page: "ServicesPage", acts: Acts) -> None:
        self._page, self._acts = page, acts
        self._library = page.desk.library
        self._language = page.desk.language
        self.verbs: Mapping[str, Callable[[Any], object]] = {
            "keep-seen": self.keep,
            "edit-observation": self.edit,
            "issue": self.make_issue,
            "link-issue": self.ask_issue,
            "hand-on": self.hand_on,
            "remove-observation": self.remove,
            "new-shift": lambda _none: self.ask_shift(None),
            "edit-shift": self.ask_shift,
            "end-shift": self.end_shift,
        }

    def keep(self, seen: Seen) -> None:
        """Keep what was seen; what cannot be kept is put back into its field."""
        page, chosen = self._page, self._page.situation.chosen
        entry, shift_id = page.view.observations.entry, page.view.observations.shift_id
        if chosen is None or chosen.service is None:
            entry.put_back(seen)
            return
        service_id = chosen.service.id

        def failed(error: Exception) -> None:
            entry.put_back(seen)
            page.desk.tasks.failed.emit(error)

        def done(changed: Changed[ObservationRecord]) -> None:
            if changed.undo is not None:
                page.undoOffered.emit(changed.undo)

        page.desk.tasks.run(
            lambda: observations.add_observation(
                self._library, service_id=service_id, shift_id=shift_id, text=seen.text, severity=seen.severity,
                place=seen.place, department=seen.department,
            ),
            done, failed, owner=page,
        )  # fmt: skip

    def edit(self, one: ObservationRecord) -> None:
        """Ask for all there is of an observation, with its photos and what came of it."""

        def act(given: Values) -> Changed[Any]:
            shift = (given.pop("shift"),)
            return observations.edit_observation(self._library, observation_id=one.id, shift=shift, **given)

        say = self._page.say
        dialog = self._acts.ask(
            say("Observation {n}", n=one.number), fields.observation_fields(self._language, self._page.situation),
            say("Save"), fields.observation_values(one), act,
            remove=lambda: observations.remove_observation(self._library, observation_id=one.id),
        )  # fmt: skip
        photos = PictureStrip(self._page.desk)
        photos.undoOffered.connect(self._page.undoOffered)
        photos.show_owner(PictureOwner(one.project_id, one.lab_session_id, observation_id=one.id))
        leads = [
            ("issue", say("Make it a local issue") if one.issue is None else say("To local issue {n}", n=one.issue)),
            ("link-issue", say("Of a known local issue…") if one.issue is None else say("Of another local issue…")),
            ("hand-on", say("To the follow-up") if one.follow_ups else say("Hand to a department")),
        ]
        verbs: list[QWidget] = []
        for name, words in leads if self._page.situation.issues else [leads[0], leads[2]]:
            button = SmallButton(words)
            button.clicked.connect(partial(self._lead_on, dialog, name, one))
            verbs.append(button)
        below = QVBoxLayout()
        below.setContentsMargins(RING, 0, RING, 0)
        for widget in (StrongLabel(say("Photos")), photos, flowing(verbs)):
            below.addWidget(widget)
        dialog.body.addLayout(below)

    def _lead_on(self, dialog: FormDialog, name: str, one: ObservationRecord) -> None:
        dialog.reject()
        self.verbs[name](one)

    def make_issue(self, one: ObservationRecord) -> None:
        """Make a local issue of it; where it is one already, go there."""
        if one.local_issue_id is not None:
            self._page.go("issues", one.local_issue_id)
            return
        self._page.do(lambda: observation_links.issue_from_observation(self._library, observation_id=one.id))

    def ask_issue(self, one: ObservationRecord) -> None:
        """Ask of which local issue it is, among those that are known; nothing is asked where there are none."""
        say, situation = self._page.say, self._page.situation
        if situation.issues:
            self._acts.ask(
                say("Local issue of an observation"), [fields.issue_field(self._language, situation, one)], say("Save"),
                {"issue_id": one.local_issue_id},
                lambda given: observation_links.link_issue(self._library, observation_id=one.id, **given),
            )  # fmt: skip

    def hand_on(self, one: ObservationRecord) -> None:
        """Hand it to its department; where none is named, ask to which."""
        if one.follow_ups:
            self._page.go("follow-ups", one.follow_ups[0])
        elif one.department:
            self._page.do(lambda: observation_links.follow_up_from_observation(self._library, observation_id=one.id))
        else:
            self._ask_department(one)

    def remove(self, one: ObservationRecord) -> None:
        """Remove it; the undo bar brings it back."""
        self._page.do(lambda: observations.remove_observation(self._library, observation_id=one.id))

    def ask_shift(self, one: ShiftRecord | None) -> None:
        """Ask who runs the service where and when, for a new shift or one that is known."""
        page, say, chosen = self._page, self._page.say, self._page.situation.chosen
        if chosen is None or chosen.service is None:
            return
        service_id = chosen.service.id

        def act(given: Values) -> Changed[Any]:
            operator, begun, end = self._people(given["operator"]), *_times(given)
            if one is None:
                return shifts.add_shift(
                    self._library, service_id=service_id, operator=operator, place=given["place"], starts_at=begun,
                    ends_at=end,
                )  # fmt: skip
            return shifts.edit_shift(
                self._library, shift_id=one.id, operator=(operator,), place=given["place"], starts_at=begun,
                ends_at=(end,),
            )  # fmt: skip

        self._acts.ask(
            say("Begin a shift") if one is None else say("Edit shift"), fields.shift_fields(self._language, new=one is None),
            say("Begin") if one is None else say("Save"), fields.shift_values(one, self._library.now()), act,
            remove=(lambda: shifts.remove_shift(self._library, shift_id=one.id)) if one is not None else None,
            done=lambda changed: page.write_in(changed.record.id) if one is None else None,
        )  # fmt: skip

    def end_shift(self, shift_id: UUID | None) -> None:
        """The chosen shift is over now."""
        if shift_id is not None:
            self._page.do(lambda: shifts.end_shift(self._library, shift_id=shift_id))

    def _ask_department(self, one: ObservationRecord) -> None:
        say = self._page.say
        form = (
            Field("text", say("What is to be done"), "note", required=True, lines=3),
            Field("department", say("Department"), row="who"),
            Field("responsible", say("Responsible"), row="who"),
            Field("due_on", say("Due on"), "date"),
        )
        self._acts.ask(
            say("Hand to a department"), form, say("Add"), {"text": one.text, "due_on": None},
            lambda given: observation_links.follow_up_from_observation(self._library, observation_id=one.id, **given),
        )  # fmt: skip

    def _people(self, called: str) -> UUID | None:
        """The participant of a number, or of the number before the secret digits of a code; raises InputError."""
        words = called.strip()
        if not words:
            return None
        number = words.split("-")[0]
        person = self._page.situation.people.get(int(number)) if number.isdecimal() else None
        if person is None:
            raise InputError(mark("Nobody has the number {n}.", n=words))
        return person


def _times(given: Values) -> tuple[datetime, datetime | None]:
    """The moments of a form; an end before the beginning by the clock is on the next day, as after a night."""
    begun = datetime.combine(given["on"], given["starts_at"]).astimezone()
    if given["goes_on"]:
        return begun, None
    end = datetime.combine(given["on"], given["ends_at"]).astimezone()
    return begun, end if end >= begun else end + timedelta(days=1)
