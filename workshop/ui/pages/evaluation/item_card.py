"""The card of one question that is no scale: its words, how many answered, how many left it out."""

from workshop.models.enums import ItemKind
from workshop.models.records.evaluations import ItemResult
from workshop.models.records.reports import is_small
from workshop.ui.desk import Desk
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph


class ItemCard(Card):
    """The head of the card; where few have answered (`is_silent`), that is all it tells."""

    def __init__(self, desk: Desk, result: ItemResult) -> None:
        super().__init__()
        self.is_silent = is_small(result.n)
        self.add(StrongLabel(desk.language.pick(result.item.text), wrap=True))
        words = [f"n = {desk.language.number(result.n)}"]
        if result.missing:
            words.append(desk.language.say("missing {n}", n=desk.language.number(result.missing)))
        if result.item.kind is ItemKind.MULTIPLE:
            words.append(desk.language.say("several answers possible"))
        self.add(MutedLabel(" · ".join(words)))
        if self.is_silent:
            silent = desk.language.say("Fewer than five answers; only their number is shown.")
            self.add(paragraph(silent, role="muted"))
