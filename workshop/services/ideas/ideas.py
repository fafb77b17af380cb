"""Ideas: written down in a moment, edited, gathered under themes, chosen, withdrawn with a reason."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import ActivityKind, Channel, IdeaState, SessionState
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaBoard, IdeaRecord, ThemeRecord
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.sessions import Activity, LabSession
from workshop.models.text import LONGEST_NOTE, required_text
from workshop.services.ideas.idea_rows import idea_record, idea_records, people_under, records_of
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

GAP = 1024  # between the positions of neighbours, so that an idea put between two of them changes no other row
_NO_TEXT = mark("Please write the idea first.")


def idea_board(library: Library, *, session_id: UUID | None = None, project_id: UUID | None = None) -> IdeaBoard:
    """The ideas of a session, or of a whole project, with the project's themes, both in order."""
    with library.read() as rows:
        if session_id is not None:
            session = rows.get(LabSession, session_id)
            project_id = session.project_id if session else project_id
        condition = Idea.lab_session_id == session_id if session_id is not None else Idea.project_id == project_id
        ideas = idea_records(rows, condition)
        return IdeaBoard(_themes(rows, project_id, ideas), ideas)


def count_people(library: Library, *, project_id: UUID, session_id: UUID | None = None) -> dict[UUID | None, int]:
    """How many people stand behind the ideas of each theme, and of the unsorted tray (None), everybody once in each."""
    condition = Idea.lab_session_id == session_id if session_id is not None else Idea.project_id == project_id
    with library.read() as rows:
        return people_under(rows, condition)


def add_idea(
    library: Library,
    *,
    session_id: UUID,
    text: str,
    author: UUID | None = None,
    activity_id: UUID | None = None,
    theme_id: UUID | None = None,
    channel: Channel = Channel.CONSOLE,
    hidden: bool | None = None,
) -> Changed[IdeaRecord]:
    """Write down an idea at the end of its tray; `author` is a participant's id.

    Without an activity it belongs to the one the session is in. `hidden` keeps it from the room until it is revealed; where
    nothing is said, silent writing hides. Raises InputError for an empty or too long text.
    """
    with library.write("add idea", undo=mark("New idea"), session_id=session_id) as work:
        session = open_session(work, session_id)
        idea = Pen(work, session).write(
            text, author=author, activity_id=activity_id, theme_id=theme_id, channel=channel, hidden=hidden
        )
        changed = work.changed(idea_record(work, idea))
    return changed


def add_ideas(
    library: Library,
    *,
    session_id: UUID,
    texts: Sequence[str],
    author: UUID | None = None,
    theme_id: UUID | None = None,
    channel: Channel = Channel.CONSOLE,
) -> Changed[tuple[IdeaRecord, ...]]:
    """Write down several ideas at once, all or none; one undo takes them back. Raises InputError as for a single one."""
    with library.write("add ideas", undo=mark("{n} new ideas", n=len(texts)), session_id=session_id) as work:
        session = open_session(work, session_id)
        if not texts:
            raise InputError(_NO_TEXT)
        pen = Pen(work, session)
        made = [pen.write(text, author=author, theme_id=theme_id, channel=channel) for text in texts]
        changed = work.changed(records_of(work, made))
    return changed


class Pen:
    """Writes down ideas in a session within another verb; what they share is asked of the database once."""

    def __init__(self, work: UnitOfWork, session: LabSession) -> None:
        self._work, self._session = work, session
        self._number = next_number(work.rows, session.id)
        self._positions: dict[UUID | None, int] = {}
        self._hides: dict[UUID | None, bool] = {}

    def write(
        self,
        text: str,
        *,
        author: UUID | None = None,
        activity_id: UUID | None = None,
        theme_id: UUID | None = None,
        channel: Channel = Channel.CONSOLE,
        hidden: bool | None = None,
    ) -> Idea:
        """The row of a new idea; as `add_idea` says."""
        work, session = self._work, self._session
        activity_id = activity_id or session.current_activity_id
        if theme_id not in self._positions:
            self._positions[theme_id] = _next_position(work.rows, session.project_id, theme_id)
        if activity_id not in self._hides:
            self._hides[activity_id] = _hides(work.rows, activity_id)
        idea = Idea(
            project_id=session.project_id,
            lab_session_id=session.id,
            activity_id=activity_id,
            participant_id=author,
            theme_id=theme_id,
            number=self._number,
            position=self._positions[theme_id],
            text=idea_text(text),
            channel=channel,
            written_at=work.now,
            hidden=self._hides[activity_id] if hidden is None else hidden,
        )
        self._number += 1
        self._positions[theme_id] += GAP
        return work.add(idea)


def edit_idea(library: Library, *, idea_id: UUID, text: str) -> Changed[IdeaRecord]:
    """Change the words of an idea."""
    with library.write("edit idea", undo=mark("Edit idea")) as work:
        idea = the_idea(work, idea_id)
        idea.text = idea_text(text)
        changed = work.changed(idea_record(work, idea))
    return changed


def place_idea(
    library: Library, *, idea_id: UUID, theme_id: UUID | None, position: int | None = None
) -> Changed[IdeaRecord]:
    """Put an idea under a theme, or back into the unsorted tray, at a place counted from 0 or at the end."""
    placed = place_ideas(library, idea_ids=[idea_id], theme_id=theme_id, position=position)
    return Changed(placed.record[0], placed.touched, placed.undo)


def place_ideas(
    library: Library, *, idea_ids: Sequence[UUID], theme_id: UUID | None, position: int | None = None
) -> Changed[tuple[IdeaRecord, ...]]:
    """Put ideas under a theme, or back into the unsorted tray, one after the other at a place counted from 0 or at the end."""
    words = mark("Sort idea") if len(idea_ids) == 1 else mark("Sort {n} ideas", n=len(idea_ids))
    with library.write("sort ideas", undo=words) as work:
        ideas = [the_idea(work, idea_id) for idea_id in idea_ids]
        if not ideas:
            raise InputError(mark("Choose an idea first."))
        put_under(work, ideas, theme_id, place=position)
        changed = work.changed(records_of(work, ideas))
    return changed


def put_under(work: UnitOfWork, ideas: Sequence[Idea], theme_id: UUID | None, *, place: int | None = None) -> None:
    """Put ideas under a theme within another verb, at a place counted from 0 or at the end."""
    moving = {idea.id for idea in ideas}
    tray = [idea for idea in work.rows.scalars(_tray(ideas[0].project_id, theme_id)) if idea.id not in moving]
    put_into(tray, ideas, len(tray) if place is None else max(0, min(place, len(tray))))
    for idea in ideas:
        idea.theme_id = theme_id


def put_beside(work: UnitOfWork, ideas: Sequence[Idea], other: Idea) -> None:
    """Put ideas directly after another one."""
    moving = {idea.id for idea in ideas}
    tray = [idea for idea in work.rows.scalars(_tray(other.project_id, other.theme_id)) if idea.id not in moving]
    put_into(tray, ideas, tray.index(other) + 1)


def put_into(tray: Sequence[Idea], ideas: Sequence[Idea], place: int) -> None:
    """Give ideas positions between those of a tray; the others keep theirs as long as there is room between them."""
    low = tray[place - 1].position if place else (tray[0].position - GAP * (len(ideas) + 1) if tray else -GAP)
    step = GAP if place == len(tray) else (tray[place].position - low) // (len(ideas) + 1)
    if step > 0:
        for number, idea in enumerate(ideas, 1):
            idea.position = low + step * number
        return
    for number, idea in enumerate((*tray[:place], *ideas, *tray[place:])):
        idea.position = number * GAP


def _tray(project_id: UUID, theme_id: UUID | None) -> Select[Idea]:
    chosen = select(Idea).where(Idea.project_id == project_id, Idea.theme_id == theme_id)
    return chosen.order_by(Idea.position, Idea.written_at, Idea.number)


def choose_idea(library: Library, *, idea_id: UUID, chosen: bool) -> Changed[IdeaRecord]:
    """Mark an idea as chosen to be followed, or take that back; raises RefusedError for a merged or withdrawn one."""
    made = choose_ideas(library, idea_ids=[idea_id], chosen=chosen)
    return Changed(made.record[0], made.touched, made.undo)


def choose_ideas(library: Library, *, idea_ids: Sequence[UUID], chosen: bool) -> Changed[tuple[IdeaRecord, ...]]:
    """Mark ideas as chosen to be followed, or take that back; raises RefusedError for a merged or withdrawn one."""
    with library.write("choose ideas", undo=mark("Choose idea")) as work:
        ideas = [the_idea(work, idea_id) for idea_id in idea_ids]
        for idea in ideas:
            if idea.state not in {IdeaState.OPEN, IdeaState.CHOSEN}:
                raise RefusedError(mark("A merged or withdrawn idea cannot be chosen."))
            idea.state = IdeaState.CHOSEN if chosen else IdeaState.OPEN
        changed = work.changed(records_of(work, ideas))
    return changed


def withdraw_idea(library: Library, *, idea_id: UUID, reason: str) -> Changed[IdeaRecord]:
    """Withdraw an idea with a reason; it is kept and shown as withdrawn."""
    made = withdraw_ideas(library, idea_ids=[idea_id], reason=reason)
    return Changed(made.record[0], made.touched, made.undo)


def withdraw_ideas(library: Library, *, idea_ids: Sequence[UUID], reason: str) -> Changed[tuple[IdeaRecord, ...]]:
    """Withdraw ideas with a reason; they are kept and shown as withdrawn. Raises RefusedError for a merged one."""
    with library.write("withdraw ideas", undo=mark("Withdraw idea")) as work:
        told = required_text(
            reason, missing=mark("Please give a reason for withdrawing the idea."), longest=LONGEST_NOTE
        )
        ideas = [the_idea(work, idea_id) for idea_id in idea_ids]
        for idea in ideas:
            if idea.state is IdeaState.MERGED:
                raise RefusedError(mark("A merged idea cannot be withdrawn. Unmerge it first."))
            idea.reason, idea.state = told, IdeaState.WITHDRAWN
        changed = work.changed(records_of(work, ideas))
    return changed


def restore_idea(library: Library, *, idea_id: UUID) -> Changed[IdeaRecord]:
    """Bring a withdrawn idea back."""
    made = restore_ideas(library, idea_ids=[idea_id])
    return Changed(made.record[0], made.touched, made.undo)


def restore_ideas(library: Library, *, idea_ids: Sequence[UUID]) -> Changed[tuple[IdeaRecord, ...]]:
    """Bring withdrawn ideas back, in one undo step."""
    with library.write("restore ideas", undo=mark("Restore idea")) as work:
        ideas = [the_idea(work, idea_id) for idea_id in idea_ids]
        for idea in ideas:
            if idea.state is IdeaState.WITHDRAWN:
                idea.state, idea.reason = IdeaState.OPEN, ""
        changed = work.changed(records_of(work, ideas))
    return changed


def idea_text(text: str) -> str:
    """The words of an idea as they are kept; raises InputError for an empty or too long text."""
    return required_text(text, missing=_NO_TEXT, longest=LONGEST_NOTE)


def open_session(work: UnitOfWork, session_id: UUID) -> LabSession:
    """A session that still takes ideas; raises RefusedError."""
    session = work.get(LabSession, session_id)
    if session.state is SessionState.CLOSED:
        raise RefusedError(mark("This session is closed. New ideas belong to the next one."))
    return session


def the_idea(work: UnitOfWork, idea_id: UUID) -> Idea:
    """The idea; the undo of what is done to it belongs to its session."""
    idea = work.get(Idea, idea_id)
    work.session_id = idea.lab_session_id
    return idea


def next_number(rows: Session, session_id: UUID) -> int:
    """The number of the next idea of a session."""
    return (rows.scalar(select(func.max(Idea.number)).where(Idea.lab_session_id == session_id)) or 0) + 1


def _hides(rows: Session, activity_id: UUID | None) -> bool:
    activity = rows.get(Activity, activity_id) if activity_id is not None else None
    return activity is not None and activity.kind is ActivityKind.SILENT_WRITING


def _next_position(rows: Session, project_id: UUID, theme_id: UUID | None) -> int:
    chosen = select(func.max(Idea.position)).where(Idea.project_id == project_id, Idea.theme_id == theme_id)
    last = rows.scalar(chosen)
    return 0 if last is None else last + GAP


def _themes(rows: Session, project_id: UUID | None, ideas: Sequence[IdeaRecord]) -> tuple[ThemeRecord, ...]:
    live = [idea.theme_id for idea in ideas if IdeaBoard.is_live(idea)]
    chosen = select(Theme).where(Theme.project_id == project_id).order_by(Theme.position)
    return tuple(theme.record(ideas=live.count(theme.id)) for theme in rows.scalars(chosen))
