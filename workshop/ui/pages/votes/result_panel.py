"""A vote that has been opened: turnout while it runs, bars and a table once it is revealed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.charts.bars import Bar
from workshop.models.enums import BallotKind, PollState
from workshop.models.records.votes import PollResult, ResultLine, Turnout
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.figure import Figure
from workshop.ui.pages.votes.words import count_line, tie_sentences
from workshop.ui.widgets.avatar import Chip, NumberGrid
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.progress_bar import SlimBar
from workshop.ui.widgets.table_model import Cell, Column, Row

_MOST_BARS = 12


class TurnoutPanel(QWidget):
    """Who has voted; what was voted is seen by nobody."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.figure = Figure()
        self.bar = SlimBar(desk, say("Voted"))
        self.grid = NumberGrid(desk, say("Who has voted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self.figure, self.bar, self.grid):
            column.addWidget(widget)
        column.addStretch(1)

    def show_turnout(self, turnout: Turnout) -> None:
        """Show how many, and who."""
        language = self._desk.language
        words = {
            PollState.PAUSED: language.say("The vote is paused; nobody can vote now"),
            PollState.CLOSED: language.say("The vote is closed; the result is visible to nobody until it is revealed"),
        }
        below = words.get(turnout.poll.state, language.say("The result is visible to nobody until it is revealed"))
        of = language.say("/ {n} voted", n=language.number(turnout.entitled))
        self.figure.set(language.number(turnout.voted), of, below)
        self.bar.show_part(turnout.voted, turnout.entitled)
        self.grid.set_numbers([Chip(voter.number, "voted" if voter.voted else "present") for voter in turnout.voters])


class ResultPanel(QWidget):
    """Bars, how it was counted, ties in words, and every option in a table."""

    def __init__(self, desk: Desk, ballot: BallotKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        approval = ballot is BallotKind.APPROVAL
        self.chart = BarChart(desk, say("Result"), animated=True)
        self._counted = paragraph()
        self._ties = paragraph()
        self._lot = paragraph(role="muted", small=True)
        columns = (
            Column(say("Rank"), width=64), Column(say("Option"), width=0, strong=True),
            Column(say("Votes") if approval else say("Points"), "right", 80),
            Column(say("Of voters") if approval else say("Share"), "right", 110),
        )  # fmt: skip
        self.table = DataTable(desk, columns, say("All options"), fit_rows=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self._counted, self.chart, self._ties, self.table, self._lot):
            column.addWidget(widget)
        column.addStretch(1)

    def show_result(self, result: PollResult) -> None:
        """Show the count."""
        language = self._desk.language
        self._counted.setText(count_line(language, result))
        self.chart.set_bars(
            [
                Bar(
                    line.option.text,
                    line.points,
                    language.number(line.points),
                    first=line.rank == 1 and line.points > 0,
                )
                for line in result.lines[:_MOST_BARS]
            ]
        )
        ties = tie_sentences(language, result)
        self._ties.setText("\n".join(ties))
        self._ties.setVisible(bool(ties))
        self._lot.setText(
            language.say(
                "An order by lot was drawn when the vote opened (seed {seed}). It was not needed: nothing was decided by lot.",
                seed=result.poll.lot_seed,
            )
        )
        whole = sum(line.points for line in result.lines)
        self.table.set_rows([self._row(result, line, whole) for line in result.lines])

    def _row(self, result: PollResult, line: ResultLine, whole: int) -> Row:
        language = self._desk.language
        of = result.ballots if result.poll.ballot is BallotKind.APPROVAL else whole
        share = f"{100 * line.points / of:.0f} %" if of else "–"
        return Row(
            line.option.id,
            (
                Cell(language.say("{n}.", n=line.rank), sort=line.rank),
                Cell(line.option.text, tip=line.option.text),
                Cell(language.number(line.points), sort=line.points),
                Cell(share, sort=line.points),
            ),
            quiet=line.points == 0,
        )
