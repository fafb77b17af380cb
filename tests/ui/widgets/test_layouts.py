"""Things find their place, also where it is narrow."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import Label, paragraph


def block(width: int, height: int = 20) -> QWidget:
    widget = QWidget()
    widget.setMinimumSize(width, height)
    return widget


@pytest.fixture
def columns(desk, qtbot):
    columns = Columns(spacing=10)
    qtbot.addWidget(columns)
    for share in (2, 1):
        columns.add(block(200), share)
    columns.show()
    return columns


def test_columns_share_the_width(columns):
    columns.resize(610, 100)
    first, second = columns.findChildren(QWidget)
    assert (first.width(), second.width(), first.height(), columns.is_stacked) == (400, 200, 100, False)


def test_columns_give_nobody_less_than_they_need(columns):
    columns.resize(430, 100)
    assert [widget.width() for widget in columns.findChildren(QWidget)] == [pytest.approx(210, abs=10)] * 2


def test_columns_stack_where_it_is_narrow(columns):
    columns.resize(300, 100)
    first, second = columns.findChildren(QWidget)
    assert columns.is_stacked
    assert (first.width(), second.width()) == (300, 300)
    assert second.y() == first.height() + 10
    assert columns.minimumSizeHint().width() == 200


def test_a_flow_begins_a_new_line_where_one_is_full(desk, qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    flow = FlowLayout(frame, spacing=10)
    for _ in range(5):
        widget = block(100, 30)
        widget.setFixedSize(100, 30)
        flow.addWidget(widget)
    assert flow.heightForWidth(320) == 70
    assert flow.heightForWidth(540) == 30
    frame.resize(320, 70)
    frame.show()
    assert [widget.y() for widget in frame.findChildren(QWidget)] == [0, 0, 0, 40, 40]


def test_a_card_keeps_its_body_at_the_top(desk, qtbot):
    card = Card("Title", "4 / 6")
    qtbot.addWidget(card)
    label = card.add(Label("words"))
    card.resize(300, 500)
    card.show()
    assert label.y() < 80
    assert card.accessibleName() == "Title"


def test_a_card_leaves_its_room_to_what_wants_to_grow(desk, qtbot):
    card = Card("Title")
    qtbot.addWidget(card)
    grows = card.add(QWidget(), 1)
    card.resize(300, 500)
    card.show()
    assert grows.height() > 400


def test_a_long_line_is_cut_and_told_whole(desk, qtbot):
    label = ElidedLabel("A very long title of an idea that does not fit")
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    assert label.toolTip() == label.accessibleName() == label.text()
    label.resize(1000, 20)
    assert label.toolTip() == ""


def test_a_paragraph_is_as_high_as_its_lines(desk, qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    words = paragraph("word " * 60)
    column = QVBoxLayout(frame)
    column.addWidget(words)
    column.addStretch(1)
    frame.resize(260, 600)
    frame.show()
    assert words.height() >= words.heightForWidth(words.width()) > 5 * words.fontMetrics().height()


def test_what_people_write_is_never_markup(desk, qtbot):
    label = Label("<b>bold</b>")
    qtbot.addWidget(label)
    plain = QLabel("bold")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width() * 1.5
