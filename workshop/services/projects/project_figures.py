"""The numbers of a project at a glance."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.models.enums import FollowUpState, FormState, IdeaState
from workshop.models.records.evaluations import FormResult
from workshop.models.records.projects import ProjectFigures
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea
from workshop.models.tables.people import Participant
from workshop.models.tables.votes import Poll, VoterMark
from workshop.services.evaluation.answers import result_of
from workshop.services.evaluation.publishing import published
from workshop.services.keeping.library import Library
from workshop.services.people.retention import visits_of


def project_figures(library: Library, *, project_id: UUID) -> ProjectFigures:
    """Participation, ideas, votes, follow-ups, and the latest SUS mean of a project."""
    with library.read() as rows:
        ideas = [idea.state for idea in rows.scalars(select(Idea).where(Idea.project_id == project_id))]
        follow_ups = [item.record() for item in rows.scalars(select(FollowUp).where(FollowUp.project_id == project_id))]
        visits = visits_of(rows, project_id)
        sus = _latest_sus(rows, project_id)
        votes = select(func.count()).select_from(VoterMark).join(Poll, Poll.id == VoterMark.poll_id)
        people = select(func.count()).select_from(Participant).where(Participant.project_id == project_id)
        return ProjectFigures(
            participants=rows.scalar(people) or 0,
            attended=len(visits),
            returning=sum(count > 1 for count in visits),
            ideas=sum(state is not IdeaState.WITHDRAWN for state in ideas),
            chosen_ideas=ideas.count(IdeaState.CHOSEN),
            votes=rows.scalar(votes.where(Poll.project_id == project_id)) or 0,
            follow_ups=len(follow_ups),
            open_follow_ups=sum(item.state in {FollowUpState.OPEN, FollowUpState.DOING} for item in follow_ups),
            overdue=sum(item.overdue(library.today()) for item in follow_ups),
            sus_mean=sus.score if sus else "",
            sus_respondents=sus.scored if sus else 0,
        )


def _latest_sus(rows: Session, project_id: UUID) -> FormResult | None:
    chosen = (
        select(EvaluationForm)
        .where(EvaluationForm.project_id == project_id, EvaluationForm.instrument == "sus")
        .where(EvaluationForm.state == FormState.CLOSED)
        .order_by(EvaluationForm.closed_at.desc())
        .limit(1)
    )
    form = rows.scalar(chosen)
    return published(result_of(rows, form)) if form else None
