"""The journal of an archive: a chain of digests that can be checked, with the content of what concerns the archive alone.

An entry about another project is there by its digest only; that holds the chain together and tells nothing. Entries that came
from other laptops go along, so that every laptop knows what each of the others has seen.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.tables.archives import ImportedEntry
from workshop.models.tables.history import JournalEntry
from workshop.services.archiving.encoding import canonical, read_json
from workshop.services.archiving.tables import FORMAT, VERSION
from workshop.services.keeping.journal import START, content_of, digest_of

# What an import changes was changed on the laptop that it came from, and is told there.
IMPORTING = "take in archive"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its place in a chain; `content` is none where it is about something else."""

    digest: str
    before: str
    sequence: int
    content: dict[str, Any] | None = None


def read_journal(rows: Session) -> tuple[list[Entry], list[Entry]]:
    """This library's own entries in order, and those that came from others."""
    own: list[Entry] = []
    before = START
    for entry in rows.scalars(select(JournalEntry).order_by(JournalEntry.sequence)):
        own.append(Entry(entry.digest, before, entry.sequence, content_of(entry)))
        before = entry.digest
    chosen = select(ImportedEntry).order_by(ImportedEntry.sequence, ImportedEntry.digest)
    others = [Entry(one.digest, one.before, one.sequence, one.content) for one in rows.scalars(chosen)]
    return own, others


def write_journal(own: Sequence[Entry], others: Sequence[Entry], *, keys: frozenset[str]) -> bytes:
    """The journal as a JSON document, one entry a line; content is told where it names one of `keys`."""
    seen = {entry.digest for entry in own}
    told = {"entries": list(own), "others": [entry for entry in others if entry.digest not in seen]}
    parts = [
        f'"{name}":[\n' + ",\n".join(canonical(_plain(entry, keys)) for entry in entries) + "\n]"
        for name, entries in told.items()
    ]
    head = canonical({"format": FORMAT, "version": VERSION})[:-1]
    return f"{head},{','.join(parts)}}}\n".encode()


def parse_journal(content: bytes) -> tuple[Entry, ...]:
    """All entries of a journal, each checked against its digest, the archive's own from the first on.

    Raises InputError where the chain is broken.
    """
    document = read_json(content, file="journal.json")
    try:
        told = msgspec.convert(document, _Document)
        if (told.format, told.version) != (FORMAT, VERSION):
            raise ValueError
        before = START
        for number, entry in enumerate(told.entries, start=1):
            if entry.before != before or entry.sequence != number:
                raise ValueError
            before = entry.digest
        for entry in (*told.entries, *told.others):
            _check(entry)
    except (msgspec.ValidationError, ValueError, KeyError, TypeError) as error:
        raise InputError(mark("The archive is refused: its journal was changed or is incomplete.")) from error
    return tuple(Entry(one.digest, one.before, one.sequence, one.content) for one in (*told.entries, *told.others))


def subjects_of(content: Mapping[str, Any]) -> Iterator[str]:
    """Every text in the details of an entry: keys of rows, and keys of rows taken together."""
    pending: list[Any] = [content["details"]]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            pending += value.values()  # pyright: ignore[reportUnknownArgumentType]
        elif isinstance(value, list):
            pending += value  # pyright: ignore[reportUnknownArgumentType]


def row_keys(tables: Iterable[Mapping[tuple[Any, ...], Any]]) -> frozenset[str]:
    """The keys of rows as the journal writes them."""
    return frozenset("/".join(str(part) for part in key) for rows in tables for key in rows)


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    digest: str
    before: str
    sequence: int
    content: dict[str, Any] | None = None


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    entries: list[_Entry]
    others: list[_Entry]


class _Content(msgspec.Struct, forbid_unknown_fields=True):
    sequence: int
    at: str
    role: str
    station: str
    verb: str
    details: dict[str, Any]


def _check(entry: _Entry) -> None:
    """Raise ValueError where an entry is not what its digest says."""
    for digest in (entry.digest, entry.before):
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError("no digest")
    if not 0 < entry.sequence < 2**31:
        raise ValueError("no number")
    if entry.content is not None:
        msgspec.convert(entry.content, _Content)
        json.dumps(entry.content, ensure_ascii=False).encode()
        if entry.content["sequence"] != entry.sequence or digest_of(entry.content, entry.before) != entry.digest:
            raise ValueError("changed")


def _plain(entry: Entry, keys: frozenset[str]) -> dict[str, Any]:
    told: dict[str, Any] = {"digest": entry.digest, "before": entry.before, "sequence": entry.sequence}
    if entry.content is not None and not keys.isdisjoint(subjects_of(entry.content)):
        told["content"] = entry.content
    return told
