"""What those who do not see are told: every control needs a name, and its order on the Tab key is the order of reading."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.audit.places import SLACK, controls, place_in, said


def nameless(root: QWidget) -> Iterator[str]:
    """Controls that a screen reader can only call "button"."""
    for widget in controls(root):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told is not None else ""
        if not name.strip():
            yield f"{said(widget)} in {said(widget.parentWidget())}: has no accessible name"


def out_of_order(root: QWidget) -> Iterator[str]:
    """Controls that the Tab key reaches before what stands above or to the left of them."""
    for one, other in pairwise(tab_order(root)):
        if _goes_back(root, one, other):
            yield f"Tab leads from {said(one)} back to {said(other)}"


def tab_order(root: QWidget) -> list[QWidget]:
    """What the Tab key reaches, in the order in which it does, from the control that is read first."""
    usable = [widget for widget in controls(root) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if not usable:
        return []
    root.window().activateWindow()  # another window may have the keyboard
    QApplication.processEvents()
    before = QApplication.focusWidget()
    first = min(usable, key=lambda control: hypot(*place_in(root, control).topLeft().toTuple()))
    first = next((control for control in usable if _goes_back(root, first, control)), first)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    order = [first]
    while len(order) <= len(usable):
        here = QApplication.focusWidget()
        if here is None or here.window() is not root.window() or not here.focusNextPrevChild(True):
            break
        there = QApplication.focusWidget()
        if there is None or there in order or there.window() is not root.window():
            break
        order.append(there)
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return order


def _goes_back(root: QWidget, one: QWidget, other: QWidget) -> bool:
    """Whether the second stands above or to the left of the first, each with the part of the screen it belongs to."""
    before, after = (place_in(root, part) for part in _apart(one, other))
    above = after.bottom() <= before.top() + SLACK
    left = after.right() <= before.left() + SLACK and after.top() < before.bottom() and before.top() < after.bottom()
    return above or left


def _apart(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The two parts of the screen, as large as can be, that hold one of the two each."""
    line = [one]
    while line[-1].parentWidget() is not None:
        line.append(line[-1].parentWidget())
    second = other
    while second.parentWidget() is not None and second.parentWidget() not in line:
        second = second.parentWidget()
    if second.parentWidget() is None or second in line:
        return one, other
    place = line.index(second.parentWidget())
    return line[max(0, place - 1)], second
