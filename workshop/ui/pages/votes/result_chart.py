"""The picture of a result: bars by rank, or yes and no of each proposal leaning from a middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workshop.charts.bars import Bar
from workshop.charts.likert import Likert
from workshop.models.enums import CountingRule
from workshop.models.records.votes import PollResult, ResultLine
from workshop.models.telling.facts import answers_of, spent
from workshop.models.telling.methods import money
from workshop.models.telling.standings import BUDGETS, answers_told, bar_told, chosen_word, leads, size
from workshop.ui.desk import Desk
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.charts.likert_bar import LikertBar
from workshop.ui.widgets.headings import BodyLabel, MutedLabel, StrongLabel
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.progress_bar import SlimBar

MOST_BARS = 12
"""Options in a picture; the table below has all."""


def result_bars(desk: Desk, result: PollResult, most: int = MOST_BARS) -> list[Bar]:
    """A bar for each of the first options."""
    return [
        Bar(
            line.option.text,
            float(size(result, line)),
            bar_told(desk.language, result, line),
            first=leads(result, line),
        )
        for line in result.lines[:most]
    ]


def result_chart(desk: Desk, result: PollResult, *, animated: bool = True) -> QWidget:
    """The picture that fits the rule of a result."""
    if result.rule is CountingRule.MAJORITY and result.details:
        return AnswerBars(desk, result)
    chart = BarChart(desk, desk.language.say("Result"), animated=animated)
    chart.set_bars(result_bars(desk, result))
    if result.rule not in BUDGETS:
        return chart
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    column.addWidget(BudgetBar(desk, result))
    column.addWidget(chart)
    return both


class BudgetBar(QWidget):
    """How much of the budget the chosen options take."""

    def __init__(self, desk: Desk, result: PollResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language, poll, used = desk.language, result.poll, spent(result)
        self.bar = SlimBar(desk, language.say("Budget spent"))
        self.bar.show_part(1000 * used // max(poll.budget, 1), 1000)
        told = language.say(
            "{spent} of {budget}",
            spent=money(language, used, poll.unit),
            budget=money(language, poll.budget, poll.unit),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(StrongLabel(told))
        column.addWidget(self.bar)


class AnswerBars(QWidget):
    """No, abstained and yes of each proposal, yes at the right of the middle, with what became of it."""

    def __init__(self, desk: Desk, result: PollResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.language.say
        self._desk = desk
        self._words = (say("No"), say("Abstained"), say("Yes"))
        self.bars: list[LikertBar] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, line in enumerate(result.lines[:MOST_BARS]):
            grid.addWidget(BodyLabel(line.option.text, wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._bar(result, line), row, 1)
            outcome = Pill(chosen_word(desk.language, result, line), "ok" if leads(result, line) else "quiet")
            grid.addWidget(outcome, row, 2, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _bar(self, result: PollResult, line: ResultLine) -> QVBoxLayout:
        answers = answers_of(result, line.option)
        counts = (answers.no, answers.abstained, answers.yes) if answers else (0, 0, 0)
        bar = LikertBar(self._desk, line.option.text)
        bar.show_likert(Likert(counts, self._words))
        self.bars.append(bar)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(bar)
        told = MutedLabel(answers_told(self._desk.language, answers) if answers else "", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(told)
        return column
