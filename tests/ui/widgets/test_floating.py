"""Notices come, say what they have to say, and go; they are in nobody's way."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from workshop.ui import motion
from workshop.ui.widgets import floating
from workshop.ui.widgets.toast import Toast
from workshop.ui.widgets.undo_bar import UndoBar


@pytest.fixture
def page(desk, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.field = QLineEdit()
    QVBoxLayout(page).addWidget(page.field)
    page.resize(700, 400)
    page.show()
    page.activateWindow()
    page.field.setFocus()
    with qtbot.waitActive(page):
        pass
    return page


@pytest.fixture
def calm(monkeypatch):
    monkeypatch.setattr(motion, "is_calm", lambda: True)


@pytest.fixture
def hasty(monkeypatch):
    """Nobody needs time to read."""
    monkeypatch.setattr(floating, "_FIRST_LOOK_MS", 1)
    monkeypatch.setattr(floating, "_LETTER_MS", 0)


def test_a_notice_stands_at_the_foot_in_the_middle(desk, page, calm):
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("The poll is open.")
    assert toast.isVisible()
    assert toast.geometry().center().x() == pytest.approx(350, abs=1)
    assert toast.geometry().bottom() == 400 - floating.DISTANCE - 1
    page.resize(900, 500)
    assert toast.geometry().center().x() == pytest.approx(450, abs=1)
    assert toast.geometry().bottom() == 500 - floating.DISTANCE - 1
    assert toast.accessibleName() == toast.text == "The poll is open."


@pytest.mark.parametrize(
    ("taken", "left"),
    [((200, 300), 700 - floating.DISTANCE), ((300, 690), floating.DISTANCE), ((10, 690), 350)],
    ids=["the middle", "all but the left", "the whole foot"],
)
def test_a_notice_leaves_buttons_free_where_it_can(desk, page, calm, taken, left):
    button = QPushButton("Close the vote", page)
    button.setGeometry(taken[0], 340, taken[1] - taken[0], 40)
    button.show()
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea deleted")
    place = bar.geometry()
    assert left in (place.left(), place.right() + 1) or abs(place.center().x() - left) <= 1
    assert not place.intersects(button.geometry())


def test_a_notice_covers_no_field_that_is_written_in(desk, page, calm):
    field = QPlainTextEdit(page)
    field.setGeometry(10, 340, 680, 40)
    field.show()
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea kept")
    assert not bar.geometry().intersects(field.geometry())


def test_where_nothing_is_free_a_notice_covers_as_little_as_it_can(desk, page, calm):
    for left, top, width in ((10, 340, 680), (10, 280, 300), (560, 280, 130)):
        button = QPushButton("Next", page)
        button.setGeometry(left, top, width, 44)
        button.show()
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("The key of this ballot box is on another laptop.")
    assert toast.geometry().bottom() < 340, "above the line of buttons"


def test_a_notice_rises_to_its_place(desk, page, qtbot):
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("Saved.")
    assert toast.geometry().bottom() == 400 - floating.DISTANCE - 1 + floating.RISE
    page.resize(700, 500)
    qtbot.waitUntil(lambda: toast.geometry().bottom() == 500 - floating.DISTANCE - 1)
    assert motion.APPEAR <= 160


def test_a_notice_moves_nothing_and_leaves_the_keyboard_alone(desk, page):
    toast = Toast(page, desk.icons, "Close")
    before = page.field.geometry()
    toast.show_text("Saved.")
    QApplication.processEvents()
    assert page.field.hasFocus()
    assert page.field.geometry() == before


def test_a_long_notice_wraps_instead_of_being_cut(desk, page):
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("word " * 60)
    assert toast.width() <= 700
    assert toast.height() > 80


def test_a_notice_goes_by_itself(desk, page, qtbot, hasty):
    toast = Toast(page, desk.icons, "Close")
    toast._least_ms = 1
    toast.show_text("Saved.")
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_longer_notice_stays_longer(desk, page):
    toast, bar = Toast(page, desk.icons, "Close"), UndoBar(page, desk.icons, "Undo", "Close")
    toast.show_text("Saved.")
    bar.show_text("Saved.")
    short = toast.stays_for
    assert (short, bar.stays_for) == (6000, 10_000)
    toast.show_text("The idea was not kept, because this session was closed on another station. Ask for the next one.")
    assert toast.stays_for > short + 5000
    assert toast._clock.interval() == toast.stays_for


def test_a_notice_waits_for_whoever_points_at_it(desk, page):
    toast = Toast(page, desk.icons, "Close")
    toast.show_text("Saved.")
    middle = QPointF(toast.rect().center())
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not toast._clock.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._clock.isActive()


def test_the_keyboard_goes_there_and_back(desk, page, qtbot):
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea deleted")
    qtbot.keyClick(page.field, Qt.Key.Key_F6)
    assert bar.button.hasFocus()
    assert not bar._clock.isActive(), "it stays while the keyboard is there"
    qtbot.keyClick(bar.button, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.field.hasFocus()


def test_it_counts_again_when_the_keyboard_leaves(desk, page, qtbot):
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea deleted")
    qtbot.keyClick(page.field, Qt.Key.Key_F6)
    page.field.setFocus()
    assert bar.isVisible()
    assert bar._clock.isActive()


def test_the_key_does_nothing_where_nothing_floats(desk, page, qtbot):
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    qtbot.keyClick(page.field, Qt.Key.Key_F6)
    assert page.field.hasFocus()
    bar.show_text("Idea deleted")
    bar.hide()
    assert page.field.hasFocus()


def test_undo_is_asked_for_once_and_the_keyboard_goes_back(desk, page, qtbot):
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea deleted")
    qtbot.keyClick(page.field, Qt.Key.Key_F6)
    with qtbot.waitSignal(bar.undoRequested):
        qtbot.keyClick(bar.button, Qt.Key.Key_Return)
    assert not bar.isVisible()
    assert page.field.hasFocus()
    bar.show_text("Idea deleted")
    with qtbot.waitSignal(bar.undoRequested):
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not bar.isVisible()


def test_who_had_the_keyboard_may_be_gone(desk, page, qtbot):
    bar = UndoBar(page, desk.icons, "Undo", "Close")
    bar.show_text("Idea deleted")
    qtbot.keyClick(page.field, Qt.Key.Key_F6)
    page.field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    bar.hide()
    assert not bar.isVisible()


def test_those_who_listen_are_told(desk, page, monkeypatch):
    told: list[tuple[QEvent.Type, str]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.message())))
    Toast(page, desk.icons, "Close").show_text("The poll is open.")
    assert told == [(QAccessible.Event.Announcement, "The poll is open.")]
