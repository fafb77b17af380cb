"""Pilots: what was supposed, where and when it was tried, what was measured and learned, and what was decided why."""

from workshop.models.records.field import FieldReport
from workshop.models.records.pilots import CheckpointRecord, MeasureRecord, PilotRecord
from workshop.models.telling.indicators import amount
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table


def pilot_blocks(record: FieldReport, words: Words) -> list[Block]:
    """One part for each pilot; nothing where nothing was tried."""
    return [block for pilot in record.pilots for block in _pilot(pilot, words)]


def _pilot(pilot: PilotRecord, words: Words) -> list[Block]:
    say = words.say
    about = (pilot.service_title or pilot.proposal_title, pilot.place, _when(pilot, words), words.word(pilot.state))
    blocks: list[Block] = [
        Heading(pilot.title, level=1),
        Paragraph(" · ".join(filter(None, about)), style=styles.SMALL, keeps=True),
    ]
    if pilot.hypothesis:
        blocks.append(Paragraph(say("Hypothesis: {text}", text=pilot.hypothesis), before=4))
    if pilot.measures:
        columns = [
            Column(say("Measure")), Column(say("Target"), 64, right=True), Column(say("Reading"), 64, right=True),
            Column(say("Standing"), 88),
        ]  # fmt: skip
        blocks.append(Table(columns, [_measure(one, words) for one in pilot.measures], before=6))
    if pilot.checkpoints:
        columns = [Column(say("Check point"), 120), Column(say("Day"), 62), Column(say("What came out of it"))]
        blocks.append(Table(columns, [_checkpoint(one, words) for one in pilot.checkpoints], before=8))
    if pilot.learned:
        blocks.append(Paragraph(say("Learned: {text}", text=pilot.learned), before=6))
    if pilot.decision is not None:
        day = words.day(pilot.decided_on) if pilot.decided_on else ""
        told = say("Decided on {day}: {decision}", day=day, decision=words.word(pilot.decision))
        reason = say("Reason: {reason}", reason=pilot.reason)
        blocks.append(Stack(Paragraph(told, style=styles.STRONG), Paragraph(reason, style=styles.SMALL), before=6))
    return blocks


def _when(pilot: PilotRecord, words: Words) -> str:
    first, last = (words.day(day) if day is not None else "" for day in (pilot.starts_on, pilot.ends_on))
    return f"{first} – {last}".strip() if first or last else ""


def _measure(one: MeasureRecord, words: Words) -> list[Block | str]:
    target, value = amount(one.target, one.unit), amount(one.value, one.unit)
    return [one.title, target, value, Paragraph(words.word(one.standing), style=styles.QUIET)]


def _checkpoint(one: CheckpointRecord, words: Words) -> list[Block | str]:
    day = one.held_on or one.planned_on
    outcome = one.outcome or (words.say("not held yet") if one.held_on is None else "–")
    return [one.title, words.day(day) if day is not None else "–", Paragraph(outcome, style=styles.QUIET)]
