"""Who is at a session: a latecomer is registered and present in one step."""

from uuid import uuid4

import pytest

from tests.builders import make_room, open_poll
from workshop.models.enums import Presence
from workshop.models.errors import RefusedError
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.voting import voting


def test_a_latecomer_gets_the_next_number_and_votes_at_once(library: Library) -> None:
    room = make_room(library, people=4)
    poll = open_poll(room)
    late = attendance.add_latecomer(library, session_id=room.session_id).record
    assert late.number == 5
    lines = attendance.list_attendance(library, session_id=room.session_id)
    assert next(line.presence for line in lines if line.participant.id == late.id) is Presence.PRESENT
    assert voting.admit_voter(library, poll_id=poll.id, code=late.code).number == 5
    assert voting.turnout(library, poll_id=poll.id).entitled == 5


def test_a_latecomer_is_taken_back_in_one_step(library: Library) -> None:
    room = make_room(library, people=4)
    attendance.add_latecomer(library, session_id=room.session_id)
    undo.undo(library)
    people = participants.list_people(library, project_id=room.project_id)
    assert [person.participant.number for person in people] == [1, 2, 3, 4]
    assert len(attendance.list_attendance(library, session_id=room.session_id)) == 4


def test_a_latecomer_who_has_voted_is_not_taken_back(library: Library) -> None:
    room = make_room(library, people=4)
    poll = open_poll(room)
    late = attendance.add_latecomer(library, session_id=room.session_id).record
    voting.cast_ballot(library, poll_id=poll.id, participant_id=late.id, ballot_id=uuid4())
    with pytest.raises(RefusedError):
        undo.undo(library)
    assert voting.turnout(library, poll_id=poll.id).voted == 1
