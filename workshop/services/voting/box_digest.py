"""A digest of all ballots of a vote that is over: it stands in the journal, so that a ballot that is changed later is found.

It says nothing that the ballots themselves do not say, and nothing of an order: they are sorted by what is on them.
"""

import hashlib
import json
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.models.tables.votes import Ballot, NamedBallot

BOX = "box"  # under which word the journal has it, by the key of the vote


def box_digest(rows: Session, poll_id: UUID) -> str:
    """SHA-256 over the opened ballots of a vote, in hexadecimal."""
    secret = select(Ballot.sector, Ballot.choices).where(Ballot.poll_id == poll_id)
    named = select(NamedBallot.participant_id, NamedBallot.channel, NamedBallot.weight, NamedBallot.choices).where(
        NamedBallot.poll_id == poll_id
    )
    papers = sorted(_line(list(paper)) for chosen in (secret, named) for paper in rows.execute(chosen))
    return hashlib.sha256("\n".join(papers).encode()).hexdigest()


def _line(values: list[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
