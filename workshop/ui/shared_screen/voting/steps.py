"""The steps of the voting booth beside code and ballot: how it works, and a last look."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, card
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.steps import IntroStep, LastLookStep, go_on
from workshop.ui.shared_screen.voting.option_card import MOST_DRAWN
from workshop.ui.shared_screen.voting.vote import Vote

_FEW = 4  # options on large cards


class RulesStep(IntroStep):
    """How it works, in one line, and that it is secret."""

    def __init__(self, look: Look, vote: Vote, *, back: Call, start: Call) -> None:
        say, say_many = look.language.say, look.language.say_many
        if vote.is_approval:
            how = say("Tap what you agree with, up to {n}.", n=vote.poll.dots)
        else:
            how = say_many("Tap an option to place your dot.", "Tap options to place your {n} dots.", vote.poll.dots)
        super().__init__(
            look,
            say("Step {n} of {all}: {what}", n=2, all=4, what=how),
            above=say("Participant {n}", n=vote.voter.number),
            title=vote.poll.title,
            lines=[how],
            promise=say("Nobody can see who voted what."),
            start=go_on(say("To the ballot"), "next", start),
            back=back,
        )


class CheckStep(LastLookStep):
    """What was chosen, and that it cannot be taken back."""

    def __init__(self, look: Look, vote: Vote, *, back: Call, cast: Call, problem: str = "") -> None:
        say = look.language.say
        title = say("Is this what you want to say?") if vote.chosen else say("Cast a blank ballot?")
        super().__init__(
            look,
            say("Step {n} of {all}: {what}", n=4, all=4, what=title),
            warning=say("Once cast, your ballot cannot be changed or taken back."),
            title=title,
            sheet=self._chosen(look, vote),
            go=go_on(say("Cast") if vote.chosen else say("Cast a blank ballot"), "cast", cast),
            back=back,
            problem=problem,
        )

    @staticmethod
    def _chosen(look: Look, vote: Vote) -> QWidget:
        say, say_many = look.language.say, look.language.say_many
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        for option, count in vote.chosen:
            frame, inner = card(look, margin=32 if len(vote.chosen) <= _FEW and look.text < 200 else 20)
            row = QHBoxLayout()
            row.setSpacing(look.px(20))
            row.addWidget(Words(option.text, "strong"), 1)
            if not vote.is_approval:
                row.addWidget(Dots(look, count))
            inner.addLayout(row)
            column.addWidget(frame)
        if not vote.chosen:
            frame, inner = card(look, soft=True, margin=32)
            inner.addWidget(Words(say("You have chosen nothing. A blank ballot counts as having voted."), "body"))
            column.addWidget(frame)
        elif vote.left and not vote.is_approval:
            column.addWidget(
                Words(say_many("{n} dot is not used.", "{n} dots are not used.", vote.left), "body", role="muted")
            )
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
