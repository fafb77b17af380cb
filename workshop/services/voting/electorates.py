"""Who may vote in a poll: everybody present, everybody registered, one sector, or a delegate of each organization."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import Electorate, Presence
from workshop.models.errors import RefusedError
from workshop.models.records.votes import VoterRecord
from workshop.models.tables.people import Attendance, Membership, Organization, Participant
from workshop.models.tables.votes import NamedBallot, Poll, VoterMark


def voters_of(rows: Session, poll: Poll) -> tuple[VoterRecord, ...]:
    """Everybody who may vote, and everybody who did before leaving, by number.

    Of an organization one line alone: the delegate who voted, or else the first who is there.
    """
    voted = set(rows.scalars(select(VoterMark.participant_id).where(VoterMark.poll_id == poll.id)))
    people = list(
        rows.scalars(select(Participant).where(Participant.project_id == poll.project_id).order_by(Participant.number))
    )
    if poll.electorate is not Electorate.REGISTERED:
        there = _present(rows, poll)
        people = [person for person in people if person.id in there or person.id in voted]
    if poll.electorate is Electorate.SECTOR:
        people = [person for person in people if person.sector is poll.sector or person.id in voted]
    if poll.electorate is Electorate.ORGANIZATIONS:
        return _delegates(rows, poll, people, voted)
    return tuple(VoterRecord(person.id, person.number, person.id in voted) for person in people)


def entitled(rows: Session, poll: Poll, person: Participant) -> VoterRecord:
    """The voter that a participant is; raises RefusedError where this one may not vote in the poll."""
    if person.project_id != poll.project_id:
        raise RefusedError(mark("This participant belongs to another project."))
    if poll.electorate is not Electorate.REGISTERED and person.id not in _present(rows, poll):
        raise RefusedError(mark("You are not on the attendance list yet. Please see the facilitator."))
    if poll.electorate is Electorate.SECTOR and person.sector is not poll.sector:
        raise RefusedError(mark("This vote is for another sector. Please see the facilitator."))
    marked = rows.get(VoterMark, (poll.id, person.id)) is not None
    if poll.electorate is not Electorate.ORGANIZATIONS:
        return VoterRecord(person.id, person.number, voted=marked)
    organization = organization_of(rows, person.id)
    if organization is None:
        raise RefusedError(mark("This vote is for the delegates of organizations. Please see the facilitator."))
    voted = marked or organization.id in _organizations_voted(rows, poll)
    return VoterRecord(person.id, person.number, voted, organization.name, organization.weight)


def organization_of(rows: Session, participant_id: UUID) -> Organization | None:
    """The organization that a participant comes from."""
    member = rows.get(Membership, participant_id)
    return rows.get(Organization, member.organization_id) if member is not None else None


def _delegates(rows: Session, poll: Poll, people: list[Participant], voted: set[UUID]) -> tuple[VoterRecord, ...]:
    chosen: dict[UUID, VoterRecord] = {}
    done = _organizations_voted(rows, poll)
    for person in sorted(people, key=lambda person: person.id not in voted):
        organization = organization_of(rows, person.id)
        if organization is not None and organization.id not in chosen:
            chosen[organization.id] = VoterRecord(
                person.id, person.number, organization.id in done, organization.name, organization.weight
            )
    return tuple(sorted(chosen.values(), key=lambda voter: voter.number))


def _organizations_voted(rows: Session, poll: Poll) -> set[UUID]:
    chosen = select(NamedBallot.organization_id).where(
        NamedBallot.poll_id == poll.id, NamedBallot.organization_id.is_not(None)
    )
    return {organization for organization in rows.scalars(chosen) if organization is not None}


def _present(rows: Session, poll: Poll) -> set[UUID]:
    return set(
        rows.scalars(
            select(Attendance.participant_id).where(
                Attendance.lab_session_id == poll.lab_session_id, Attendance.presence == Presence.PRESENT
            )
        )
    )
