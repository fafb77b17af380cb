"""The append-only journal: what was done, when, in which role; each entry chained by hash to the one before.

It holds keys, never words or names, and nothing at all about a secret ballot: the time of an entry would give its order away.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.models.enums import Role
from workshop.models.tables.history import JournalEntry, JournalHead
from workshop.models.tables.projects import Project

START = "0" * 64


def append(rows: Session, *, at: datetime, role: Role, station: str, verb: str, details: dict[str, Any]) -> None:
    """Add an entry at the end; writers wait for each other on the head of the journal."""
    head = rows.execute(select(JournalHead).with_for_update()).scalar_one_or_none()
    if head is None:
        head = JournalHead(id=1, sequence=0, digest=START)
        rows.add(head)
        rows.flush()
    entry = JournalEntry(
        sequence=head.sequence + 1, at=at, role=role, station=station, verb=verb, details=details, digest=""
    )
    entry.digest = digest_of(content_of(entry), head.digest)
    head.sequence, head.digest = entry.sequence, entry.digest
    rows.add(entry)
    rows.flush()


def content_of(entry: JournalEntry) -> dict[str, Any]:
    """What an entry says, as plain JSON values; this is what its digest is taken of."""
    return {
        "sequence": entry.sequence,
        "at": entry.at.astimezone(UTC).isoformat(),
        "role": entry.role.value,
        "station": entry.station,
        "verb": entry.verb,
        "details": entry.details,
    }


def digest_of(content: Mapping[str, Any], before: str) -> str:
    """SHA-256 over an entry's content and the digest of the entry before it, in hexadecimal."""
    told = [before, *(content[name] for name in ("sequence", "at", "role", "station", "verb", "details"))]
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def broken_entries(rows: Session) -> Iterator[int]:
    """The sequence numbers of entries that do not fit the chain, and of the head where it does not fit the end.

    A library with a project and without any journal has lost it.
    """
    before, expected = START, 1
    for entry in rows.scalars(select(JournalEntry).order_by(JournalEntry.sequence)):
        if entry.sequence != expected or entry.digest != digest_of(content_of(entry), before):
            yield entry.sequence
        before, expected = entry.digest, entry.sequence + 1
    head = rows.scalar(select(JournalHead))
    if (head.digest, head.sequence) != (before, expected - 1) if head else rows.scalar(select(Project.id).limit(1)):
        yield expected
