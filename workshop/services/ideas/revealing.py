"""Ideas that wait until the room may see them, and the order in which they come.

In silent writing nobody sees what the others write; then the ideas come one by one, one from each person in turn (nominal
group technique: Delbecq and Van de Ven, A Group Process Model for Problem Identification and Program Planning, 1971).
"""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import IdeaState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.tables.ideas import Idea
from workshop.models.tables.people import Participant
from workshop.services.ideas.idea_rows import idea_record, idea_records
from workshop.services.ideas.ideas import the_idea
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork


def waiting(library: Library, *, session_id: UUID) -> tuple[IdeaRecord, ...]:
    """The ideas of a session that wait, in the order in which they will be revealed."""
    with library.read() as rows:
        order = [idea.id for idea in _in_turn(rows, session_id)]
        records = {idea.id: idea for idea in idea_records(rows, Idea.id.in_(order))}
        return tuple(records[idea_id] for idea_id in order)


def reveal_next(library: Library, *, session_id: UUID) -> Changed[IdeaRecord]:
    """Let the room see the next idea: one from each person in turn. Raises RefusedError where none waits."""
    with library.write("reveal idea", undo=mark("Reveal idea"), session_id=session_id) as work:
        order = _in_turn(work.rows, session_id)
        if not order:
            raise RefusedError(mark("Every idea has been shown."))
        _reveal(work, order[0])
        changed = work.changed(idea_record(work, order[0]))
    return changed


def reveal_idea(library: Library, *, idea_id: UUID) -> Changed[IdeaRecord]:
    """Let the room see one idea out of turn."""
    with library.write("reveal idea", undo=mark("Reveal idea")) as work:
        idea = the_idea(work, idea_id)
        _reveal(work, idea)
        changed = work.changed(idea_record(work, idea))
    return changed


def reveal_all(library: Library, *, session_id: UUID) -> Changed[int]:
    """Let the room see every idea that waits; the record is how many they were."""
    with library.write("reveal ideas", undo=mark("Reveal all ideas"), session_id=session_id) as work:
        number = reveal_rest(work, session_id)
        changed = work.changed(number)
    return changed


def reveal_rest(work: UnitOfWork, session_id: UUID) -> int:
    """The same within another verb, such as the close of the session."""
    order = _in_turn(work.rows, session_id)
    for idea in order:
        _reveal(work, idea)
    return len(order)


def hide_idea(library: Library, *, idea_id: UUID) -> Changed[IdeaRecord]:
    """Keep an idea from the room until it is revealed."""
    with library.write("hide idea", undo=mark("Hide idea")) as work:
        idea = the_idea(work, idea_id)
        idea.hidden, idea.revealed_at = True, None
        changed = work.changed(idea_record(work, idea))
    return changed


def _reveal(work: UnitOfWork, idea: Idea) -> None:
    if idea.hidden:
        idea.hidden, idea.revealed_at = False, work.now


def _in_turn(rows: Session, session_id: UUID) -> Sequence[Idea]:
    """The hidden ideas: everybody's first one by participant's number, then everybody's second; the unnamed begin with theirs.

    Which of somebody's ideas is the first is counted over the ideas that were hidden, shown meanwhile or not.
    """
    chosen = (
        select(Idea, Participant.number)
        .outerjoin(Participant, Participant.id == Idea.participant_id)
        .where(Idea.lab_session_id == session_id, Idea.hidden | Idea.revealed_at.is_not(None))
        .order_by(Idea.number)
    )
    turns: Counter[UUID] = Counter()
    waiting: list[tuple[tuple[int, int, int], Idea]] = []
    for idea, number in rows.execute(chosen):
        turn = 0
        if idea.participant_id is not None:
            turn = turns[idea.participant_id]
            turns[idea.participant_id] += 1
        if idea.hidden and idea.state is not IdeaState.WITHDRAWN:
            waiting.append(((turn, number or 0, idea.number), idea))
    return [idea for _place, idea in sorted(waiting, key=lambda item: item[0])]
