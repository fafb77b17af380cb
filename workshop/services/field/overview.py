"""Everything of the services of a project in the field, read in one go, for the page and for reports."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from workshop.models.records.field import FieldReport, ServiceField
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.records.projects import PhaseRecord
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


def gather_field_report(library: Library, *, project_id: UUID, phase: PhaseRecord | None = None) -> FieldReport:
    """The same for a report: without who ran which shift, and without services of which there is nothing to tell.

    Of a phase it tells the indicators that were read in it, up to its readings, and what was tried and seen in its days.
    """
    told = [_nameless(each) for each in field_of(library, project_id=project_id).services]
    told = [_in_phase(each, phase) for each in told] if phase is not None else told
    return FieldReport(
        tuple(each for each in told if each.indicators or each.pilots or each.shifts or each.observations)
    )


def _nameless(each: ServiceField) -> ServiceField:
    return replace(
        each,
        shifts=tuple(replace(shift, operator=None) for shift in each.shifts),
        observations=tuple(replace(one, operator=None) for one in each.observations),
    )


def _in_phase(each: ServiceField, phase: PhaseRecord) -> ServiceField:
    return replace(
        each,
        indicators=tuple(found for one in each.indicators if (found := _read_in(one, phase)) is not None),
        pilots=tuple(one for one in each.pilots if one.starts_on and _meets(phase, one.starts_on, one.ends_on)),
        shifts=tuple(one for one in each.shifts if _has(phase, one.starts_at)),
        observations=tuple(one for one in each.observations if _has(phase, one.seen_at)),
    )


def _read_in(one: IndicatorRecord, phase: PhaseRecord) -> IndicatorRecord | None:
    """The indicator with its readings up to the last one of the phase; none where it was not read in it."""
    places = [place for place, reading in enumerate(one.readings) if reading.phase is phase.kind]
    return replace(one, readings=one.readings[: places[-1] + 1]) if places else None


def _has(phase: PhaseRecord, moment: datetime) -> bool:
    day = moment.astimezone().date()
    return _meets(phase, day, day)


def _meets(phase: PhaseRecord, first: date, last: date | None) -> bool:
    """Whether something from a first to a last day, or without an end, falls into the days of a phase."""
    begun = phase.opened_on is not None and (last is None or last >= phase.opened_on)
    return begun and (phase.closed_on is None or first <= phase.closed_on)
