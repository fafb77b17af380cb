"""What goes out of a project as an extract: one vote, one service, the tasks of departments, a challenge for companies."""

from dataclasses import dataclass, field
from datetime import date

from workshop.models.records.evaluations import ServiceChange
from workshop.models.records.field import FieldReport
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.projects import CityServiceRecord, PhaseRecord, ProjectRecord
from workshop.models.records.proposals import ProposalRecord
from workshop.models.records.reports import FormReport, PollReport, ReportPhoto
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollResult, ResultLine


@dataclass(frozen=True, slots=True)
class PollSheet:
    """The result of one vote, and the decisions that were taken on it."""

    project: ProjectRecord
    phase: PhaseRecord
    session: LabSessionRecord
    document_number: str
    poll: PollReport
    follow_ups: tuple[FollowUpRecord, ...]
    utc_offset: int
    checksum: str


@dataclass(frozen=True, slots=True)
class HeldForm:
    """A form with the session it was answered in."""

    session: LabSessionRecord
    report: FormReport


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Every evaluation of one service in the order it was held, what changed from before to after, how it does in the field."""

    project: ProjectRecord
    service: CityServiceRecord
    document_number: str
    as_of: date
    forms: tuple[HeldForm, ...]
    changes: tuple[ServiceChange, ...]
    utc_offset: int
    checksum: str
    field: FieldReport = field(default_factory=FieldReport)


@dataclass(frozen=True, slots=True)
class DepartmentTask:
    """A follow-up with where it comes from: the session, and the idea, vote or local issue in words."""

    item: FollowUpRecord
    session: LabSessionRecord | None
    origin: str


@dataclass(frozen=True, slots=True)
class DepartmentPart:
    """The follow-ups of one department; the empty name holds those of none."""

    department: str
    tasks: tuple[DepartmentTask, ...]


@dataclass(frozen=True, slots=True)
class DepartmentReport:
    """Follow-ups by department, as of a day."""

    project: ProjectRecord
    document_number: str
    as_of: date
    parts: tuple[DepartmentPart, ...]
    utc_offset: int
    checksum: str


@dataclass(frozen=True, slots=True)
class VoteEvidence:
    """What a counted vote said of things that belong to a theme: their lines out of all."""

    result: PollResult
    lines: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class ChallengeBrief:
    """A theme with its evidence, for companies: ideas, votes, local issues, proposals and what was decided."""

    project: ProjectRecord
    theme: ThemeRecord
    document_number: str
    as_of: date
    people: int
    ideas: tuple[IdeaRecord, ...]
    votes: tuple[VoteEvidence, ...]
    issues: tuple[LocalIssueRecord, ...]
    proposals: tuple[ProposalRecord, ...]
    notes: tuple[NoteRecord, ...]
    decisions: tuple[FollowUpRecord, ...]
    photos: tuple[ReportPhoto, ...]
    utc_offset: int
    checksum: str
