"""A word in a coloured pill."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.widgets.headings import Label
from workshop.ui.widgets.look import set_look

ROLES = ("quiet", "accent", "warn", "danger", "ok", "info", "phase-1", "phase-2", "phase-3", "phase-4")


class Pill(Label):
    """A short word that tells a state; `role` is one of `ROLES`."""

    look = "pill"

    def __init__(self, text: str = "", role: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, role=role)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def set(self, text: str, role: str = "") -> None:
        """Change word and colour."""
        self.setText(text)
        if role:
            set_look(self, role=role)
