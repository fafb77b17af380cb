"""Can every value of the library be read: tables, columns, and in each row what its column holds."""

from collections.abc import Sequence

from sqlalchemy import Column, Integer, LargeBinary, String, Table, Text, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.tables.all import METADATA

# SQLite keeps anything in any column; these would be handed on as they are.
_PLAIN: dict[type, type] = {String: str, Text: str, Integer: int}


def value_faults(rows: Session) -> list[Message]:
    """The tables that are missing or hold what no program of ours writes."""
    there = inspect(rows.connection())
    names = set(there.get_table_names())
    findings: list[Message] = []
    for table in METADATA.sorted_tables:
        columns = {column["name"] for column in there.get_columns(table.name)} if table.name in names else set[str]()
        if not {column.name for column in table.columns} <= columns:
            findings.append(mark("The table {table} is missing or not whole.", table=table.name))
        elif not _is_readable(rows, table):
            findings.append(mark("The table {table} holds values that cannot be read.", table=table.name))
    return findings


def _is_readable(rows: Session, table: Table) -> bool:
    columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
    try:
        return all(_fits(columns, row) for row in rows.execute(select(*columns)))
    except DBAPIError:
        raise
    except Exception:  # what nobody of ours wrote can fail in any way
        return False


def _fits(columns: Sequence[Column[object]], row: Sequence[object]) -> bool:
    for column, value in zip(columns, row, strict=True):
        kind = _PLAIN.get(type(column.type), object)
        if not isinstance(value, kind) and not (value is None and column.nullable):
            return False
    return True
