"""An evaluation form counted: who answered, its score, each item as a distribution, choices and comments."""

from workshop.charts.bars import Bar
from workshop.charts.dot_strip import DotStrip
from workshop.charts.likert import Likert
from workshop.charts.scale import sus_scale
from workshop.language import mark
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import SUS_AVERAGE, FormResult, ItemRecord, ItemResult
from workshop.models.records.reports import FormReport
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph
from workshop.reports.charts.bars import bar_table
from workshop.reports.charts.dot_strip import DotStripShape
from workshop.reports.charts.likert import Legend, LikertShape, step_colours
from workshop.reports.charts.scale import ScaleShape
from workshop.reports.sections.wording import Words, percent
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span

_TOP_2 = mark("Top 2: the share of answers in the two highest steps. Missing answers are not counted as zero.")


def form_blocks(report: FormReport, words: Words) -> list[Block]:
    """One form with its result."""
    form, result = report.form, report.result
    blocks: list[Block] = [Heading(form.title, level=1)]
    line = [form.service_title] if form.service_title else []
    line.append(words.say("measured {stage}", stage=words.word(form.stage)))
    if result is None or not result.respondents:
        none = words.say("This form has not been closed, so there is no result.")
        note = none if result is None else words.say("Nobody filled in this form.")
        return [*blocks, Paragraph(" · ".join(line), style=styles.SMALL, keeps=True), Paragraph(note, before=4)]
    line.append(words.say_many("{n} respondent", "{n} respondents", result.respondents))
    blocks.append(Paragraph(" · ".join(line), style=styles.SMALL, keeps=True))
    blocks += score_blocks(result, words)
    blocks += _scale_blocks(result, words)
    for item in result.items:
        blocks += _other_item(item, words)
    return blocks


def score_blocks(result: FormResult, words: Words) -> list[Block]:
    """The score of an instrument that has one, large, with what it means; then what to keep in mind."""
    blocks: list[Block] = []
    if result.score_name and result.score:
        grade = words.say("grade {grade}", grade=result.grade) if result.grade else ""
        beside = " · ".join(filter(None, (result.score_name, grade)))
        head = Paragraph(
            Span(result.score, styles.FIGURE), Span(f"\u2002{beside}", styles.STRONG),
            style=styles.FIGURE, before=6, keeps=True,
        )  # fmt: skip
        blocks.append(head)
        told = [words.say("Mean of {n} complete answers.", n=result.scored)]
        if "sus" in result.form.instrument.lower():
            average = words.say("average {n}", n=SUS_AVERAGE)
            blocks.append(ScaleShape(sus_scale([float(result.score)], SUS_AVERAGE, average)))
            told.append(words.say("A score from 0 to 100, not a percentage; 68 is about the average of many studies."))
        blocks.append(Paragraph(" ".join(told), style=styles.SMALL, keeps=True))
    if result.reliability and not result.reliability.startswith("-"):
        note = words.say("Reliability (Cronbach's alpha): {alpha}", alpha=result.reliability)
        blocks.append(Paragraph(note, style=styles.SMALL, keeps=True))
    for flag in result.flags:
        blocks.append(Paragraph(_flag(flag, words), style=styles.SMALL, keeps=True))
    return blocks


def scale_of(item: ItemRecord, words: Words) -> list[tuple[str, str]]:
    """The steps of an item's scale in words, with their colours."""
    values = range(item.low, item.high + 1)
    colours = step_colours(values)
    steps: list[tuple[str, str]] = []
    for value, colour in zip(values, colours, strict=True):
        label = words.language.pick(item.labels.get(str(value), {}))
        steps.append((f"{value} {label}".strip(), colour))
    return steps


def answers_to(result: ItemResult, *, diverging: bool = False) -> LikertShape:
    """The answers to a scale item as one bar."""
    item = result.item
    counts = tuple(result.counts.get(str(value), 0) for value in range(item.low, item.high + 1))
    return LikertShape(Likert(counts, missing=result.missing, diverging=diverging))


def _scale_blocks(result: FormResult, words: Words) -> list[Block]:
    """All scale items in tables, one for each scale that is used."""
    likert = [item for item in result.items if item.item.kind is ItemKind.LIKERT]
    blocks: list[Block] = []
    while likert:
        scale = scale_of(likert[0].item, words)
        same = [item for item in likert if scale_of(item.item, words) == scale]
        likert = [item for item in likert if item not in same]
        columns = [
            Column(words.say("Item")), Column(words.say("Answers"), 140), Column(words.say("Number"), 30, right=True),
            Column(words.say("Missing"), 38, right=True), Column(words.say("Median"), 38, right=True),
            Column(words.say("Top 2"), 34, right=True),
        ]  # fmt: skip
        rows: list[list[Block | str]] = [
            [
                words.language.pick(item.item.text), answers_to(item), words.language.number(item.n),
                Paragraph(words.language.number(item.missing), style=styles.QUIET, right=True), item.median,
                percent(item.top2),
            ]
            for item in same
        ]  # fmt: skip
        note = None if likert else Paragraph(words.language.tell(_TOP_2), style=styles.SMALL, before=6)
        blocks += [Legend(scale, before=8), Table(columns, rows, before=6, note=note)]
    return blocks


def _other_item(result: ItemResult, words: Words) -> list[Block]:
    item = result.item
    if item.kind is ItemKind.LIKERT:
        return []
    head = Paragraph(
        Span(words.language.pick(item.text), styles.STRONG), Span(f"\u2002n = {words.language.number(result.n)}", styles.SMALL),
        before=12, keeps=True,
    )  # fmt: skip
    if item.kind is ItemKind.TEXT:
        return [head, _comments(result)] if result.texts else []
    if item.kind is ItemKind.NUMBER:
        return [head, *_numbers(result, words)] if result.texts else []
    rows = [
        Bar(words.language.pick(labels), result.counts.get(value, 0), _with_share(result, value, words))
        for value, labels in item.labels.items()
    ]
    return [head, bar_table(rows, label_width=220, before=4)]


def _with_share(result: ItemResult, value: str, words: Words) -> str:
    count = result.counts.get(value, 0)
    return f"{words.language.number(count)} ({words.share(count, result.n)})" if result.n else "0"


def _numbers(result: ItemResult, words: Words) -> list[Block]:
    """The numbers that were given as dots on their line; what is no number below, as it was written."""
    numbers = tuple(float(text) for text in result.texts if text.lstrip("-").isdecimal())
    others = sorted(text for text in result.texts if not text.lstrip("-").isdecimal())
    low, high = result.item.low, result.item.high
    if high <= low:
        low, high = int(min(numbers, default=0)), int(max(numbers, default=0))
    strip = DotStrip(numbers, low, high)
    median = words.say("median: {value}", value=f"{strip.middle:g}") if strip.middle is not None else ""
    blocks: list[Block] = [DotStripShape(strip, median)] if numbers else []
    return [*blocks, Paragraph(", ".join(others))] if others else blocks


def _comments(result: ItemResult) -> Table:
    rows = [[Paragraph(text)] for text in result.texts]
    return Table([Column("")], rows, header=False, padding=4, before=5)


def _flag(flag: str, words: Words) -> str:
    known = {
        "straight-lining": words.say("Some answered every item alike; read their answers with care."),
    }
    return known.get(flag, flag)
