"""Ideas, themes and counts as spreadsheets."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import UUID

from workshop.exchange.sheets import Sheet, Value, write_csv, write_workbook
from workshop.language import Language
from workshop.models.enums import IdeaState
from workshop.models.records.ideas import IdeaBoard, IdeaRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.services.ideas import notes
from workshop.services.ideas.ideas import count_people, idea_board
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import write_file, write_sheets
from workshop.services.sessions import lab_sessions


def idea_sheets(
    library: Library, language: Language, *, project_id: UUID, session_id: UUID | None = None
) -> tuple[Sheet, ...]:
    """The ideas of a project, or of one of its sessions, with themes, counts and the discussion; participants by number."""
    board = idea_board(library, project_id=project_id, session_id=session_id)
    lines = lab_sessions.list_sessions(library, project_id=project_id)
    sessions = {line.session.id: line.session for line in lines}
    said = notes.list_notes(library, project_id=project_id, session_id=session_id)
    people = count_people(library, project_id=project_id, session_id=session_id)
    named = _named(language, board, sessions)
    themes = {theme.id: theme.title for theme in board.themes}
    say, tell = language.say, language.tell
    rows: list[tuple[Value, ...]] = [
        (tell(title_of(note.kind)), note.text, named.get(note.idea_id, "") if note.idea_id else "",
         themes.get(note.theme_id, "") if note.theme_id else "", _moment(note.written_at), len(note.versions))
        for note in said
    ]  # fmt: skip
    discussion = Sheet(
        say("Discussion"),
        (say("Kind"), say("Note"), say("Idea no."), say("Theme"), say("Written"), say("Earlier wordings")),
        tuple(rows), (12, 60, 10, 24, 18, 16),
    )  # fmt: skip
    sheets = (_ideas(language, board, sessions), _themes(language, board, people), _counts(language, board, sessions))
    return (*sheets, discussion) if rows else sheets


def write_idea_sheets(
    library: Library, language: Language, *, out: Path, project_id: UUID, session_id: UUID | None = None
) -> tuple[Path, ...]:
    """Write a workbook and a `.csv` file for each of its sheets into a folder; raises LibraryError where that cannot be."""
    sheets = idea_sheets(library, language, project_id=project_id, session_id=session_id)
    return write_sheets(out, language.say("ideas"), sheets)


def write_idea_file(
    library: Library, language: Language, *, file: Path, project_id: UUID, session_id: UUID | None = None
) -> Path:
    """Write the workbook alone to a file, or only the sheet of the ideas where its name ends in `.csv`."""
    sheets = idea_sheets(library, language, project_id=project_id, session_id=session_id)
    write_file(file, write_csv(sheets[0]) if file.suffix.lower() == ".csv" else write_workbook(sheets))
    return file


def _ideas(language: Language, board: IdeaBoard, sessions: dict[UUID, LabSessionRecord]) -> Sheet:
    say, tell = language.say, language.tell
    themes = {theme.id: theme.title for theme in board.themes}
    named = _named(language, board, sessions)

    def row(idea: IdeaRecord) -> tuple[Value, ...]:
        session = sessions.get(idea.lab_session_id)
        return (
            idea.number,
            tell(title_of(session.phase)) if session else "",
            session.number if session else None,
            session.title if session else "",
            idea.text,
            themes.get(idea.theme_id, "") if idea.theme_id else "",
            tell(title_of(idea.state)),
            named.get(idea.merged_into_id, "") if idea.merged_into_id else "",
            idea.reason,
            idea.author,
            idea.people,
            idea.notes,
            idea.pictures,
            tell(title_of(idea.channel)),
            _moment(idea.written_at),
        )

    header = (
        say("No."), say("Phase"), say("Session no."), say("Session"), say("Idea"), say("Theme"), say("State"),
        say("Merged into no."), say("Reason"), say("Participant no."), say("People behind it"), say("Notes"),
        say("Photos"), say("Came by"), say("Written"),
    )  # fmt: skip
    order = sorted(board.ideas, key=lambda idea: (idea.written_at, idea.number))
    widths = (6, 14, 10, 24, 60, 24, 12, 12, 24, 12, 12, 8, 8, 10, 18)
    return Sheet(say("Ideas"), header, tuple(row(idea) for idea in order), widths)


def _named(language: Language, board: IdeaBoard, sessions: dict[UUID, LabSessionRecord]) -> dict[UUID, Value]:
    """How an idea is named in other rows: by its number, with its session where there are ideas of several."""
    if len({idea.lab_session_id for idea in board.ideas}) < 2:
        return {idea.id: idea.number for idea in board.ideas}
    places = {
        key: language.say("{phase} · session {n}", phase=language.tell(title_of(session.phase)), n=session.number)
        for key, session in sessions.items()
    }
    return {idea.id: f"{places.get(idea.lab_session_id, '')} · {idea.number}" for idea in board.ideas}


def _themes(language: Language, board: IdeaBoard, people: Mapping[UUID | None, int]) -> Sheet:
    """Each theme with how many ideas are under it and how many people behind them, everybody once."""
    say = language.say
    keys = [*((theme.id, theme.title) for theme in board.themes), (None, say("Not yet sorted"))]
    rows = [(title, len(board.under(key)), people.get(key, 0)) for key, title in keys]
    return Sheet(say("Themes"), (say("Theme"), say("Ideas"), say("People behind it")), tuple(rows), (32, 10, 14))


def _counts(language: Language, board: IdeaBoard, sessions: dict[UUID, LabSessionRecord]) -> Sheet:
    say, tell = language.say, language.tell
    rows: list[tuple[Value, ...]] = []

    def add(what: str, names: Iterable[str]) -> None:
        rows.extend((what, name, count) for name, count in sorted(Counter(names).items()))

    add(
        say("Session"), (sessions[idea.lab_session_id].title for idea in board.ideas if idea.lab_session_id in sessions)
    )
    add(say("State"), (tell(title_of(idea.state)) for idea in board.ideas))
    add(say("Came by"), (tell(title_of(idea.channel)) for idea in board.ideas))
    rows.append((say("Merged"), "", sum(idea.state is IdeaState.MERGED for idea in board.ideas)))
    return Sheet(say("Counts"), (say("What"), say("Which"), say("Ideas")), tuple(rows), (16, 32, 10))


def _moment(at: object) -> str:
    """A moment in UTC, which reads the same on every laptop."""
    from datetime import UTC, datetime

    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if isinstance(at, datetime) else ""
