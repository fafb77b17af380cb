"""All ideas by theme, each in its own words with what became of it."""

from collections.abc import Sequence
from uuid import UUID

from workshop.models.enums import IdeaState
from workshop.models.records.ideas import IdeaBoard, IdeaRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table


def idea_blocks(board: IdeaBoard, words: Words) -> list[Block]:
    """A line of figures, then a table for each theme and one for what is not yet sorted."""
    if not board.ideas:
        return []
    numbers = {idea.id: idea.number for idea in board.ideas}
    blocks: list[Block] = [Paragraph(_figures(board.ideas, words), style=styles.SMALL, keeps=True)]
    groups: list[tuple[str, list[IdeaRecord]]] = [
        (theme.title, [idea for idea in board.ideas if idea.theme_id == theme.id]) for theme in board.themes
    ]
    known = {theme.id for theme in board.themes}
    loose = [idea for idea in board.ideas if idea.theme_id not in known]
    groups.append((words.say("Not sorted into a theme") if known else "", loose))
    for title, ideas in groups:
        if not ideas:
            continue
        if title:
            blocks.append(Heading(f"{title} ({words.language.number(len(ideas))})", level=1))
        blocks.append(_table(sorted(ideas, key=_order), numbers, words, before=6))
    return blocks


def _figures(ideas: Sequence[IdeaRecord], words: Words) -> str:
    parts = [words.say_many("{n} idea in all", "{n} ideas in all", len(ideas))]
    for state in IdeaState:
        count = sum(idea.state is state for idea in ideas)
        if count:
            parts.append(f"{words.word(state)} {words.language.number(count)}")
    return " · ".join(parts)


def _order(idea: IdeaRecord) -> tuple[bool, int]:
    """Ideas that stand for themselves first, then by number."""
    return not IdeaBoard.is_live(idea), idea.number


def _table(ideas: Sequence[IdeaRecord], numbers: dict[UUID, int], words: Words, *, before: float) -> Table:
    columns = [
        Column(words.say("No."), 26, right=True, names=True),
        Column(words.say("Idea")),
        Column(words.say("State"), 92),
    ]
    rows: list[list[Block | str]] = []
    for idea in ideas:
        style = styles.TEXT if IdeaBoard.is_live(idea) else styles.QUIET
        rows.append(
            [
                Paragraph(words.language.number(idea.number), style=styles.QUIET, right=True),
                Paragraph(idea.text, style=style),
                _state(idea, numbers, words),
            ]
        )
    return Table(columns, rows, before=before)


def _state(idea: IdeaRecord, numbers: dict[UUID, int], words: Words) -> Block:
    """What became of it, and how many stand behind it where it is more than one person."""
    told = _fate(idea, numbers, words)
    if idea.people < 2 or not IdeaBoard.is_live(idea):
        return told
    behind = words.say_many("{n} person behind it", "{n} people behind it", idea.people)
    return Stack(told, Paragraph(behind, style=styles.SMALL))


def _fate(idea: IdeaRecord, numbers: dict[UUID, int], words: Words) -> Block:
    if idea.state is IdeaState.CHOSEN:
        return Paragraph(words.word(idea.state), style=styles.STRONG.in_colour(styles.BAR))
    if idea.state is IdeaState.MERGED and idea.merged_into_id is not None and idea.merged_into_id in numbers:
        return Paragraph(words.say("merged into no. {n}", n=numbers[idea.merged_into_id]), style=styles.QUIET)
    blocks: list[Block] = [Paragraph(words.word(idea.state), style=styles.QUIET)]
    if idea.merged:
        blocks.append(Paragraph(words.say_many("with {n} merged", "with {n} merged", idea.merged), style=styles.SMALL))
    if idea.state is IdeaState.WITHDRAWN and idea.reason:
        blocks.append(Paragraph(idea.reason, style=styles.SMALL))
    return Stack(*blocks)
