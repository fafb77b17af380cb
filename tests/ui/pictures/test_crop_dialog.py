"""A photo of a wall becomes ideas: boxes by mouse or by keyboard, words beside, one undo step."""

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.builders import make_room
from tests.ui.pictures.photo_room import PhotoRoom
from workshop.services.ideas import ideas, pictures
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.ui.pictures.crop_dialog import CropDialog

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Crop(PhotoRoom):
    """The dialog on a photo of the session."""

    def __init__(self, qtbot: Any, library: Library) -> None:
        super().__init__(qtbot, make_room(library), lambda _desk, window: window)
        (self.wall,) = self.keep(1)
        self.it = CropDialog(self.desk, self.wall, self.room.session_id, self.window)
        self.it.open()
        with qtbot.waitActive(self.it):
            pass
        self.settle()

    @property
    def is_open(self) -> bool:
        return shiboken6.isValid(self.it) and self.it.isVisible()

    @property
    def canvas(self) -> Any:
        return self.it.canvas

    @property
    def fields(self) -> list[Any]:
        return [row.field for row in self.it._rows.widgets]

    def draw(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a box, in shares of the photo."""
        area = self.canvas.area()
        one, other = (
            QPoint(round(area.x() + x * area.width()), round(area.y() + y * area.height()))
            for x, y in ((left, top), (right, bottom))
        )
        self.qtbot.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=one)
        self.qtbot.mouseMove(self.canvas, (one + other) / 2)
        self.qtbot.mouseMove(self.canvas, other)
        self.qtbot.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=other)
        self.settle()


@pytest.fixture
def crop(qtbot: Any, library: Library) -> Iterator[Crop]:
    made = Crop(qtbot, library)
    yield made
    if made.is_open:
        made.it.close()
    made.end()


def test_drawn_boxes_become_ideas_with_their_words_in_one_step(crop: Crop) -> None:
    crop.draw(0.05, 0.1, 0.45, 0.9)
    crop.draw(0.95, 0.9, 0.55, 0.1)
    crop.fields[0].setFocus()
    crop.qtbot.keyClicks(crop.fields[0], "brighter lamps")
    assert crop.it.verb_button.text() == "Make 2 ideas"
    crop.click(crop.it.verb_button)
    assert crop.texts() == ["brighter lamps", "Note 2 on the photo"]
    assert not crop.is_open
    board = ideas.idea_board(crop.room.library, session_id=crop.room.session_id)
    (piece,) = pictures.list_pictures(crop.room.library, idea_id=board.ideas[0].id)
    assert piece.cut_from_id == crop.wall.id
    assert abs(piece.width / crop.wall.width - 0.4) < 0.03
    undo.undo(crop.room.library)
    assert crop.texts() == []


def test_all_of_it_goes_by_keyboard(crop: Crop) -> None:
    assert crop.canvas.hasFocus()
    crop.press(Qt.Key.Key_Return)
    first = crop.canvas.boxes[0]
    crop.press(Qt.Key.Key_Left)
    crop.press(Qt.Key.Key_Up, CTRL)
    crop.press(Qt.Key.Key_Right, SHIFT)
    moved = crop.canvas.boxes[0]
    assert (moved.left, moved.top) == (first.left - 20, first.top - 4)
    assert moved.size == (first.size[0] + 20, first.size[1])
    crop.press(Qt.Key.Key_Return)
    crop.press(Qt.Key.Key_PageUp)
    assert crop.canvas.chosen == 0
    crop.press(Qt.Key.Key_Delete)
    assert len(crop.canvas.boxes) == 1
    assert crop.canvas.chosen == 0
    crop.fields[0].setFocus()
    crop.qtbot.keyClicks(crop.fields[0], "a bench")
    crop.press(Qt.Key.Key_Return)
    assert crop.canvas.hasFocus(), "after the last field the photo is next"
    crop.it.verb_button.setFocus()
    crop.press(Qt.Key.Key_Return)
    assert crop.texts() == ["a bench"]


def test_words_stay_with_their_box_when_another_goes(crop: Crop) -> None:
    for left in (0.0, 0.35, 0.7):
        crop.draw(left + 0.02, 0.1, left + 0.28, 0.6)
    for field, words in zip(crop.fields, ("one", "two", "three"), strict=True):
        field.setFocus()
        crop.qtbot.keyClicks(field, words)
    crop.click(crop.it._rows.widgets[0].remove_button)
    assert [field.value for field in crop.fields] == ["two", "three"]
    assert [box.text for box in crop.it.boxes()] == ["two", "three"]
    crop.draw(0.1, 0.2, 0.1, 0.2)
    assert len(crop.fields) == 2, "a slip of the hand is no box"


def test_a_box_is_moved_by_the_mouse_and_choosing_goes_both_ways(crop: Crop) -> None:
    crop.draw(0.1, 0.1, 0.4, 0.5)
    crop.draw(0.6, 0.1, 0.9, 0.5)
    before = crop.canvas.boxes[0]
    crop.draw(0.2, 0.2, 0.3, 0.4)
    after = crop.canvas.boxes[0]
    assert after.size == before.size
    assert abs(after.left - before.left - 100) <= 6
    assert len(crop.canvas.boxes) == 2
    crop.fields[1].setFocus()
    assert crop.canvas.chosen == 1


def test_more_than_sixty_are_refused_where_they_are_drawn(crop: Crop) -> None:
    for _ in range(61):
        crop.qtbot.keyClick(crop.canvas, Qt.Key.Key_Return)
    crop.settle()
    assert len(crop.canvas.boxes) == 60
    assert crop.it._error.text() == "One photo can be cut into at most 60 ideas at once."


def test_without_a_box_nothing_can_be_made_and_cancel_leaves_nothing(crop: Crop) -> None:
    assert not crop.it.verb_button.isEnabled()
    crop.draw(0.1, 0.1, 0.4, 0.5)
    crop.click(crop.it.cancel_button)
    assert crop.texts() == []


def test_what_the_service_refuses_is_said_and_the_boxes_stay(crop: Crop, library: Library) -> None:
    crop.draw(0.1, 0.1, 0.4, 0.5)
    pictures.remove_picture(library, picture_id=crop.wall.id)
    crop.click(crop.it.verb_button)
    assert crop.it.isVisible()
    assert crop.it._error.text().startswith("This is no longer there.")
    assert crop.it.verb_button.isEnabled()
    assert QApplication.activeWindow() is crop.it
