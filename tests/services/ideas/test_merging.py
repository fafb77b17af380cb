"""Merged ideas keep who said them; split ones stay beside each other; everything is undone and redone."""

import pytest

from tests.builders import make_room
from workshop.models.enums import IdeaState
from workshop.models.errors import InputError, RefusedError
from workshop.services.ideas import ideas, merging, supports, themes
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library


def _texts(library: Library, session_id: object) -> list[str]:
    return [idea.text for idea in ideas.idea_board(library, session_id=session_id).under(None)]  # type: ignore[arg-type]


def test_everybody_behind_merged_ideas_is_counted_once(library: Library) -> None:
    room = make_room(library)
    one, two, three, _four = (person.id for person in room.people)
    bench = ideas.add_idea(library, session_id=room.session_id, text="벤치", author=one).record
    seat = ideas.add_idea(library, session_id=room.session_id, text="앉을 곳", author=two).record
    supports.support_idea(library, idea_id=bench.id, author=two)
    supports.support_idea(library, idea_id=seat.id, author=one)
    supports.support_idea(library, idea_id=seat.id, author=three, text="저도요")
    supports.support_idea(library, idea_id=seat.id)
    assert supports.support_idea(library, idea_id=bench.id).record.people == 3
    merged = merging.merge_ideas(library, into_id=bench.id, idea_ids=[seat.id]).record
    assert (merged.people, merged.merged) == (5, 1)  # three participants, and two who gave no number
    assert [support.participant for support in supports.list_supports(library, idea_id=bench.id)] == [
        2,
        1,
        3,
        None,
        None,
    ]
    merging.unmerge_idea(library, idea_id=seat.id)
    people = {idea.text: idea.people for idea in ideas.idea_board(library, session_id=room.session_id).ideas}
    assert people == {"벤치": 3, "앉을 곳": 4}


def test_nobody_supports_twice(library: Library) -> None:
    room = make_room(library)
    one, two = room.people[0].id, room.people[1].id
    idea = ideas.add_idea(library, session_id=room.session_id, text="벤치", author=one).record
    with pytest.raises(RefusedError):
        supports.support_idea(library, idea_id=idea.id, author=one)
    supports.support_idea(library, idea_id=idea.id, author=two)
    with pytest.raises(RefusedError):
        supports.support_idea(library, idea_id=idea.id, author=two)
    (support,) = supports.list_supports(library, idea_id=idea.id)
    assert supports.withdraw_support(library, support_id=support.id).record.people == 1
    ideas.withdraw_idea(library, idea_id=idea.id, reason="잘못 들음")
    with pytest.raises(RefusedError):
        supports.support_idea(library, idea_id=idea.id, author=two)


def test_a_support_of_a_merged_idea_goes_to_the_one_it_became(library: Library) -> None:
    room = make_room(library)
    kept, gone = (ideas.add_idea(library, session_id=room.session_id, text=text).record for text in "가나")
    merging.merge_ideas(library, into_id=kept.id, idea_ids=[gone.id])
    assert supports.support_idea(library, idea_id=gone.id, author=room.people[0].id).record.id == kept.id


def test_a_split_idea_stays_beside_its_parts(library: Library) -> None:
    room = make_room(library)
    made = [
        ideas.add_idea(library, session_id=room.session_id, text=text, author=room.people[1].id).record
        for text in ("가", "벤치와 가로등과 거울", "나")
    ]
    parts = merging.split_idea(library, idea_id=made[1].id, texts=["벤치", " ", "가로등", "거울"]).record
    assert [part.text for part in parts] == ["벤치", "가로등", "거울"]
    assert [part.number for part in parts] == [2, 4, 5]
    assert {part.author for part in parts} == {2}
    assert [part.split_from_id for part in parts] == [None, made[1].id, made[1].id]
    assert _texts(library, room.session_id) == ["가", "벤치", "가로등", "거울", "나"]
    undo.undo(library)
    assert _texts(library, room.session_id) == ["가", "벤치와 가로등과 거울", "나"]
    undo.redo(library)
    assert _texts(library, room.session_id) == ["가", "벤치", "가로등", "거울", "나"]


@pytest.mark.parametrize("texts", [[], ["하나"], ["하나", "  "], ["하나", "가" * 5001]])
def test_a_split_needs_two_whole_parts(library: Library, texts: list[str]) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="하나와 둘").record
    with pytest.raises(InputError):
        merging.split_idea(library, idea_id=idea.id, texts=texts)
    assert _texts(library, room.session_id) == ["하나와 둘"]
    ideas.withdraw_idea(library, idea_id=idea.id, reason="철회")
    with pytest.raises(RefusedError):
        merging.split_idea(library, idea_id=idea.id, texts=["하나", "둘"])


def test_many_ideas_are_one_step(library: Library) -> None:
    room = make_room(library)
    made = ideas.add_ideas(library, session_id=room.session_id, texts=[f"생각 {n}" for n in range(5)]).record
    assert [idea.number for idea in made] == [1, 2, 3, 4, 5]
    ideas.place_ideas(library, idea_ids=[made[4].id, made[0].id], theme_id=None, position=1)
    assert _texts(library, room.session_id) == ["생각 1", "생각 4", "생각 0", "생각 2", "생각 3"]
    ideas.withdraw_ideas(library, idea_ids=[made[1].id, made[2].id], reason="겹침")
    assert _texts(library, room.session_id) == ["생각 4", "생각 0", "생각 3"]
    for _step in range(2):
        undo.undo(library)
    assert _texts(library, room.session_id) == [f"생각 {n}" for n in range(5)]
    undo.undo(library)
    assert _texts(library, room.session_id) == []
    with pytest.raises(InputError):
        ideas.add_ideas(library, session_id=room.session_id, texts=["하나", ""])
    assert _texts(library, room.session_id) == []


def test_ideas_find_their_place_however_often_one_is_put_between_two(library: Library) -> None:
    room = make_room(library)
    made = ideas.add_ideas(library, session_id=room.session_id, texts=[str(n) for n in range(40)]).record
    for idea in made[2:]:
        ideas.place_ideas(library, idea_ids=[idea.id], theme_id=None, position=1)
    assert _texts(library, room.session_id) == ["0", *(str(n) for n in range(39, 1, -1)), "1"]


def test_an_idea_put_between_two_changes_no_other(library: Library) -> None:
    room = make_room(library)
    made = ideas.add_ideas(library, session_id=room.session_id, texts=[str(n) for n in range(5)]).record
    before = {idea.id: idea.position for idea in made}
    ideas.place_ideas(library, idea_ids=[made[4].id], theme_id=None, position=2)
    after = {idea.id: idea.position for idea in ideas.idea_board(library, session_id=room.session_id).ideas}
    assert [key for key in before if before[key] != after[key]] == [made[4].id]
    assert made[0].state is IdeaState.OPEN


def test_an_unmerged_idea_stands_beside_the_one_it_was_merged_into(library: Library) -> None:
    room = make_room(library)
    theme = themes.add_theme(library, project_id=room.project_id, title="쉬어 가기").record
    one, two, three = ideas.add_ideas(library, session_id=room.session_id, texts=["가", "나", "다"]).record
    merging.merge_ideas(library, into_id=one.id, idea_ids=[three.id])
    ideas.place_ideas(library, idea_ids=[one.id, two.id], theme_id=theme.id)
    merging.unmerge_idea(library, idea_id=three.id)
    board = ideas.idea_board(library, session_id=room.session_id)
    assert [idea.text for idea in board.under(theme.id)] == ["가", "다", "나"]


def test_withdrawn_ideas_are_not_merged_and_merged_ones_not_withdrawn(library: Library) -> None:
    room = make_room(library)
    one, two, gone = ideas.add_ideas(library, session_id=room.session_id, texts=["가", "나", "다"]).record
    ideas.withdraw_idea(library, idea_id=gone.id, reason="겹침")
    for into, other in ((one, gone), (gone, one)):
        with pytest.raises(RefusedError):
            merging.merge_ideas(library, into_id=into.id, idea_ids=[other.id])
    merging.merge_ideas(library, into_id=one.id, idea_ids=[two.id])
    with pytest.raises(RefusedError):
        ideas.withdraw_idea(library, idea_id=two.id, reason="겹침")
    assert [idea.merged for idea in ideas.idea_board(library, session_id=room.session_id).under(None)] == [1]
