"""What services tell about proposals and what they came from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workshop.models.enums import CostBand, ProposalState, ServiceKind


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """What ideas became before they are tried: `number` counts within the project, `ideas` are the ids it came from."""

    id: UUID
    project_id: UUID
    lab_session_id: UUID | None
    number: int
    title: str
    problem: str
    beneficiaries: str
    needs: str
    cost_band: CostBand | None
    service_kind: ServiceKind | None
    state: ProposalState
    reason: str
    theme_id: UUID | None
    service_id: UUID | None
    written_at: datetime
    ideas: tuple[UUID, ...] = ()
    notes: int = 0


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One thing on the way from idea to service.

    `kind` is observation, local_issue, idea, theme, poll, proposal, pilot, follow_up, service or evaluation; `number` its own,
    and of a revealed poll the place it came to.
    """

    kind: str
    id: UUID
    title: str
    number: int | None = None
    state: str = ""
    session_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """The way of an idea, a proposal or a service, in both directions, each in the order of the way."""

    before: tuple[TraceStep, ...]
    after: tuple[TraceStep, ...]
