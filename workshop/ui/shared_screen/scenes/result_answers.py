"""Yes, abstained and no of each proposal on the shared screen, with what became of it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from workshop.models.records.votes import PollResult, ResultLine
from workshop.models.telling.facts import Answers, answers_of
from workshop.models.telling.standings import answers_told, chosen_word, leads
from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.scenes.result_bars import ResultBars

_OUTCOME, _COUNTS = 26, 19  # pixels at 1366x768
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ResultAnswers(ResultBars):
    """A bar of one length for each proposal, parted into yes, abstained and no, the counts in words below."""

    def __init__(self, look: Look, result: PollResult, first: int, count: int, *, grows: bool) -> None:
        super().__init__(look, result, first, count, grows=grows)
        answers = (answers_of(result, line.option) for line in self._lines)
        self._answers = [each or Answers(0, 0, 0) for each in answers]
        told = zip(self._lines, self._answers, strict=True)
        self.setAccessibleDescription("; ".join(self._heard(line, answers) for line, answers in told))

    def _told(self, line: ResultLine) -> str:
        return chosen_word(self._look.language, self._result, line)

    def _heard(self, line: ResultLine, answers: Answers) -> str:
        return f"{line.option.text}: {self._told(line)}, {answers_told(self._look.language, answers)}"

    def _paint_line(self, painter: QPainter, place: int, room: QRectF, part: float) -> None:
        look, answers, line = self._look, self._answers[place], self._lines[place]
        font = make_font(look.px(_COUNTS))
        words = QFontMetrics(font).height()
        height = max(room.height() - words - look.px(4), look.px(6))
        whole = answers.yes + answers.abstained + answers.no
        left = room.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for count, role in ((answers.yes, "first"), (answers.abstained, "line"), (answers.no, "warn")):
            width = room.width() * self.grown * count / whole if whole else 0
            painter.setBrush(look.color(role))
            painter.drawRect(QRectF(left, room.top(), max(width - look.px(2), 0), height))
            left += width
        painter.setPen(look.color("ink"))
        painter.setFont(font)
        painter.drawText(
            QRectF(room.left(), room.bottom() - words, room.width(), words), _LEFT, answers_told(look.language, answers)
        )
        painter.setFont(make_font(look.px(_OUTCOME), 700 if leads(self._result, line) else 400))
        behind = QRectF(room.right() + look.px(16), room.top(), self.width(), height)
        painter.drawText(behind, _LEFT, self._told(line))
