"""The panel of what is seen in the field: one line; what it is about says where it is kept."""

from uuid import UUID

from PySide6.QtWidgets import QComboBox, QWidget

from workshop.models.records.projects import CityServiceRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.quick_panel import IssuePanel
from workshop.ui.pages.run.activity import Panel
from workshop.ui.pages.run.situation import Situation
from workshop.ui.pages.services.quick_panel import ObservationPanel
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import MutedLabel, paragraph


class FieldPanel(Panel):
    """What is wrong with a place is kept as a local issue, what is seen of a service as an observation of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self._services: tuple[CityServiceRecord, ...] = ()
        self._guide = paragraph(role="muted", small=True)
        self.about = QComboBox()
        self.about.setAccessibleName(say("What it is about"))
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about.setMinimumContentsLength(8)
        keep_still(self.about)
        self._choice = Columns(spacing=10)
        self._choice.add(MutedLabel(say("What it is about")), 0)
        self._choice.add(self.about, 1)
        self.issues, self.seen = IssuePanel(desk), ObservationPanel(desk)
        for panel in (self.issues, self.seen):
            panel.undoOffered.connect(self.undoOffered)
        self.issues.openRequested.connect(lambda _key: self.verbAsked.emit("open_issues"))
        self.seen.openRequested.connect(lambda _key: self.verbAsked.emit("open_services"))
        self.about.currentIndexChanged.connect(lambda _place: self._show_chosen())
        self._session: tuple[UUID, UUID] | None = None
        for widget in (self._guide, self._choice, self.issues, self.seen):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_situation(self, situation: Situation) -> None:
        """Show the guide, what it can be about, and the latest of the session."""
        plan, activity = situation.plan, situation.activity
        self._guide.setText(activity.guide if activity else "")
        self._guide.setVisible(bool(self._guide.text()))
        if plan is None:
            return
        self._session = plan.session.project_id, plan.session.id
        if situation.services != self._services or not self.about.count():
            self._offer(situation.services)
        self._choice.setVisible(bool(situation.services))
        self._show_chosen()

    def _offer(self, services: tuple[CityServiceRecord, ...]) -> None:
        """The place itself, and the services; the one that was chosen stays so."""
        place = self.about.currentIndex()
        kept = self._services[place - 1].id if place > 0 else None
        self._services = services
        self.about.blockSignals(True)
        self.about.clear()
        self.about.addItem(self.desk.language.say("the neighbourhood (local issue)"))
        for service in services:
            self.about.addItem(self.desk.language.say("the service {title}", title=service.title))
        self.about.setCurrentIndex(next((n for n, one in enumerate(services, start=1) if one.id == kept), 0))
        self.about.blockSignals(False)

    def _show_chosen(self) -> None:
        place = self.about.currentIndex()
        self.issues.setVisible(place <= 0)
        self.seen.setVisible(place > 0)
        if self._session is None:
            return
        if place > 0:
            self.seen.show_service(*self._session, self._services[place - 1].id)
        else:
            self.issues.show_session(*self._session)
