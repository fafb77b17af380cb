"""Narrowing the ideas down: the form that asks for it, and in words what was asked for."""

from typing import TYPE_CHECKING, Any

from workshop.language import Language
from workshop.models.enums import IdeaState, PhaseKind, Sector
from workshop.models.records.finds import Filters
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.ideas.board import Collection
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.ideas.page import IdeasPage

_UNSORTED = "unsorted"


def ask_filters(page: "IdeasPage") -> FormDialog:
    """Ask by what the ideas are narrowed down; the session and the words are chosen on the page itself."""
    desk, wanted = page.desk, page.shown.filters
    say = desk.language.say
    values = {
        "phase": wanted.phase, "theme": _UNSORTED if wanted.unsorted else wanted.theme_id, "sector": wanted.sector,
        "state": wanted.state, "with_photo": wanted.with_photo, "hidden": bool(wanted.hidden),
    }  # fmt: skip
    dialog = FormDialog(desk, say("Filter the ideas"), _fields(desk, page.collection), say("Show"), page, values=values)
    dialog.submitted.connect(lambda given: page.narrow(**_filters(given)))
    dialog.open()
    return dialog


def narrowed_words(language: Language, collection: Collection, wanted: Filters) -> str:
    """What the ideas are narrowed down to, besides words and session, which are seen anyway; empty where to nothing."""
    theme = next((theme.title for theme in collection.board.themes if theme.id == wanted.theme_id), "")
    words = (
        language.tell(title_of(wanted.phase)) if wanted.phase else "",
        language.say("Not yet sorted") if wanted.unsorted else theme,
        language.tell(title_of(wanted.sector)) if wanted.sector else "",
        language.tell(title_of(wanted.state)) if wanted.state else "",
        language.say("with a photo") if wanted.with_photo else "",
        language.say("still hidden") if wanted.hidden else "",
    )
    return " · ".join(word for word in words if word)


def _fields(desk: Desk, collection: Collection) -> tuple[Field, ...]:
    say = desk.language.say
    themes = tuple((theme.id, theme.title) for theme in collection.board.themes)
    states = (IdeaState.OPEN, IdeaState.CHOSEN, IdeaState.WITHDRAWN)
    return (
        Field("phase", say("Phase"), "choice", choices=_words(desk, tuple(PhaseKind))),
        Field(
            "theme", say("Theme"), "choice",
            choices=((None, say("all")), (_UNSORTED, say("Not yet sorted")), *themes),
        ),
        Field("sector", say("Sector of the author"), "choice", choices=_words(desk, tuple(Sector))),
        Field("state", say("State"), "choice", choices=_words(desk, states)),
        Field("with_photo", say("Only with a photo"), "check"),
        Field("hidden", say("Only those that are still hidden"), "check"),
    )  # fmt: skip


def _words(desk: Desk, words: tuple[Any, ...]) -> tuple[tuple[Any, str], ...]:
    return ((None, desk.language.say("all")), *((word, desk.language.tell(title_of(word))) for word in words))


def _filters(given: dict[str, Any]) -> dict[str, Any]:
    unsorted = given["theme"] == _UNSORTED
    return {
        "phase": given["phase"], "theme_id": None if unsorted else given["theme"], "unsorted": unsorted,
        "sector": given["sector"], "state": given["state"], "with_photo": bool(given["with_photo"]),
        "hidden": True if given["hidden"] else None,
    }  # fmt: skip
