"""An empty place says what belongs there, evenly, and its first step is one key away."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop.ui.widgets.card import Card
from workshop.ui.widgets.empty_state import EmptyState, even_width
from workshop.ui.widgets.headings import paragraph

_WORDS = "결정과 할 일을 누가 언제까지 하는지, 시민에게 무엇을 알리는지와 함께 모아 둡니다."


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    page.resize(700, 500)
    return page


def test_lines_are_about_equally_long(desk):
    label = paragraph(_WORDS)
    width = even_width(label, 460)
    assert label.heightForWidth(width) == label.heightForWidth(460)
    assert label.heightForWidth(width - 8) > label.heightForWidth(460), "no narrower width will do"


def test_the_first_step_has_the_keyboard_if_nothing_else_has(desk, page, qtbot):
    state = EmptyState(desk, "flag", "Nothing yet", _WORDS, "New follow-up")
    page.layout().addWidget(state)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert state.button.hasFocus()


def test_who_is_typing_goes_on_typing(desk, page, qtbot):
    field, state = QLineEdit(), EmptyState(desk, "search", "Nothing fits", other="Show all")
    page.layout().addWidget(field)
    page.layout().addWidget(state)
    state.hide()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    state.show()
    assert field.hasFocus()


def test_the_title_of_a_card_stays_at_its_top_when_what_grows_is_hidden(page, qtbot):
    card = Card("Register")
    words, table = paragraph("Nobody fits."), QWidget()
    card.add(words)
    card.add(table, 1)
    page.layout().addWidget(card)
    page.show()
    qtbot.waitExposed(page)
    table.hide()
    qtbot.waitUntil(lambda: words.geometry().bottom() < 120)
