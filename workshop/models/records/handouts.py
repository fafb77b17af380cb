"""What is printed for the room: lists to sign, name tags, consent forms, the running order, ballots, certificates.

Nothing of this is kept as data in the file: names, where they are wanted, and the codes of name tags are for paper alone.
"""

from dataclasses import dataclass
from datetime import date

from workshop.models.enums import Sector
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.records.votes import PollRecord


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody on a list; `name` is empty where names are left out or not known."""

    number: int
    name: str
    sector: Sector


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Who is expected at a session, to be signed on paper; `blanks` rows for those who come without notice."""

    project: ProjectRecord
    session: LabSessionRecord
    document_number: str
    people: tuple[ListedPerson, ...]
    blanks: int


@dataclass(frozen=True, slots=True)
class NameTag:
    """A tag: the number to be called by, the code to vote with, the name where it is wanted."""

    number: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class NameTags:
    """Tags of a session; `blanks` are empty ones for those who come late."""

    project: ProjectRecord
    session: LabSessionRecord
    tags: tuple[NameTag, ...]
    blanks: int


@dataclass(frozen=True, slots=True)
class ConsentForms:
    """The consent form of a project."""

    project: ProjectRecord
    document_number: str


@dataclass(frozen=True, slots=True)
class AgendaHandout:
    """The running order of a session for those who take part."""

    project: ProjectRecord
    session: LabSessionRecord
    activities: tuple[ActivityRecord, ...]


@dataclass(frozen=True, slots=True)
class BallotPapers:
    """So many ballot papers of one vote."""

    project: ProjectRecord
    session: LabSessionRecord
    poll: PollRecord
    count: int


@dataclass(frozen=True, slots=True)
class CertifiedPerson:
    """Somebody who took part, with the sessions they came to."""

    number: int
    name: str
    sessions: tuple[LabSessionRecord, ...]


@dataclass(frozen=True, slots=True)
class Certificates:
    """Certificates of participation, one for each person, given on a day."""

    project: ProjectRecord
    document_number: str
    on: date
    people: tuple[CertifiedPerson, ...]
