"""Removing a whole project or session with all that hangs on it, children first."""

from uuid import UUID

from sqlalchemy import delete, select, update

from workshop.models.tables.archives import SetAside, TakenIn
from workshop.models.tables.evaluations import Answer, AnswerPlace, AnswerTheme, EvaluationForm
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.history import UndoStep
from workshop.models.tables.ideas import Idea, IdeaSupport, Theme
from workshop.models.tables.indicators import Indicator, IndicatorReading, ReadingVersion
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.notes import DiscussionNote, NoteWording
from workshop.models.tables.observations import FieldShift, Observation
from workshop.models.tables.people import Attendance, Consent, Membership, Organization, Participant, RegisterLine
from workshop.models.tables.personal_decisions import PersonalDecision
from workshop.models.tables.pictures import Picture
from workshop.models.tables.pilots import Pilot, PilotCheckpoint, PilotMeasure
from workshop.models.tables.projects import CityService, Phase, Project, SupportItem
from workshop.models.tables.proposals import Proposal, ProposalIdea
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.tables.votes import Ballot, NamedBallot, Poll, PollOption, VoterMark
from workshop.services.ideas.pictures import sweep_contents
from workshop.services.keeping.unit_of_work import UnitOfWork


def remove_project(work: UnitOfWork, project_id: UUID) -> None:
    """Delete the project and everything in it, the files of its photos, and the undo steps, which could hold words of it."""
    polls = select(Poll.id).where(Poll.project_id == project_id).scalar_subquery()
    forms = select(EvaluationForm.id).where(EvaluationForm.project_id == project_id).scalar_subquery()
    answer_themes = select(AnswerTheme.id).where(AnswerTheme.form_id.in_(forms)).scalar_subquery()
    people = select(Participant.id).where(Participant.project_id == project_id).scalar_subquery()
    sessions = select(LabSession.id).where(LabSession.project_id == project_id).scalar_subquery()
    ideas = select(Idea.id).where(Idea.project_id == project_id).scalar_subquery()
    notes = select(DiscussionNote.id).where(DiscussionNote.project_id == project_id).scalar_subquery()
    phases = select(Phase.id).where(Phase.project_id == project_id).scalar_subquery()
    pilots = select(Pilot.id).where(Pilot.project_id == project_id).scalar_subquery()
    indicators = select(Indicator.id).where(Indicator.project_id == project_id).scalar_subquery()
    readings = select(IndicatorReading.id).where(IndicatorReading.indicator_id.in_(indicators)).scalar_subquery()
    steps = [
        delete(PersonalDecision).where(PersonalDecision.project_id == project_id),
        delete(FollowUp).where(FollowUp.project_id == project_id),
        delete(PilotCheckpoint).where(PilotCheckpoint.pilot_id.in_(pilots)),
        delete(PilotMeasure).where(PilotMeasure.pilot_id.in_(pilots)),
        delete(Pilot).where(Pilot.project_id == project_id),
        delete(ReadingVersion).where(ReadingVersion.reading_id.in_(readings)),
        delete(IndicatorReading).where(IndicatorReading.indicator_id.in_(indicators)),
        delete(Indicator).where(Indicator.project_id == project_id),
        delete(VoterMark).where(VoterMark.poll_id.in_(polls)),
        delete(Ballot).where(Ballot.poll_id.in_(polls)),
        delete(NamedBallot).where(NamedBallot.poll_id.in_(polls)),
        delete(PollOption).where(PollOption.poll_id.in_(polls)),
        delete(Poll).where(Poll.project_id == project_id),
        delete(AnswerPlace).where(AnswerPlace.theme_id.in_(answer_themes)),
        delete(AnswerTheme).where(AnswerTheme.form_id.in_(forms)),
        delete(Answer).where(Answer.form_id.in_(forms)),
        delete(EvaluationForm).where(EvaluationForm.project_id == project_id),
        delete(NoteWording).where(NoteWording.note_id.in_(notes)),
        delete(DiscussionNote).where(DiscussionNote.project_id == project_id),
        delete(ProposalIdea).where(ProposalIdea.idea_id.in_(ideas)),
        delete(Proposal).where(Proposal.project_id == project_id),
        update(Picture).where(Picture.project_id == project_id).values(cut_from_id=None),
        delete(Picture).where(Picture.project_id == project_id),
        delete(Observation).where(Observation.project_id == project_id),
        delete(FieldShift).where(FieldShift.project_id == project_id),
        delete(LocalIssue).where(LocalIssue.project_id == project_id),
        delete(IdeaSupport).where(IdeaSupport.idea_id.in_(ideas)),
        update(Idea).where(Idea.project_id == project_id).values(merged_into_id=None, split_from_id=None),
        delete(Idea).where(Idea.project_id == project_id),
        delete(Theme).where(Theme.project_id == project_id),
        delete(Attendance).where(Attendance.lab_session_id.in_(sessions)),
        delete(Consent).where(Consent.participant_id.in_(people)),
        delete(RegisterLine).where(RegisterLine.participant_id.in_(people)),
        delete(Membership).where(Membership.participant_id.in_(people)),
        delete(Organization).where(Organization.project_id == project_id),
        delete(Participant).where(Participant.project_id == project_id),
        delete(Activity).where(Activity.lab_session_id.in_(sessions)),
        delete(LabSession).where(LabSession.project_id == project_id),
        delete(SupportItem).where(SupportItem.phase_id.in_(phases)),
        delete(Phase).where(Phase.project_id == project_id),
        delete(CityService).where(CityService.project_id == project_id),
        delete(Project).where(Project.id == project_id),
        delete(SetAside).where(SetAside.project_id == project_id),
        delete(TakenIn).where(TakenIn.project_id == project_id),
        delete(UndoStep),
    ]
    for step in steps:
        work.rows.execute(step)
    sweep_contents(work.rows)
    work.touch("project", "lab_session", "idea", "poll", "evaluation_form", "follow_up", "participant")
