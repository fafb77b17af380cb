"""What the page of ideas shows, read in one go away from the window, and how it is narrowed down."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from workshop.language import Language
from workshop.methods.text_search import make_query
from workshop.models.enums import IdeaState, PhaseKind, SessionState
from workshop.models.records.finds import Filters
from workshop.models.records.ideas import IdeaBoard, IdeaRecord, ThemeRecord
from workshop.models.records.people import AttendanceRecord
from workshop.models.records.proposals import ProposalRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.services.ideas import ideas, proposals
from workshop.services.keeping.library import Library
from workshop.services.people import attendance
from workshop.services.sessions import lab_sessions
from workshop.ui.page import Place
from workshop.ui.pages.ideas.cards import IdeaCard


@dataclass(frozen=True, slots=True)
class Collection:
    """All ideas of a project with its sessions; `people` are those of the session that new ideas go to.

    `cards` are the ideas that stand for themselves, in order, each with what was merged into it.
    """

    board: IdeaBoard = field(default_factory=lambda: IdeaBoard((), ()))
    sessions: tuple[LabSessionRecord, ...] = ()
    target: LabSessionRecord | None = None
    people: tuple[AttendanceRecord, ...] = ()
    cards: tuple[IdeaCard, ...] = ()
    by_id: dict[UUID, IdeaRecord] = field(default_factory=dict)
    proposals: tuple[ProposalRecord, ...] = ()

    def idea(self, idea_id: UUID) -> IdeaRecord | None:
        """The idea with an id."""
        return self.by_id.get(idea_id)

    def merged_into(self, idea_id: UUID) -> list[IdeaRecord]:
        """The ideas that were merged into one."""
        return [idea for idea in self.board.ideas if idea.merged_into_id == idea_id]

    def author(self, called: int | str) -> UUID | None:
        """The id of the participant with a number or code."""
        return next((line.participant.id for line in self.people if line.participant.answers_to(called)), None)

    def place_before(self, shown: list[UUID], place: int, theme_id: UUID | None, moved: list[UUID]) -> int:
        """Where the shown card at a place stands among all ideas of its theme, leaving out those that are moved."""
        rest = [idea.id for idea in self.board.ideas if idea.theme_id == theme_id and idea.id not in moved]
        after = next((idea_id for idea_id in shown[place:] if idea_id not in moved), None)
        return rest.index(after) if after in rest else len(rest)

    def phases(self) -> dict[UUID, PhaseKind]:
        """The phase of each session."""
        return {session.id: session.phase for session in self.sessions}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: what the filters let pass, with or without the ideas that were withdrawn."""

    filters: Filters = field(default_factory=Filters)
    withdrawn: bool = False

    def but(self, **values: object) -> "Shown":
        """The same with some of the filters changed."""
        return replace(self, filters=replace(self.filters, **values))


def load_collection(library: Library, language: Language, place: Place, session_id: UUID | None) -> Collection:
    """The ideas of the project; new ones go to the chosen session, else to the one that runs, else to the next one."""
    if place.project_id is None:
        return Collection()
    lines = lab_sessions.list_sessions(library, project_id=place.project_id)
    sessions = tuple(line.session for line in lines)
    target = _target(sessions, session_id, place.session_id)
    board = ideas.idea_board(library, project_id=place.project_id)
    return Collection(
        board,
        sessions,
        target,
        attendance.list_attendance(library, session_id=target.id) if target else (),
        cards_of(language, board, sessions),
        {idea.id: idea for idea in board.ideas},
        proposals.list_proposals(library, project_id=place.project_id),
    )


def wall_content(collection: Collection, shown: Shown) -> list[tuple[ThemeRecord | None, list[IdeaCard]]]:
    """The tray and the themes with their cards."""
    columns: dict[UUID | None, list[IdeaCard]] = {None: []} | {theme.id: [] for theme in collection.board.themes}
    for card in passing(collection, shown):
        columns[card.idea.theme_id if card.idea.theme_id in columns else None].append(card)
    themes: list[ThemeRecord | None] = [None, *collection.board.themes]
    return [(theme, columns[theme.id if theme else None]) for theme in themes]


def passing(collection: Collection, shown: Shown) -> list[IdeaCard]:
    """The cards that the filters let pass, in order."""
    wanted = shown.filters
    cards = [card for card in collection.cards if _passes(card, shown)]
    if wanted.phase is not None:
        phases = collection.phases()
        cards = [card for card in cards if phases.get(card.idea.lab_session_id) is wanted.phase]
    query = make_query(wanted.words)
    if query is not None:
        cards = [card for card in cards if query.rank("\n".join((card.idea.text, *card.merged))) is not None]
    return cards


def cards_of(language: Language, board: IdeaBoard, sessions: Iterable[LabSessionRecord]) -> tuple[IdeaCard, ...]:
    """Every idea that stands for itself as a card, with what was merged into it."""
    merged: dict[UUID, list[str]] = {}
    for idea in board.ideas:
        if idea.state is IdeaState.MERGED and idea.merged_into_id is not None:
            merged.setdefault(idea.merged_into_id, []).append(idea.text)
    names = {session.id: session for session in sessions}
    several = len({idea.lab_session_id for idea in board.ideas}) > 1
    return tuple(
        _card(language, idea, tuple(merged.get(idea.id, ())), names.get(idea.lab_session_id) if several else None)
        for idea in board.ideas
        if idea.state is not IdeaState.MERGED
    )


def _passes(card: IdeaCard, shown: Shown) -> bool:
    idea, wanted = card.idea, shown.filters
    if wanted.state is None and card.withdrawn and not shown.withdrawn:
        return False
    return (
        (wanted.state is None or idea.state is wanted.state)
        and (wanted.session_id is None or idea.lab_session_id == wanted.session_id)
        and (wanted.theme_id is None or idea.theme_id == wanted.theme_id)
        and not (wanted.unsorted and idea.theme_id is not None)
        and (wanted.sector is None or idea.sector is wanted.sector)
        and (wanted.hidden is None or idea.hidden == wanted.hidden)
        and not (wanted.with_photo and not idea.pictures)
    )


def _card(language: Language, idea: IdeaRecord, merged: tuple[str, ...], session: LabSessionRecord | None) -> IdeaCard:
    withdrawn = idea.state is IdeaState.WITHDRAWN
    meta = meta_of(language, idea, session)
    more = language.say("and {n} more", n=len(merged) - 3) if len(merged) > 3 else ""
    state = language.tell(title_of(idea.state))
    told = ", ".join(part for part in (idea.text, meta, state, *merged) if part)
    return IdeaCard(idea, meta, merged, more, idea.state is IdeaState.CHOSEN, withdrawn, told)


def meta_of(language: Language, idea: IdeaRecord, session: LabSessionRecord | None) -> str:
    """Who and when in a session, or in which of several; how many merged; or why it was withdrawn."""
    if idea.state is IdeaState.WITHDRAWN:
        return language.say("withdrawn: {reason}", reason=idea.reason)
    parts = []
    if session is not None:
        phase = language.tell(title_of(session.phase))
        parts.append(language.say("{phase} · session {n}", phase=phase, n=session.number))
    if idea.author is not None:
        parts.append(language.say("no. {n}", n=f"{idea.author:02}"))
    if session is None:
        parts.append(language.time(idea.written_at.astimezone()))
    if idea.merged:
        parts.append(language.say("merged {n}", n=idea.merged))
    return " · ".join(parts)


def _target(sessions: tuple[LabSessionRecord, ...], wanted: UUID | None, here: UUID | None) -> LabSessionRecord | None:
    """An open session: the chosen one, the running one, the one the user is at, the next one in preparation."""
    still = [session for session in sessions if session.state is not SessionState.CLOSED]
    tests = (
        lambda session: session.id == wanted,
        lambda session: session.state is SessionState.RUNNING,
        lambda session: session.id == here,
        lambda _session: True,
    )
    if wanted is not None and not any(session.id == wanted for session in still):
        return None
    return next((session for test in tests for session in still if test(session)), None)
