"""Ideas out of a spreadsheet or a pasted list: what will happen is told before anything does, and then all of it or nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from sqlalchemy import select

from workshop.exchange.sheets import Table
from workshop.language import Message, mark
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.tables.ideas import Idea, Theme
from workshop.models.tables.people import Participant
from workshop.models.tables.sessions import LabSession
from workshop.models.text import LONGEST_LINE, LONGEST_NOTE, clean_text, says_something
from workshop.services.ideas.ideas import Pen, open_session
from workshop.services.ideas.themes import COLOURS
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row

# How a column says what it holds, in Korean and English, the clearest word first; compared without blanks and case.
# A bare “No.” is none of them: in most lists it counts the rows, and an idea must not be given to somebody by that.
_HEADS: Mapping[str, tuple[str, ...]] = {
    "text": ("idea", "ideas", "text", "words", "opinion", "아이디어", "의견", "내용", "제안"),
    "theme": ("theme", "category", "topic", "주제", "분류"),
    "author": ("participantno.", "participant", "author", "by", "참여자번호", "참여자", "낸사람"),
}
_MOST_DIGITS = 9  # of the number of a participant
_BULLET = re.compile(r"^\s*(?:[-–—•‣·*▪◦○●□■]|\(?\d{1,3}[.)]|[①-⑳])\s+|^\s*[①-⑳•‣▪◦●■]")


class Fate(Enum):
    """What happens to a row."""

    NEW = "new"
    EMPTY = "empty"
    KNOWN = "known"
    TOO_LONG = "too long"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row: `line` as the person sees it, `author` a participant's number as it was written."""

    line: int
    text: str
    theme: str = ""
    author: str = ""
    fate: Fate = Fate.NEW


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What will happen, row by row."""

    rows: tuple[ImportRow, ...]

    def count(self, fate: Fate) -> int:
        """How many rows have a fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def new(self) -> tuple[ImportRow, ...]:
        """The rows that become ideas."""
        return tuple(row for row in self.rows if row.fate is Fate.NEW)


def plan_import(library: Library, *, session_id: UUID, table: Table, bullets: bool = True) -> ImportPlan:
    """What would become of the rows of a table; `bullets` takes numbers and dots away from the beginnings of ideas.

    A table of several columns needs a header that says which one holds the ideas; raises InputError where none does.
    """
    columns, body = _columns(table)
    rows: list[ImportRow] = []
    with library.read() as held:
        session = get_row(held, LabSession, session_id)
        of_project = Idea.project_id == session.project_id
        known = {_plain(text) for text in held.scalars(select(Idea.text).where(of_project))}
        numbers = set(held.scalars(select(Participant.number).where(Participant.project_id == session.project_id)))
    for line, cells in body:
        taken = {name: clean_text(cells[place]) if place < len(cells) else "" for name, place in columns.items()}
        spread = {name: clean_text(table.covered.get((line, place), "")) for name, place in columns.items()}
        text = without_bullet(taken["text"]) if bullets else taken["text"]
        author = taken.get("author") or spread.get("author", "")
        theme = taken.get("theme") or spread.get("theme", "")
        row = ImportRow(line, text, theme[:LONGEST_LINE], author, _fate(text, author, known, numbers))
        if row.fate is Fate.NEW:
            known.add(_plain(text))
        rows.append(row)
    return ImportPlan(tuple(rows))


def import_ideas(library: Library, *, session_id: UUID, rows: Sequence[ImportRow]) -> Changed[int]:
    """Make ideas of rows, all or none, in one undo step; themes that are not there yet are made.

    The record is how many there are. Raises InputError where nothing is left, or a participant is not known.
    """
    words = mark("An idea taken in") if len(rows) == 1 else mark("{n} ideas taken in", n=len(rows))
    with library.write("import ideas", undo=words, session_id=session_id) as work:
        session = open_session(work, session_id)
        if not rows:
            raise InputError(mark("Nothing is left to be taken in."))
        themes = _themes(work, session.project_id)
        people = _people(work, session.project_id)
        pen = Pen(work, session)
        for row in rows:
            author = people.get(_number(row.author))
            if row.author and author is None:
                raise InputError(mark("Row {row}: nobody has the number {n}.", row=row.line, n=row.author))
            theme_id = _theme(work, session.project_id, themes, row.theme) if row.theme else None
            pen.write(row.text, author=author, theme_id=theme_id)
        changed = work.changed(len(rows))
    return changed


def without_bullet(text: str) -> str:
    """A line without the number, the dot or the dash it begins with."""
    return _BULLET.sub("", text, count=1).strip()


def fate_words(fate: Fate) -> Message:
    """What happens to a row, in words."""
    return {
        Fate.NEW: mark("is taken in"),
        Fate.EMPTY: mark("is empty"),
        Fate.KNOWN: mark("is there already"),
        Fate.TOO_LONG: mark("is too long"),
        Fate.NOBODY: mark("unknown participant"),
    }[fate]


def _columns(table: Table) -> tuple[dict[str, int], tuple[tuple[int, tuple[str, ...]], ...]]:
    """Which column holds what, and the rows below the header; a single column needs none."""
    head = [_plain(cell) for cell in table.rows[0][1]]
    found = {
        name: place
        for name, words in _HEADS.items()
        if (place := next((head.index(word) for word in words if word in head), None)) is not None
    }
    if "text" in found:
        return found, table.rows[1:]
    if max(sum(1 for cell in cells if cell) for _line, cells in table.rows) == 1:
        place = next(at for at, cell in enumerate(table.rows[0][1]) if cell)
        return {"text": place}, table.rows
    raise InputError(
        mark("No column says that it holds ideas. Please write “Idea” above the column with the ideas, in row {row}.",
             row=table.rows[0][0])
    )  # fmt: skip


def _fate(text: str, author: str, known: set[str], numbers: set[int]) -> Fate:
    if not says_something(text):
        return Fate.EMPTY
    if len(text) > LONGEST_NOTE:
        return Fate.TOO_LONG
    if _plain(text) in known:
        return Fate.KNOWN
    if author and _number(author) not in numbers:
        return Fate.NOBODY
    return Fate.NEW


def _number(author: str) -> int | None:
    """The number of a participant as it was written; nothing where it is none."""
    return int(author) if author.isdecimal() and len(author) <= _MOST_DIGITS else None


def _plain(text: str) -> str:
    return "".join(clean_text(text).casefold().split())


def _themes(work: UnitOfWork, project_id: UUID) -> dict[str, Theme]:
    chosen = select(Theme).where(Theme.project_id == project_id).order_by(Theme.position)
    return {_plain(theme.title): theme for theme in work.rows.scalars(chosen)}


def _theme(work: UnitOfWork, project_id: UUID, themes: dict[str, Theme], title: str) -> UUID:
    key = _plain(title)
    if key not in themes:
        used = [theme.colour for theme in themes.values()]
        colour = min(range(COLOURS), key=used.count)
        themes[key] = work.add(Theme(project_id=project_id, position=len(themes), title=title, colour=colour))
    return themes[key].id


def _people(work: UnitOfWork, project_id: UUID) -> dict[int | None, UUID]:
    chosen = select(Participant.number, Participant.id).where(Participant.project_id == project_id)
    return {number: key for number, key in work.rows.execute(chosen)}
