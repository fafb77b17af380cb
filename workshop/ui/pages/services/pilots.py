"""The part of the pilots: of each what was supposed, measured, learned and decided, and its check points."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workshop.language import Language
from workshop.models.field_enums import PilotDecision, PilotState, Standing
from workshop.models.records.pilots import PilotRecord
from workshop.models.records.proposals import Trace
from workshop.models.telling.indicators import amount
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.proposals.way import Way
from workshop.ui.pages.services.part import Part, flowing
from workshop.ui.pages.services.situation import Situation
from workshop.ui.pages.services.words import (
    DECISION_PILLS,
    STANDING_PILLS,
    STATE_PILLS,
    joined,
    one_line,
    pilot_period,
)
from workshop.ui.widgets.buttons import Button, LinkButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.table_model import Cell, Column, Row


class PilotsPart(Part):
    """Asks for new-pilot and, of a pilot, for its verbs; rows of its tables ask for edit-measure and edit-checkpoint."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Pilots"), parent)

    def show_situation(self, situation: Situation, *, anew: bool) -> None:
        """Show the pilots of the chosen service."""
        chosen = situation.chosen
        if chosen is not None:
            content = (chosen.service, chosen.pilots, situation.pilot_traces, situation.proposals)
            self.show_content(content, lambda: self._cards(situation), anew=anew)

    def _cards(self, situation: Situation) -> list[QWidget]:
        say = self.desk.language.say
        assert situation.chosen is not None
        new = self.verb("new-pilot", say("New pilot…"), kind=LinkButton)
        can = situation.chosen.service is not None or bool(situation.proposals)
        if not can:
            new.hide()  # never shown without a parent: it would be a window for a moment
        cards: list[QWidget] = [
            self._pilot(pilot, situation.pilot_traces.get(pilot.id)) for pilot in situation.chosen.pilots
        ]
        if not cards:
            card = Card(say("Pilots"))
            words = (
                say("Nothing has been tried out yet. A pilot tries one supposition at one place for some weeks.")
                if can
                else say("Pilots of proposals stand here until they are a service. There is no open proposal.")
            )
            card.add(paragraph(words, role="muted"))
            card.add(flowing([new]))
            return [card]
        return [*cards, flowing([new])]

    def _pilot(self, pilot: PilotRecord, trace: Trace | None) -> Card:
        language, say = self.desk.language, self.desk.language.say
        card = Card(pilot.title)
        about = joined((pilot.place, pilot_period(language, pilot), pilot.proposal_title))
        told: list[QWidget] = [Pill(language.tell(title_of(pilot.state)), STATE_PILLS.get(pilot.state, "quiet"))]
        card.add(flowing([*told, MutedLabel(about, wrap=True)] if about else told))
        if pilot.hypothesis:
            card.add(StrongLabel(say("Hypothesis")))
            card.add(paragraph(pilot.hypothesis))
        if trace is not None and (trace.before or len(trace.after) > 1):
            way = Way(self.desk)
            way.show_way(trace.before, say("this pilot"), trace.after)
            way.stepShown.connect(lambda step: self.verbAsked.emit("step", step))
            card.add(way)
        self._add_measures(card, pilot)
        self._add_checkpoints(card, pilot)
        if pilot.learned:
            card.add(StrongLabel(say("What was learned")))
            card.add(paragraph(pilot.learned))
        if pilot.decision is not None:
            self._add_decision(card, pilot, pilot.decision)
        card.add(flowing(self._verbs(pilot)))
        return card

    def _add_measures(self, card: Card, pilot: PilotRecord) -> None:
        language, say = self.desk.language, self.desk.language.say
        card.add(StrongLabel(say("Measures")))
        if pilot.measures:
            columns = [
                Column(say("Measure"), width=0), Column(say("Target"), "right"), Column(say("Reading"), "right"),
                Column(say("Standing"), "right"),
            ]  # fmt: skip
            table = DataTable(self.desk, columns, say("Measures"), fit_rows=True, single_click=True)
            table.set_rows(
                [
                    Row(
                        one,
                        (
                            Cell(one.title, tip=say("an indicator") if one.indicator_id else ""),
                            amount(one.target, one.unit),
                            amount(one.value, one.unit),
                            _standing(language, one.standing),
                        ),
                    )
                    for one in pilot.measures
                ]
            )
            table.rowActivated.connect(lambda one: self.verbAsked.emit("edit-measure", (pilot, one)))
            card.add(table)
        card.add(flowing([self._small("new-measure", say("Add a measure…"), pilot)]))

    def _add_checkpoints(self, card: Card, pilot: PilotRecord) -> None:
        language, say = self.desk.language, self.desk.language.say
        card.add(StrongLabel(say("Check points")))
        if pilot.checkpoints:
            columns = [Column(say("Check point")), Column(say("Day")), Column(say("What came out of it"), width=0)]
            table = DataTable(self.desk, columns, say("Check points"), fit_rows=True, single_click=True)
            rows: list[Row] = []
            for one in pilot.checkpoints:
                day = one.held_on or one.planned_on
                outcome = one.outcome or (say("not held yet") if one.held_on is None else "–")
                cells = (
                    Cell(one.title, tip=one.agenda), language.day(day) if day else "–",
                    Cell(one_line(outcome), role="" if one.outcome else "muted", tip=one.outcome or one.agenda),
                )  # fmt: skip
                rows.append(Row(one, cells))
            table.set_rows(rows)
            table.rowActivated.connect(lambda one: self.verbAsked.emit("edit-checkpoint", one))
            card.add(table)
        verbs = [self._small("new-checkpoint", say("Add a check point…"), pilot)]
        if not pilot.checkpoints:
            verbs.insert(0, self._small("plan", say("Plan it as agile piloting"), pilot))
        card.add(flowing(verbs))

    def _add_decision(self, card: Card, pilot: PilotRecord, decision: PilotDecision) -> None:
        language, say = self.desk.language, self.desk.language.say
        card.add(StrongLabel(say("Decision")))
        day = language.day(pilot.decided_on) if pilot.decided_on else ""
        pill = Pill(language.tell(title_of(decision)), DECISION_PILLS[decision])
        card.add(flowing([pill, MutedLabel(day)]))
        card.add(paragraph(pilot.reason))

    def _verbs(self, pilot: PilotRecord) -> Sequence[Button]:
        """What can be done now, the likeliest first."""
        say = self.desk.language.say
        verbs: list[tuple[str, str, type[Button]]] = []
        if pilot.state is PilotState.PLANNED:
            verbs.append(("start", say("Start the pilot"), QuietButton))
        if pilot.decision is None and pilot.state is not PilotState.PLANNED:
            verbs.append(("decide", say("Decide…"), QuietButton))
        if pilot.decision is not None:
            if pilot.follow_up_id is None:
                verbs.append(("follow-up", say("Put the decision among the follow-ups"), QuietButton))
            else:
                verbs.append(("to-follow-up", say("To the follow-up"), LinkButton))
            verbs.append(("decide", say("Change the decision…"), LinkButton))
        verbs.append(("edit-pilot", say("Edit the pilot"), LinkButton))
        if pilot.state is PilotState.ENDED:
            verbs.append(("go-on", say("It goes on"), LinkButton))
        if pilot.follow_up_id is None:
            verbs.append(("remove-pilot", say("Remove the pilot"), LinkButton))
        return [self.verb(name, words, pilot, kind) for name, words, kind in verbs]

    def _small(self, name: str, words: str, pilot: PilotRecord) -> Button:
        return self.verb(name, words, pilot, LinkButton)


def _standing(language: Language, standing: Standing) -> Cell:
    return Cell(language.tell(title_of(standing)), pill=STANDING_PILLS.get(standing, "quiet"))
