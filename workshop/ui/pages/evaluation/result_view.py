"""The result of one form: its score, its scale items as bars, choices, numbers and open answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.charts.dot_strip import DotStrip
from workshop.charts.scale import sus_scale
from workshop.models.enums import FormState, ItemKind
from workshop.models.records.evaluations import SUS_AVERAGE, FormRecord, FormResult, ItemRecord, ItemResult
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.item_table import ItemTable, Legend
from workshop.ui.pages.evaluation.wording import is_small, negative_keys, step_words
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.dot_strip_chart import DotStripChart
from workshop.ui.widgets.charts.scale_chart import ScaleChart
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.headings import BodyLabel, DisplayLabel, LeadLabel, MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.progress_bar import SlimBar


def result_cards(desk: Desk, result: FormResult) -> list[QWidget]:
    """What is told of a form now: nothing but a number while it is open or where few have answered."""
    say = desk.language.say
    if not result.respondents:
        return []
    if result.form.state is not FormState.CLOSED:
        words = say("What was answered is shown when the form is closed, so that nobody can follow a single person.")
        return [_told(desk, result, words)]
    if is_small(result.respondents):
        words = say("Fewer than five have answered. Only their number is shown, so that nobody can be made out.")
        return [_told(desk, result, words)]
    cards: list[QWidget] = []
    if result.score_name and result.score:
        cards.append(score_card(desk, result))
    cards += _scale_cards(desk, result, notes=not cards)
    cards += [_choices_card(desk, item) for item in result.items if item.item.labels and _is_choice(item)]
    cards += [_numbers_card(desk, item) for item in result.items if item.item.kind is ItemKind.NUMBER and item.n]
    cards += [_quotes_card(desk, item) for item in result.items if item.item.kind is ItemKind.TEXT and item.texts]
    return cards


def questions_card(desk: Desk, form: FormRecord) -> Card:
    """What the form asks, in its order."""
    card = Card(desk.language.say("What is asked"), str(len(form.items)))
    for place, item in enumerate(form.items, start=1):
        line = QHBoxLayout()
        line.setSpacing(10)
        number = BodyLabel(str(place), role="muted")
        number.setMinimumWidth(desk.type.px(20))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(paragraph(desk.language.pick(item.text)), 1)
        line.addWidget(MutedLabel(desk.language.tell(title_of(item.kind))), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
    return card


def score_card(desk: Desk, result: FormResult) -> Card:
    """The SUS score, large, on its scale, with its grade and the sentence that it is no percentage."""
    say = desk.language.say
    card = Card(say("Usability (SUS)"))
    line = Columns(spacing=desk.type.px(24))
    figure = DisplayLabel(result.score)
    figure.setAccessibleName(f"SUS {result.score}")
    beside = QWidget()
    words = QVBoxLayout(beside)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(6)
    if result.grade:
        words.addWidget(LeadLabel(say("grade {grade}", grade=result.grade)))
    scale = sus_scale([float(result.score)], SUS_AVERAGE, say("average {n}", n=SUS_AVERAGE))
    words.addWidget(ScaleChart(desk, say("Usability (SUS)"), scale))
    line.add(figure, 0)
    line.add(beside, 1)
    card.add(line)
    told = [
        say("Mean of {n} complete answers.", n=result.scored),
        say("A score from 0 to 100, not a percentage; 68 is about the average of many studies."),
    ]
    card.add(paragraph(" ".join(told), role="muted", small=True))
    for note in _notes(desk, result):
        card.add(note)
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


def _scale_cards(desk: Desk, result: FormResult, *, notes: bool) -> list[QWidget]:
    """One card for the items of each scale."""
    left = [item for item in result.items if item.item.kind is ItemKind.LIKERT]
    negative = negative_keys(result.form.instrument)
    cards: list[QWidget] = []
    while left:
        scale = _scale(desk, left[0].item)
        same = [item for item in left if _scale(desk, item.item) == scale]
        left = [item for item in left if item not in same]
        card = Card(desk.language.say("Answers"), f"n = {desk.language.number(result.respondents)}")
        card.add(Legend(desk, same[0].item))
        card.add(ItemTable(desk, same, negative))
        if not left:
            words = desk.language.say(
                "Top 2: the share of answers in the two highest steps. Missing answers are not counted as zero."
            )
            card.add(paragraph(words, role="muted", small=True))
        if notes and not cards:
            for note in _notes(desk, result):
                card.add(note)
        cards.append(card)
    return cards


def _scale(desk: Desk, item: ItemRecord) -> tuple[int, int, list[str]]:
    return item.low, item.high, step_words(desk.language, item)


def _notes(desk: Desk, result: FormResult) -> list[QWidget]:
    """What to keep in mind: how well the items go together, and who answered all alike."""
    say = desk.language.say
    notes: list[QWidget] = []
    if result.reliability and not result.reliability.startswith("-"):
        words = say("Reliability (Cronbach's alpha): {alpha}", alpha=result.reliability)
        notes.append(paragraph(words, role="muted", small=True))
    if "straight-lining" in result.flags:
        words = say("Some answered every item alike; read their answers with care.")
        notes.append(paragraph(words, role="warn", small=True))
    return notes


def _is_choice(result: ItemResult) -> bool:
    return result.item.kind in {ItemKind.SINGLE, ItemKind.MULTIPLE}


def _item_card(desk: Desk, result: ItemResult) -> Card:
    card = Card()
    card.add(StrongLabel(desk.language.pick(result.item.text), wrap=True))
    words = [f"n = {desk.language.number(result.n)}"]
    if result.missing:
        words.append(desk.language.say("missing {n}", n=desk.language.number(result.missing)))
    if result.item.kind is ItemKind.MULTIPLE:
        words.append(desk.language.say("several answers possible"))
    card.add(MutedLabel(" · ".join(words)))
    if is_small(result.n):
        card.add(paragraph(desk.language.say("Fewer than five answers; only their number is shown."), role="muted"))
    return card


def _choices_card(desk: Desk, result: ItemResult) -> Card:
    card, language = _item_card(desk, result), desk.language
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
        told = f"{language.number(count)} ({round(100 * count / result.n)} %)"
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
    card = _item_card(desk, result)
    if not is_small(result.n):
        numbers = tuple(float(text) for text in result.texts if text.lstrip("-").isdecimal())
        strip = DotStrip(numbers, *_ends(result.item, numbers))
        card.add(DotStripChart(desk, desk.language.pick(result.item.text), strip))
    return card


def _ends(item: ItemRecord, numbers: tuple[float, ...]) -> tuple[float, float]:
    """The ends of the line: those of the item where it has any, else those of the answers."""
    return (item.low, item.high) if item.high > item.low else (min(numbers, default=0), max(numbers, default=0))


def _quotes_card(desk: Desk, result: ItemResult) -> Card:
    card = _item_card(desk, result)
    if not is_small(result.n):
        for text in result.texts:
            card.add(_quote(text))
    return card


def _quote(text: str) -> QWidget:
    """What somebody wrote, with a line at its side."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    side = QFrame()
    side.setProperty("look", "soft")
    side.setFixedWidth(4)
    row.addWidget(side)
    words = paragraph(text)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(words, 1)
    return holder
