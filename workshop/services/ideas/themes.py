"""Themes that ideas are gathered under."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import ThemeRecord
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.notes import DiscussionNote
from workshop.models.tables.projects import Project
from workshop.models.text import required_text
from workshop.services.ideas.notes import delete_note
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

COLOURS = 8
_NO_TITLE = mark("Please give the theme a name.")


def add_theme(library: Library, *, project_id: UUID, title: str) -> Changed[ThemeRecord]:
    """A new theme at the end, in the colour that is used least."""
    with library.write("add theme", undo=mark("New theme")) as work:
        work.get(Project, project_id)
        themes = _themes(work, project_id)
        used = [theme.colour for theme in themes]
        theme = work.add(
            Theme(
                project_id=project_id,
                position=len(themes),
                title=required_text(title, missing=_NO_TITLE),
                colour=min(range(COLOURS), key=used.count),
            )
        )
        changed = work.changed(theme.record())
    return changed


def rename_theme(library: Library, *, theme_id: UUID, title: str) -> Changed[ThemeRecord]:
    """Give a theme another name."""
    with library.write("rename theme", undo=mark("Rename theme")) as work:
        theme = work.get(Theme, theme_id)
        theme.title = required_text(title, missing=_NO_TITLE)
        changed = work.changed(theme.record())
    return changed


def move_theme(library: Library, *, theme_id: UUID, position: int) -> Changed[ThemeRecord]:
    """Put a theme at another place, counted from 0."""
    with library.write("move theme", undo=mark("Move theme")) as work:
        theme = work.get(Theme, theme_id)
        order = _themes(work, theme.project_id)
        order.remove(theme)
        order.insert(max(0, min(position, len(order))), theme)
        for place, other in enumerate(order):
            other.position = place
        changed = work.changed(theme.record())
    return changed


def remove_theme(library: Library, *, theme_id: UUID) -> Changed[None]:
    """Remove a theme with its notes; its ideas go back to the unsorted tray.

    One that was voted on, or that a proposal came from, stays (RefusedError).
    """
    with library.write("remove theme", undo=mark("Remove theme")) as work:
        theme = work.get(Theme, theme_id)
        for note in work.rows.scalars(select(DiscussionNote).where(DiscussionNote.theme_id == theme_id)).all():
            delete_note(work, note)
        for idea in work.rows.scalars(select(Idea).where(Idea.theme_id == theme_id)):
            idea.theme_id = None
        work.rows.flush()
        work.remove(theme)
        changed = work.changed(None)
    return changed


def _themes(work: UnitOfWork, project_id: UUID) -> list[Theme]:
    return list(work.rows.scalars(select(Theme).where(Theme.project_id == project_id).order_by(Theme.position)))
