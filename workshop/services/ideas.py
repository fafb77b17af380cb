"""Ideas: written down in a moment, edited, gathered under themes, merged with a trail, withdrawn with a reason."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import Channel, IdeaState, SessionState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaBoard, IdeaRecord, ThemeRecord
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.people import Participant
from workshop.models.tables.sessions import LabSession
from workshop.models.text import LONGEST_NOTE, clean_text, required_text
from workshop.services.library import Library
from workshop.services.unit_of_work import UnitOfWork

_NO_TEXT = mark("Please write the idea first.")


def idea_board(library: Library, *, session_id: UUID | None = None, project_id: UUID | None = None) -> IdeaBoard:
    """The ideas of a session, or of a whole project, with the project's themes, both in order."""
    with library.read() as rows:
        if session_id is not None:
            session = rows.get(LabSession, session_id)
            project_id = session.project_id if session else project_id
        condition = Idea.lab_session_id == session_id if session_id is not None else Idea.project_id == project_id
        ideas = _records(rows, condition)
        return IdeaBoard(_themes(rows, project_id, ideas), ideas)


def search_ideas(library: Library, *, project_id: UUID, words: str) -> tuple[IdeaRecord, ...]:
    """The ideas that hold every word, in any case; a single Korean syllable finds what it is part of."""
    parts = clean_text(words).split()
    with library.read() as rows:
        conditions = [Idea.text.icontains(part, autoescape=True) for part in parts]
        return _records(rows, Idea.project_id == project_id, *conditions) if parts else ()


def add_idea(
    library: Library,
    *,
    session_id: UUID,
    text: str,
    author: UUID | None = None,
    activity_id: UUID | None = None,
    theme_id: UUID | None = None,
    channel: Channel = Channel.CONSOLE,
) -> Changed[IdeaRecord]:
    """Write down an idea at the end of its tray; `author` is a participant's id.

    Without an activity it belongs to the one the session is in. Raises InputError for an empty or too long text.
    """
    with library.write("add idea", undo=mark("New idea"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        if session.state is SessionState.CLOSED:
            raise RefusedError(mark("This session is closed. New ideas belong to the next one."))
        last = work.rows.scalar(select(func.max(Idea.number)).where(Idea.lab_session_id == session_id)) or 0
        idea = work.add(
            Idea(
                project_id=session.project_id,
                lab_session_id=session_id,
                activity_id=activity_id or session.current_activity_id,
                participant_id=author,
                theme_id=theme_id,
                number=last + 1,
                position=_next_position(work.rows, session.project_id, theme_id),
                text=required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE),
                channel=channel,
                written_at=work.now,
            )
        )
        changed = work.changed(_record(work.rows, idea))
    return changed


def edit_idea(library: Library, *, idea_id: UUID, text: str) -> Changed[IdeaRecord]:
    """Change the words of an idea."""
    with library.write("edit idea", undo=mark("Edit idea")) as work:
        idea = _idea(work, idea_id)
        idea.text = required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE)
        changed = work.changed(_record(work.rows, idea))
    return changed


def place_idea(
    library: Library, *, idea_id: UUID, theme_id: UUID | None, position: int | None = None
) -> Changed[IdeaRecord]:
    """Put an idea under a theme, or back into the unsorted tray, at a place counted from 0 or at the end."""
    with library.write("sort idea", undo=mark("Sort idea")) as work:
        idea = _idea(work, idea_id)
        chosen = (
            select(Idea)
            .where(Idea.project_id == idea.project_id, Idea.theme_id == theme_id, Idea.id != idea_id)
            .order_by(Idea.position, Idea.number)
        )
        tray = list(work.rows.scalars(chosen))
        tray.insert(len(tray) if position is None else max(0, position), idea)
        idea.theme_id = theme_id
        for place, other in enumerate(tray):
            other.position = place
        changed = work.changed(_record(work.rows, idea))
    return changed


def choose_idea(library: Library, *, idea_id: UUID, chosen: bool) -> Changed[IdeaRecord]:
    """Mark an idea as chosen to be followed, or take that back; raises RefusedError for a merged or withdrawn one."""
    with library.write("choose idea", undo=mark("Choose idea")) as work:
        idea = _idea(work, idea_id)
        if idea.state not in {IdeaState.OPEN, IdeaState.CHOSEN}:
            raise RefusedError(mark("A merged or withdrawn idea cannot be chosen."))
        idea.state = IdeaState.CHOSEN if chosen else IdeaState.OPEN
        changed = work.changed(_record(work.rows, idea))
    return changed


def withdraw_idea(library: Library, *, idea_id: UUID, reason: str) -> Changed[IdeaRecord]:
    """Withdraw an idea with a reason; it is kept and shown as withdrawn."""
    with library.write("withdraw idea", undo=mark("Withdraw idea")) as work:
        idea = _idea(work, idea_id)
        idea.reason = required_text(reason, missing=mark("Please give a reason for withdrawing the idea."))
        idea.state = IdeaState.WITHDRAWN
        changed = work.changed(_record(work.rows, idea))
    return changed


def restore_idea(library: Library, *, idea_id: UUID) -> Changed[IdeaRecord]:
    """Bring a withdrawn idea back."""
    with library.write("restore idea", undo=mark("Restore idea")) as work:
        idea = _idea(work, idea_id)
        if idea.state is IdeaState.WITHDRAWN:
            idea.state, idea.reason = IdeaState.OPEN, ""
        changed = work.changed(_record(work.rows, idea))
    return changed


def merge_ideas(library: Library, *, into_id: UUID, idea_ids: Sequence[UUID]) -> Changed[IdeaRecord]:
    """Merge ideas into another: they keep their words and authors under it.

    What had been merged into one of them goes along. Raises InputError where nothing is left to merge.
    """
    with library.write("merge ideas", undo=mark("Merge ideas")) as work:
        target = _idea(work, into_id)
        if target.state is IdeaState.MERGED:
            raise RefusedError(mark("This idea is itself merged into another one."))
        others = [_idea(work, idea_id) for idea_id in idea_ids if idea_id != into_id]
        if not others:
            raise InputError(mark("Choose at least two ideas to merge."))
        for other in others:
            for earlier in work.rows.scalars(select(Idea).where(Idea.merged_into_id == other.id)):
                earlier.merged_into_id = target.id
            other.state, other.merged_into_id, other.theme_id = IdeaState.MERGED, target.id, target.theme_id
        changed = work.changed(_record(work.rows, target))
    return changed


def unmerge_idea(library: Library, *, idea_id: UUID) -> Changed[IdeaRecord]:
    """Let a merged idea stand for itself again."""
    with library.write("unmerge idea", undo=mark("Unmerge idea")) as work:
        idea = _idea(work, idea_id)
        if idea.state is IdeaState.MERGED:
            idea.state, idea.merged_into_id = IdeaState.OPEN, None
        changed = work.changed(_record(work.rows, idea))
    return changed


def _idea(work: UnitOfWork, idea_id: UUID) -> Idea:
    """The idea; the undo of what is done to it belongs to its session."""
    idea = work.get(Idea, idea_id)
    work.session_id = idea.lab_session_id
    return idea


def _next_position(rows: Session, project_id: UUID, theme_id: UUID | None) -> int:
    chosen = select(func.max(Idea.position)).where(Idea.project_id == project_id, Idea.theme_id == theme_id)
    last = rows.scalar(chosen)
    return 0 if last is None else last + 1


def _records(rows: Session, *conditions: ColumnElement[bool]) -> tuple[IdeaRecord, ...]:
    chosen = (
        select(Idea, Participant.number)
        .outerjoin(Participant, Participant.id == Idea.participant_id)
        .where(*conditions)
        .order_by(Idea.position, Idea.written_at, Idea.number)
    )
    found = list(rows.execute(chosen))
    merged: dict[UUID, int] = {}
    for idea, _author in found:
        if idea.merged_into_id is not None:
            merged[idea.merged_into_id] = merged.get(idea.merged_into_id, 0) + 1
    return tuple(_as_record(idea, author, merged.get(idea.id, 0)) for idea, author in found)


def _record(rows: Session, idea: Idea) -> IdeaRecord:
    rows.flush()
    author = rows.get(Participant, idea.participant_id) if idea.participant_id else None
    merged = rows.scalar(select(func.count()).select_from(Idea).where(Idea.merged_into_id == idea.id)) or 0
    return _as_record(idea, author.number if author else None, merged)


def _as_record(idea: Idea, author: int | None, merged: int) -> IdeaRecord:
    return IdeaRecord(
        idea.id, idea.project_id, idea.lab_session_id, idea.activity_id, idea.number, idea.text, author,
        idea.theme_id, idea.position, idea.state, idea.merged_into_id, merged, idea.reason, idea.channel,
        idea.written_at,
    )  # fmt: skip


def _themes(rows: Session, project_id: UUID | None, ideas: Sequence[IdeaRecord]) -> tuple[ThemeRecord, ...]:
    live = [idea.theme_id for idea in ideas if IdeaBoard.is_live(idea)]
    chosen = select(Theme).where(Theme.project_id == project_id).order_by(Theme.position)
    return tuple(theme.record(ideas=live.count(theme.id)) for theme in rows.scalars(chosen))
