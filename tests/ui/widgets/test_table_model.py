"""Rows in, roles out; no window is needed."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from workshop.ui.widgets.table_model import CELL_ROLE, ROW_ROLE, Cell, Column, Row, TableModel

COLUMNS = [Column("Idea"), Column("Votes", align="right")]


@pytest.fixture
def model(qapp):
    model = TableModel(COLUMNS)
    model.set_rows([Row("a", ("Lamp", Cell("10", sort=10))), Row("b", ("Bench", Cell("9", sort=9, tip="tied")))])
    return model


def test_cells_tell_text_tip_and_themselves(model):
    index = model.index(1, 1)
    assert (index.data(), index.data(Qt.ItemDataRole.ToolTipRole)) == ("9", "tied")
    assert index.data(CELL_ROLE).sort == 9
    assert index.data(ROW_ROLE).key == "b"
    assert model.index(0, 0).data(CELL_ROLE) == Cell("Lamp")


def test_headers_stand_on_the_side_of_their_cells(model):
    across = Qt.Orientation.Horizontal
    assert [model.headerData(place, across) for place in (0, 1)] == ["Idea", "Votes"]
    side = model.headerData(1, across, Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def _ideas(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_numbers_are_sorted_as_numbers(model):
    model.sort(1)
    assert _ideas(model) == ["Bench", "Lamp"]
    model.sort(-1)
    assert _ideas(model) == ["Lamp", "Bench"]  # as they were given


def test_values_that_cannot_be_compared_are_sorted_as_text(model):
    model.set_rows([Row(1, ("x", Cell("–"))), Row(2, ("y", Cell("3", sort=3)))])
    model.sort(1)
    assert _ideas(model) == ["y", "x"]


def test_what_is_held_stays_held_and_new_rows_are_sorted_too(model):
    held = QPersistentModelIndex(model.index(0, 0))
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert (held.row(), held.data()) == (1, "Lamp")
    rows = [Row(key, (key, "")) for key in ("b", "c", "a")]
    model.set_rows(rows)
    assert _ideas(model) == ["a", "b", "c"]
    assert model.shows(rows)
    assert not model.shows(rows[:2])
