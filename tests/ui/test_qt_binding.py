"""The Qt binding itself has faults that end the process: what they are, and that we keep away from them.

PySide6 6.12 on Python 3.11 drops a reference to None at every void call; `QWidget.screen()` gives the display away.

A window without a parent belongs to Python and is destroyed with the last reference to it. Where that is held by something
inside the window that is itself just being destroyed (after `deleteLater()`), it is destroyed a second time with its window.
"""

import gc
import re
import sys
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

import workshop
from workshop.settings import Settings
from workshop.ui.displays import display_of
from workshop.ui.first_run.window import FirstRunWindow
from workshop.ui.tasks import Tasks
from workshop.ui.theme import load_theme
from workshop.ui.widgets.focus_ring import FocusRings


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


# Each of these getters makes what it returns a Python child of what was asked, though it is no part of it (tried: PySide 6.11).
_GIVE_AWAY = "screen|nextInFocusChain|previousInFocusChain|topLevelWidget|buddy|focusProxy|sourceModel"


def test_nobody_asks_for_what_the_binding_gives_away():
    sources = (Path(workshop.__file__).parent).rglob("*.py")
    asked = re.compile(rf"\.({_GIVE_AWAY})\(\)[^`]")
    assert [file.name for file in sources if asked.search(file.read_text(encoding="utf-8"))] == []


@pytest.fixture
def by_count_alone():
    """Python destroys by the count of references, not by its collector, so that a reference too many is seen."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("in_area", [False, True])
def test_a_focus_ring_that_goes_away_does_not_hold_its_window(qapp, qtbot, by_count_alone, in_area: bool):
    window, field, other = QWidget(), QLineEdit(), QLineEdit()
    sheet = QWidget() if in_area else window
    column = QVBoxLayout(sheet)
    column.addWidget(field)
    column.addWidget(other)
    if in_area:
        area = QScrollArea(window)
        area.setWidget(sheet)
        del area
    FocusRings(load_theme("light"), window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    other.setFocus()  # the ring of the first field waits to be destroyed
    window_gone, field_gone = weakref.ref(window), weakref.ref(field)
    del window, sheet, field, other, column
    kept = window_gone()  # held until the assertion has spoken, or the process might end before
    assert kept is None
    assert field_gone() is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def steps(qapp, qtbot, by_count_alone):
    """The window of the first steps in a list, the only one that holds it."""
    tasks = Tasks()
    holder = [FirstRunWindow(tasks, Settings(language="ko"))]
    holder[0].show()
    with qtbot.waitActive(holder[0]):
        holder[0].activateWindow()
    yield holder
    holder.clear()
    assert tasks.wait_idle()
    tasks.shut_down()


def _go_on(holder: list[FirstRunWindow], qtbot) -> None:
    qtbot.waitUntil(lambda: holder[0].next_button.isEnabled())
    holder[0].go_on()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_nothing_in_the_window_of_the_first_steps_keeps_it(steps, qtbot, number: int):
    steps[0].step.language_choice.button("en").click()  # builds the step anew
    qtbot.waitUntil(lambda: steps[0].windowTitle() == "Living Lab Workshop")
    for _ in range(number):
        _go_on(steps, qtbot)  # what was shown before waits to be destroyed
    steps[0].focusNextPrevChild(True)  # and so does a ring
    known = weakref.ref(steps[0])
    steps.clear()
    kept = known()  # held until the assertion has spoken, or the process might end before
    assert kept is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_window_of_the_first_steps_outlasts_the_click_that_ends_it(steps, qtbot):
    for _ in range(2):
        _go_on(steps, qtbot)
    steps[0].finished.connect(lambda *_: steps.clear())  # whoever listens needs the window no more
    button, known = steps[0].next_button, weakref.ref(steps[0])
    button.click()
    assert steps == []
    assert shiboken6.isValid(button)  # Qt still works with it
    qtbot.waitUntil(lambda: known() is None)
    assert not shiboken6.isValid(button)
