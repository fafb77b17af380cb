"""What is done for somebody who has not voted yet: called to the booth, given a new code, typed in from paper, added."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.models.records.changes import Changed
from workshop.models.records.people import ParticipantRecord
from workshop.models.records.votes import PollRecord
from workshop.services.people import attendance, participants
from workshop.services.voting import voting
from workshop.ui.pages.votes.booth_call import call_to_booth
from workshop.ui.pages.votes.code_sheet import CodeSheet
from workshop.ui.pages.votes.paper_sheet import PaperSheet

if TYPE_CHECKING:
    from workshop.ui.pages.votes.page import VotesPage


class VoterActs:
    """The verbs for one voter on one page of votes."""

    def __init__(self, page: "VotesPage") -> None:
        self._page = page
        self._library = page.desk.library

    def do(self, verb: str, participant_id: UUID | None) -> None:
        """Do something for somebody who has not voted yet, or for somebody who has only now come."""
        poll = self._page.collection.poll
        if poll is None:
            return
        if verb == "latecomer":
            self._run(
                lambda: attendance.add_latecomer(self._library, session_id=poll.lab_session_id),
                after=self._show_latecomer,
            )
        elif participant_id is None:
            return
        elif verb == "admit":
            problem = call_to_booth(self._page.desk, poll.id, participant_id)
            if problem is not None:
                self._page.noticeRequested.emit(problem)
        elif verb == "new_code":
            self._run(
                lambda: participants.replace_code(self._library, participant_id=participant_id), after=self._show_code
            )
        elif verb == "paper":
            self._ask_for_paper(poll, participant_id)

    def _ask_for_paper(self, poll: PollRecord, participant_id: UUID) -> None:
        """What stands on the paper of somebody who has not voted yet."""
        page, library, turnout = self._page, self._library, self._page.collection.turnout
        voters = turnout.voters if turnout is not None else ()
        voter = next((one for one in voters if one.participant_id == participant_id), None)
        if voter is None:
            return
        sheet = PaperSheet(page.desk, poll, voter, page)
        sheet.submitted.connect(
            lambda given: page.do(
                lambda: voting.cast_ballot(library, **given), dialog=sheet, done=lambda _changed: page.reload()
            )
        )
        sheet.open()

    def _show_latecomer(self, person: ParticipantRecord) -> None:
        words = self._page.say("Please write number and code on the name tag. With this code the booth lets them vote.")
        self._show_sheet(self._page.say("Number {n} is here", n=f"{person.number:02}"), person, words)

    def _show_code(self, person: ParticipantRecord) -> None:
        words = self._page.say("Please write it on the new name tag. The old code no longer counts.")
        self._show_sheet(self._page.say("New code for number {n}", n=f"{person.number:02}"), person, words)

    def _show_sheet(self, title: str, person: ParticipantRecord, words: str) -> None:
        CodeSheet(self._page.desk, title, person, words, self._page).open()

    def _run(self, work: Callable[[], Changed[Any]], *, after: Callable[[ParticipantRecord], None]) -> None:
        page = self._page

        def done(changed: Changed[Any]) -> None:
            after(changed.record)
            page.reload()

        page.do(work, done=done)
