"""What was set aside when archives were taken in: versions of rows that gave way, beside what is here now."""

from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, select
from sqlalchemy.orm import Session

from workshop.models.records.archives import SetAsideRecord
from workshop.models.tables.archives import SetAside
from workshop.services.archiving.tables import KEPT, key_columns, table_of
from workshop.services.archiving.wording import label_of, told_of
from workshop.services.keeping.library import Library


def list_set_aside(library: Library, *, project_id: UUID) -> tuple[SetAsideRecord, ...]:
    """The versions that were set aside in a project, in the order of an archive's tables."""
    with library.read() as rows:
        found = rows.scalars(select(SetAside).where(SetAside.project_id == project_id).order_by(SetAside.id))
        order = list(KEPT)
        listed = sorted(found, key=lambda one: (order.index(one.table_name), one.row_key))
        return tuple(_record(rows, one) for one in listed)


def _record(rows: Session, one: SetAside) -> SetAsideRecord:
    here = _row(rows, one.table_name, one.row_key)
    kept = told_of(one.table_name, here) if here else ""
    return SetAsideRecord(
        one.id, label_of(one.table_name, here or one.values), told_of(one.table_name, one.values), kept
    )


def _row(rows: Session, table_name: str, key: str) -> dict[str, Any] | None:
    """The row as it is here now, none where it is gone; the key is written as the journal writes it."""
    table = table_of(table_name)
    columns = [table.c[name] for name in key_columns(table_name)]
    parts = [
        UUID(part) if isinstance(column.type, Uuid) else part
        for column, part in zip(columns, key.split("/"), strict=True)
    ]
    chosen = select(table).where(*(column == part for column, part in zip(columns, parts, strict=True)))
    row = rows.execute(chosen).mappings().first()
    return dict(row) if row is not None else None
