"""What reports can be made of a project now: of the whole of it and of each of its sessions, in the order of a list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from workshop.language import Message, mark
from workshop.models.enums import BallotKind, PollState, SessionState
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services.evaluation.evaluations import list_forms
from workshop.services.ideas.ideas import idea_board
from workshop.services.keeping.library import Library
from workshop.services.projects.city_services import list_services
from workshop.services.projects.phases import list_phases
from workshop.services.projects.projects import get_project
from workshop.services.reporting.extracts import list_departments
from workshop.services.reporting.gathering import is_told
from workshop.services.reporting.kinds import ReportKind, Target, kind_of
from workshop.services.sessions.lab_sessions import list_sessions
from workshop.services.voting.polls import list_polls


@dataclass(frozen=True, slots=True)
class ReportOffer:
    """One report that can be made. `about` is what it is about in the users' words, or a title of ours."""

    kind: ReportKind
    target: Target
    about: Message | str

    @property
    def key(self) -> tuple[str, Target]:
        """What tells it from every other."""
        return self.kind.name, self.target


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Reports of a sort below a heading; the first group has none."""

    heading: Message | str
    offers: tuple[ReportOffer, ...]


@dataclass(frozen=True, slots=True)
class ReportOffers:
    """Everything that can be made: `whole` of the project, `sessions` (the latest first) and what can be made `of` each."""

    project: ProjectRecord
    whole: tuple[OfferGroup, ...]
    sessions: tuple[LabSessionRecord, ...] = ()
    of: dict[UUID, tuple[OfferGroup, ...]] = field(default_factory=dict[UUID, tuple[OfferGroup, ...]])

    def groups(self, session_id: UUID | None) -> tuple[OfferGroup, ...]:
        """What can be made of a session, or of the whole project where there is no such session."""
        return self.of.get(session_id, self.whole) if session_id else self.whole

    def session(self, session_id: UUID | None) -> LabSessionRecord | None:
        """The session of an id, if it is one of the project."""
        return next((each for each in self.sessions if each.id == session_id), None)

    def find(self, session_id: UUID | None, fits: Callable[[ReportOffer], bool]) -> ReportOffer | None:
        """The first report of a session (or the project) that fits."""
        return next((offer for group in self.groups(session_id) for offer in group.offers if fits(offer)), None)


def list_offers(library: Library, *, project_id: UUID) -> ReportOffers:
    """Everything that can be made of a project now; raises NotFoundError."""
    project = get_project(library, project_id=project_id)
    sessions = [line.session for line in list_sessions(library, project_id=project_id)]
    polls, forms = list_polls(library, project_id=project_id), list_forms(library, project_id=project_id)
    titles = {service.id: service.title for service in list_services(library, project_id=project_id)}
    return ReportOffers(
        project,
        _of_project(library, sessions, project_id, forms, titles),
        tuple(reversed(sessions)),
        {
            session.id: _of_session(
                session,
                [poll for poll in polls if poll.lab_session_id == session.id],
                _evaluations(project_id, [form for form in forms if form.lab_session_id == session.id], titles),
            )
            for session in sessions
        },
    )


def _of_project(
    library: Library,
    sessions: Sequence[LabSessionRecord],
    project_id: UUID,
    forms: Sequence[FormRecord],
    titles: dict[UUID, str],
) -> tuple[OfferGroup, ...]:
    phases = [
        _offer("phase", Target(project_id, of=phase.id), title_of(phase.kind))
        for phase in list_phases(library, project_id=project_id)
    ]
    names = list_departments(library, project_id=project_id)
    departments = [_offer("department", Target(project_id), mark("All departments"))] if names else []
    departments += [_offer("department", Target(project_id, of=name), name) for name in names]
    themes = [
        _offer("brief", Target(project_id, of=theme.id), theme.title)
        for theme in idea_board(library, project_id=project_id).themes
    ]
    room = [_plain("consent", Target(project_id))]
    if any(session.state is not SessionState.DRAFT for session in sessions):
        room.append(_plain("certificate", Target(project_id)))
    return _groups(
        ("", [_plain("project", Target(project_id))]),
        (mark("Phases"), phases),
        (mark("Evaluations of services"), _evaluations(project_id, forms, titles)),
        (mark("Follow-ups by department"), departments),
        (mark("Challenge briefs for companies"), themes),
        (mark("For the room"), room),
    )


def _of_session(
    session: LabSessionRecord, polls: Sequence[PollRecord], evaluations: Sequence[ReportOffer]
) -> tuple[OfferGroup, ...]:
    own = Target(session.project_id, session.id)
    results = [_offer("poll", _of_poll(poll), poll.title) for poll in polls if is_told(poll, session)]
    ballots = [
        _offer("ballots", _of_poll(poll), mark("Paper ballots: {title}", title=poll.title))
        for poll in polls
        if has_papers(poll) and poll.state in {PollState.DRAFT, PollState.OPEN}
    ]
    room = [_plain(name, own) for name in ("name-tags", "attendance", "handout")]
    room += [_plain("consent", Target(session.project_id)), *ballots]
    if session.state is not SessionState.DRAFT:
        room.append(_plain("certificate", own))
    return _groups(
        ("", [_plain("session", own)]),
        (mark("Vote results"), results),
        (mark("Evaluations of services"), evaluations),
        (mark("For the room"), room),
    )


def _evaluations(project_id: UUID, forms: Iterable[FormRecord], titles: dict[UUID, str]) -> list[ReportOffer]:
    """A report for each service that was evaluated, in the order of the first evaluation."""
    services = dict.fromkeys(form.service_id for form in forms if form.service_id in titles)
    return [_offer("evaluation", Target(project_id, of=each), titles[each]) for each in services if each]


def has_papers(poll: PollRecord) -> bool:
    """Whether a vote can be held on paper: there is something to choose, and not by comparing two at a time."""
    return bool(poll.options) and poll.ballot is not BallotKind.PAIRWISE


def _of_poll(poll: PollRecord) -> Target:
    return Target(poll.project_id, poll.lab_session_id, poll.id)


def _offer(name: str, target: Target, about: Message | str) -> ReportOffer:
    return ReportOffer(kind_of(name), target, about)


def _plain(name: str, target: Target) -> ReportOffer:
    kind = kind_of(name)
    return ReportOffer(kind, target, kind.title)


def _groups(*groups: tuple[Message | str, Sequence[ReportOffer]]) -> tuple[OfferGroup, ...]:
    return tuple(OfferGroup(heading, tuple(offers)) for heading, offers in groups if offers)
