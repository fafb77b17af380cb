"""A vote: how it was held and counted, the full result with bars, and in words what the numbers do not say."""

from collections.abc import Sequence

from workshop.charts.bars import Bar
from workshop.charts.likert import Likert
from workshop.models.enums import CountingRule, PollState
from workshop.models.records.reports import PollReport
from workshop.models.records.votes import PollRecord, PollResult, ResultLine
from workshop.models.telling.facts import answers_of
from workshop.models.telling.grids import Grid, grids, lot_grid
from workshop.models.telling.lots import lot_note, lot_sentences, redraw_note, tie_sentences
from workshop.models.telling.methods import method_sentence
from workshop.models.telling.quoting import sentence
from workshop.models.telling.standings import (
    Head,
    budget_sentence,
    counts_nothing,
    extra_heads,
    extras,
    figure,
    leads,
    measure,
    most,
    size,
)
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.bars import BarShape, words_width
from workshop.reports.charts.likert import LikertShape
from workshop.reports.fonts import face
from workshop.reports.sections.wording import Words, on_paper
from workshop.reports.tables import Column, Table

_FIGURES, _MOST = 50, 110  # points of a column beside the bars: at least for figures, at most for words
_WIDE, _NARROW = 196, 148  # points of the options, beside one more column or several
_CELLS = 46  # points of a column of figures in the tables of one rule
_BESIDE = 16  # points between the words of two columns


def poll_blocks(report: PollReport, words: Words) -> list[Block]:
    """One poll under its own heading; an annulled one without what was counted."""
    poll, result = report.poll, report.result
    blocks: list[Block] = [Heading(poll.title, level=1), Paragraph(words.rules(poll), style=styles.SMALL, keeps=True)]
    without = no_result(report, words)
    if result is None or without:
        return [*blocks, Paragraph(without, before=4)]
    blocks += [
        *counted_lines(result, words),
        result_table(result, words, before=8, note=_small(notes(result, words))),
    ]
    tables = [*grids(words.language, result), *([lot_grid(words.language, result)] if result.lots else [])]
    for grid in tables:
        blocks += _grid(grid)
    return blocks


def no_result(report: PollReport, words: Words) -> str:
    """Why a vote has no result: it was annulled, is not closed or not revealed; empty where it has one."""
    if report.poll.state is PollState.ANNULLED:
        return words.say(
            "This vote was annulled and has no result. Reason: {reason}", reason=sentence(report.poll.annul_reason)
        )
    if report.result is not None:
        return ""
    if report.poll.state is PollState.CLOSED:
        return words.say("This vote has been closed; its result has not been revealed yet.")
    return words.say("This vote has not been closed, so there is no result.")


def counted_lines(result: PollResult, words: Words) -> list[Block]:
    """Turnout, how it was counted, and why it was closed early."""
    lines = [words.turnout(result), method_sentence(words.language, result), closed_early(result.poll, words)]
    return [Paragraph(line, style=styles.SMALL, keeps=True) for line in lines if line]


def closed_early(poll: PollRecord, words: Words) -> str:
    """The reason for a close before everybody had voted; empty where there was none."""
    if not poll.close_reason:
        return ""
    return words.say("Closed before everybody had voted: {reason}", reason=sentence(poll.close_reason))


def result_table(
    result: PollResult, words: Words, *, before: float = 0, most_lines: int = 0, note: Block | None = None
) -> Table:
    """Every option by rank with its figure as a bar; `most_lines` cuts the list (0 for all)."""
    lines = result.lines[:most_lines] if most_lines else result.lines
    beside = [_beside(result, line, words) for line in lines]
    heads = _heads(result, words)
    room = max((words_width(_bar(result, line, words)) for line in lines), default=0)
    columns = [
        *([] if result.rule is CountingRule.MAJORITY else [Column(words.say("Rank"), 30, right=True)]),
        Column(words.say("Option"), _WIDE if len(heads) < 2 else _NARROW, names=True),
        Column(_bar_title(result, words)),
        *(_column(head, [cells[at] for cells in beside]) for at, head in enumerate(heads)),
    ]
    rows = [_row(result, line, room, words) for line in lines]
    return Table(columns, rows, before=before, note=note, whole=280)


def notes(result: PollResult, words: Words) -> list[str]:
    """On money, ties, paper, blank and invalid ballots, and the lot."""
    language = words.language
    told = [budget_sentence(language, result), *tie_sentences(language, result), *lot_sentences(language, result)]
    if on_paper(result):
        told.append(words.say("Screen and paper ballots count alike and are added up."))
    if result.blank or result.invalid:
        told.append(words.say("Blank and invalid ballots are counted as cast but give no points."))
    told += [lot_note(language, result), redraw_note(language, result)]
    return [each for each in told if each]


def _small(texts: list[str]) -> Block | None:
    return Stack(*(Paragraph(text, style=styles.SMALL) for text in texts), before=6) if texts else None


def _column(head: Head, cells: Sequence[str]) -> Column:
    return Column(head.title, max(_FIGURES, min(_words_width([head.title, *cells], styles.QUIET), _MOST)), head.number)


def _words_width(texts: Sequence[str], style: styles.TextStyle) -> float:
    return max(face(style.font).width(text, style.size) for text in texts) + _BESIDE


def _heads(result: PollResult, words: Words) -> tuple[Head, ...]:
    """The columns beside the bars; a bar that leans to two sides leaves its figure to a column of its own."""
    own = (Head(measure(words.language, result.rule)),) if result.rule is CountingRule.MAJORITY else ()
    return (*own, *extra_heads(words.language, result))


def _beside(result: PollResult, line: ResultLine, words: Words) -> tuple[str, ...]:
    own = (figure(words.language, result, line),) if result.rule is CountingRule.MAJORITY else ()
    return (*own, *extras(words.language, result, line))


def _bar_title(result: PollResult, words: Words) -> str:
    if result.rule is CountingRule.MAJORITY:
        return f"{words.say('No')} · {words.say('Yes')}"
    return measure(words.language, result.rule)


def _bar(result: PollResult, line: ResultLine, words: Words) -> Bar:
    told = figure(words.language, result, line)
    return Bar(line.option.text, float(size(result, line)), told, first=leads(result, line))


def _row(result: PollResult, line: ResultLine, room: float, words: Words) -> list[Block | str]:
    nothing, first = counts_nothing(result, line), leads(result, line)
    rank = Paragraph("–" if nothing else str(line.rank), style=styles.QUIET, right=True)
    cells = zip(_beside(result, line, words), _heads(result, words), strict=True)
    return [
        *([] if result.rule is CountingRule.MAJORITY else [rank]),
        Paragraph(line.option.text, style=styles.STRONG if first else styles.TEXT),
        _shape(result, line, room, words),
        *(Paragraph(text, style=styles.QUIET, right=head.number) for text, head in cells),
    ]


def _shape(result: PollResult, line: ResultLine, room: float, words: Words) -> Block:
    """The bar of an option; of a proposal no and yes leaning from a middle."""
    answers = answers_of(result, line.option) if result.rule is CountingRule.MAJORITY else None
    if answers is not None:
        names = (words.say("No"), words.say("Abstained"), words.say("Yes"))
        return LikertShape(Likert((answers.no, answers.abstained, answers.yes), names))
    longest = most(result)
    return BarShape(_bar(result, line, words), float(size(result, line) / longest) if longest else 0, room=room)


def _grid(grid: Grid) -> list[Block]:
    """A table that one rule alone has, under its title."""
    words = [place for place, head in enumerate(grid.heads) if not head.number]
    wide = 1 if len(words) > 1 else 0  # takes what the others leave: the options, or what happened
    columns = [
        Column(head.title, 0 if place == wide else _cells_width(grid, place), right=head.number)
        for place, head in enumerate(grid.heads)
    ]
    note = Paragraph(grid.note, style=styles.SMALL, before=4) if grid.note else None
    title = Paragraph(grid.title, style=styles.SMALL_STRONG, before=12, keeps=True)
    rows = [[Paragraph(text, style=styles.SMALL, right=head.number) for text, head in zip(row, grid.heads, strict=True)]
            for row in grid.rows]  # fmt: skip
    return [title, Table(columns, rows, before=2, padding=3, note=note, whole=200)]


def _cells_width(grid: Grid, place: int) -> float:
    """The points of a column in a table of one rule."""
    if grid.heads[place].number:
        return _CELLS
    return max(
        _words_width([grid.heads[place].title], styles.QUIET),
        _words_width([row[place] for row in grid.rows], styles.SMALL),
    )
