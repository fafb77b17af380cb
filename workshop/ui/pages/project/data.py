"""What the project page shows, read in one go on the worker."""

from dataclasses import dataclass
from uuid import UUID

from workshop.language import Message
from workshop.models.records.archives import SetAsideRecord
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.projects import (
    CityServiceRecord,
    PhaseRecord,
    ProjectFigures,
    ProjectRecord,
    SupportItemRecord,
)
from workshop.models.records.sessions import SessionLine
from workshop.services.archiving.aside import list_set_aside
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups, phases, projects
from workshop.services.projects.project_figures import project_figures
from workshop.services.sessions import lab_sessions


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project with all that its page needs, phase by phase."""

    project: ProjectRecord
    phases: tuple[PhaseRecord, ...]
    sessions: tuple[SessionLine, ...]
    support: dict[UUID, tuple[SupportItemRecord, ...]]
    gates: dict[UUID, tuple[Message, ...]]
    services: tuple[CityServiceRecord, ...]
    follow_ups: tuple[FollowUpRecord, ...]
    figures: ProjectFigures
    set_aside: tuple[SetAsideRecord, ...]

    def sessions_of(self, phase: PhaseRecord) -> tuple[SessionLine, ...]:
        """The sessions of a phase."""
        return tuple(line for line in self.sessions if line.session.phase_id == phase.id)


def read_project(library: Library, project_id: UUID) -> ProjectView:
    """Everything about a project; raises NotFoundError."""
    project = projects.get_project(library, project_id=project_id)
    all_phases = phases.list_phases(library, project_id=project_id)
    return ProjectView(
        project=project,
        phases=all_phases,
        sessions=lab_sessions.list_sessions(library, project_id=project_id),
        support={phase.id: phases.list_support_items(library, phase_id=phase.id) for phase in all_phases},
        gates={phase.id: phases.phase_gate(library, phase_id=phase.id) for phase in all_phases},
        services=city_services.list_services(library, project_id=project_id),
        follow_ups=follow_ups.list_follow_ups(library, project_id=project_id),
        figures=project_figures(library, project_id=project_id),
        set_aside=list_set_aside(library, project_id=project_id),
    )
