"""The head of the first page, and what stands at the foot of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.models.records.report_options import ReportOptions
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Rule, Space, Stack, Title
from workshop.reports.fonts import face
from workshop.reports.pictures import Picture
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table
from workshop.reports.text import fit


@dataclass(frozen=True, slots=True)
class Front:
    """What the head says; `facts` are labels with their values, empty values are left out."""

    eyebrow: str
    title: str
    under: str
    colour: str
    facts: Sequence[tuple[str, str]]


def front_blocks(front: Front, options: ReportOptions, words: Words) -> list[Block]:
    """The logo where there is one, eyebrow, title and the facts between two rules."""
    blocks: list[Block] = [
        *logo_blocks(options, words),
        Space(4),
        Paragraph(front.eyebrow, style=styles.EYEBROW.in_colour(front.colour)),
        Title(front.title, before=2),
    ]
    if front.under:
        blocks.append(Paragraph(front.under, style=styles.QUIET, before=4))
    blocks.append(Rule(thickness=styles.STRONG_LINE, colour=styles.INK, before=20))
    facts = [fact for fact in front.facts if fact[1]]
    if facts:
        blocks += [Stack(_fact_grid(facts), before=8.5), Rule(before=8.5)]
    return blocks


def logo_blocks(options: ReportOptions, words: Words) -> list[Block]:
    """The logo above the head of the first page, small; nothing where there is none."""
    if not options.logo:
        return []
    say = words.say
    logo = Picture(
        options.logo, alt=say("Logo"), missing_words=say("The logo cannot be read."), widest=140, tallest=34, before=0
    )
    return [logo, Space(10)]


def foot_words(words: Words, checksum: str) -> str:
    """The foot of each page: the beginning of the checksum, and that nothing personal is inside."""
    start = " ".join(checksum[at : at + 4] for at in range(0, 12, 4))
    return words.say("Data SHA-256 {start} … · personal data left out", start=start)


def _fact_grid(facts: Sequence[tuple[str, str]]) -> Table:
    """Labels and values in two pairs of columns."""
    rows: list[list[Block | str]] = []
    for at in range(0, len(facts), 2):
        cells: list[Block | str] = []
        for label, value in (*facts[at : at + 2], ("", ""))[:2]:
            cells += [Paragraph(label, style=styles.QUIET), Paragraph(value)]
        rows.append(cells)
    look = styles.QUIET
    label = max(49.0, *(face(look.font).width(fit(label)[0], look.size) + 0.1 for label, _ in facts))
    columns = [Column("", label, names=True), Column("", 219 - label), Column("", label, names=True), Column("")]
    return Table(columns, rows, header=False, ruled=False, padding=1.7)
