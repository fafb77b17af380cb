"""What the page of local issues shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workshop.models.enums import PictureKind, SessionState
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.pictures import PictureRecord
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.ideas import issue_links, local_issues, pictures
from workshop.services.ideas.issue_links import IssueLinks
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions


@dataclass(frozen=True, slots=True)
class Collection:
    """The issues of a project by number, what became of them, its maps, its sessions, and the ids of people by number."""

    project: ProjectRecord | None = None
    issues: tuple[LocalIssueRecord, ...] = ()
    links: Mapping[UUID, IssueLinks] = field(default_factory=dict[UUID, IssueLinks])
    maps: tuple[PictureRecord, ...] = ()
    sessions: tuple[LabSessionRecord, ...] = ()
    people: Mapping[int, UUID] = field(default_factory=dict[int, UUID])

    @property
    def sessions_by_id(self) -> dict[UUID, LabSessionRecord]:
        """The sessions by id."""
        return {session.id: session for session in self.sessions}

    @property
    def running(self) -> LabSessionRecord | None:
        """The session that runs, which new issues belong to."""
        return next((session for session in self.sessions if session.state is SessionState.RUNNING), None)

    @property
    def open_sessions(self) -> list[LabSessionRecord]:
        """The sessions that still take ideas, the running one first."""
        still = [session for session in self.sessions if session.state is not SessionState.CLOSED]
        return sorted(still, key=lambda session: session.state is not SessionState.RUNNING)

    def issue(self, issue_id: UUID | None) -> LocalIssueRecord | None:
        """The issue with an id."""
        return next((issue for issue in self.issues if issue.id == issue_id), None)

    def links_of(self, issue_id: UUID) -> IssueLinks:
        """What became of an issue."""
        return self.links.get(issue_id, IssueLinks())

    def map(self, map_id: UUID | None) -> PictureRecord | None:
        """The map with an id, if it is still there."""
        return next((picture for picture in self.maps if picture.id == map_id), None)


def load_collection(library: Library, project_id: UUID) -> Collection:
    """Everything the page needs of a project; raises NotFoundError."""
    lines = lab_sessions.list_sessions(library, project_id=project_id)
    people = participants.list_people(library, project_id=project_id)
    return Collection(
        projects.get_project(library, project_id=project_id),
        local_issues.list_issues(library, project_id=project_id),
        issue_links.issue_links(library, project_id=project_id),
        pictures.list_pictures(library, project_id=project_id, kind=PictureKind.MAP),
        tuple(line.session for line in lines),
        {person.participant.number: person.participant.id for person in people},
    )
