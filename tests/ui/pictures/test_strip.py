"""The photos of an idea: taken from files, drops and the clipboard, opened, described, removed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from tests.builders import make_room
from tests.ui.pictures.photo_room import PhotoRoom, files_mime, image, image_mime, photo_file
from workshop.services.ideas import ideas, pictures
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.ui.pictures.sources import MOST_AT_ONCE, sources_of
from workshop.ui.pictures.strip import PictureStrip
from workshop.ui.pictures.taking import PictureOwner
from workshop.ui.pictures.viewer import PictureViewer


class Strip(PhotoRoom):
    """The strip of one idea."""

    def __init__(self, qtbot: Any, library: Library) -> None:
        room = make_room(library)
        self.idea_id = ideas.add_idea(library, session_id=room.session_id, text="그늘막").record.id
        super().__init__(qtbot, room, lambda desk, _window: PictureStrip(desk))
        self.it.show_owner(PictureOwner(room.project_id, room.session_id, self.idea_id))
        self.settle()

    @property
    def captions(self) -> list[str]:
        return [one.caption for one in pictures.list_pictures(self.room.library, idea_id=self.idea_id)]

    def viewer(self) -> Any:
        return next(one for one in self.window.findChildren(PictureViewer) if one.is_open)


@pytest.fixture
def strip(qtbot: Any, library: Library) -> Iterator[Strip]:
    made = Strip(qtbot, library)
    yield made
    made.end()


def test_files_are_dropped_and_the_undo_takes_all_of_them_back(strip: Strip, tmp_path: Path) -> None:
    files = [photo_file(tmp_path, f"{name}.png", name) for name in ("red", "blue")]
    assert strip.drop(strip.it, files_mime(*files))
    assert len(strip.it.tiles) == 2
    assert strip.undone == ["2 new photos"]
    undo.undo(strip.room.library)
    strip.settle()
    assert strip.it.tiles == []


def test_a_picture_from_another_window_is_dropped(strip: Strip) -> None:
    assert strip.drop(strip.it, image_mime(image()))
    assert len(strip.captions) == 1


def test_words_are_not_welcome(strip: Strip) -> None:
    mime = QMimeData()
    mime.setText("https://example.org/photo.jpg")
    assert not strip.drop(strip.it, mime)


@pytest.mark.parametrize("kind", ["image", "files"])
def test_the_clipboard_is_pasted(strip: Strip, tmp_path: Path, kind: str) -> None:
    mime = image_mime(image()) if kind == "image" else files_mime(photo_file(tmp_path, "a.png"))
    QApplication.clipboard().setMimeData(mime)
    strip.it.add_button.setFocus()
    strip.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(strip.captions) == 1
    QApplication.clipboard().clear()


def test_what_cannot_be_read_is_named_and_the_others_come(strip: Strip, tmp_path: Path) -> None:
    good, bad = photo_file(tmp_path, "good.png"), tmp_path / "notes.jpg"
    bad.write_text("no picture", encoding="utf-8")
    strip.drop(strip.it, files_mime(bad, good, tmp_path))
    assert len(strip.captions) == 1
    assert strip.it._problem.text().startswith("2 files were not taken. notes.jpg: This file is not a picture")
    assert strip.errors == []
    strip.drop(strip.it, files_mime(good))
    assert not strip.it._problem.isVisible()


def test_a_file_that_is_gone_is_named(strip: Strip, tmp_path: Path) -> None:
    strip.it.take(sources_of([str(tmp_path / "gone.jpg")]))
    strip.settle()
    assert strip.it._problem.text() == "gone.jpg: This file cannot be opened."


def test_far_too_many_are_taken_in_part_and_it_is_said(strip: Strip, tmp_path: Path) -> None:
    file = photo_file(tmp_path, "a.png")
    strip.it.take(sources_of([str(file)] * (MOST_AT_ONCE + 1)))
    strip.settle()
    assert len(strip.captions) == MOST_AT_ONCE
    assert "At most 60 photos" in strip.it._problem.text()


def test_photos_of_another_idea_are_not_shown(strip: Strip) -> None:
    strip.keep(2, strip.idea_id)
    assert len(strip.it.tiles) == 2
    other = ideas.add_idea(strip.room.library, session_id=strip.room.session_id, text="의자").record.id
    strip.it.show_owner(PictureOwner(strip.room.project_id, strip.room.session_id, other))
    assert strip.it.tiles == []
    strip.settle()
    assert strip.it.tiles == []


def test_delete_removes_the_photo_with_the_keyboard_and_the_next_one_has_it(strip: Strip) -> None:
    strip.keep(2, strip.idea_id)
    strip.it.tiles[0].setFocus()
    strip.press(Qt.Key.Key_Delete)
    assert len(strip.it.tiles) == 1
    assert strip.undone == ["Remove photo"]
    assert strip.it.tiles[0].hasFocus()


def test_a_photo_is_opened_leafed_through_and_closed_by_keys(strip: Strip) -> None:
    first, second = strip.keep(2, strip.idea_id)
    strip.it.tiles[0].setFocus()
    strip.press(Qt.Key.Key_Return)
    viewer = strip.viewer()
    assert viewer.picture.id == first.id
    strip.press(Qt.Key.Key_Right)
    assert viewer.picture.id == second.id
    strip.press(Qt.Key.Key_Right)
    assert viewer.picture.id == first.id
    strip.press(Qt.Key.Key_PageUp)
    assert viewer.picture.id == second.id
    strip.press(Qt.Key.Key_Escape)
    assert not viewer.is_open
    assert strip.it.tiles[0].hasFocus()


def test_a_caption_is_written_below_the_large_photo(strip: Strip) -> None:
    strip.keep(1, strip.idea_id)
    strip.click(strip.it.tiles[0])
    viewer = strip.viewer()
    viewer.caption.setFocus()
    strip.qtbot.keyClicks(viewer.caption, "North gate")
    strip.press(Qt.Key.Key_Escape)
    assert strip.captions == ["North gate"]
    assert strip.undone == ["Photo caption"]
    assert strip.it.tiles[0].accessibleName() == "Photo 1 of 1, North gate"


def test_the_large_photo_can_be_removed_and_the_next_is_shown(strip: Strip) -> None:
    _first, second = strip.keep(2, strip.idea_id)
    strip.click(strip.it.tiles[0])
    viewer = strip.viewer()
    strip.click(viewer.remove_button)
    assert viewer.picture.id == second.id
    assert strip.undone == ["Remove photo"]
    strip.click(viewer.remove_button)
    assert strip.captions == []
    assert not strip.window.findChildren(PictureViewer) or not viewer.is_open


def test_the_wheel_and_the_keys_zoom_and_the_arrows_move_what_is_near(strip: Strip) -> None:
    first, _second = strip.keep(2, strip.idea_id)
    strip.click(strip.it.tiles[0])
    viewer = strip.viewer()
    strip.press(Qt.Key.Key_Plus)
    strip.press(Qt.Key.Key_Plus)
    near = viewer.canvas.frame
    assert near.zoom > 1.4
    strip.press(Qt.Key.Key_Right)
    assert viewer.picture.id == first.id, "arrows move the photo while it is near"
    assert viewer.canvas.frame.x > near.x
    strip.click(viewer.whole)
    assert viewer.canvas.is_fitted


def test_tab_stays_at_the_large_photo(strip: Strip) -> None:
    strip.keep(2, strip.idea_id)
    strip.click(strip.it.tiles[0])
    viewer = strip.viewer()
    for _ in range(12):
        strip.press(Qt.Key.Key_Tab)
        assert viewer.isAncestorOf(QApplication.focusWidget())


def test_a_caption_is_asked_for_and_one_that_is_too_long_is_told(strip: Strip) -> None:
    strip.keep(1, strip.idea_id)
    strip.it.tiles[0].setFocus()
    strip.press(Qt.Key.Key_F2)
    dialog = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "verb_button") and one.isVisible())
    dialog.form.set_values({"caption": "길" * 301})
    strip.click(dialog.verb_button)
    assert dialog.isVisible()
    assert strip.captions == [""]
    dialog.form.set_values({"caption": "정문"})
    strip.click(dialog.verb_button)
    assert strip.captions == ["정문"]
    assert not shiboken6.isValid(dialog) or not dialog.isVisible()
