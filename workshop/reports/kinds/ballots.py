"""Paper ballots: what is asked, how to fill it in, a box for each option; nothing on it tells one paper from another."""

from collections.abc import Sequence

from workshop.language import mark
from workshop.models.enums import BallotKind
from workshop.models.records.handouts import BallotPapers
from workshop.models.records.report_options import AttachedFile, ReportOptions
from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.models.telling.methods import money
from workshop.reports import styles
from workshop.reports.blocks import Block, PageBreak, Paragraph, Rule, Stack, Title
from workshop.reports.composing.publishing import Cover, paper_of, publish
from workshop.reports.composing.tongues import Tongues
from workshop.reports.document import Build, room_of
from workshop.reports.fonts import REGULAR, SEMIBOLD
from workshop.reports.handouts.marks import Boxes, CutLine
from workshop.reports.sections.wording import Words
from workshop.reports.styles import TextStyle
from workshop.reports.tables import Column, Table

_HOW = TextStyle(REGULAR, 11, 17)
_OPTION = TextStyle(SEMIBOLD, 12, 18)
_BESIDE_CUT = 20.0  # points above and below a line to cut along
_MOST_DOTS = 5  # circles beside an option; more are written as a number


def build(record: BallotPapers, options: ReportOptions, files: Sequence[AttachedFile] = ()) -> Build:
    """Build the ballots as a PDF, several on a sheet where they are short: yields progress and returns the bytes."""
    tongues = Tongues(options)
    cover = Cover(
        record=record,
        title=f"{record.poll.title} – {tongues.say('Ballot paper')}",
        subject=record.project.title,
        host=record.project.host,
        number="",
        foot="",
    )
    story = _sheets(record, tongues, *room_of(paper_of(options), framed=False))
    return (yield from publish(story, cover, tongues.first, options, files, framed=False))


def _sheets(record: BallotPapers, tongues: Tongues, width: float, height: float) -> list[Block]:
    """So many ballots on each sheet as fit, with a line to cut along between them."""
    tall = _paper(record, tongues).height(width) + 2 * _BESIDE_CUT
    on_sheet = max(1, int((height + 2 * _BESIDE_CUT) / tall))
    story: list[Block] = []
    for at in range(record.count):
        if at % on_sheet:
            story.append(CutLine(before=_BESIDE_CUT))
        elif story:
            story.append(PageBreak())
        paper = _paper(record, tongues)
        paper.before = _BESIDE_CUT
        story.append(paper)
    return story


def _paper(record: BallotPapers, tongues: Tongues) -> Block:
    poll = record.poll
    over = " · ".join((record.project.title, record.session.title))
    if poll.secret:
        note = mark("Do not write your name or anything else on this paper. Fold it and put it into the box.")
    else:
        note = mark("This vote is by name: write your number on this paper.")
    return Stack(
        Paragraph(tongues.say("Ballot paper"), style=styles.EYEBROW.in_colour(styles.BAR)),
        Title(poll.title, before=2),
        Paragraph(over, style=styles.QUIET, before=4),
        Rule(thickness=styles.STRONG_LINE, colour=styles.INK, before=10),
        *tongues.text(lambda words: [Paragraph(_how(poll, words), style=_HOW)], before=12),
        _options(poll, tongues),
        *tongues.text(lambda words: [Paragraph(words.language.tell(note), style=styles.QUIET)], before=12),
    )


def _options(poll: PollRecord, tongues: Tongues) -> Table:
    wide = Boxes.width(_labels(poll, tongues))
    columns = [Column("", wide), Column("", names=True)]
    rows = [[Boxes(_labels(poll, tongues)), _option(option, poll, tongues)] for option in poll.options]
    return Table(columns, rows, header=False, padding=5, before=10)


def _option(option: PollOptionRecord, poll: PollRecord, tongues: Tongues) -> Block:
    text = Paragraph(option.text, style=_OPTION)
    if poll.ballot is not BallotKind.BUDGET or option.cost is None:
        return text
    return Stack(text, Paragraph(money(tongues.first.language, option.cost, poll.unit), style=_HOW))


def _labels(poll: PollRecord, tongues: Tongues) -> tuple[str, ...]:
    """What stands in or under the boxes of an option; an empty word is an empty box."""
    match poll.ballot:
        case BallotKind.SCORE:
            return tuple(str(grade) for grade in range(poll.lowest, poll.highest + 1))
        case BallotKind.YES_NO:
            return tuple(tongues.say(word) for word in ("Yes", "No", "Abstain"))
        case BallotKind.DOTS if poll.per_option <= _MOST_DOTS:
            return ("",) * min(poll.per_option, poll.dots)
        case _:
            return ("",)


def _how(poll: PollRecord, words: Words) -> str:
    """How the ballot is filled in, in one or two plain sentences."""
    say = words.say
    match poll.ballot:
        case BallotKind.DOTS if poll.per_option <= _MOST_DOTS:
            return words.say_many(
                "You have {n} dot. Cross one box for each dot you give.",
                "You have {n} dots. Cross one box for each dot you give; at most {most} on one option.",
                poll.dots, most=poll.per_option,
            )  # fmt: skip
        case BallotKind.DOTS:
            return say(
                "You have {n} dots. Write into the box how many you give; at most {most} on one option.",
                n=poll.dots, most=poll.per_option,
            )  # fmt: skip
        case BallotKind.APPROVAL:
            return words.say_many(
                "Cross {n} option at most.", "Cross {n} options at most.", min(poll.dots, len(poll.options))
            )
        case BallotKind.SCORE:
            return say(
                "Cross one grade for each option, from {lowest} (lowest) to {highest} (highest). You may leave options out.",
                lowest=poll.lowest, highest=poll.highest,
            )  # fmt: skip
        case BallotKind.RANKING:
            tied = say("Options may share a place.") if poll.ties else say("Each place is given once.")
            return say("Write 1 beside your first choice, 2 beside your second, and so on.") + " " + tied
        case BallotKind.BUDGET:
            budget = money(words.language, poll.budget, poll.unit)
            return say("Cross what should be paid for. Together it may cost {budget} at most.", budget=budget)
        case _:
            return say("Cross one box for each proposal.")
