"""The smart city services that a project is about."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import ServiceKind, ServiceState
from workshop.models.records.changes import Changed
from workshop.models.records.projects import CityServiceRecord
from workshop.models.tables.projects import CityService, Project
from workshop.models.text import optional_text, required_text
from workshop.services.library import Library

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
    """Remove a service; one that has been evaluated is kept (RefusedError)."""
    with library.write("remove service", undo=mark("Remove service")) as work:
        work.remove(work.get(CityService, service_id))
        changed = work.changed(None)
    return changed
