"""The register of participants: numbers to call, codes to vote with, personal data apart."""

import secrets
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workshop.language import mark
from workshop.models.enums import AgeBand, ConsentPurpose, Gender, Presence, Sector
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.people import ConsentRecord, ParticipantRecord, PersonRecord, RegisterEntry
from workshop.models.tables.history import UndoStep
from workshop.models.tables.people import Attendance, Consent, Membership, Participant, RegisterLine
from workshop.models.tables.projects import Project
from workshop.models.text import optional_text
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork

MOST_AT_ONCE = 500


def list_people(library: Library, *, project_id: UUID) -> tuple[PersonRecord, ...]:
    """Everybody in the register of a project by number, with consents and how many sessions each came to."""
    with library.read() as rows:
        people = list(
            rows.scalars(select(Participant).where(Participant.project_id == project_id).order_by(Participant.number))
        )
        keys = [person.id for person in people]
        entries = {
            line.participant_id: line.record()
            for line in rows.scalars(select(RegisterLine).where(RegisterLine.participant_id.in_(keys)))
        }
        consents: dict[UUID, list[ConsentRecord]] = {}
        for consent in rows.scalars(select(Consent).where(Consent.participant_id.in_(keys))):
            consents.setdefault(consent.participant_id, []).append(consent.record())
        attended = _sessions_attended(rows, keys)
    return tuple(
        PersonRecord(
            person.record(),
            entries.get(person.id, RegisterEntry(person.id, "", "", "")),
            tuple(sorted(consents.get(person.id, ()), key=lambda consent: list(ConsentPurpose).index(consent.purpose))),
            attended.get(person.id, 0),
        )
        for person in people
    )


def register_participant(
    library: Library,
    *,
    project_id: UUID,
    sector: Sector = Sector.CITIZEN,
    age_band: AgeBand | None = None,
    gender: Gender | None = None,
    neighbourhood: str = "",
    name: str = "",
    contact: str = "",
    motive: str = "",
    consents: Iterable[ConsentPurpose] = (),
    practice: bool = False,
) -> Changed[ParticipantRecord]:
    """A new participant with the next number and a fresh code; everything but the sector is optional."""
    with library.write("register participant", undo=mark("Add participant")) as work:
        person = new_participant(work, project_id, sector=sector, practice=practice)
        person.age_band, person.gender = age_band, gender
        person.neighbourhood = optional_text(neighbourhood, longest=300)
        _write_entry(work, person.id, name=name, contact=contact, motive=motive)
        for purpose in consents:
            work.rows.add(Consent(participant_id=person.id, purpose=purpose, given=True, on=library.today()))
        changed = work.changed(person.record())
    return changed


def register_many(
    library: Library, *, project_id: UUID, count: int, practice: bool = False
) -> Changed[tuple[ParticipantRecord, ...]]:
    """Several participants known by number and code alone; raises InputError for a count outside 1 to 500."""
    if not 1 <= count <= MOST_AT_ONCE:
        raise InputError(mark("Please give a number from 1 to {most}.", most=MOST_AT_ONCE))
    words = mark("Add a participant") if count == 1 else mark("Add {count} participants", count=count)
    with library.write("register participants", undo=words) as work:
        people = [new_participant(work, project_id, sector=Sector.CITIZEN, practice=practice) for _ in range(count)]
        changed = work.changed(tuple(person.record() for person in people))
    return changed


def edit_participant(
    library: Library,
    *,
    participant_id: UUID,
    sector: Sector | None = None,
    bands: tuple[AgeBand | None, Gender | None] | None = None,
    neighbourhood: str | None = None,
    name: str | None = None,
    contact: str | None = None,
    motive: str | None = None,
) -> Changed[ParticipantRecord]:
    """Change what is given; `bands` are age band and gender."""
    with library.write("edit participant", undo=mark("Edit participant")) as work:
        person = work.get(Participant, participant_id)
        person.sector = sector or person.sector
        person.age_band, person.gender = bands if bands is not None else (person.age_band, person.gender)
        if neighbourhood is not None:
            person.neighbourhood = optional_text(neighbourhood, longest=300)
        _write_entry(work, person.id, name=name, contact=contact, motive=motive)
        changed = work.changed(person.record())
    return changed


def set_consent(
    library: Library, *, participant_id: UUID, purpose: ConsentPurpose, given: bool
) -> Changed[ConsentRecord]:
    """Record that somebody agrees to a purpose, or refuses it, today."""
    with library.write("record consent", undo=mark("Record consent")) as work:
        work.get(Participant, participant_id)
        consent = work.rows.get(Consent, (participant_id, purpose))
        if consent is None:
            consent = Consent(participant_id=participant_id, purpose=purpose)
        consent.given, consent.on = given, library.today()
        changed = work.changed(work.add(consent).record())
    return changed


def replace_code(library: Library, *, participant_id: UUID) -> Changed[ParticipantRecord]:
    """A fresh code for a lost name tag; the old one no longer counts."""
    with library.write("replace code", undo=mark("New code")) as work:
        person = work.get(Participant, participant_id)
        person.code = _fresh_code(work.rows, person.project_id, person.number)
        changed = work.changed(person.record())
    return changed


def erase_participant(library: Library, *, participant_id: UUID) -> Changed[None]:
    """Destroy the personal data of a participant for good; number and contributions stay and every count with them.

    The journal keeps that it was destroyed and when. Undo steps are dropped, since they could hold the name.
    """
    with library.write("destroy personal data") as work:
        person = work.get(Participant, participant_id)
        person.age_band = person.gender = None
        person.neighbourhood = ""
        work.rows.execute(delete(RegisterLine).where(RegisterLine.participant_id == participant_id))
        work.rows.execute(delete(Consent).where(Consent.participant_id == participant_id))
        work.rows.execute(delete(Membership).where(Membership.participant_id == participant_id))
        work.rows.execute(delete(UndoStep))
        work.touch("register_line", "consent", "membership")
        work.details["participant"] = [str(participant_id)]  # another laptop is not to bring the data back
        changed = work.changed(None)
    library.database.forget_leftovers()
    return changed


def find_by_code(library: Library, *, project_id: UUID, code: str) -> ParticipantRecord:
    """The participant whose name tag bears `code`; blanks and the hyphen may be left out. Raises RefusedError."""
    with library.read() as rows:
        return participant_of_code(rows, project_id, code).record()


def participant_of_code(rows: Session, project_id: UUID, code: str) -> Participant:
    """The row of the participant with this code; raises RefusedError."""
    digits = "".join(sign for sign in code if sign.isascii() and sign.isdigit())
    wanted = f"{digits[:-3]}-{digits[-3:]}" if len(digits) > 3 else ""
    person = rows.scalar(select(Participant).where(Participant.project_id == project_id, Participant.code == wanted))
    if person is None:
        raise RefusedError(mark("This code is not known. Please look at your name tag, or ask the facilitator."))
    return person


def new_participant(work: UnitOfWork, project_id: UUID, *, sector: Sector, practice: bool) -> Participant:
    """A participant with the next number and a fresh code, within a larger unit of work."""
    work.get(Project, project_id)
    last = work.rows.scalar(select(func.max(Participant.number)).where(Participant.project_id == project_id)) or 0
    code = _fresh_code(work.rows, project_id, last + 1)
    return work.add(
        Participant(
            project_id=project_id,
            number=last + 1,
            code=code,
            sector=sector,
            age_band=None,
            gender=None,
            neighbourhood="",
            practice=practice,
        )
    )


def _fresh_code(rows: Session, project_id: UUID, number: int) -> str:
    """The number and three secret digits that no name tag of the project bears."""
    taken = set(rows.scalars(select(Participant.code).where(Participant.project_id == project_id)))
    while True:
        code = f"{number:02}-{secrets.randbelow(1000):03}"
        if code not in taken:
            return code


def _write_entry(work: UnitOfWork, participant_id: UUID, **texts: str | None) -> None:
    """Keep name, contact and motive in the register, where anything is given."""
    given = {field: optional_text(text, longest=300) for field, text in texts.items() if text is not None}
    line = work.rows.get(RegisterLine, participant_id)
    if line is None:
        if not any(given.values()):
            return
        line = RegisterLine(participant_id=participant_id, **{"name": "", "contact": "", "motive": "", **given})
        work.rows.add(line)
    for field, text in given.items():
        setattr(line, field, text)


def _sessions_attended(rows: Session, keys: list[UUID]) -> dict[UUID, int]:
    counted = (
        select(Attendance.participant_id, func.count())
        .where(Attendance.participant_id.in_(keys), Attendance.presence != Presence.EXPECTED)
        .group_by(Attendance.participant_id)
    )
    return {participant_id: count for participant_id, count in rows.execute(counted)}
