"""What is done on the page: each act asks a service and offers to take it back where that is possible."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.language import mark
from workshop.models.enums import ConsentPurpose
from workshop.models.records.changes import Changed
from workshop.models.records.people import ParticipantRecord
from workshop.services.people import organizations, participants
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.people.dialogs import AddDialog, AddManyDialog, registration

if TYPE_CHECKING:
    from workshop.ui.pages.people.page import PeoplePage


class Acts:
    """The acts of a page."""

    def __init__(self, page: "PeoplePage") -> None:
        self._page = page

    def save(self, participant_id: UUID, values: dict[str, Any]) -> None:
        """Save what was written about somebody."""
        library = self._page.desk.library

        if "organization" in values:
            values = dict(values)
            self._save_organization(participant_id, values.pop("organization") or "")
        if not values:
            return
        form = self._page.panel.register if set(values) & {"name", "contact", "motive"} else self._page.panel.form
        names = [name for name in values if name != "bands"] or ["age_band"]
        self._page.do(
            lambda: participants.edit_participant(library, participant_id=participant_id, **values),
            refused=lambda words: form.refuse(participant_id, names, words),
        )

    def _save_organization(self, participant_id: UUID, name: str) -> None:
        library, form = self._page.desk.library, self._page.panel.form
        self._page.do(
            lambda: organizations.set_organization(library, participant_id=participant_id, name=name),
            refused=lambda words: form.refuse(participant_id, ["organization"], words),
        )

    def record_consent(self, participant_id: UUID, purpose: ConsentPurpose, given: bool) -> None:
        """Record one consent."""
        library = self._page.desk.library
        self._page.do(
            lambda: participants.set_consent(library, participant_id=participant_id, purpose=purpose, given=given)
        )

    def replace_code(self) -> None:
        """Give a fresh code, and say that the old one no longer counts."""
        person, library = self._page.panel.person, self._page.desk.library
        if person is None:
            return
        old = person.participant

        def done(changed: Changed[ParticipantRecord]) -> None:
            words = mark(
                "The new code is {new}. The old one, {old}, no longer counts.", new=changed.record.code, old=old.code
            )
            self._page.undoOffered.emit(words)

        self._page.desk.tasks.run(
            lambda: participants.replace_code(library, participant_id=old.id), done, owner=self._page
        )

    def ask_to_erase(self) -> None:
        """Destroy personal data, after a question, since nothing brings it back."""
        person, library = self._page.panel.person, self._page.desk.library
        if person is None:
            return
        one = person.participant
        self._page.panel.save()
        question = Confirm(
            self._page.desk,
            self._page.say("Destroy the personal data of No. {number}?", number=f"{one.number:02}"),
            self._page.say(
                "Name, contact, motive, age, gender, neighbourhood and consents are destroyed for good. The number and what "
                "was contributed stay. This cannot be undone, and neither can what was done before."
            ),
            self._page.say("Destroy"),
            self._page,
        )

        def done(_changed: Changed[None]) -> None:
            self._page.noticeRequested.emit(
                mark("The personal data of No. {number} is destroyed.", number=f"{one.number:02}")
            )

        question.confirmed.connect(
            lambda: self._page.desk.tasks.run(
                lambda: participants.erase_participant(library, participant_id=one.id), done, owner=self._page
            )
        )
        question.open()

    def add_one(self) -> None:
        """Ask about one new participant."""
        library, project_id = self._page.desk.library, self._page.place.project_id
        if project_id is None:
            return

        def work(values: dict[str, Any]) -> Changed[Any]:
            return participants.register_participant(library, project_id=project_id, **registration(values))

        self._ask(AddDialog(self._page.desk, self._page), work)

    def add_many(self) -> None:
        """Ask how many new participants."""
        library, project_id = self._page.desk.library, self._page.place.project_id
        if project_id is None:
            return

        def work(values: dict[str, Any]) -> Changed[Any]:
            return participants.register_many(library, project_id=project_id, count=values["count"])

        self._ask(AddManyDialog(self._page.desk, self._page), work)

    def _ask(self, dialog: FormDialog, work: Callable[[dict[str, Any]], Changed[Any]]) -> None:
        dialog.submitted.connect(lambda values: self._page.do(lambda: work(values), dialog=dialog))
        dialog.open()
