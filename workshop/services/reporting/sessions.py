"""A session gathered: everything that was said, counted and decided in it, and the result of each of its votes."""

from collections.abc import Container
from uuid import UUID

from workshop.models.enums import IdeaState, PictureKind
from workshop.models.records.ideas import IdeaBoard
from workshop.models.records.proposals import ProposalRecord
from workshop.models.records.report_extracts import PollSheet
from workshop.models.records.report_options import ReportOptions, Section
from workshop.models.records.reports import PollReport, ReportPhoto, SessionReport
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.ideas.ideas import idea_board
from workshop.services.ideas.local_issues import list_issues
from workshop.services.ideas.notes import list_notes
from workshop.services.ideas.pictures import list_pictures
from workshop.services.ideas.proposals import list_proposals
from workshop.services.keeping.library import Library
from workshop.services.people.attendance import list_attendance
from workshop.services.projects.follow_ups import list_follow_ups
from workshop.services.projects.phases import list_phases
from workshop.services.projects.projects import get_project
from workshop.services.reporting.data import sealed
from workshop.services.reporting.gathering import (
    count_attendance,
    forms_of,
    latest_wording,
    nameless,
    photos_of,
    polls_of,
    unsigned,
    utc_offset_of,
)
from workshop.services.sessions.lab_sessions import session_plan
from workshop.services.voting.polls import get_poll, list_polls


def gather_session_report(library: Library, *, session_id: UUID, options: ReportOptions | None = None) -> SessionReport:
    """Everything of a session as of now, without names and authors; raises NotFoundError."""
    options = options or ReportOptions()
    plan = session_plan(library, session_id=session_id)
    session = plan.session
    phases = list_phases(library, project_id=session.project_id)
    board = idea_board(library, session_id=session_id)
    issues = list_issues(library, project_id=session.project_id, session_id=session_id)
    photos = _photos(library, session, board, {each.id: each.number for each in issues}, options)
    notes = list_notes(library, project_id=session.project_id, session_id=session_id)
    return sealed(
        SessionReport(
            project=get_project(library, project_id=session.project_id),
            phase=next(phase for phase in phases if phase.id == session.phase_id),
            session=session,
            activities=plan.activities,
            attendance=count_attendance(list_attendance(library, session_id=session_id), options),
            board=nameless(board, only_used=True),
            polls=polls_of(library, list_polls(library, session_id=session_id), session),
            forms=forms_of(library, list_forms(library, session_id=session_id), options, photos=True),
            follow_ups=list_follow_ups(library, session_id=session_id),
            utc_offset=utc_offset_of(session, library),
            checksum="",
            notes=latest_wording(notes),
            issues=unsigned(issues),
            proposals=_proposals(library, session, {note.proposal_id for note in notes}),
            photos=photos,
        )
    )


def gather_poll_sheet(library: Library, *, poll_id: UUID) -> PollSheet:
    """The result of one vote with the decisions taken on it; raises NotFoundError."""
    poll = get_poll(library, poll_id=poll_id)
    session = session_plan(library, session_id=poll.lab_session_id).session
    polls = [each.id for each in list_polls(library, session_id=session.id)]
    phases = list_phases(library, project_id=session.project_id)
    opened = polls_of(library, [poll], session)
    return sealed(
        PollSheet(
            project=get_project(library, project_id=session.project_id),
            phase=next(phase for phase in phases if phase.id == session.phase_id),
            session=session,
            document_number=f"{session.document_number}-V{polls.index(poll_id) + 1}",
            poll=opened[0] if opened else PollReport(poll, None),
            follow_ups=tuple(
                item for item in list_follow_ups(library, project_id=session.project_id) if item.poll_id == poll_id
            ),
            utc_offset=utc_offset_of(session, library),
            checksum="",
        )
    )


def _proposals(
    library: Library, session: LabSessionRecord, discussed: Container[UUID | None]
) -> tuple[ProposalRecord, ...]:
    """The proposals that were made or discussed in a session."""
    proposals = list_proposals(library, project_id=session.project_id)
    return tuple(each for each in proposals if each.lab_session_id == session.id or each.id in discussed)


def _photos(
    library: Library, session: LabSessionRecord, board: IdeaBoard, issues: dict[UUID, int], options: ReportOptions
) -> tuple[ReportPhoto, ...]:
    """The photos of a session but those of ideas that were withdrawn."""
    if not options.shows(Section.PHOTOS):
        return ()
    ideas = {idea.id: idea.number for idea in board.ideas if idea.state is not IdeaState.WITHDRAWN}
    pictures = list_pictures(library, session_id=session.id, kind=PictureKind.PHOTO)
    shown = [picture for picture in pictures if picture.idea_id is None or picture.idea_id in ideas]
    return photos_of(library, shown, ideas, issues)
