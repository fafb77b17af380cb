"""Voting: a voter admitted by code, a ballot cast in one transaction, and turnout alone while it runs."""

import logging
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from workshop.language import mark
from workshop.models.enums import Channel, PollState
from workshop.models.errors import LibraryError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.votes import Comparison, Turnout, VoterRecord
from workshop.models.tables.people import Participant
from workshop.models.tables.votes import Ballot, NamedBallot, Poll, VoterMark
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row
from workshop.services.people.participants import participant_of_code
from workshop.services.voting import ballot_rows, electorates
from workshop.services.voting.ballot_papers import SPOILT, checked_paper

_log = logging.getLogger(__name__)
_VOTED = mark("You have voted already. Your ballot is safe and counts once.")


def turnout(library: Library, *, poll_id: UUID) -> Turnout:
    """Who may vote and who has; what was voted is not looked at."""
    with library.read() as rows:
        poll = get_row(rows, Poll, poll_id)
        return Turnout(poll.record(), electorates.voters_of(rows, poll))


def admit_voter(library: Library, *, poll_id: UUID, code: str) -> VoterRecord:
    """The voter whose name tag bears `code`.

    Raises RefusedError where the code is unknown, the voter may not vote, has voted, or the poll is not open.
    """
    with library.read() as rows:
        poll = get_row(rows, Poll, poll_id)
        _check_open(poll)
        person = participant_of_code(rows, poll.project_id, code)
        voter = electorates.entitled(rows, poll, person)
        if voter.voted:
            raise RefusedError(_VOTED)
        return voter


def cast_ballot(
    library: Library,
    *,
    poll_id: UUID,
    participant_id: UUID,
    choices: Mapping[UUID, int] | None = None,
    comparisons: Sequence[Comparison] = (),
    ballot_id: UUID,
    channel: Channel = Channel.SCREEN,
    spoilt: bool = False,
    code: str = "",
) -> Changed[VoterRecord]:
    """Cast a ballot: ballot and voter mark in one transaction, durable when this returns, without a time.

    `choices` gives by option what the kind of ballot asks for (dots, 1 for chosen, grade, place, 1, 0 or -1), `comparisons`
    the pairs of a pairwise vote; none at all is a blank ballot. A `spoilt` paper is counted as invalid. `ballot_id` is a
    random key made by the caller before the first try: casting again with the same key after a lost acknowledgement is the
    same as once. `code` is what the voter was let in by: a tag that was replaced meanwhile is void here too. Raises
    RefusedError where the voter has voted, may not vote, or the ballot breaks the rule.
    """
    try:
        with library.write("cast ballot", journal=False) as work:
            poll = work.rows.get(Poll, poll_id, with_for_update=True) or work.get(Poll, poll_id)
            person = work.get(Participant, participant_id)
            if code and work.rows.get(VoterMark, (poll.id, person.id)) is None:
                participant_of_code(work.rows, poll.project_id, code)
            voter = _cast(work, poll, person, choices or {}, comparisons, ballot_id, channel, spoilt=spoilt)
            changed = work.changed(voter)
    except IntegrityError as error:  # another laptop has written the same voter's mark meanwhile
        raise RefusedError(_VOTED) from error
    try:
        library.database.fold_log()
    except LibraryError as error:  # the ballot is kept, and whoever cast it must not hear otherwise; the next one folds
        _log.warning("the log of the database was not folded: %s", error)
    return changed


def _cast(
    work: UnitOfWork,
    poll: Poll,
    person: Participant,
    choices: Mapping[UUID, int],
    comparisons: Sequence[Comparison],
    ballot_id: UUID,
    channel: Channel,
    *,
    spoilt: bool,
) -> VoterRecord:
    marked = work.rows.get(VoterMark, (poll.id, person.id)) is not None
    known = poll.secret and work.rows.get(Ballot, (poll.id, ballot_id)) is not None
    if marked and (known or _is_same(work, poll, person, choices, comparisons)):
        return VoterRecord(person.id, person.number, voted=True)
    if marked:
        raise RefusedError(_VOTED)
    _check_open(poll)
    voter = electorates.entitled(work.rows, poll, person)
    if voter.voted:
        raise RefusedError(_VOTED)
    paper = dict(SPOILT) if spoilt else checked_paper(poll.record(), choices, comparisons)
    if poll.secret:
        ballot_rows.put_in(
            work, poll, participant_id=person.id, ballot_id=ballot_id, choices=paper, channel=channel, sector=person.sector
        )  # fmt: skip
    else:
        organization = electorates.organization_of(work.rows, person.id)
        work.rows.add(
            NamedBallot(
                poll_id=poll.id,
                participant_id=person.id,
                choices=paper,
                channel=channel,
                organization_id=organization.id if organization and voter.organization else None,
                weight=voter.weight,
            )
        )
        work.rows.add(VoterMark(poll_id=poll.id, participant_id=person.id))
    return VoterRecord(person.id, person.number, voted=True, organization=voter.organization, weight=voter.weight)


def _is_same(
    work: UnitOfWork, poll: Poll, person: Participant, choices: Mapping[UUID, int], comparisons: Sequence[Comparison]
) -> bool:
    """Whether this very ballot was cast by name already, and its acknowledgement was lost."""
    kept = work.rows.get(NamedBallot, (poll.id, person.id))
    return kept is not None and kept.choices == checked_paper(poll.record(), choices, comparisons)


def named_ballots(library: Library, *, poll_id: UUID) -> Mapping[int, Mapping[str, int]]:
    """Who voted what in a vote by name that is over: the ballots as they are kept, by the voter's number.

    Empty for a secret vote; raises RefusedError before the close.
    """
    with library.read() as rows:
        poll = get_row(rows, Poll, poll_id)
        if not poll.record().is_counted:
            raise RefusedError(mark("The result can be seen when the vote is closed."))
        chosen = (
            select(Participant.number, NamedBallot.choices)
            .join(Participant, Participant.id == NamedBallot.participant_id)
            .where(NamedBallot.poll_id == poll_id)
            .order_by(Participant.number)
        )
        return {number: choices for number, choices in rows.execute(chosen)}


def _check_open(poll: Poll) -> None:
    if poll.state is PollState.PAUSED:
        raise RefusedError(mark("The vote is paused. Please wait a moment."))
    if poll.state is not PollState.OPEN:
        raise RefusedError(mark("The vote is not open."))
