"""The city services of a project by their type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.models.enums import ServiceState
from workshop.models.records.projects import CityServiceRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row

_PILLS = {ServiceState.PILOT: "warn", ServiceState.RUNNING: "ok", ServiceState.STOPPED: "danger"}


class ServicesCard(Card):
    """A table of services; a row leads to the service, with its indicators, pilots and observations."""

    serviceChosen = Signal(object)  # CityServiceRecord
    newRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Services"), parent=parent)
        self._desk = desk
        self._services: dict[object, CityServiceRecord] = {}
        self.new_button = LinkButton(say("Add service"))
        self.new_button.clicked.connect(self.newRequested)
        self.add_action(self.new_button)
        columns = [Column(say("Service"), width=0, strong=True), Column(say("Type")), Column(say("State"), "right")]
        self.table = DataTable(desk, columns, say("Services"), fit_rows=True, single_click=True)
        self.table.rowActivated.connect(lambda key: self.serviceChosen.emit(self._services[key]))
        self.add(self.table)
        self._empty = paragraph(say("No service yet. What will citizens try out?"), role="muted")
        self.add(self._empty)

    def show_services(self, services: tuple[CityServiceRecord, ...]) -> None:
        """Show the services of a project."""
        tell = self._desk.language.tell
        self._services = {service.id: service for service in services}
        self.table.set_rows(
            [
                Row(
                    service.id,
                    (
                        Cell(service.title, tip=service.description),
                        tell(title_of(service.kind)),
                        Cell(tell(title_of(service.state)), pill=_PILLS.get(service.state, "quiet")),
                    ),
                )
                for service in services
            ]
        )
        self.table.setVisible(bool(services))
        self._empty.setVisible(not services)
