"""The result of one form: its score, its scale items as bars, choices, numbers and open answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.dot_strip import DotStrip
from workshop.models.enums import FormState, ItemKind
from workshop.models.records.evaluations import FormRecord, FormResult, ItemRecord, ItemResult
from workshop.models.records.reports import is_small
from workshop.models.records.scores import Method
from workshop.models.telling.answers import scale_key
from workshop.models.titles import title_of
from workshop.services.evaluation.instruments import negative_keys
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.item_card import ItemCard
from workshop.ui.pages.evaluation.item_table import ItemTable, Legend
from workshop.ui.pages.evaluation.open_answers import OpenAnswersCard, Wish
from workshop.ui.pages.evaluation.photos_card import PhotoAnswersCard
from workshop.ui.pages.evaluation.ranking_card import ranking_card
from workshop.ui.pages.evaluation.score_cards import notes, score_cards
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.dot_strip_chart import DotStripChart
from workshop.ui.widgets.headings import BodyLabel, DisplayLabel, MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.progress_bar import SlimBar

_CHOICES = frozenset({ItemKind.SINGLE, ItemKind.MULTIPLE})


def result_cards(desk: Desk, result: FormResult, wish: Wish) -> list[QWidget]:
    """What is told of a form now: nothing but a number while it is open or where few have answered.

    `wish` is told what somebody wants of the open answers.
    """
    say = desk.language.say
    if not result.respondents:
        return []
    if result.form.state is not FormState.CLOSED:
        words = say("What was answered is shown when the form is closed, so that nobody can follow a single person.")
        return [_told(desk, result, words)]
    if is_small(result.respondents):
        words = say("Fewer than five have answered. Only their number is shown, so that nobody can be made out.")
        return [_told(desk, result, words)]
    cards = score_cards(desk, result)
    cards += _scale_cards(desk, result, with_notes=not cards)
    pairs = result.method is Method.KANO  # are told by the categories
    cards += [_choices_card(desk, item) for item in result.items if item.item.kind in _CHOICES and not pairs]
    cards += [ranking_card(desk, item) for item in result.items if item.item.kind is ItemKind.RANKING]
    cards += [_numbers_card(desk, item) for item in result.items if item.item.kind is ItemKind.NUMBER and item.n]
    cards += [
        PhotoAnswersCard(desk, item, [photo for photo in result.photos if photo.item == item.item.key])
        for item in result.items
        if item.item.kind is ItemKind.PHOTO and item.n
    ]
    texts = [item for item in result.items if item.item.kind is ItemKind.TEXT and item.texts]
    cards += [ItemCard(desk, item) if is_small(item.n) else OpenAnswersCard(desk, result, item, wish) for item in texts]
    return cards


def questions_card(desk: Desk, form: FormRecord) -> Card:
    """What the form asks, in its order."""
    return items_card(desk, form.items)


def items_card(desk: Desk, items: Sequence[ItemRecord]) -> Card:
    """Questions in their order, with the kind of each."""
    card = Card(desk.language.say("What is asked"), str(len(items)))
    for place, item in enumerate(items, start=1):
        line = QHBoxLayout()
        line.setSpacing(10)
        number = BodyLabel(str(place), role="muted")
        number.setMinimumWidth(desk.type.px(20))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(paragraph(desk.language.pick(item.text)), 1)
        line.addWidget(MutedLabel(desk.language.tell(title_of(item.kind))), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
    return card


def _told(desk: Desk, result: FormResult, words: str) -> Card:
    card = Card()
    line = QHBoxLayout()
    line.setSpacing(16)
    figure = DisplayLabel(desk.language.number(result.respondents))
    line.addWidget(figure)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addStretch(1)
    column.addWidget(StrongLabel(desk.language.say_many("has answered", "have answered", n=result.respondents)))
    column.addWidget(paragraph(words, role="muted"))
    column.addStretch(1)
    line.addLayout(column, 1)
    card.body.addLayout(line)
    return card


def _scale_cards(desk: Desk, result: FormResult, *, with_notes: bool) -> list[QWidget]:
    """One card for the items of each scale."""
    left = [item for item in result.items if item.item.kind is ItemKind.LIKERT]
    negative = negative_keys(result.form)
    cards: list[QWidget] = []
    while left:
        scale = scale_key(left[0].item)
        same = [item for item in left if scale_key(item.item) == scale]
        left = [item for item in left if item not in same]
        card = Card(desk.language.say("Answers"), f"n = {desk.language.number(result.respondents)}")
        card.add(Legend(desk, [item.item for item in same]))
        card.add(ItemTable(desk, same, negative))
        if not left:
            words = desk.language.say(
                "Top 2: the share of answers in the two highest steps. Missing answers are not counted as zero."
            )
            card.add(paragraph(words, role="muted", small=True))
        if with_notes and not cards:
            for note in notes(desk, result):
                card.add(note)
        cards.append(card)
    return cards


def _choices_card(desk: Desk, result: ItemResult) -> Card:
    card, language = ItemCard(desk, result), desk.language
    if is_small(result.n):
        return card
    rows = QGridLayout()
    rows.setHorizontalSpacing(14)
    rows.setVerticalSpacing(8)
    rows.setColumnStretch(0, 5)
    rows.setColumnStretch(1, 6)
    most = max(result.counts.values(), default=0)
    for place, (value, texts) in enumerate(result.item.labels.items()):
        count, text = result.counts.get(value, 0), language.pick(texts)
        first = 0 < count == most
        told = f"{language.number(count)} ({round(100 * count / result.n)}%)"
        bar = SlimBar(desk, f"{text}: {told}", role="accent" if first else "bar", height=desk.type.px(12))
        bar.show_part(count, result.n)
        figure = (StrongLabel if first else BodyLabel)(told)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.addWidget((StrongLabel if first else BodyLabel)(text, wrap=True), place, 0)
        rows.addWidget(bar, place, 1)
        rows.addWidget(figure, place, 2)
    card.body.addLayout(rows)
    return card


def _numbers_card(desk: Desk, result: ItemResult) -> Card:
    card = ItemCard(desk, result)
    if not is_small(result.n):
        numbers = tuple(float(text) for text in result.texts if text.lstrip("-").isdecimal())
        strip = DotStrip(numbers, *_ends(result.item, numbers))
        card.add(DotStripChart(desk, desk.language.pick(result.item.text), strip))
    return card


def _ends(item: ItemRecord, numbers: tuple[float, ...]) -> tuple[float, float]:
    """The ends of the line: those of the item where it has any, else those of the answers."""
    return (item.low, item.high) if item.high > item.low else (min(numbers, default=0), max(numbers, default=0))
