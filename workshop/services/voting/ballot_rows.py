"""The rows of a ballot and of its voter mark: written together, rewritten so that no order is left, read to be counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select

from workshop.methods.voting.lot import draw_lot
from workshop.models.enums import Channel, Sector
from workshop.models.tables.votes import Ballot, NamedBallot, Poll, VoterMark
from workshop.services.keeping.unit_of_work import UnitOfWork, new_id
from workshop.services.voting.ballot_box import BallotBox, seal
from workshop.services.voting.ballot_papers import paper_room

LEAST_IN_GROUP = 10  # ballots that can be told apart from others by a sector


def put_in(
    work: UnitOfWork,
    poll: Poll,
    *,
    participant_id: UUID,
    ballot_id: UUID,
    choices: Mapping[str, int],
    channel: Channel,
    sector: Sector,
) -> None:
    """Put a secret ballot into the box and mark its voter, and write both tables of the poll anew.

    Written anew in the order of their random keys, the marks lie in the file as if all had come at once.
    """
    content = {"choices": choices, "channel": channel.value, "sector": sector.value}
    sealed = seal(poll.box_key or b"", content, room=paper_room(poll.record()) + 64)
    work.rows.add(Ballot(poll_id=poll.id, id=ballot_id, sealed=sealed))
    work.rows.add(VoterMark(poll_id=poll.id, participant_id=participant_id))
    work.rows.flush()
    _write_anew(work, Ballot, _rows_of(work, Ballot, poll.id, Ballot.id), poll.id)
    _write_anew(work, VoterMark, _rows_of(work, VoterMark, poll.id, VoterMark.participant_id), poll.id)


def empty_box(work: UnitOfWork, poll: Poll, box: BallotBox) -> None:
    """At the close: open every ballot, give each a new key, and draw the lot from the seed that was sealed.

    A new key, because a copy of the library made during the vote shows whose sealed ballot bore which. The sector stays on
    ballots only where nobody is alone with it, and by which way ballots came in is kept as a count.
    """
    opened = [box.open(row["sealed"]) for row in _rows_of(work, Ballot, poll.id, Ballot.id)]
    poll.by_channel = dict(Counter(paper["channel"] for paper in opened)) or _named_channels(work, poll.id)
    named = safe_sectors([paper["sector"] for paper in opened])
    fresh = [
        {
            "poll_id": poll.id,
            "id": new_id(),
            "choices": paper["choices"],
            "sealed": None,
            "sector": Sector(paper["sector"]) if paper["sector"] in named else None,
        }
        for paper in opened
    ]
    _write_anew(work, Ballot, sorted(fresh, key=lambda row: row["id"].hex), poll.id)
    _write_anew(work, VoterMark, _rows_of(work, VoterMark, poll.id, VoterMark.participant_id), poll.id)
    poll.lot_seed = box.open(poll.sealed_seed or b"")["seed"]
    poll.sealed_seed = None
    order = draw_lot([str(option.id) for option in poll.options], poll.lot_seed)
    for option in poll.options:
        option.lot = order.index(str(option.id))


def safe_sectors(sectors: Sequence[str]) -> frozenset[str]:
    """The sectors that may stay on ballots: every group that can then be told apart, the rest too, has at least ten."""
    sizes = Counter(sectors)
    named = sorted((sector for sector in sizes if sizes[sector] >= LEAST_IN_GROUP), key=lambda one: (sizes[one], one))
    while named and 0 < len(sectors) - sum(sizes[sector] for sector in named) < LEAST_IN_GROUP:
        named.pop(0)  # the smallest group joins the rest, so that nobody is alone there
    return frozenset(named)


def _named_channels(work: UnitOfWork, poll_id: UUID) -> dict[str, int]:
    chosen = select(NamedBallot.channel).where(NamedBallot.poll_id == poll_id)
    return dict(Counter(channel.value for channel in work.rows.scalars(chosen)))


def _rows_of(work: UnitOfWork, kind: type[Ballot] | type[VoterMark], poll_id: UUID, order: Any) -> list[dict[str, Any]]:
    chosen = select(kind.__table__).where(kind.poll_id == poll_id).order_by(order)
    return [dict(row) for row in work.rows.execute(chosen).mappings()]


def _write_anew(
    work: UnitOfWork, kind: type[Ballot] | type[VoterMark], rows: Sequence[Mapping[str, Any]], poll_id: UUID
) -> None:
    """Rows from one statement of one transaction: a server keeps the transaction's number with each and their order."""
    work.rows.execute(delete(kind).where(kind.poll_id == poll_id).execution_options(synchronize_session=False))
    if rows:
        work.rows.execute(insert(kind), list(rows))
    work.touch(kind.__tablename__)
