"""Choosing on the wall: with the pointer, with a lasso, and the same with the keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.pages.ideas.wall_hall import ALT, CTRL, SHIFT, WallHall

Key = Qt.Key


def test_a_click_chooses_alone_and_with_ctrl_one_more_or_less(hall: WallHall) -> None:
    hall.choose("c", "e", "a")
    assert hall.chosen == ["c", "e", "a"], "in the order of choosing"
    hall.click("e", CTRL)
    assert hall.chosen == ["c", "a"]
    hall.click("b")
    assert hall.chosen == ["b"]


def test_a_click_on_one_of_several_keeps_only_that_one(hall: WallHall) -> None:
    hall.choose("a", "b")
    hall.click("b")
    assert hall.chosen == ["b"]


def test_shift_chooses_from_where_choosing_began(hall: WallHall) -> None:
    hall.click("c")
    hall.click("a", SHIFT)
    assert hall.chosen == ["c", "b", "a"]
    hall.click("d", SHIFT)
    assert hall.chosen == ["c", "d"]
    hall.click("b")
    hall.click("g", SHIFT)
    assert set(hall.chosen) == {"b", "c", "f", "g"}, "the same places of each column"


def test_empty_ground_lets_go(hall: WallHall) -> None:
    hall.choose("a", "b")
    hall.qtbot.mouseClick(hall.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 400))
    assert hall.chosen == []


@pytest.mark.parametrize("adds", [False, True])
def test_a_lasso_takes_what_it_touches(hall: WallHall, adds: bool) -> None:
    hall.click("d")
    last = hall.canvas.view_of(hall.wall.shown_under(hall.wall.columns[1].theme_id)[1])
    begin = QPoint(hall.canvas.view_of(hall.wall.shown_under(None)[0]).right() + 8, 4)
    hall.pull(begin, QPoint(last.left() + 20, last.top() + 10), held=CTRL if adds else Qt.KeyboardModifier.NoModifier)
    hall.let_go(QPoint(last.left() + 20, last.top() + 10))
    assert hall.chosen == (["d"] if adds else []) + ["e", "f"]


def test_escape_takes_a_lasso_back(hall: WallHall) -> None:
    hall.click("d")
    hall.pull(QPoint(700, 400), QPoint(20, 20), held=CTRL)
    assert len(hall.chosen) > 1
    hall.key(Key.Key_Escape)
    assert hall.chosen == ["d"]
    hall.qtbot.mouseMove(hall.canvas.viewport(), QPoint(10, 10))
    assert hall.chosen == ["d"]


def test_arrows_go_from_card_to_card(hall: WallHall) -> None:
    hall.click("a")
    for key, expected in (
        (Key.Key_Down, "b"), (Key.Key_Right, "f"), (Key.Key_Right, "f"), (Key.Key_Down, "g"), (Key.Key_Left, "c"),
        (Key.Key_End, "d"), (Key.Key_Down, "d"), (Key.Key_Home, "a"), (Key.Key_Up, "a"), (Key.Key_PageDown, "d"),
    ):  # fmt: skip
        hall.key(key)
        assert hall.chosen == [expected]
    hall.key(Key.Key_End, CTRL)
    assert hall.chosen == ["g"]


def test_keys_choose_several(hall: WallHall) -> None:
    hall.click("b")
    hall.key(Key.Key_Down, SHIFT)
    hall.key(Key.Key_Right, SHIFT)
    assert set(hall.chosen) == {"b", "c", "f", "g"}
    hall.key(Key.Key_Up, SHIFT)
    assert set(hall.chosen) == {"b", "f"}
    hall.key(Key.Key_Up, CTRL)
    assert set(hall.chosen) == {"b", "f"}
    assert hall.current == "e"
    hall.key(Key.Key_Space, CTRL)
    assert set(hall.chosen) == {"b", "e", "f"}
    hall.key(Key.Key_A, CTRL)
    assert len(hall.chosen) == 7


def test_the_keyboard_alone_begins_at_the_first_card_that_is_seen(hall: WallHall) -> None:
    hall.wall.setFocus(Qt.FocusReason.TabFocusReason)
    assert hall.current == "a"
    assert hall.chosen == []
    hall.key(Key.Key_Space)
    assert hall.chosen == ["a"]


def test_what_goes_away_is_let_go_and_the_keyboard_stays_at_its_place(hall: WallHall) -> None:
    hall.choose("a", "b")
    hall.show({None: ["a", "c", "d"], "safety": ["e", "f", "g"]})
    assert hall.chosen == ["a"]
    assert hall.current == "c"


def test_what_moves_to_another_theme_stays_chosen(hall: WallHall) -> None:
    hall.choose("a", "e")
    hall.show({None: ["b"], "rest": ["e", "a"]})
    assert hall.chosen == ["a", "e"]


def test_delete_asks_to_withdraw(hall: WallHall) -> None:
    hall.click("a")
    hall.key(Key.Key_Delete)
    assert hall.verbs == ["withdraw"]


def test_the_menu_is_for_what_is_chosen_or_for_the_card_below_the_pointer(hall: WallHall, qtbot) -> None:
    hall.choose("a", "b")
    for name, expected in (("b", ["a", "b"]), ("f", ["f"])):
        with qtbot.waitSignal(hall.wall.menuAsked):
            hall.ask_menu(hall.middle(name))
        assert hall.chosen == expected
    with qtbot.assertNotEmitted(hall.wall.menuAsked):
        hall.ask_menu(QPoint(700, 400))


def test_what_has_the_keyboard_is_told(hall: WallHall) -> None:
    hall.click("f")
    told = hall.canvas.accessibleDescription()
    assert told.startswith("f")
    assert "safety: 2 of 3" in told
    hall.key(Key.Key_Down)
    assert hall.canvas.accessibleDescription().startswith("g")


@pytest.mark.parametrize("held", [ALT, CTRL])
def test_keys_that_mean_nothing_here_are_left_to_the_window(hall: WallHall, held: Qt.KeyboardModifier) -> None:
    heard = hall.listen_above()
    hall.click("a")
    hall.key(Key.Key_P, held)
    assert Key.Key_P in heard
