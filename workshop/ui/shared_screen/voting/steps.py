"""The steps of the voting booth beside code and ballot: how it works, checking, done, and no vote at all."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.shared_screen.booth import Step, foot
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words, card, scrolled
from workshop.ui.shared_screen.voting.option_card import MOST_DRAWN
from workshop.ui.shared_screen.voting.vote import Vote

Call = Callable[[], None]


class RulesStep(Step):
    """How it works, in one line, and that it is secret."""

    def __init__(self, look: Look, vote: Vote, *, back: Call, start: Call) -> None:
        super().__init__()
        say, say_many = look.language.say, look.language.say_many
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(18))
        inner.addStretch(2)
        inner.addWidget(Words(say("Participant {n}", n=vote.voter.number), "strong", role="accent"))
        inner.addWidget(Words(vote.poll.title, "title"))
        inner.addSpacing(look.px(10))
        if vote.is_approval:
            how = say("Tap what you agree with, up to {n}.", n=vote.poll.dots)
        else:
            how = say_many("Tap an option to place your dot.", "Tap options to place your {n} dots.", vote.poll.dots)
        inner.addWidget(Words(how, "body"))
        inner.addWidget(Words(say("Nobody can see who voted what."), "body"))
        inner.addStretch(3)
        column.addWidget(scrolled(words), 1)
        back_button = TouchButton(say("Back"), "back")
        back_button.clicked.connect(lambda _on=False: back())
        self.start_button = TouchButton(say("To the ballot"), "next", primary=True)
        self.start_button.clicked.connect(lambda _on=False: start())
        column.addLayout(foot(look, back_button, None, self.start_button))

    def focus_first(self) -> None:
        """Enter goes on."""
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)


class CheckStep(Step):
    """What was chosen, seen once more; what cannot be undone is said first."""

    def __init__(self, look: Look, vote: Vote, *, back: Call, cast: Call, problem: str = "") -> None:
        super().__init__()
        say = look.language.say
        blank = not vote.chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Words(say("Once cast, your ballot cannot be changed or taken back."), "strong", role="danger"))
        column.addWidget(Words(say("Cast a blank ballot?") if blank else say("Is this what you want to say?"), "title"))
        column.addSpacing(look.px(8))
        column.addWidget(scrolled(self._chosen(look, vote)), 1)
        self.problem = Words(problem, "strong", role="danger")
        self.problem.setVisible(bool(problem))
        column.addWidget(self.problem)
        self.back_button = TouchButton(say("Back"), "back")
        self.back_button.clicked.connect(lambda _on=False: back())
        self.cast_button = TouchButton(say("Cast a blank ballot") if blank else say("Cast"), "cast", primary=True)
        self.cast_button.clicked.connect(lambda _on=False: cast())
        column.addLayout(foot(look, self.back_button, None, self.cast_button))

    def set_waiting(self, waits: bool) -> None:
        """While the ballot is on its way nothing can be pressed."""
        self.cast_button.setEnabled(not waits)
        self.back_button.setEnabled(not waits)

    def focus_first(self) -> None:
        """The careful choice has the keyboard: nothing is cast by a key pressed too long."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _chosen(look: Look, vote: Vote) -> QWidget:
        say, say_many = look.language.say, look.language.say_many
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        for option, count in vote.chosen:
            frame, inner = card(look, margin=20)
            row = QHBoxLayout()
            row.setSpacing(look.px(20))
            row.addWidget(Words(option.text, "strong"), 1)
            if not vote.is_approval:
                row.addWidget(Dots(look, count))
            inner.addLayout(row)
            column.addWidget(frame)
        if not vote.chosen:
            column.addWidget(Words(say("You have chosen nothing. A blank ballot counts as having voted."), "body"))
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
        return QSize(px(110 if self._count > MOST_DRAWN else 32 * self._count), px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled dots."""
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        many = self._count > MOST_DRAWN
        for place in range(1 if many else self._count):
            painter.drawEllipse(QRectF(place * px(32), (self.height() - px(26)) / 2, px(26), px(26)))
        if many:
            painter.setPen(look.color("ink"))
            painter.setFont(look.font("body", 700))
            painter.drawText(self.rect().adjusted(px(36), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"× {self._count}")
        painter.end()


class NoteStep(Step):
    """A sentence in the middle, with an icon: it is done, or there is nothing to do now."""

    def __init__(self, look: Look, icon: str, title: str, text: str, *, tone: str = "accent") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, look.px(120), tone))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(picture)
        column.addWidget(Words(title, "title", center=True))
        column.addWidget(Words(text, "body", role="muted", center=True))
        column.addStretch(3)
