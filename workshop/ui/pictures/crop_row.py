"""One box in the list beside the photo: its number, its words, and the way to remove it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.text_field import LineField


class CropRow(QWidget):
    """The field has the keyboard when the row is meant."""

    focused = Signal()
    submitted = Signal()
    removeRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self._number = Pill()
        self._number.setMinimumWidth(desk.type.px(36))  # the fields begin below each other
        self.field = LineField(placeholder=say("Words"))
        self.remove_button = IconButton(desk.icons.icon("x", "muted"), say("Remove box"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove_button)
        self.field.installEventFilter(self)
        self.field.submitted.connect(lambda _text: self.submitted.emit())
        self.remove_button.clicked.connect(self.removeRequested)

    def show_number(self, number: int) -> None:
        """Show the number of the box."""
        say = self._desk.language.say
        self._number.setText(str(number))
        self.field.setAccessibleName(say("Words of box {n}", n=number))
        self.remove_button.setAccessibleName(say("Remove box {n}", n=number))

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the chosen one."""
        self._number.set(self._number.text(), "accent" if chosen else "quiet")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard has come into the field."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)
