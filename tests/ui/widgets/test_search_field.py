"""Searching begins after a pause, at once on Enter, and ends with Escape."""

import pytest
from PySide6.QtCore import Qt

from workshop.ui.widgets.search_field import SearchField


@pytest.fixture
def field(desk, qtbot):
    field = SearchField(desk.icons, "Search ideas")
    qtbot.addWidget(field)
    field.show()
    return field


def test_it_searches_once_after_a_pause(field, qtbot):
    told = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "lamp")
    assert told == []
    qtbot.waitUntil(lambda: told == ["lamp"])


def test_enter_searches_at_once(field, qtbot):
    with qtbot.waitSignal(field.searched, timeout=50) as searched:
        qtbot.keyClicks(field, "lamp")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert searched.args == ["lamp"]


def test_escape_empties_it(field, qtbot):
    qtbot.keyClicks(field, "lamp")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.searched, timeout=50) as searched:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (searched.args, field.text()) == ([""], "")
