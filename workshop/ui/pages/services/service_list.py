"""The services of a project by their type, and the whole project below them; one is chosen."""

from itertools import groupby

from PySide6.QtWidgets import QWidget

from workshop.models.enums import ServiceState
from workshop.models.field_enums import PilotState
from workshop.models.records.field import ServiceField
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.services.situation import PROJECT, Situation, key_of
from workshop.ui.pages.services.words import joined
from workshop.ui.widgets.tile_list import ListTile, TileList

PILLS = {ServiceState.PILOT: "warn", ServiceState.RUNNING: "ok", ServiceState.STOPPED: "danger"}


class ServiceList(TileList):
    """The key of a tile is the id of its service."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Services"), parent)
        self._desk = desk

    def show_services(self, situation: Situation) -> None:
        """Show all of them; nothing is touched where nothing changed."""
        self.show_content(situation.report, lambda: self._fill(situation), situation.key)

    def _fill(self, situation: Situation) -> None:
        language = self._desk.language
        services = [each for each in situation.report.services if each.service is not None]
        for kind, group in groupby(services, key=lambda each: each.service.kind if each.service else None):
            self.add_heading(language.tell(title_of(kind)) if kind else "")
            for each in group:
                self.add_tile(self._tile(each))
        whole = [each for each in situation.report.services if each.service is None]
        if whole:
            self.add_heading(language.say("The whole project"))
            foot = self._foot(whole[0]) or language.say("indicators and pilots of no single service")
            self.add_tile(ListTile(self._desk, PROJECT, language.say("Across all services"), "", foot))

    def _tile(self, each: ServiceField) -> ListTile:
        service = each.service
        assert service is not None
        pill = (self._desk.language.tell(title_of(service.state)), PILLS.get(service.state, "quiet"))
        return ListTile(self._desk, key_of(each), service.title, "", self._foot(each), pill)

    def _foot(self, each: ServiceField) -> str:
        say_many = self._desk.language.say_many
        running = sum(pilot.state is PilotState.RUNNING for pilot in each.pilots)
        return joined(
            (
                say_many("{n} indicator", "{n} indicators", n=len(each.indicators)) if each.indicators else "",
                say_many("{n} pilot running", "{n} pilots running", n=running) if running else "",
                say_many("{n} observation", "{n} observations", n=len(each.observations)) if each.observations else "",
            )
        )
