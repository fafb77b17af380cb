"""The smart city services that a project is about."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import ServiceKind, ServiceState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.projects import CityServiceRecord
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.indicators import Indicator
from workshop.models.tables.observations import FieldShift, Observation
from workshop.models.tables.pilots import Pilot
from workshop.models.tables.projects import CityService, Project
from workshop.models.tables.proposals import Proposal
from workshop.models.text import optional_text, required_text
from workshop.services.keeping.library import Library

_HANG_ON_IT = (
    Proposal.service_id, EvaluationForm.service_id, Indicator.service_id, Pilot.service_id, FieldShift.service_id,
    Observation.service_id,
)  # fmt: skip
_NO_TITLE = mark("Please give the service a name.")


def list_services(library: Library, *, project_id: UUID) -> tuple[CityServiceRecord, ...]:
    """The services of a project, by type and name."""
    with library.read() as rows:
        services = [
            service.record()
            for service in rows.scalars(select(CityService).where(CityService.project_id == project_id))
        ]
    return tuple(sorted(services, key=lambda service: (list(ServiceKind).index(service.kind), service.title)))


def add_service(
    library: Library,
    *,
    project_id: UUID,
    title: str,
    kind: ServiceKind,
    description: str = "",
    state: ServiceState = ServiceState.PROPOSED,
) -> Changed[CityServiceRecord]:
    """A new service of a project; raises InputError for an empty name."""
    with library.write("add service", undo=mark("Add service")) as work:
        work.get(Project, project_id)
        service = work.add(
            CityService(
                project_id=project_id,
                title=required_text(title, missing=_NO_TITLE),
                description=optional_text(description),
                kind=kind,
                state=state,
            )
        )
        changed = work.changed(service.record())
    return changed


def edit_service(
    library: Library,
    *,
    service_id: UUID,
    title: str | None = None,
    kind: ServiceKind | None = None,
    description: str | None = None,
    state: ServiceState | None = None,
) -> Changed[CityServiceRecord]:
    """Change what is given."""
    with library.write("edit service", undo=mark("Edit service")) as work:
        service = work.get(CityService, service_id)
        service.title = required_text(title, missing=_NO_TITLE) if title is not None else service.title
        service.description = optional_text(description) if description is not None else service.description
        service.kind = kind or service.kind
        service.state = state or service.state
        changed = work.changed(service.record())
    return changed


def remove_service(library: Library, *, service_id: UUID) -> Changed[None]:
    """Remove a service; one that something hangs on is kept (RefusedError)."""
    with library.write("remove service", undo=mark("Remove service")) as work:
        service = work.get(CityService, service_id)
        for column in _HANG_ON_IT:
            if work.rows.scalar(select(column).where(column == service_id).limit(1)) is not None:
                raise RefusedError(
                    mark(
                        "“{title}” is kept, since proposals, evaluations, indicators, pilots or observations belong to it."
                        " You can say that it was stopped.",
                        title=service.title,
                    )
                )
        work.remove(service)
        changed = work.changed(None)
    return changed
