"""Suggested themes for ideas that are not yet sorted; a person accepts them or not."""

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from workshop.language import Message, mark
from workshop.methods.theming import LEAST, Group, gather
from workshop.models.enums import IdeaState
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.projects import Project
from workshop.models.text import required_text
from workshop.services.ideas.idea_rows import idea_records
from workshop.services.ideas.ideas import put_under
from workshop.services.ideas.themes import COLOURS
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

_LIVE = (IdeaState.OPEN, IdeaState.CHOSEN)
_KNOWN = 200  # ideas of an existing theme that new ones are compared with, the latest
_NO_TITLE = mark("Please give the theme a name.")
_NO_IDEAS = mark("Choose an idea first.")
_GONE = mark("These ideas have been sorted in the meantime.")


@dataclass(frozen=True, slots=True)
class ThemeSuggestion:
    """Ideas that belong together: under a new theme, or where `theme_id` says so under an existing one.

    `words` are what they share, the most telling first.
    """

    title: str
    theme_id: UUID | None
    ideas: tuple[IdeaRecord, ...]
    words: tuple[str, ...]
    strong: bool

    @property
    def idea_ids(self) -> tuple[UUID, ...]:
        """The ids of the ideas."""
        return tuple(idea.id for idea in self.ideas)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is suggested for so many `unsorted` ideas, of which `looked` were compared with each other."""

    suggestions: tuple[ThemeSuggestion, ...]
    unsorted: int
    looked: int

    @property
    def are_few(self) -> bool:
        """Whether there are so few ideas that nothing was looked for."""
        return self.unsorted < LEAST


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What is accepted: ideas for a new theme of this title, or for an existing one."""

    title: str
    idea_ids: tuple[UUID, ...]
    theme_id: UUID | None = None


def suggesting(
    library: Library, *, project_id: UUID, session_id: UUID | None = None
) -> Generator[float, None, Suggestions]:
    """Suggestions for the unsorted ideas of a project or of one session; yields which part is done.

    Ideas that are not yet revealed to the room are left out.
    """
    with library.read() as rows:
        mine = (Idea.project_id == project_id, Idea.state.in_(_LIVE), Idea.hidden.is_(False))
        of_session = () if session_id is None else (Idea.lab_session_id == session_id,)
        ideas = idea_records(rows, *mine, *of_session, Idea.theme_id.is_(None))
        themes = rows.execute(
            select(Theme.id, Theme.title).where(Theme.project_id == project_id).order_by(Theme.position)
        ).all()
        texts = {theme_id: [title] for theme_id, title in themes}
        sorted_ones = select(Idea.theme_id, Idea.text).where(*mine, Idea.theme_id.is_not(None))
        for theme_id, text in rows.execute(sorted_ones.order_by(Idea.written_at.desc(), Idea.number)):
            known = texts.get(theme_id) if theme_id is not None else None
            if known is not None and len(known) <= _KNOWN:
                known.append(text)
    groups, looked = yield from gather([idea.text for idea in ideas], [texts[theme_id] for theme_id, _title in themes])
    return Suggestions(
        tuple(_suggestion(group, ideas, [(key, title) for key, title in themes]) for group in groups),
        len(ideas),
        looked,
    )


def suggest_themes(
    library: Library, *, project_id: UUID, session_id: UUID | None = None
) -> tuple[ThemeSuggestion, ...]:
    """The suggestions for the unsorted ideas of a project or of one session, the best first."""
    steps = suggesting(library, project_id=project_id, session_id=session_id)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Suggestions = end.value
            return found.suggestions


def accept_suggestion(
    library: Library, *, project_id: UUID, title: str, idea_ids: Sequence[UUID], theme_id: UUID | None = None
) -> Changed[ThemeRecord]:
    """Make a theme and put ideas under it, or put them under an existing one; one undo takes it back.

    A theme of the same name is used again. Ideas that were sorted, merged or withdrawn in the meantime stay where they are;
    raises InputError where that is all of them, or without a name.
    """
    accepted = Acceptance(title, tuple(idea_ids), theme_id)
    made = accept_suggestions(library, project_id=project_id, accepted=[accepted])
    return Changed(made.record[0], made.touched, made.undo)


def accept_suggestions(
    library: Library, *, project_id: UUID, accepted: Sequence[Acceptance]
) -> Changed[tuple[ThemeRecord, ...]]:
    """Accept several suggestions, all or none, as `accept_suggestion` says; one undo takes all of them back."""
    with library.write("accept suggestions", undo=_undo_words(accepted)) as work:
        work.get(Project, project_id)
        if not any(one.idea_ids for one in accepted):
            raise InputError(_NO_IDEAS)
        waiting = _still_unsorted(work, project_id, [key for one in accepted for key in one.idea_ids])
        themes: list[Theme] = []
        for one in accepted:
            ideas = [waiting.pop(key) for key in dict.fromkeys(one.idea_ids) if key in waiting]
            if ideas:
                theme = _theme(work, project_id, one)
                put_under(work, ideas, theme.id)
                themes.append(theme)
        if not themes:
            raise InputError(_GONE)
        changed = work.changed(_records(work, themes))
    return changed


def _suggestion(group: Group, ideas: Sequence[IdeaRecord], themes: Sequence[tuple[UUID, str]]) -> ThemeSuggestion:
    members = tuple(ideas[place] for place in group.members)
    if group.theme is None:
        return ThemeSuggestion(_title(group.title), None, members, group.words, group.strong)
    theme_id, title = themes[group.theme]
    return ThemeSuggestion(title, theme_id, members, group.words, group.strong)


def _title(words: Sequence[str]) -> str:
    title = ", ".join(words)
    return title[:1].upper() + title[1:]


def _undo_words(accepted: Sequence[Acceptance]) -> Message:
    count = sum(len(one.idea_ids) for one in accepted)
    title = accepted[0].title.strip()
    if count == 1:
        return mark("Sort an idea under “{title}”", title=title)
    if len(accepted) == 1:
        return mark("Sort {n} ideas under “{title}”", n=count, title=title)
    return mark("Sort {n} ideas under {themes} themes", n=count, themes=len(accepted))


def _still_unsorted(work: UnitOfWork, project_id: UUID, ids: Sequence[UUID]) -> dict[UUID, Idea]:
    """The ideas that still wait to be sorted; the undo belongs to their session where it is one."""
    chosen = select(Idea).where(
        Idea.project_id == project_id, Idea.id.in_(ids), Idea.theme_id.is_(None), Idea.state.in_(_LIVE)
    )
    found = {idea.id: idea for idea in work.rows.scalars(chosen)}
    sessions = {idea.lab_session_id for idea in found.values()}
    work.session_id = sessions.pop() if len(sessions) == 1 else None
    return found


def _theme(work: UnitOfWork, project_id: UUID, accepted: Acceptance) -> Theme:
    if accepted.theme_id is not None:
        return work.get(Theme, accepted.theme_id)
    title = required_text(accepted.title, missing=_NO_TITLE)
    themes = work.rows.scalars(select(Theme).where(Theme.project_id == project_id).order_by(Theme.position)).all()
    same = next((theme for theme in themes if theme.title.casefold() == title.casefold()), None)
    if same is not None:
        return same
    used = Counter(theme.colour for theme in themes)
    colour = min(range(COLOURS), key=lambda number: (used[number], number))
    return work.add(Theme(project_id=project_id, position=len(themes), title=title, colour=colour))


def _records(work: UnitOfWork, themes: Sequence[Theme]) -> tuple[ThemeRecord, ...]:
    work.rows.flush()
    ids = [theme.id for theme in themes]
    counting = select(Idea.theme_id, func.count()).where(Idea.theme_id.in_(ids), Idea.state.in_(_LIVE))
    counts = {key: count for key, count in work.rows.execute(counting.group_by(Idea.theme_id))}
    return tuple(theme.record(ideas=counts.get(theme.id, 0)) for theme in dict.fromkeys(themes))
