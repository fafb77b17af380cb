"""The map of local issues: pins are chosen, dragged and moved by keys; clicks name places."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.builders import Room
from tests.gallery.views.issues import add_map, map_file
from tests.ui.pages.issues.issue_console import Console
from workshop.models.errors import InputError
from workshop.models.records.local_issues import MapPlace
from workshop.services.ideas import local_issues
from workshop.services.keeping import undo
from workshop.ui.page import Place


def near(place: MapPlace | None, x: float, y: float) -> bool:
    """Whether a place is where it should be, but for a pixel or two."""
    return place is not None and abs(place.x - x) < 60 and abs(place.y - y) < 60


def test_pins_have_names_and_stand_where_their_issues_are(mapped: Console) -> None:
    first, second = mapped.map.pins
    assert "1" in first.accessibleName()
    assert "하나" in first.accessibleName()
    assert first.isVisible()
    assert second.x() > first.x()
    middle = first.x() + first.width() / 2
    assert middle == pytest.approx(mapped.map._on_screen(2_000, 5_000)[0], abs=1)


def test_a_click_on_the_map_is_the_place_of_the_issue_being_written(mapped: Console) -> None:
    mapped.page.view.entry.field.setFocus()
    mapped.write("맨홀이 덜컹거린다")
    mapped.point(0.5, 0.25)
    assert mapped.page.view.entry.field.hasFocus()
    mapped.press(Qt.Key.Key_Return)
    assert near(mapped.issues[2].on_map, 5_000, 2_500)
    mapped.keep("다음 것")
    assert mapped.issues[3].on_map is None


def test_a_click_first_marks_the_place_of_the_next_issue(mapped: Console) -> None:
    mapped.point(0.75, 0.5)
    assert mapped.page.view.entry.field.hasFocus()
    mapped.keep("여기")
    assert near(mapped.issues[2].on_map, 7_500, 5_000)


def test_escape_takes_the_mark_off(mapped: Console) -> None:
    mapped.point(0.75, 0.5)
    mapped.press(Qt.Key.Key_Escape)
    mapped.keep("자리 없이")
    assert mapped.issues[2].on_map is None


def test_a_click_on_the_map_is_the_place_of_the_chosen_issue(mapped: Console) -> None:
    mapped.page.choose(mapped.issues[0].id)
    mapped.point(0.9, 0.1)
    assert near(mapped.issues[0].on_map, 9_000, 1_000)
    undo.undo(mapped.library)
    mapped.settle()
    assert near(mapped.issues[0].on_map, 2_000, 5_000)


def test_a_click_on_a_pin_chooses_its_issue_everywhere(mapped: Console) -> None:
    pin = mapped.map.pins[1]
    mapped.qtbot.mouseClick(pin, Qt.MouseButton.LeftButton, pos=QPoint(pin.width() // 2, pin.height() // 2 - 4))
    mapped.settle()
    assert mapped.page.chosen == pin.id
    assert mapped.page.view.list.chosen == pin.id
    assert pin.is_chosen
    assert near(mapped.issues[1].on_map, 4_000, 5_000)


def test_a_pin_is_dragged_to_another_place(mapped: Console) -> None:
    pin = mapped.map.pins[0]
    grip = QPoint(pin.width() // 2, pin.height() // 2 - 4)
    away = grip + QPoint(60, 30)
    start = mapped.map._on_screen(2_000, 5_000)
    mapped.qtbot.mousePress(pin, Qt.MouseButton.LeftButton, pos=grip)
    mapped.qtbot.mouseMove(pin, away)
    mapped.qtbot.mouseRelease(pin, Qt.MouseButton.LeftButton, pos=grip)
    mapped.settle()
    place = mapped.issues[0].on_map
    assert place is not None
    assert mapped.map._on_screen(place.x, place.y) == pytest.approx((start[0] + 60, start[1] + 30), abs=2)


def test_arrow_keys_move_the_chosen_pin_in_one_step_of_undo(mapped: Console) -> None:
    mapped.page.choose(mapped.issues[0].id)
    pin = mapped.map.pin(mapped.issues[0].id)
    pin.setFocus()
    for _ in range(5):
        mapped.qtbot.keyClick(pin, Qt.Key.Key_Right)
    mapped.qtbot.keyClick(pin, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    mapped.qtbot.waitUntil(lambda: len(mapped.undone) == 1)
    mapped.settle()
    place = mapped.issues[0].on_map
    assert place is not None
    assert place.x > 2_000
    assert place.y > 5_000
    assert pin.hasFocus()
    undo.undo(mapped.library)
    mapped.settle()
    assert near(mapped.issues[0].on_map, 2_000, 5_000)


def test_what_the_arrow_keys_did_is_kept_when_the_pin_is_left(mapped: Console) -> None:
    mapped.page.choose(mapped.issues[0].id)
    pin = mapped.map.pin(mapped.issues[0].id)
    pin.setFocus()
    mapped.qtbot.keyClick(pin, Qt.Key.Key_Left)
    mapped.press(Qt.Key.Key_PageDown)
    place = mapped.issues[0].on_map
    assert place is not None
    assert place.x < 2_000
    assert mapped.page.chosen == mapped.issues[1].id
    assert mapped.map.pin(mapped.issues[1].id).hasFocus()


def test_tab_leads_to_one_pin_and_on(mapped: Console) -> None:
    mapped.map.setFocus()
    mapped.press(Qt.Key.Key_Tab)
    assert mapped.map.pins[0].hasFocus()
    mapped.press(Qt.Key.Key_Tab)
    assert mapped.page.view.list.hasFocus()


def test_the_middle_of_the_map_is_named_by_keys_alone(mapped: Console) -> None:
    mapped.map.setFocus()
    mapped.press(Qt.Key.Key_Plus)
    mapped.press(Qt.Key.Key_Right)
    wanted = mapped.map.middle
    mapped.press(Qt.Key.Key_Return)
    mapped.keep("가운데")
    assert mapped.issues[2].on_map is not None
    assert (mapped.issues[2].on_map.x, mapped.issues[2].on_map.y) == wanted
    assert wanted[0] > 5_000


def test_the_wheel_zooms_where_it_points_and_a_drag_moves(mapped: Console) -> None:
    where = QPointF(*mapped.map._on_screen(2_000, 5_000))
    wheel = QWheelEvent(
        where, mapped.map.mapToGlobal(where), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(mapped.map, wheel)
    assert mapped.map.frame.zoom == pytest.approx(1.25**2)
    assert mapped.map._on_screen(2_000, 5_000) == pytest.approx((where.x(), where.y()), abs=1)
    before = mapped.map.middle
    start = QPoint(mapped.map.width() // 2, 60)
    mapped.qtbot.mousePress(mapped.map, Qt.MouseButton.LeftButton, pos=start)
    mapped.qtbot.mouseMove(mapped.map, start + QPoint(-60, 0))
    mapped.qtbot.mouseRelease(mapped.map, Qt.MouseButton.LeftButton, pos=start + QPoint(-60, 0))
    mapped.settle()
    assert mapped.map.middle[0] > before[0]
    assert len(mapped.issues) == 2  # a drag names no place
    assert not mapped.page.view.entry.field.hasFocus() or mapped.page.take_mark() is None


def test_near_pins_do_not_hide_the_chosen_one(mapped: Console) -> None:
    first, second = mapped.issues
    local_issues.place_issue(mapped.library, issue_id=second.id, on_map=first.on_map)
    mapped.settle()
    for issue in (first, second):
        mapped.page.choose(issue.id)
        pin = mapped.map.pin(issue.id)
        assert mapped.map.childAt(pin.geometry().center()) is pin


def test_a_pin_is_taken_off_the_map_and_put_back(mapped: Console) -> None:
    mapped.page.choose(mapped.issues[0].id, show=True)
    detail = mapped.page.view.panel
    mapped.click(detail.place_button)
    assert mapped.issues[0].on_map is None
    assert mapped.map.pin(mapped.issues[0].id) is None
    mapped.click(detail.place_button)
    assert near(mapped.issues[0].on_map, 5_000, 5_000)


def test_each_issue_stays_with_its_map(mapped: Console, room: Room) -> None:
    other: UUID = add_map(room.library, room.project_id, "옆 동네")
    third = local_issues.add_issue(
        room.library, project_id=room.project_id, text="셋", on_map=MapPlace(other, 1_000, 1_000)
    ).record
    mapped.page.reload()
    mapped.settle()
    assert [pin.issue.number for pin in mapped.map.pins] == [1, 2]
    mapped.page.choose(third.id)
    mapped.settle()
    assert [pin.issue.number for pin in mapped.map.pins] == [3]
    assert mapped.page.view.map_card.choice.currentText() == "옆 동네"


def test_a_picture_file_becomes_a_map(console: Console, tmp_path: Path) -> None:
    console.keep("하나")
    file = tmp_path / "초록시장 둘레.png"
    file.write_bytes(map_file())
    console.click(console.page.view.map_button)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    console.settle()
    card = console.page.view.map_card
    assert card.isVisible()
    assert card.name.text() == "초록시장 둘레"
    assert not console.page.view.map_button.isVisible()
    console.page.choose(console.issues[0].id)
    console.point(0.5, 0.5)
    assert near(console.issues[0].on_map, 5_000, 5_000)


@pytest.mark.parametrize("name", ["not there.png", "words.png"])
def test_what_is_no_picture_is_refused_in_a_sentence(console: Console, tmp_path: Path, name: str) -> None:
    (tmp_path / "words.png").write_text("no picture", encoding="utf-8")
    console.keep("하나")
    console.page.acts.add_maps([str(tmp_path / name)])
    console.settle()
    assert len(console.errors) == 1
    assert isinstance(console.errors[0], InputError)
    assert not console.page.view.map_card.isVisible()


def test_a_map_is_renamed_removed_and_brought_back_with_its_pins(mapped: Console) -> None:
    (chart,) = mapped.page.collection.maps
    mapped.page.acts.rename_map(chart.id)
    mapped.sheet().form.set_values({"caption": "시장과 학교"})
    mapped.confirm()
    assert mapped.page.view.map_card.name.text() == "시장과 학교"
    mapped.page.acts.remove_map(chart.id)
    mapped.settle()
    assert not mapped.page.view.map_card.isVisible()
    assert mapped.shown == [2, 1]
    undo.undo(mapped.library)
    mapped.settle()
    assert mapped.page.view.map_card.isVisible()
    assert [pin.issue.number for pin in mapped.map.pins] == [1, 2]
    assert all(pin.isVisible() for pin in mapped.map.pins)


def test_five_hundred_issues_are_listed_and_pinned(qtbot: Any, room: Room) -> None:
    map_id = add_map(room.library, room.project_id, "동네")
    for number in range(500):
        local_issues.add_issue(
            room.library, project_id=room.project_id, text=f"문제 {number}",
            on_map=MapPlace(map_id, number * 19, 5_000),
        )  # fmt: skip
    console = Console(qtbot, room.library, Place(room.project_id, room.session_id))
    assert len(console.shown) == 500
    assert len(console.map.pins) == 500
    console.page.choose(console.issues[0].id)
    assert console.map.pins[0].is_chosen
    console.end()
