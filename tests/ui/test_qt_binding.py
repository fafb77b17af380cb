"""The Qt binding itself has faults that end the process: what they are, and that we keep away from them.

PySide6 6.12 on Python 3.11 drops a reference to None at every void call; `QWidget.screen()` gives the display away.

A window without a parent belongs to Python and is destroyed with the last reference to it. Where that is held by something
inside the window that is itself just being destroyed (after `deleteLater()`), it is destroyed a second time with its window.
"""

import gc
import re
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

import workshop
from workshop.settings import Settings
from workshop.ui.displays import display_of
from workshop.ui.first_run.window import FirstRunWindow
from workshop.ui.tasks import Tasks
from workshop.ui.theme import load_theme
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.focus_ring import FocusRings
from workshop.ui.widgets.item_layout import laid_out
from workshop.ui.widgets.reading_order import tab_stops


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


def test_nobody_asks_a_layout_of_qt_for_its_items():
    """What `itemAt()` returns outlives what it stands for, until something else lies there."""
    folders = (Path(workshop.__file__).parent, Path(__file__).parents[1])
    asked = re.compile(r"\.item(At|AtPosition)[(]")
    sources = (file for folder in folders for file in folder.rglob("*.py"))
    assert {file.name for file in sources if asked.search(file.read_text(encoding="utf-8"))} == {"binding.py"}


@pytest.fixture
def kept_items(qapp) -> Callable[[], list[QWidget | None]]:
    """What is in the items of layouts that Python has objects of, besides those that it had before."""

    def items() -> list[QWidgetItem | QSpacerItem]:
        gc.collect()
        return [one for one in shiboken6.getAllValidWrappers() if type(one) in (QWidgetItem, QSpacerItem)]

    before = items()
    return lambda: [item.widget() for item in items() if not any(item is known for known in before)]


def test_what_a_layout_holds_is_told_in_its_order_and_leaves_nothing_behind(qtbot, kept_items):
    sheet, card = QWidget(), Card("title")
    qtbot.addWidget(sheet)
    qtbot.addWidget(card)
    column, row, flow = QVBoxLayout(sheet), QHBoxLayout(), FlowLayout()
    last, first, middle = QLineEdit(), QLineEdit(), QLineEdit()
    column.addLayout(row)
    column.addStretch()
    column.addWidget(last)
    column.insertWidget(0, first)
    column.insertLayout(2, flow)
    flow.addWidget(middle)
    assert laid_out(column) == [first, row, flow, last]
    assert laid_out(flow) == [middle]
    card.body.addWidget(QLineEdit())
    card.show()
    assert list(tab_stops(sheet)) == [first, middle, last]
    assert kept_items() == [middle]  # by our own layout, which lets it go
    shiboken6.delete(middle)
    assert laid_out(flow) == []
    assert kept_items() == []


def _add(outer: QBoxLayout | QGridLayout, inner: QLayout, how: str) -> None:
    place = {"addLayout": (inner,), "insertLayout": (0, inner), "grid": (inner, 0, 0)}[how]
    getattr(outer, "addLayout" if how == "grid" else how)(*place)


@pytest.mark.parametrize("how", ["addLayout", "insertLayout", "grid"])
def test_a_layout_in_another_leaves_no_items_behind(qtbot, kept_items, how: str):
    sheet = QWidget()
    qtbot.addWidget(sheet)
    outer = QGridLayout(sheet) if how == "grid" else QVBoxLayout(sheet)
    row, inner, flow = QHBoxLayout(), QVBoxLayout(), FlowLayout()
    one, other, third = QLineEdit(), QLineEdit(), QLineEdit()
    inner.addWidget(one)
    row.addWidget(other)
    row.addStretch()
    row.addLayout(inner)
    row.addLayout(flow)
    flow.addWidget(third)
    _add(outer, row, how)
    assert kept_items() == [third]
    assert (laid_out(outer), laid_out(row), laid_out(inner), laid_out(flow)) == (
        [row],
        [other, inner, flow],
        [one],
        [third],
    )
    shiboken6.delete(third)
    assert (laid_out(flow), kept_items()) == ([], [])


def test_the_binding_still_has_the_fault_that_is_mended(qtbot, kept_items):
    """Once this fails, ui/binding.py and `ItemLayout.renew_items` can go."""
    sheet, field = QWidget(), QLineEdit()
    qtbot.addWidget(sheet)
    column, row = QVBoxLayout(sheet), QHBoxLayout()
    row.addWidget(field)
    QBoxLayout.addLayout.__wrapped__(column, row)
    assert kept_items() == [field]
    column.removeItem(row)
    sheet.layout().addLayout(row)
    assert kept_items() == []


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
