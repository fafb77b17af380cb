"""The Qt binding itself has faults that end the process: what they are, and that we keep away from them.

PySide6 6.12 on Python 3.11 drops a reference to None at every void call; `QWidget.screen()` gives the display away.
"""

import gc
import re
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

import workshop
from workshop.ui.displays import display_of


def test_void_calls_leave_the_references_to_none_level(qtbot):
    widget, thing = QWidget(), QObject()
    qtbot.addWidget(widget)
    image = QImage(QSize(8, 8), QImage.Format.Format_ARGB32)
    painter = QPainter(image)

    def call_all():
        widget.setEnabled(True)
        widget.update()
        thing.setObjectName("x")
        painter.drawPoint(1, 1)

    call_all()
    before = sys.getrefcount(None)
    for _ in range(500):
        call_all()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert abs(lost) < 100  # the faulty version loses one at each of 2,000 calls


def test_a_display_outlives_the_windows_that_were_on_it(qapp):
    """`QWidget.screen()` makes the display a child of the widget, so nobody calls it."""
    display = qapp.primaryScreen()
    for _ in range(3):
        widget = QWidget()
        assert display_of(widget) is display
        del widget
        gc.collect()
    assert display.geometry().isValid()


def test_nobody_asks_a_widget_for_its_display():
    sources = (Path(workshop.__file__).parent).rglob("*.py")
    assert [file.name for file in sources if re.search(r"\.screen\(\)[^`]", file.read_text(encoding="utf-8"))] == []
