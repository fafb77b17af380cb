"""A ranking counted: for each option its mean place as a bar, and how often it came first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from workshop.models.records.evaluations import ItemResult
from workshop.models.telling.places import MEAN_PLACE, OptionTold, options_told
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.item_card import ItemCard
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import BodyLabel, MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.progress_bar import SlimBar

_STEPS = 1000  # of a bar: only how it is drawn
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def ranking_card(desk: Desk, result: ItemResult) -> Card:
    """The options, the best mean place first; where few have answered, their number alone."""
    card = ItemCard(desk, result)
    if card.is_silent:
        return card
    rows = QGridLayout()
    rows.setHorizontalSpacing(14)
    rows.setVerticalSpacing(8)
    rows.setColumnStretch(0, 5)
    rows.setColumnStretch(1, 6)
    for column, words in ((2, desk.language.say("Mean place")), (3, desk.language.say("First places"))):
        head = MutedLabel(words)
        head.setAlignment(_RIGHT)
        rows.addWidget(head, 0, column)
    for place, option in enumerate(options_told(desk.language, result), start=1):
        _add_row(desk, rows, place, option)
    card.body.addLayout(rows)
    card.add(paragraph(desk.language.tell(MEAN_PLACE), role="muted", small=True))
    return card


def _add_row(desk: Desk, rows: QGridLayout, place: int, option: OptionTold) -> None:
    label = StrongLabel if option.leads else BodyLabel
    bar = SlimBar(desk, option.words, role="accent" if option.leads else "bar", height=desk.type.px(12))
    bar.show_part(round(option.nearness * _STEPS), _STEPS)
    bar.setToolTip(option.words)
    rows.addWidget(label(option.name, wrap=True), place, 0)
    rows.addWidget(bar, place, 1)
    for column, text in ((2, option.mean), (3, option.firsts)):
        figure = label(text)
        figure.setAlignment(_RIGHT)
        rows.addWidget(figure, place, column)
