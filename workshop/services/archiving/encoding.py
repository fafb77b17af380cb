"""Rows as JSON that is the same for the same rows, and back again with distrust.

Keys in order, moments in UTC, one row a line, so that two archives can be laid side by side. Back again every value has to be
of its column's type and within its bounds, since a table would take almost anything.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NoReturn

import msgspec
from sqlalchemy import JSON, Integer, String, Table

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.records.evaluations import AnswerValue, ItemRecord
from workshop.services.archiving.gathering import Row, Rows
from workshop.services.archiving.tables import FORMAT, VERSION, columns_of, key_columns, table_of

_INTEGERS = range(-(2**53), 2**53)  # beyond, other programs that read JSON lose the last digits
PlainRow = dict[str, Any]


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    table: str
    version: int
    rows: list[PlainRow]


def plain(values: Any) -> Any:
    """Values as JSON knows them: keys and moments as text, moments in UTC."""
    return msgspec.to_builtins(values)


def canonical(value: Any) -> str:
    """JSON with its keys in order and without blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def plain_rows(rows: Rows) -> dict[str, list[PlainRow]]:
    """Rows by table in a fixed order: by key, ballots by what is on them, since they bear no keys."""
    told: dict[str, list[PlainRow]] = {}
    for name, found in rows.items():
        columns, keys = columns_of(name), [key for key in key_columns(name) if key in columns_of(name)]
        made = [{column: plain(_utc(row[column])) for column in columns} for row in found.values()]
        told[name] = sorted(made, key=lambda row: (canonical([row[key] for key in keys]), canonical(row)))
    return told


def write_table(name: str, rows: list[PlainRow]) -> bytes:
    """A table as a JSON document with one row a line."""
    head = canonical({"format": FORMAT, "table": name, "version": VERSION})[:-1]
    lines = ",\n".join(_line(row) for row in rows)
    return f'{head},"rows":[\n{lines}\n]}}\n'.encode() if rows else f'{head},"rows":[]}}\n'.encode()


def _line(row: PlainRow) -> str:
    """A row with its columns in order; within a document the order is kept, since the order of choices is one."""
    return json.dumps(
        {name: row[name] for name in sorted(row)}, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def read_json(content: bytes, *, file: str) -> Any:
    """A JSON document; raises InputError where it is none, says a key twice, or holds what JSON does not know."""
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise InputError(mark("The archive is refused: {file} cannot be read.", file=file)) from error


def read_table(name: str, content: bytes, *, older: bool) -> list[Row]:
    """The rows of a table, each value as its column holds it; an older archive may lack columns that have a default.

    Raises InputError with the table and the row where something does not fit.
    """
    file = f"{name}.json"
    document = read_json(content, file=file)
    try:
        told = msgspec.convert(document, _Table)
        fits = (told.format, told.table, told.version) == (FORMAT, name, VERSION)
    except msgspec.ValidationError:
        fits, told = False, None
    if not fits or told is None:
        raise InputError(mark("The archive is refused: {file} cannot be read.", file=file))
    return [_row(name, row, number, older=older) for number, row in enumerate(told.rows, start=1)]


def _row(name: str, row: PlainRow, number: int, *, older: bool) -> Row:
    table, columns = table_of(name), columns_of(name)
    unknown = row.keys() - set(columns)
    lacking = [column for column in columns if column not in row]
    if unknown or (lacking and not older):
        _refuse(name, number, column=min(unknown or lacking))
    values = {column: _value(table, column, row[column], number) for column in columns if column in row}
    for column in lacking:
        values[column] = _default(table, column, number)
    return values


def _value(table: Table, column: str, given: Any, number: int) -> Any:
    kind = table.columns[column].type
    if given is None:
        if not table.columns[column].nullable:
            _refuse(table.name, number, column=column)
        return None
    try:
        if isinstance(kind, JSON):
            return _document(table.name, column, given)
        wanted: Any = getattr(kind, "enum_class", None) or kind.python_type
        value = msgspec.convert(given, wanted)
        _check_bounds(kind, value)
    except (msgspec.ValidationError, ValueError, OverflowError):
        _refuse(table.name, number, column=column)
    return value


def _check_bounds(kind: Any, value: Any) -> None:
    """Raise ValueError for what one of the databases would not take."""
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("a moment without its zone")
    if isinstance(value, Decimal) and not (
        value.is_finite() and abs(value.adjusted()) < 40 and len(f"{value:f}") <= 40
    ):
        raise ValueError("no number that is kept")
    if isinstance(kind, Integer) and value not in _INTEGERS:
        raise ValueError("a number too large")
    if isinstance(value, str) and not isinstance(value, StrEnum):
        _check_text(value)
        if isinstance(kind, String) and kind.length is not None and len(value) > kind.length:
            raise ValueError("a text too long")


def _check_text(value: str) -> None:
    value.encode()  # half a character is a ValueError
    if "\x00" in value:
        raise ValueError("a sign that no text holds")


# What the columns that hold documents take.
_SHAPES: Mapping[tuple[str, str], Any] = {
    ("poll", "by_channel"): dict[str, int],
    ("ballot", "choices"): dict[str, int],
    ("named_ballot", "choices"): dict[str, int],
    ("answer", "values"): dict[str, AnswerValue],
    ("evaluation_form", "items"): list[ItemRecord],
}


def _document(table: str, column: str, given: Any) -> Any:
    _check_text(canonical(given))
    msgspec.convert(given, _SHAPES[table, column])
    return given


def _default(table: Table, column: str, number: int) -> Any:
    """What a column holds that an older archive does not know."""
    default: Any = table.columns[column].default
    if default is not None:
        return default.arg(None) if callable(default.arg) else default.arg
    if not table.columns[column].nullable:
        _refuse(table.name, number, column=column)
    return None


def _utc(value: Any) -> Any:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _refuse(table: str, row: int, *, column: str) -> NoReturn:
    raise InputError(
        mark(
            "The archive is refused: row {row} of {file} does not fit in “{column}”.",
            row=row,
            file=f"{table}.json",
            column=column[:60],
        )
    )
