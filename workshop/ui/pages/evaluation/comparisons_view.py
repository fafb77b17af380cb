"""Types of service held against each other, and sessions over time; small groups are held back, and it is said that they are."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.charts.line import Line, Reading
from workshop.models.enums import ItemKind
from workshop.models.records.comparisons import SessionTrend, TrendPoint, TypeComparison, TypeGroup
from workshop.models.records.evaluations import SUS_AVERAGE, FormResult, ItemResult
from workshop.models.records.reports import SMALLEST_CELL, SMALLEST_GROUP, is_small
from workshop.models.records.scores import Method
from workshop.models.telling.answers import share
from workshop.models.telling.scores import SCALE_NAMES, meaning_of, score_told, trend_name, trend_told
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.item_table import Legend, answer_bar, rule
from workshop.ui.pages.evaluation.wording import shown_median
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.line_chart import LineChart
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.charts.scales import scale_of
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.headings import BodyLabel, HeadingLabel, MutedLabel, StrongLabel, paragraph


def comparison_cards(desk: Desk, types: tuple[TypeComparison, ...], trends: tuple[SessionTrend, ...]) -> list[QWidget]:
    """Sessions over time first, then types of service."""
    return [*(trend_card(desk, trend) for trend in trends), *(type_card(desk, each) for each in types)]


def trend_card(desk: Desk, trend: SessionTrend) -> Card:
    """One instrument in the sessions in which it was put, as a line; a gap where few answered."""
    language, say = desk.language, desk.language.say
    title = language.pick(trend.title)
    card = Card(f"{title} – {trend.service_title}" if trend.service_title else title)
    name = trend_name(language, trend.key)
    card.add(paragraph(" · ".join((say("Sessions over time"), name)), role="muted", small=True))
    readings = tuple(_reading(desk, trend, point) for point in trend.points)
    target = {"sus": SUS_AVERAGE, "nps": 0}.get(trend.key)
    told = say("average {n}", n=SUS_AVERAGE) if trend.key == "sus" else "0" if target is not None else ""
    card.add(LineChart(desk, name, Line(readings, trend.low, trend.high, target, told)))
    if any(point.value is None and point.n for point in trend.points):
        words = say("Where fewer than {n} answered, only their number is shown.", n=SMALLEST_CELL)
        card.add(paragraph(words, role="muted", small=True))
    words = say("Not always the same people: a line shows how each session was seen, not how anybody changed.")
    card.add(paragraph(words, role="muted", small=True))
    return card


def _reading(desk: Desk, trend: SessionTrend, point: TrendPoint) -> Reading:
    label = desk.language.day(point.on) if point.on else point.title
    told = trend_told(trend.key, point.value) if point.value is not None else ""
    value = float(point.value) if point.value is not None else None
    return Reading(label, value, told, f"n = {desk.language.number(point.n)}")


def type_card(desk: Desk, comparison: TypeComparison) -> Card:
    """One instrument at one stage: each type of service with its score, or its items."""
    language, say = desk.language, desk.language.say
    card = Card(language.pick(comparison.title))
    head = (say("By type of service"), say("measured {stage}", stage=title_of(comparison.stage)))
    card.add(paragraph(" · ".join(head), role="muted", small=True))
    shown = [group.result for group in comparison.groups if group.result is not None]
    if comparison.method is Method.LIKERT:
        _add_items(desk, card, comparison, shown)
    else:
        for group in comparison.groups:
            card.add(rule())
            card.add(_group_scores(desk, group))
        meaning = meaning_of(comparison.method)
        if meaning:
            card.add(paragraph(language.tell(meaning), role="muted", small=True))
    if len(shown) < len(comparison.groups):
        words = say(
            "Types with fewer than {n} answers are held back, and one more where it could be worked out from the others.",
            n=SMALLEST_GROUP,
        )
        card.add(paragraph(words, role="muted", small=True))
    words = say("Types differ in more than the part of citizens; a difference says where to look, not why.")
    card.add(paragraph(words, role="muted", small=True))
    return card


def _group_scores(desk: Desk, group: TypeGroup) -> QWidget:
    """One type: its scales, or the word that it is held back."""
    holder, column = _column(6)
    column.addWidget(_group_head(desk, group))
    for scale in group.result.scores.scales if group.result else ():
        row = Columns(spacing=desk.type.px(20))
        figure = HeadingLabel(score_told(scale))
        figure.setMinimumWidth(desk.type.px(76))
        row.add(figure, 0)
        beside, words = _column(2)
        name = desk.language.tell(SCALE_NAMES[scale.key])
        words.addWidget(MutedLabel(f"{name} · n = {desk.language.number(scale.n)}"))
        words.addWidget(ScaleChart(desk, name, scale_of(desk, scale)))
        row.add(beside, 1)
        column.addWidget(row)
    return holder


def _group_head(desk: Desk, group: TypeGroup) -> QWidget:
    language = desk.language
    holder, column = _column(2)
    column.addWidget(StrongLabel(language.tell(title_of(group.kind)), wrap=True))
    services = language.say_many("{n} service", "{n} services", group.services)
    if group.result is None:
        told = language.say("held back")
    else:
        told = language.say_many("{n} answer", "{n} answers", group.result.respondents)
    column.addWidget(MutedLabel(f"{services} · {told}"))
    return holder


def _add_items(desk: Desk, card: Card, comparison: TypeComparison, shown: list[FormResult]) -> None:
    """Every item with the bars of all types below each other."""
    line = Columns(spacing=desk.type.px(20))
    for group in comparison.groups:
        line.add(_group_head(desk, group), 1)
    card.add(line)
    if not shown:
        return
    scaled = [item for item in shown[-1].items if item.item.kind is ItemKind.LIKERT]
    card.add(Legend(desk, [item.item for item in scaled]))
    for item in scaled:
        card.add(rule())
        card.add(BodyLabel(desk.language.pick(item.item.text), wrap=True))
        for group in comparison.groups:
            found = (
                next((each for each in group.result.items if each.item.key == item.item.key), None)
                if group.result
                else None
            )
            if found is not None:
                card.add(_bar_row(desk, desk.language.tell(title_of(group.kind)), found))


def _bar_row(desk: Desk, name: str, result: ItemResult) -> QWidget:
    """One type's answers to an item: its name, its bar, its figures."""
    row, say = Columns(spacing=12), desk.language.say
    label = MutedLabel(name, wrap=True)
    label.setMinimumWidth(desk.type.px(130))
    row.add(label, 0)
    if is_small(result.n):
        row.add(MutedLabel(say("Fewer than five answers; only their number is shown."), wrap=True), 1)
        return row
    row.add(answer_bar(desk, result), 1)
    figures = (f"n = {desk.language.number(result.n)}", say("median: {value}", value=shown_median(result.median)),
               say("top 2: {share}", share=share(result.top2)))  # fmt: skip
    told = MutedLabel(" · ".join(figures))
    told.setMinimumWidth(max(desk.type.px(200), told.sizeHint().width()))
    row.add(told, 0)
    return row


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return holder, column
