"""What tables of open data are made of: columns with their meaning, rows, and texts in which nothing points to a person."""

from dataclasses import dataclass, field
from typing import Any

from workshop.language import Message
from workshop.methods.personal_data import mask_personal_data


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column: its name, its Frictionless type, and what it means."""

    name: str
    type: str
    about: Message


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table of open data."""

    name: str
    about: Message
    columns: tuple[OpenColumn, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass
class Mask:
    """Masks what points to a person, and counts the texts in which that was needed."""

    masked: int = field(default=0)

    def __call__(self, text: str) -> str:
        """The text with telephone numbers, addresses and the like made unreadable."""
        told = mask_personal_data(text)
        self.masked += told != text
        return told
