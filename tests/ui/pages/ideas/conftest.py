"""A wall alone in a window."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.ui.pages.ideas.wall_hall import WallHall


@pytest.fixture
def hall(qtbot: Any) -> Iterator[WallHall]:
    """A tray and two themes, one of them empty."""
    made = WallHall(qtbot)
    yield made
    made.end()
