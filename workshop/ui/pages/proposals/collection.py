"""What the page of proposals shows, read in one go."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from workshop.models.enums import PollState
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.notes import NoteRecord
from workshop.models.records.proposals import ProposalRecord, Trace
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollRecord
from workshop.services.ideas import notes, proposals, tracing
from workshop.services.keeping.library import Library
from workshop.services.sessions import lab_sessions
from workshop.services.voting import polls


@dataclass(frozen=True, slots=True)
class Collection:
    """The proposals of a project; of the chosen one its ideas, its way and its discussion."""

    proposals: tuple[ProposalRecord, ...] = ()
    chosen: ProposalRecord | None = None
    ideas: tuple[IdeaRecord, ...] = ()
    trace: Trace = field(default_factory=lambda: Trace((), ()))
    notes: tuple[NoteRecord, ...] = ()
    sessions: tuple[LabSessionRecord, ...] = ()
    revealed: PollRecord | None = None  # the latest, where there is no proposal yet


def load_collection(library: Library, project_id: UUID, chosen_id: UUID | None) -> Collection:
    """The proposals; the first one is chosen where nobody has chosen another."""
    listed = proposals.list_proposals(library, project_id=project_id)
    sessions = tuple(line.session for line in lab_sessions.list_sessions(library, project_id=project_id))
    chosen = next((one for one in listed if one.id == chosen_id), listed[0] if listed else None)
    if chosen is None:
        return Collection(sessions=sessions, revealed=_latest_revealed(library, project_id))
    known = {idea.id: idea for idea in proposals.ideas_of(library, proposal_id=chosen.id)}
    return Collection(
        listed,
        chosen,
        tuple(known[key] for key in chosen.ideas if key in known),
        tracing.trace_proposal(library, proposal_id=chosen.id),
        notes.list_notes(library, proposal_id=chosen.id),
        sessions,
    )


def _latest_revealed(library: Library, project_id: UUID) -> PollRecord | None:
    found = [poll for poll in polls.list_polls(library, project_id=project_id) if poll.state is PollState.REVEALED]
    return max(found, key=lambda poll: poll.revealed_at or datetime.min.replace(tzinfo=UTC), default=None)
