"""What all mapped tables share: keys, kinds of column, naming of constraints."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its time zone, kept as UTC; SQLite would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What Python holds."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a moment without a zone is a fault of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """With its zone again."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class ExactNumber(TypeDecorator[Decimal]):
    """A number kept in its digits, so that no database rounds it."""

    impl = String(40)
    cache_ok = True

    @property
    def python_type(self) -> type[Decimal]:
        """What Python holds."""
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """To digits."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """From digits."""
        return None if value is None else Decimal(value)


def amount() -> TypeEngine[int]:
    """A column of money in whole units: 64 bits wherever numbers have a width; SQLite's have as many as they need."""
    return BigInteger().with_variant(Integer(), "sqlite")


def word(kind: type[StrEnum]) -> Enum:
    """A column of fixed words, kept as text so that every database holds the same."""
    return Enum(kind, native_enum=False, length=32, values_callable=_values_of)


def _values_of(kind: type[StrEnum]) -> list[str]:
    return [item.value for item in kind]


class Base(DeclarativeBase):
    """The tables of the library. `undoable` rows come back with undo; ballots, voter marks and single answers never do."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {datetime: UtcDateTime()}
    undoable: ClassVar[bool] = True


class Keyed:
    """A row with a UUID key, so that what two laptops made can be put together."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
