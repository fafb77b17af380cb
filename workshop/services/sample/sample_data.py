"""The sample project as data in `resources/sample/`: a safe way to school in a small Korean city.

Only the loader is here; nothing touches the database. Places in a list (activities, ballot options, support elements) are
counted from 1 in the order of the list they point into. Participants and ideas are known by their number, sessions, themes,
services, polls and forms by a key. Five sessions are closed; the sixth is ready, and what belongs to it (ideas, ballots,
answers) is what `workshop demo` plays.
"""

from datetime import date, time
from functools import cache
from pathlib import Path

import msgspec

from workshop.models.enums import (
    AgeBand,
    BallotKind,
    Channel,
    ConsentPurpose,
    FollowUpKind,
    FollowUpState,
    Gender,
    IdeaState,
    PhaseKind,
    PhaseState,
    Sector,
    ServiceKind,
    ServiceState,
    SessionState,
    Stage,
    SupportState,
)
from workshop.models.records.evaluations import AnswerValue
from workshop.resources import resource_path
from workshop.services.evaluation.instruments import read_content
from workshop.services.sample.sample_field import SampleField


class SampleFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The project itself. `today` is the day on which the sample stands still: the day of its last, unplayed session."""

    title: str
    city: str
    host: str
    purpose: str
    starts_on: date
    ends_on: date
    document_prefix: str
    today: date


class SupportMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far one support element is; marks stand in the order of `support_elements().of(phase)`, one for each."""

    state: SupportState
    responsible: str = ""
    due_on: date | None = None
    note: str = ""


class SamplePhase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the four phases; `note` is the reason given when it was closed."""

    kind: PhaseKind
    state: PhaseState
    planned_on: date
    opened_on: date | None = None
    closed_on: date | None = None
    note: str = ""
    support: tuple[SupportMark, ...] = ()


class SampleService(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A city service of the project, named `key` by forms."""

    key: str
    title: str
    description: str
    kind: ServiceKind
    state: ServiceState


class SampleParticipant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A participant by number and bands, with no name and no contact. `neighbourhood` is empty where it was not told.

    `consents` lists what was agreed to; purposes that are missing were refused.
    """

    number: int
    sector: Sector
    age_band: AgeBand
    motive: str
    consents: tuple[ConsentPurpose, ...]
    gender: Gender | None = None
    neighbourhood: str = ""


class SampleActivity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What differs from the template in the activity at the same place: real minutes (0 = not held yet), own question."""

    real_minutes: int = 0
    question: str = ""


class SampleSession(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A session made from `template`, in Korean, with one `activities` entry for each activity of the template.

    `number` is its round within the phase, `minutes` the time at hand. `expected` lists the participants invited, `present`
    those who came (in a session that is not held yet: who will come when it is played), `helped_on_paper` those of them
    who use paper instead of the screen, `left_early` those of them who left before the end.
    """

    key: str
    template: str
    phase: PhaseKind
    number: int
    title: str
    on: date
    starts_at: time
    minutes: int
    place: str
    host: str
    goals: str
    house_rules: str
    state: SessionState
    document_number: str
    expected: tuple[int, ...]
    present: tuple[int, ...]
    activities: tuple[SampleActivity, ...]
    helped_on_paper: tuple[int, ...] = ()
    left_early: tuple[int, ...] = ()


class SampleTheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A theme of the project; their order is their position."""

    key: str
    title: str


class SampleIdea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An idea in its author's words. `number` is unique over all sessions; `theme` is empty where it is not sorted yet.

    A merged idea names the idea it went into, a withdrawn one the reason.
    """

    number: int
    author: int
    text: str
    theme: str = ""
    state: IdeaState = IdeaState.OPEN
    merged_into: int = 0
    reason: str = ""
    channel: Channel = Channel.SCREEN


class SampleBoard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ideas of one session, in the order they were given in the activity at place `activity`."""

    session: str
    activity: int
    ideas: tuple[SampleIdea, ...]


class SampleOption(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice on a ballot; `idea` (0 = none) or `theme` (empty = none) tell where it came from."""

    text: str
    idea: int = 0
    theme: str = ""


class SamplePoll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A poll of the activity at place `activity`, with its ballots in shuffled order.

    A ballot lists the dots (approval: 0 or 1) for each option in the order of `options`; all zeros is a blank one.
    `voters` are those who voted: as many as ballots, and nothing ties one to the other.
    """

    key: str
    session: str
    activity: int
    title: str
    ballot: BallotKind
    dots: int
    per_option: int
    options: tuple[SampleOption, ...]
    voters: tuple[int, ...]
    screen_ballots: tuple[tuple[int, ...], ...]
    paper_ballots: tuple[tuple[int, ...], ...] = ()

    @property
    def ballots(self) -> tuple[tuple[int, ...], ...]:
        """All ballots, those cast on the screen first."""
        return self.screen_ballots + self.paper_ballots


class SampleAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One filled-in form: values by item key (a missing item was skipped). `participant` 0 is an anonymous respondent."""

    values: dict[str, AnswerValue]
    participant: int = 0
    channel: Channel = Channel.SCREEN


class SampleForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An evaluation form. `activity` 0: handed out beside the running order. `service` is empty for forms on no service."""

    key: str
    session: str
    instrument: str
    stage: Stage
    title: str
    answers: tuple[SampleAnswer, ...]
    activity: int = 0
    service: str = ""


class SampleFollowUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision or action of a session.

    `idea` (0 = none), `poll`, `pilot` and `observation` (empty = none) tell what it follows from.
    """

    session: str
    kind: FollowUpKind
    text: str
    department: str
    state: FollowUpState
    reason: str = ""
    responsible: str = ""
    due_on: date | None = None
    told_back: str = ""
    idea: int = 0
    poll: str = ""
    pilot: str = ""
    observation: str = ""


class SampleProject(msgspec.Struct, frozen=True):
    """Everything of the sample. `boards`, `polls` and `forms` stand in the order of the sessions."""

    facts: SampleFacts
    phases: tuple[SamplePhase, ...]
    services: tuple[SampleService, ...]
    participants: tuple[SampleParticipant, ...]
    sessions: tuple[SampleSession, ...]
    themes: tuple[SampleTheme, ...]
    boards: tuple[SampleBoard, ...]
    polls: tuple[SamplePoll, ...]
    forms: tuple[SampleForm, ...]
    follow_ups: tuple[SampleFollowUp, ...]
    field: SampleField

    @property
    def next_session(self) -> SampleSession:
        """The session that is ready to be played."""
        return next(session for session in self.sessions if session.state is SessionState.DRAFT)

    def ideas_of(self, session: str) -> tuple[SampleIdea, ...]:
        """The ideas given in a session."""
        return tuple(idea for board in self.boards if board.session == session for idea in board.ideas)

    def polls_of(self, session: str) -> tuple[SamplePoll, ...]:
        """The polls of a session."""
        return tuple(poll for poll in self.polls if poll.session == session)

    def forms_of(self, session: str) -> tuple[SampleForm, ...]:
        """The evaluation forms of a session."""
        return tuple(form for form in self.forms if form.session == session)

    def follow_ups_of(self, session: str) -> tuple[SampleFollowUp, ...]:
        """The decisions and actions of a session."""
        return tuple(item for item in self.follow_ups if item.session == session)


class _ProjectFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    project: SampleFacts
    phases: tuple[SamplePhase, ...]
    services: tuple[SampleService, ...]


class _ParticipantsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    participants: tuple[SampleParticipant, ...]


class _SessionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sessions: tuple[SampleSession, ...]


class _IdeasFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    themes: tuple[SampleTheme, ...]
    boards: tuple[SampleBoard, ...]


class _PollsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    polls: tuple[SamplePoll, ...]


class _EvaluationsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    forms: tuple[SampleForm, ...]


class _FollowUpsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    follow_ups: tuple[SampleFollowUp, ...]


@cache
def load_sample() -> SampleProject:
    """The sample project that ships with the application; raises InputError where a file is malformed."""
    return read_sample(resource_path("sample"))


def read_sample(folder: Path) -> SampleProject:
    """A sample project from its eight TOML files in `folder`; raises InputError naming the file and the place."""
    project = read_content(folder / "project.toml", _ProjectFile)
    ideas = read_content(folder / "ideas.toml", _IdeasFile)
    return SampleProject(
        facts=project.project,
        phases=project.phases,
        services=project.services,
        participants=read_content(folder / "participants.toml", _ParticipantsFile).participants,
        sessions=read_content(folder / "sessions.toml", _SessionsFile).sessions,
        themes=ideas.themes,
        boards=ideas.boards,
        polls=read_content(folder / "polls.toml", _PollsFile).polls,
        forms=read_content(folder / "evaluations.toml", _EvaluationsFile).forms,
        follow_ups=read_content(folder / "follow_ups.toml", _FollowUpsFile).follow_ups,
        field=read_content(folder / "field.toml", SampleField),
    )
