"""What was preferred, at the check: every comparison in a line, which leads back to it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words
from workshop.ui.shared_screen.voting.pairwise.pair_row import PairRow
from workshop.ui.shared_screen.voting.pairwise.paper import PairwiseVote
from workshop.ui.shared_screen.voting.ranking.lines import OneStop, check_step_of


class PairsSheet(QWidget):
    """The comparisons that were made, in the order of the ballot."""

    def __init__(self, look: Look, vote: PairwiseVote) -> None:
        super().__init__()
        self._vote = vote
        say, say_many = look.language.say, look.language.say_many
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Words(say("Tap a line to compare the two again."), "small"))
        self.rows = tuple(PairRow(look, vote, place) for place in sorted(vote.paper.preferred))
        stop = OneStop(self.rows)
        for row in self.rows:
            row.moved.connect(lambda by, row=row: stop.move(row, by))
            row.entered.connect(lambda row=row: stop.enter(row))
            row.clicked.connect(lambda _on=False, row=row: self._compare_again(row))
            column.addWidget(row)
        out = len(vote.paper.pairs) - len(self.rows)
        if out:
            told = say_many(
                "{n} comparison was not made and stays out.", "{n} comparisons were not made and stay out.", out
            )
            column.addWidget(Words(told, role="muted"))
        column.addStretch(1)

    def _compare_again(self, row: PairRow) -> None:
        step = check_step_of(self)
        if step is not None:
            self._vote.paper.at = row.place
            step.go_back()
