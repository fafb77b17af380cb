"""A form on a sheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.buttons import PrimaryButton
from workshop.ui.widgets.form import Field, Form
from workshop.ui.widgets.headings import paragraph


class FormDialog(Sheet):
    """Asks for values. It tells them by `submitted` and closes; with `stay` the caller closes it after the service said yes.

    A service's refusal is shown at its field with `form.set_error`, or below with `show_error`.
    """

    submitted = Signal(object)  # values by name, as they are: a dict would lose the kind of fixed words

    def __init__(
        self, desk: Desk, title: str, fields: Sequence[Field], verb: str, parent: QWidget, *,
        values: Mapping[str, Any] | None = None, text: str = "", stay: bool = False, width: int = 520,
    ) -> None:  # fmt: skip
        super().__init__(desk, title, parent, width=width)
        self._stay = stay
        self._fitted: object = None
        if text:
            words = paragraph(text, role="muted")
            words.setContentsMargins(RING, 0, RING, 0)
            self.body.addWidget(words)
        self.form = Form(desk, fields)
        self.form.set_values(values or {})
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("look", "bare")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("look", "bare")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(RING, 2, RING, RING)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self._area.setWidget(holder)
        self.body.addWidget(self._area, 1)
        self._error = paragraph(role="danger")
        self._error.setContentsMargins(RING, 0, RING, 0)
        self._error.hide()
        self.body.addWidget(self._error)
        self.verb_button = PrimaryButton(verb)
        self.verb_button.setDefault(True)
        self.verb_button.clicked.connect(self.form.submit)
        self.foot.addWidget(self.verb_button)
        self.form.submitted.connect(self._submit)

    def show_error(self, message: str) -> None:
        """Say below the fields why it did not work."""
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self.verb_button.setEnabled(True)

    def _submit(self, values: dict[str, Any]) -> None:
        if not self.verb_button.isEnabled():
            return  # the first press is still being answered
        self.show_error("")
        self.verb_button.setEnabled(False)
        if not self._stay:
            self.accept()
        self.submitted.emit(values)

    def fit(self) -> None:
        """As high as the form and what stands around it; what is higher than the display scrolls, the verbs stay in sight."""
        inside, layout = self._area.widget(), self.layout()
        form = max(inside.sizeHint().height(), inside.heightForWidth(self._area.width())) + 4
        key = (self.width(), form, self._error.text())
        if key != self._fitted:
            self._fitted = key
            self._area.setFixedHeight(0)
            layout.activate()
            self._area.setFixedHeight(min(form, self.most - layout.totalHeightForWidth(self.width())))
            layout.activate()
        super().fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field."""
        super().showEvent(event)
        self.form.focus_first()
