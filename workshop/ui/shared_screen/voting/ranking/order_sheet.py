"""The order at the check: a place in each line, and two arrows that swap it with its neighbour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, announce, bring_into_view
from workshop.ui.shared_screen.voting.ranking.lines import OneStop, check_step_of
from workshop.ui.shared_screen.voting.ranking.order_row import OrderRow
from workshop.ui.shared_screen.voting.ranking.paper import RankingVote, ranked


class OrderSheet(QWidget):
    """The places from the first on; places can still be swapped until the ballot is on its way."""

    def __init__(self, look: Look, vote: RankingVote) -> None:
        super().__init__()
        self._look, self._vote = look, vote
        say, say_many = look.language.say, look.language.say_many
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        if vote.paper.placed > 1:
            column.addWidget(Words(say("The arrows swap two places. By keyboard: Alt ↑ and Alt ↓."), "small"))
        self.rows = tuple(self._row() for _placed in range(vote.paper.placed))
        for row in self.rows:
            column.addWidget(row)
        out = len(vote.order) - vote.paper.placed
        if out:
            column.addWidget(
                Words(say_many("{n} option has no place.", "{n} options have no place.", out), role="muted")
            )
        column.addStretch(1)
        self._show_order()
        stop = OneStop(self.rows)
        for row in self.rows:
            row.moved.connect(lambda by, row=row: stop.move(row, by))
            row.entered.connect(lambda row=row: stop.enter(row))

    def _row(self) -> OrderRow:
        row = OrderRow(self._look, can_swap=self._vote.paper.placed > 1)
        row.swapped.connect(lambda by: self._swap(row, by))
        return row

    def _show_order(self) -> None:
        paper = self._vote.paper
        for row, (option, place) in zip(self.rows, ranked(self._vote), strict=True):
            row.show_option(option, place, up=paper.can_move(option.id, -1), down=paper.can_move(option.id, 1))

    def _swap(self, row: OrderRow, by: int) -> None:
        option = row.option
        if option is None or check_step_of(self) is None or not self._vote.paper.move(option.id, by):
            return
        self._show_order()
        moved = next(one for one in self.rows if one.option == option)
        if row.hasFocus():
            moved.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(moved)
        announce(moved, moved.accessibleName())
