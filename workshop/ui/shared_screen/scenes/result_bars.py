"""The bars of a result on the shared screen: labels that run over two lines, a bracket around what is tied."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.models.records.votes import PollResult, ResultLine
from workshop.ui.fonts import make_font
from workshop.ui.motion import GROWTH, Motion
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import fitting_size

_STEP, _BAR = 62, 46  # pixels at 1366x768
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ResultBars(QWidget):
    """Some of the lines of a result; they grow once, or stand at once where the system asks for no motion."""

    def __init__(self, look: Look, result: PollResult, first: int, count: int, *, grows: bool) -> None:
        super().__init__()
        self._look = look
        self._lines = result.lines[first : first + count]
        self._highest = max((line.points for line in result.lines), default=0) or 1
        self._tied = {option for tie in result.ties for option in tie}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(result.poll.title)
        self.setAccessibleDescription(
            "; ".join(f"{line.rank}. {line.option.text}: {line.points}" for line in self._lines)
        )
        self._growth = Motion(self, lambda _value: self.update(), GROWTH)
        if grows:
            self._growth.start()

    @property
    def grown(self) -> float:
        """How much of their length the bars have, 0 to 1."""
        return self._growth.value

    def minimumSizeHint(self) -> QSize:
        """Some of it at least."""
        return QSize(self._look.px(600), self._look.px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint label, bar and points of each line."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(look.px(_STEP), self.height() // max(1, len(self._lines)))
        thickness = min(look.px(_BAR), step - look.px(8))
        left = self._label_width()
        room = self.width() - left - look.px(110)
        for place, line in enumerate(self._lines):
            top = place * step
            self._paint_label(painter, line, QRect(0, top, left - look.px(24), step))
            length = room * line.points / self._highest * self.grown
            self._paint_bar(painter, line, QRectF(left, top + (step - thickness) / 2, length, thickness))
        self._paint_ties(painter, left, step)
        painter.end()

    def _label_width(self) -> int:
        """As wide as the longest label in one line, between a quarter and two fifths of the whole."""
        metrics = QFontMetrics(make_font(self._look.size("body"), 700))
        widest = max((metrics.horizontalAdvance(line.option.text) for line in self._lines), default=0)
        return min(max(widest + self._look.px(40), self.width() // 4), self.width() * 2 // 5)

    def _paint_label(self, painter: QPainter, line: ResultLine, room: QRect) -> None:
        look = self._look
        weight = 700 if line.rank == 1 and line.points else 400
        sizes = [look.px(size) for size in (24, 22, 20, 19)]
        size = fitting_size(line.option.text, room.size(), sizes, weight)
        font = make_font(size, weight)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        text = line.option.text
        metrics = QFontMetrics(font)
        while text and metrics.boundingRect(room, int(_WRAP), text).height() > room.height():
            text = text[:-2].rstrip("… ") + "…" if len(text) > 2 else ""
        painter.drawText(room, int(_WRAP), text)

    def _paint_bar(self, painter: QPainter, line: ResultLine, bar: QRectF) -> None:
        look = self._look
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("first" if line.rank == 1 and line.points else "bar"))
        if line.points:
            painter.drawRoundedRect(bar, 6, 6)
        painter.setPen(look.color("ink"))
        painter.setFont(make_font(look.px(28), 700))
        behind = QRectF(bar.right() + look.px(16 if line.points else 0), bar.top() - 8, look.px(110), bar.height() + 16)
        painter.drawText(
            behind, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.language.number(line.points)
        )

    def _paint_ties(self, painter: QPainter, left: int, step: int) -> None:
        """A line beside the bars of neighbours that share their points."""
        look = self._look
        painter.setPen(QPen(look.color("muted"), look.px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inset = look.px(14)
        for place, line in enumerate(self._lines[1:], start=1):
            if line.rank == self._lines[place - 1].rank and line.points and line.option.id in self._tied:
                painter.drawLine(
                    left - look.px(12), (place - 1) * step + inset, left - look.px(12), (place + 1) * step - inset
                )
