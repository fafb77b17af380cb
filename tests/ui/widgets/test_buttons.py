"""Buttons by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from workshop.ui.fonts import make_font
from workshop.ui.widgets.buttons import BigButton, IconButton, PrimaryButton, SegmentedChoice
from workshop.ui.widgets.card import CardButton
from workshop.ui.widgets.check_row import CheckRow
from workshop.ui.widgets.headings import Label


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_keyboard(desk, qtbot, key):
    button = PrimaryButton("Close the poll")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_names_follow_the_words(desk, qtbot):
    button = PrimaryButton("Close the poll")
    qtbot.addWidget(button)
    button.setText("Open the poll")
    assert button.accessibleName() == "Open the poll"
    icon = IconButton(desk.icons.icon("pencil"), "Edit")
    qtbot.addWidget(icon)
    assert (icon.accessibleName(), icon.toolTip()) == ("Edit", "Edit")


def test_a_big_button_is_big_enough_for_a_finger(desk, qtbot):
    button = BigButton("1")
    qtbot.addWidget(button)
    button.show()
    assert min(button.width(), button.height()) >= 64


def test_one_of_a_few_is_chosen(desk, qtbot):
    choice = SegmentedChoice([("wall", "Wall"), ("list", "List")], "wall", "View")
    qtbot.addWidget(choice)
    choice.show()
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(choice.button("list"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["list"] == [choice.value]
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_chosen("wall")
    assert choice.value == "wall"


def test_a_card_that_is_pressed(desk, qtbot):
    card = CardButton()
    qtbot.addWidget(card)
    card.add(Label("Safe way to school"))
    card.add(Label("2 Planning"))
    card.show()
    assert card.accessibleName() == "Safe way to school, 2 Planning"
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_row_of_a_checklist_is_ticked_anywhere(desk, qtbot):
    row = CheckRow(desk, "Departments attend", "Transport, by 2 May")
    qtbot.addWidget(row)
    row.resize(400, row.sizeHint().height())
    row.show()
    assert row.accessibleName() == "Departments attend, Transport, by 2 May"
    with qtbot.waitSignal(row.toggled) as toggled:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert toggled.args == [True]
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()


def test_what_is_chosen_has_room_for_its_weight(desk, qtbot):
    choice = SegmentedChoice([("light", "Light"), ("contrast", "High contrast")], "contrast", "Colours")
    qtbot.addWidget(choice)
    choice.show()
    button = choice.button("contrast")
    assert button.width() >= QFontMetrics(make_font(15, 600)).horizontalAdvance(button.text()) + 28
