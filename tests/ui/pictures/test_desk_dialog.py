"""The photos of a session: taken in, chosen, put to an idea, removed and brought back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import make_room
from tests.ui.pictures.photo_room import PhotoRoom, files_mime, photo_file
from workshop.services.ideas import ideas, pictures
from workshop.services.keeping.library import Library
from workshop.ui.desk import Desk
from workshop.ui.pictures.desk_dialog import PhotoDesk


@pytest.fixture
def photos(qtbot: Any, library: Library) -> Iterator[PhotoRoom]:
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="그늘막")

    def make(desk: Desk, window: Any) -> PhotoDesk:
        made = PhotoDesk(desk, room.project_id, room.session_id, window)
        made.open()
        return made

    place = PhotoRoom(qtbot, room, make)
    yield place
    place.it.close()
    place.end()


def asked(photos: PhotoRoom) -> Any:
    """The dialog over the desk."""
    return next(
        one for one in QApplication.topLevelWidgets() if one is not photos.it and hasattr(one, "verb_button") and one.isVisible()
    )  # fmt: skip


def test_an_empty_desk_says_what_belongs_there(photos: PhotoRoom) -> None:
    assert photos.it.nothing.isVisible()
    assert not photos.it.cut_button.isVisible()
    assert photos.it.nothing.button.hasFocus()


def test_photos_are_dropped_on_the_desk_and_taken_back_at_its_foot(photos: PhotoRoom, tmp_path: Path) -> None:
    assert photos.drop(photos.it, files_mime(photo_file(tmp_path, "a.png")))
    assert len(photos.it.tiles) == 1
    assert photos.it._done.text() == "New photo"
    photos.click(photos.it.undo_button)
    assert photos.it.tiles == []
    assert photos.it._done.text() == "Undone: New photo"
    assert not photos.it.undo_button.isVisible()


def test_one_is_cut_but_several_are_put_or_removed(photos: PhotoRoom) -> None:
    photos.keep(3)
    it = photos.it
    assert not it.remove_button.isEnabled()
    photos.click(it.tiles[0])
    assert it.cut_button.isEnabled()
    photos.click(it.tiles[2])
    assert not it.cut_button.isEnabled()
    photos.click(it.remove_button)
    assert len(photos.loose()) == 1
    assert it.tiles[0].hasFocus()
    photos.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(photos.loose()) == 3


def test_chosen_photos_are_put_to_an_idea_by_its_number(photos: PhotoRoom) -> None:
    first, _second = photos.keep(2)
    photos.click(photos.it.tiles[0])
    photos.click(photos.it.put_button)
    dialog = asked(photos)
    dialog.form.set_values({"number": 9})
    photos.click(dialog.verb_button)
    assert dialog._error.text() == "There is no idea with the number 9 in this session."
    dialog.form.set_values({"number": 1})
    photos.click(dialog.verb_button)
    (idea,) = ideas.idea_board(photos.room.library, session_id=photos.room.session_id).ideas
    assert [one.id for one in pictures.list_pictures(photos.room.library, idea_id=idea.id)] == [first.id]
    assert len(photos.it.tiles) == 1


def test_a_double_click_shows_it_large_and_escape_leads_back(photos: PhotoRoom) -> None:
    photos.keep(1)
    photos.qtbot.mouseDClick(photos.it.tiles[0], Qt.MouseButton.LeftButton)
    photos.settle()
    photos.press(Qt.Key.Key_Escape)
    assert photos.it.isVisible()


def test_new_photos_of_a_watched_folder_are_offered_and_taken_when_asked(photos: PhotoRoom, tmp_path: Path) -> None:
    it, watch = photos.it, photos.it.folder_watch
    watch._pause = 20
    it.watch(str(tmp_path))
    photos.settle()
    photo_file(tmp_path, "IMG_1.png")
    photos.qtbot.waitUntil(it.take_button.isVisible)
    assert it.take_button.text() == "Take 1 new photo"
    assert photos.loose() == ()
    photos.click(it.take_button)
    assert len(photos.loose()) == 1
    assert not it.take_button.isVisible()
    photos.click(it.watch_button)
    assert watch.folder == ""
    assert not it._watched.isVisible()
