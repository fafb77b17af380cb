"""The unit of work: one transaction, the rows it changed, its journal entry and its undo step."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, Session

from workshop.language import Message, mark
from workshop.models.errors import NotFoundError
from workshop.models.records.changes import Changed
from workshop.models.tables.base import Base
from workshop.services.keeping import journal, undo_steps
from workshop.services.keeping.undo_steps import RowChange

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library

Row = TypeVar("Row", bound=Base)
T = TypeVar("T")


class UnitOfWork:
    """What a verb works with: `rows` is its session; everything that is flushed through it is recorded.

    Only the library begins and ends one, and only here is anything committed.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        library: "Library",
        verb: str,
        undo: Message | None,
        session_id: UUID | None,
        journal: bool,
    ) -> None:
        self.rows = Session(connection, autoflush=True, expire_on_commit=False)
        self.undo = undo
        self.session_id = session_id
        self.details: dict[str, Any] = {}
        self.undoes: set[str] = set()  # tables whose rows come back with undo only in this act
        self._library = library
        self._verb = verb
        self._journal = journal
        self._changes: dict[tuple[str, str], RowChange] = {}
        self._touched: set[str] = set()
        event.listen(self.rows, "after_flush", self._record_flush)

    @property
    def now(self) -> datetime:
        """The moment of this act."""
        return self._library.now()

    def get(self, kind: type[Row], key: UUID | tuple[Any, ...], *, missing: Message | None = None) -> Row:
        """The row of a key; raises NotFoundError."""
        return get_row(self.rows, kind, key, missing=missing)

    def add(self, row: Row) -> Row:
        """A new row, written at once so that its key and its constraints are there."""
        self.rows.add(row)
        self.rows.flush()
        return row

    def remove(self, *rows: Base) -> None:
        """Delete rows."""
        for row in rows:
            self.rows.delete(row)
        self.rows.flush()

    def touch(self, *tables: str) -> None:
        """Say that tables changed which were written past the session."""
        self._touched.update(tables)

    def changed(self, record: T) -> Changed[T]:
        """The record of the verb with what it touched and how it is undone."""
        self.rows.flush()
        undoable = self.undo if self._changes else None
        return Changed(record, frozenset(self._touched), undoable)

    def finish(self) -> None:
        """Write the undo step and the journal entry of what was done."""
        self.rows.flush()
        if self.undo is not None and self._changes:
            undo_steps.remember(
                self.rows,
                station=self._library.station,
                session_id=self.session_id,
                words=self.undo,
                changes=list(self._changes.values()),
            )
        if self._journal and self._touched:
            journal.append(
                self.rows,
                at=self.now,
                role=self._library.role,
                station=self._library.station,
                verb=self._verb,
                details={**undo_steps.subjects_of(self._changes.values()), **self.details},
            )

    def _record_flush(self, rows: Session, _context: Any) -> None:
        self._record(rows.new, before=False, after=True)
        self._record((row for row in rows.dirty if rows.is_modified(row)), before=True, after=True)
        self._record(rows.deleted, before=True, after=False)

    def _record(self, changed: Iterable[Any], *, before: bool, after: bool) -> None:
        for row in changed:
            self._touched.add(row.__tablename__)
            if not row.undoable and row.__tablename__ not in self.undoes:
                continue
            change = RowChange(
                row.__tablename__,
                undo_steps.encode(row.__table__, _old_values(row) if before else None),
                undo_steps.encode(row.__table__, _values(row) if after else None),
            )
            key = (change.table, change.key_text)
            known = self._changes.get(key)
            self._changes[key] = known.followed_by(change) if known else change


def get_row(rows: Session, kind: type[Row], key: UUID | tuple[Any, ...], *, missing: Message | None = None) -> Row:
    """The row of a key; raises NotFoundError with `missing` or a general sentence."""
    row = rows.get(kind, key)
    if row is None:
        raise NotFoundError(missing or mark("This is no longer there. It may have been removed in the meantime."))
    return row


def new_id() -> UUID:
    """A random key."""
    return uuid4()


def _values(row: Base) -> dict[str, Any]:
    return {attribute.columns[0].name: getattr(row, attribute.key) for attribute in _mapper(row).column_attrs}


def _old_values(row: Base) -> dict[str, Any]:
    """The values as they were before the flush."""
    state: Any = inspect(row)
    old: dict[str, Any] = {}
    for attribute in _mapper(row).column_attrs:
        history = state.attrs[attribute.key].history
        old[attribute.columns[0].name] = history.deleted[0] if history.deleted else getattr(row, attribute.key)
    return old


def _mapper(row: Base) -> Mapper[Any]:
    mapper: Mapper[Any] = inspect(type(row))
    return mapper
