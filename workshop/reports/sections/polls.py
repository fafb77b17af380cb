"""A vote: how it was held, the full result with bars, and in words what the numbers do not say."""

from workshop.charts.bars import Bar
from workshop.language import mark
from workshop.models.enums import BallotKind
from workshop.models.records.reports import PollReport
from workshop.models.records.votes import PollResult, ResultLine
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.bars import BarShape, words_width
from workshop.reports.sections.wording import Words, on_paper
from workshop.reports.tables import Column, Table


def poll_blocks(report: PollReport, words: Words) -> list[Block]:
    """One poll under its own heading."""
    poll, result = report.poll, report.result
    blocks: list[Block] = [Heading(poll.title, level=1)]
    if result is None:
        note = words.say("This vote has not been closed, so there is no result.")
        return [*blocks, Paragraph(words.rules(poll), style=styles.SMALL, keeps=True), Paragraph(note, before=4)]
    blocks += [
        Paragraph(words.rules(poll), style=styles.SMALL, keeps=True),
        Paragraph(words.turnout(result), style=styles.SMALL, keeps=True),
        result_table(result, words, before=8, note=_small(notes(result, words))),
    ]
    return blocks


def _small(texts: list[str]) -> Block | None:
    return Stack(*(Paragraph(text, style=styles.SMALL) for text in texts), before=6) if texts else None


def result_table(
    result: PollResult, words: Words, *, before: float = 0, most_lines: int = 0, note: Block | None = None
) -> Table:
    """Every option by rank with its points as a bar; `most_lines` cuts the list (0 for all)."""
    dots = result.poll.ballot is BallotKind.DOTS
    total = sum(line.points for line in result.lines)
    whole, share = (total, words.say("Share")) if dots else (result.ballots, words.say("Of voters"))
    most = max((line.points for line in result.lines), default=0)
    lines = result.lines[:most_lines] if most_lines else result.lines
    room = max((words_width(Bar("", line.points)) for line in lines), default=0)
    columns = [
        Column(words.say("Rank"), 30, right=True), Column(words.say("Option"), 196),
        Column(words.say("Points") if dots else words.say("Votes")), Column(share, 52, right=True),
    ]  # fmt: skip
    return Table(columns, [_row(line, most, whole, room, words) for line in lines], before=before, note=note, whole=280)


def notes(result: PollResult, words: Words) -> list[str]:
    """On ties, paper, blank and invalid ballots, and the lot."""
    told: list[str] = []
    points = {line.option.id: line for line in result.lines}
    for group in result.ties:
        lines = [points[key] for key in group if key in points]
        if lines and lines[0].points:
            dots = result.poll.ballot is BallotKind.DOTS
            tied = (
                mark("Tied in place {rank} with {n} points each: {names}. A tie shares its rank.")
                if dots
                else mark("Tied in place {rank} with {n} votes each: {names}. A tie shares its rank.")
            )
            names = words.names([line.option.text for line in lines])
            told.append(words.say(tied.msgid, rank=lines[0].rank, n=lines[0].points, names=names))
    if on_paper(result):
        told.append(words.say("Screen and paper ballots count alike and are added up."))
    if result.blank or result.invalid:
        told.append(words.say("Blank and invalid ballots are counted as cast but give no points."))
    if result.poll.lot_seed:
        told.append(
            words.say(
                "An order by lot was drawn when the vote opened (seed {seed}). It was not needed: nothing was decided by lot.",
                seed=result.poll.lot_seed,
            )
        )
    return told


def _row(line: ResultLine, most: int, whole: int, room: float, words: Words) -> list[Block | str]:
    leads = line.rank == 1 and line.points > 0
    bar = Bar(line.option.text, line.points, first=leads)
    return [
        Paragraph(str(line.rank) if line.points else "–", style=styles.QUIET, right=True),
        Paragraph(line.option.text, style=styles.STRONG if leads else styles.TEXT),
        BarShape(bar, line.points / most if most else 0, room=room),
        Paragraph(words.share(line.points, whole), style=styles.QUIET, right=True),
    ]
