"""Nearly the same idea is found while it is written down, as the ideas are now."""

from tests.builders import Room, make_project, make_room
from workshop.models.enums import PhaseKind
from workshop.services.ideas import ideas, merging, revealing, similar
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library


def _add(room: Room, text: str, **values: object):
    return ideas.add_idea(room.library, session_id=room.session_id, text=text, **values).record  # type: ignore[arg-type]


def _found(room: Room, text: str) -> list[str]:
    found = similar.similar_ideas(room.library, project_id=room.project_id, text=text)
    return [one.idea.text for one in found]


def test_the_most_alike_come_first_and_no_more_than_three(library: Library) -> None:
    room = make_room(library)
    for text in (
        "골목 가로등을 고쳐 주세요",
        "골목 가로등 고쳐 주세요",
        "골목길 가로등을 고쳐요",
        "골목에 가로등을 고쳐 주세요",
        "벤치",
    ):
        _add(room, text)
    found = similar.similar_ideas(library, project_id=room.project_id, text="골목 가로등을 고쳐 주세요!")
    assert found[0].idea.text == "골목 가로등을 고쳐 주세요"
    assert len(found) == 3
    assert [one.ratio for one in found] == sorted((one.ratio for one in found), reverse=True)
    assert found[0].ratio == 100
    assert (found[0].phase, found[0].session) == (PhaseKind.PLANNING, 1)
    assert len(similar.similar_ideas(library, project_id=room.project_id, text="골목 가로등을 고쳐", limit=1)) == 1


def test_little_is_not_looked_for(library: Library) -> None:
    room = make_room(library)
    _add(room, "벤치")
    _add(room, "가로등 수리")
    assert _found(room, "벤치") == []
    assert _found(room, "가로등") == []
    assert _found(room, "가로등 수") == ["가로등 수리"]


def test_it_knows_what_changed_since_the_last_question(library: Library) -> None:
    room = make_room(library)
    asked = "정류장에 벤치를 놓아 주세요"
    assert _found(room, asked) == []
    bench = _add(room, "정류장에 벤치를 놓아요")
    assert _found(room, asked) == ["정류장에 벤치를 놓아요"]
    ideas.edit_idea(library, idea_id=bench.id, text="도서관을 늦게까지 엽시다")
    assert _found(room, asked) == []
    undo.undo(library)
    assert _found(room, asked) == ["정류장에 벤치를 놓아요"]
    ideas.withdraw_idea(library, idea_id=bench.id, reason="없던 일로")
    assert _found(room, asked) == []


def test_what_cannot_be_supported_is_not_offered(library: Library) -> None:
    room = make_room(library)
    shown, merged = _add(room, "정류장에 벤치를 놓아요"), _add(room, "정류장에 벤치를 놓읍시다")
    _add(room, "정류장에 벤치 놓아요", hidden=True)
    merging.merge_ideas(library, into_id=shown.id, idea_ids=[merged.id])
    assert _found(room, "정류장에 벤치를 놓아 주세요") == [shown.text]
    revealing.reveal_all(library, session_id=room.session_id)
    assert len(_found(room, "정류장에 벤치를 놓아 주세요")) == 2


def test_other_projects_keep_their_ideas(library: Library) -> None:
    room = make_room(library)
    _add(room, "정류장에 벤치를 놓아요")
    other = make_project(library, "다른 프로젝트")
    assert similar.similar_ideas(library, project_id=other, text="정류장에 벤치를 놓아요") == ()
    assert _found(room, "정류장에 벤치를 놓아요") == ["정류장에 벤치를 놓아요"]
