"""Voting: a voter admitted by code, a ballot cast in one transaction, turnout while it runs, the result afterwards."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.methods.voting.dots import tally_dots
from workshop.models.enums import Channel, Electorate, PollState, Presence
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.votes import PollResult, ResultLine, Turnout, VoterRecord
from workshop.models.tables.people import Attendance, Participant
from workshop.models.tables.votes import Ballot, Poll, VoterMark
from workshop.services.library import Library
from workshop.services.participants import participant_of_code
from workshop.services.unit_of_work import get_row

_VOTED = mark("You have voted already. Your ballot is safe and counts once.")


def turnout(library: Library, *, poll_id: UUID) -> Turnout:
    """Who may vote and who has; what was voted is not looked at."""
    with library.read() as rows:
        poll = get_row(rows, Poll, poll_id)
        voted = _voted(rows, poll_id)
        voters = [
            VoterRecord(person.id, person.number, person.id in voted) for person in _electorate(rows, poll, voted)
        ]
        return Turnout(poll.record(), tuple(sorted(voters, key=lambda voter: voter.number)))


def admit_voter(library: Library, *, poll_id: UUID, code: str) -> VoterRecord:
    """The voter whose name tag bears `code`.

    Raises RefusedError where the code is unknown, the voter is not present, has voted, or the poll is not open.
    """
    with library.read() as rows:
        poll = get_row(rows, Poll, poll_id)
        _open(poll)
        person = participant_of_code(rows, poll.project_id, code)
        _entitled(rows, poll, person)
        if rows.get(VoterMark, (poll_id, person.id)) is not None:
            raise RefusedError(_VOTED)
        return VoterRecord(person.id, person.number, voted=False)


def cast_ballot(
    library: Library,
    *,
    poll_id: UUID,
    participant_id: UUID,
    choices: Mapping[UUID, int],
    ballot_id: UUID,
    channel: Channel = Channel.SCREEN,
) -> Changed[VoterRecord]:
    """Cast a secret ballot: ballot and voter mark in one transaction, durable when this returns, without a time.

    `choices` gives dots by option; none at all is a blank ballot. `ballot_id` is a random key made by the caller before the
    first try: casting again with the same key after a lost acknowledgement is the same as once. Raises RefusedError where
    the voter has voted, may not vote, or the ballot breaks the rule.
    """
    with library.write("cast ballot", journal=False) as work:
        poll = work.get(Poll, poll_id)
        person = work.get(Participant, participant_id)
        marked = work.rows.get(VoterMark, (poll_id, participant_id)) is not None
        known = work.rows.get(Ballot, (poll_id, ballot_id)) is not None
        if marked and not known:
            raise RefusedError(_VOTED)
        if not marked:
            _open(poll)
            _entitled(work.rows, poll, person)
            work.rows.add(Ballot(poll_id=poll_id, id=ballot_id, choices=_checked(poll, choices), channel=channel))
            work.rows.add(VoterMark(poll_id=poll_id, participant_id=participant_id))
        changed = work.changed(VoterRecord(person.id, person.number, voted=True))
    return changed


def poll_result(library: Library, *, poll_id: UUID) -> PollResult:
    """The count of a closed poll; raises RefusedError before it is closed."""
    with library.read() as rows:
        poll = get_row(rows, Poll, poll_id)
        if poll.state not in {PollState.CLOSED, PollState.REVEALED}:
            raise RefusedError(mark("The result can be seen when the vote is closed."))
        ballots = list(rows.scalars(select(Ballot).where(Ballot.poll_id == poll_id)))
        entitled = len(_electorate(rows, poll, _voted(rows, poll_id)))
        return _counted(poll, ballots, entitled)


def _counted(poll: Poll, ballots: list[Ballot], entitled: int) -> PollResult:
    record = poll.record()
    options = {str(option.id): option for option in record.options}
    tally = tally_dots(
        [ballot.choices for ballot in ballots], tuple(options), dots=poll.dots, per_option=poll.per_option
    )
    lines: list[ResultLine] = []
    for group in tally.ranking:
        rank = len(lines) + 1
        lines += [
            ResultLine(options[key], int(tally.scores[key]), rank)
            for key in sorted(group, key=lambda key: options[key].position)
        ]
    return PollResult(
        poll=record,
        entitled=entitled,
        ballots=tally.ballots,
        by_channel=tuple((channel, sum(b.channel is channel for b in ballots)) for channel in Channel),
        blank=tally.blank,
        invalid=len(tally.invalid),
        lines=tuple(lines),
        ties=tuple(tuple(options[key].id for key in group) for group in tally.ranking if len(group) > 1),
    )


def _checked(poll: Poll, choices: Mapping[UUID, int]) -> dict[str, int]:
    """The choices as they are kept; raises RefusedError where they break the rule of the poll."""
    known = {option.id for option in poll.options}
    given = {option: count for option, count in choices.items() if count != 0}
    if not given.keys() <= known:
        raise RefusedError(mark("This ballot names an option that is not on it."))
    if any(not 1 <= count <= poll.per_option for count in given.values()):
        raise RefusedError(mark("At most {most} on one option.", most=poll.per_option))
    if sum(given.values()) > poll.dots:
        raise RefusedError(mark("At most {most} in all.", most=poll.dots))
    # In the order of the ballot paper, so that the order of tapping is not kept.
    return {str(option.id): given[option.id] for option in poll.options if option.id in given}


def _open(poll: Poll) -> None:
    if poll.state is PollState.PAUSED:
        raise RefusedError(mark("The vote is paused. Please wait a moment."))
    if poll.state is not PollState.OPEN:
        raise RefusedError(mark("The vote is not open."))


def _entitled(rows: Session, poll: Poll, person: Participant) -> None:
    if person.project_id != poll.project_id:
        raise RefusedError(mark("This participant belongs to another project."))
    if poll.electorate is Electorate.PRESENT:
        attendance = rows.get(Attendance, (poll.lab_session_id, person.id))
        if attendance is None or attendance.presence is not Presence.PRESENT:
            raise RefusedError(mark("You are not on the attendance list yet. Please see the facilitator."))


def _voted(rows: Session, poll_id: UUID) -> set[UUID]:
    return set(rows.scalars(select(VoterMark.participant_id).where(VoterMark.poll_id == poll_id)))


def _electorate(rows: Session, poll: Poll, voted: set[UUID]) -> list[Participant]:
    """Everybody who may vote, and everybody who did before leaving."""
    people = rows.scalars(select(Participant).where(Participant.project_id == poll.project_id))
    if poll.electorate is Electorate.REGISTERED:
        return list(people)
    there = set(
        rows.scalars(
            select(Attendance.participant_id).where(
                Attendance.lab_session_id == poll.lab_session_id, Attendance.presence == Presence.PRESENT
            )
        )
    )
    return [person for person in people if person.id in there or person.id in voted]
