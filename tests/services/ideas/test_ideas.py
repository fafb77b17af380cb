"""Ideas keep their words and authors, wherever they are sorted, merged or withdrawn."""

import unicodedata

import pytest

from tests.builders import make_room
from workshop.models.enums import IdeaState
from workshop.models.errors import InputError, RefusedError
from workshop.services.ideas import ideas, merging, themes
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library


def test_an_idea_is_kept_in_its_words_with_its_author(library: Library) -> None:
    room = make_room(library)
    text = unicodedata.normalize("NFD", "신호등이 너무 짧아서\n할머니가 못 건너요")
    idea = ideas.add_idea(library, session_id=room.session_id, text=text, author=room.people[2].id).record
    assert (idea.text, idea.author, idea.number) == ("신호등이 너무 짧아서\n할머니가 못 건너요", 3, 1)
    assert idea.activity_id == room.plan.session.current_activity_id


@pytest.mark.parametrize("text", ["", "  \n", "가" * 5001])
def test_nothing_and_far_too_much_are_refused(library: Library, text: str) -> None:
    room = make_room(library)
    with pytest.raises(InputError):
        ideas.add_idea(library, session_id=room.session_id, text=text)


def test_ideas_are_sorted_into_themes_and_back(library: Library) -> None:
    room = make_room(library)
    theme = themes.add_theme(library, project_id=room.project_id, title="건너기").record
    made = [ideas.add_idea(library, session_id=room.session_id, text=f"생각 {n}").record for n in range(4)]
    for idea in made[:3]:
        ideas.place_idea(library, idea_id=idea.id, theme_id=theme.id)
    ideas.place_idea(library, idea_id=made[2].id, theme_id=theme.id, position=0)
    board = ideas.idea_board(library, session_id=room.session_id)
    assert [idea.text for idea in board.under(theme.id)] == ["생각 2", "생각 0", "생각 1"]
    assert [idea.text for idea in board.under(None)] == ["생각 3"]
    assert board.themes[0].ideas == 3
    themes.remove_theme(library, theme_id=theme.id)
    assert len(ideas.idea_board(library, session_id=room.session_id).under(None)) == 4


def test_merged_ideas_keep_their_words_and_follow_their_target(library: Library) -> None:
    room = make_room(library)
    a, b, c = (ideas.add_idea(library, session_id=room.session_id, text=text).record for text in "가나다")
    merging.merge_ideas(library, into_id=b.id, idea_ids=[c.id])
    merged = merging.merge_ideas(library, into_id=a.id, idea_ids=[a.id, b.id]).record
    assert merged.merged == 2
    board = {idea.text: idea for idea in ideas.idea_board(library, session_id=room.session_id).ideas}
    assert board["나"].merged_into_id == board["다"].merged_into_id == a.id
    with pytest.raises(RefusedError):
        merging.merge_ideas(library, into_id=b.id, idea_ids=[a.id])
    with pytest.raises(RefusedError):
        ideas.choose_idea(library, idea_id=b.id, chosen=True)
    assert merging.unmerge_idea(library, idea_id=b.id).record.state is IdeaState.OPEN
    with pytest.raises(InputError):
        merging.merge_ideas(library, into_id=a.id, idea_ids=[a.id])


def test_a_withdrawn_idea_needs_a_reason_and_comes_back(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="가").record
    with pytest.raises(InputError):
        ideas.withdraw_idea(library, idea_id=idea.id, reason=" ")
    assert ideas.withdraw_idea(library, idea_id=idea.id, reason="낸 사람이 원함").record.reason == "낸 사람이 원함"
    assert ideas.idea_board(library, session_id=room.session_id).under(None) == ()
    assert ideas.restore_idea(library, idea_id=idea.id).record.state is IdeaState.OPEN


def test_several_come_back_in_one_step(library: Library) -> None:
    room = make_room(library)
    made = ideas.add_ideas(library, session_id=room.session_id, texts=["가", "나", "다"]).record
    ideas.withdraw_ideas(library, idea_ids=[idea.id for idea in made[:2]], reason="겹침")
    ideas.restore_ideas(library, idea_ids=[idea.id for idea in made])
    states = [idea.state for idea in ideas.idea_board(library, session_id=room.session_id).ideas]
    assert states == [IdeaState.OPEN] * 3
    undo.undo(library)
    states = [idea.state for idea in ideas.idea_board(library, session_id=room.session_id).ideas]
    assert states == [IdeaState.WITHDRAWN, IdeaState.WITHDRAWN, IdeaState.OPEN]


def test_many_at_once_are_numbered_and_placed_as_if_they_came_one_by_one(library: Library) -> None:
    room = make_room(library)
    theme = themes.add_theme(library, project_id=room.project_id, title="주제").record
    ideas.add_idea(library, session_id=room.session_id, text="앞", theme_id=theme.id)
    ideas.add_ideas(library, session_id=room.session_id, texts=["가", "나"])
    ideas.add_ideas(library, session_id=room.session_id, texts=["다", "라"], theme_id=theme.id)
    board = ideas.idea_board(library, session_id=room.session_id)
    assert [(idea.text, idea.number) for idea in board.under(theme.id)] == [("앞", 1), ("다", 4), ("라", 5)]
    assert [(idea.text, idea.number) for idea in board.under(None)] == [("가", 2), ("나", 3)]
