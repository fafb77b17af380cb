"""Forms: what is put in comes out, what is missing is said."""

from dataclasses import replace
from datetime import date, time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit

from workshop.ui.widgets.form import Field, Form

FIELDS = [
    Field("title", "Title", required=True, help="What participants see"),
    Field("goals", "Goals", "note"),
    Field("day", "Date", "date", row="when"),
    Field("at", "Time", "time", row="when"),
    Field("seats", "Seats", "number", most=200, unit="seats"),
    Field("phase", "Phase", "choice", choices=((2, "Planning"), (3, "Operation"))),
    Field("method", "Method", "segments", choices=(("dots", "Dots"), ("approval", "Approval"))),
    Field("secret", "Secret", "check"),
]
VALUES = {
    "title": "Priority vote", "goals": "One\nTwo", "day": date(2026, 5, 9), "at": time(14, 0), "seats": 29, "phase": 3,
    "method": "approval", "secret": True,
}  # fmt: skip


@pytest.fixture
def form(desk, qtbot):
    form = Form(desk, FIELDS)
    qtbot.addWidget(form)
    form.show()
    return form


def test_what_is_put_in_comes_out(form):
    form.set_values(VALUES)
    assert form.values() == VALUES


def test_a_date_that_is_not_required_may_be_none(form):
    form.set_values({"day": None})
    assert form.values()["day"] is None


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # the calendar on the offscreen screen
def test_no_date_is_set_until_somebody_sets_one_and_then_it_begins_at_today(qtbot, desk):
    desk = replace(desk, library=SimpleNamespace(today=lambda: date(2026, 5, 9)))
    form = Form(desk, [Field("due", "Due", "date"), Field("on", "On", "date", required=True)])
    qtbot.addWidget(form)
    form.show()
    assert form.values() == {"due": None, "on": date(2026, 5, 9)}
    due = form.control("due")
    assert isinstance(due, QDateEdit)
    qtbot.mouseClick(due, Qt.MouseButton.LeftButton, pos=QPoint(due.width() - 8, due.height() // 2))
    calendar = due.calendarWidget()
    assert calendar.isVisible()
    assert (calendar.yearShown(), calendar.monthShown()) == (2026, 5)
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    qtbot.keyClick(due, Qt.Key.Key_Up)
    assert form.values()["due"] == date(2026, 5, 9)


def test_what_is_required_is_said_at_its_field(form, qtbot):
    with qtbot.assertNotEmitted(form.submitted):
        form.submit()
    control = form.control("title")
    assert control.accessibleDescription() == "Please fill this in."
    assert control.property("wrong") is True
    qtbot.keyClicks(control, "Kick-off")
    with qtbot.waitSignal(form.submitted) as submitted:
        qtbot.keyClick(control, Qt.Key.Key_Return)
    assert submitted.args[0]["title"] == "Kick-off"
    assert control.property("wrong") is False
    assert control.accessibleDescription() == "What participants see"


def test_the_keyboard_begins_in_what_has_to_be_written(qtbot, desk):
    form = Form(
        desk,
        (Field("kind", "Kind", "segments", choices=(("a", "A"), ("b", "B"))), Field("text", "Text", required=True)),
    )
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.focus_first()
    assert form.control("text").hasFocus()
    form.set_values({"text": "A bench"})
    form.focus_first()
    assert form.control("kind").isAncestorOf(QApplication.focusWidget()), "all is there: the first field"


def test_submitting_takes_the_syllable_still_being_composed(form, qtbot):
    QCoreApplication.sendEvent(form.control("title"), QInputMethodEvent("투표", []))
    with qtbot.waitSignal(form.submitted) as submitted:
        form.submit()
    assert submitted.args[0]["title"] == "투표"


@pytest.mark.parametrize("name", [field.name for field in FIELDS])
def test_every_control_has_a_name(form, name):
    assert form.control(name).accessibleName() == next(field.label for field in FIELDS if field.name == name)


def test_a_change_by_the_user_is_told(form, qtbot):
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(form.control("method").button("approval"), Qt.MouseButton.LeftButton)
    assert form.values()["method"] == "approval"


def test_a_passing_wheel_changes_nothing(form):
    form.set_values(VALUES)
    seats = form.control("seats")
    down = QWheelEvent(
        QPointF(5, 5), seats.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    form.control("title").setFocus()
    QCoreApplication.sendEvent(seats, down)
    assert form.values()["seats"] == 29


def test_fields_of_a_row_are_side_by_side(form):
    day, at = form.control("day"), form.control("at")
    assert day.y() == at.y()
    assert day.x() < at.x()


@pytest.mark.parametrize("kind", ["choice", "segments"])
def test_a_fixed_word_comes_back_as_what_it_is(qtbot, desk, kind: str) -> None:
    from workshop.models.enums import FollowUpState

    choices = tuple((state, state.value) for state in FollowUpState)
    form = Form(desk, [Field("state", "State", kind, choices=choices)])
    qtbot.addWidget(form)
    form.set_values({"state": FollowUpState.DOING})
    with qtbot.waitSignal(form.submitted) as told:
        form.submit()
    assert told.args[0]["state"] is FollowUpState.DOING


def test_a_choice_has_no_timer_that_shrinks_it_to_its_words(form) -> None:
    boxes = form.findChildren(QComboBox)
    assert boxes
    policies = {box.sizeAdjustPolicy() for box in boxes}
    assert QComboBox.SizeAdjustPolicy.AdjustToContents not in policies
