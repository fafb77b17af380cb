"""The way from observation and local issue to idea, vote, proposal, pilot and service, walked in both directions."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import or_, select

from workshop.models.enums import PollState
from workshop.models.records.proposals import Trace, TraceStep
from workshop.models.records.votes import PollOptionRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea
from workshop.models.tables.observations import Observation
from workshop.models.tables.pilots import Pilot
from workshop.models.tables.proposals import Proposal
from workshop.models.tables.votes import PollOption
from workshop.services.ideas.trace_steps import (
    Keys,
    before_ideas,
    decisions,
    evaluations_of,
    idea_steps,
    ideas_of,
    ideas_of_issues,
    issues_of,
    local_issues,
    made_from,
    observation_steps,
    onwards,
    pilot_steps,
    pilots_of,
    proposal_step,
    proposals_by_number,
    service_keys,
    service_steps,
    themes_of,
    votes_on,
    with_merged,
)
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import get_row
from workshop.services.voting.results import poll_result


def trace_idea(library: Library, *, idea_id: UUID) -> Trace:
    """The local issue and the theme of an idea before it; votes, proposals, decisions, services and evaluations after it."""
    with library.read() as rows:
        ideas = with_merged(rows, {idea_id})
        proposals = made_from(rows, ideas)
        before = (*issues_of(rows, ideas), *themes_of(rows, {idea_id}))
        after = (*votes_on(rows, ideas | proposals), *onwards(rows, ideas, proposals, itself=True))
    return Trace(before, _with_places(library, after, ideas | proposals))


def trace_theme(library: Library, *, theme_id: UUID) -> Trace:
    """The local issues and ideas of a theme before it; votes, proposals and what came of them after it."""
    with library.read() as rows:
        ideas = with_merged(rows, set(rows.scalars(select(Idea.id).where(Idea.theme_id == theme_id))))
        own = set(rows.scalars(select(Proposal.id).where(Proposal.theme_id == theme_id)))
        proposals = own | made_from(rows, ideas)
        before = (*issues_of(rows, ideas), *idea_steps(rows, ideas))
        keys = {theme_id} | ideas | proposals
        after = (*votes_on(rows, keys), *onwards(rows, ideas, proposals, itself=True))
    return Trace(before, _with_places(library, after, keys))


def trace_poll(library: Library, *, poll_id: UUID) -> Trace:
    """What was voted on and where it came from before a vote; the proposals and decisions that followed after it."""
    with library.read() as rows:
        options = rows.scalars(select(PollOption).where(PollOption.poll_id == poll_id)).all()
        on_ballot = {option.proposal_id for option in options if option.proposal_id is not None}
        themes = {option.theme_id for option in options if option.theme_id is not None}
        voted = {option.idea_id for option in options if option.idea_id is not None}
        standing = select(Idea.merged_into_id).where(Idea.id.in_(voted), Idea.merged_into_id.is_not(None))
        ideas = voted | {key for key in rows.scalars(standing) if key is not None} | ideas_of(rows, on_ballot)
        of_themes = select(Proposal.id).where(Proposal.theme_id.in_(themes))
        made = (made_from(rows, ideas) | set(rows.scalars(of_themes))) - on_ballot
        before = (
            *before_ideas(rows, ideas, themes),
            *(proposal_step(one) for one in proposals_by_number(rows, on_ballot)),
        )
        after = (
            *(proposal_step(one) for one in proposals_by_number(rows, made)),
            *decisions(rows, FollowUp.poll_id == poll_id, FollowUp.proposal_id.in_(made | on_ballot)),
            *service_steps(rows, service_keys(rows, made | on_ballot)),
        )
    return Trace(before, after)


def trace_proposal(library: Library, *, proposal_id: UUID) -> Trace:
    """The issues, ideas and votes a proposal came from, and the decisions, the service and the evaluations that followed."""
    with library.read() as rows:
        ideas = with_merged(rows, ideas_of(rows, {proposal_id}))
        before = (*before_ideas(rows, ideas), *votes_on(rows, ideas | {proposal_id}))
        after = tuple(onwards(rows, set(), {proposal_id}, itself=False))
    return Trace(_with_places(library, before, ideas | {proposal_id}), after)


def trace_service(library: Library, *, service_id: UUID) -> Trace:
    """What a service came from; its pilots, what was observed of it and led on, decisions, and its evaluations."""
    with library.read() as rows:
        proposals = set(rows.scalars(select(Proposal.id).where(Proposal.service_id == service_id)))
        ideas = with_merged(rows, ideas_of(rows, proposals))
        pilots = pilots_of(rows, proposals, {service_id})
        of_service = Observation.service_id == service_id
        handed_on = select(FollowUp.observation_id).where(FollowUp.observation_id.is_not(None))
        seen = select(Observation.id).where(of_service)
        before = (
            *before_ideas(rows, ideas),
            *votes_on(rows, ideas | proposals),
            *(proposal_step(one) for one in proposals_by_number(rows, proposals)),
        )
        after = (
            *pilot_steps(rows, pilots),
            *observation_steps(
                rows, of_service, or_(Observation.local_issue_id.is_not(None), Observation.id.in_(handed_on))
            ),
            *decisions(rows, FollowUp.pilot_id.in_(pilots), FollowUp.observation_id.in_(seen)),
            *evaluations_of(rows, {service_id}),
        )
    return Trace(_with_places(library, before, ideas | proposals), after)


def trace_pilot(library: Library, *, pilot_id: UUID) -> Trace:
    """The issues, ideas, votes and the proposal or service a pilot came from; its decision and its service after it."""
    with library.read() as rows:
        pilot = get_row(rows, Pilot, pilot_id)
        proposals = {pilot.proposal_id} if pilot.proposal_id is not None else set[UUID]()
        services = {pilot.service_id} if pilot.service_id is not None else set[UUID]()
        proposals |= set(rows.scalars(select(Proposal.id).where(Proposal.service_id.in_(services))))
        ideas = with_merged(rows, ideas_of(rows, proposals))
        before = (
            *before_ideas(rows, ideas),
            *votes_on(rows, ideas | proposals),
            *(proposal_step(one) for one in proposals_by_number(rows, proposals)),
        )
        after = (
            *decisions(rows, FollowUp.pilot_id == pilot_id),
            *service_steps(rows, services | service_keys(rows, proposals)),
        )
    return Trace(_with_places(library, before, ideas | proposals), after)


def trace_observation(library: Library, *, observation_id: UUID) -> Trace:
    """The service of an observation before it; its local issue, the ideas made of that, and follow-ups after it."""
    with library.read() as rows:
        seen = get_row(rows, Observation, observation_id)
        issues = {seen.local_issue_id} if seen.local_issue_id is not None else set[UUID]()
        before = tuple(step for step in service_steps(rows, {seen.service_id}) if step.kind == "service")
        after = (
            *local_issues(rows, issues),
            *idea_steps(rows, ideas_of_issues(rows, issues)),
            *decisions(rows, FollowUp.observation_id == observation_id, FollowUp.local_issue_id.in_(issues)),
        )
    return Trace(before, after)


def trace_follow_up(library: Library, *, follow_up_id: UUID) -> Trace:
    """Everything that a decision or follow-up came from, and the service it is about."""
    with library.read() as rows:
        item = get_row(rows, FollowUp, follow_up_id)
        pilot = rows.get(Pilot, item.pilot_id) if item.pilot_id is not None else None
        seen = rows.get(Observation, item.observation_id) if item.observation_id is not None else None
        proposals = {key for key in (item.proposal_id, pilot.proposal_id if pilot else None) if key is not None}
        ideas = with_merged(
            rows, ({item.idea_id} if item.idea_id is not None else set[UUID]()) | ideas_of(rows, proposals)
        )
        services = {one.service_id for one in (pilot, seen) if one is not None and one.service_id is not None}
        issues = {item.local_issue_id} if item.local_issue_id is not None else set[UUID]()
        before = (
            *observation_steps(rows, Observation.id.in_({seen.id} if seen is not None else set())),
            *local_issues(rows, issues),
            *before_ideas(rows, ideas),
            *votes_on(rows, ideas | proposals, {item.poll_id} if item.poll_id is not None else set()),
            *(proposal_step(one) for one in proposals_by_number(rows, proposals)),
            *pilot_steps(rows, {pilot.id} if pilot is not None else set()),
        )
        after = tuple(service_steps(rows, services | service_keys(rows, proposals)))
    return Trace(_with_places(library, before, ideas | proposals), after)


def _with_places(library: Library, steps: Iterable[TraceStep], keys: Keys) -> tuple[TraceStep, ...]:
    """The steps; a revealed vote has as its number the place that the best of the things with these keys came to."""
    return tuple(_with_place(library, step, keys) for step in steps)


def _with_place(library: Library, step: TraceStep, keys: Keys) -> TraceStep:
    if step.kind != "poll" or step.state != PollState.REVEALED:
        return step
    lines = poll_result(library, poll_id=step.id).lines
    ours = [line.rank for line in lines if not keys.isdisjoint(_meant(line.option))]
    return replace(step, number=min(ours, default=None))


def _meant(option: PollOptionRecord) -> Keys:
    """What an option of a ballot stands for."""
    return {key for key in (option.idea_id, option.theme_id, option.proposal_id) if key is not None}
