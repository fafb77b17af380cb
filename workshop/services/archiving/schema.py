"""What the columns of an archive's records mean to a program: types, bounds, references, fixed words."""

from typing import Any

from sqlalchemy import JSON, Column, String

from workshop.services.archiving.tables import FORMAT, KEPT, VERSION, columns_of, key_columns, references_of, table_of

_TYPES = {
    "str": "string", "int": "integer", "bool": "boolean", "datetime": "moment in UTC", "date": "date", "time": "time",
    "UUID": "uuid", "Decimal": "decimal number as text",
}  # fmt: skip


def schema_document() -> dict[str, Any]:
    """Every table of an archive with its key, its columns, and what they refer to."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "tables": {
            name: {
                "about": _about(name),
                "key": [key for key in key_columns(name) if key in columns_of(name)],
                "columns": {column: _column(name, table_of(name).columns[column]) for column in columns_of(name)},
            }
            for name in KEPT
        },
    }


def _column(table: str, column: Column[Any]) -> dict[str, Any]:
    kind = column.type
    words = getattr(kind, "enum_class", None)
    told: dict[str, Any] = {
        "type": "document" if isinstance(kind, JSON) else _TYPES.get(kind.python_type.__name__, "string")
    }
    if words is not None:
        told = {"type": "word", "words": [word.value for word in words]}
    elif isinstance(kind, String) and kind.length is not None:
        told["longest"] = kind.length
    told["needed"] = not column.nullable
    if column.name in references_of(table):
        told["refers to"] = references_of(table)[column.name]
    if column.name in KEPT[table].withheld:
        told["without the register"] = "emptied, or kept where at least five share it; empty then says nothing"
    return told


def _about(name: str) -> str:
    """The first line of what the table's class says of itself."""
    from workshop.models.tables.base import Base

    kind = next(mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__tablename__ == name)
    return (kind.__doc__ or "").strip().split("\n")[0]
