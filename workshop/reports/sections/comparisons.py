"""Types of service held against each other, and sessions over time; small groups are held back, and it is said that they are."""

from collections.abc import Sequence
from dataclasses import replace

from workshop.charts.line import Line, Reading
from workshop.models.enums import ItemKind
from workshop.models.records.comparisons import SessionTrend, TypeComparison, TypeGroup
from workshop.models.records.evaluations import SUS_AVERAGE, ItemResult
from workshop.models.records.reports import SMALLEST_CELL, SMALLEST_GROUP
from workshop.models.records.scores import Method
from workshop.models.telling.scores import SCALE_NAMES, score_told, trend_name, trend_told
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.likert import Legend
from workshop.reports.charts.line import LineShape
from workshop.reports.charts.scale import ScaleShape
from workshop.reports.sections.evaluations import answer_bars
from workshop.reports.sections.evaluations import scale_of as steps_of
from workshop.reports.sections.scores import scale_of
from workshop.reports.sections.wording import Words, percent
from workshop.reports.tables import Column, Table

_TYPE = replace(styles.SMALL, leading=styles.TEXT.leading)  # in line with the bar beside it


def trend_blocks(trends: Sequence[SessionTrend], words: Words) -> list[Block]:
    """Each instrument over the sessions in which it was put."""
    blocks: list[Block] = []
    for trend in trends:
        title = " – ".join(filter(None, (words.language.pick(trend.title), trend.service_title)))
        name = trend_name(words.language, trend.key)
        readings = tuple(
            Reading(
                words.language.day(point.on) if point.on else point.title,
                float(point.value) if point.value is not None else None,
                trend_told(trend.key, point.value) if point.value is not None else "",
                f"n = {words.language.number(point.n)}",
            )
            for point in trend.points
        )
        target = {"sus": SUS_AVERAGE, "nps": 0}.get(trend.key)
        told = words.say("average {n}", n=SUS_AVERAGE) if trend.key == "sus" else "0" if target is not None else ""
        blocks += [
            Heading(title, level=1), Paragraph(name, style=styles.SMALL, keeps=True),
            LineShape(Line(readings, trend.low, trend.high, target, told)),
        ]  # fmt: skip
        if any(point.value is None and point.n for point in trend.points):
            note = words.say("Where fewer than {n} answered, only their number is shown.", n=SMALLEST_CELL)
            blocks.append(Paragraph(note, style=styles.SMALL, before=4))
    return blocks


def type_blocks(comparisons: Sequence[TypeComparison], words: Words) -> list[Block]:
    """Each instrument at one stage, the types of service below each other."""
    return [block for comparison in comparisons for block in _comparison(comparison, words)]


def _comparison(comparison: TypeComparison, words: Words) -> list[Block]:
    stage = words.say("measured {stage}", stage=words.word(comparison.stage))
    blocks: list[Block] = [
        Heading(words.language.pick(comparison.title), level=1),
        Paragraph(stage, style=styles.SMALL, keeps=True),
    ]
    blocks += _items(comparison, words) if comparison.method is Method.LIKERT else _scales(comparison, words)
    if any(group.result is None for group in comparison.groups):
        note = words.say(
            "Types with fewer than {n} answers are held back, and one more where it could be worked out from the others.",
            n=SMALLEST_GROUP,
        )
        blocks.append(Paragraph(note, style=styles.SMALL, before=3))
    return blocks


def _scales(comparison: TypeComparison, words: Words) -> list[Block]:
    rows: list[list[Block | str]] = []
    for group in comparison.groups:
        for scale in group.result.scores.scales if group.result else ():
            name = words.language.tell(SCALE_NAMES[scale.key])
            rows.append([_type(group, words), Stack(Paragraph(name, style=styles.SMALL), ScaleShape(scale_of(scale, words))),
                         score_told(scale), words.language.number(scale.n)])  # fmt: skip
        if group.result is None:
            rows.append([_type(group, words), Paragraph(words.say("held back"), style=styles.QUIET), "–", "–"])
    columns = [Column(words.say("Type"), 110, names=True), Column(""), Column(words.say("Score"), 46, right=True),
               Column("n", 30, right=True)]  # fmt: skip
    return [Table(columns, rows, before=4)]


def _items(comparison: TypeComparison, words: Words) -> list[Block]:
    shown = [group for group in comparison.groups if group.result is not None]
    if not shown or shown[0].result is None:
        return [Paragraph(words.say("Every type was answered by too few to be shown."), style=styles.SMALL)]
    items = [item for item in shown[0].result.items if item.item.kind is ItemKind.LIKERT]
    found = [_answers_by_type(item, shown) for item in items]
    bars = iter(answer_bars([each for pairs in found for _group, each in pairs], words))
    rows = [
        _item_row(item, pairs, [next(bars) for _ in pairs], words) for item, pairs in zip(items, found, strict=True)
    ]
    columns = [
        Column(words.say("Item"), names=True), Column(words.say("Type"), 84), Column(words.say("Answers"), 124),
        Column(words.say("Number"), 30, right=True), Column(words.say("Median"), 38, right=True),
        Column(words.say("Top 2"), 34, right=True),
    ]  # fmt: skip
    return [Table(columns, rows, before=6, legend=Legend(steps_of([item.item for item in items], words)))]


def _answers_by_type(item: ItemResult, groups: Sequence[TypeGroup]) -> list[tuple[TypeGroup, ItemResult]]:
    return [
        (group, each)
        for group in groups
        for each in (group.result.items if group.result is not None else ())
        if each.item.key == item.item.key
    ]


def _item_row(
    item: ItemResult, found: Sequence[tuple[TypeGroup, ItemResult]], bars: Sequence[Block], words: Words
) -> list[Block | str]:
    """One item: the types below each other in every cell."""
    return [
        Paragraph(words.language.pick(item.item.text)),
        Stack(*(Paragraph(words.word(group.kind), style=_TYPE) for group, _each in found)),
        Stack(*bars),
        Stack(*(Paragraph(words.language.number(each.n), right=True) for _group, each in found)),
        Stack(*(Paragraph(each.median or "–", right=True) for _group, each in found)),
        Stack(*(Paragraph(percent(each.top2) if each.top2 else "–", right=True) for _group, each in found)),
    ]


def _type(group: TypeGroup, words: Words) -> Block:
    services = words.say_many("{n} service", "{n} services", group.services)
    return Stack(Paragraph(words.word(group.kind)), Paragraph(services, style=styles.SMALL))
