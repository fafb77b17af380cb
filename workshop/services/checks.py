"""Is the library whole: pages, keys, journal chain, ballots against voter marks."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.language import Message, mark
from workshop.models.tables.votes import Ballot, Poll, VoterMark
from workshop.services.journal import broken_entries
from workshop.services.library import Library


def check_library(library: Library) -> tuple[Message, ...]:
    """What is wrong with the library, in words; empty where nothing is."""
    with library.read() as rows:
        findings = [*_file_faults(rows, sqlite=library.database.is_sqlite), *_journal_faults(rows), *_vote_faults(rows)]
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


def _vote_faults(rows: Session) -> list[Message]:
    """Every vote has as many ballots as voter marks."""
    ballots = _per_poll(rows, Ballot)
    marks = _per_poll(rows, VoterMark)
    titles = {poll_id: title for poll_id, title in rows.execute(select(Poll.id, Poll.title))}
    return [
        mark(
            "The vote “{title}” has {ballots} ballots but {voters} voters.",
            title=titles.get(poll_id, str(poll_id)),
            ballots=ballots.get(poll_id, 0),
            voters=marks.get(poll_id, 0),
        )
        for poll_id in sorted(ballots.keys() | marks.keys())
        if ballots.get(poll_id, 0) != marks.get(poll_id, 0)
    ]


def _per_poll(rows: Session, kind: type[Ballot] | type[VoterMark]) -> dict[UUID, int]:
    counted = select(kind.poll_id, func.count()).group_by(kind.poll_id)
    return {poll_id: count for poll_id, count in rows.execute(counted)}
