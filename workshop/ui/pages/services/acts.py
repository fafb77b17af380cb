"""What can be done with indicators and pilots on this page: asked for in a form, done by the services, undone by the bar."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workshop.models.field_enums import Better, PilotDecision, PilotState
from workshop.models.records.changes import Changed
from workshop.models.records.indicators import IndicatorRecord, ReadingRecord
from workshop.models.records.pilots import CheckpointRecord, MeasureRecord, PilotRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.services.field import checkpoints, indicators, pilot_measures, pilots, readings
from workshop.services.projects import city_services
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.project.fields import service_fields, service_values
from workshop.ui.pages.services import fields
from workshop.ui.pages.services.readings_sheet import ReadingsSheet
from workshop.ui.widgets.buttons import RemoveLink
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.services.page import ServicesPage

Values = dict[str, Any]


class Acts:
    """The verbs of one page; `verbs` has those that its parts ask for by name."""

    def __init__(self, page: "ServicesPage") -> None:
        self._page = page
        self._library = page.desk.library
        self._language = page.desk.language
        self.verbs: Mapping[str, Callable[[Any], object]] = {
            "edit-service": self.edit_service,
            "new-indicator": lambda _none: self.new_indicator(),
            "edit-indicator": self.edit_indicator,
            "note-reading": self.note_reading,
            "readings": self.show_readings,
            "new-pilot": lambda _none: self.new_pilot(),
            "edit-pilot": self.edit_pilot,
            "start": lambda pilot: self._set_state(pilot, PilotState.RUNNING),
            "go-on": lambda pilot: self._set_state(pilot, PilotState.RUNNING),
            "decide": self.decide,
            "follow-up": self.put_among_follow_ups,
            "remove-pilot": self.remove_pilot,
            "new-measure": lambda pilot: self.ask_measure(pilot, None),
            "edit-measure": lambda pair: self.ask_measure(*pair),
            "plan": self.plan,
            "new-checkpoint": self.new_checkpoint,
            "edit-checkpoint": self.edit_checkpoint,
        }

    def ask(
        self, title: str, form: Sequence[Field], verb: str, values: Values, act: Callable[[Values], Changed[Any]], *,
        remove: Callable[[], Changed[Any]] | None = None, done: Callable[[Changed[Any]], object] | None = None,
    ) -> FormDialog:  # fmt: skip
        """Ask for values, do the verb with them, and say at the form what is refused; `remove` offers to take it away."""
        page = self._page
        dialog = FormDialog(page.desk, title, form, verb, page, values=values, stay=True, width=560)
        dialog.submitted.connect(lambda given: page.do(lambda: act(dict(given)), dialog=dialog, done=done))
        if remove is not None:
            button = RemoveLink(page.say("Remove"))
            button.clicked.connect(lambda: page.do(remove, dialog=dialog))
            dialog.foot.insertWidget(0, button)
        dialog.open()
        return dialog

    # Services.

    def new_service(self) -> None:
        """Ask for a new service; it is the chosen one afterwards."""
        project_id, say = self._page.place.project_id, self._page.say
        if project_id is not None:
            self.ask(
                say("Add service"), service_fields(self._language), say("Add service"), {},
                lambda given: city_services.add_service(self._library, project_id=project_id, **given),
                done=lambda changed: self._page.choose(changed.record.id),
            )  # fmt: skip

    def edit_service(self, service: CityServiceRecord) -> None:
        """Ask for what a service is and how far it is."""
        say = self._page.say
        self.ask(
            say("Edit service"), service_fields(self._language), say("Save"), service_values(service),
            lambda given: city_services.edit_service(self._library, service_id=service.id, **given),
            remove=lambda: city_services.remove_service(self._library, service_id=service.id),
        )  # fmt: skip

    # Indicators.

    def new_indicator(self) -> None:
        """Ask for a new indicator of what is chosen."""
        page, say = self._page, self._page.say
        project, chosen = page.situation.project, page.situation.chosen
        if project is None or chosen is None:
            return
        service_id = chosen.service.id if chosen.service is not None else None
        self.ask(
            say("New indicator"), fields.indicator_fields(self._language), say("Add"),
            {"better": Better.MORE, "target_on": None},
            lambda given: indicators.add_indicator(
                self._library, project_id=project.id, service_id=service_id, **given
            ),
        )  # fmt: skip

    def edit_indicator(self, one: IndicatorRecord) -> None:
        """Ask for what an indicator is, or remove it."""

        def act(given: Values) -> Changed[Any]:
            aims = {name: (given.pop(name),) for name in ("baseline", "target", "target_on")}
            return indicators.edit_indicator(self._library, indicator_id=one.id, **given, **aims)

        say = self._page.say
        self.ask(
            say("Edit indicator"), fields.indicator_fields(self._language), say("Save"), fields.indicator_values(one), act,
            remove=lambda: indicators.remove_indicator(self._library, indicator_id=one.id),
        )  # fmt: skip

    def note_reading(self, one: IndicatorRecord) -> None:
        """Ask for a new reading; its source is that of the last one until somebody says otherwise."""
        say, today = self._page.say, self._library.today()
        source = one.latest.source if one.latest is not None else ""
        self.ask(
            say("Note a reading"), fields.reading_fields(self._language, one.unit), say("Add"),
            {"on": today, "phase": None, "source": source},
            lambda given: readings.add_reading(self._library, indicator_id=one.id, **given),
        )  # fmt: skip

    def show_readings(self, one: IndicatorRecord) -> None:
        """All readings with how they were; one of them can be corrected."""
        sheet = ReadingsSheet(self._page.desk, one, self._page)
        sheet.correctionAsked.connect(lambda reading: self.correct_reading(one, reading))
        sheet.open()

    def correct_reading(self, indicator: IndicatorRecord, one: ReadingRecord) -> None:
        """Ask for what a reading should have been."""

        def act(given: Values) -> Changed[Any]:
            phase = (given.pop("phase"),)
            return readings.correct_reading(self._library, reading_id=one.id, phase=phase, **given)

        say = self._page.say
        self.ask(
            say("Correct reading"), fields.reading_fields(self._language, indicator.unit), say("Correct"),
            fields.reading_values(one), act,
            remove=lambda: readings.remove_reading(self._library, reading_id=one.id),
        )  # fmt: skip

    # Pilots.

    def new_pilot(self) -> None:
        """Ask for a new pilot of the chosen service, or of a proposal; with its check points where that is wanted."""
        page, say = self._page, self._page.say
        project, chosen = page.situation.project, page.situation.chosen
        if project is None or chosen is None:
            return
        service_id = chosen.service.id if chosen.service is not None else None

        def act(given: Values) -> Changed[Any]:
            plan = checkpoints.planner(self._language) if given.pop("plan") else None
            return pilots.add_pilot(self._library, project_id=project.id, service_id=service_id, plan=plan, **given)

        first = page.situation.proposals[0].id if page.situation.proposals else None
        self.ask(
            say("New pilot"), fields.pilot_fields(self._language, page.situation, new=True), say("Add"),
            {"starts_on": self._library.today(), "ends_on": None, "plan": True, "proposal_id": first}, act,
        )  # fmt: skip

    def edit_pilot(self, one: PilotRecord) -> None:
        """Ask for what a pilot is, and what was learned from it."""

        def act(given: Values) -> Changed[Any]:
            days = {name: (given.pop(name),) for name in ("starts_on", "ends_on")}
            return pilots.edit_pilot(self._library, pilot_id=one.id, **given, **days)

        form = fields.pilot_fields(self._language, self._page.situation, new=False)
        say = self._page.say
        self.ask(say("Edit the pilot"), form, say("Save"), fields.pilot_values(one), act)

    def decide(self, one: PilotRecord) -> None:
        """Ask whether to scale up, change or stop, and why."""
        say = self._page.say
        values = {
            "decision": one.decision or PilotDecision.SCALE, "reason": one.reason,
            "on": one.decided_on or self._library.today(),
        }  # fmt: skip
        self.ask(
            say("Decide on the pilot"), fields.decision_fields(self._language), say("Decide"), values,
            lambda given: pilots.decide_pilot(self._library, pilot_id=one.id, **given),
        )  # fmt: skip

    def put_among_follow_ups(self, one: PilotRecord) -> None:
        """The decision becomes one of the project."""
        self._page.do(lambda: pilots.follow_up_from_pilot(self._library, pilot_id=one.id, language=self._language))

    def remove_pilot(self, one: PilotRecord) -> None:
        """Remove a pilot; the undo bar brings it back."""
        self._page.do(lambda: pilots.remove_pilot(self._library, pilot_id=one.id))

    def plan(self, one: PilotRecord) -> None:
        """Put the check points of agile piloting on their days."""
        self._page.do(lambda: checkpoints.plan_checkpoints(self._library, pilot_id=one.id, language=self._language))

    def ask_measure(self, pilot: PilotRecord, one: MeasureRecord | None) -> None:
        """Ask for a measure of a pilot, a new one or what is known of one."""
        say, library = self._page.say, self._library
        form = fields.measure_fields(self._language, self._page.situation, pilot, one)
        if one is None:
            values = {"better": Better.MORE, "indicator_id": None}
            self.ask(
                say("Add a measure"), form, say("Add"), values,
                lambda given: pilot_measures.add_measure(library, pilot_id=pilot.id, **given),
            )  # fmt: skip
            return

        def act(given: Values) -> Changed[Any]:
            for name in ("target", "value", "read_on"):
                if name in given:
                    given[name] = (given[name],)
            return pilot_measures.edit_measure(library, measure_id=one.id, **given)

        self.ask(
            one.title, form, say("Save"), fields.measure_values(one), act,
            remove=lambda: pilot_measures.remove_measure(library, measure_id=one.id),
        )  # fmt: skip

    def new_checkpoint(self, pilot: PilotRecord) -> None:
        """Ask for a check point of one's own."""
        say = self._page.say
        form = [
            each for each in fields.checkpoint_fields(self._language) if each.name in {"title", "planned_on", "agenda"}
        ]
        self.ask(
            say("Add a check point"), form, say("Add"), {"planned_on": None},
            lambda given: checkpoints.add_checkpoint(self._library, pilot_id=pilot.id, **given),
        )  # fmt: skip

    def edit_checkpoint(self, one: CheckpointRecord) -> None:
        """Ask when a check point was held and what came out of it."""

        def act(given: Values) -> Changed[Any]:
            days = {name: (given.pop(name),) for name in ("planned_on", "held_on")}
            return checkpoints.edit_checkpoint(self._library, checkpoint_id=one.id, **given, **days)

        say = self._page.say
        self.ask(
            one.title, fields.checkpoint_fields(self._language), say("Save"), fields.checkpoint_values(one), act,
            remove=lambda: checkpoints.remove_checkpoint(self._library, checkpoint_id=one.id),
        )  # fmt: skip

    def _set_state(self, one: PilotRecord, state: PilotState) -> None:
        self._page.do(lambda: pilots.set_pilot_state(self._library, pilot_id=one.id, state=state))
