"""Everything of the services of a project in the field, read in one go, for the page and for reports."""

from dataclasses import replace
from uuid import UUID

from workshop.models.records.field import FieldReport, ServiceField
from workshop.services.field.indicators import list_indicators
from workshop.services.field.observations import list_observations
from workshop.services.field.pilots import list_pilots
from workshop.services.field.shifts import list_shifts
from workshop.services.keeping.library import Library
from workshop.services.projects.city_services import list_services


def field_of(library: Library, *, project_id: UUID) -> FieldReport:
    """The services of a project with their indicators, pilots, shifts and observations, and last the whole project."""
    indicators = list_indicators(library, project_id=project_id)
    pilots = list_pilots(library, project_id=project_id)
    shifts = list_shifts(library, project_id=project_id)
    seen = list_observations(library, project_id=project_id)
    services = list_services(library, project_id=project_id)
    return FieldReport(
        tuple(
            ServiceField(
                service,
                tuple(one for one in indicators if one.service_id == key),
                tuple(one for one in pilots if one.service_id == key),
                tuple(one for one in shifts if one.service_id == key),
                tuple(one for one in seen if one.service_id == key),
            )
            for service, key in [*((service, service.id) for service in services), (None, None)]
        )
    )


def gather_field_report(library: Library, *, project_id: UUID) -> FieldReport:
    """The same for a report: without who ran which shift, and without services of which there is nothing to tell."""
    told = [_nameless(each) for each in field_of(library, project_id=project_id).services]
    return FieldReport(
        tuple(each for each in told if each.indicators or each.pilots or each.shifts or each.observations)
    )


def _nameless(each: ServiceField) -> ServiceField:
    return replace(
        each,
        shifts=tuple(replace(shift, operator=None) for shift in each.shifts),
        observations=tuple(replace(one, operator=None) for one in each.observations),
    )
