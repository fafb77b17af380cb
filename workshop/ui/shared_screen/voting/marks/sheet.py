"""What was marked, at the check: every option that has a mark, its mark at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, card
from workshop.ui.shared_screen.voting.marks.mark_button import mark_width, paint_mark
from workshop.ui.shared_screen.voting.marks.paper import MarksVote, marked
from workshop.ui.shared_screen.voting.marks.scale import Mark, Scale

_FEW = 4  # options on large cards


def marks_sheet(look: Look, vote: MarksVote, scale: Scale, left_out: str) -> QWidget:
    """The marks in the order of the ballot; `left_out` says what has none, and is empty where all have one."""
    given = marked(vote)
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(8))
    width = max(mark_width(look, mark) for mark in scale.marks)
    for option, value in given:
        frame, inner = card(look, margin=20 if len(given) <= _FEW and look.text < 200 else 12)
        row = QHBoxLayout()
        row.setSpacing(look.px(20))
        row.addWidget(Words(option.text, "strong"), 1)
        row.addWidget(MarkChip(look, scale.mark(value), width), 0, Qt.AlignmentFlag.AlignVCenter)
        inner.addLayout(row)
        column.addWidget(frame)
    if left_out:
        column.addWidget(Words(left_out, "body", role="muted"))
    column.addStretch(1)
    return sheet


class MarkChip(QWidget):
    """A mark as it was on the ballot, to be read only."""

    def __init__(self, look: Look, mark: Mark, width: int) -> None:
        super().__init__()
        self._look, self.mark, self._width = look, mark, width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(mark.told)

    def sizeHint(self) -> QSize:
        """As large as its words need."""
        return QSize(self._width, max(self._look.px(52), round(self._look.size("body") * 1.6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The filled mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._look, QRectF(self.rect()), self.mark, chosen=True)
        painter.end()
