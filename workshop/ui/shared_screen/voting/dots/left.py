"""How much of a ballot is left to give."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.dots.paper import DotsVote

MOST_DOTS_DRAWN = 10


class DotsLeft(QWidget):
    """How many dots are left, as dots and in words."""

    def __init__(self, look: Look, vote: DotsVote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_left()

    def show_left(self) -> None:
        """Look at the ballot again."""
        self.setAccessibleName(self.told())
        self.updateGeometry()
        self.update()

    def told(self) -> str:
        """How many are left, in words alone."""
        vote, language = self._vote, self._look.language
        if vote.paper.is_approval:
            return self._text()
        return self._left(language.number(vote.paper.left))

    def sizeHint(self) -> QSize:
        """The words and the dots behind them."""
        px = self._look.px
        words = self._width_of(self._text(full=True))
        dots = self._vote.poll.dots * px(42) if self._drawn else 0
        return QSize(words + dots + px(14), px(64))

    @property
    def _drawn(self) -> bool:
        return not self._vote.paper.is_approval and self._vote.poll.dots <= MOST_DOTS_DRAWN and self._look.text < 200

    def _width_of(self, text: str) -> int:
        return QFontMetrics(self._look.font("small")).horizontalAdvance(text)

    def _text(self, *, full: bool = False) -> str:
        vote, language = self._vote, self._look.language
        most = language.number(vote.poll.dots)
        if vote.paper.is_approval:
            return language.say("{n} of {all} chosen", n=most if full else language.number(vote.paper.placed), all=most)
        if self._drawn:
            return language.say("Dots left")
        return self._left(most if full else language.number(vote.paper.left))

    def _left(self, left: str) -> str:
        most = self._vote.poll.dots
        return self._look.language.say_many("{left} of {n} dot left", "{left} of {n} dots left", most, left=left)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then a filled dot for each that is left."""
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text())
        if self._drawn:
            left = self._width_of(self._text()) + px(14)
            for place in range(self._vote.poll.dots):
                full = place < self._vote.paper.left
                dot = QRectF(left + place * px(42), (self.height() - px(28)) / 2, px(28), px(28))
                painter.setBrush(look.color("accent") if full else Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.color("accent" if full else "muted"), px(3 if not full else 1)))
                painter.drawEllipse(dot)
        painter.end()
