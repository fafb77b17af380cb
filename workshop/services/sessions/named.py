"""A session or a project by one name: what somebody means where either may stand."""

from sqlalchemy import select

from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.tables.sessions import LabSession
from workshop.services.finding import the_one_meant
from workshop.services.keeping.library import Library
from workshop.services.projects.projects import list_projects


def session_or_project(
    library: Library, *, wanted: str, first: type[LabSessionRecord | ProjectRecord] = LabSessionRecord
) -> LabSessionRecord | ProjectRecord:
    """The session or project whose id or title is `wanted`, or else begins with it; where one of each fits, that of `first`.

    Raises NotFoundError where there is none, InputError where several fit.
    """
    with library.read() as rows:
        sessions = [session.record() for session in rows.scalars(select(LabSession))]
    things = [*sessions, *(card.project for card in list_projects(library))]
    return the_one_meant(
        wanted, things, name_of=lambda thing: thing.title, prefer=lambda thing: isinstance(thing, first)
    )
