"""What citizens saw of the services in the field: how much, how grave, and what became of it; without who saw it."""

from workshop.models.records.field import FieldReport, ServiceField, by_severity
from workshop.models.records.observations import ObservationRecord
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table


def observation_blocks(record: FieldReport, words: Words) -> list[Block]:
    """One part for each service of which something was seen; nothing where nothing was."""
    return [block for each in record.services if each.observations for block in _service(each, words)]


def _service(each: ServiceField, words: Words) -> list[Block]:
    say = words.say
    counts = [f"{words.word(severity)} {words.language.number(n)}" for severity, n in by_severity(each.observations)]
    shifts = words.say_many("{n} shift", "{n} shifts", len(each.shifts)) if each.shifts else ""
    columns = [
        Column(say("When and where"), 108), Column(say("What was seen")), Column(say("Severity"), 48),
        Column(say("What became of it"), 104),
    ]  # fmt: skip
    title = each.service.title if each.service is not None else say("The whole project")
    return [
        Heading(title, level=1),
        Paragraph(" · ".join(filter(None, (shifts, *counts))), style=styles.SMALL, keeps=True),
        Table(columns, [_row(one, words) for one in each.observations], before=4),
    ]


def _row(one: ObservationRecord, words: Words) -> list[Block | str]:
    where: Block = Paragraph(f"{words.day(words.local_day(one.seen_at))} {words.clock(one.seen_at)}")
    if one.place:
        where = Stack(where, Paragraph(one.place, style=styles.SMALL))
    return [where, one.text, words.word(one.severity), Paragraph(_became(one, words) or "–", style=styles.QUIET)]


def _became(one: ObservationRecord, words: Words) -> str:
    parts = [words.say("local issue {n}", n=one.issue) if one.issue is not None else ""]
    if one.follow_ups:
        parts.append(words.say_many("{n} follow-up", "{n} follow-ups", len(one.follow_ups)))
    parts.append(one.department)
    return " · ".join(filter(None, parts))
