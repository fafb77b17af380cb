"""Pictures come once, in the size that is wanted, and what is not there is not asked for again and again."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.builders import make_room
from tests.ui.pictures.photo_room import PhotoRoom
from workshop.services.ideas import pictures
from workshop.services.keeping.library import Library
from workshop.ui.pictures import shelf as module
from workshop.ui.pictures.shelf import shelf_of


@pytest.fixture
def place(qtbot: Any, library: Library) -> Iterator[PhotoRoom]:
    made = PhotoRoom(qtbot, make_room(library), lambda _desk, window: window)
    yield made
    made.end()


def test_a_picture_arrives_once_in_the_size_wanted(place: PhotoRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = place.keep(2)
    shelf, told = shelf_of(place.desk), list[str]()
    reads: list[int] = []
    real = pictures.thumbnails
    monkeypatch.setattr(
        pictures,
        "thumbnails",
        lambda library, contents: reads.append(len(contents)) or real(library, contents=contents),
    )
    shelf.arrived.connect(told.append)
    assert shelf.pixmap(one.content, 60) is None
    assert shelf.pixmap(one.content, 60) is None
    assert shelf.pixmap(other.content, 60) is None
    place.settle()
    found = shelf.pixmap(one.content, 60)
    assert found is not None
    assert max(found.width(), found.height()) == 60
    assert sorted(told) == sorted([one.content, other.content])
    assert sum(reads) == 2
    assert shelf_of(place.desk) is shelf


def test_a_large_one_comes_from_the_whole_file(place: PhotoRoom) -> None:
    (one,) = place.keep(1)
    shelf = shelf_of(place.desk)
    shelf.pixmap(one.content, 2560)
    place.settle()
    found = shelf.pixmap(one.content, 2560)
    assert found is not None
    assert (found.width(), found.height()) == (one.width, one.height)


def test_what_is_not_there_is_null_and_not_asked_for_again(place: PhotoRoom) -> None:
    shelf = shelf_of(place.desk)
    shelf.pixmap("0" * 64, 60)
    place.settle()
    found = shelf.pixmap("0" * 64, 60)
    assert found is not None
    assert found.isNull()
    assert place.tasks.idle


def test_what_was_not_looked_at_for_long_makes_room(place: PhotoRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    made = place.keep(4)
    monkeypatch.setattr(module, "_MOST", 2 * 4 * 60 * 60)
    shelf = shelf_of(place.desk)
    for one in made:
        shelf.pixmap(one.content, 60)
        place.settle()
    assert shelf.pixmap(made[-1].content, 60) is not None
    assert shelf.pixmap(made[0].content, 60) is None
    place.settle()
