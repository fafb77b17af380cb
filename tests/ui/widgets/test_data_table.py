"""A table by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.table_model import Cell, Column, Row

ROWS = [
    Row("first", ("Problem finding", "11 Apr", Cell("Report", link=True))),
    Row("second", ("Idea workshop", "25 Apr", Cell("today", pill="phase-2"))),
]


@pytest.fixture
def table(desk, qtbot):
    columns = [Column("Session", width=0, strong=True), Column("Date"), Column("", align="right")]
    table = DataTable(desk, columns, "Sessions", fit_rows=True)
    qtbot.addWidget(table)
    table.set_rows(ROWS)
    table.resize(600, table.height())
    table.show()
    return table


def middle_of(table: DataTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def click(qtbot, table: DataTable, row: int, column: int) -> None:
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(table, row, column))


def test_enter_activates_the_row(table, qtbot):
    click(qtbot, table, 1, 0)
    with qtbot.waitSignal(table.rowActivated) as activated:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert activated.args == ["second"]


def test_a_double_click_activates_the_row(table, qtbot):
    click(qtbot, table, 0, 0)
    with qtbot.waitSignal(table.rowActivated) as activated:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(table, 0, 0))
    assert activated.args == ["first"]


def test_a_link_is_followed_by_itself(table, qtbot):
    with qtbot.waitSignal(table.cellClicked) as clicked, qtbot.assertNotEmitted(table.rowActivated):
        click(qtbot, table, 0, 2)
    assert clicked.args == ["first", 2]


def test_arrow_keys_choose_a_row(table, qtbot):
    click(qtbot, table, 0, 0)
    with qtbot.waitSignal(table.rowChosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == ["second"] == [table.chosen]


def test_the_chosen_row_stays_chosen_when_rows_change(table):
    table.choose("second")
    table.set_rows([Row("new", ("Kick-off", "28 Mar", "")), *ROWS])
    assert table.chosen == "second"
    table.set_rows(ROWS[:1])
    assert table.chosen is None


def test_an_optional_column_makes_room_for_what_is_read(desk, qtbot):
    columns = [Column("Idea", width=0), Column("By and when", width=190, optional=True), Column("State", width=110)]
    table = DataTable(desk, columns, "Ideas")
    qtbot.addWidget(table)
    table.set_rows([Row("one", ("A bench at every stop", "no. 06", "open"))])
    table.resize(460, 300)
    table.show()
    assert table.isColumnHidden(1)
    assert table.columnWidth(0) > 300
    table.resize(700, 300)
    assert not table.isColumnHidden(1)
    assert table.columnWidth(1) == 190


def test_it_is_as_high_as_its_rows(table, desk):
    bottom = table.visualRect(table.model().index(1, 0)).bottom()
    assert bottom < table.viewport().height() <= bottom + 2
    table.set_rows(ROWS * 3)
    assert table.height() == table.sizeHint().height()


def test_the_last_column_ends_where_the_table_ends(table):
    assert table.visualRect(table.model().index(0, 2)).right() == pytest.approx(table.viewport().width() - 1, abs=1)


def test_a_header_that_is_clicked_sorts(desk, qtbot):
    table = DataTable(desk, [Column("Idea", width=0)], "Ideas", sortable=True)
    qtbot.addWidget(table)
    table.set_rows([Row(1, ("b",)), Row(2, ("a",)), Row(3, ("c",))])
    table.show()

    def shown() -> list[str]:
        return [table.model().index(row, 0, QModelIndex()).data() for row in range(3)]

    assert shown() == ["b", "a", "c"]  # as given, until somebody asks
    qtbot.mouseClick(table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert shown() in (["a", "b", "c"], ["c", "b", "a"])


def test_one_click_is_enough_where_it_was_said_so(desk, qtbot):
    table = DataTable(desk, [Column("Idea", width=0)], "Ideas", single_click=True)
    qtbot.addWidget(table)
    table.set_rows([Row(7, ("Lamp",))])
    table.show()
    with qtbot.waitSignal(table.rowActivated) as activated:
        click(qtbot, table, 0, 0)
    assert activated.args == [7]


@pytest.mark.parametrize(("single_click", "marked"), [(False, True), (True, False)])
def test_the_chosen_row_is_marked_while_the_keyboard_is_elsewhere(desk, qtbot, single_click, marked):
    """Not where rows only lead on: nothing is chosen there once one has come back."""
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    table = DataTable(desk, [Column("Idea", width=0)], "Ideas", single_click=single_click)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(table)
    table.set_rows([Row(1, ("Lamp",)), Row(2, ("Bench",))])
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)

    def ground(row: int) -> str:
        place = table.visualRect(table.model().index(row, 0))
        return table.viewport().grab().toImage().pixelColor(place.right() - 4, place.center().y()).name()

    click(qtbot, table, 1, 0)
    qtbot.waitUntil(table.hasFocus)
    assert ground(1) == desk.theme.hex("accent-soft").lower() != ground(0)
    field.setFocus()
    qtbot.waitUntil(lambda: not table.hasFocus())
    assert (ground(1) == desk.theme.hex("accent-soft").lower()) is marked


def test_a_row_shows_the_keyboard_before_any_is_chosen(table, desk, qtbot):
    def line_below(row: int) -> str:
        place = table.visualRect(table.model().index(row, 0))
        return table.viewport().grab().toImage().pixelColor(place.right() - 4, place.bottom() - 1).name()

    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.selectionModel().selectedRows() == []
    assert line_below(0) == desk.theme.hex("focus").lower() != line_below(1)


def test_a_table_without_rows_leaves_the_keyboard_to_the_ring(table):
    assert table.property("ring") is False
    table.set_rows([])
    assert table.property("ring") is not False
