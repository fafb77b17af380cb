"""The bars of a result on the shared screen: labels that run over two lines, a bracket around what is tied."""

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop.charts.bars import Bar, lengths, told_bars
from workshop.models.records.votes import PollResult, ResultLine
from workshop.models.telling.lots import shared_places
from workshop.models.telling.standings import bar_told, leads, most, size
from workshop.ui.fonts import make_font
from workshop.ui.motion import GROWTH, Motion
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import fitting_size

_STEP, _BAR = 62, 46  # pixels at 1366x768
_FIGURE = 28  # pixels at 1366x768: the size of the figures behind the bars
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ResultBars(QWidget):
    """Some of the lines of a result; they grow once, or stand at once where the system asks for no motion."""

    def __init__(self, look: Look, result: PollResult, first: int, count: int, *, grows: bool) -> None:
        super().__init__()
        self._look = look
        self._result = result
        self._lines = result.lines[first : first + count]
        self._bars = [
            Bar(line.option.text, float(size(result, line)), self._told(line), first=leads(result, line))
            for line in self._lines
        ]
        self._lengths = lengths(self._bars, most=float(most(result)))
        self._tied = {option for tie in shared_places(result) for option in tie}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(result.poll.title)
        ranked = zip(self._bars, self._lines, strict=True)
        told = [replace(bar, label=f"{line.rank}. {bar.label}") for bar, line in ranked]
        self.setAccessibleDescription(told_bars(told))
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
        room = self.width() - left - self._value_width()
        for place, (bar, part) in enumerate(zip(self._bars, self._lengths, strict=True)):
            top = place * step
            self._paint_label(painter, bar, QRect(0, top, left - look.px(24), step))
            self._paint_line(painter, place, QRectF(left, top + (step - thickness) / 2, room, thickness), part)
        self._paint_ties(painter, left, step)
        painter.end()

    def _label_width(self) -> int:
        """As wide as the longest label in one line, between a quarter and two fifths of the whole."""
        metrics = QFontMetrics(make_font(self._look.size("body"), 700))
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0)
        return min(max(widest + self._look.px(40), self.width() // 4), self.width() * 2 // 5)

    def _value_width(self) -> int:
        """The room behind the bars: as much as the longest figure needs."""
        metrics = QFontMetrics(make_font(self._look.px(_FIGURE), 700))
        widest = max((metrics.horizontalAdvance(bar.told) for bar in self._bars), default=0)
        return max(self._look.px(110), widest + self._look.px(20))

    def _paint_label(self, painter: QPainter, bar: Bar, room: QRect) -> None:
        look = self._look
        weight = 700 if bar.first else 400
        sizes = [look.px(size) for size in (24, 22, 20, 19)]
        size = fitting_size(bar.label, room.size(), sizes, weight)
        font = make_font(size, weight)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        text = bar.label
        metrics = QFontMetrics(font)
        while text and metrics.boundingRect(room, int(_WRAP), text).height() > room.height():
            text = text[:-2].rstrip("… ") + "…" if len(text) > 2 else ""
        painter.drawText(room, int(_WRAP), text)

    def _told(self, line: ResultLine) -> str:
        """What stands behind a bar."""
        return bar_told(self._look.language, self._result, line)

    def _paint_line(self, painter: QPainter, place: int, room: QRectF, part: float) -> None:
        """The bar of a line, so long of the room it has, and its figure."""
        look, bar = self._look, self._bars[place]
        shape = QRectF(room.left(), room.top(), room.width() * part * self.grown, room.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("first" if bar.first else "bar"))
        if bar.value:
            painter.drawRoundedRect(shape, 6, 6)
        painter.setPen(look.color("ink"))
        painter.setFont(make_font(look.px(_FIGURE), 700))
        gap = look.px(16 if bar.value else 0)
        behind = QRectF(shape.right() + gap, shape.top() - 8, self._value_width(), shape.height() + 16)
        painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, bar.told)

    def _paint_ties(self, painter: QPainter, left: int, step: int) -> None:
        """A line beside the bars of neighbours that share their points."""
        look = self._look
        painter.setPen(QPen(look.color("muted"), look.px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        inset = look.px(14)
        for place, line in enumerate(self._lines[1:], start=1):
            if line.rank == self._lines[place - 1].rank and line.option.id in self._tied:
                painter.drawLine(
                    left - look.px(12), (place - 1) * step + inset, left - look.px(12), (place + 1) * step - inset
                )
