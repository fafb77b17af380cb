"""What local issues led to: ideas in sessions, and follow-ups of departments.

The key of an idea that comes from an issue is made from the keys of the issue and of the session. So each leads to the other
without anything that could be lost, an issue becomes one idea of a session, and two laptops that do the same make the same.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import Channel, FollowUpKind, IssueState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.ideas import Idea
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.observations import Observation
from workshop.models.tables.pictures import Picture
from workshop.models.tables.sessions import LabSession
from workshop.models.text import LONGEST_NOTE, optional_text, required_text
from workshop.services.ideas.idea_rows import idea_record, idea_records
from workshop.services.ideas.ideas import idea_text, next_number, open_session, put_under
from workshop.services.ideas.local_issues import issue_records, the_issue
from workshop.services.ideas.pictures import copy_pictures
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class IssueLinks:
    """What became of a local issue, and the observations it was made of by key and words."""

    ideas: tuple[IdeaRecord, ...] = ()
    follow_ups: tuple[FollowUpRecord, ...] = ()
    observations: tuple[tuple[UUID, int, str], ...] = ()


def issue_links(library: Library, *, project_id: UUID) -> dict[UUID, IssueLinks]:
    """What became of the local issues of a project, by the id of the issue; those that led to nothing are left out."""
    with library.read() as rows:
        issues = rows.scalars(select(LocalIssue.id).where(LocalIssue.project_id == project_id)).all()
        sessions = rows.scalars(select(LabSession.id).where(LabSession.project_id == project_id)).all()
        origins = {idea_key(issue, session): issue for issue in issues for session in sessions}
        known = rows.scalars(select(Idea.id).where(Idea.project_id == project_id))
        made = [key for key in known if key in origins]
        found: dict[UUID, IssueLinks] = {}

        def add(issue_id: UUID | None, **more: Any) -> None:
            if issue_id is not None:
                links = found.get(issue_id, IssueLinks())
                found[issue_id] = replace(links, **{name: (*getattr(links, name), one) for name, one in more.items()})

        for idea in idea_records(rows, Idea.id.in_(made)) if made else ():
            add(origins[idea.id], ideas=idea)
        chosen = select(FollowUp).where(FollowUp.project_id == project_id, FollowUp.local_issue_id.is_not(None))
        for item in rows.scalars(chosen.order_by(FollowUp.due_on, FollowUp.text, FollowUp.id)):
            add(item.local_issue_id, follow_ups=item.record())
        seen = select(Observation).where(Observation.local_issue_id.in_(issues)).order_by(Observation.number)
        for one in rows.scalars(seen):
            add(one.local_issue_id, observations=(one.id, one.number, one.text))
        return found


def issue_of_idea(library: Library, *, idea_id: UUID) -> LocalIssueRecord | None:
    """The local issue an idea came from, if it came from one."""
    with library.read() as rows:
        idea = rows.get(Idea, idea_id)
        if idea is None:
            return None
        issues = rows.scalars(select(LocalIssue.id).where(LocalIssue.project_id == idea.project_id))
        origin = next((key for key in issues if idea_key(key, idea.lab_session_id) == idea_id), None)
        return issue_records(rows, LocalIssue.id == origin)[0] if origin is not None else None


def idea_from_issue(library: Library, *, issue_id: UUID, session_id: UUID) -> Changed[IdeaRecord]:
    """Bring an issue into a session as an idea, with its photos; who told of it is the author of the idea.

    Raises RefusedError for a closed session, a withdrawn issue, and an issue that is an idea of the session already.
    """
    with library.write("idea from local issue", undo=mark("Idea from a local issue"), session_id=session_id) as work:
        session, issue = open_session(work, session_id), _live_issue(work, issue_id)
        key = idea_key(issue.id, session.id)
        if work.rows.get(Idea, key) is not None:
            raise RefusedError(mark("This local issue is among the ideas of the session already."))
        idea = work.add(
            Idea(
                id=key,
                project_id=session.project_id,
                lab_session_id=session.id,
                activity_id=session.current_activity_id,
                participant_id=issue.participant_id,
                number=next_number(work.rows, session.id),
                position=0,
                text=idea_text(words_of(issue)),
                channel=Channel.CONSOLE,
                written_at=work.now,
            )
        )
        put_under(work, [idea], None)
        chosen = select(Picture).where(Picture.local_issue_id == issue.id)
        photos = work.rows.scalars(chosen.order_by(Picture.position, Picture.added_at)).all()
        copy_pictures(work, photos, idea_id=idea.id)
        work.session_id = session_id
        changed = work.changed(idea_record(work, idea))
    return changed


def follow_up_from_issue(
    library: Library,
    *,
    issue_id: UUID,
    text: str | None = None,
    department: str = "",
    responsible: str = "",
    due_on: date | None = None,
    session_id: UUID | None = None,
) -> Changed[FollowUpRecord]:
    """Hand an issue to a department as a thing to do; without a text it is in the words of the issue.

    Raises RefusedError for a withdrawn issue.
    """
    with library.write("follow-up from local issue", undo=mark("Follow-up of a local issue")) as work:
        issue = _live_issue(work, issue_id)
        work.session_id = session_id
        missing = mark("Please write what was decided or is to be done.")
        item = work.add(
            FollowUp(
                project_id=issue.project_id,
                lab_session_id=session_id,
                kind=FollowUpKind.ACTION,
                text=required_text(words_of(issue) if text is None else text, missing=missing, longest=LONGEST_NOTE),
                department=optional_text(department, longest=300),
                responsible=optional_text(responsible, longest=300),
                due_on=due_on,
                local_issue_id=issue.id,
            )
        )
        changed = work.changed(item.record())
    return changed


def idea_key(issue_id: UUID, session_id: UUID) -> UUID:
    """The key of the idea that an issue becomes in a session (a UUID of version 5)."""
    return uuid5(issue_id, session_id.hex)


def words_of(issue: LocalIssue | LocalIssueRecord) -> str:
    """What is wrong and where in one text, as far as an idea can hold both."""
    both = f"{issue.text} ({issue.place})"
    return both if issue.place and issue.place not in issue.text and len(both) <= LONGEST_NOTE else issue.text


def _live_issue(work: UnitOfWork, issue_id: UUID) -> LocalIssue:
    issue = the_issue(work, issue_id)
    if issue.state is IssueState.WITHDRAWN:
        raise RefusedError(mark("This local issue is withdrawn."))
    return issue
