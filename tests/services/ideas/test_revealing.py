"""What is written in silence waits, then comes one from each person in turn."""

import pytest

from tests.builders import Room, make_room
from workshop.models.enums import ActivityKind
from workshop.models.errors import RefusedError
from workshop.services.ideas import ideas, revealing
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.sessions import running


def _silent_room(library: Library) -> Room:
    """A session in which everybody writes in silence now."""
    room = make_room(library)
    silent = next(part for part in room.plan.activities if part.kind is ActivityKind.SILENT_WRITING)
    running.begin_activity(library, activity_id=silent.id)
    return room


def _write(library: Library, room: Room, text: str, person: int | None = None) -> None:
    author = room.people[person - 1].id if person else None
    ideas.add_idea(library, session_id=room.session_id, text=text, author=author)


def _waiting(library: Library, room: Room) -> list[str]:
    return [idea.text for idea in revealing.waiting(library, session_id=room.session_id)]


def test_ideas_of_silent_writing_come_one_from_each_in_turn(library: Library) -> None:
    room = _silent_room(library)
    for text, person in (("나1", 2), ("가1", 1), ("나2", 2), ("가2", 1), ("다1", 3), ("가3", 1)):
        _write(library, room, text, person)
    assert all(idea.hidden for idea in ideas.idea_board(library, session_id=room.session_id).ideas)
    shown = [revealing.reveal_next(library, session_id=room.session_id).record.text for _turn in range(4)]
    assert shown == ["가1", "나1", "다1", "가2"]
    assert _waiting(library, room) == ["나2", "가3"]  # the turns go on where they were
    undo.undo(library)
    assert _waiting(library, room) == ["가2", "나2", "가3"]
    assert revealing.reveal_all(library, session_id=room.session_id).record == 3
    with pytest.raises(RefusedError):
        revealing.reveal_next(library, session_id=room.session_id)


def test_the_unnamed_begin_and_what_is_withdrawn_is_never_shown(library: Library) -> None:
    room = _silent_room(library)
    _write(library, room, "가1", 1)
    _write(library, room, "이름 없이 하나")
    _write(library, room, "이름 없이 둘")
    gone = revealing.waiting(library, session_id=room.session_id)[1]
    ideas.withdraw_idea(library, idea_id=gone.id, reason="잘못 씀")
    assert _waiting(library, room) == ["이름 없이 하나", "가1"]


def test_ideas_given_outside_silent_writing_are_seen_at_once(library: Library) -> None:
    room = make_room(library)
    _write(library, room, "바로 보임", 1)
    assert _waiting(library, room) == []
    (idea,) = ideas.idea_board(library, session_id=room.session_id).ideas
    assert idea.shown_at == idea.written_at
    assert revealing.hide_idea(library, idea_id=idea.id).record.hidden
    shown = revealing.reveal_idea(library, idea_id=idea.id).record
    assert (shown.hidden, shown.shown_at) == (False, shown.revealed_at)


def test_the_close_of_a_session_hides_nothing(library: Library) -> None:
    room = _silent_room(library)
    _write(library, room, "끝까지 숨은 생각", 1)
    running.close_session(library, session_id=room.session_id)
    assert not any(idea.hidden for idea in ideas.idea_board(library, session_id=room.session_id).ideas)
