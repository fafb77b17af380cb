"""How the project page is laid out."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.language import Language
from workshop.models.enums import PhaseState
from workshop.models.records.projects import PhaseRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.page import column
from workshop.ui.pages.project.data import ProjectView
from workshop.ui.pages.project.figure_tile import FigureTile
from workshop.ui.pages.project.follow_ups_card import FollowUpsCard
from workshop.ui.pages.project.gate_card import GateCard
from workshop.ui.pages.project.services_card import ServicesCard
from workshop.ui.pages.project.sessions_card import SessionsCard
from workshop.ui.pages.project.support_card import SupportCard
from workshop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.flow_layout import GridFlow
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.phase_path import PhasePath, PhaseStep


class ProjectLayout:
    """Places the parts of the page in its column and shows a project in them."""

    def __init__(self, desk: Desk, content: QVBoxLayout) -> None:
        say = desk.language.say
        self._desk = desk
        self.header = PageHeader()
        self.edit_button = IconButton(desk.icons.icon("pencil", "muted"), say("Edit project"))
        self.report_button = QuietButton(say("Reports"))
        self.next_button = PrimaryButton(say("Prepare a session"))
        self.aside_button = QuietButton("")
        for button in (self.edit_button, self.aside_button, self.report_button, self.next_button):
            self.header.add_button(button)
        self.path = PhasePath(desk)
        self.sessions = SessionsCard(desk)
        self.gate = GateCard(desk)
        self.support = SupportCard(desk)
        self.services = ServicesCard(desk)
        self.due = FollowUpsCard(desk)
        self._build_figures()
        now, later = (Columns(narrowest=desk.type.px(880)) for _ in range(2))
        now.add(_stack(self.sessions, self.gate), 8)
        now.add(_stack(self.support), 5)
        later.add(_stack(self.services))
        later.add(_stack(self.due))
        for part in (self.header, self.path, now, self._figures, later):
            content.addWidget(part)
        content.addWidget(QWidget(), 1)

    def _build_figures(self) -> None:
        say = self._desk.language.say
        self.people = FigureTile(say("Participating citizens"), say("Participants"))
        self.ideas = FigureTile(say("Ideas → chosen"), say("Ideas"))
        self.follow_ups = FigureTile(say("Follow-ups"), say("Follow-ups"))
        self.sus = FigureTile(say("Usability (SUS)"), say("Service evaluation"))
        self._figures = QWidget()
        row = GridFlow(self._figures, least=self._desk.type.px(220), counts=(4, 2, 1))
        for tile in (self.people, self.ideas, self.follow_ups, self.sus):
            row.addWidget(tile)

    def show_project(self, view: ProjectView, chosen: int, today: date) -> None:
        """Show a project with one of its phases (0 to 3) looked at."""
        language = self._desk.language
        self.header.set_title(view.project.title)
        self.aside_button.setText(language.say("Set aside: {n}", n=language.number(len(view.set_aside))))
        self.aside_button.setVisible(bool(view.set_aside))
        self.header.set_over(" · ".join(part for part in (view.project.city, _period(view, language)) if part))
        self.path.set_phases([_step(view, phase, language) for phase in view.phases], chosen)
        phase = view.phases[chosen]
        self.sessions.show_sessions(phase, view.sessions_of(phase), today)
        self.gate.show_gate(phase, view.gates[phase.id])
        self.support.show_items(view.support[phase.id], today)
        self.services.show_services(view.services)
        self.due.show_follow_ups(view.follow_ups, today)
        self._show_figures(view)

    def _show_figures(self, view: ProjectView) -> None:
        say, figures = self._desk.language.say, view.figures
        returning = round(100 * figures.returning / figures.attended) if figures.attended else 0
        unit = say("came back {share}%", share=returning) if figures.attended else ""
        self.people.set_value(str(figures.participants), unit)
        self.ideas.set_value(f"{figures.ideas} → {figures.chosen_ideas}")
        late = say("{n} overdue", n=figures.overdue) if figures.overdue else say("{n} open", n=figures.open_follow_ups)
        self.follow_ups.set_value(str(figures.follow_ups), late, role="warn" if figures.overdue else "muted")
        answered = self._desk.language.say_many("{n} respondent", "{n} respondents", figures.sus_respondents)
        self.sus.set_value(figures.sus_mean or "–", answered if figures.sus_mean else say("in the operation phase"))


def _stack(*cards: Card) -> QWidget:
    """Cards below each other, each as high as what is in it."""
    box, rows = column(spacing=20)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return box


def _period(view: ProjectView, language: Language) -> str:
    project = view.project
    months = [language.month(day) for day in (project.starts_on, project.ends_on) if day]
    return " – ".join(months)


def _step(view: ProjectView, phase: PhaseRecord, language: Language) -> PhaseStep:
    title = f"{phase.kind.number} {language.tell(title_of(phase.kind))}"
    if phase.state is PhaseState.CLOSED:
        day = language.day(phase.closed_on) if phase.closed_on else ""
        return PhaseStep(title, "done", "", " · ".join(part for part in (language.say("completed"), day) if part))
    if phase.state is PhaseState.PLANNED:
        when = language.say("planned for {month}", month=language.month(phase.planned_on)) if phase.planned_on else ""
        return PhaseStep(title, "planned", "", when or language.say("planned"))
    lines = view.sessions_of(phase)
    held = sum(line.session.closed_at is not None for line in lines)
    told = "· " + language.say("session {held} / {all}", held=held, all=len(lines)) if lines else ""
    return PhaseStep(title, "open", language.say("under way"), told)
