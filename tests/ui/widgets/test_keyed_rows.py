"""Rows stay where they are while what they show changes; grids and columns keep to sensible widths."""

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.widgets.columns import Columns, Measure
from workshop.ui.widgets.flow_layout import GridFlow
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.item_layout import laid_out
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.reading_order import chain_tabs, tab_stops


@pytest.fixture
def frame(qtbot) -> QWidget:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.show()
    return frame


@pytest.fixture
def rows(frame: QWidget) -> KeyedRows[str, QPushButton]:
    """Buttons by the first letter of their words."""
    layout = QVBoxLayout(frame)
    rows = KeyedRows[str, QPushButton](layout, lambda text: text[0], QPushButton, lambda row, text: row.setText(text))
    rows.show(["a1", "b1", "c1"])
    return rows


def test_what_stays_is_shown_in_the_rows_there_are(rows, frame: QWidget) -> None:
    a, b, c = rows.widgets
    rows.show(["c2", "x1", "a2"])
    assert [row.text() for row in rows.widgets] == ["c2", "x1", "a2"]
    assert (rows.widgets[0], rows.widgets[2]) == (c, a)
    assert laid_out(frame.layout()) == rows.widgets
    assert rows.row("b") is None
    assert not b.isVisible()


def test_the_keyboard_stays_or_goes_to_the_row_in_its_place(rows, frame: QWidget) -> None:
    a, b, c = rows.widgets
    b.setFocus()
    rows.show(["c1", "b1", "a1"])
    assert frame.focusWidget() is b
    rows.show(["c1", "a1"])
    assert frame.focusWidget() is a
    rows.show(["c1"])
    assert frame.focusWidget() is c


def test_tab_follows_the_layout_also_for_what_came_later(rows, frame: QWidget, qtbot) -> None:
    late = QPushButton("late")
    frame.layout().insertWidget(0, late)
    qtbot.waitUntil(late.isVisible)
    chain_tabs(frame)
    order = list(tab_stops(frame))
    assert order == [late, *rows.widgets]
    late.setFocus()
    for expected in order[1:]:
        frame.focusNextChild()
        assert frame.focusWidget() is expected


def test_a_grid_has_columns_of_one_width(qtbot, frame: QWidget) -> None:
    grid = GridFlow(frame, least=100, spacing=10)
    blocks = [QWidget() for _ in range(5)]
    for block in blocks:
        block.setMinimumHeight(30)
        grid.addWidget(block)
    frame.resize(340, 200)
    qtbot.waitUntil(blocks[-1].isVisible)
    qtbot.waitUntil(lambda: blocks[0].width() < 340)
    assert {block.width() for block in blocks} <= {106, 107}
    assert [block.y() for block in blocks] == [0, 0, 0, 40, 40]
    assert (grid.columns(99), grid.columns(209), grid.columns(210)) == (1, 1, 2)
    assert GridFlow(least=100, spacing=10, counts=(4, 2, 1)).columns(340) == 2


def test_a_grid_is_as_high_as_the_words_in_it_need(qtbot, frame: QWidget) -> None:
    grid = GridFlow(frame, least=100, spacing=10)
    words = paragraph("many words " * 12)
    grid.addWidget(words)
    qtbot.waitUntil(words.isVisible)
    assert grid.heightForWidth(150) == words.heightForWidth(150) > words.heightForWidth(600)
    words.setText("few")
    assert grid.heightForWidth(150) == words.heightForWidth(150)


def test_columns_stack_before_they_get_too_narrow_to_read(qtbot) -> None:
    columns = Columns(narrowest=500)
    qtbot.addWidget(columns)
    for _ in range(2):
        columns.add(QWidget())
    columns.resize(499, 100)
    assert columns.is_stacked
    columns.resize(500, 100)
    assert not columns.is_stacked


def test_a_page_leaves_free_what_is_too_wide_to_read(qtbot) -> None:
    area, sheet = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    content = QVBoxLayout(sheet)
    content.setContentsMargins(30, 0, 30, 0)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    Measure(area, content, 400)
    area.show()
    area.resize(1000, 300)
    assert sheet.width() - content.contentsMargins().left() - content.contentsMargins().right() == pytest.approx(
        400, abs=1
    )
    area.resize(300, 300)
    assert content.contentsMargins().left() == 30
