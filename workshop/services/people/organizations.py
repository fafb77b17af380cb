"""Organizations that participants come from, and how many votes each has."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.models.records.changes import Changed
from workshop.models.records.votes import OrganizationRecord
from workshop.models.tables.people import Membership, Organization, Participant
from workshop.models.text import optional_text
from workshop.services.keeping.library import Library

MOST_WEIGHT = 100


def list_organizations(library: Library, *, project_id: UUID) -> tuple[OrganizationRecord, ...]:
    """The organizations of a project by name, each with the numbers of its delegates."""
    with library.read() as rows:
        delegates: dict[UUID, list[int]] = {}
        members = (
            select(Membership.organization_id, Participant.number)
            .join(Participant, Participant.id == Membership.participant_id)
            .where(Participant.project_id == project_id)
            .order_by(Participant.number)
        )
        for organization_id, number in rows.execute(members):
            delegates.setdefault(organization_id, []).append(number)
        chosen = select(Organization).where(Organization.project_id == project_id).order_by(Organization.name)
        return tuple(
            OrganizationRecord(one.id, one.project_id, one.name, one.weight, tuple(delegates.get(one.id, ())))
            for one in rows.scalars(chosen)
        )


def set_organization(library: Library, *, participant_id: UUID, name: str) -> Changed[OrganizationRecord | None]:
    """Say which organization a participant comes from; an empty name is none, a new one is made with one vote."""
    with library.write("set organization", undo=mark("Organization of a participant")) as work:
        person = work.get(Participant, participant_id)
        wanted = optional_text(name, longest=300)
        member = work.rows.get(Membership, participant_id)
        if not wanted:
            if member is not None:
                work.remove(member)
            return work.changed(None)
        chosen = select(Organization).where(Organization.project_id == person.project_id, Organization.name == wanted)
        organization = work.rows.scalar(chosen) or work.add(
            Organization(project_id=person.project_id, name=wanted, weight=1)
        )
        if member is None:
            work.add(Membership(participant_id=participant_id, organization_id=organization.id))
        else:
            member.organization_id = organization.id
        record = OrganizationRecord(organization.id, organization.project_id, organization.name, organization.weight)
        changed: Changed[OrganizationRecord | None] = work.changed(record)
    return changed


def set_weight(library: Library, *, organization_id: UUID, weight: int) -> Changed[OrganizationRecord]:
    """Say how many votes an organization has; raises InputError outside 1 to 100."""
    if not 1 <= weight <= MOST_WEIGHT:
        raise InputError(mark("Please give a number from {least} to {most}.", least=1, most=MOST_WEIGHT))
    with library.write("set weight", undo=mark("Votes of an organization")) as work:
        organization = work.get(Organization, organization_id)
        organization.weight = weight
        changed = work.changed(
            OrganizationRecord(organization.id, organization.project_id, organization.name, organization.weight)
        )
    return changed
