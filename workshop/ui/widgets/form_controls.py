"""The controls a form is made of, each with the same four verbs."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTime
from PySide6.QtGui import QFontMetrics, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.text_field import LineField, NoteField

if TYPE_CHECKING:
    from workshop.ui.widgets.form import Field

NEVER = QDate(1900, 1, 1)  # stands for "no date"


class Control:
    """A widget with its value."""

    def __init__(self, widget: QWidget) -> None:
        self.widget: Any = widget

    def value(self) -> Any:
        """What is in it, None where nothing is."""
        return self.widget.value

    def set_value(self, value: Any) -> None:
        """Put something in."""
        self.widget.set_value(value or "")

    def when_changed(self, call: Callable[[], None]) -> None:
        """Call when the user changed it."""
        self.widget.edited.connect(lambda *_: call())

    def commit(self) -> None:
        """Take in what is still being typed."""
        self.widget.commit_composition()


class _Number(Control):
    def value(self) -> Any:
        return self.widget.value()

    def set_value(self, value: Any) -> None:
        self.widget.setValue(int(value or 0))

    def when_changed(self, call: Callable[[], None]) -> None:
        self.widget.valueChanged.connect(lambda *_: call())

    def commit(self) -> None:
        self.widget.interpretText()


class _Date(Control):
    def value(self) -> date | None:
        day = self.widget.date()
        return None if day == NEVER else day.toPython()

    def set_value(self, value: Any) -> None:
        self.widget.setDate(QDate(value.year, value.month, value.day) if value else NEVER)

    def when_changed(self, call: Callable[[], None]) -> None:
        self.widget.dateChanged.connect(lambda *_: call())

    def commit(self) -> None:
        self.widget.interpretText()


class _Time(Control):
    def value(self) -> time:
        return self.widget.time().toPython()

    def set_value(self, value: Any) -> None:
        self.widget.setTime(QTime(value.hour, value.minute) if value else QTime(0, 0))

    def when_changed(self, call: Callable[[], None]) -> None:
        self.widget.timeChanged.connect(lambda *_: call())

    def commit(self) -> None:
        self.widget.interpretText()


class _Choice(Control):
    def __init__(self, widget: Any, values: Sequence[Any]) -> None:
        super().__init__(widget)
        self._values = tuple(values)  # Qt would give a fixed word back as plain text

    def value(self) -> Any:
        place = self.widget.currentIndex()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self.widget.setCurrentIndex(self._values.index(value))

    def when_changed(self, call: Callable[[], None]) -> None:
        self.widget.activated.connect(lambda *_: call())

    def commit(self) -> None:
        pass


class _Segments(Control):
    def set_value(self, value: Any) -> None:
        self.widget.set_chosen(value)

    def when_changed(self, call: Callable[[], None]) -> None:
        self.widget.chosen.connect(lambda *_: call())

    def commit(self) -> None:
        pass


class _Check(Control):
    def value(self) -> bool:
        return self.widget.isChecked()

    def set_value(self, value: Any) -> None:
        self.widget.setChecked(bool(value))

    def when_changed(self, call: Callable[[], None]) -> None:
        self.widget.toggled.connect(lambda *_: call())

    def commit(self) -> None:
        pass


class _StillWheel(QObject):
    """A wheel that passes over a field scrolls the page; it does not change what nobody touched."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def keep_still(widget: QWidget) -> QWidget:
    """Let the wheel change a field only while it has the keyboard."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_StillWheel(widget))
    return widget


def make_control(desk: Desk, field: "Field") -> Control:
    """The control of a field; raises KeyError for an unknown kind."""
    return _MAKERS[field.kind](desk, field)


def _padded(box: QAbstractSpinBox) -> QWidget:
    """The style sheet's padding does not reach the text of a field with arrows."""
    box.lineEdit().setTextMargins(10, 0, 0, 0)
    return keep_still(box)


def _make_number(_desk: Desk, field: "Field") -> Control:
    box = QSpinBox()
    box.setRange(field.least, field.most)
    if field.unit:
        box.setSuffix(f" {field.unit}")
    return _Number(_padded(box))


class _DayField(QDateEdit):
    """A day, or none: then the calendar opens at the present month, and a step leads to the present day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setDate(self._today())

    def _today(self) -> QDate:
        day = self._desk.today()
        return QDate(day.year, day.month, day.day)

    def stepBy(self, steps: int) -> None:
        """From no day to today, not to the next day after the one that stands for none."""
        if self.date() == NEVER:
            self.setDate(self._today())
        else:
            super().stepBy(steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where no day is chosen, show the present month."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QCalendarWidget) and self.date() == NEVER:
            today = self._today()
            watched.setCurrentPage(today.year(), today.month())
        return super().eventFilter(watched, event)


def _make_date(desk: Desk, field: "Field") -> Control:
    box = _DayField(desk)
    box.setLocale(QLocale(desk.language.code))
    box.setCalendarPopup(True)
    _dress_calendar(desk, box.calendarWidget())
    box.calendarWidget().installEventFilter(box)
    box.setDisplayFormat("yyyy. M. d. (ddd)" if desk.language.code == "ko" else "ddd d MMM yyyy")
    sample = box.locale().toString(QDate(2028, 12, 27), box.displayFormat())
    box.setMinimumWidth(QFontMetrics(desk.type.font()).horizontalAdvance(sample) + desk.type.px(30) + 32)
    if not field.required:
        box.setMinimumDate(NEVER)
        box.setSpecialValueText(field.placeholder or desk.language.say("No date"))
        box.setDate(NEVER)
    return _Date(keep_still(box))


def _dress_calendar(desk: Desk, calendar: QCalendarWidget) -> None:
    """Room to point at, no week numbers, and Sundays as on every Korean calendar."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setMinimumSize(desk.type.px(300), desk.type.px(270))
    for day, role in ((Qt.DayOfWeek.Saturday, "ink"), (Qt.DayOfWeek.Sunday, "danger")):
        words = QTextCharFormat()
        words.setForeground(desk.theme.color(role))
        calendar.setWeekdayTextFormat(day, words)
    head = QTextCharFormat()
    head.setForeground(desk.theme.color("muted"))
    calendar.setHeaderTextFormat(head)


def _make_time(_desk: Desk, _field: "Field") -> Control:
    box = QTimeEdit()
    box.setDisplayFormat("HH:mm")
    return _Time(_padded(box))


def _make_choice(_desk: Desk, field: "Field") -> Control:
    box = QComboBox()
    for _value, words in field.choices:
        box.addItem(words)
    # Adjusting to the contents would shrink it to its words 20 ms after they were put in, whatever the layout says.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(min(_SHORT, max((len(words) for _value, words in field.choices), default=0)))
    return _Choice(keep_still(box), [value for value, _words in field.choices])


_SHORT = 14  # characters of a choice that are seen in a narrow form

_MAKERS: dict[str, Callable[[Desk, "Field"], Control]] = {
    "text": lambda _desk, field: Control(LineField(placeholder=field.placeholder)),
    "note": lambda _desk, field: Control(NoteField(placeholder=field.placeholder, lines=field.lines)),
    "number": _make_number,
    "date": _make_date,
    "time": _make_time,
    "choice": _make_choice,
    "segments": lambda _desk, field: _Segments(SegmentedChoice(field.choices)),
    "check": lambda _desk, field: _Check(CheckBox(field.label)),
}
