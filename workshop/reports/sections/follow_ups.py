"""Decisions with reasons, things to do with who and when, and what citizens are told about them."""

from collections.abc import Sequence

from workshop.models.records.follow_ups import FollowUpRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table


def follow_up_table(
    items: Sequence[FollowUpRecord], words: Words, *, title: str, department: bool = True
) -> list[Block]:
    """A table of follow-ups by due date; nothing where there are none."""
    if not items:
        return []
    columns = [
        Column(title), Column(words.say("In charge"), 108), Column(words.say("Due"), 62), Column(words.say("State"), 54),
    ]  # fmt: skip
    rows: list[list[Block | str]] = []
    for item in sorted(items, key=_order):
        what: Block = Paragraph(item.text)
        if item.reason:
            reason = words.say("Reason: {reason}", reason=item.reason)
            what = Stack(what, Paragraph(reason, style=styles.SMALL, before=1))
        who = " · ".join(filter(None, (item.department if department else "", item.responsible)))
        due = words.day(item.due_on) if item.due_on else "–"
        rows.append([what, who or "–", due, Paragraph(words.word(item.state), style=styles.QUIET)])
    return [Table(columns, rows)]


def told_back_blocks(items: Sequence[FollowUpRecord], words: Words) -> list[Block]:
    """What citizens are told of each decision and action that says so."""
    told = [item for item in sorted(items, key=_order) if item.told_back]
    if not told:
        return []
    columns = [Column(words.say("Decision or follow-up"), 190), Column(words.say("Told to citizens"))]
    return [Table(columns, [[Paragraph(item.text, style=styles.QUIET), item.told_back] for item in told])]


def _order(item: FollowUpRecord) -> tuple[bool, str, str]:
    return item.due_on is None, item.due_on.isoformat() if item.due_on else "", item.text
