"""Ideas that say nearly what somebody is writing down: a suggestion while there is time to support one of them instead."""

import threading
from dataclasses import dataclass, field
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from workshop.methods.similarity import LEAST_SYLLABLES, Spelling, closest, spell, syllables
from workshop.models.database import Database
from workshop.models.enums import IdeaState, PhaseKind
from workshop.models.records.ideas import IdeaRecord
from workshop.models.tables.history import JournalHead
from workshop.models.tables.ideas import Idea
from workshop.models.tables.sessions import LabSession
from workshop.services.ideas.idea_rows import idea_records
from workshop.services.keeping.library import Library


@dataclass(frozen=True, slots=True)
class Similar:
    """An idea with how much it is alike (0 to 100), and the session it was given in."""

    idea: IdeaRecord
    ratio: float
    phase: PhaseKind
    session: int


@dataclass(slots=True)
class _Spellings:
    """The spelled ideas of a project as the library was when its journal ended in `digest`.

    The keys are as the database gives them: making UUIDs of ten thousand takes longer than all the rest.
    """

    digest: str | None = None
    known: dict[object, tuple[str, Spelling]] = field(default_factory=dict[object, tuple[str, Spelling]])
    ids: list[object] = field(default_factory=list[object])
    letters: list[str] = field(default_factory=list[str])
    by_word: list[str] = field(default_factory=list[str])


_LIVE = (IdeaState.OPEN, IdeaState.CHOSEN)
_spelled: WeakKeyDictionary[Database, dict[UUID, _Spellings]] = WeakKeyDictionary()
_spelling = threading.Lock()


def similar_ideas(library: Library, *, project_id: UUID, text: str, limit: int = 3) -> tuple[Similar, ...]:
    """The ideas of a project that say nearly the same as a text, the most alike first; none below four syllables.

    Ideas that are merged, withdrawn, or not yet revealed to the room are left out.
    """
    if syllables(text) < LEAST_SYLLABLES:
        return ()
    with library.read() as rows, _spelling:
        spellings = _spelled.setdefault(library.database, {}).setdefault(project_id, _Spellings())
        _refresh(rows, project_id, spellings)
        found = closest(spell(text), spellings.letters, spellings.by_word, limit=limit)
        ratios = {_as_id(spellings.ids[place]): ratio for place, ratio in found}
        if not ratios:
            return ()
        records = {idea.id: idea for idea in idea_records(rows, Idea.id.in_(ratios))}
        sessions = {idea.lab_session_id for idea in records.values()}
        chosen = select(LabSession).where(LabSession.id.in_(sessions))
        where = {session.id: (session.phase.kind, session.number) for session in rows.scalars(chosen)}
        return tuple(
            Similar(records[idea_id], ratio, *where[records[idea_id].lab_session_id])
            for idea_id, ratio in ratios.items()
            if idea_id in records
        )


def _refresh(rows: Session, project_id: UUID, spellings: _Spellings) -> None:
    """Spell what is new or has other words; nothing is read where nothing was written since."""
    digest = rows.scalar(select(JournalHead.digest))
    if digest == spellings.digest and digest is not None:
        return
    chosen = select(type_coerce(Idea.id, String), Idea.text).where(
        Idea.project_id == project_id, Idea.state.in_(_LIVE), Idea.hidden.is_(False)
    )
    known: dict[object, tuple[str, Spelling]] = {}
    for idea_id, text in rows.execute(chosen.order_by(Idea.written_at, Idea.number)):
        before = spellings.known.get(idea_id)
        known[idea_id] = before if before is not None and before[0] == text else (text, spell(text))
    spellings.known, spellings.ids = known, list(known)
    spellings.letters = [spelling.letters for _text, spelling in known.values()]
    spellings.by_word = [spelling.by_word for _text, spelling in known.values()]
    spellings.digest = digest


def _as_id(key: object) -> UUID:
    return key if isinstance(key, UUID) else UUID(str(key))
