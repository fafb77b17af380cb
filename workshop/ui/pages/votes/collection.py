"""What the page of votes shows, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workshop.models.enums import Electorate, PollState, SessionState
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import OrganizationRecord, PollRecord, PollResult, Turnout
from workshop.services.keeping.library import Library
from workshop.services.people import organizations, participants
from workshop.services.sessions import lab_sessions
from workshop.services.voting import polls, results, voting
from workshop.ui.page import Place


@dataclass(frozen=True, slots=True)
class Collection:
    """The polls of a project by session; of the chosen one the turnout, and the result once it is revealed."""

    sessions: tuple[LabSessionRecord, ...] = ()
    polls: tuple[PollRecord, ...] = ()
    poll: PollRecord | None = None
    turnout: Turnout | None = None
    result: PollResult | None = None
    organizations: tuple[OrganizationRecord, ...] = ()  # where only they vote
    names: Mapping[UUID, str] = field(default_factory=dict[UUID, str])  # from the register, while the vote runs

    def session(self, session_id: UUID) -> LabSessionRecord | None:
        """The session with an id."""
        return next((session for session in self.sessions if session.id == session_id), None)

    @property
    def open_sessions(self) -> list[LabSessionRecord]:
        """The sessions a new vote can belong to, the running one first."""
        still = [session for session in self.sessions if session.state is not SessionState.CLOSED]
        return sorted(still, key=lambda session: session.state is not SessionState.RUNNING)

    @property
    def is_running(self) -> bool:
        """Whether the session of the chosen poll runs now."""
        session = self.session(self.poll.lab_session_id) if self.poll else None
        return session is not None and session.state is SessionState.RUNNING


def load_collection(library: Library, place: Place, wanted: UUID | None) -> Collection:
    """The polls of the project; the wanted one is looked at, else one that runs, else the latest of the session."""
    if place.project_id is None:
        return Collection()
    lines = lab_sessions.list_sessions(library, project_id=place.project_id)
    sessions = tuple(line.session for line in lines)
    found = polls.list_polls(library, project_id=place.project_id)
    order = [session.id for session in sessions]
    listed = tuple(sorted(found, key=lambda poll: order.index(poll.lab_session_id)))
    poll = _chosen(listed, place, wanted)
    if poll is None:
        return Collection(sessions, listed)
    held = poll.state is not PollState.DRAFT
    revealed = poll.state is PollState.REVEALED
    by_organization = poll.electorate is Electorate.ORGANIZATIONS
    return Collection(
        sessions,
        listed,
        poll,
        voting.turnout(library, poll_id=poll.id) if held else None,
        results.poll_result(library, poll_id=poll.id) if revealed else None,
        organizations.list_organizations(library, project_id=place.project_id) if by_organization else (),
        _names(library, place.project_id) if poll.state.is_running else {},
    )


def _names(library: Library, project_id: UUID) -> dict[UUID, str]:
    people = participants.list_people(library, project_id=project_id)
    return {person.participant.id: person.entry.name for person in people if person.entry.name}


def _chosen(listed: tuple[PollRecord, ...], place: Place, wanted: UUID | None) -> PollRecord | None:
    tests = (
        lambda poll: poll.id == wanted,
        lambda poll: poll.state in {PollState.OPEN, PollState.PAUSED},
        lambda poll: poll.lab_session_id == place.session_id,
        lambda _poll: True,
    )
    return next((poll for test in tests for poll in listed if test(poll)), None)
