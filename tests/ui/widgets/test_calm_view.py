"""Full pages without a page: the name while the library opens, ways on where it could not be opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.calm_view import FailureView, OpeningView


def _failure(desk: Desk) -> FailureView:
    return FailureView(desk.language, desk.icons, desk.type, "It could not be opened.", "Nothing was changed.")


def test_the_opening_view_says_whose_window_it_is_and_that_it_opens(desk: Desk, qtbot) -> None:
    view = OpeningView(desk.language, desk.type)
    qtbot.addWidget(view)
    words = [label.text() for label in view.findChildren(QLabel)]
    assert words == ["Living Lab Workshop", "Your projects are being opened…"]


@pytest.mark.parametrize(("width", "lines"), [(900, 1), (420, 2), (240, 3)])
def test_buttons_without_room_stand_in_more_lines(desk: Desk, qtbot, cut_off, width: int, lines: int) -> None:
    view = _failure(desk)
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.show()
    QApplication.processEvents()
    assert len({button.y() for button in view.findChildren(QPushButton)}) == lines
    assert cut_off(view) == []


def test_what_can_be_done_gets_the_keyboard_from_what_can_do_nothing_now(desk: Desk, qtbot) -> None:
    window, before = QWidget(), QPushButton("Ideas")
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(before)
    window.show()
    window.activateWindow()
    before.setFocus(Qt.FocusReason.TabFocusReason)
    view = _failure(desk)
    row.addWidget(view)
    view.show()
    qtbot.waitUntil(view.retry_button.hasFocus)
