"""The date of a document is the date of its data: the clock of the laptop has no part in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from typing import Any, cast

_HAPPENED = frozenset({"as_of", "opened_on", "closed_on"})  # days that are no plans


def latest_moment(record: object) -> datetime | None:
    """The latest moment at which something in a record happened, in UTC; none where nothing in it has a date."""
    return max(_moments(record), default=None)


def _moments(value: Any) -> Iterator[datetime]:
    if isinstance(value, datetime):
        yield value.astimezone(UTC)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name in _HAPPENED and type(inner) is date:
                yield datetime.combine(inner, time(), tzinfo=UTC)
            else:
                yield from _moments(inner)
    elif isinstance(value, Mapping):
        yield from _moments(cast("Mapping[Any, Any]", value).values())
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for item in cast("Iterable[Any]", value):
            yield from _moments(item)
