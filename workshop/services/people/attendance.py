"""Who is at a session."""

from uuid import UUID

from sqlalchemy import select

from workshop.language import mark
from workshop.models.enums import Channel, Presence, Sector
from workshop.models.records.changes import Changed
from workshop.models.records.people import AttendanceRecord, ParticipantRecord
from workshop.models.tables.people import Attendance, Participant
from workshop.models.tables.projects import Project
from workshop.models.tables.sessions import LabSession
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork, get_row
from workshop.services.people import participants


def list_attendance(library: Library, *, session_id: UUID) -> tuple[AttendanceRecord, ...]:
    """Every participant of the project by number; expected unless said otherwise."""
    with library.read() as rows:
        session = get_row(rows, LabSession, session_id)
        lines = {
            line.participant_id: line
            for line in rows.scalars(select(Attendance).where(Attendance.lab_session_id == session_id))
        }
        people = rows.scalars(
            select(Participant).where(Participant.project_id == session.project_id).order_by(Participant.number)
        )
        return tuple(_record(session_id, person, lines.get(person.id)) for person in people)


def set_presence(
    library: Library, *, session_id: UUID, participant_id: UUID, presence: Presence, channel: Channel = Channel.CONSOLE
) -> Changed[AttendanceRecord]:
    """Say that somebody is there, has left, or is still expected."""
    with library.write("record attendance", undo=mark("Attendance"), session_id=session_id) as work:
        person = work.get(Participant, participant_id)
        line = put_presence(work, session_id, participant_id, presence=presence, channel=channel)
        changed = work.changed(_record(session_id, person, line))
    return changed


def everyone_present(library: Library, *, session_id: UUID) -> Changed[int]:
    """Everybody who is still expected is there; the record is how many that were."""
    with library.write("record attendance", undo=mark("Everyone is here"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        known = select(Attendance.participant_id).where(
            Attendance.lab_session_id == session_id, Attendance.presence != Presence.EXPECTED
        )
        missing = select(Participant).where(Participant.project_id == session.project_id, Participant.id.not_in(known))
        people = list(work.rows.scalars(missing))
        for person in people:
            put_presence(work, session_id, person.id, presence=Presence.PRESENT, channel=Channel.CONSOLE)
        changed = work.changed(len(people))
    return changed


def add_latecomer(library: Library, *, session_id: UUID) -> Changed[ParticipantRecord]:
    """A new participant with the next number and a fresh code, who is here: registered and present in one step."""
    with library.write("add latecomer", undo=mark("Latecomer"), session_id=session_id) as work:
        session = work.get(LabSession, session_id)
        project = work.get(Project, session.project_id)
        person = participants.new_participant(
            work, session.project_id, sector=Sector.CITIZEN, practice=project.practice
        )
        put_presence(work, session_id, person.id, presence=Presence.PRESENT, channel=Channel.CONSOLE)
        changed = work.changed(person.record())
    return changed


def put_presence(
    work: UnitOfWork, session_id: UUID, participant_id: UUID, *, presence: Presence, channel: Channel
) -> Attendance:
    """Write the attendance of one participant; the first arrival keeps its time."""
    line = work.rows.get(Attendance, (session_id, participant_id))
    if line is None:
        line = Attendance(lab_session_id=session_id, participant_id=participant_id, arrived_at=None)
    line.presence, line.channel = presence, channel
    if presence is Presence.PRESENT and line.arrived_at is None:
        line.arrived_at = work.now
    return work.add(line)


def _record(session_id: UUID, person: Participant, line: Attendance | None) -> AttendanceRecord:
    if line is None:
        return AttendanceRecord(session_id, person.record(), Presence.EXPECTED, Channel.CONSOLE, None)
    return AttendanceRecord(session_id, person.record(), line.presence, line.channel, line.arrived_at)
