"""Are the indexes there that the migrations make: without one nothing is lost, but the work becomes slow."""

from sqlalchemy import Index, inspect
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex

from workshop.language import Message, mark
from workshop.models.tables.all import METADATA


def index_faults(rows: Session) -> list[Message]:
    """The indexes that are missing or cover other columns, each with the statement that makes it anew."""
    connection = rows.connection()
    there = {
        (table, index["name"], *index["column_names"])
        for (_schema, table), indexes in inspect(connection).get_multi_indexes().items()
        for index in indexes
    }
    wanted = [index for table in METADATA.sorted_tables for index in sorted(table.indexes, key=_name)]
    return [
        mark(
            "The index {index} of the table {table} is missing. Nothing is lost, but the work becomes slow. "
            "Restore a backup that has it, or run this in the database: {statement}",
            index=_name(index),
            table=_table(index),
            statement=f"{CreateIndex(index).compile(connection)};",
        )
        for index in wanted
        if (_table(index), _name(index), *(column.name for column in index.columns)) not in there
    ]


def _name(index: Index) -> str:
    return str(index.name)


def _table(index: Index) -> str:
    return index.table.name if index.table is not None else ""
