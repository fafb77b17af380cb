"""Before and after, service by service: each item twice, how many moved, and what that is worth in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.line import Line, Reading
from workshop.models.records.evaluations import (
    SUS_AVERAGE,
    FormResult,
    ItemChange,
    ItemResult,
    ScaleChange,
    ServiceChange,
)
from workshop.models.records.reports import is_small
from workshop.models.records.scores import Method
from workshop.models.telling.answers import share
from workshop.models.telling.scores import SCALE_NAMES, score_told
from workshop.models.titles import title_of
from workshop.services.evaluation.instruments import negative_keys
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.item_table import Legend, answer_bar, item_text, rule
from workshop.ui.pages.evaluation.wording import (
    effect_pill,
    instrument_title,
    moved_words,
    shown_median,
    who_answered,
)
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.line_chart import LineChart
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.charts.scales import scale_of
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.pill import Pill


def change_card(desk: Desk, change: ServiceChange) -> Card:
    """One service that was measured before and after with the same instrument."""
    language, say = desk.language, desk.language.say
    card = Card(change.after.form.service_title or change.after.form.title)
    card.add(paragraph(f"{instrument_title(language, change.after.form.instrument)} · {who_answered(language, change)}",
                       role="muted", small=True))  # fmt: skip
    if is_small(change.before.respondents) or is_small(change.after.respondents):
        words = say("Fewer than five have answered. Only their number is shown, so that nobody can be made out.")
        card.add(paragraph(words))
        return card
    if change.before.method is Method.SUS and change.before.score and change.after.score:
        _add_score(desk, card, change)
    for scale in change.scales if change.before.method is not Method.LIKERT else ():
        card.add(_scale(desk, change, scale))
    if change.items:
        card.add(Legend(desk, [item.item for item in change.items]))
        card.add(_table(desk, change))
    if change.paired > 0 and is_small(change.paired):
        card.add(paragraph(say("Fewer than five are known by code in both, so changes are not counted."), role="muted",
                           small=True))  # fmt: skip
    if negative_keys(change.after.form):
        words = say("“Lower is better” marks items that are put the other way round: agreeing is bad news there.")
        card.add(paragraph(words, role="muted", small=True))
    return card


def _add_score(desk: Desk, card: Card, change: ServiceChange) -> None:
    say = desk.language.say
    words = say(
        "{name}: {before} before, {after} after",
        name=change.after.score_name, before=_graded(desk, change.before), after=_graded(desk, change.after),
    )  # fmt: skip
    card.add(StrongLabel(words, wrap=True))
    average = say("average {n}", n=SUS_AVERAGE)
    card.add(LineChart(desk, words, Line(_readings(desk, change), 0, 100, SUS_AVERAGE, average)))
    words = say("A score from 0 to 100, not a percentage; 68 is about the average of many studies.")
    card.add(paragraph(words, role="muted", small=True))


def _scale(desk: Desk, change: ServiceChange, scale: ScaleChange) -> QWidget:
    """One scale before and after on its line, with what the change is worth; of SUS the words alone, since its line is above."""
    language = desk.language
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    name = language.tell(SCALE_NAMES[scale.after.key])
    row = QWidget()
    head = FlowLayout(row, spacing=10, line_spacing=4)
    head.addWidget(StrongLabel(f"{name}: {score_told(scale.before)} → {score_told(scale.after)}"))
    few = change.paired > 0 and is_small(scale.paired)
    if not few and not is_small(min(scale.before.n, scale.after.n)):
        if scale.paired:
            moved = language.say(
                "higher {better}, same {same}, lower {worse}", better=scale.better, same=scale.same, worse=scale.worse
            )
            head.addWidget(MutedLabel(moved))
        head.addWidget(Pill(*effect_pill(language, scale.effect, scale.side)))
    column.addWidget(row)
    if scale.after.key != "sus":
        column.addWidget(ScaleChart(desk, name, scale_of(desk, scale.after, scale.before)))
    return holder


def _readings(desk: Desk, change: ServiceChange) -> tuple[Reading, ...]:
    """The score at the two stages."""
    language = desk.language
    return tuple(
        Reading(
            language.tell(title_of(result.form.stage)), float(result.score), result.score,
            f"n = {language.number(result.scored)}",
        )
        for result in (change.before, change.after)
    )  # fmt: skip


def _graded(desk: Desk, result: FormResult) -> str:
    if not result.grade:
        return result.score
    return f"{result.score} ({desk.language.say('grade {grade}', grade=result.grade)})"


def _table(desk: Desk, change: ServiceChange) -> QWidget:
    table = QWidget()
    column = QVBoxLayout(table)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for item in change.items:
        column.addWidget(rule())
        column.addWidget(_item(desk, change, item))
    return table


def _item(desk: Desk, change: ServiceChange, item: ItemChange) -> QWidget:
    """The item with its verdict, and its two bars below each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    head = Columns(spacing=10)
    negative = item.item.key in negative_keys(change.after.form)
    head.add(item_text(desk, item.item, negative=negative), 1)
    if not is_small(min(item.before.n, item.after.n)) and not (change.paired > 0 and is_small(change.paired)):
        words, role = effect_pill(desk.language, item.effect, item.side)
        verdict = QWidget()
        line = FlowLayout(verdict, spacing=10, line_spacing=4)
        if change.paired:
            line.addWidget(MutedLabel(moved_words(desk.language, item), wrap=True))
        line.addWidget(Pill(words, role))
        verdict.setMinimumWidth(min(line.sizeHint().width(), desk.type.px(300)))
        head.add(verdict, 0)
    column.addWidget(head)
    column.addWidget(_pair(desk, change, item))
    return holder


def _pair(desk: Desk, change: ServiceChange, item: ItemChange) -> QWidget:
    """Before above, after below, so that the bars can be held against each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for form, result in ((change.before.form, item.before), (change.after.form, item.after)):
        column.addWidget(_measured(desk, desk.language.tell(title_of(form.stage)), result))
    return holder


def _measured(desk: Desk, stage: str, result: ItemResult) -> QWidget:
    """One stage: its bar, and its figures at the right or, in a narrow window, below."""
    say, number = desk.language.say, desk.language.number
    row, left = Columns(spacing=10), QWidget()
    line = QHBoxLayout(left)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    name = MutedLabel(stage)
    name.setMinimumWidth(desk.type.px(40))
    line.addWidget(name)
    row.add(left, 1)
    if is_small(result.n):
        line.addWidget(MutedLabel(say("Fewer than five answers; only their number is shown."), wrap=True), 1)
        row.add(_figures(desk, (f"n = {number(result.n)}",)), 0)
        return row
    line.addWidget(answer_bar(desk, result), 1)
    figures = (
        f"n = {number(result.n)}",
        say("median: {value}", value=shown_median(result.median)),
        say("top 2: {share}", share=share(result.top2)),
    )
    row.add(_figures(desk, figures), 0)
    return row


def _figures(desk: Desk, texts: Sequence[str]) -> QWidget:
    """Figures in columns that have the same place in every row."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    for width, words in zip((54, 88, 92), texts, strict=False):
        label = MutedLabel(words)
        label.setMinimumWidth(desk.type.px(width))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(label)
    line.addStretch(1)
    return holder
