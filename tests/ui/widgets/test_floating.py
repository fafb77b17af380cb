"""Notices come, say what they have to say, and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.ui.widgets.toast import Toast
from workshop.ui.widgets.undo_bar import UndoBar


@pytest.fixture
def page(desk, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 400)
    page.show()
    return page


def test_a_notice_stands_at_the_foot_in_the_middle(desk, page):
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("The poll is open.")
    assert toast.isVisible()
    assert toast.geometry().center().x() == pytest.approx(350, abs=1)
    assert toast.geometry().bottom() < 400
    page.resize(900, 500)
    assert toast.geometry().center().x() == pytest.approx(450, abs=1)
    assert toast.accessibleName() == toast.text == "The poll is open."


def test_a_long_notice_wraps_instead_of_being_cut(desk, page):
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("word " * 60)
    assert toast.width() <= 700
    assert toast.height() > 80


def test_a_notice_goes_by_itself(desk, page, qtbot):
    toast = Toast(page, desk.icons, "Close")
    toast._clock.setInterval(1)
    toast.show_text("Saved.")
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_undo_is_asked_for_once(desk, page, qtbot):
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea deleted")
    with qtbot.waitSignal(bar.undoRequested):
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
