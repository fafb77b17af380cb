"""How far a participant is in a form."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.shared_screen.look import Look


class Progress(QWidget):
    """How far it is, as a line and in words."""

    def __init__(self, look: Look, place: int, count: int) -> None:
        super().__init__()
        self._look, self._place, self._count = look, place, count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text())

    def _text(self) -> str:
        return self._look.language.say("Question {n} of {all}", n=self._place + 1, all=self._count)

    def sizeHint(self) -> QSize:
        """One line of small type and the bar."""
        return QSize(self._look.px(400), self._look.size("small") + self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, the bar below."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted"))
        high = look.px(8)
        painter.drawText(self.rect().adjusted(0, 0, 0, -high - 2), Qt.AlignmentFlag.AlignVCenter, self._text())
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() - high, self.width(), high)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(
            QRectF(0, bar.top(), bar.width() * (self._place + 1) / self._count, high), high / 2, high / 2
        )
        painter.end()
