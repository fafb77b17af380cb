"""How far something is, as a slim bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from workshop.ui.desk import Desk


class SlimBar(QProgressBar):
    """A slim rounded bar; where the maximum is unknown (0) it is empty."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, role: str = "accent", height: int = 10):
        super().__init__(parent)
        self._theme, self._role, self._height = desk.theme, role, height
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, value: int, of: int) -> None:
        """Show `value` of `of`."""
        self.setRange(0, of)
        self.setValue(min(value, of))

    def sizeHint(self) -> QSize:
        """As high as was asked for."""
        return QSize(160, self._height)

    def minimumSizeHint(self) -> QSize:
        """A short bar is still a bar."""
        return QSize(40, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_by = self.height() / 2
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)
        part = self.value() / self.maximum() if self.maximum() > 0 else 0
        if part > 0:
            painter.setBrush(self._theme.color(self._role))
            width = max(part * self.width(), self.height())
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), round_by, round_by)
        painter.end()
