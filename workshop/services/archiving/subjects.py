"""What an archive is of: a project, or one of its sessions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.keeping.library import Library
from workshop.services.projects.projects import get_project
from workshop.services.sessions.lab_sessions import session_plan


@dataclass(frozen=True, slots=True)
class Subject:
    """A project, or one of its sessions."""

    project: ProjectRecord
    session: LabSessionRecord | None = None

    @property
    def title(self) -> str:
        """The title of the session, or of the project."""
        return self.session.title if self.session else self.project.title

    @property
    def host(self) -> str:
        """The organization that holds it."""
        return (self.session.host if self.session else "") or self.project.host

    def document_number(self, today: date) -> str:
        """The control number; a project without a beginning takes the year of `today`."""
        if self.session is not None:
            return self.session.document_number
        return f"{self.project.document_prefix}-{(self.project.starts_on or today).year}-R"


def subject_of(library: Library, *, project_id: UUID | None = None, session_id: UUID | None = None) -> Subject:
    """The session, or else the project; raises NotFoundError."""
    if session_id is not None:
        session = session_plan(library, session_id=session_id).session
        return Subject(get_project(library, project_id=session.project_id), session)
    assert project_id is not None
    return Subject(get_project(library, project_id=project_id))
