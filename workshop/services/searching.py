"""Searching the whole library while somebody types: projects, sessions, ideas."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Row, String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from workshop.methods.text_search import Query, make_query
from workshop.models.enums import IdeaState, SessionState
from workshop.models.records.finds import Find, FindKind, Whereabouts
from workshop.models.tables.ideas import Idea
from workshop.models.tables.projects import Project
from workshop.models.tables.sessions import LabSession
from workshop.services.library import Library

_IS_WHOLE = ~(Project.sample & Project.practice)  # no sample that is still being made
_NUMBER, _IDEA = "\x1f", "\x1e"  # signs that no text of the library holds, see `models.text.clean_text`

Key = TypeVar("Key")


def find_things(library: Library, *, words: str, limit: int = 6) -> tuple[Find, ...]:
    """The best finds, at most `limit` of each kind: projects, then sessions, then ideas that stand for themselves.

    Syllables still being put together and first consonants are understood, see `methods.text_search`. Without words there
    is nothing to find; ask `suggest_things` then.
    """
    query = make_query(words)
    if query is None:
        return ()
    with library.read() as rows:
        projects = {row.id: row.title for row in rows.execute(select(Project.id, Project.title).where(_IS_WHOLE))}
        sessions = {row.id: row for row in rows.execute(_sessions()) if row.project_id in projects}
        found = [Find(FindKind.PROJECT, id, title, id) for id, title in _best(query, projects.items(), limit)]
        titles = ((row.id, row.title) for row in sessions.values())
        found += [_session(sessions[id], projects) for id, _title in _best(query, titles, limit)]
        return (*found, *_ideas(rows, query, projects, sessions, limit))


def suggest_things(library: Library, *, limit: int = 4) -> tuple[Find, ...]:
    """Where somebody probably wants to go: the sessions that run, then those to be held next by their date."""
    with library.read() as rows:
        projects = {row.id: row.title for row in rows.execute(select(Project.id, Project.title).where(_IS_WHOLE))}
        open_ones = [
            row
            for row in rows.execute(_sessions().where(LabSession.state != SessionState.CLOSED))
            if row.project_id in projects
        ]
    today = library.today()
    open_ones.sort(key=lambda row: (row.state is not SessionState.RUNNING, row.on is None, row.on or today, row.number))
    return tuple(_session(row, projects) for row in open_ones[:limit])


def whereabouts(library: Library, *, project_id: UUID | None = None) -> Whereabouts:
    """The title of a project, empty where there is none, and the session that was opened last of those that run."""
    with library.read() as rows:
        title = rows.scalar(select(Project.title).where(Project.id == project_id)) if project_id else None
        chosen = select(LabSession.id, LabSession.project_id).where(LabSession.state == SessionState.RUNNING)
        running = rows.execute(chosen.order_by(LabSession.opened_at.desc()).limit(1)).first()
    return Whereabouts(title or "", *((running.id, running.project_id) if running else ()))


def _sessions() -> Any:
    return select(
        LabSession.id, LabSession.title, LabSession.project_id, LabSession.state, LabSession.number, LabSession.on
    )


def _session(row: Row[Any], projects: dict[UUID, str]) -> Find:
    return Find(
        FindKind.SESSION, row.id, row.title, row.project_id, projects[row.project_id], row.id, row.title, row.state
    )  # fmt: skip


def _ideas(
    rows: Session, query: Query, projects: dict[UUID, str], sessions: dict[UUID, Row[Any]], limit: int
) -> list[Find]:
    """The newest first among those that fit equally well.

    The words of a session are read as one text: ten thousand ideas as rows of their own would take ten times as long.
    """
    one = cast(Idea.number, String) + _NUMBER + Idea.text
    stand = Idea.state.in_((IdeaState.OPEN, IdeaState.CHOSEN))
    chosen = select(Idea.lab_session_id, func.aggregate_strings(one, _IDEA)).where(stand).group_by(Idea.lab_session_id)
    texts: list[tuple[tuple[UUID, int], str]] = []
    for session_id, whole in rows.execute(chosen.order_by(func.max(Idea.written_at).desc())):
        told = sorted(((int(number), text) for number, _, text in _split(whole)), reverse=True)
        texts += [((session_id, number), text) for number, text in told]
    best = _best(query, texts, limit)
    if not best:
        return []
    keys = or_(*(and_(Idea.lab_session_id == key[0], Idea.number == key[1]) for key, _text in best))
    named = rows.execute(select(Idea.lab_session_id, Idea.number, Idea.id).where(keys))
    ids = {(row.lab_session_id, row.number): row.id for row in named}
    found: list[Find] = []
    for key, text in best:
        session = sessions.get(key[0])
        if session is not None:
            found.append(replace(_session(session, projects), kind=FindKind.IDEA, id=ids[key], title=text))
    return found


def _split(whole: str) -> Iterable[tuple[str, str, str]]:
    return (idea.partition(_NUMBER) for idea in whole.split(_IDEA))


def _best(query: Query, things: Iterable[tuple[Key, str]], limit: int) -> list[tuple[Key, str]]:
    """Those that fit best; where they fit equally well their order is kept."""
    rated: list[tuple[tuple[int, int], tuple[Key, str]]] = []
    for thing in things:
        fit = query.rank(thing[1])
        if fit is not None:
            rated.append((fit, thing))
    rated.sort(key=lambda entry: entry[0][0])
    return [thing for _fit, thing in rated[:limit]]
