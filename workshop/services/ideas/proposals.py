"""Proposals: what ideas become before they are tried, and the service that a proposal becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import CostBand, ProposalState, ServiceKind, ServiceState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.projects import CityServiceRecord
from workshop.models.records.proposals import ProposalRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea
from workshop.models.tables.notes import DiscussionNote
from workshop.models.tables.pilots import Pilot
from workshop.models.tables.projects import CityService, Project
from workshop.models.tables.proposals import Proposal, ProposalIdea
from workshop.models.tables.votes import PollOption
from workshop.models.text import LONGEST_LINE, LONGEST_NOTE, optional_text, required_text
from workshop.services.ideas.idea_rows import idea_records
from workshop.services.ideas.notes import delete_note
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row

_NO_TITLE = mark("Please give the proposal a title.")
# What a proposal is while its service is in a state; a service that was stopped leaves it as it was.
_FOLLOWS = {
    ServiceState.PROPOSED: ProposalState.PROPOSED, ServiceState.PILOT: ProposalState.PILOT,
    ServiceState.RUNNING: ProposalState.SERVICE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """A proposal to be made, with what it comes from."""

    title: str
    idea_ids: tuple[UUID, ...] = ()
    theme_id: UUID | None = None
    problem: str = ""


def list_proposals(library: Library, *, project_id: UUID, idea_id: UUID | None = None) -> tuple[ProposalRecord, ...]:
    """The proposals of a project, or those that came from one idea, by number."""
    conditions = [Proposal.project_id == project_id]
    if idea_id is not None:
        came = select(ProposalIdea.proposal_id).where(ProposalIdea.idea_id == idea_id)
        conditions.append(Proposal.id.in_(came))
    with library.read() as rows:
        return _records(rows, *conditions)


def get_proposal(library: Library, *, proposal_id: UUID) -> ProposalRecord:
    """One proposal; raises NotFoundError."""
    with library.read() as rows:
        return _record(rows, get_row(rows, Proposal, proposal_id))


def ideas_of(library: Library, *, proposal_id: UUID) -> tuple[IdeaRecord, ...]:
    """The ideas a proposal came from."""
    with library.read() as rows:
        linked = select(ProposalIdea.idea_id).where(ProposalIdea.proposal_id == proposal_id)
        return idea_records(rows, Idea.id.in_(linked))


def add_proposal(
    library: Library,
    *,
    project_id: UUID,
    title: str,
    idea_ids: Sequence[UUID] = (),
    theme_id: UUID | None = None,
    session_id: UUID | None = None,
    problem: str = "",
    beneficiaries: str = "",
    needs: str = "",
    cost_band: CostBand | None = None,
    service_kind: ServiceKind | None = None,
) -> Changed[ProposalRecord]:
    """A new proposal, from ideas where there are some; raises InputError for an empty title."""
    with library.write("add proposal", undo=mark("New proposal"), session_id=session_id) as work:
        proposal = new_proposal(work, project_id, session_id, ProposalDraft(title, tuple(idea_ids), theme_id, problem))
        proposal.beneficiaries = optional_text(beneficiaries, longest=LONGEST_NOTE)
        proposal.needs = optional_text(needs, longest=LONGEST_NOTE)
        proposal.cost_band, proposal.service_kind = cost_band, service_kind
        changed = work.changed(_record(work.rows, proposal))
    return changed


def new_proposal(work: UnitOfWork, project_id: UUID, session_id: UUID | None, draft: ProposalDraft) -> Proposal:
    """Write a proposal with the next number of its project; raises InputError for an empty title."""
    work.get(Project, project_id)
    last = work.rows.scalar(select(func.max(Proposal.number)).where(Proposal.project_id == project_id)) or 0
    proposal = work.add(
        Proposal(
            project_id=project_id,
            lab_session_id=session_id,
            number=last + 1,
            title=_title(draft.title),
            problem=optional_text(draft.problem, longest=LONGEST_NOTE),
            theme_id=draft.theme_id,
            written_at=work.now,
        )
    )
    _link(work, proposal, draft.idea_ids)
    return proposal


def edit_proposal(
    library: Library,
    *,
    proposal_id: UUID,
    title: str | None = None,
    problem: str | None = None,
    beneficiaries: str | None = None,
    needs: str | None = None,
    cost: tuple[CostBand | None] | None = None,
    kind: tuple[ServiceKind | None] | None = None,
) -> Changed[ProposalRecord]:
    """Change what is given; `cost` and `kind` are a value or none in a tuple of one."""
    with library.write("edit proposal", undo=mark("Edit proposal")) as work:
        proposal = _the_proposal(work, proposal_id)
        proposal.title = _title(title) if title is not None else proposal.title
        for name, text in (("problem", problem), ("beneficiaries", beneficiaries), ("needs", needs)):
            if text is not None:
                setattr(proposal, name, optional_text(text, longest=LONGEST_NOTE))
        proposal.cost_band = cost[0] if cost is not None else proposal.cost_band
        proposal.service_kind = kind[0] if kind is not None else proposal.service_kind
        changed = work.changed(_record(work.rows, proposal))
    return changed


def link_ideas(library: Library, *, proposal_id: UUID, idea_ids: Sequence[UUID]) -> Changed[ProposalRecord]:
    """Say that a proposal came from these ideas too."""
    with library.write("link ideas", undo=mark("Ideas of a proposal")) as work:
        proposal = _the_proposal(work, proposal_id)
        _link(work, proposal, idea_ids)
        changed = work.changed(_record(work.rows, proposal))
    return changed


def unlink_idea(library: Library, *, proposal_id: UUID, idea_id: UUID) -> Changed[ProposalRecord]:
    """Say that a proposal did not come from an idea."""
    with library.write("unlink idea", undo=mark("Ideas of a proposal")) as work:
        proposal = _the_proposal(work, proposal_id)
        link = work.rows.get(ProposalIdea, (proposal_id, idea_id))
        if link is not None:
            work.remove(link)
        changed = work.changed(_record(work.rows, proposal))
    return changed


def set_proposal_state(
    library: Library, *, proposal_id: UUID, state: ProposalState, reason: str = ""
) -> Changed[ProposalRecord]:
    """Say how far a proposal has come; raises InputError where it is dropped without a reason."""
    with library.write("set proposal state", undo=mark("State of a proposal")) as work:
        proposal = _the_proposal(work, proposal_id)
        proposal.reason = optional_text(reason, longest=LONGEST_NOTE)
        if state is ProposalState.DROPPED and not proposal.reason:
            raise InputError(mark("Please give a reason for dropping the proposal."))
        proposal.state = state
        changed = work.changed(_record(work.rows, proposal))
    return changed


def make_service(
    library: Library, *, proposal_id: UUID, state: ServiceState = ServiceState.PILOT
) -> Changed[CityServiceRecord]:
    """Let a proposal become a service of the project, at first as a pilot.

    Raises RefusedError where it has become one already, InputError where its service type has not been said. From then on
    the proposal is as far as its service is.
    """
    with library.write("make service", undo=mark("Service from a proposal")) as work:
        proposal = _the_proposal(work, proposal_id)
        if proposal.service_id is not None:
            raise RefusedError(mark("This proposal has become a service already."))
        if proposal.service_kind is None:
            raise InputError(mark("Please choose the type of the service first."))
        service = work.add(
            CityService(
                project_id=proposal.project_id,
                title=proposal.title,
                description=proposal.problem,
                kind=proposal.service_kind,
                state=state,
            )
        )
        proposal.service_id = service.id
        proposal.state = _FOLLOWS.get(state, ProposalState.SERVICE)
        changed = work.changed(service.record())
    return changed


def remove_proposal(library: Library, *, proposal_id: UUID) -> Changed[None]:
    """Remove a proposal with its notes; one that was voted on, decided on, tried out or became a service stays (RefusedError)."""
    with library.write("remove proposal", undo=mark("Remove proposal")) as work:
        proposal = _the_proposal(work, proposal_id)
        depends = (
            select(PollOption.id).where(PollOption.proposal_id == proposal_id),
            select(FollowUp.id).where(FollowUp.proposal_id == proposal_id),
            select(Pilot.id).where(Pilot.proposal_id == proposal_id),
        )
        if proposal.service_id is not None or any(work.rows.scalar(chosen.limit(1)) for chosen in depends):
            raise RefusedError(
                mark(
                    "A proposal that was voted on, decided on, tried out or became a service is kept. You can drop it."
                )
            )
        notes = work.rows.scalars(select(DiscussionNote).where(DiscussionNote.proposal_id == proposal_id)).all()
        for note in notes:
            delete_note(work, note)
        work.remove(*work.rows.scalars(select(ProposalIdea).where(ProposalIdea.proposal_id == proposal_id)))
        work.remove(proposal)
        changed = work.changed(None)
    return changed


def proposal_records(rows: Session, proposals: Sequence[Proposal]) -> tuple[ProposalRecord, ...]:
    """Proposals as they are now, in the given order."""
    rows.flush()
    keys = [proposal.id for proposal in proposals]
    ideas: dict[UUID, list[UUID]] = {}
    linked = (
        select(ProposalIdea.proposal_id, ProposalIdea.idea_id)
        .join(Idea, Idea.id == ProposalIdea.idea_id)
        .where(ProposalIdea.proposal_id.in_(keys))
        .order_by(Idea.written_at, Idea.number)
    )
    for key, idea_id in rows.execute(linked):
        ideas.setdefault(key, []).append(idea_id)
    counted = select(DiscussionNote.proposal_id, func.count()).where(DiscussionNote.proposal_id.in_(keys))
    notes = {key: number for key, number in rows.execute(counted.group_by(DiscussionNote.proposal_id))}
    services = [proposal.service_id for proposal in proposals if proposal.service_id is not None]
    states = select(CityService.id, CityService.state).where(CityService.id.in_(services))
    known = {key: state for key, state in rows.execute(states)} if services else {}
    return tuple(
        ProposalRecord(
            one.id, one.project_id, one.lab_session_id, one.number, one.title, one.problem, one.beneficiaries, one.needs,
            one.cost_band, one.service_kind, _state(one, known), one.reason, one.theme_id, one.service_id, one.written_at,
            tuple(ideas.get(one.id, ())), notes.get(one.id, 0),
        )
        for one in proposals
    )  # fmt: skip


def _link(work: UnitOfWork, proposal: Proposal, idea_ids: Sequence[UUID]) -> None:
    """A merged idea stands for the one it became."""
    for idea_id in idea_ids:
        idea = work.get(Idea, idea_id)
        key = (proposal.id, idea.merged_into_id or idea.id)
        if work.rows.get(ProposalIdea, key) is None:
            work.add(ProposalIdea(proposal_id=key[0], idea_id=key[1]))


def _title(text: str) -> str:
    return required_text(text, missing=_NO_TITLE, longest=LONGEST_LINE)


def _the_proposal(work: UnitOfWork, proposal_id: UUID) -> Proposal:
    """The proposal; the undo of what is done to it belongs to its session, if it has one."""
    proposal = work.get(Proposal, proposal_id)
    work.session_id = proposal.lab_session_id
    return proposal


def _records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[ProposalRecord, ...]:
    return proposal_records(rows, rows.scalars(select(Proposal).where(*conditions).order_by(Proposal.number)).all())


def _record(rows: Session, proposal: Proposal) -> ProposalRecord:
    return proposal_records(rows, [proposal])[0]


def _state(proposal: Proposal, services: dict[UUID, ServiceState]) -> ProposalState:
    """A proposal that became a service is as far as the service is, unless it was dropped."""
    service = services.get(proposal.service_id) if proposal.service_id is not None else None
    if service is None or proposal.state is ProposalState.DROPPED:
        return proposal.state
    return _FOLLOWS.get(service, proposal.state)
