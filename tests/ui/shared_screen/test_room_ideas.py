"""What is written in silence is nobody's business until it is shown; then it comes one by one, and hangs on the wall."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from workshop.models.enums import ActivityKind
from workshop.services.ideas import ideas, revealing, themes
from workshop.services.sessions import running
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.scenes.wall import COLUMNS
from workshop.ui.shared_screen.states import ScreenState


def _begin(show, kind: ActivityKind) -> UUID:
    activity = next(part for part in show.room.plan.activities if part.kind is kind)
    running.begin_activity(show.room.library, activity_id=activity.id)
    return activity.id


def _write(show, *texts: str) -> None:
    for place, text in enumerate(texts):
        author = show.room.people[place % len(show.room.people)].id
        ideas.add_idea(show.room.library, session_id=show.room.session_id, text=text, author=author)
    show.settle()


@pytest.fixture
def silent(show):
    activity_id = _begin(show, ActivityKind.SILENT_WRITING)
    show.stage.show_activity(show.room.session_id, activity_id)
    _write(show, "a bench", "a lamp", "a mirror")
    return show


def test_in_silence_the_room_sees_a_number_and_no_word(silent) -> None:
    assert "3" in silent.texts()
    assert not any(word in silent.texts() for word in ("bench", "lamp", "mirror"))
    for state in (silent.stage.show_wall, silent.stage.show_thanks, silent.stage.show_welcome):
        state(silent.room.session_id)
        silent.settle()
        assert not any(word in silent.texts() for word in ("bench", "lamp", "mirror"))


def test_in_the_round_ideas_come_one_by_one(silent) -> None:
    activity_id = _begin(silent, ActivityKind.ROUND_ROBIN)
    silent.stage.show_activity(silent.room.session_id, activity_id)
    silent.settle()
    assert "bench" not in silent.texts()
    for number, word in enumerate(("bench", "lamp", "mirror"), 1):
        revealing.reveal_next(silent.room.library, session_id=silent.room.session_id)
        silent.settle()
        assert word in silent.texts()
        assert f"{3 - number} still to come" in silent.texts() or number == 3


def test_the_booth_says_that_it_is_shown_later(show) -> None:
    activity_id = _begin(show, ActivityKind.SILENT_WRITING)
    show.stage.show_idea_booth(show.room.session_id, activity_id)
    show.settle()
    show.type("a bench")
    show.tap("submit")
    assert "shown later" in show.texts()
    show.clock.forward(timing.DONE)
    (idea,) = ideas.idea_board(show.room.library, session_id=show.room.session_id).ideas
    assert idea.hidden


def test_the_wall_shows_themes_by_pages_and_one_alone(show) -> None:
    library, session_id = show.room.library, show.room.session_id
    made = [
        themes.add_theme(library, project_id=show.room.project_id, title=f"theme {n}").record
        for n in range(COLUMNS + 1)
    ]
    for theme in made:
        ideas.add_idea(library, session_id=session_id, text=f"idea of {theme.title}", theme_id=theme.id)
    show.stage.show_wall(session_id)
    show.settle()
    assert show.stage.state is ScreenState.WALL
    assert "idea of theme 0" in show.texts()
    assert "theme 4" not in show.texts()
    show.stage.turn_wall(1)
    assert "idea of theme 4" in show.texts()
    show.stage.turn_wall(1)
    assert "idea of theme 0" in show.texts()  # round at the end
    show.stage.show_wall(session_id, made[2].id)
    show.settle()
    assert "idea of theme 2" in show.texts()
    assert "idea of theme 0" not in show.texts()
    revealing.hide_idea(library, idea_id=ideas.idea_board(library, session_id=session_id).under(made[2].id)[0].id)
    show.settle()
    assert "idea of theme 2" not in show.texts()


def test_a_long_idea_ends_at_a_word_in_type_that_is_read_from_afar(show) -> None:
    library, session_id = show.room.library, show.room.session_id
    theme = themes.add_theme(library, project_id=show.room.project_id, title="theme").record
    long = " ".join(f"word{n:03}" for n in range(200))
    for text in (long, "한" * 400):
        ideas.add_idea(library, session_id=session_id, text=text, theme_id=theme.id)
    show.stage.show_wall(session_id)
    show.settle()
    cut, syllables = (text for text in show.texts().splitlines() if text.endswith("…"))
    assert long.startswith(f"{cut[:-1]} ")
    assert 10 < len(syllables) < 400
    labels = [label for label in show.scene.findChildren(QLabel) if label.text() in (cut, syllables)]
    assert all(label.font().pixelSize() >= show.scene.look.size("body") for label in labels)
