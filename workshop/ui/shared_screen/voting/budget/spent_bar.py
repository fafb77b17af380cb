"""How much of the budget is spent: a bar that fills, with the sums above it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.models.telling.methods import money
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.budget.paper import BudgetVote

_BAR, _HIGH, _GAP = 20, 64, 6  # pixels


class SpentBar(QWidget):
    """The sum that is spent at the left, what is left at the right, the bar below."""

    def __init__(self, look: Look, vote: BudgetVote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self.setObjectName("spent")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_spent()

    def show_spent(self) -> None:
        """Look at the ballot again."""
        self.setAccessibleName(self.told())
        self.update()

    def told(self) -> str:
        """The sums in words."""
        return f"{self._spent()}, {self._left()}"

    def sizeHint(self) -> QSize:
        """The least it needs, so that it takes nothing from the buttons beside it; it grows into all the room there is."""
        return QSize(self._look.px(220), max(self._look.px(_HIGH), self._line() + self._look.px(_BAR + _GAP)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sums and the bar."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - self._line() - look.px(_BAR + _GAP)) / 2
        self._paint_words(painter, QRectF(0, top, self.width(), self._line()))
        self._paint_bar(painter, QRectF(0, top + self._line() + look.px(_GAP), self.width(), look.px(_BAR)))
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """Both sums in the largest type in which they fit; where there is little room, only what is spent."""
        look, spent, left = self._look, self._spent(), self._left()
        small = look.size("small")
        large, smallest = (small, round(small * 0.85)), (look.px(19), look.px(15))
        both, alone = f"{spent}{' ' * 6}{left}", self._money(self._vote.paper.spent)
        tried = [(both, size) for size in large]
        tried += [(spent, size) for size in (*large, *smallest)]
        tried += [(alone, size) for size in smallest]
        shown, size = next((one for one in tried if _width_of(*one) <= room.width()), tried[-1])
        words = spent if shown == both else shown
        painter.setFont(make_font(size, 600))
        painter.setPen(look.color("ink"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        if shown == both:
            painter.setFont(make_font(size, 400))
            painter.setPen(look.color("muted"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), left)

    def _paint_bar(self, painter: QPainter, place: QRectF) -> None:
        look, paper = self._look, self._vote.paper
        frame = place.adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.fillPath(shape, look.color("card"))
        share = min(1.0, paper.spent / max(1, paper.poll.budget))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(frame.left(), frame.top(), frame.width() * share, frame.height()), look.color("accent"))
        painter.restore()
        painter.setPen(QPen(look.color("muted"), 1))
        painter.drawPath(shape)

    def _line(self) -> int:
        return QFontMetrics(self._look.font("small", 600)).height()

    def _spent(self) -> str:
        spent, budget = self._money(self._vote.paper.spent), self._money(self._vote.poll.budget)
        return self._look.language.say("{spent} of {budget}", spent=spent, budget=budget)

    def _left(self) -> str:
        return self._look.language.say("{money} left", money=self._money(self._vote.paper.left))

    def _money(self, amount: int) -> str:
        return money(self._look.language, amount, self._vote.poll.unit)


def _width_of(text: str, size: int) -> int:
    return QFontMetrics(make_font(size, 600)).horizontalAdvance(text)
