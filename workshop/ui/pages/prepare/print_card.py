"""What is printed for a session before people come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.services.reporting import kind_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout

KINDS = ("name-tags", "attendance", "consent", "handout")


class PrintCard(Card):
    """One way for each kind of paper; the page of reports prints it."""

    printRequested = Signal(str)  # name of a kind of report

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.language.say("For the room"), parent=parent)
        self.ways: dict[str, LinkButton] = {}
        flow = FlowLayout(spacing=16, line_spacing=4)
        for name in KINDS:
            way = LinkButton(desk.language.tell(kind_of(name).title))
            way.clicked.connect(lambda _=False, name=name: self.printRequested.emit(name))
            self.ways[name] = way
            flow.addWidget(way)
        self.body.addLayout(flow)
