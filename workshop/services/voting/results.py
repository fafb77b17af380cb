"""Results: seen when a poll is over, recounted by another rule, told apart by sector where numbers allow it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import CountingRule, Sector
from workshop.models.errors import RefusedError
from workshop.models.records.votes import PollRecord, PollResult, SectorResult
from workshop.models.tables.people import Participant
from workshop.models.tables.votes import Ballot, NamedBallot, Poll
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import get_row
from workshop.services.voting import electorates
from workshop.services.voting.ballot_rows import LEAST_IN_GROUP, safe_sectors
from workshop.services.voting.counting import Paper, count


def poll_result(library: Library, *, poll_id: UUID) -> PollResult:
    """The count of a poll that is over; raises RefusedError before it is closed."""
    return what_if(library, poll_id=poll_id, rule=None)


def what_if(library: Library, *, poll_id: UUID, rule: CountingRule | None, seats: int | None = None) -> PollResult:
    """What the same ballots would have come to by another rule; for the facilitator alone.

    Raises RefusedError before the close, and for a rule that such ballots cannot be counted by.
    """
    with library.read() as rows:
        poll = _over(rows, poll_id)
        record = poll.record()
        if rule is not None and rule not in record.ballot.other_rules:
            raise RefusedError(mark("These ballots cannot be counted by that rule."))
        papers, weighted = _papers(rows, record)
        entitled = len(electorates.voters_of(rows, poll))
        return count(record, papers, entitled=entitled, rule=rule, seats=seats, weighted=weighted)


def by_sector(library: Library, *, poll_id: UUID) -> tuple[SectorResult, ...]:
    """The result among the voters of each sector with at least ten ballots; empty where that would tell on anybody."""
    with library.read() as rows:
        poll = _over(rows, poll_id)
        record = poll.record()
        found = _papers_by_sector(rows, record)
        return tuple(
            SectorResult(sector, count(record, found[sector], entitled=len(found[sector])))
            for sector in Sector
            if len(found.get(sector, ())) >= LEAST_IN_GROUP
        )


def kept_papers(library: Library, *, poll_id: UUID) -> tuple[PollRecord, tuple[Paper, ...]]:
    """The poll and its ballots without any order, one for each vote that an organization has; raises RefusedError."""
    with library.read() as rows:
        record = _over(rows, poll_id).record()
        return record, tuple(_papers(rows, record)[0])


def _over(rows: Session, poll_id: UUID) -> Poll:
    poll = get_row(rows, Poll, poll_id)
    if not poll.record().is_counted:
        raise RefusedError(mark("The result can be seen when the vote is closed."))
    return poll


def _papers(rows: Session, poll: PollRecord) -> tuple[Sequence[Paper], int | None]:
    """The ballots in the order of their random keys, each as often as its weight; the weights together, or none."""
    if poll.secret:
        secret = select(Ballot.choices).where(Ballot.poll_id == poll.id).order_by(Ballot.id)
        return [paper or {} for paper in rows.scalars(secret)], None
    named = select(NamedBallot.choices, NamedBallot.weight).where(NamedBallot.poll_id == poll.id)
    lines = [(paper, weight) for paper, weight in rows.execute(named.order_by(NamedBallot.participant_id))]
    papers = [paper for paper, weight in lines for _ in range(weight)]
    return papers, len(papers) if any(weight != 1 for _paper, weight in lines) else None


def _papers_by_sector(rows: Session, poll: PollRecord) -> dict[Sector, list[Paper]]:
    found: dict[Sector, list[Paper]] = {}
    if poll.secret:
        secret = select(Ballot.sector, Ballot.choices).where(Ballot.poll_id == poll.id, Ballot.sector.is_not(None))
        for sector, paper in rows.execute(secret.order_by(Ballot.id)):
            if sector is not None:
                found.setdefault(sector, []).append(paper or {})
        return found
    named = (
        select(Participant.sector, NamedBallot.choices)
        .join(Participant, Participant.id == NamedBallot.participant_id)
        .where(NamedBallot.poll_id == poll.id)
    )
    lines = [(sector, paper) for sector, paper in rows.execute(named)]
    safe = safe_sectors([sector.value for sector, _paper in lines])
    for sector, paper in lines:
        if sector.value in safe:
            found.setdefault(sector, []).append(paper)
    return found
