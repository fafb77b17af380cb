"""What indicators, pilots, shifts and observations are about."""

from uuid import UUID

from workshop.language import mark
from workshop.models.errors import NotFoundError
from workshop.models.tables.projects import CityService
from workshop.services.keeping.unit_of_work import UnitOfWork

_GONE = mark("This service is no longer there. Please choose another one.")


def the_service(work: UnitOfWork, service_id: UUID, project_id: UUID | None = None) -> CityService:
    """The service; raises NotFoundError where it was removed, or belongs to another project."""
    service = work.get(CityService, service_id, missing=_GONE)
    if project_id is not None and service.project_id != project_id:
        raise NotFoundError(_GONE)
    return service
