"""How the group is made up: sectors, ages, genders as small bars."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from workshop.charts.bars import Bar
from workshop.models.enums import AgeBand, Gender, Sector
from workshop.models.records.people import PersonRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.people.words import begun, counts
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.bar_chart import BarChart, room_for_labels
from workshop.ui.widgets.headings import Label, StrongLabel, paragraph


class BalanceCard(Card):
    """Three small charts; groups that nobody is in are named, since they may be missing in the room."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Balance of the group"), parent=parent)
        self._desk = desk
        words = [say("not told"), *(desk.language.tell(title_of(word)) for word in (*Sector, *AgeBand, *Gender))]
        self._label_room = room_for_labels(desk.type, [begun(word) for word in words])  # all bars begin at one place
        self.sectors = self._chart(say("Sector"))
        self.ages = self._chart(say("Age"))
        self.genders = self._chart(say("Gender"))
        self.missing: Label = paragraph(role="muted", small=True)
        self.add(self.missing)

    def show_people(self, people: Sequence[PersonRecord]) -> None:
        """Count everybody."""
        ones = [person.participant for person in people]
        self._fill(self.sectors, counts((one.sector for one in ones), list(Sector)))
        self._fill(self.ages, counts((one.age_band for one in ones), list(AgeBand)))
        self._fill(self.genders, counts((one.gender for one in ones), list(Gender)))
        there = {one.sector for one in ones} | {one.age_band for one in ones}
        absent = [word for word in (*Sector, *AgeBand) if word not in there and word is not AgeBand.UNDER_14]
        told_ages = any(one.age_band for one in ones)
        named = [word for word in absent if isinstance(word, Sector) or told_ages]
        words = ", ".join(self._desk.language.tell(title_of(word)) for word in named)
        self.missing.setText(self._desk.language.say("Nobody yet: {groups}", groups=words))
        self.missing.setVisible(bool(named) and bool(ones))

    def _chart(self, name: str) -> BarChart:
        self.add(StrongLabel(name))
        chart = BarChart(self._desk, name)
        self.add(chart)
        self.body.addSpacing(8)
        return chart

    def _fill(self, chart: BarChart, counted: Sequence[tuple[StrEnum | None, int]]) -> None:
        language = self._desk.language
        bars = [
            Bar(
                begun(language.tell(title_of(word)) if word is not None else language.say("not told")),
                count,
                language.number(count),
            )
            for word, count in counted
        ]
        if tuple(bars) != chart.bars:
            chart.set_bars(bars, label_room=self._label_room)
