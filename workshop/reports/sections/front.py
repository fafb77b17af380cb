"""The head of the first page, and what stands at the foot of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Rule, Space, Stack
from workshop.reports.fonts import face
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


def front_blocks(front: Front) -> list[Block]:
    """Eyebrow, title and the facts between two rules."""
    blocks: list[Block] = [
        Space(4),
        Paragraph(front.eyebrow, style=styles.EYEBROW.in_colour(front.colour)),
        Paragraph(front.title, style=styles.TITLE, before=2),
    ]
    if front.under:
        blocks.append(Paragraph(front.under, style=styles.QUIET, before=4))
    blocks.append(Rule(thickness=styles.STRONG_LINE, colour=styles.INK, before=20))
    facts = [fact for fact in front.facts if fact[1]]
    if facts:
        blocks += [Stack(_fact_grid(facts), before=8.5), Rule(before=8.5)]
    return blocks


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
    columns = [Column("", label), Column("", 219 - label), Column("", label), Column("")]
    return Table(columns, rows, header=False, ruled=False, padding=1.7)
