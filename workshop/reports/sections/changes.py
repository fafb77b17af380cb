"""A service before and after: each item twice, one bar above the other, and how many changed their minds."""

from collections.abc import Sequence

from workshop.charts.line import Line, Reading
from workshop.models.records.evaluations import SUS_AVERAGE, FormResult, ItemChange, ServiceChange
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, Paragraph, Stack
from workshop.reports.charts.likert import Legend
from workshop.reports.charts.line import LineShape
from workshop.reports.sections.evaluations import answers_to, scale_of
from workshop.reports.sections.wording import Words, percent
from workshop.reports.tables import Column, Table


def change_blocks(changes: Sequence[ServiceChange], words: Words) -> list[Block]:
    """One part for each service that was evaluated with the same instrument before and after."""
    return [block for change in changes for block in _change(change, words)]


def _change(change: ServiceChange, words: Words) -> list[Block]:
    before, after = change.before, change.after
    title = before.form.service_title or before.form.title
    blocks: list[Block] = [Heading(title, level=1), Paragraph(_who(change, words), style=styles.SMALL, keeps=True)]
    if before.score and after.score:
        told = words.say(
            "{name}: {before} before, {after} after", name=before.score_name, before=_score(before), after=_score(after)
        )
        blocks += [Paragraph(told, style=styles.STRONG, before=3, keeps=True), _score_line(change, words)]
    if not change.items:
        return blocks
    columns = [
        Column(words.say("Item")), Column("", 34), Column(words.say("Answers"), 150),
        Column(words.say("Number"), 30, right=True), Column(words.say("Median"), 38, right=True),
        Column(words.say("Top 2"), 34, right=True),
    ]  # fmt: skip
    rows = [_row(item, change, words) for item in change.items]
    legend = Legend(scale_of(change.items[0].item, words), before=6)
    return [*blocks, legend, Table(columns, rows, before=6)]


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


def _row(item: ItemChange, change: ServiceChange, words: Words) -> list[Block | str]:
    text: Block = Paragraph(words.language.pick(item.item.text))
    if change.paired:
        moved = words.say(
            "higher {better}, same {same}, lower {worse}", better=item.better, same=item.same, worse=item.worse
        )
        text = Stack(text, Paragraph(moved, style=styles.SMALL))
    pair = item.before, item.after
    return [
        text,
        Stack(
            *(
                Paragraph(words.word(stage), style=styles.QUIET)
                for stage in (change.before.form.stage, change.after.form.stage)
            )
        ),
        Stack(*(answers_to(each, diverging=True) for each in pair)),
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
