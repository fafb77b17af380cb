"""How far a participant is in a form."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.shared_screen.look import Look


class Progress(QWidget):
    """How far it is, as a line and in words.

    `number` counts the questions that are asked. `part` of `whole` is how far the line reaches: where the number of all is
    not known, because some are asked only after certain answers, the line is by the place in the form, so that it never
    goes back.
    """

    def __init__(self, look: Look, number: int, part: int, whole: int, *, known: bool = True) -> None:
        super().__init__()
        say = look.language.say
        self._look, self._share = look, part / whole
        self._text = say("Question {n} of {all}", n=number, all=whole) if known else say("Question {n}", n=number)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text)

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
        painter.drawText(self.rect().adjusted(0, 0, 0, -high - 2), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() - high, self.width(), high)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(0, bar.top(), bar.width() * self._share, high), high / 2, high / 2)
        painter.end()
