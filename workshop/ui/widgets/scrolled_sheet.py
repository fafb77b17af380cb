"""What lies in a scrolling area and is no higher than its words need at the width it really has."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledSheet(QWidget):
    """Qt asks for the height at the least width, where flowing things are highest, and would scroll far past their end."""

    def minimumSizeHint(self) -> QSize:
        """The least width; where the height follows from the width, the scrolling area asks for that itself."""
        least = super().minimumSizeHint()
        follows = self.layout() is not None and self.layout().hasHeightForWidth()
        return QSize(least.width(), 0) if follows else least
