"""The options of a result in a table, and the tables that one rule alone has."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import CountingRule
from workshop.models.records.votes import PollResult, ResultLine
from workshop.models.telling.grids import Grid
from workshop.models.telling.standings import (
    Head,
    chosen_word,
    counts_nothing,
    extra_heads,
    extras,
    figure,
    leads,
    measure,
    size,
)
from workshop.ui.desk import Desk
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row


def result_table(desk: Desk, result: PollResult) -> DataTable:
    """Every option by rank with its figure and what the rule tells beside it; words stand before figures."""
    say = desk.language.say
    heads = (Head(measure(desk.language, result.rule)), *extra_heads(desk.language, result))
    order = _order(heads)
    ranked = result.rule is not CountingRule.MAJORITY
    columns = (
        *((Column(say("Rank"), width=64),) if ranked else ()),
        Column(say("Option"), width=0, strong=True),
        *(Column(heads[place].title, "right" if heads[place].number else "left") for place in order),
    )
    table = DataTable(desk, columns, say("All options"), fit_rows=True)
    table.set_rows([_row(desk, result, line, order, ranked=ranked) for line in result.lines])
    return table


def place_told(desk: Desk, result: PollResult, option: UUID) -> str:
    """The rank of an option in a result: 2., or – where it is in none."""
    found = next((line for line in result.lines if line.option.id == option), None)
    return "–" if found is None else desk.language.say("{n}.", n=found.rank)


class GridTable(QWidget):
    """A table in words with the line below it."""

    def __init__(self, desk: Desk, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wide = max(range(len(grid.heads)), key=lambda place: _longest(grid, place))  # takes what the others leave
        columns = [
            Column(head.title, "right" if head.number else "left", 0 if place == wide else -1)
            for place, head in enumerate(grid.heads)
        ]
        self.table = DataTable(desk, columns, grid.title, fit_rows=True)
        self.table.set_rows(
            [Row(place, tuple(Cell(text, tip=text) for text in cells)) for place, cells in enumerate(grid.rows)]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        if grid.note:
            column.addWidget(paragraph(grid.note, role="muted", small=True))


def _longest(grid: Grid, place: int) -> int:
    """The letters of the longest words in a column, figures and numbers of options aside."""
    if grid.heads[place].number:
        return 0
    return max((len(cells[place]) for cells in grid.rows if " " in cells[place]), default=0)


def _order(heads: Sequence[Head]) -> list[int]:
    """The places of the columns with words, then those with numbers."""
    return sorted(range(len(heads)), key=lambda place: heads[place].number)


def _row(desk: Desk, result: PollResult, line: ResultLine, order: Sequence[int], *, ranked: bool) -> Row:
    language, length = desk.language, size(result, line)
    told = [figure(language, result, line) or "–", *extras(language, result, line)]
    cells = [Cell(text, sort=length) for text in told]
    outcome = chosen_word(language, result, line)
    if outcome:
        good = leads(result, line)
        cells[-1] = Cell(outcome, sort=good, pill="ok" if good else "quiet")
    rank = (Cell(language.say("{n}.", n=line.rank), sort=line.rank),) if ranked else ()
    name = Cell(line.option.text, tip=line.option.text)
    return Row(line.option.id, (*rank, name, *(cells[at] for at in order)), quiet=counts_nothing(result, line))
