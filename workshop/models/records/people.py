"""What services tell about participants and their attendance. Names are in the register alone."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from workshop.models.enums import AgeBand, Channel, ConsentPurpose, Gender, Presence, Sector


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """A participant as the workshop knows one: a number to be called by, a code to vote with, bands for the balance.

    `number` is on the name tag and in lists; `code` (number and three secret digits, such as `17-482`) lets its bearer vote.
    """

    id: UUID
    project_id: UUID
    number: int
    code: str
    sector: Sector
    age_band: AgeBand | None
    gender: Gender | None
    neighbourhood: str
    practice: bool

    def answers_to(self, called: "int | str") -> bool:
        """Whether this is who is called by a number, or by the code of a name tag, with or without its hyphen."""
        if isinstance(called, int):
            return called == self.number
        return called.replace("-", "") == self.code.replace("-", "")


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """The personal data of a participant, kept apart from everything that participant contributes."""

    participant_id: UUID
    name: str
    contact: str
    motive: str


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """Whether a participant agreed to one purpose, and when that was said."""

    purpose: ConsentPurpose
    given: bool
    on: date


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One line of the people page: participant, register, consents, sessions attended."""

    participant: ParticipantRecord
    entry: RegisterEntry
    consents: tuple[ConsentRecord, ...]
    sessions_attended: int


@dataclass(frozen=True, slots=True)
class AttendanceRecord:
    """A participant at one session."""

    lab_session_id: UUID
    participant: ParticipantRecord
    presence: Presence
    channel: Channel
    arrived_at: datetime | None
