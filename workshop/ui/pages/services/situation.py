"""What the page of services and pilots shows, read in one go on the worker thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workshop.models.enums import ProposalState
from workshop.models.records.evaluations import FormRecord, ServiceChange
from workshop.models.records.field import FieldReport, ServiceField
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.proposals import ProposalRecord, Trace
from workshop.services.evaluation.comparisons import service_changes
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.evaluation.publishing import published_change
from workshop.services.field.overview import field_of
from workshop.services.ideas.local_issues import list_issues
from workshop.services.ideas.proposals import list_proposals
from workshop.services.ideas.tracing import trace_pilot, trace_service
from workshop.services.keeping.library import Library
from workshop.services.people.participants import list_people
from workshop.services.projects.projects import get_project

OVERVIEW, PILOTS, OBSERVATIONS = "overview", "pilots", "observations"
PROJECT = "project"  # the tile of the whole project, which has no service's key
Chosen = UUID | str


@dataclass(frozen=True, slots=True)
class Situation:
    """The project with everything of its services; of the chosen one the evaluations and the ways as well."""

    project: ProjectRecord | None = None
    report: FieldReport = field(default_factory=FieldReport)
    chosen: ServiceField | None = None
    part: str = OVERVIEW
    trace: Trace = field(default_factory=lambda: Trace((), ()))
    pilot_traces: Mapping[UUID, Trace] = field(default_factory=dict[UUID, Trace])
    forms: tuple[FormRecord, ...] = ()
    changes: tuple[ServiceChange, ...] = ()
    proposals: tuple[ProposalRecord, ...] = ()
    people: Mapping[int, UUID] = field(default_factory=dict[int, UUID])
    issues: tuple[LocalIssueRecord, ...] = ()

    @property
    def key(self) -> Chosen | None:
        """The key of the chosen tile."""
        return key_of(self.chosen) if self.chosen is not None else None

    @property
    def has_services(self) -> bool:
        """Whether there is any service, or anything else to show."""
        return any(each.service is not None or each.indicators or each.pilots for each in self.report.services)


def key_of(each: ServiceField) -> Chosen:
    """What a tile is known by."""
    return each.service.id if each.service is not None else PROJECT


def load_situation(library: Library, project_id: UUID, wanted: UUID | str | None, part: str) -> Situation:
    """Everything of a project; `wanted` is a service, or anything that belongs to one. Raises NotFoundError."""
    project = get_project(library, project_id=project_id)
    report = field_of(library, project_id=project_id)
    chosen, part = _choose(report, wanted, part)
    service_id = chosen.service.id if chosen is not None and chosen.service is not None else None
    return Situation(
        project, report, chosen, part,
        trace_service(library, service_id=service_id) if service_id is not None else Trace((), ()),
        {pilot.id: trace_pilot(library, pilot_id=pilot.id) for pilot in chosen.pilots} if chosen is not None else {},
        tuple(form for form in list_forms(library, project_id=project_id) if form.service_id == service_id)
        if service_id is not None else (),
        tuple(
            published_change(change) for change in service_changes(library, project_id=project_id)
            if change.after.form.service_id == service_id
        ) if service_id is not None else (),
        _open_proposals(library, project_id),
        {each.participant.number: each.participant.id for each in list_people(library, project_id=project_id)},
        list_issues(library, project_id=project_id),
    )  # fmt: skip


def _choose(report: FieldReport, wanted: UUID | str | None, part: str) -> tuple[ServiceField | None, str]:
    """The service that is asked for, or that has what is asked for, and the part it is seen in; else the first one."""
    for each in report.services:
        if wanted == key_of(each):
            return each, part
        for name, things in (
            (OVERVIEW, each.indicators), (PILOTS, each.pilots), (OBSERVATIONS, (*each.observations, *each.shifts)),
        ):  # fmt: skip
            if any(thing.id == wanted for thing in things):
                return each, name
    return (report.services[0] if report.services else None), part


def _open_proposals(library: Library, project_id: UUID) -> tuple[ProposalRecord, ...]:
    """Those that can be tried out before they are a service."""
    live = {ProposalState.DRAFT, ProposalState.PROPOSED, ProposalState.PILOT}
    known = list_proposals(library, project_id=project_id)
    return tuple(one for one in known if one.state in live and one.service_id is None)
