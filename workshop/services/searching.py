"""Searching the whole library while somebody types: projects, sessions, ideas, and what ideas come from and lead to."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Row, String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from workshop.methods.text_search import Query, make_query
from workshop.models.enums import SessionState
from workshop.models.records.finds import Find, FindKind, Whereabouts
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.indicators import Indicator
from workshop.models.tables.local_issues import LocalIssue
from workshop.models.tables.notes import DiscussionNote
from workshop.models.tables.observations import Observation
from workshop.models.tables.pilots import Pilot
from workshop.models.tables.projects import CityService, Project
from workshop.models.tables.proposals import Proposal
from workshop.models.tables.sessions import LabSession
from workshop.services.keeping.library import Library

_IS_WHOLE = ~(Project.sample & Project.practice)  # no sample that is still being made
_NUMBER, _IDEA = "\x1f", "\x1e"  # signs that no text of the library holds, see `models.text.clean_text`

_OTHERS: tuple[tuple[FindKind, Any], ...] = (
    (FindKind.THEME, select(Theme.id, Theme.project_id, Theme.title.label("text")).order_by(Theme.position)),
    (FindKind.PROPOSAL, select(Proposal.id, Proposal.project_id, Proposal.title.label("text")).order_by(Proposal.number)),
    (FindKind.ISSUE, select(LocalIssue.id, LocalIssue.project_id, LocalIssue.text).order_by(LocalIssue.noted_at.desc())),
    (
        FindKind.NOTE,
        select(
            DiscussionNote.id, DiscussionNote.project_id, DiscussionNote.text, DiscussionNote.idea_id,
            DiscussionNote.proposal_id,
        ).order_by(DiscussionNote.written_at.desc()),
    ),
    (FindKind.SERVICE, select(CityService.id, CityService.project_id, CityService.title.label("text"))),
    (FindKind.INDICATOR, select(Indicator.id, Indicator.project_id, Indicator.title.label("text")).order_by(Indicator.position)),
    (FindKind.PILOT, select(Pilot.id, Pilot.project_id, Pilot.title.label("text")).order_by(Pilot.number)),
    (
        FindKind.OBSERVATION,
        select(Observation.id, Observation.project_id, Observation.text).order_by(Observation.seen_at.desc()),
    ),
)  # fmt: skip

Key = TypeVar("Key")


def find_things(library: Library, *, words: str, limit: int = 6) -> tuple[Find, ...]:
    """The best finds, at most `limit` of each kind: projects, sessions, ideas (also merged and withdrawn ones, which say so),
    themes, proposals, local issues, notes, services, indicators, pilots and observations.

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
        found += _ideas(rows, query, projects, sessions, limit)
        for kind, chosen in _OTHERS:
            listed = {row.id: row for row in rows.execute(chosen) if row.project_id in projects}
            texts = ((key, row.text) for key, row in listed.items())
            found += [_other(kind, listed[key], projects) for key, _text in _best(query, texts, limit)]
        return tuple(found)


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
    chosen = select(Idea.lab_session_id, func.aggregate_strings(one, _IDEA)).group_by(Idea.lab_session_id)
    texts: list[tuple[tuple[UUID, int], str]] = []
    for session_id, whole in rows.execute(chosen.order_by(func.max(Idea.written_at).desc())):
        told = sorted(((int(number), text) for number, _, text in _split(whole)), reverse=True)
        texts += [((session_id, number), text) for number, text in told]
    best = _best(query, texts, limit)
    if not best:
        return []
    keys = or_(*(and_(Idea.lab_session_id == key[0], Idea.number == key[1]) for key, _text in best))
    named = rows.execute(select(Idea.lab_session_id, Idea.number, Idea.id, Idea.state).where(keys))
    known = {(row.lab_session_id, row.number): (row.id, row.state) for row in named}
    found: list[Find] = []
    for key, text in best:
        session = sessions.get(key[0])
        if session is not None:
            idea_id, state = known[key]
            of_session = _session(session, projects)
            found.append(replace(of_session, kind=FindKind.IDEA, id=idea_id, title=text, idea_state=state))
    return found


def _other(kind: FindKind, row: Row[Any], projects: dict[UUID, str]) -> Find:
    """A theme, a proposal, a local issue, or a note with what it is about."""
    find = Find(kind, row.id, row.text, row.project_id, projects[row.project_id])
    if kind is not FindKind.NOTE:
        return find
    about = (
        ("ideas", row.idea_id)
        if row.idea_id
        else ("proposals", row.proposal_id)
        if row.proposal_id
        else ("ideas", None)
    )
    return replace(find, about=about[0], id=about[1] or row.id)


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
