"""Undo as recorded inverse changes: rows before and after, kept with the words under which they are taken back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import JSON, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.errors import RefusedError
from workshop.models.tables.all import METADATA
from workshop.models.tables.history import UndoStep

Values = dict[str, Any]
MOST_NAMED = 5  # keys of one table in an entry of the journal
_UNNAMED = frozenset({"answer"})  # the journal tells when, and when somebody answered is told nowhere


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, as plain values by column; none where it was not there."""

    table: str
    before: Values | None
    after: Values | None

    @property
    def key_text(self) -> str:
        """The row's key as text."""
        values = self.after or self.before or {}
        return "/".join(str(values[column.name]) for column in METADATA.tables[self.table].primary_key)

    def followed_by(self, later: "RowChange") -> "RowChange":
        """Both changes of one row as one."""
        return RowChange(self.table, self.before, later.after)

    def reversed(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.after, self.before)


def remember(
    rows: Session, *, station: str, session_id: UUID | None, words: Message, changes: Sequence[RowChange]
) -> None:
    """Keep a step; what had been undone by this station can no longer be redone."""
    rows.execute(delete(UndoStep).where(UndoStep.station == station, UndoStep.undone))
    last = rows.scalar(select(func.max(UndoStep.sequence)).where(UndoStep.station == station)) or 0
    rows.add(
        UndoStep(
            station=station,
            sequence=last + 1,
            lab_session_id=session_id,
            words=encode_words(words),
            rows=[[change.table, change.before, change.after] for change in changes],
        )
    )


def subjects_of(changes: Iterable[RowChange]) -> dict[str, list[str]]:
    """The keys of changed rows, at most a few of each table, for the journal; words and names stay out of it."""
    subjects: dict[str, list[str]] = {}
    for change in changes:
        if change.table not in _UNNAMED:
            subjects.setdefault(change.table, []).append(change.key_text)
    return {table: keys[:MOST_NAMED] for table, keys in subjects.items()}


def forget(rows: Session, *, session_id: UUID) -> None:
    """Drop the steps of a session that is closed."""
    rows.execute(delete(UndoStep).where(UndoStep.lab_session_id == session_id))


def apply(rows: Session, changes: Sequence[RowChange]) -> None:
    """Bring rows from `before` to `after`.

    Raises RefusedError where a row is no longer as it was left, or something else now depends on it; nothing is changed then.
    """
    place = {table.name: index for index, table in enumerate(METADATA.sorted_tables)}
    gone = [change for change in changes if change.after is None]
    come = [change for change in changes if change.before is None]
    kept = [change for change in changes if change.before is not None and change.after is not None]
    try:
        for change in sorted(come, key=lambda item: place[item.table]):
            rows.execute(insert(_table(change)).values(**_decode(_table(change), change.after or {})))
        for change in kept:
            _put(rows, change)
        for change in sorted(gone, key=lambda item: -place[item.table]):
            _check(rows, change)
            rows.execute(delete(_table(change)).where(*_is(change)))
    except IntegrityError as error:
        raise RefusedError(mark("This can no longer be undone, because something else now depends on it.")) from error


def encode(table: Table, values: Values | None) -> Values | None:
    """Column values as plain JSON values."""
    return (
        None if values is None else msgspec.to_builtins({column.name: values[column.name] for column in table.columns})
    )


def encode_words(words: Message) -> str:
    """The words of a step as text; values that are messages themselves are kept as such."""
    return json.dumps(_plain(words), ensure_ascii=False)


def decode_words(text: str) -> Message:
    """The words of a step again."""
    return _message(json.loads(text))


def _plain(words: Message) -> list[Any]:
    return [words.msgid, {name: _plain(v) if isinstance(v, Message) else v for name, v in words.values}]


def _message(plain: Any) -> Message:
    msgid, values = plain
    return mark(msgid, **{name: _message(v) if isinstance(v, list) else v for name, v in values.items()})


def _table(change: RowChange) -> Table:
    return METADATA.tables[change.table]


def _is(change: RowChange) -> list[Any]:
    table = _table(change)
    key = _decode(table, change.before or change.after or {})
    return [column == key[column.name] for column in table.primary_key]


def _check(rows: Session, change: RowChange, *columns: str) -> None:
    """The row is still as it was left, at least in the given columns."""
    table = _table(change)
    row = rows.execute(select(table).where(*_is(change))).mappings().one_or_none()
    left = change.before or {}
    current = encode(table, dict(row)) if row is not None else None
    names = columns or tuple(left)
    if current is None or any(current[name] != left[name] for name in names):
        raise RefusedError(mark("This can no longer be undone, because it was changed again in the meantime."))


def _put(rows: Session, change: RowChange) -> None:
    before, after = change.before or {}, change.after or {}
    differing = [name for name in after if after[name] != before.get(name)]
    if not differing:
        return
    _check(rows, change, *differing)
    table = _table(change)
    values = _decode(table, after)
    rows.execute(update(table).where(*_is(change)).values(**{name: values[name] for name in differing}))


def _decode(table: Table, plain: Values) -> Values:
    """Plain JSON values as what the columns hold."""
    return {name: _value(table, name, value) for name, value in plain.items()}


def _value(table: Table, name: str, value: Any) -> Any:
    kind = table.columns[name].type
    if value is None or isinstance(kind, JSON):
        return value
    enum = getattr(kind, "enum_class", None)
    return enum(value) if enum else msgspec.convert(value, kind.python_type, strict=False)
