"""Themes are suggested for what is not yet sorted; what is accepted is one step that can be taken back."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import Room, make_room
from tests.methods.groups_of_ideas import ALONE, KOREAN
from workshop.models.errors import InputError
from workshop.models.records.ideas import IdeaBoard
from workshop.services.ideas import ideas, suggestions, themes
from workshop.services.ideas.suggestions import Acceptance, ThemeSuggestion
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library

ROOT = Path(__file__).parents[3]
LAMPS, STOPS, CROSSINGS, WASTE = KOREAN


@pytest.fixture
def room(library: Library) -> Room:
    made = make_room(library)
    texts = [text for texts in zip(*KOREAN, strict=True) for text in texts]
    ideas.add_ideas(library, session_id=made.session_id, texts=[*texts, *ALONE])
    return made


def _board(room: Room) -> IdeaBoard:
    return ideas.idea_board(room.library, project_id=room.project_id)


def _suggested(room: Room) -> tuple[ThemeSuggestion, ...]:
    return suggestions.suggest_themes(room.library, project_id=room.project_id)


def _about(room: Room, word: str) -> ThemeSuggestion:
    return next(one for one in _suggested(room) if word in one.words)


def _shown(board: IdeaBoard) -> dict[str, list[str]]:
    return {theme.title: [idea.text for idea in board.under(theme.id)] for theme in board.themes}


def test_unsorted_ideas_are_suggested_with_what_they_share(room: Room) -> None:
    lamps = _about(room, "가로등")
    assert lamps.theme_id is None
    assert "가로등" in lamps.title
    assert {idea.text for idea in lamps.ideas} <= set(LAMPS)
    assert len(lamps.ideas) >= 4
    told = [key for one in _suggested(room) for key in one.idea_ids]
    assert len(told) == len(set(told))


def test_accepting_makes_the_theme_and_one_undo_takes_it_back(room: Room) -> None:
    lamps = _about(room, "가로등")
    before = _board(room)
    made = suggestions.accept_suggestion(
        room.library, project_id=room.project_id, title=" 어두운 골목 ", idea_ids=lamps.idea_ids[1:]
    )
    assert (made.record.title, made.record.ideas) == ("어두운 골목", len(lamps.ideas) - 1)
    assert _shown(_board(room)) == {"어두운 골목": [idea.text for idea in lamps.ideas[1:]]}
    assert made.undo is not None
    undo.undo(room.library)
    assert _board(room) == before
    undo.redo(room.library)
    assert list(_shown(_board(room))) == ["어두운 골목"]


def test_several_are_accepted_in_one_step_with_colours_of_their_own(room: Room) -> None:
    found = _suggested(room)
    before = _board(room)
    accepted = [Acceptance(one.title, one.idea_ids, one.theme_id) for one in found]
    made = suggestions.accept_suggestions(room.library, project_id=room.project_id, accepted=accepted)
    assert len(made.record) == len(found) >= 4
    assert len({theme.colour for theme in made.record}) == len(found)
    assert [theme.ideas for theme in made.record] == [len(one.ideas) for one in found]
    undo.undo(room.library)
    assert _board(room) == before


def test_what_belongs_to_a_theme_is_suggested_for_it(room: Room) -> None:
    made = themes.add_theme(room.library, project_id=room.project_id, title="정류장").record
    stops = [idea.id for idea in _board(room).ideas if idea.text in STOPS[:3]]
    ideas.place_ideas(room.library, idea_ids=stops, theme_id=made.id)
    found = _about(room, "정류장")
    assert (found.theme_id, found.title) == (made.id, "정류장")
    assert {idea.text for idea in found.ideas} == set(STOPS[3:])
    suggestions.accept_suggestion(
        room.library, project_id=room.project_id, title=found.title, idea_ids=found.idea_ids, theme_id=found.theme_id
    )
    assert set(_shown(_board(room))["정류장"]) == set(STOPS)


def test_a_theme_of_the_same_name_is_used_again(room: Room) -> None:
    made = themes.add_theme(room.library, project_id=room.project_id, title="Lamps").record
    lamps = _about(room, "가로등")
    accepted = suggestions.accept_suggestion(
        room.library, project_id=room.project_id, title="lamps", idea_ids=lamps.idea_ids
    )
    assert accepted.record.id == made.id
    assert len(_board(room).themes) == 1


def test_what_was_sorted_in_the_meantime_stays_there(room: Room) -> None:
    lamps = _about(room, "가로등")
    made = themes.add_theme(room.library, project_id=room.project_id, title="밤길").record
    ideas.place_idea(room.library, idea_id=lamps.idea_ids[0], theme_id=made.id)
    ideas.withdraw_idea(room.library, idea_id=lamps.idea_ids[1], reason="두 번 적음")
    accept = lambda ids: suggestions.accept_suggestion(  # noqa: E731
        room.library, project_id=room.project_id, title="가로등", idea_ids=ids
    )
    with pytest.raises(InputError):
        accept(lamps.idea_ids[:2])
    assert list(_shown(_board(room))) == ["밤길"]  # no empty theme is left behind
    accept(lamps.idea_ids)
    shown = _shown(_board(room))
    assert shown["밤길"] == [lamps.ideas[0].text]
    assert shown["가로등"] == [idea.text for idea in lamps.ideas[2:]]


def test_no_name_and_no_ideas_are_refused(room: Room) -> None:
    ids = [_board(room).ideas[0].id]
    for title, chosen in (("  ", ids), ("Lamps", [])):
        with pytest.raises(InputError):
            suggestions.accept_suggestion(room.library, project_id=room.project_id, title=title, idea_ids=chosen)
    assert _board(room).themes == ()


def test_hidden_ideas_and_other_sessions_are_left_out(room: Room) -> None:
    hidden = ideas.add_idea(room.library, session_id=room.session_id, text="가로등 가로등 골목", hidden=True).record
    assert hidden.id not in {key for one in _suggested(room) for key in one.idea_ids}
    other = make_room(room.library)
    found = suggestions.suggest_themes(room.library, project_id=room.project_id, session_id=other.session_id)
    assert found == ()


def test_few_ideas_are_said_to_be_few(library: Library) -> None:
    room = make_room(library)
    ideas.add_ideas(library, session_id=room.session_id, texts=LAMPS)
    steps = suggestions.suggesting(library, project_id=room.project_id)
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert end.value.value.are_few
    assert end.value.value.unsorted == 5


def test_what_compares_ideas_is_not_loaded_before_it_is_needed() -> None:
    code = """
import sys
import workshop.services.ideas.similar, workshop.services.ideas.suggestions
print(*[name for name in ("rapidfuzz", "sklearn", "scipy", "numpy") if name in sys.modules])
"""
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
