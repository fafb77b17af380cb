"""One line that ends in … where there is no room, and tells the whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.widgets.headings import Label


class ElidedLabel(Label):
    """A label that never asks for more room than there is."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "body", role: str = "") -> None:
        super().__init__(text, parent, role=role)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)

    @property
    def is_elided(self) -> bool:
        """Whether some of the text is hidden."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, text: str) -> None:
        """Change the text."""
        super().setText(text)
        self.setAccessibleName(text)
        self._set_tip()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("가…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()) | Qt.TextFlag.TextSingleLine, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A tooltip only where something is hidden."""
        super().resizeEvent(event)
        self._set_tip()

    def _set_tip(self) -> None:
        self.setToolTip(self.text() if self.is_elided else "")
