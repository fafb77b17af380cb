"""Where things are on the page of services and pilots."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.form_detail import ScrolledColumn
from workshop.ui.pages.services.observations import ObservationsPart
from workshop.ui.pages.services.overview import OverviewPart
from workshop.ui.pages.services.part import flowing
from workshop.ui.pages.services.pilots import PilotsPart
from workshop.ui.pages.services.service_list import PILLS, ServiceList
from workshop.ui.pages.services.situation import OBSERVATIONS, OVERVIEW, PILOTS, Situation
from workshop.ui.widgets.buttons import QuietButton, SegmentedChoice
from workshop.ui.widgets.headings import HeadingLabel, MutedLabel
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.pill import Pill


class ServicesView(QWidget):
    """The list at the left; at the right what is chosen: its name and state, and one of its three parts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say, px = desk.language.say, desk.type.px
        self.header = PageHeader(say("Services and pilots"))
        self.new_button = QuietButton(say("Add service…"), icon=desk.icons.icon("plus"))
        self.header.add_button(self.new_button)
        self.list = ServiceList(desk)
        self.title = HeadingLabel(wrap=True)
        self.state, self.kind = Pill(), MutedLabel()
        self.choice = SegmentedChoice(
            [(OVERVIEW, say("Overview")), (PILOTS, say("Pilots")), (OBSERVATIONS, say("Observations"))],
            OVERVIEW, say("What is shown"),
        )  # fmt: skip
        self.overview, self.pilots, self.observations = OverviewPart(desk), PilotsPart(desk), ObservationsPart(desk)
        area = ScrolledColumn()
        area.setAccessibleName(say("Observations"))
        area.column.addWidget(self.observations)
        self.stack = QStackedWidget()
        self._pages = {OVERVIEW: self.overview, PILOTS: self.pilots, OBSERVATIONS: area}
        for page in self._pages.values():
            self.stack.addWidget(page)
        self.both = ListAndDetail(
            self.list, self._detail(), widest=px(380), least=px(520), low=px(240), high=px(460), shares=(4, 11)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.header)
        column.addWidget(self.both, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_situation(self, situation: Situation, *, anew: bool) -> None:
        """Show the list and what is chosen in it; `anew` where that is another one than before."""
        tell = self._desk.language.tell
        self.header.set_over(situation.project.title if situation.project else "")
        self.list.show_services(situation)
        chosen = situation.chosen
        if chosen is None:
            return
        service = chosen.service
        self.title.setText(service.title if service else self._desk.language.say("Across all services"))
        self.state.setVisible(service is not None)
        self.kind.setVisible(service is not None)
        if service is not None:
            self.state.set(tell(title_of(service.state)), PILLS.get(service.state, "quiet"))
            self.kind.setText(tell(title_of(service.kind)))
        part = situation.part if service is not None or situation.part != OBSERVATIONS else OVERVIEW
        self.choice.button(OBSERVATIONS).setVisible(service is not None)
        self.choice.set_chosen(part)
        for each in (self.overview, self.pilots, self.observations):
            each.show_situation(situation, anew=anew)
        self.show_part(part)

    def show_part(self, part: str) -> None:
        """Show one of the three."""
        self.stack.setCurrentWidget(self._pages[part])

    def _detail(self) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(flowing([self.state, self.kind, self.choice], spacing=12))
        column.addWidget(self.stack, 1)
        return detail
