"""The first part: what the service is and where it came from, its indicators with their lines, its evaluations."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workshop.charts.line import Reading, line_around
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.telling.indicators import amount, baseline_level, target_level, told_readings
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.wording import answers_words, stage_words
from workshop.ui.pages.proposals.way import Way
from workshop.ui.pages.services.part import Part, flowing
from workshop.ui.pages.services.situation import Situation
from workshop.ui.pages.services.words import STANDING_PILLS, aim_words, joined
from workshop.ui.widgets.buttons import LinkButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.line_chart import LineChart
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.pill import Pill

_NARROW = 620  # pixels at 100 % below which indicators stand below each other


class OverviewPart(Part):
    """Asks for new-indicator, edit-indicator, note-reading, readings, edit-service, evaluation and step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Overview"), parent)

    def show_situation(self, situation: Situation, *, anew: bool) -> None:
        """Show the chosen service."""
        chosen = situation.chosen
        if chosen is None:
            return
        content = (chosen.service, chosen.indicators, situation.trace, situation.forms, situation.changes)
        self.show_content(content, lambda: self._cards(situation), anew=anew)

    def _cards(self, situation: Situation) -> list[QWidget]:
        chosen = situation.chosen
        assert chosen is not None
        cards: list[QWidget] = []
        if chosen.service is not None:
            cards.append(self._about(situation))
        cards += self._indicators(chosen.indicators)
        if situation.forms:
            cards.append(self._evaluations(situation))
        return cards

    def _about(self, situation: Situation) -> Card:
        """What the service is, and the way it came."""
        assert situation.chosen is not None
        service, say = situation.chosen.service, self.desk.language.say
        assert service is not None
        card = Card()
        card.setAccessibleName(service.title)
        if service.description:
            card.add(paragraph(service.description))
        trace = situation.trace
        if trace.before or trace.after:
            way = Way(self.desk)
            way.show_way(trace.before, say("this service"), trace.after)
            way.stepShown.connect(lambda step: self.verbAsked.emit("step", step))
            card.add(way)
        card.add(flowing([self.verb("edit-service", say("Edit the service"), service)]))
        return card

    def _indicators(self, indicators: Sequence[IndicatorRecord]) -> list[QWidget]:
        say = self.desk.language.say
        new = self.verb("new-indicator", say("New indicator…"), kind=LinkButton)
        if not indicators:
            card = Card(say("Indicators"))
            card.add(paragraph(say("No indicator yet. By what will you see that the service does good?"), role="muted"))
            card.add(flowing([new]))
            return [card]
        rows: list[QWidget] = []
        for place in range(0, len(indicators), 2):
            row = Columns(spacing=16, narrowest=self.desk.type.px(_NARROW))
            for one in indicators[place : place + 2]:
                row.add(self._indicator(one), 1)
            if len(indicators) == place + 1 and place:
                row.add(QWidget(), 1)
            rows.append(row)
        return [*rows, flowing([new])]

    def _indicator(self, one: IndicatorRecord) -> Card:
        language, say = self.desk.language, self.desk.language.say
        card = Card(one.title)
        told = [Pill(language.tell(title_of(one.standing)), STANDING_PILLS.get(one.standing, "quiet"))]
        if one.latest is not None:
            words = f"{amount(one.latest.value, one.unit)}, {language.day(one.latest.on)}"
            told.append(StrongLabel(words))
        card.add(flowing(told))
        aim = aim_words(language, one)
        if aim:
            card.add(MutedLabel(aim, wrap=True))
        if one.readings:
            shown = [Reading(each.day, each.value, each.words) for each in told_readings(language, one)]
            line = line_around(shown, target=target_level(language, one), baseline=baseline_level(language, one))
            card.add(LineChart(self.desk, one.title, line))
        if one.note:
            card.add(paragraph(one.note, role="muted", small=True))
        card.body.addStretch(1)
        verbs = [self.verb("note-reading", say("Note a reading"), one, SmallButton)]
        if one.readings:
            verbs.append(self.verb("readings", say("Readings"), one, LinkButton))
        verbs.append(self.verb("edit-indicator", say("Edit"), one, LinkButton))
        for button in verbs:
            button.setAccessibleName(f"{button.text()}: {one.title}")
        card.add(flowing(verbs))
        return card

    def _evaluations(self, situation: Situation) -> Card:
        """Each form in a line, and what changed between before and after."""
        language, say = self.desk.language, self.desk.language.say
        card = Card(say("Evaluations at a glance"))
        for change in situation.changes:
            before, after = change.before, change.after
            if before.score and after.score:
                words = say(
                    "{name}: {before} before, {after} after", name=after.score_name, before=before.score,
                    after=after.score,
                )  # fmt: skip
                card.add(StrongLabel(words, wrap=True))
        for form in situation.forms:
            button = self.verb("evaluation", form.title, form, LinkButton)
            words = joined((stage_words(language, form), answers_words(language, form.answers)))
            card.add(flowing([button, MutedLabel(words)], spacing=12))
        return card
