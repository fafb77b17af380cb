"""Decisions with reasons, things to do with who and when, and what citizens are told about them."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from workshop.language import Message, mark
from workshop.models.enums import FollowUpKind
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.report_options import Section
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

BY_DEPARTMENT: Mapping[Section, Message] = {Section.FOLLOW_UPS: mark("Follow-ups by department")}


def follow_up_table(
    items: Sequence[FollowUpRecord], words: Words, *, title: str, department: bool = True
) -> list[Block]:
    """A table of follow-ups by due date; nothing where there are none."""
    if not items:
        return []
    columns = [
        Column(title, names=True), Column(words.say("In charge"), 108), Column(words.say("Due"), 62),
        Column(words.say("State"), 54),
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


def decision_blocks(items: Sequence[FollowUpRecord], words: Words) -> list[Block]:
    """The decisions with their reasons."""
    decisions = [item for item in items if item.kind is FollowUpKind.DECISION]
    return follow_up_table(decisions, words, title=words.say("Decision and reason"))


def action_blocks(items: Sequence[FollowUpRecord], words: Words) -> list[Block]:
    """What is to be done, one table for each department, those without one last."""
    actions = [item for item in items if item.kind is FollowUpKind.ACTION]
    blocks: list[Block] = []
    for department, own in groupby(sorted(actions, key=_department), key=lambda item: item.department):
        blocks.append(Heading(department or words.say("Without a department"), level=1))
        blocks += follow_up_table(list(own), words, title=words.say("What is to be done"), department=False)
    return blocks


def told_back_blocks(items: Sequence[FollowUpRecord], words: Words) -> list[Block]:
    """What citizens are told of each decision and action that says so."""
    told = [item for item in sorted(items, key=_order) if item.told_back]
    if not told:
        return []
    columns = [Column(words.say("Decision or follow-up"), 190, names=True), Column(words.say("Told to citizens"))]
    return [Table(columns, [[Paragraph(item.text, style=styles.QUIET), item.told_back] for item in told])]


def _department(item: FollowUpRecord) -> tuple[bool, str]:
    return not item.department, item.department


def _order(item: FollowUpRecord) -> tuple[bool, str, str]:
    return item.due_on is None, item.due_on.isoformat() if item.due_on else "", item.text
