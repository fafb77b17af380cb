"""Ideas keep their words and authors, wherever they are sorted, merged or withdrawn."""

import unicodedata

import pytest

from tests.builders import make_room
from workshop.models.enums import IdeaState
from workshop.models.errors import InputError, RefusedError
from workshop.services import ideas, themes
from workshop.services.library import Library


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
    ideas.merge_ideas(library, into_id=b.id, idea_ids=[c.id])
    merged = ideas.merge_ideas(library, into_id=a.id, idea_ids=[a.id, b.id]).record
    assert merged.merged == 2
    board = {idea.text: idea for idea in ideas.idea_board(library, session_id=room.session_id).ideas}
    assert board["나"].merged_into_id == board["다"].merged_into_id == a.id
    with pytest.raises(RefusedError):
        ideas.merge_ideas(library, into_id=b.id, idea_ids=[a.id])
    with pytest.raises(RefusedError):
        ideas.choose_idea(library, idea_id=b.id, chosen=True)
    assert ideas.unmerge_idea(library, idea_id=b.id).record.state is IdeaState.OPEN
    with pytest.raises(InputError):
        ideas.merge_ideas(library, into_id=a.id, idea_ids=[a.id])


def test_a_withdrawn_idea_needs_a_reason_and_comes_back(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="가").record
    with pytest.raises(InputError):
        ideas.withdraw_idea(library, idea_id=idea.id, reason=" ")
    assert ideas.withdraw_idea(library, idea_id=idea.id, reason="낸 사람이 원함").record.reason == "낸 사람이 원함"
    assert ideas.idea_board(library, session_id=room.session_id).under(None) == ()
    assert ideas.restore_idea(library, idea_id=idea.id).record.state is IdeaState.OPEN


@pytest.mark.parametrize(
    ("words", "found"), [("등", 2), ("신호", 1), ("신호 횡단", 1), ("%", 1), ("_", 0), ("BUS", 1), ("", 0)]
)
def test_one_syllable_finds_what_it_is_part_of(library: Library, words: str, found: int) -> None:
    room = make_room(library)
    for text in ("횡단보도 신호등이 짧다", "가로등이 꺼져 있다", "bus 정류장 100% 개선"):
        ideas.add_idea(library, session_id=room.session_id, text=text)
    assert len(ideas.search_ideas(library, project_id=room.project_id, words=words)) == found
