"""A service before and after: each item twice, one bar above the other, and how many changed their minds."""

from collections.abc import Sequence

from workshop.charts.line import Line, Reading
from workshop.models.records.evaluations import SUS_AVERAGE, FormResult, ItemChange, ScaleChange, ServiceChange
from workshop.models.records.reports import is_small
from workshop.models.records.scores import Method
from workshop.models.telling.scores import SCALE_NAMES, effect_told, score_told
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.likert import Legend
from workshop.reports.charts.line import LineShape
from workshop.reports.charts.scale import ScaleShape
from workshop.reports.sections.evaluations import answer_bars, scale_of
from workshop.reports.sections.scores import scale_of as scale_of_score
from workshop.reports.sections.wording import Words, percent
from workshop.reports.tables import Column, Table


def change_blocks(changes: Sequence[ServiceChange], words: Words) -> list[Block]:
    """One part for each service that was evaluated with the same instrument before and after."""
    return [block for change in changes for block in _change(change, words)]


def _change(change: ServiceChange, words: Words) -> list[Block]:
    before, after = change.before, change.after
    title = before.form.service_title or before.form.title
    blocks: list[Block] = [Heading(title, level=1), Paragraph(_who(change, words), style=styles.SMALL, keeps=True)]
    if before.method is Method.SUS and before.score and after.score:
        told = words.say(
            "{name}: {before} before, {after} after", name=before.score_name, before=_score(before), after=_score(after)
        )
        blocks += [Paragraph(told, style=styles.STRONG, before=3, keeps=True), _score_line(change, words)]
    if is_small(min(before.respondents, after.respondents)) and not change.items:
        few = words.say("Fewer than five have answered. Only their number is shown, so that nobody can be made out.")
        return [*blocks, Paragraph(few, before=4)]
    if before.method is not Method.LIKERT:
        blocks += [block for scale in change.scales for block in _scale(scale, words)]
    if (
        change.paired
        and is_small(change.paired)
        and not any(item.better or item.same or item.worse for item in change.items)
    ):
        few = words.say("Fewer than five are known by code in both, so changes are not counted.")
        blocks.append(Paragraph(few, style=styles.SMALL, keeps=True))
    if not change.items:
        return blocks
    columns = [
        Column(words.say("Item"), names=True), Column("", 34), Column(words.say("Answers"), 140),
        Column(words.say("Number"), 30, right=True), Column(words.say("Median"), 38, right=True),
        Column(words.say("Top 2"), 34, right=True),
    ]  # fmt: skip
    bars = answer_bars([each for item in change.items for each in (item.before, item.after)], words)
    pairs = [bars[at : at + 2] for at in range(0, len(bars), 2)]
    rows = [_row(item, pair, change, words) for item, pair in zip(change.items, pairs, strict=True)]
    legend = Legend(scale_of([item.item for item in change.items], words))
    return [*blocks, Table(columns, rows, before=6, legend=legend)]


def _score_line(change: ServiceChange, words: Words) -> LineShape:
    """The score over the stages, on its scale with the average of many studies (Sauro and Lewis 2016)."""
    readings = tuple(
        Reading(
            words.word(result.form.stage),
            float(result.score),
            result.score,
            f"n = {words.language.number(result.scored)}",
        )
        for result in (change.before, change.after)
    )
    return LineShape(Line(readings, 0, 100, SUS_AVERAGE, words.say("average {n}", n=SUS_AVERAGE)))


def _scale(scale: ScaleChange, words: Words) -> list[Block]:
    """One scale before and after, with what the change is worth in words."""
    name = words.language.tell(SCALE_NAMES[scale.after.key])
    parts = [f"{name}: {score_told(scale.before)} → {score_told(scale.after)}"]
    if scale.paired:
        parts.append(
            words.say(
                "higher {better}, same {same}, lower {worse}", better=scale.better, same=scale.same, worse=scale.worse
            )
        )
    if scale.effect:
        parts.append(words.language.tell(effect_told(scale.effect, scale.side)))
    head = Paragraph(" · ".join(parts), style=styles.STRONG, before=3, keeps=True)
    return [head] if scale.after.key == "sus" else [head, ScaleShape(scale_of_score(scale.after, words, scale.before))]


def _row(item: ItemChange, bars: Sequence[Block], change: ServiceChange, words: Words) -> list[Block | str]:
    text: Block = Paragraph(words.language.pick(item.item.text))
    told = [words.language.tell(effect_told(item.effect, item.side))] if item.effect else []
    if not is_small(change.paired):
        moved = words.say(
            "higher {better}, same {same}, lower {worse}", better=item.better, same=item.same, worse=item.worse
        )
        told.append(moved)
    if told:
        text = Stack(text, *(Paragraph(line, style=styles.SMALL) for line in told))
    pair = item.before, item.after
    return [
        text,
        Stack(
            *(
                Paragraph(words.word(stage), style=styles.QUIET)
                for stage in (change.before.form.stage, change.after.form.stage)
            )
        ),
        Stack(*bars),
        Stack(*(Paragraph(words.language.number(each.n), right=True) for each in pair)),
        Stack(*(Paragraph(each.median or "–", right=True) for each in pair)),
        Stack(*(Paragraph(percent(each.top2) if each.top2 else "–", right=True) for each in pair)),
    ]


def _who(change: ServiceChange, words: Words) -> str:
    counts = {"before": change.before.respondents, "after": change.after.respondents}
    if change.paired:
        return words.say(
            "{before} answered before and {after} after; {paired} of them are known by code in both and compared in pairs.",
            paired=change.paired, **counts,
        )  # fmt: skip
    return words.say("{before} answered before and {after} after; two groups side by side, not paired.", **counts)


def _score(result: FormResult) -> str:
    return f"{result.score} ({result.grade})" if result.grade else result.score
