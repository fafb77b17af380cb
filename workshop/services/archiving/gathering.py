"""The rows of a project or of one session, with all that they refer to, as an archive holds them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.enums import Electorate, FormState, PollState
from workshop.models.records.reports import SMALLEST_CELL
from workshop.services.archiving.tables import KEPT, key_columns, references_of, table_of

Key = tuple[Any, ...]
Row = dict[str, Any]
Rows = dict[str, dict[Key, Row]]

_AT_ONCE = 500  # keys in one question to the database
_RUNNING = (PollState.OPEN, PollState.PAUSED)


@dataclass
class Gathered:
    """Rows by table and key, values as the columns hold them; and what was left out, in words."""

    rows: Rows = field(default_factory=lambda: {name: {} for name in KEPT})
    left_out: tuple[Message, ...] = ()


def gather(rows: Session, *, project_id: UUID, session_id: UUID | None, with_register: bool) -> Gathered:
    """The rows of a project, or of one of its sessions with all that these refer to.

    Votes that are running are left out with their ballots, which are sealed. Without the register there are no names,
    contacts, consents and memberships, and what describes a person is told only where at least five share it.
    """
    reader = _Reader(rows, with_register=with_register)
    reader.read_owned(project_id, session_id)
    reader.close()
    gathered = Gathered(reader.found, reader.left_out())
    if not with_register:
        veil(gathered.rows["participant"].values())
    return gathered


def everything_of(rows: Session, *, project_id: UUID) -> Rows:
    """Every row of a project that is here, running votes and personal data too; for putting an archive to it."""
    reader = _Reader(rows, with_register=True, with_running=True)
    reader.read_owned(project_id, None)
    reader.close()
    return reader.found


def veil(people: Iterable[Row]) -> None:
    """Empty what describes a person, but for age band and gender where at least five of a sector share both.

    Those of whom nothing is told are none or at least five. Doing it twice is the same as once.
    """
    listed = list(people)
    for person in listed:
        person["neighbourhood"] = ""
    sizes = Counter(_description(person) for person in listed)
    told = {one for one, size in sizes.items() if any(one[1:]) and size >= SMALLEST_CELL}
    while told and 0 < sum(size for one, size in sizes.items() if one not in told) < SMALLEST_CELL:
        told.remove(min(told, key=lambda one: (sizes[one], [str(word) for word in one])))
    for person in listed:
        if _description(person) not in told:
            person["age_band"] = person["gender"] = None


def _description(person: Row) -> tuple[Any, ...]:
    return person["sector"], person["age_band"], person["gender"]


class _Reader:
    """Reads rows until everything that they refer to is there."""

    def __init__(self, rows: Session, *, with_register: bool, with_running: bool = False) -> None:
        self._rows = rows
        self._with_running = with_running
        self._with_register = with_register
        self.found: Rows = {name: {} for name in KEPT}
        self._running: dict[UUID, str] = {}

    def read_owned(self, project_id: UUID, session_id: UUID | None) -> None:
        """The rows that belong to the project or the session itself."""
        for name in KEPT:
            if name == "project" or KEPT[name].personal:
                continue
            table = table_of(name)
            if session_id is None:
                self._read_of_project(table, project_id)
            elif name == "lab_session":
                self._keep(table, table.c.id == session_id)
            elif name == "participant":  # all of them, since a turnout may be of everybody who is registered
                self._keep(table, table.c.project_id == project_id)
            elif name not in _FRAME:
                self._read_of_session(table, session_id)
        self._keep(table_of("project"), table_of("project").c.id == project_id)

    def close(self) -> None:
        """Add what is referred to, a vote as a whole, and what is personal of everybody who is then among them."""
        self._add_missing()
        for name in ("poll_option", "ballot", "named_ballot", "voter_mark"):
            self._keep_children(table_of(name), ("poll_id",))
        self._add_missing()
        personal = [name for name, kept in KEPT.items() if kept.personal] if self._with_register else []
        if any(poll["electorate"] is Electorate.ORGANIZATIONS for poll in self.found["poll"].values()):
            personal.append("membership")  # without it nobody knows how many delegates could vote
        for name in personal:
            table = table_of(name)
            self._keep_in(table, table.c.participant_id, (key for (key,) in self.found["participant"]))
        self._add_missing()
        for row in self.found["follow_up"].values():
            if row["poll_id"] in self._running:
                row["poll_id"] = None

    def left_out(self) -> tuple[Message, ...]:
        """What is not in the archive although it belongs there, or will change still."""
        told = [
            mark("The vote “{title}” is still running. It is not in the archive; close it first.", title=title)
            for title in self._running.values()
        ]
        told += [
            mark("The vote “{title}” has not begun: it is in the archive as it was prepared.", title=poll["title"])
            for poll in self.found["poll"].values()
            if poll["state"] is PollState.DRAFT
        ]
        told += [
            mark(
                "The form “{title}” is still open: only the answers up to now are in the archive.", title=form["title"]
            )
            for form in self.found["evaluation_form"].values()
            if form["state"] is FormState.OPEN
        ]
        if not self._with_register:
            told.append(mark("Names, contacts and motives of participants stay in this library."))
        return tuple(told)

    def _read_of_project(self, table: Table, project_id: UUID) -> None:
        if KEPT[table.name].owner == "project_id":
            self._keep(table, table.c.project_id == project_id)
        else:
            self._keep_children(table, (KEPT[table.name].owner,))

    def _read_of_session(self, table: Table, session_id: UUID) -> None:
        kept = KEPT[table.name]
        if "lab_session_id" in table.c:
            self._keep(table, table.c.lab_session_id == session_id)
            self._keep_children(table, kept.also)
        else:
            self._keep_children(table, (kept.owner,))

    def _keep_children(self, table: Table, columns: Iterable[str]) -> None:
        """The rows of a table whose parents are there."""
        references = references_of(table.name)
        for column in columns:
            parents = [key for (key,) in self.found[references[column]]]
            self._keep_in(table, table.c[column], parents)

    def _add_missing(self) -> None:
        while missing := self._missing():
            for name, keys in missing.items():
                table = table_of(name)
                before = len(self.found[name])
                self._keep_in(table, table.c.id, keys)
                if len(self.found[name]) == before:
                    self._forget_dangling(name, keys)

    def _missing(self) -> dict[str, set[UUID]]:
        """Keys that are referred to and not there, by table."""
        missing: dict[str, set[UUID]] = {}
        for name, rows in self.found.items():
            for column, target in references_of(name).items():
                there = self.found[target]
                lacking = {row[column] for row in rows.values() if row[column] and (row[column],) not in there}
                lacking -= self._running.keys() if target == "poll" else set()
                if lacking:
                    missing.setdefault(target, set()).update(lacking)
        return missing

    def _forget_dangling(self, target: str, keys: set[UUID]) -> None:
        """A reference without a foreign key may point at what is gone."""
        for name, rows in self.found.items():
            for column in (column for column, to in references_of(name).items() if to == target):
                for row in rows.values():
                    row[column] = None if row[column] in keys else row[column]

    def _keep_in(self, table: Table, column: ColumnElement[Any], keys: Iterable[Any]) -> None:
        listed = sorted(set(keys), key=str)
        for start in range(0, len(listed), _AT_ONCE):
            self._keep(table, column.in_(listed[start : start + _AT_ONCE]))

    def _keep(self, table: Table, *conditions: ColumnElement[bool]) -> None:
        key = key_columns(table.name)
        for line in self._rows.execute(select(table).where(or_(*conditions))).mappings():
            row = dict(line)
            if table.name == "poll" and row["state"] in _RUNNING and not self._with_running:
                self._running[row["id"]] = row["title"]
                continue
            self.found[table.name][tuple(row[name] for name in key)] = row


# What a session stands in: it comes along where a row refers to it.
_FRAME = {
    "phase", "support_item", "city_service", "theme", "organization", "participant", "indicator", "pilot", "field_shift",
}  # fmt: skip
