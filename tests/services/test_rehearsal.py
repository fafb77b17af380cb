"""A rehearsal: through the real services, beside nothing real, to the end even after an interruption."""

from collections import Counter
from itertools import islice

import pytest

from tests.builders import KO, make_room
from workshop.models.enums import PollState, SessionState
from workshop.models.errors import RefusedError
from workshop.services import checks, lab_sessions, polls, projects, rehearsal, voting
from workshop.services.library import Library


def _acts(library: Library, session_id=None, seed: int = 1, people: int = 5):
    return rehearsal.rehearse(library, session_id=session_id, participants=people, language=KO, seed=seed)


def test_everybody_comes_in_gives_ideas_votes_and_answers(library: Library) -> None:
    acts = Counter(act.kind for act in _acts(library))
    assert acts["attendance"] == acts["ballot"] == acts["answer"] == 5
    assert acts["idea"] >= 10
    (card,) = projects.list_projects(library)
    assert card.project.practice
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    assert (line.session.practice, line.session.state) == (True, SessionState.CLOSED)
    assert checks.check_library(library) == ()


def test_the_same_seed_does_the_same(library: Library) -> None:
    first = [act.kind for act in _acts(library, seed=7)]
    assert [act.kind for act in _acts(library, seed=7)] == first


@pytest.mark.parametrize("stop", [1, 3, 9, 17, 20, 24])
def test_an_interrupted_rehearsal_goes_on_where_it_was(library: Library, stop: int) -> None:
    list(islice(_acts(library), stop))
    (card,) = projects.list_projects(library)
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    list(_acts(library, session_id=line.session.id))
    plan = lab_sessions.session_plan(library, session_id=line.session.id)
    assert plan.session.state is SessionState.CLOSED
    for poll in polls.list_polls(library, session_id=line.session.id):
        if poll.state is PollState.REVEALED:
            assert voting.poll_result(library, poll_id=poll.id).ballots == 5
    assert checks.check_library(library) == ()
    with pytest.raises(RefusedError, match="closed"):
        list(_acts(library, session_id=line.session.id))


def test_a_real_session_is_rehearsed_in_a_copy(library: Library) -> None:
    room = make_room(library)
    before = lab_sessions.list_sessions(library, project_id=room.project_id)
    list(_acts(library, session_id=room.session_id))
    assert lab_sessions.list_sessions(library, project_id=room.project_id) == before
    assert [card.project.practice for card in projects.list_projects(library)] == [False, True]
