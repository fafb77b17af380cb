"""A rehearsal: through the real services, beside nothing real, to the end even after an interruption."""

import random
from collections import Counter
from collections.abc import Generator
from itertools import islice
from uuid import UUID

import pytest

from tests.builders import KO, make_room
from workshop.models.enums import ItemKind, PollState, Presence, SessionState
from workshop.models.errors import RefusedError
from workshop.models.records.evaluations import ItemRecord
from workshop.services.ideas import ideas, themes
from workshop.services.keeping import checks
from workshop.services.keeping.library import Library
from workshop.services.people import attendance
from workshop.services.projects import projects
from workshop.services.rehearsal import rehearsal
from workshop.services.rehearsal.rehearsal import Act
from workshop.services.rehearsal.rehearsal_ballots import plausible_ballot
from workshop.services.rehearsal.rehearsal_habits import Habits, answer_values, habits_of
from workshop.services.rehearsal.rehearsal_words import IDEAS, THEMES
from workshop.services.sessions import lab_sessions
from workshop.services.voting import polls, results


def _acts(library: Library, session_id: UUID | None = None, seed: int = 1, people: int = 5) -> Generator[Act]:
    yield from rehearsal.rehearse(library, session_id=session_id, participants=people, language=KO, seed=seed)


def test_everybody_comes_in_gives_ideas_votes_and_answers(library: Library) -> None:
    acts = Counter(act.kind for act in _acts(library))
    assert acts["attendance"] == acts["ballot"] == acts["answer"] == 5
    assert acts["idea"] >= 5
    (card,) = projects.list_projects(library)
    assert card.project.practice
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    assert (line.session.practice, line.session.state) == (True, SessionState.CLOSED)
    assert checks.check_library(library) == ()


def test_people_differ(library: Library) -> None:
    """In a large room some say nothing and some much, some think alike, and a few go early and vote no more."""
    acts = list(_acts(library, seed=2, people=40))
    (card,) = projects.list_projects(library)
    board = ideas.idea_board(library, project_id=card.project.id)
    first = board.ideas[0].activity_id
    by_author = Counter(idea.author for idea in board.ideas if idea.activity_id == first)
    assert len(by_author) < 40
    assert (min(by_author.values()), max(by_author.values())) == (1, 5)
    assert len({words for idea in board.ideas for words in IDEAS if words in idea.text}) < len(board.ideas)
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    left = [
        one for one in attendance.list_attendance(library, session_id=line.session.id) if one.presence is Presence.LEFT
    ]
    assert 1 <= len(left) <= 10
    assert sum(act.kind == "attendance" for act in acts) == 40 + len(left)
    (poll,) = polls.list_polls(library, session_id=line.session.id)
    assert 40 - len(left) <= results.poll_result(library, poll_id=poll.id).ballots < 40
    papers = [plausible_ballot(poll, random.Random(seed)) for seed in range(300)]
    assert 1 <= sum(not paper.choices for paper in papers) <= 30  # blank


def test_who_answers_in_part_leaves_out_only_what_may_be_left_out() -> None:
    items = [ItemRecord(key, ItemKind.LIKERT, {}, key == "needed", 1, 5, {}) for key in ("needed", "free")]
    in_part, whole = (Habits(leaves_at=None, answers_in_part=part) for part in (True, False))
    chance = random.Random(1)
    answers = [answer_values(items, in_part, chance) for _ in range(50)]
    assert all("needed" in answer for answer in answers)
    assert 10 < sum("free" in answer for answer in answers) < 40
    assert all("free" in answer_values(items, whole, chance) for _ in range(50))


def test_habits_stay_the_same_over_an_interruption() -> None:
    rooms = [[habits_of(number, seed=seed, activities=8) for number in range(1, 60)] for seed in (4, 4, 5)]
    assert rooms[0] == rooms[1] != rooms[2]
    assert all(one.leaves_at is None for one in rooms[0][:8])  # a small room needs everybody


def test_what_was_interrupted_while_ideas_were_sorted_still_comes_to_its_vote(library: Library) -> None:
    """One theme was made when it was cut off: a vote needs more than one."""
    acts = _acts(library)
    while next(acts).kind != "idea":
        pass
    acts.close()
    (card,) = projects.list_projects(library)
    themes.add_theme(library, project_id=card.project.id, title=THEMES[0])
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    kinds = Counter(act.kind for act in _acts(library, session_id=line.session.id))
    assert kinds["ballot"] == 5
    board = ideas.idea_board(library, project_id=card.project.id)
    assert [theme.title for theme in board.themes] == list(THEMES)


def test_nobody_comes_in_twice_and_nobody_repeats_what_was_said(library: Library) -> None:
    acts = _acts(library)
    while next(acts).kind != "idea":
        pass
    acts.close()
    (card,) = projects.list_projects(library)
    (line,) = lab_sessions.list_sessions(library, project_id=card.project.id)
    (first,) = ideas.idea_board(library, project_id=card.project.id).ideas
    went_on = list(_acts(library, session_id=line.session.id))
    assert not [act for act in went_on if act.kind == "attendance"]
    board = ideas.idea_board(library, project_id=card.project.id)
    in_that_activity = [idea for idea in board.ideas if idea.activity_id == first.activity_id]
    assert [idea.author for idea in in_that_activity].count(first.author) == 1


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
            assert results.poll_result(library, poll_id=poll.id).ballots == 5
    assert checks.check_library(library) == ()
    with pytest.raises(RefusedError, match="closed"):
        list(_acts(library, session_id=line.session.id))


def test_a_real_session_is_rehearsed_in_a_copy(library: Library) -> None:
    room = make_room(library)
    before = lab_sessions.list_sessions(library, project_id=room.project_id)
    list(_acts(library, session_id=room.session_id))
    assert lab_sessions.list_sessions(library, project_id=room.project_id) == before
    assert [card.project.practice for card in projects.list_projects(library)] == [False, True]
