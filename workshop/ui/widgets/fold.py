"""Something for those who want to know more: one line that opens and closes what is below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton


class Fold(QWidget):
    """A title with a small arrow, and what it opens; closed at first."""

    opened = Signal()

    def __init__(self, desk: Desk, title: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = desk.icons
        self.button = LinkButton(title)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._turn)
        self.inside = inside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(inside)
        self._turn(False)

    @property
    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return self.button.isChecked()

    def _turn(self, opens: bool) -> None:
        self.button.setIcon(self._icons.icon("chevron-down" if opens else "chevron-right"))
        self.inside.setVisible(opens)
        if opens:
            self.opened.emit()
