"""What stands folded away below a result: the tables of its rule, the lot, groups apart, who voted what by name."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.charts.bars import Bar
from workshop.language import Language
from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord, PollResult, SectorResult
from workshop.models.telling.grids import grids, lot_grid
from workshop.models.telling.lots import redraw_note
from workshop.models.telling.standings import counts_nothing, figure, size
from workshop.models.titles import title_of
from workshop.services.voting import results, voting
from workshop.services.voting.ballot_papers import SPOILT, comparisons_of
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.result_table import GridTable
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.fold import Fold
from workshop.ui.widgets.headings import StrongLabel, paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row

_BARS = 6  # in each group
_NARROWEST = 300  # pixels at 100 % of a group beside others
Papers = Mapping[int, Mapping[str, int]]


class _Found(NamedTuple):
    sectors: tuple[SectorResult, ...]
    papers: Papers


class MoreOfResult(QWidget):
    """The folds of one result; groups and named ballots are asked for once and come when they come."""

    def __init__(self, desk: Desk, result: PollResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._result = desk, result
        self.folds: dict[str, Fold] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        language = desk.language
        for grid in grids(language, result):
            self._add(grid.title, grid.title, GridTable(desk, grid))
        if result.lots:
            self._add("lot", language.say("How the lot can be drawn again"), self._lot())
        self._ask()

    def _add(self, name: str, title: str, inside: QWidget) -> None:
        self.folds[name] = Fold(self._desk, title, inside)
        self._column.addWidget(self.folds[name])

    def _lot(self) -> QWidget:
        both, language = QWidget(), self._desk.language
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(paragraph(redraw_note(language, self._result), role="muted", small=True))
        column.addWidget(GridTable(self._desk, lot_grid(language, self._result)))
        return both

    def _ask(self) -> None:
        library, poll = self._desk.library, self._result.poll

        def read() -> _Found:
            papers = {} if poll.secret else voting.named_ballots(library, poll_id=poll.id)
            return _Found(results.by_sector(library, poll_id=poll.id), papers)

        self._desk.tasks.run(read, self._show, self._desk.tasks.failed.emit, owner=self)

    def _show(self, found: _Found) -> None:
        say = self._desk.language.say
        if found.sectors:
            self._add("sectors", say("By part"), SectorBars(self._desk, found.sectors))
        if found.papers:
            self._add("named", say("Who voted what"), named_table(self._desk, self._result.poll, found.papers))


class SectorBars(QWidget):
    """The first places in each group that is large enough, side by side, and why others are not told."""

    def __init__(self, desk: Desk, sectors: tuple[SectorResult, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = desk.language
        side_by_side = Columns(spacing=28, narrowest=desk.type.px(_NARROWEST) * len(sectors))
        self.charts: list[BarChart] = []
        for each in sectors:
            told = language.say(
                "{sector}: {n} voted", sector=title_of(each.sector), n=language.number(each.result.ballots)
            )
            chart = BarChart(desk, told)
            chart.set_bars(_bars(desk, each.result))
            self.charts.append(chart)
            group = QWidget()
            column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            column.addWidget(StrongLabel(told, wrap=True))
            column.addWidget(chart)
            column.addStretch(1)
            side_by_side.add(group)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(side_by_side)
        why = language.say(
            "Groups with fewer than 10 voters are not shown, nor one from which theirs could be worked out, so that "
            "nobody's ballot can be guessed."
        )
        whole.addWidget(paragraph(why, role="muted", small=True))


def _bars(desk: Desk, result: PollResult) -> list[Bar]:
    """What a group was for; a group by itself chooses nothing, so its first alone is marked."""
    return [
        Bar(
            line.option.text, float(size(result, line)), figure(desk.language, result, line),
            first=line.rank == 1 and not counts_nothing(result, line),
        )
        for line in result.lines[:_BARS]
    ]  # fmt: skip


def named_table(desk: Desk, poll: PollRecord, papers: Papers) -> DataTable:
    """What each voter chose in a vote by name, by number."""
    say = desk.language.say
    columns = (Column(say("Number"), width=80), Column(say("Ballot"), width=0))
    table = DataTable(desk, columns, say("Who voted what"), fit_rows=True)
    rows: list[Row] = []
    for number, paper in sorted(papers.items()):
        told = paper_told(desk.language, poll, paper)
        rows.append(Row(number, (Cell(desk.language.number(number), sort=number), Cell(told, tip=told))))
    table.set_rows(rows)
    return table


def paper_told(language: Language, poll: PollRecord, paper: Mapping[str, int]) -> str:
    """A ballot in words: the options by place, with their dots, grades or answers."""
    if not paper:
        return language.say("blank")
    if dict(paper) == SPOILT:
        return language.say("invalid")
    names = {str(option.id): option.text for option in poll.options}
    if poll.ballot is BallotKind.PAIRWISE:
        return ", ".join(_pair(names, *one) for one in comparisons_of(paper))
    answers = {1: language.say("yes"), 0: language.say("abstained"), -1: language.say("no")}
    parts: list[str] = []
    for option, n in (
        sorted(paper.items(), key=lambda item: item[1]) if poll.ballot is BallotKind.RANKING else paper.items()
    ):
        match poll.ballot:
            case BallotKind.APPROVAL | BallotKind.BUDGET:
                parts.append(names[option])
            case BallotKind.RANKING:
                parts.append(f"{n}. {names[option]}")
            case BallotKind.YES_NO:
                parts.append(f"{names[option]}: {answers[n]}")
            case _:
                parts.append(f"{names[option]} {n}")
    return ", ".join(parts)


def _pair(names: Mapping[str, str], one: str, other: str, preferred: int) -> str:
    sign = {1: ">", -1: "<", 0: "="}[preferred]
    return f"{names[one]} {sign} {names[other]}"
