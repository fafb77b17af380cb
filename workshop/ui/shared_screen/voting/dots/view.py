"""Dots and approvals in the booth: how it works in a line, and what is seen at the check."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, card
from workshop.ui.shared_screen.voting.dots.option_card import MOST_DRAWN
from workshop.ui.shared_screen.voting.dots.paper import DotsVote, chosen

_FEW = 4  # options on large cards


def told_how(look: Look, vote: DotsVote) -> str:
    """What the voter does, in one line."""
    if vote.paper.is_approval:
        return look.language.say("Tap what you agree with, up to {n}.", n=vote.poll.dots)
    return look.language.say_many(
        "Tap an option to place your dot.", "Tap options to place your {n} dots.", vote.poll.dots
    )


def chosen_sheet(look: Look, vote: DotsVote) -> QWidget:
    """What was chosen, with its dots."""
    marked = chosen(vote)
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(12))
    for option, count in marked:
        frame, inner = card(look, margin=32 if len(marked) <= _FEW and look.text < 200 else 20)
        row = QHBoxLayout()
        row.setSpacing(look.px(20))
        row.addWidget(Words(option.text, "strong"), 1)
        if not vote.paper.is_approval:
            row.addWidget(Dots(look, count))
        inner.addLayout(row)
        column.addWidget(frame)
    if vote.paper.left and not vote.paper.is_approval:
        left = look.language.say_many("{n} dot is not used.", "{n} dots are not used.", vote.paper.left)
        column.addWidget(Words(left, "body", role="muted"))
    column.addStretch(1)
    return sheet


class Dots(QWidget):
    """Some dots, or their number where there are many."""

    def __init__(self, look: Look, count: int) -> None:
        super().__init__()
        self._look, self._count = look, count
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.language.say_many("{n} dot", "{n} dots", count))

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        px = self._look.px
        return QSize(px(110 if self._count > MOST_DRAWN else 36 * self._count), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled dots."""
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        many = self._count > MOST_DRAWN
        for place in range(1 if many else self._count):
            painter.drawEllipse(QRectF(place * px(36), (self.height() - px(30)) / 2, px(30), px(30)))
        if many:
            painter.setPen(look.color("ink"))
            painter.setFont(look.font("body", 700))
            painter.drawText(self.rect().adjusted(px(40), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"× {self._count}")
        painter.end()
