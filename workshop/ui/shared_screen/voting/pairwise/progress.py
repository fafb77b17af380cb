"""How far a voter is: a dash for each comparison, filled where it was made, larger where the voter is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.pairwise.paper import PairwiseVote

_MOST_APART = 40  # dashes; more stand close together


class PairProgress(QWidget):
    """The dashes; the words beside them tell the same."""

    def __init__(self, look: Look, vote: PairwiseVote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Low, and as wide as there is room."""
        return QSize(self._look.px(200), self._look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One dash after the other."""
        look, paper = self._look, self._vote.paper
        count = len(paper.pairs)
        gap = look.px(6 if count <= _MOST_APART else 2)
        width = (self.width() - (count - 1) * gap) / max(1, count)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(count):
            high = look.px(10 if place == paper.at else 4)
            color = "accent" if place in paper.preferred else "ink" if place == paper.at else "line"
            painter.setBrush(look.color(color))
            dash = QRectF(place * (width + gap), (self.height() - high) / 2, width, high)
            painter.drawRoundedRect(dash, high / 2, high / 2)
        painter.end()
