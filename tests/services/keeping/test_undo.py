"""Undo and redo of everything a facilitator does, across restarts, until the session closes."""

import random

import pytest
from sqlalchemy import select

from tests.builders import KO, Room, cast, make_project, make_room, open_poll
from workshop.models.enums import ActivityKind, FollowUpKind, Presence, SupportState
from workshop.models.errors import RefusedError, WorkshopError
from workshop.models.tables.all import METADATA
from workshop.models.tables.base import Base
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas, merging, themes
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library, open_library
from workshop.services.people import attendance, participants
from workshop.services.projects import follow_ups, phases, projects
from workshop.services.sessions import agenda, lab_sessions, running
from workshop.services.voting import polls

_KEPT = {mapper.class_.__tablename__ for mapper in Base.registry.mappers if mapper.class_.undoable}


def _dump(library: Library) -> dict[str, list[str]]:
    with library.read() as rows:
        return {
            name: sorted(str(tuple(row)) for row in rows.execute(select(METADATA.tables[name])))
            for name in sorted(_KEPT)
        }


def _acts(room: Room, chance: random.Random) -> None:
    """One thing that a facilitator may do, chosen by chance; refusals are part of the day."""
    library, project, session = room.library, room.project_id, room.session_id
    board = ideas.idea_board(library, session_id=session)
    plan = lab_sessions.session_plan(library, session_id=session)
    phase = phases.list_phases(library, project_id=project)[chance.randrange(4)]
    support = phases.list_support_items(library, phase_id=phase.id)
    idea = chance.choice(board.ideas).id if board.ideas else None
    theme = chance.choice(board.themes).id if board.themes else None
    verbs = [
        lambda: ideas.add_idea(library, session_id=session, text=f"생각 {chance.random()}", author=room.people[0].id),
        lambda: themes.add_theme(library, project_id=project, title=f"주제 {chance.random()}"),
        lambda: idea and ideas.edit_idea(library, idea_id=idea, text=f"고침 {chance.random()}"),
        lambda: idea and ideas.place_idea(library, idea_id=idea, theme_id=theme, position=0),
        lambda: idea and ideas.choose_idea(library, idea_id=idea, chosen=True),
        lambda: idea and ideas.withdraw_idea(library, idea_id=idea, reason="겹침"),
        lambda: idea and ideas.restore_idea(library, idea_id=idea),
        lambda: idea and merging.merge_ideas(library, into_id=idea, idea_ids=[one.id for one in board.ideas[:2]]),
        lambda: idea and merging.unmerge_idea(library, idea_id=idea),
        lambda: theme and themes.rename_theme(library, theme_id=theme, title=f"이름 {chance.random()}"),
        lambda: theme and themes.move_theme(library, theme_id=theme, position=0),
        lambda: theme and themes.remove_theme(library, theme_id=theme),
        lambda: agenda.add_activity(
            library, session_id=session, kind=ActivityKind.TALK, title="덧붙임", minutes=5, position=1
        ),
        lambda: agenda.move_activity(library, activity_id=plan.activities[-1].id, position=1),
        lambda: agenda.edit_activity(library, activity_id=plan.activities[1].id, minutes=chance.randint(1, 30)),
        lambda: agenda.remove_activity(library, activity_id=plan.activities[-1].id),
        lambda: running.next_activity(library, session_id=session),
        lambda: running.add_minutes(library, activity_id=plan.activities[0].id, minutes=1),
        lambda: lab_sessions.edit_session(library, session_id=session, title=f"회차 {chance.random()}", place="강당"),
        lambda: lab_sessions.prepare_session(library, project_id=project, language=KO, template_key="idea-workshop"),
        lambda: participants.register_participant(library, project_id=project, name="홍길동", motive="관심"),
        lambda: participants.edit_participant(library, participant_id=room.people[1].id, neighbourhood="역동"),
        lambda: participants.replace_code(library, participant_id=room.people[2].id),
        lambda: attendance.set_presence(
            library, session_id=session, participant_id=room.people[3].id, presence=Presence.LEFT
        ),
        lambda: phases.add_support_item(library, phase_id=phase.id, text="자료"),
        lambda: phases.edit_support_item(library, item_id=support[0].id, state=SupportState.DONE),
        lambda: phases.remove_support_item(library, item_id=support[-1].id),
        lambda: follow_ups.add_follow_up(library, project_id=project, kind=FollowUpKind.ACTION, text="고치기"),
        lambda: projects.edit_project(library, project_id=project, city=f"시 {chance.random()}"),
        lambda: polls.make_poll(library, session_id=session, title="새 투표", options=[polls.OptionDraft("가")]),
        lambda: polls.set_options(
            library,
            poll_id=chance.choice(polls.list_polls(library, session_id=session)).id,
            options=[polls.OptionDraft(text) for text in chance.sample("가나다라", 3)],
        ),
        lambda: evaluations.make_form(library, session_id=session, instrument="sus", language=KO),
    ]
    try:
        chance.choice(verbs)()
    except (WorkshopError, IndexError):
        return


@pytest.mark.parametrize("seed", range(6))
def test_undoing_everything_and_doing_it_again_comes_out_the_same(library: Library, seed: int) -> None:
    room = make_room(library)
    before_making = undo.undo_words(library)
    assert before_making[0] is not None
    chance = random.Random(seed)
    with library.write("forget") as work:
        from workshop.models.tables.history import UndoStep

        for step in work.rows.scalars(select(UndoStep)):
            work.remove(step)
    start = _dump(library)
    for _ in range(25):
        _acts(room, chance)
    end = _dump(library)
    steps = 0
    while undo.undo_words(library)[0] is not None:
        undo.undo(library)
        steps += 1
    assert steps > 5
    assert _dump(library) == start
    while undo.undo_words(library)[1] is not None:
        undo.redo(library)
    assert _dump(library) == end


def test_undo_tells_what_it_takes_back(library: Library) -> None:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="신호등")
    words, none = undo.undo_words(library)
    assert words is not None
    assert KO.tell(words) == "새 아이디어"
    assert none is None
    assert KO.tell(undo.undo(library).record) == "새 아이디어"
    assert ideas.idea_board(library, session_id=room.session_id).ideas == ()


def test_what_can_be_undone_survives_a_restart(tmp_path) -> None:
    place = tmp_path / "l.workshop"
    first = open_library(place, station="a")
    room = make_room(first)
    ideas.add_idea(first, session_id=room.session_id, text="가로등")
    first.close()
    second = open_library(place, station="a")
    undo.undo(second)
    assert ideas.idea_board(second, session_id=room.session_id).ideas == ()
    second.close()


def test_a_new_act_ends_the_redo(library: Library) -> None:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="하나")
    undo.undo(library)
    ideas.add_idea(library, session_id=room.session_id, text="둘")
    with pytest.raises(RefusedError, match="nothing to redo"):
        undo.redo(library)


def test_closing_the_session_ends_its_undo(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="남는 것").record
    running.close_session(library, session_id=room.session_id)
    for _ in range(3):
        try:
            undo.undo(library)
        except RefusedError:
            break
    assert idea.id in {one.id for one in ideas.idea_board(library, session_id=room.session_id).ideas}


def test_another_laptop_is_not_undone(library: Library) -> None:
    project = make_project(library)
    other = Library(library.database, station="other")
    themes.add_theme(other, project_id=project, title="남의 주제")
    with pytest.raises(RefusedError, match="depends on it"):
        undo.undo(library)  # the last act here was making the project, which the other laptop builds upon
    assert undo.undo_words(other)[0] is not None


def test_what_was_changed_since_is_not_overwritten(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="처음").record
    ideas.edit_idea(library, idea_id=idea.id, text="둘째")
    other = Library(library.database, station="other")
    ideas.edit_idea(other, idea_id=idea.id, text="셋째")
    before = _dump(library)
    with pytest.raises(RefusedError, match="changed again"):
        undo.undo(library)
    assert _dump(library) == before


def test_what_others_build_upon_is_not_removed(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="선택지가 될 것").record
    other = Library(library.database, station="other")
    polls.make_poll(other, session_id=room.session_id, title="투표", options=[polls.OptionDraft("가", idea_id=idea.id)])
    with pytest.raises(RefusedError, match="depends on it"):
        undo.undo(library)


def test_opening_a_vote_and_casting_are_not_undone(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    words = undo.undo_words(library)[0]
    assert words is not None
    assert words.msgid == "New vote"
    with pytest.raises(RefusedError):
        undo.undo(library)
    assert polls.get_poll(library, poll_id=poll.id).state == "open"
