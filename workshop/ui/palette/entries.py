"""What the palette can find, ranked and grouped; no window is needed for it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from workshop.language import Language, mark
from workshop.methods.text_search import make_query
from workshop.models.enums import IdeaState, SessionState
from workshop.models.records.finds import Find, FindKind
from workshop.models.titles import title_of
from workshop.ui.page import Place

_ICONS = {
    FindKind.PROJECT: "route", FindKind.SESSION: "calendar", FindKind.IDEA: "lightbulb", FindKind.THEME: "merge",
    FindKind.PROPOSAL: "package-check", FindKind.ISSUE: "map-pin", FindKind.NOTE: "message-square",
    FindKind.SERVICE: "trending-up", FindKind.INDICATOR: "trending-up", FindKind.PILOT: "trending-up",
    FindKind.OBSERVATION: "eye",
}  # fmt: skip
_PAGES = {SessionState.DRAFT: "prepare", SessionState.RUNNING: "run", SessionState.CLOSED: "reports"}
GROUPS = {
    "recent": mark("Last used"), "action": mark("Actions"), "page": mark("Pages"),
    FindKind.PROJECT: mark("Projects"), FindKind.SESSION: mark("Sessions"), FindKind.IDEA: mark("Ideas"),
    FindKind.THEME: mark("Themes"), FindKind.PROPOSAL: mark("Proposals"), FindKind.ISSUE: mark("Local issues"),
    FindKind.NOTE: mark("Discussion"), FindKind.SERVICE: mark("Services"),
    FindKind.INDICATOR: mark("Indicators"), FindKind.PILOT: mark("Pilots"), FindKind.OBSERVATION: mark("Observations"),
}  # fmt: skip
_MOST = {"action": 6, "page": 4}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen: what it is, where, its keys, and what choosing it does; `key` tells it from others."""

    key: Hashable
    group: str
    title: str
    call: Callable[[], object]
    where: str = ""
    icon: str = ""
    keys: tuple[str, ...] = ()


def find_entry(language: Language, find: Find, go: Callable[[str, Place], object]) -> Entry:
    """The entry of something in the library; choosing it goes there."""
    page, place = target_of(find)
    where = ""
    if find.kind is FindKind.SESSION and find.session_state is not None:
        where = f"{find.project_title} · {language.tell(title_of(find.session_state))}"
    elif find.kind is FindKind.IDEA:
        where = f"{find.project_title} · {find.session_title}"
        if find.idea_state in {IdeaState.MERGED, IdeaState.WITHDRAWN}:
            where = f"{where} · {language.tell(title_of(find.idea_state))}"
    elif find.kind is not FindKind.PROJECT:
        where = find.project_title
    title = " ".join(find.title.split())
    return Entry((find.kind, find.id), find.kind, title, lambda: go(page, place), where, _ICONS[find.kind])


def target_of(find: Find) -> tuple[str, Place]:
    """The page on which something is worked on, and the place there."""
    if find.kind is FindKind.PROJECT:
        return "project", Place(find.project_id)
    if find.kind is FindKind.SESSION:
        return _PAGES[find.session_state or SessionState.DRAFT], Place(find.project_id, find.session_id)
    pages = {
        FindKind.PROPOSAL: "proposals", FindKind.ISSUE: "issues", FindKind.NOTE: find.about, FindKind.SERVICE: "services",
        FindKind.INDICATOR: "services", FindKind.PILOT: "services", FindKind.OBSERVATION: "services",
    }  # fmt: skip
    if find.kind in pages:
        return pages[find.kind], Place(find.project_id, None, find.id)
    if find.kind is FindKind.THEME:
        return "ideas", Place(find.project_id)
    return "ideas", Place(find.project_id, find.session_id, find.id)


def ranked(words: str, local: Sequence[Entry], found: Sequence[Entry]) -> list[Entry]:
    """What fits the words, group by group: the group with the best fit first, in it the best fit first.

    `found` are the finds of the library for these words, which are ranked already in their group.
    """
    query = make_query(words)
    if query is None:
        return []
    rated = [(rank, entry) for entry in local if (rank := query.rank(entry.title)) is not None]
    rated.sort(key=lambda pair: pair[0])
    rated += [(query.rank(entry.title) or (9, 0), entry) for entry in found]
    order = {group: place for place, group in enumerate(GROUPS)}
    groups: dict[str, list[tuple[tuple[int, int], Entry]]] = {}
    for pair in rated:
        groups.setdefault(pair[1].group, []).append(pair)
    best = sorted(groups.items(), key=lambda item: (min(rank[0] for rank, _entry in item[1]), order[item[0]]))
    return [entry for group, pairs in best for _rank, entry in pairs[: _MOST.get(group, 6)]]
