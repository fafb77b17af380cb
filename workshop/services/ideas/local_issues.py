"""Local issues: what is wrong where, how it is known, and where it stands."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import ActivityKind, IssueCategory, IssueSource, IssueState, PictureKind
from workshop.models.errors import InputError, NotFoundError
from workshop.models.records.changes import Changed
from workshop.models.records.local_issues import LocalIssueRecord, MapPlace
from workshop.models.tables.follow_ups import FollowUp
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.observations import Observation
from workshop.models.tables.people import Participant
from workshop.models.tables.pictures import Picture
from workshop.models.tables.projects import Project
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.text import LONGEST_NOTE, optional_text, required_text
from workshop.services.ideas.pictures import detach_pictures
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

WHOLE = 10_000  # the width and the height of a map
_NO_TEXT = mark("Please write what is wrong first.")
_FIELD = {ActivityKind.OBSERVATION, ActivityKind.FIELD_WALK}


def list_issues(library: Library, *, project_id: UUID, session_id: UUID | None = None) -> tuple[LocalIssueRecord, ...]:
    """The local issues of a project, or those of one of its sessions, by number."""
    with library.read() as rows:
        conditions = [LocalIssue.project_id == project_id]
        if session_id is not None:
            conditions.append(LocalIssue.lab_session_id == session_id)
        return issue_records(rows, *conditions)


def add_issue(
    library: Library,
    *,
    project_id: UUID,
    text: str,
    session_id: UUID | None = None,
    activity_id: UUID | None = None,
    category: IssueCategory = IssueCategory.OTHER,
    place: str = "",
    on_map: MapPlace | None = None,
    source: IssueSource | None = None,
    source_note: str = "",
    author: UUID | None = None,
) -> Changed[LocalIssueRecord]:
    """Write down a local issue; `author` is a participant's id.

    Without an activity it belongs to the one its session is in. Where no source is given it was said in the session, but seen
    in the field during observations and field walks and outside sessions. Raises InputError for an empty or too long text.
    """
    with library.write("add local issue", undo=mark("New local issue"), session_id=session_id) as work:
        work.get(Project, project_id)
        session = work.get(LabSession, session_id) if session_id is not None else None
        activity_id = activity_id or (session.current_activity_id if session else None)
        issue = LocalIssue(
            project_id=project_id,
            lab_session_id=session_id,
            activity_id=activity_id,
            participant_id=author,
            number=next_issue_number(work.rows, project_id),
            text=_text(text),
            category=category,
            place=optional_text(place, longest=300),
            source=source or _usual_source(work.rows, session, activity_id),
            source_note=optional_text(source_note, longest=300),
            noted_at=work.now,
        )
        _put_on_map(work, issue, on_map)
        changed = work.changed(_record(work, work.add(issue)))
    return changed


def edit_issue(
    library: Library,
    *,
    issue_id: UUID,
    text: str | None = None,
    category: IssueCategory | None = None,
    place: str | None = None,
    on_map: tuple[MapPlace | None] | None = None,
    source: IssueSource | None = None,
    source_note: str | None = None,
    author: tuple[UUID | None] | None = None,
) -> Changed[LocalIssueRecord]:
    """Change what is given; `on_map` and `author` are a place and a participant's id, or none, in a tuple of one."""
    with library.write("edit local issue", undo=mark("Edit local issue")) as work:
        issue = the_issue(work, issue_id)
        issue.text = _text(text) if text is not None else issue.text
        issue.category = category or issue.category
        issue.place = optional_text(place, longest=300) if place is not None else issue.place
        issue.source = source or issue.source
        issue.source_note = optional_text(source_note, longest=300) if source_note is not None else issue.source_note
        issue.participant_id = author[0] if author is not None else issue.participant_id
        if on_map is not None:
            _put_on_map(work, issue, on_map[0])
        changed = work.changed(_record(work, issue))
    return changed


def place_issue(library: Library, *, issue_id: UUID, on_map: MapPlace | None) -> Changed[LocalIssueRecord]:
    """Put an issue at a place on a map, or take it off."""
    with library.write("place local issue", undo=mark("Place on the map")) as work:
        issue = the_issue(work, issue_id)
        _put_on_map(work, issue, on_map)
        changed = work.changed(_record(work, issue))
    return changed


def set_issue_state(
    library: Library, *, issue_id: UUID, state: IssueState, reason: str = ""
) -> Changed[LocalIssueRecord]:
    """Say where an issue stands; one is withdrawn only with a reason. `reason` may also tell how it was solved."""
    with library.write("set state of local issue", undo=mark("State of a local issue")) as work:
        issue = the_issue(work, issue_id)
        if state is IssueState.WITHDRAWN:
            missing = mark("Please give a reason for withdrawing the local issue.")
            told = required_text(reason, missing=missing, longest=LONGEST_NOTE)
        else:
            told = optional_text(reason)
        issue.state, issue.reason = state, told
        changed = work.changed(_record(work, issue))
    return changed


def remove_issue(library: Library, *, issue_id: UUID) -> Changed[None]:
    """Remove an issue with its photos; ideas and follow-ups that came from it stay, and observations that it was made of."""
    with library.write("remove local issue", undo=mark("Remove local issue")) as work:
        issue = the_issue(work, issue_id)
        for item in work.rows.scalars(select(FollowUp).where(FollowUp.local_issue_id == issue_id)):
            item.local_issue_id = None
        for observation in work.rows.scalars(select(Observation).where(Observation.local_issue_id == issue_id)):
            observation.local_issue_id = None
        work.remove(*detach_pictures(work, Picture.local_issue_id == issue_id))
        work.remove(issue)
        changed = work.changed(None)
    return changed


def the_issue(work: UnitOfWork, issue_id: UUID) -> LocalIssue:
    """The issue; the undo of what is done to it belongs to its session, where it has one."""
    issue = work.get(LocalIssue, issue_id)
    work.session_id = issue.lab_session_id
    return issue


def issue_records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[LocalIssueRecord, ...]:
    """The issues that meet the conditions, by number."""
    chosen = (
        select(LocalIssue, Participant.number)
        .outerjoin(Participant, Participant.id == LocalIssue.participant_id)
        .where(*conditions)
        .order_by(LocalIssue.number)
    )
    photos = _photos(rows, conditions)
    return tuple(
        LocalIssueRecord(
            issue.id, issue.project_id, issue.lab_session_id, issue.activity_id, issue.number, issue.text,
            issue.category, issue.place, _on_map(issue), issue.source, issue.source_note, issue.state, issue.reason,
            author, issue.noted_at, *photos.get(issue.id, (0, "")),
        )
        for issue, author in rows.execute(chosen)
    )  # fmt: skip


def _record(work: UnitOfWork, issue: LocalIssue) -> LocalIssueRecord:
    work.rows.flush()
    return issue_records(work.rows, LocalIssue.id == issue.id)[0]


def _photos(rows: Session, conditions: Sequence[ColumnElement[bool]]) -> dict[UUID, tuple[int, str]]:
    """How many pictures each issue has, and the content of the first."""
    chosen = (
        select(Picture.local_issue_id, Picture.content)
        .join(LocalIssue, LocalIssue.id == Picture.local_issue_id)
        .where(*conditions)
        .order_by(Picture.position, Picture.added_at, Picture.id)
    )
    found: dict[UUID, tuple[int, str]] = {}
    for issue_id, content in rows.execute(chosen):
        if issue_id is not None:
            number, first = found.get(issue_id, (0, content))
            found[issue_id] = (number + 1, first)
    return found


def _on_map(issue: LocalIssue) -> MapPlace | None:
    if issue.map_id is None or issue.map_x is None or issue.map_y is None:
        return None
    return MapPlace(issue.map_id, issue.map_x, issue.map_y)


def _put_on_map(work: UnitOfWork, issue: LocalIssue, place: MapPlace | None) -> None:
    """Keep a place; one beyond the edge of the map is at its edge."""
    if place is None:
        issue.map_id = issue.map_x = issue.map_y = None
        return
    picture = work.rows.get(Picture, place.map_id)
    if picture is None or picture.project_id != issue.project_id:
        raise NotFoundError(mark("This map is no longer there. Please choose another one."))
    if picture.kind is not PictureKind.MAP:
        raise InputError(mark("This picture is no map. Please add it as a map first."))
    issue.map_id, issue.map_x, issue.map_y = place.map_id, _within(place.x), _within(place.y)


def _within(length: int) -> int:
    return max(0, min(WHOLE, length))


def _text(text: str) -> str:
    return required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE)


def _usual_source(rows: Session, session: LabSession | None, activity_id: UUID | None) -> IssueSource:
    if session is None:
        return IssueSource.OBSERVATION
    activity = rows.get(Activity, activity_id) if activity_id is not None else None
    return IssueSource.OBSERVATION if activity is not None and activity.kind in _FIELD else IssueSource.SESSION


def next_issue_number(rows: Session, project_id: UUID) -> int:
    """The number of the next local issue of a project."""
    return (rows.scalar(select(func.max(LocalIssue.number)).where(LocalIssue.project_id == project_id)) or 0) + 1
