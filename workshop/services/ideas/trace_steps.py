"""The steps on the way from local issue to service, each kind of thing read and told in one place."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from workshop.models.records.proposals import TraceStep
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.observations import Observation
from workshop.models.tables.pilots import Pilot
from workshop.models.tables.projects import CityService
from workshop.models.tables.proposals import Proposal, ProposalIdea
from workshop.models.tables.votes import Poll, PollOption
from workshop.services.ideas.issue_links import idea_key

Keys = AbstractSet[UUID]


def with_merged(rows: Session, ideas: Keys) -> Keys:
    """Ideas with everything that was merged into them."""
    return ideas | set(rows.scalars(select(Idea.id).where(Idea.merged_into_id.in_(ideas))))


def made_from(rows: Session, ideas: Keys) -> Keys:
    """The proposals that came from ideas."""
    return set(rows.scalars(select(ProposalIdea.proposal_id).where(ProposalIdea.idea_id.in_(ideas))))


def ideas_of(rows: Session, proposals: Keys) -> Keys:
    """The ideas that proposals came from."""
    return set(rows.scalars(select(ProposalIdea.idea_id).where(ProposalIdea.proposal_id.in_(proposals))))


def proposals_by_number(rows: Session, proposals: Keys) -> Sequence[Proposal]:
    """The rows of proposals in order."""
    return rows.scalars(select(Proposal).where(Proposal.id.in_(proposals)).order_by(Proposal.number)).all()


def before_ideas(rows: Session, ideas: Keys, themes: Keys | None = None) -> Iterable[TraceStep]:
    """Ideas with the local issues and themes they belong to, in the order of the way."""
    yield from issues_of(rows, ideas)
    yield from themes_of(rows, ideas, themes or set())
    yield from idea_steps(rows, ideas)


def issues_of(rows: Session, ideas: Keys) -> Iterable[TraceStep]:
    """The observations and the local issues that some of the ideas came from."""
    places = select(Idea.project_id, Idea.lab_session_id).where(Idea.id.in_(ideas)).distinct()
    found = [(project_id, session_id) for project_id, session_id in rows.execute(places)]
    projects, sessions = {project_id for project_id, _ in found}, {session_id for _, session_id in found}
    chosen = select(LocalIssue.id).where(LocalIssue.project_id.in_(projects))
    behind = {key for key in rows.scalars(chosen) if any(idea_key(key, session_id) in ideas for session_id in sessions)}
    yield from observation_steps(rows, Observation.local_issue_id.in_(behind))
    yield from local_issues(rows, behind)


def ideas_of_issues(rows: Session, issues: Keys) -> Keys:
    """The ideas that local issues became."""
    projects = select(LocalIssue.project_id).where(LocalIssue.id.in_(issues))
    known = rows.execute(select(Idea.id, Idea.lab_session_id).where(Idea.project_id.in_(projects)))
    return {key for key, session_id in known if any(idea_key(issue, session_id) == key for issue in issues)}


def local_issues(rows: Session, keys: Keys) -> Iterable[TraceStep]:
    """Local issues by number."""
    for issue in rows.scalars(select(LocalIssue).where(LocalIssue.id.in_(keys)).order_by(LocalIssue.number)):
        yield TraceStep("local_issue", issue.id, issue.text, issue.number, issue.state.value, issue.lab_session_id)


def observation_steps(rows: Session, *conditions: ColumnElement[bool]) -> Iterable[TraceStep]:
    """What was observed, by number; the state of one is how grave it is."""
    for one in rows.scalars(select(Observation).where(*conditions).order_by(Observation.number)):
        yield TraceStep("observation", one.id, one.text, one.number, one.severity.value, one.lab_session_id)


def pilot_steps(rows: Session, pilots: Keys) -> Iterable[TraceStep]:
    """Pilots by number."""
    for one in rows.scalars(select(Pilot).where(Pilot.id.in_(pilots)).order_by(Pilot.number)):
        yield TraceStep("pilot", one.id, one.title, one.number, one.state.value)


def pilots_of(rows: Session, proposals: Keys, services: Keys) -> Keys:
    """The pilots of proposals and of services."""
    chosen = select(Pilot.id).where(or_(Pilot.proposal_id.in_(proposals), Pilot.service_id.in_(services)))
    return set(rows.scalars(chosen))


def themes_of(rows: Session, ideas: Keys, themes: Keys = frozenset()) -> Iterable[TraceStep]:
    """The themes of ideas, and these themes."""
    of_ideas = select(Idea.theme_id).where(Idea.id.in_(ideas), Idea.theme_id.is_not(None))
    chosen = select(Theme).where(or_(Theme.id.in_(of_ideas), Theme.id.in_(themes))).order_by(Theme.position)
    for theme in rows.scalars(chosen):
        yield TraceStep("theme", theme.id, theme.title)


def idea_steps(rows: Session, ideas: Keys) -> Iterable[TraceStep]:
    """Ideas in the order in which they were written."""
    chosen = select(Idea).where(Idea.id.in_(ideas)).order_by(Idea.written_at, Idea.number)
    for idea in rows.scalars(chosen):
        yield TraceStep("idea", idea.id, idea.text, idea.number, idea.state.value, idea.lab_session_id)


def votes_on(rows: Session, keys: Keys, polls: Keys = frozenset()) -> Iterable[TraceStep]:
    """The votes that had one of these ideas, themes or proposals on the ballot, and these votes."""
    columns = (PollOption.idea_id, PollOption.theme_id, PollOption.proposal_id)
    on_ballot = select(PollOption.poll_id).where(or_(*(column.in_(keys) for column in columns)))
    chosen = (
        select(Poll)
        .where(or_(Poll.id.in_(on_ballot), Poll.id.in_(polls)))
        .order_by(Poll.opened_at, Poll.title, Poll.id)
    )
    for poll in rows.scalars(chosen):
        yield TraceStep("poll", poll.id, poll.title, None, poll.state.value, poll.lab_session_id)


def onwards(rows: Session, ideas: Keys, proposals: Keys, *, itself: bool) -> Iterable[TraceStep]:
    """What came of ideas and proposals: the proposals themselves, pilots, decisions, services, evaluations."""
    services = service_keys(rows, proposals)
    pilots = pilots_of(rows, proposals, services)
    if itself:
        yield from (proposal_step(one) for one in proposals_by_number(rows, proposals))
    yield from pilot_steps(rows, pilots)
    yield from decisions(
        rows, FollowUp.idea_id.in_(ideas), FollowUp.proposal_id.in_(proposals), FollowUp.pilot_id.in_(pilots)
    )
    yield from service_steps(rows, services)


def service_keys(rows: Session, proposals: Keys) -> Keys:
    """The services that proposals became."""
    return {one.service_id for one in proposals_by_number(rows, proposals) if one.service_id is not None}


def decisions(rows: Session, *any_of: ColumnElement[bool]) -> Iterable[TraceStep]:
    """The decisions and follow-ups that meet one of the conditions."""
    chosen = select(FollowUp).where(or_(*any_of)).order_by(FollowUp.due_on, FollowUp.text, FollowUp.id)
    for item in rows.scalars(chosen):
        yield TraceStep("follow_up", item.id, item.text, None, item.state.value, item.lab_session_id)


def service_steps(rows: Session, services: Keys) -> Iterable[TraceStep]:
    """Services by name, then their evaluations."""
    for service in rows.scalars(select(CityService).where(CityService.id.in_(services)).order_by(CityService.title)):
        yield TraceStep("service", service.id, service.title, None, service.state.value)
    yield from evaluations_of(rows, services)


def evaluations_of(rows: Session, services: Keys) -> Iterable[TraceStep]:
    """The evaluation forms of services."""
    chosen = select(EvaluationForm).where(EvaluationForm.service_id.in_(services)).order_by(EvaluationForm.title)
    for form in rows.scalars(chosen):
        yield TraceStep("evaluation", form.id, form.title, None, form.state.value, form.lab_session_id)


def proposal_step(proposal: Proposal) -> TraceStep:
    """A proposal as a step."""
    return TraceStep("proposal", proposal.id, proposal.title, proposal.number, proposal.state.value)
