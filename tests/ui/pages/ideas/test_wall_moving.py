"""Moving cards on the wall, by dragging them and by the keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.pages.ideas.wall_hall import ALT, WallHall, id_of

Key = Qt.Key


def below(hall: WallHall, name: str) -> QPoint:
    """Just below the middle of a card: what is let go there lands after it."""
    return hall.middle(name) + QPoint(0, 12)


def test_a_card_lands_between_others(hall: WallHall) -> None:
    hall.pull(hall.middle("a"), below(hall, "e"))
    hall.let_go(below(hall, "e"))
    assert hall.placed == [(["a"], "safety", 1)]


def test_all_that_is_chosen_goes_along_in_the_order_of_the_wall(hall: WallHall) -> None:
    hall.choose("f", "c", "a")
    hall.pull(hall.middle("c"), below(hall, "g"))
    hall.let_go(below(hall, "g"))
    assert hall.placed == [(["a", "c", "f"], "safety", 3)]
    assert hall.chosen == ["f", "c", "a"]


def test_a_card_that_was_not_chosen_goes_alone(hall: WallHall) -> None:
    hall.choose("a", "b")
    hall.pull(hall.middle("e"), hall.middle("d") - QPoint(0, 12))
    hall.let_go(hall.middle("d") - QPoint(0, 12))
    assert hall.placed == [(["e"], None, 3)]


def test_an_empty_theme_takes_cards_wherever_they_are_let_go(hall: WallHall) -> None:
    middle = hall.canvas.to_view(hall.wall.columns[2].mark(0)).center() + QPoint(0, 300)
    hall.pull(hall.middle("b"), middle)
    hall.let_go(middle)
    assert hall.placed == [(["b"], "rest", 0)]


def test_a_card_let_go_where_it_was_is_not_moved(hall: WallHall) -> None:
    hall.pull(hall.middle("b"), hall.middle("c") - QPoint(0, 20))
    hall.let_go(hall.middle("c") - QPoint(0, 20))
    assert hall.placed == []


def test_escape_lets_go(hall: WallHall) -> None:
    hall.pull(hall.middle("b"), hall.middle("e"))
    hall.key(Key.Key_Escape)
    hall.let_go(hall.middle("e"))
    assert hall.placed == []
    assert hall.chosen == ["b"]


def test_the_wall_scrolls_at_its_edge(hall: WallHall, qtbot) -> None:
    hall.show({None: [f"idea {n}" for n in range(60)], "safety": ["e"]})
    foot = QPoint(hall.middle("idea 0").x(), hall.canvas.viewport().height() - 4)
    hall.pull(hall.middle("idea 0"), foot)
    qtbot.waitUntil(lambda: hall.canvas.verticalScrollBar().value() > 200)
    hall.let_go(foot)
    ids, theme, before = hall.placed[0]
    assert (ids, theme) == (["idea 0"], None)
    assert before > 6, "further down than was seen at first"
    rested = hall.canvas.verticalScrollBar().value()
    qtbot.wait(60)
    assert hall.canvas.verticalScrollBar().value() == rested


def test_an_idea_that_arrives_meanwhile_does_not_end_the_drag(hall: WallHall) -> None:
    hall.pull(hall.middle("a"), below(hall, "e"))
    hall.show({None: ["new", "a", "b", "c", "d"], "safety": ["e", "f", "g"], "rest": []})
    hall.let_go(below(hall, "e"))
    assert hall.placed == [(["a"], "safety", 1)]


def test_an_idea_that_is_gone_meanwhile_is_not_moved(hall: WallHall) -> None:
    hall.pull(hall.middle("a"), below(hall, "e"))
    hall.show({None: ["b", "c", "d"], "safety": ["e", "f", "g"], "rest": []})
    hall.let_go(below(hall, "e"))
    assert hall.placed == []


@pytest.mark.parametrize(
    ("key", "chosen", "expected"),
    [
        (Key.Key_Right, ["b"], (["b"], "safety", 3)),
        (Key.Key_Right, ["f", "b"], None),  # there is no theme to the left of the tray, and one beside the last chosen
        (Key.Key_Down, ["b"], (["b"], None, 3)),
        (Key.Key_Up, ["b"], (["b"], None, 0)),
        (Key.Key_Up, ["b", "c"], (["b", "c"], None, 0)),
        (Key.Key_Down, ["c", "b"], (["b", "c"], None, 4)),
        (Key.Key_Down, ["d"], None),
        (Key.Key_Up, ["e"], None),
        (Key.Key_Left, ["a"], None),
    ],
)
def test_alt_with_arrows_moves_what_is_chosen(hall: WallHall, key, chosen, expected) -> None:
    hall.choose(*chosen)
    hall.key(key, ALT)
    if chosen == ["f", "b"]:
        expected = (["b", "f"], "safety", 3)
    assert hall.placed == ([expected] if expected else [])


def test_the_keyboard_goes_along(hall: WallHall) -> None:
    hall.show({None: ["a", "b"], "safety": [f"idea {n}" for n in range(40)]})
    hall.click("a")
    hall.key(Key.Key_Right, ALT)
    hall.show({None: ["b"], "safety": [*(f"idea {n}" for n in range(40)), "a"]})
    assert (hall.current, hall.chosen) == ("a", ["a"])
    assert hall.canvas.viewport().rect().contains(hall.canvas.view_of(id_of("a")))


def test_another_button_does_not_let_go(hall: WallHall, qtbot) -> None:
    hall.pull(hall.middle("a"), below(hall, "e"))
    qtbot.mouseClick(hall.canvas.viewport(), Qt.MouseButton.RightButton, pos=hall.middle("g"))
    hall.let_go(below(hall, "e"))
    assert hall.placed == [(["a"], "safety", 1)]


def test_the_middle_button_pushes_the_wall(hall: WallHall, qtbot) -> None:
    hall.show({None: [f"idea {n}" for n in range(60)]})
    ground, middle = hall.canvas.viewport(), Qt.MouseButton.MiddleButton
    qtbot.mousePress(ground, middle, pos=QPoint(300, 400))
    qtbot.mouseMove(ground, QPoint(300, 250))
    qtbot.mouseRelease(ground, middle, pos=QPoint(300, 250))
    assert hall.canvas.verticalScrollBar().value() == 150
    qtbot.mouseMove(ground, QPoint(300, 100))
    assert hall.canvas.verticalScrollBar().value() == 150
