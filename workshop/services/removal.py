"""Removing a whole project or session with all that hangs on it, children first."""

from uuid import UUID

from sqlalchemy import delete, select

from workshop.models.tables.evaluations import Answer, EvaluationForm
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.history import UndoStep
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.people import Attendance, Consent, Participant, RegisterLine
from workshop.models.tables.projects import CityService, Phase, Project, SupportItem
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Ballot, Poll, PollOption, VoterMark
from workshop.services.unit_of_work import UnitOfWork


def remove_project(work: UnitOfWork, project_id: UUID) -> None:
    """Delete the project and everything in it, and the undo steps, which could hold words of it."""
    polls = select(Poll.id).where(Poll.project_id == project_id).scalar_subquery()
    forms = select(EvaluationForm.id).where(EvaluationForm.project_id == project_id).scalar_subquery()
    people = select(Participant.id).where(Participant.project_id == project_id).scalar_subquery()
    sessions = select(LabSession.id).where(LabSession.project_id == project_id).scalar_subquery()
    phases = select(Phase.id).where(Phase.project_id == project_id).scalar_subquery()
    steps = [
        delete(FollowUp).where(FollowUp.project_id == project_id),
        delete(VoterMark).where(VoterMark.poll_id.in_(polls)),
        delete(Ballot).where(Ballot.poll_id.in_(polls)),
        delete(PollOption).where(PollOption.poll_id.in_(polls)),
        delete(Poll).where(Poll.project_id == project_id),
        delete(Answer).where(Answer.form_id.in_(forms)),
        delete(EvaluationForm).where(EvaluationForm.project_id == project_id),
        delete(Idea).where(Idea.project_id == project_id, Idea.merged_into_id.is_not(None)),
        delete(Idea).where(Idea.project_id == project_id),
        delete(Theme).where(Theme.project_id == project_id),
        delete(Attendance).where(Attendance.lab_session_id.in_(sessions)),
        delete(Consent).where(Consent.participant_id.in_(people)),
        delete(RegisterLine).where(RegisterLine.participant_id.in_(people)),
        delete(Participant).where(Participant.project_id == project_id),
        delete(Activity).where(Activity.lab_session_id.in_(sessions)),
        delete(LabSession).where(LabSession.project_id == project_id),
        delete(SupportItem).where(SupportItem.phase_id.in_(phases)),
        delete(Phase).where(Phase.project_id == project_id),
        delete(CityService).where(CityService.project_id == project_id),
        delete(Project).where(Project.id == project_id),
        delete(UndoStep),
    ]
    for step in steps:
        work.rows.execute(step)
    work.touch("project", "lab_session", "idea", "poll", "evaluation_form", "follow_up", "participant")
