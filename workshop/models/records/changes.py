"""What a verb changed: views look at it to know whether they are stale, undo takes its words from it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from workshop.language import Message

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """The record after a verb, the names of the tables it touched, and the words of its undo (none where there is none)."""

    record: T
    touched: frozenset[str]
    undo: Message | None = None

    def touches(self, *names: str) -> bool:
        """Whether any of these tables was touched."""
        return not self.touched.isdisjoint(names)
