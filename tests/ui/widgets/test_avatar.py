"""Numbers of participants, and who has done it."""

import pytest
from PySide6.QtCore import Qt

from workshop.ui.widgets.avatar import Chip, NumberGrid


@pytest.fixture
def grid(desk, qtbot):
    grid = NumberGrid(desk, "Voted", choosable=True)
    qtbot.addWidget(grid)
    grid.set_numbers([Chip(n, "voted" if n < 4 else "absent" if n == 9 else "present") for n in range(1, 13)])
    grid.resize(4 * 44, grid.heightForWidth(4 * 44))
    grid.show()
    return grid


def test_it_says_how_many_of_those_present_have_done_it(grid):
    assert grid.accessibleName() == "Voted: 3 / 11"


def test_the_narrower_the_higher(grid):
    assert grid.heightForWidth(4 * 44) == 3 * 36 - 6
    assert grid.heightForWidth(1000) == 30


def test_a_click_chooses_a_number(grid, qtbot):
    with qtbot.waitSignal(grid.numberChosen) as chosen:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect_of(5).center())
    assert chosen.args == [6]


def test_arrow_keys_and_space_choose_a_number(grid, qtbot):
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    with qtbot.waitSignal(grid.numberChosen) as chosen:
        qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert chosen.args == [6]


def test_states_look_different(grid, desk):
    image = grid.grab().toImage()
    grounds = [
        image.pixelColor(grid.rect_of(index).topLeft() + grid.rect_of(0).center() / 3).name() for index in (0, 4)
    ]
    assert grounds == [desk.theme.hex("accent-soft").lower(), desk.theme.hex("quiet").lower()]
