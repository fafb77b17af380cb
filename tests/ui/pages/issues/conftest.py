"""The page of a project with and without a map."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.builders import Room, make_room
from tests.gallery.views.issues import add_map
from tests.ui.pages.issues.issue_console import Console
from workshop.models.records.local_issues import MapPlace
from workshop.services.ideas import local_issues
from workshop.services.keeping.library import Library
from workshop.ui.page import Place


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def console(qtbot: Any, room: Room) -> Iterator[Console]:
    made = Console(qtbot, room.library, Place(room.project_id, room.session_id))
    yield made
    made.end()


@pytest.fixture
def mapped(qtbot: Any, room: Room) -> Iterator[Console]:
    """A project with a map and two issues on it."""
    map_id = add_map(room.library, room.project_id, "동네")
    for number, text in enumerate(("하나", "둘"), start=1):
        local_issues.add_issue(
            room.library, project_id=room.project_id, text=text, on_map=MapPlace(map_id, 2_000 * number, 5_000)
        )
    made = Console(qtbot, room.library, Place(room.project_id, room.session_id))
    yield made
    made.end()
