"""A small square in a colour of the theme, for legends."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk


class Swatch(QWidget):
    """What stands before the words of a step."""

    def __init__(self, desk: Desk, role: str) -> None:
        super().__init__()
        self._color = desk.theme.color(role)
        self.setFixedSize(QSize(desk.type.px(12), desk.type.px(12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()
