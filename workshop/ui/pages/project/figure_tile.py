"""A figure of the project that leads to where it comes from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.ui.widgets.card import CardButton
from workshop.ui.widgets.headings import MutedLabel, TitleLabel


class FigureTile(CardButton):
    """What it is, how much, and a word beside (`role` colours that)."""

    def __init__(self, label: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(tip)
        self.body.setSpacing(4)
        self.add(MutedLabel(label, wrap=True))
        self._value, self._unit = TitleLabel(), MutedLabel()
        figure = QWidget()
        line = QHBoxLayout(figure)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        line.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        self.add(figure)
        self.body.addStretch(1)

    @property
    def value(self) -> str:
        """The figure as it is shown."""
        return self._value.text()

    def set_value(self, value: str, unit: str = "", *, role: str = "muted") -> None:
        """Change the figure and what stands beside it."""
        self._value.setText(value)
        self._unit.setText(unit)
        self._unit.set_role(role)
