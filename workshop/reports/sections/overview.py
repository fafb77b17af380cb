"""What a project or a phase looks like from afar: figures, services by type, themes by ideas."""

from collections.abc import Sequence

from workshop.charts.bars import Bar
from workshop.models.enums import IdeaState, ServiceKind
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.projects import CityServiceRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.bars import bar_table
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span


def tiles(shown: Sequence[tuple[int, str]], words: Words) -> Block:
    """Large figures side by side, each over what it counts."""
    return Table(
        [Column("") for _ in shown],
        [[_tile(words.language.number(number), label) for number, label in shown]],
        header=False, ruled=False, padding=0, before=12,
    )  # fmt: skip


def rehearsal_note(words: Words, *, practice: bool) -> list[Block]:
    """That nothing of it was meant, where it was a rehearsal."""
    if not practice:
        return []
    note = words.say("This was a rehearsal. Nothing in this report was said or decided by citizens.")
    return [Paragraph(note, style=styles.SMALL, before=4)]


def service_blocks(services: Sequence[CityServiceRecord], words: Words) -> list[Block]:
    """Services by the type of how citizens take part."""
    if not services:
        return []
    rows: list[list[Block | str]] = []
    for kind in ServiceKind:
        for at, service in enumerate(each for each in services if each.kind is kind):
            title: Block = Paragraph(service.title)
            if service.description:
                title = Stack(title, Paragraph(service.description, style=styles.SMALL))
            first = Paragraph(words.word(kind) if not at else "", style=styles.QUIET)
            rows.append([first, title, Paragraph(words.word(service.state), style=styles.QUIET)])
    return [
        Table(
            [Column(words.say("Type"), 120), Column(words.say("Service"), names=True), Column(words.say("State"), 60)],
            rows,
        )
    ]


def theme_blocks(board: IdeaBoard, words: Words) -> list[Block]:
    """How many ideas each theme has, and those that were chosen in their own words."""
    ideas = [idea for idea in board.ideas if idea.state is not IdeaState.WITHDRAWN]
    counted = [(theme.title, sum(idea.theme_id == theme.id for idea in ideas)) for theme in board.themes]
    loose = sum(idea.theme_id is None for idea in ideas)
    if not any(count for _, count in counted) and not loose:
        return []
    most = max((count for _, count in counted), default=0)
    rows = [
        Bar(title, count, first=count == most) for title, count in sorted(counted, key=lambda pair: -pair[1]) if count
    ]
    if loose:
        rows.append(Bar(words.say("Not sorted into a theme"), loose))
    line = words.say_many("{n} idea in all", "{n} ideas in all", len(ideas))
    chosen = [idea for idea in ideas if idea.state is IdeaState.CHOSEN]
    blocks: list[Block] = [Paragraph(line, style=styles.SMALL, keeps=True), bar_table(rows, before=6)]
    if chosen:
        blocks += [
            Heading(words.say("Ideas that were chosen"), level=1),
            Table([Column("")], [[Paragraph(idea.text)] for idea in chosen], header=False, padding=4, before=4),
        ]
    return blocks


def _tile(number: str, label: str) -> Block:
    return Stack(Paragraph(Span(number, styles.FIGURE), style=styles.FIGURE), Paragraph(label, style=styles.SMALL))
