"""A figure in a card: what it is, how much, and a word beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import MutedLabel, TitleLabel


class NumberTile(Card):
    """A small title, a large figure and what stands beside it (`role` colours that: muted, warn, danger, ok)."""

    def __init__(
        self, label: str, value: str = "–", unit: str = "", *, role: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(4)
        self._label = MutedLabel(label)
        self._value = TitleLabel()
        self._unit = MutedLabel()
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        self.body.addWidget(self._label)
        self.body.addLayout(line)
        self.set_value(value, unit, role=role)

    @property
    def value(self) -> str:
        """The figure as it is shown."""
        return self._value.text()

    def set_value(self, value: str, unit: str = "", *, role: str = "muted") -> None:
        """Change the figure and what stands beside it."""
        self._value.setText(value)
        self._unit.setText(unit)
        self._unit.set_role(role)
        self.setAccessibleName(f"{self._label.text()}: {value} {unit}".strip())
