"""Indicators: where each began, what was read, and whether the target is reached, service by service."""

from collections.abc import Sequence

from workshop.charts.line import Line, Reading, line_around
from workshop.models.records.field import FieldReport
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.telling.indicators import amount, baseline_level, target_level, told_readings
from workshop.reports import styles
from workshop.reports.blocks import Block, Columns, Heading, Paragraph, Stack
from workshop.reports.charts.line import LineShape
from workshop.reports.sections.wording import Words
from workshop.reports.tables import Column, Table

_NARROW = 5  # so many readings have room on half of the width


def indicator_blocks(record: FieldReport, words: Words) -> list[Block]:
    """A table for each service, then the line of each indicator that was read more than once; nothing without indicators."""
    blocks: list[Block] = []
    for each in record.services:
        if each.indicators:
            title = each.service.title if each.service is not None else words.say("The whole project")
            blocks += [Heading(title, level=1), _table(each.indicators, words), *_lines(each.indicators, words)]
    return blocks


def _table(indicators: tuple[IndicatorRecord, ...], words: Words) -> Table:
    say = words.say
    columns = [
        Column(say("Indicator")), Column(say("Baseline"), 58, right=True), Column(say("Target"), 58, right=True),
        Column(say("Last reading"), 64, right=True), Column(say("Standing"), 88),
    ]  # fmt: skip
    return Table(columns, [_row(one, words) for one in indicators])


def _row(one: IndicatorRecord, words: Words) -> list[Block | str]:
    what: Block = Paragraph(one.title)
    if one.note:
        what = Stack(what, Paragraph(one.note, style=styles.SMALL, before=1))
    baseline, target = amount(one.baseline, one.unit), amount(one.target, one.unit)
    if one.latest is None:
        return [what, baseline, target, "–", Paragraph(words.word(one.standing), style=styles.QUIET)]
    read = Stack(
        Paragraph(amount(one.latest.value, one.unit), right=True),
        Paragraph(words.day(one.latest.on), style=styles.SMALL, right=True),
    )
    standing = Stack(
        Paragraph(words.word(one.standing), style=styles.QUIET),
        Paragraph(one.latest.source, style=styles.SMALL),
    )
    return [what, baseline, target, read, standing]


def _lines(indicators: tuple[IndicatorRecord, ...], words: Words) -> list[Block]:
    """The line of each indicator that was read more than once, two beside each other where they are short."""
    rows: list[list[IndicatorRecord]] = []
    for one in indicators:
        if len(one.readings) < 2:
            continue
        beside = rows and len(rows[-1]) == 1 and all(len(each.readings) <= _NARROW for each in (*rows[-1], one))
        if beside:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_row_of_lines(row, words) for row in rows]


def _row_of_lines(row: Sequence[IndicatorRecord], words: Words) -> Columns:
    narrow = all(len(one.readings) <= _NARROW for one in row)
    return Columns(*(_titled_line(one, words) for one in row), before=12, places=2 if narrow else 1)


def _titled_line(one: IndicatorRecord, words: Words) -> Stack:
    corrected = sum(bool(reading.earlier) for reading in one.readings)
    note = words.say_many("{n} reading was corrected.", "{n} readings were corrected.", corrected)
    told = [Paragraph(note, style=styles.SMALL, before=2)] if corrected else []
    return Stack(Paragraph(one.title, style=styles.STRONG), LineShape(_line(one, words)), *told)


def _line(one: IndicatorRecord, words: Words) -> Line:
    language = words.language
    return line_around(
        [Reading(each.day, each.value, each.words) for each in told_readings(language, one)],
        target=target_level(language, one),
        baseline=baseline_level(language, one),
    )
