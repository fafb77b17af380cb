"""An evaluation form counted: who answered, its score, each item as a distribution, choices and comments."""

from collections.abc import Sequence

from workshop.charts.bars import Bar
from workshop.charts.dot_strip import DotStrip
from workshop.charts.likert import Likert, sharing_room
from workshop.language import mark
from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import FormResult, ItemRecord, ItemResult
from workshop.models.records.reports import ChosenPhoto, FormReport, is_small
from workshop.models.records.scores import Method
from workshop.models.telling.answers import scale_key, scale_steps, scale_words
from workshop.models.telling.places import MEAN_PLACE, options_told
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph
from workshop.reports.charts.bars import bar_table
from workshop.reports.charts.dot_strip import DotStripShape
from workshop.reports.charts.likert import Legend, LikertShape, step_colours
from workshop.reports.sections.photos import chosen_photo_blocks
from workshop.reports.sections.scores import score_blocks
from workshop.reports.sections.wording import Words, percent
from workshop.reports.tables import Column, Table
from workshop.reports.text import Span

_FEW = mark("Fewer than five have answered. Only their number is shown, so that nobody can be made out.")
_TOP_2 = mark("Top 2: the share of answers in the two highest steps. Missing answers are not counted as zero.")


def form_blocks(report: FormReport, words: Words, *, held: str = "") -> list[Block]:
    """One form with its result; `held` says where, in a report over several sessions."""
    form, result = report.form, report.result
    blocks: list[Block] = [Heading(form.title, level=1)]
    line = [held or form.service_title] if held or form.service_title else []
    line.append(words.say("measured {stage}", stage=words.word(form.stage)))
    if result is None or not result.respondents:
        none = words.say("This form has not been closed, so there is no result.")
        note = none if result is None else words.say("Nobody filled in this form.")
        return [*blocks, Paragraph(" · ".join(line), style=styles.SMALL, keeps=True), Paragraph(note, before=4)]
    line.append(words.say_many("{n} respondent", "{n} respondents", result.respondents))
    blocks.append(Paragraph(" · ".join(line), style=styles.SMALL, keeps=True))
    told = report.photos or any(item.counts or item.texts for item in result.items)
    if is_small(result.respondents) and not told:
        return [*blocks, Paragraph(words.language.tell(_FEW), before=4)]
    blocks += score_blocks(result, words)
    blocks += _scale_blocks(result, words)
    for item in result.items:
        if item.item.kind is ItemKind.PHOTO:
            blocks += _photos(item, [photo for photo in report.photos if photo.item == item.item.key], words)
        else:
            blocks += _other_item(item, result, words)
    return blocks


def scale_of(items: Sequence[ItemRecord], words: Words) -> list[tuple[str, str]]:
    """The steps of the scale of some items in words, with their colours."""
    steps = scale_words(words.language, items)
    numbered = [
        text if text[:1].isdigit() else f"{value} {text}"
        for value, text in zip(scale_steps(items[0]), steps, strict=True)
    ]
    return list(zip(numbered, step_colours(steps), strict=True))


def answer_bars(results: Sequence[ItemResult], words: Words) -> list[LikertShape]:
    """The answers to scale items as bars that lean around one middle."""
    return [LikertShape(bar) for bar in sharing_room([_bar(each, words) for each in results])]


def _bar(result: ItemResult, words: Words) -> Likert:
    item = result.item
    counts = tuple(result.counts.get(str(value), 0) for value in range(item.low, item.high + 1))
    return Likert(counts, tuple(step for step, _ in scale_of([item], words)), result.missing)


def _scale_blocks(result: FormResult, words: Words) -> list[Block]:
    """All scale items in tables, one for each scale that is used."""
    likert = [item for item in result.items if item.item.kind is ItemKind.LIKERT]
    blocks: list[Block] = []
    while likert:
        key = scale_key(likert[0].item)
        same = [item for item in likert if scale_key(item.item) == key]
        scale = scale_of([item.item for item in same], words)
        likert = [item for item in likert if item not in same]
        columns = [
            Column(words.say("Item"), names=True), Column(words.say("Answers"), 130), Column(words.say("Number"), 30, right=True),
            Column(words.say("Missing"), 38, right=True), Column(words.say("Median"), 38, right=True),
            Column(words.say("Top 2"), 34, right=True),
        ]  # fmt: skip
        rows: list[list[Block | str]] = [
            [
                words.language.pick(item.item.text), bar, words.language.number(item.n),
                Paragraph(words.language.number(item.missing), style=styles.QUIET, right=True), item.median,
                percent(item.top2),
            ]
            for item, bar in zip(same, answer_bars(same, words), strict=True)
        ]  # fmt: skip
        note = None if likert else Paragraph(words.language.tell(_TOP_2), style=styles.SMALL, before=6)
        blocks.append(Table(columns, rows, before=8, note=note, legend=Legend(scale)))
    return blocks


def _other_item(result: ItemResult, form: FormResult, words: Words) -> list[Block]:
    item = result.item
    if item.kind is ItemKind.LIKERT or (form.method is Method.KANO and item.kind is ItemKind.SINGLE):
        return []  # told above
    head = _head(result, words)
    if result.n and is_small(result.n) and not (result.counts or result.texts or result.places):
        return [head, Paragraph(words.language.tell(_FEW), style=styles.SMALL)]
    if item.kind is ItemKind.TEXT:
        return [head, *_comments(result, form, words)] if result.texts else []
    if item.kind is ItemKind.NUMBER:
        return [head, *_numbers(result, words)] if result.texts else []
    if item.kind is ItemKind.RANKING:
        return [head, *_ranking(result, words)] if result.places else [head]
    rows = [
        Bar(words.language.pick(labels), result.counts.get(value, 0), _with_share(result, value, words))
        for value, labels in item.labels.items()
    ]
    return [head, bar_table(rows, label_width=220, before=4)]


def _head(result: ItemResult, words: Words) -> Paragraph:
    """The words of an item, how many answered it, and how many left it out."""
    told = [f"n = {words.language.number(result.n)}"]
    if result.missing:
        told.append(words.say("missing {n}", n=words.language.number(result.missing)))
    beside = Span("\u2002" + " · ".join(told), styles.SMALL)
    return Paragraph(Span(words.language.pick(result.item.text), styles.STRONG), beside, before=12, keeps=True)


def _photos(result: ItemResult, photos: Sequence[ChosenPhoto], words: Words) -> list[Block]:
    """The photos that were chosen; nothing where photos are left out."""
    return [_head(result, words), *chosen_photo_blocks(photos, words)] if photos else []


def _ranking(result: ItemResult, words: Words) -> list[Block]:
    """The options by mean place, with how often each came first and none."""
    rows = [
        Bar(option.name, float(option.nearness), option.short, first=option.leads)
        for option in options_told(words.language, result)
    ]
    note = Paragraph(words.language.tell(MEAN_PLACE), style=styles.SMALL, before=4)
    return [bar_table(rows, label_width=190, before=4, most=1), note]


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


def _comments(result: ItemResult, form: FormResult, words: Words) -> list[Block]:
    """What was written, under its themes where it was sorted; the themes with most answers first."""
    answers = [each for each in form.open_answers if each.item == result.item.key]
    themes = [theme for theme in form.themes if theme.item == result.item.key]
    if not themes:
        return [_quotes(result.texts)]
    groups = [(theme.title, [each.text for each in answers if each.theme_id == theme.id]) for theme in themes]
    groups.sort(key=lambda group: -len(group[1]))
    known = {theme.id for theme in themes}
    groups.append((words.say("Not yet sorted"), [each.text for each in answers if each.theme_id not in known]))
    blocks: list[Block] = []
    for title, texts in groups:
        if texts:
            told = Span(f"\u2002{words.language.number(len(texts))}", styles.SMALL)
            blocks += [Paragraph(Span(title, styles.STRONG), told, before=6, keeps=True), _quotes(texts)]
    return blocks


def _quotes(texts: Sequence[str]) -> Table:
    return Table([Column("")], [[Paragraph(text)] for text in texts], header=False, padding=4, before=5)
