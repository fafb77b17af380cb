"""Whoever uses the keyboard sees where it is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.widgets.focus_ring import ROOM, FocusRings, _Ring


def rings(window: QWidget) -> list[_Ring]:
    return [ring for ring in window.findChildren(_Ring) if ring.isVisible()]


def around(widget: QWidget, window: QWidget) -> QRect:
    corner = widget.mapTo(window, widget.rect().topLeft())
    return QRect(corner, widget.size()).adjusted(-ROOM, -ROOM, ROOM, ROOM)


def test_the_ring_is_around_what_has_the_keyboard_and_follows_it(desk, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    one, two = QPushButton("one"), QLineEdit()
    column.addWidget(one)
    column.addWidget(two)
    FocusRings(desk.theme, window)
    window.show()
    window.activateWindow()
    one.setFocus()
    qtbot.waitUntil(lambda: [ring.geometry() for ring in rings(window)] == [around(one, window)])
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [ring.geometry() for ring in rings(window)] == [around(two, window)])
    window.resize(500, 300)
    qtbot.waitUntil(lambda: [ring.geometry() for ring in rings(window)] == [around(two, window)])
    two.hide()
    qtbot.waitUntil(lambda: two not in [ring._target for ring in rings(window)])


def test_the_ring_scrolls_with_what_it_is_around(desk, qtbot):
    window = QScrollArea()
    qtbot.addWidget(window)
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    button = QPushButton("one")
    column.addSpacing(300)
    column.addWidget(button)
    column.addSpacing(900)
    window.setWidget(sheet)
    FocusRings(desk.theme, window)
    window.resize(300, 400)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: len(rings(window)) == 1)
    ring = rings(window)[0]
    assert ring.parentWidget() is sheet
    before = ring.mapTo(window, ring.rect().topLeft()).y()
    window.verticalScrollBar().setValue(100)
    assert ring.mapTo(window, ring.rect().topLeft()).y() == before - 100


def test_a_control_may_show_it_in_its_own_way(desk, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("one", window)
    button.setProperty("ring", False)
    FocusRings(desk.theme, window)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert rings(window) == []
