"""Small workshops for tests: a project with people, a running session, an open vote."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from workshop.language import load_language
from workshop.models.enums import BallotKind
from workshop.models.records.people import ParticipantRecord
from workshop.models.records.sessions import SessionPlan
from workshop.models.records.votes import PollRecord
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls, voting

KO = load_language("ko")


class FakeClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **time: float) -> None:
        self.moment += timedelta(**time)


@dataclass
class Room:
    """A running session of a project with everybody present."""

    library: Library
    project_id: UUID
    session_id: UUID
    people: tuple[ParticipantRecord, ...]

    @property
    def plan(self) -> SessionPlan:
        return lab_sessions.session_plan(self.library, session_id=self.session_id)


def make_project(library: Library, title: str = "안심 통학로") -> UUID:
    return projects.create_project(library, title=title, language=KO).record.id


def make_room(library: Library, *, people: int = 4, template: str = "problem-finding") -> Room:
    project_id = make_project(library)
    registered = participants.register_many(library, project_id=project_id, count=people).record
    session = lab_sessions.prepare_session(library, project_id=project_id, language=KO, template_key=template).record
    running.start_session(library, session_id=session.id)
    attendance.everyone_present(library, session_id=session.id)
    return Room(library, project_id, session.id, registered)


def open_poll(room: Room, *, options: int = 3, dots: int = 3, per_option: int = 3) -> PollRecord:
    made = polls.make_poll(
        room.library,
        session_id=room.session_id,
        title="먼저 바꿀 것",
        ballot=BallotKind.DOTS if per_option > 1 else BallotKind.APPROVAL,
        dots=dots,
        per_option=per_option,
        options=[polls.OptionDraft(f"선택지 {place}") for place in range(options)],
    ).record
    return polls.open_poll(room.library, poll_id=made.id).record


def cast(room: Room, poll: PollRecord, person: int, *dots: int, ballot_id: UUID | None = None) -> None:
    voting.cast_ballot(
        room.library,
        poll_id=poll.id,
        participant_id=room.people[person].id,
        choices={option.id: count for option, count in zip(poll.options, dots, strict=False)},
        ballot_id=ballot_id or uuid4(),
    )
