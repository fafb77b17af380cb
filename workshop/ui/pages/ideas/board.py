"""What the page of ideas shows, read in one go, and how it is laid out on the wall and in the list."""

from dataclasses import dataclass, field
from uuid import UUID

from workshop.language import Language
from workshop.models.enums import IdeaState, SessionState
from workshop.models.records.ideas import IdeaBoard, IdeaRecord, ThemeRecord
from workshop.models.records.people import AttendanceRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.services import attendance, ideas, lab_sessions
from workshop.services.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.ideas.cards import IdeaCard


@dataclass(frozen=True, slots=True)
class Collection:
    """All ideas of a project with its sessions; `people` are those of the session that new ideas go to."""

    board: IdeaBoard = field(default_factory=lambda: IdeaBoard((), ()))
    sessions: tuple[LabSessionRecord, ...] = ()
    target: LabSessionRecord | None = None
    people: tuple[AttendanceRecord, ...] = ()

    def idea(self, idea_id: UUID) -> IdeaRecord | None:
        """The idea with an id."""
        return next((idea for idea in self.board.ideas if idea.id == idea_id), None)

    def merged_into(self, idea_id: UUID) -> list[IdeaRecord]:
        """The ideas that were merged into one."""
        return [idea for idea in self.board.ideas if idea.merged_into_id == idea_id]

    def author(self, number: int) -> UUID | None:
        """The id of the participant with a number."""
        return next((line.participant.id for line in self.people if line.participant.number == number), None)

    def place_before(self, shown: list[UUID], place: int, theme_id: UUID | None, moved: list[UUID]) -> int:
        """Where the shown card at a place stands among all ideas of its theme, leaving out those that are moved."""
        rest = [idea.id for idea in self.board.ideas if idea.theme_id == theme_id and idea.id not in moved]
        after = next((idea_id for idea_id in shown[place:] if idea_id not in moved), None)
        return rest.index(after) if after in rest else len(rest)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: of one session or of all, holding some words, with or without those that were withdrawn."""

    session_id: UUID | None = None
    words: str = ""
    withdrawn: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it looks for something."""
        return self.session_id is not None or bool(self.words.strip())

    def passes(self, idea: IdeaRecord, merged: str) -> bool:
        """Whether an idea is shown; `merged` are the words merged into it."""
        if self.session_id is not None and idea.lab_session_id != self.session_id:
            return False
        text = f"{idea.text}\n{merged}".casefold()
        return all(word in text for word in self.words.casefold().split())


def load_collection(library: Library, place: Place, session_id: UUID | None) -> Collection:
    """The ideas of the project; new ones go to the chosen session, else to the one that runs, else to the next one."""
    if place.project_id is None:
        return Collection()
    lines = lab_sessions.list_sessions(library, project_id=place.project_id)
    sessions = tuple(line.session for line in lines)
    target = _target(sessions, session_id, place.session_id)
    return Collection(
        ideas.idea_board(library, project_id=place.project_id),
        sessions,
        target,
        attendance.list_attendance(library, session_id=target.id) if target else (),
    )


def wall_content(
    language: Language, collection: Collection, shown: Filter
) -> list[tuple[ThemeRecord | None, list[IdeaCard]]]:
    """The tray and the themes with their cards."""
    columns: dict[UUID | None, list[IdeaCard]] = {None: []} | {theme.id: [] for theme in collection.board.themes}
    for card in cards_of(language, collection, shown):
        if not card.withdrawn or shown.withdrawn:
            columns[card.idea.theme_id if card.idea.theme_id in columns else None].append(card)
    themes: list[ThemeRecord | None] = [None, *collection.board.themes]
    return [(theme, columns[theme.id if theme else None]) for theme in themes]


def cards_of(language: Language, collection: Collection, shown: Filter) -> list[IdeaCard]:
    """Every idea that stands for itself as a card, with what was merged into it."""
    merged: dict[UUID, list[str]] = {}
    for idea in collection.board.ideas:
        if idea.state is IdeaState.MERGED and idea.merged_into_id is not None:
            merged.setdefault(idea.merged_into_id, []).append(idea.text)
    names = {session.id: session for session in collection.sessions}
    several = shown.session_id is None and len({idea.lab_session_id for idea in collection.board.ideas}) > 1
    cards: list[IdeaCard] = []
    for idea in collection.board.ideas:
        words = tuple(merged.get(idea.id, ()))
        if idea.state is not IdeaState.MERGED and shown.passes(idea, "\n".join(words)):
            cards.append(_card(language, idea, words, names.get(idea.lab_session_id) if several else None))
    return cards


def _card(language: Language, idea: IdeaRecord, merged: tuple[str, ...], session: LabSessionRecord | None) -> IdeaCard:
    withdrawn = idea.state is IdeaState.WITHDRAWN
    meta = meta_of(language, idea, session)
    more = language.say("and {n} more", n=len(merged) - 3) if len(merged) > 3 else ""
    state = language.tell(title_of(idea.state))
    told = ", ".join(part for part in (idea.text, meta, state, *merged) if part)
    return IdeaCard(idea, meta, merged, more, idea.state is IdeaState.CHOSEN, withdrawn, told)


def meta_of(language: Language, idea: IdeaRecord, session: LabSessionRecord | None) -> str:
    """Session, who, when, how many merged, or why it was withdrawn."""
    if idea.state is IdeaState.WITHDRAWN:
        return language.say("withdrawn: {reason}", reason=idea.reason)
    parts = []
    if session is not None:
        phase = language.tell(title_of(session.phase))
        parts.append(language.say("{phase} · session {n}", phase=phase, n=session.number))
    if idea.author is not None:
        parts.append(language.say("no. {n}", n=f"{idea.author:02}"))
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
