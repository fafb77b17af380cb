"""Is the library whole: pages, values, indexes, keys, journal chain, ballots against voter marks, photos against their files."""

import hashlib
from collections import Counter
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.tables.archives import ImportedEntry
from workshop.models.tables.history import JournalEntry
from workshop.models.tables.pictures import Picture, PictureContent
from workshop.models.tables.votes import Ballot, NamedBallot, Poll, VoterMark
from workshop.services.keeping.index_checks import index_faults
from workshop.services.keeping.journal import broken_entries, digest_of
from workshop.services.keeping.library import Library
from workshop.services.keeping.value_checks import value_faults
from workshop.services.voting.box_digest import BOX, box_digest


def check_library(library: Library) -> tuple[Message, ...]:
    """What is wrong with the library, in words; empty where nothing is."""
    with library.read() as rows:
        findings = [*_file_faults(rows, sqlite=library.database.is_sqlite), *value_faults(rows)]
        if not findings:  # what the rows say is looked at where all of them can be read
            imported, findings = _imported_entries(rows)
            findings += [
                *index_faults(rows),
                *_journal_faults(rows),
                *_vote_faults(rows),
                *_name_faults(rows),
                *_box_faults(rows, imported),
                *_photo_faults(rows),
            ]
    return tuple(findings)


def _file_faults(rows: Session, *, sqlite: bool) -> list[Message]:
    """SQLite's own checks; a server checks itself."""
    if not sqlite:
        return []
    connection = rows.connection()
    damage = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    findings = [mark("The file is damaged: {detail}", detail=detail) for detail in damage if detail != "ok"]
    for table, *_rest in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        findings.append(mark("A row of {table} refers to something that is not there.", table=str(table)))
    return findings


def _journal_faults(rows: Session) -> list[Message]:
    return [
        mark("The journal was changed or is incomplete at entry {number}.", number=number)
        for number in broken_entries(rows)
    ]


def _imported_entries(rows: Session) -> tuple[list[dict[str, Any]], list[Message]]:
    """What the entries that came with archives say, and whether some are not what their digests say."""
    told: list[dict[str, Any]] = []
    changed = 0
    for entry in rows.scalars(select(ImportedEntry).where(ImportedEntry.content.is_not(None))):
        content = entry.content or {}
        try:
            is_sound = digest_of(content, entry.before) == entry.digest
        except (KeyError, TypeError):
            is_sound = False
        changed += not is_sound
        told += [content] if is_sound else []
    if changed == 1:
        return told, [mark("An entry of a journal that came with an archive was changed.")]
    fault = mark("{n} entries of journals that came with archives were changed.", n=changed)
    return told, [fault] if changed else []


def _vote_faults(rows: Session) -> list[Message]:
    """Every vote has as many ballots as voter marks."""
    ballots = _per_poll(rows, Ballot) + _per_poll(rows, NamedBallot)
    marks = _per_poll(rows, VoterMark)
    titles = {poll_id: title for poll_id, title in rows.execute(select(Poll.id, Poll.title))}
    return [
        mark(
            "The vote “{title}” does not have as many ballots ({ballots}) as voters ({voters}).",
            title=titles.get(poll_id, str(poll_id)),
            ballots=ballots.get(poll_id, 0),
            voters=marks.get(poll_id, 0),
        )
        for poll_id in sorted(ballots.keys() | marks.keys())
        if ballots.get(poll_id, 0) != marks.get(poll_id, 0)
    ]


def _name_faults(rows: Session) -> list[Message]:
    """Every ballot by name is of somebody who is marked as a voter, and the reverse."""
    chosen = select(Poll.id, Poll.title).where(Poll.secret.is_(False))
    titles = {poll_id: title for poll_id, title in rows.execute(chosen)}
    named, marked = (
        {(poll_id, person) for poll_id, person in rows.execute(select(kind.poll_id, kind.participant_id))}
        for kind in (NamedBallot, VoterMark)
    )
    apart = {poll_id for poll_id, _person in named ^ {mark for mark in marked if mark[0] in titles}}
    return [
        mark("The ballots of the vote “{title}” are not of those who are marked as its voters.", title=title)
        for poll_id, title in titles.items()
        if poll_id in apart
    ]


def _box_faults(rows: Session, imported: list[dict[str, Any]]) -> list[Message]:
    """The ballots of every vote that is over are those of its close, which the journal knows; those of any other are sealed.

    Of a vote that was held on two laptops both journals are here: its ballots are those of one of them.
    """
    told: dict[str, set[str]] = {}
    for details in (*rows.scalars(select(JournalEntry.details)), *(content["details"] for content in imported)):
        for key, digest in details.get(BOX, {}).items():
            told.setdefault(key, set()).add(digest)
    findings: list[Message] = []
    for poll_id, title, closed_at in rows.execute(select(Poll.id, Poll.title, Poll.closed_at)):
        open_one, sealed_one = Ballot.choices.is_not(None), Ballot.sealed.is_not(None)
        wrongly = or_(~open_one, sealed_one) if closed_at else or_(open_one, ~sealed_one)
        changed = rows.scalar(select(Ballot.id).where(Ballot.poll_id == poll_id, wrongly).limit(1)) is not None
        known = told.get(str(poll_id)) if closed_at else None
        if changed or (known and box_digest(rows, poll_id) not in known):
            findings.append(mark("The ballots of the vote “{title}” were changed.", title=title))
    return findings


def _photo_faults(rows: Session) -> list[Message]:
    """Every photo has its file, and each file is what its name, the SHA-256, says."""
    there = set(rows.scalars(select(PictureContent.sha256)))
    missing = sum(content not in there for content in rows.scalars(select(Picture.content)))
    changed = 0
    for name in sorted(there):  # one after the other: together they may be larger than the memory
        whole = rows.scalar(select(PictureContent.whole).where(PictureContent.sha256 == name)) or b""
        changed += hashlib.sha256(whole).hexdigest() != name
    findings = [photos_missing(missing)] if missing else []
    if changed == 1:
        return [*findings, mark("The file of a photo was changed.")]
    return findings + ([mark("The files of {n} photos were changed.", n=changed)] if changed else [])


def photos_missing(n: int) -> Message:
    """That there are photos without a file."""
    return mark("The file of a photo is missing.") if n == 1 else mark("The files of {n} photos are missing.", n=n)


def _per_poll(rows: Session, kind: type[Ballot] | type[NamedBallot] | type[VoterMark]) -> Counter[UUID]:
    counted = select(kind.poll_id, func.count()).group_by(kind.poll_id)
    return Counter({poll_id: count for poll_id, count in rows.execute(counted)})
