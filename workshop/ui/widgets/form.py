"""A form built from a declared list of fields: label above, field, a line of help, a line that says what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.form_controls import Control, make_control
from workshop.ui.widgets.headings import Label, MutedLabel
from workshop.ui.widgets.look import set_look


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    `kind` is text, note, number, date, time, choice (a list that opens), segments (a few side by side) or check. `choices` are
    (value, words); `least` and `most` bound a number; `unit` stands behind it. `row` puts fields with the same name of a row
    side by side.
    """

    name: str
    label: str
    kind: str = "text"
    help: str = ""
    required: bool = False
    placeholder: str = ""
    choices: tuple[tuple[Any, str], ...] = ()
    least: int = 0
    most: int = 9999
    unit: str = ""
    lines: int = 3
    row: str = ""


class Form(QWidget):
    """Fields below each other; `values` are by their names, with None for what is not set."""

    submitted = Signal(object)  # values by name, as they are: a dict would lose the kind of fixed words
    changed = Signal()

    def __init__(self, desk: Desk, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields = {field.name: field for field in fields}
        self._controls: dict[str, Control] = {}
        self._errors: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        rows: dict[str, Any] = {}
        for field in fields:
            box = self._box(field)
            if not field.row:
                column.addLayout(box)
                continue
            if field.row not in rows:
                rows[field.row] = QHBoxLayout()
                rows[field.row].setSpacing(16)
                column.addLayout(rows[field.row])
            rows[field.row].addLayout(box, 1)

    def control(self, name: str) -> QWidget:
        """The widget of a field, to listen to it or to enable it."""
        return self._controls[name].widget

    def values(self) -> dict[str, Any]:
        """What is written in all fields."""
        return {name: control.value() for name, control in self._controls.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Put values in; fields that are not named stay as they are."""
        for name, value in values.items():
            if name in self._controls:
                self._controls[name].set_value(value)

    def set_error(self, name: str, message: str) -> None:
        """Say what is wrong with a field; an empty message says that all is well."""
        error = self._errors[name]
        error.setText(message)
        error.setVisible(bool(message))
        set_look(self._controls[name].widget, wrong=bool(message))
        self._controls[name].widget.setAccessibleDescription(message or self._fields[name].help)

    def validate(self) -> bool:
        """Say of each required field that is empty that it is; the first of them gets the keyboard."""
        missing = self._missing()
        for name in self._fields:
            self.set_error(name, self._desk.language.say("Please fill this in.") if name in missing else "")
        if missing:
            self._controls[missing[0]].widget.setFocus()
        return not missing

    def submit(self) -> None:
        """Commit what is being composed, check, and tell the values."""
        for control in self._controls.values():
            control.commit()
        if self.validate():
            self.submitted.emit(self.values())

    def focus_first(self) -> None:
        """Put the keyboard into the first field that has to be written, where all are filled in into the first."""
        name = next(iter((*self._missing(), *self._controls)))
        self._controls[name].widget.setFocus()

    def _missing(self) -> list[str]:
        """The required fields that are empty."""
        required = (name for name, field in self._fields.items() if field.required)
        return [name for name in required if self._controls[name].value() in (None, "")]

    def _box(self, field: Field) -> QVBoxLayout:
        control = make_control(self._desk, field)
        control.widget.setAccessibleName(field.label)
        control.widget.setAccessibleDescription(field.help)
        control.when_changed(self._tell_change)
        if field.kind == "text":
            control.widget.submitted.connect(lambda _text: self.submit())
        self._controls[field.name] = control
        box = QVBoxLayout()
        box.setSpacing(5)
        if field.kind != "check":
            label = Label(field.label)
            label.setProperty("look", "field-label")
            label.setBuddy(control.widget)
            box.addWidget(label)
        if field.kind in ("segments", "check"):
            box.addWidget(control.widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            box.addWidget(control.widget)
        if field.help:
            box.addWidget(MutedLabel(field.help, wrap=True))
        error = MutedLabel(role="danger", wrap=True)
        error.hide()
        self._errors[field.name] = error
        box.addWidget(error)
        box.addStretch(1)
        return box

    def _tell_change(self) -> None:
        self.changed.emit()
