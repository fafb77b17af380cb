"""The plug is pulled at random moments: nothing that was acknowledged is lost, and everybody is told the truth."""

import os
import signal
import subprocess
import sys
from uuid import uuid4

import pytest

from tests.builders import make_room, open_poll
from tests.kill.findings import count_untold, read_held
from tests.kill.rounds import run_rounds
from workshop.models.errors import RefusedError
from workshop.services.keeping import checks
from workshop.services.keeping.library import Library, open_library
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls, results, voting

_ROUNDS = 12
# Casts a ballot and dies before it can say so.
_CAST_AND_DIE = """
import os, signal, sys
from uuid import UUID
from workshop.services.voting import voting
from workshop.services.keeping.library import open_library
location, poll, person, option, ballot = sys.argv[1:]
library = open_library(location)
voting.cast_ballot(library, poll_id=UUID(poll), participant_id=UUID(person), choices={UUID(option): 2}, ballot_id=UUID(ballot))
os.kill(os.getpid(), signal.SIGKILL)
"""


def _location(library: Library) -> str:
    return library.database.engine.url.render_as_string(hide_password=False)


def test_what_was_told_is_there_after_every_kill(library: Library) -> None:
    """`python -m tests.kill` does the same hundreds of times."""
    report = run_rounds(_location(library), rounds=_ROUNDS, seed=1)
    assert report.rounds == _ROUNDS
    assert report.acts["attendance"] > 0


@pytest.mark.parametrize("kind", ["idea", "answer", "attendance", "ballot"])
def test_a_loss_would_be_noticed(library: Library, kind: str) -> None:
    room = make_room(library)
    before = read_held(library)
    with pytest.raises(AssertionError):
        count_untold(before, [{"act": kind, "id": str(uuid4())}], read_held(library))
    running.next_activity(library, session_id=room.session_id)
    assert count_untold(before, [], read_held(library)) == 1  # what nobody was told of is counted
    session = room.plan.session
    line = {"act": "session", "id": str(session.id), "state": "running", "at": str(session.current_activity_id)}
    assert count_untold(before, [line], read_held(library)) == 0
    with pytest.raises(AssertionError, match="acknowledged"):
        count_untold(before, [line], before)


def test_a_kill_between_the_commit_and_its_acknowledgement_loses_nothing_and_counts_once(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    running.begin_activity(library, activity_id=room.plan.activities[3].id)
    ballot_id, person, option = uuid4(), room.people[0].id, poll.options[1].id
    words = [_location(library), str(poll.id), str(person), str(option), str(ballot_id)]
    done = subprocess.run([sys.executable, "-c", _CAST_AND_DIE, *words], env=os.environ, check=False)
    assert done.returncode == -signal.SIGKILL

    after = open_library(_location(library))
    assert checks.check_library(after) == ()
    again = voting.cast_ballot(
        after, poll_id=poll.id, participant_id=person, choices={option: 2}, ballot_id=ballot_id
    ).record
    assert again.voted  # the same ballot, tried again: it counts once
    with pytest.raises(RefusedError, match="voted already"):
        voting.cast_ballot(after, poll_id=poll.id, participant_id=person, choices={option: 1}, ballot_id=uuid4())
    with pytest.raises(RefusedError, match="counts once"):  # what the voter is told who comes again after a restart
        voting.admit_voter(after, poll_id=poll.id, code=room.people[0].code)
    plan = lab_sessions.session_plan(after, session_id=room.session_id)
    assert plan.current is not None
    assert plan.current.position == 3
    polls.close_poll(after, poll_id=poll.id)
    result = results.poll_result(after, poll_id=poll.id)
    assert (result.ballots, result.lines[0].points) == (1, 2)
    after.close()
