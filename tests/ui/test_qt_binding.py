"""The Qt binding itself: a fault of PySide6 6.12 on Python 3.11 ends the process after some thousand calls."""

import sys

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget


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
