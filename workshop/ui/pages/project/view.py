"""How the project page is laid out."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from workshop.language import Language
from workshop.models.enums import PhaseState
from workshop.models.records.projects import PhaseRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.page import PageHeader, column
from workshop.ui.pages.project.data import ProjectView
from workshop.ui.pages.project.services_card import ServicesCard
from workshop.ui.pages.project.sessions_card import SessionsCard
from workshop.ui.pages.project.support_card import SupportCard
from workshop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.number_tile import NumberTile
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
        for button in (self.edit_button, self.report_button, self.next_button):
            self.header.add_button(button)
        self.path = PhasePath(desk)
        self.sessions = SessionsCard(desk)
        self.support = SupportCard(desk)
        self.services = ServicesCard(desk)
        left, work = column(spacing=20)
        work.addWidget(self.sessions)
        work.addWidget(self.services, 1)
        first = Columns()
        first.add(left, 8)
        first.add(self.support, 5)
        self.people = NumberTile(say("Participating citizens"))
        self.ideas = NumberTile(say("Ideas → chosen"))
        self.follow_ups = NumberTile(say("Follow-ups"))
        self.sus = NumberTile(say("Usability (SUS)"))
        tiles = Columns()
        for tile in (self.people, self.ideas, self.follow_ups, self.sus):
            tiles.add(tile)
        for part in (self.header, self.path, tiles, first):
            content.addWidget(part)
        content.addStretch(1)

    def show_project(self, view: ProjectView, chosen: int, today: date) -> None:
        """Show a project with one of its phases (0 to 3) looked at."""
        language = self._desk.language
        self.header.set_title(view.project.title)
        self.header.set_over(" · ".join(part for part in (view.project.city, _period(view, language)) if part))
        self.path.set_phases([_step(view, phase, language) for phase in view.phases], chosen)
        phase = view.phases[chosen]
        self.sessions.show_sessions(phase, view.sessions_of(phase), today)
        self.support.show_items(phase, view.support[phase.id], view.gates[phase.id], today)
        self.services.show_services(view.services)
        self._show_figures(view)

    def _show_figures(self, view: ProjectView) -> None:
        say, figures = self._desk.language.say, view.figures
        returning = round(100 * figures.returning / figures.attended) if figures.attended else 0
        unit = say("came back {share} %", share=returning) if figures.attended else ""
        self.people.set_value(str(figures.participants), unit)
        self.ideas.set_value(f"{figures.ideas} → {figures.chosen_ideas}")
        late = say("{n} overdue", n=figures.overdue) if figures.overdue else say("{n} open", n=figures.open_follow_ups)
        self.follow_ups.set_value(str(figures.follow_ups), late, role="warn" if figures.overdue else "muted")
        answered = say("{n} respondents", n=figures.sus_respondents)
        self.sus.set_value(figures.sus_mean or "–", answered if figures.sus_mean else say("in the operation phase"))


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
    told = language.say("session {held} / {all}", held=held, all=len(lines)) if lines else ""
    return PhaseStep(title, "open", language.say("under way"), told)
