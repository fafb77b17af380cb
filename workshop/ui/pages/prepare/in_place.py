"""A form that is saved as it is filled in: each field when it is left."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.form import Field, Form

PAUSE = 900  # milliseconds after the last step of a number, day or time
_STEPPED = ("number", "date", "time")
_CHOSEN = ("choice", "segments")
_UNSAVED = object()


class InPlaceForm(Form):
    """Tells by `saved` what was changed, together with the key of the record that was shown."""

    saved = Signal(object, object)  # the key, the changed values by name (a dict in a signal would lose its enums)

    def __init__(self, desk: Desk, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(desk, fields, parent)
        self.key: Any = None
        self._given: dict[str, Any] = {}  # as the record says it
        self._shown: dict[str, Any] = {}  # as the field says it
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.save)
        for field in fields:
            control = self._controls[field.name]
            control.widget.installEventFilter(self)
            if field.kind in _STEPPED:
                control.when_changed(self._pause.start)
            elif field.kind in _CHOSEN:
                control.when_changed(self.save)
        self.submitted.connect(lambda _values: self.save())

    def show_values(self, key: Any, values: Mapping[str, Any]) -> None:
        """Show a record; of the one that is shown already, what is being written stays."""
        if key != self.key:
            self.save()
            self.key = key
            self._shown.clear()
            self._given.clear()
            for name in values:
                self.set_error(name, "")
        written = self.unsaved()
        for name, value in values.items():
            if name in written:
                continue
            if self._given.get(name, _UNSAVED) != value:
                self.set_values({name: value})
            self._given[name] = value
            self._shown[name] = self._value(name)

    def values(self) -> dict[str, Any]:
        """What is written in all fields."""
        return {name: self._value(name) for name in self._controls}

    def unsaved(self) -> dict[str, Any]:
        """What is written and not yet told."""
        return {name: self._value(name) for name, shown in self._shown.items() if self._value(name) != shown}

    def save(self) -> None:
        """Tell what was changed, if anything was."""
        self._pause.stop()
        for name in self._shown:
            if self._fields[name].kind not in _CHOSEN:
                self._controls[name].commit()
        changed = self.unsaved()
        if changed:
            self._shown |= changed
            for name in changed:
                self._given.pop(name, None)
                self.set_error(name, "")
            self.saved.emit(self.key, changed)

    def refuse(self, key: Any, names: Sequence[str], message: str) -> None:
        """Say at the first of these fields why they were not saved; they are tried again when they are next left."""
        if key != self.key or not names:
            return
        self.set_error(names[0], message)
        self._shown |= dict.fromkeys(names, _UNSAVED)

    def _value(self, name: str) -> Any:
        """What is in a field; a list that opens gives words back as plain text, so the one that was offered is taken."""
        value = self._controls[name].value()
        return next((offered for offered, _ in self._fields[name].choices if offered == value), value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save what is left, once the field has taken in its last syllable."""
        left = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if left and event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self.save)
        return super().eventFilter(watched, event)
