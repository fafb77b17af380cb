"""A figure that can be read across the room."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.widgets.headings import DisplayLabel, MutedLabel, StrongLabel


class Figure(QWidget):
    """A very large number and two lines beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._number = DisplayLabel("0")
        self._beside = StrongLabel()
        self._below = MutedLabel(wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._beside)
        words.addWidget(self._below)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._number)
        row.addLayout(words, 1)

    @property
    def number(self) -> str:
        """The number as it is shown."""
        return self._number.text()

    def set(self, number: str, beside: str, below: str = "") -> None:
        """Change number and words."""
        self._number.setText(number)
        self._beside.setText(beside)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self.setAccessibleName(f"{number} {beside}")
