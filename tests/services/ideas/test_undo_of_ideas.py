"""Everything that is done with ideas is taken back and done again, step by step, also after the program was started anew."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from tests.builders import make_room
from workshop.models.enums import ActivityKind, NoteKind
from workshop.models.tables.all import METADATA
from workshop.services.ideas import ideas, merging, notes, revealing, supports, themes
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library, open_library
from workshop.services.sessions import running

_TABLES = ("idea", "theme", "idea_support", "discussion_note", "note_wording")
Step = Callable[[Library], object]


def _state(library: Library) -> dict[str, list[dict[str, Any]]]:
    """Every row that undo is about."""
    with library.read() as rows:
        return {
            name: sorted((dict(row) for row in rows.execute(select(METADATA.tables[name])).mappings()), key=str)
            for name in _TABLES
        }


def _steps(library: Library, session_id: UUID, project_id: UUID, people: tuple[UUID, ...]) -> list[Step]:
    """One verb after the other; each finds by its words what it acts on."""

    def idea(of: Library, text: str) -> UUID:
        board = ideas.idea_board(of, project_id=project_id)
        return next(one.id for one in board.ideas if one.text == text)

    def theme(of: Library) -> UUID:
        return ideas.idea_board(of, project_id=project_id).themes[0].id

    def note(of: Library) -> UUID:
        return notes.list_notes(of, project_id=project_id)[0].id

    return [
        lambda of: ideas.add_idea(of, session_id=session_id, text="벤치", author=people[0]),
        lambda of: ideas.add_ideas(of, session_id=session_id, texts=["그늘", "가로등과 거울", "쉼터"]),
        lambda of: themes.add_theme(of, project_id=project_id, title="쉬어 가기"),
        lambda of: ideas.place_ideas(of, idea_ids=[idea(of, "벤치"), idea(of, "쉼터")], theme_id=theme(of), position=0),
        lambda of: merging.split_idea(of, idea_id=idea(of, "가로등과 거울"), texts=["가로등", "거울"]),
        lambda of: merging.merge_ideas(of, into_id=idea(of, "벤치"), idea_ids=[idea(of, "쉼터"), idea(of, "그늘")]),
        lambda of: supports.support_idea(of, idea_id=idea(of, "벤치"), author=people[1], text="저도요"),
        lambda of: notes.add_note(of, kind=NoteKind.AGAINST, text="좁아요", idea_id=idea(of, "벤치")),
        lambda of: notes.edit_note(of, note_id=note(of), text="휠체어가 지나가기에 좁아요"),
        lambda of: merging.unmerge_idea(of, idea_id=idea(of, "그늘")),
        lambda of: ideas.choose_ideas(of, idea_ids=[idea(of, "벤치"), idea(of, "거울")], chosen=True),
        lambda of: ideas.edit_idea(of, idea_id=idea(of, "거울"), text="볼록 거울"),
        lambda of: revealing.hide_idea(of, idea_id=idea(of, "볼록 거울")),
        lambda of: revealing.reveal_all(of, session_id=session_id),
        lambda of: ideas.withdraw_ideas(of, idea_ids=[idea(of, "가로등")], reason="이미 고침"),
        lambda of: ideas.restore_idea(of, idea_id=idea(of, "가로등")),
        lambda of: notes.add_note(of, kind=NoteKind.FACT, text="보행량 412명", theme_id=theme(of)),
        lambda of: themes.remove_theme(of, theme_id=theme(of)),
        lambda of: notes.remove_note(of, note_id=note(of)),
    ]


def test_all_of_it_goes_back_and_forth_after_a_restart(tmp_path: Path) -> None:
    place = tmp_path / "library.workshop"
    library = open_library(place, station="one")
    room = make_room(library)
    states = [_state(library)]
    for step in _steps(library, room.session_id, room.project_id, tuple(person.id for person in room.people)):
        step(library)
        states.append(_state(library))
    assert all(before != after for before, after in itertools.pairwise(states))
    library.close()

    library = open_library(place, station="one")
    for state in reversed(states[:-1]):
        undo.undo(library)
        assert _state(library) == state
    library.close()

    library = open_library(place, station="one")
    for state in states[1:]:
        undo.redo(library)
        assert _state(library) == state
    library.close()


def test_nothing_of_it_is_undone_once_the_session_is_closed(library: Library) -> None:
    room = make_room(library)
    silent = next(part for part in room.plan.activities if part.kind is ActivityKind.SILENT_WRITING)
    running.begin_activity(library, activity_id=silent.id)
    idea = ideas.add_idea(library, session_id=room.session_id, text="벤치").record
    supports.support_idea(library, idea_id=idea.id)
    notes.add_note(library, kind=NoteKind.FOR, text="좋아요", idea_id=idea.id)
    running.close_session(library, session_id=room.session_id)
    words = [step.msgid for step in undo.undo_words(library) if step is not None]
    assert not set(words) & {"New idea", "Support", "New note"}
