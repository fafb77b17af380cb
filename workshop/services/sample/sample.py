"""The sample project played into the library by the same verbs that a facilitator uses, under the clock of its own days."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, select

from workshop.language import load_language
from workshop.models.enums import Channel, PhaseState, Presence, Role, SessionState
from workshop.models.records.changes import Changed
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import ActivityRecord
from workshop.models.tables.history import UndoStep
from workshop.models.tables.people import Participant
from workshop.models.tables.projects import Phase, Project
from workshop.services.evaluation import evaluations
from workshop.services.ideas import themes
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.projects import city_services, phases, projects
from workshop.services.sample.sample_acts import cast_ballots, fill_in_form, write_follow_ups, write_ideas
from workshop.services.sample.sample_clock import SampleClock, room_time
from workshop.services.sample.sample_data import (
    SampleActivity,
    SampleIdea,
    SamplePoll,
    SampleProject,
    SampleSession,
    load_sample,
)
from workshop.services.sample.sample_field import FieldPlayer
from workshop.services.sessions import agenda, lab_sessions, running
from workshop.services.voting import polls

_STATION = "sample"


def find_sample(library: Library) -> ProjectRecord | None:
    """The sample project, where it has been made."""
    with library.read() as rows:
        project = rows.scalar(select(Project).where(Project.sample, Project.practice.is_(False)))
        return project.record() if project else None


def make_sample(library: Library) -> Changed[ProjectRecord]:
    """The sample project, made where it is not there yet; see `build_sample` for progress."""
    for _share in build_sample(library):
        pass
    project = find_sample(library)
    assert project is not None
    return Changed(project, frozenset({"project"}))


def build_sample(library: Library) -> Iterator[float]:
    """Make the sample project, yielding the share that is done (0 to 1); nothing happens where it is there already.

    Until it is whole it counts as practice, and what an interrupted making left behind is removed first.
    """
    if find_sample(library) is not None:
        return
    with library.read() as rows:
        leftovers = list(rows.scalars(select(Project.id).where(Project.sample, Project.practice)))
    for project_id in leftovers:
        projects.delete_project(library, project_id=project_id)
    yield from _Player(library, load_sample()).play()


class _Player:
    """Plays the data of the sample into a library; keys of the data lead to ids of the library."""

    def __init__(self, library: Library, sample: SampleProject) -> None:
        self.clock = SampleClock(room_time(sample.facts.starts_on, time(9)))
        self.library = Library(library.database, station=_STATION, role=Role.SYSTEM, clock=self.clock)
        self.sample = sample
        self.language = load_language("ko")  # of the sample, whatever the console speaks
        self.project_id = UUID(int=0)
        self.people: dict[int, UUID] = {}
        self.services: dict[str, UUID] = {}
        self.themes: dict[str, UUID] = {}
        self.ideas: dict[int, UUID] = {}
        self.polls: dict[str, UUID] = {}

    def play(self) -> Iterator[float]:
        """Everything in the order of its days."""
        self._project()
        self._people()
        self.field = FieldPlayer(
            self.library, self.clock, self.sample.field, language=self.language, project_id=self.project_id,
            services=self.services, people=self.people,
        )  # fmt: skip
        yield 0.1
        for place, session in enumerate(self.sample.sessions, start=1):
            self._session(session)
            yield 0.1 + 0.8 * place / len(self.sample.sessions)
        self.field.play(until=room_time(self.sample.facts.today, time(0)))
        self._phases()
        with self.library.write("finish sample") as work:
            work.get(Project, self.project_id).practice = False
            work.rows.execute(delete(UndoStep).where(UndoStep.station == _STATION))
        yield 1.0

    def _project(self) -> None:
        facts = self.sample.facts
        self.project_id = projects.create_project(
            self.library,
            title=facts.title,
            language=self.language,
            city=facts.city,
            host=facts.host,
            purpose=facts.purpose,
            starts_on=facts.starts_on,
            ends_on=facts.ends_on,
            document_prefix=facts.document_prefix,
            practice=True,
            sample=True,
        ).record.id
        for service in self.sample.services:
            self.services[service.key] = city_services.add_service(
                self.library,
                project_id=self.project_id,
                title=service.title,
                kind=service.kind,
                description=service.description,
                state=service.state,
            ).record.id
        for theme in self.sample.themes:
            made = themes.add_theme(self.library, project_id=self.project_id, title=theme.title)
            self.themes[theme.key] = made.record.id

    def _people(self) -> None:
        for person in self.sample.participants:
            made = participants.register_participant(
                self.library,
                project_id=self.project_id,
                sector=person.sector,
                age_band=person.age_band,
                gender=person.gender,
                neighbourhood=person.neighbourhood,
                motive=person.motive,
                consents=person.consents,
            )
            self.people[person.number] = made.record.id
            # The sample is the same for everybody, so its codes can stand in a manual.
            with self.library.write("set sample code") as work:
                work.get(Participant, made.record.id).code = sample_code(person.number)

    def _session(self, data: SampleSession) -> None:
        self.field.play(until=room_time(data.on - timedelta(days=7), time(10)))
        self.clock.moment = room_time(data.on - timedelta(days=7), time(10))
        session_id = lab_sessions.prepare_session(
            self.library,
            project_id=self.project_id,
            language=self.language,
            template_key=data.template,
            phase=data.phase,
            title=data.title,
            on=data.on,
            starts_at=data.starts_at,
            place=data.place,
            host=data.host,
            goals=data.goals,
        ).record.id
        lab_sessions.edit_session(
            self.library, session_id=session_id, minutes=data.minutes, house_rules=data.house_rules
        )
        plan = lab_sessions.session_plan(self.library, session_id=session_id)
        for activity, own in zip(plan.activities, data.activities, strict=True):
            if own.question:
                agenda.edit_activity(self.library, activity_id=activity.id, question=own.question)
        self._tools(data, session_id, plan.activities)
        if data.state is SessionState.CLOSED:
            self._hold(data, session_id, plan.activities)

    def _tools(self, data: SampleSession, session_id: UUID, activities: tuple[ActivityRecord, ...]) -> None:
        """The polls and forms of the data in place of what the template proposed."""
        for poll in self.sample.polls_of(data.key):
            activity = activities[poll.activity - 1]
            if activity.poll_id is not None:
                polls.remove_poll(self.library, poll_id=activity.poll_id)
            self.polls[poll.key] = polls.make_poll(
                self.library,
                session_id=session_id,
                title=poll.title,
                ballot=poll.ballot,
                dots=poll.dots,
                per_option=poll.per_option,
                activity_id=activity.id,
                options=self._options(poll),
            ).record.id
        for form in self.sample.forms_of(data.key):
            activity = activities[form.activity - 1] if form.activity else None
            if activity is not None and activity.form_id is not None:
                evaluations.remove_form(self.library, form_id=activity.form_id)
            evaluations.make_form(
                self.library,
                session_id=session_id,
                instrument=form.instrument,
                language=self.language,
                stage=form.stage,
                service_id=self.services.get(form.service),
                title=form.title,
                activity_id=activity.id if activity else None,
            )

    def _options(self, poll: SamplePoll) -> list[polls.OptionDraft]:
        return [
            polls.OptionDraft(option.text, idea_id=self.ideas.get(option.idea), theme_id=self.themes.get(option.theme))
            for option in poll.options
        ]

    def _hold(self, data: SampleSession, session_id: UUID, activities: tuple[ActivityRecord, ...]) -> None:
        """A session as it was held, activity by activity."""
        before = room_time(data.on, data.starts_at) - timedelta(minutes=10)
        self.field.play(until=before)
        self.clock.moment = before
        for number in data.present:
            channel = Channel.PAPER if number in data.helped_on_paper else Channel.SCREEN
            self._presence(session_id, number, Presence.PRESENT, channel)
        self.clock.moment = room_time(data.on, data.starts_at)
        running.start_session(self.library, session_id=session_id)
        for place, (activity, own) in enumerate(zip(activities, data.activities, strict=True), start=1):
            begun = self.clock.moment
            running.begin_activity(self.library, activity_id=activity.id)
            self._contribute(data, session_id, place)
            self._next(begun, own)
        self._contribute(data, session_id, 0)
        for number in data.left_early:
            self._presence(session_id, number, Presence.LEFT, Channel.CONSOLE)
        write_follow_ups(
            self.library,
            project_id=self.project_id,
            session_id=session_id,
            items=self.sample.follow_ups_of(data.key),
            known=self.ideas,
            votes=self.polls,
            pilots=self.field.pilots,
            observations=self.field.observations,
        )
        running.close_session(self.library, session_id=session_id)

    def _next(self, begun: datetime, own: SampleActivity) -> None:
        self.clock.moment = max(self.clock.moment, begun + timedelta(minutes=own.real_minutes))

    def _presence(self, session_id: UUID, number: int, presence: Presence, channel: Channel) -> None:
        attendance.set_presence(
            self.library,
            session_id=session_id,
            participant_id=self.people[number],
            presence=presence,
            channel=channel,
        )

    def _contribute(self, data: SampleSession, session_id: UUID, place: int) -> None:
        """Ideas, ballots and answers of the activity at `place`; 0 stands for what is beside the running order."""
        for board in self.sample.boards:
            if board.session == data.key and board.activity == place:
                self._ideas(session_id, board.ideas)
        for poll in self.sample.polls_of(data.key):
            if poll.activity == place:
                self._vote(poll)
        made = evaluations.list_forms(self.library, session_id=session_id)
        for form in self.sample.forms_of(data.key):
            if form.activity == place:
                form_id = next(one.id for one in made if one.title == form.title and one.instrument == form.instrument)
                fill_in_form(self.library, form_id=form_id, form=form, people=self.people)

    def _ideas(self, session_id: UUID, given: tuple[SampleIdea, ...]) -> None:
        write_ideas(
            self.library,
            session_id=session_id,
            given=given,
            people=self.people,
            themes=self.themes,
            known=self.ideas,
            between=lambda: self.clock.forward(timedelta(seconds=11)),
        )

    def _vote(self, poll: SamplePoll) -> None:
        poll_id = self.polls[poll.key]
        polls.open_poll(self.library, poll_id=poll_id)
        cast_ballots(self.library, poll_id=poll_id, poll=poll, people=self.people)
        polls.close_poll(self.library, poll_id=poll_id)
        polls.reveal_poll(self.library, poll_id=poll_id)

    def _phases(self) -> None:
        """How far the phases and their support elements are on the day on which the sample stands still."""
        with self.library.write("set sample phases") as work:
            for data in self.sample.phases:
                phase = work.rows.scalars(
                    select(Phase).where(Phase.project_id == self.project_id, Phase.kind == data.kind)
                ).one()
                phase.state, phase.planned_on, phase.note = data.state, data.planned_on, data.note
                phase.opened_on = data.opened_on
                phase.closed_on = data.closed_on if data.state is PhaseState.CLOSED else None
        for phase in phases.list_phases(self.library, project_id=self.project_id):
            data = next(one for one in self.sample.phases if one.kind is phase.kind)
            items = phases.list_support_items(self.library, phase_id=phase.id)
            for item, mark_ in zip(items, data.support, strict=True):
                phases.edit_support_item(
                    self.library,
                    item_id=item.id,
                    state=mark_.state,
                    responsible=mark_.responsible,
                    due=(mark_.due_on,),
                    note=mark_.note,
                )


def sample_code(number: int) -> str:
    """The code on the name tag of a participant of the sample."""
    return f"{number:02}-{(number * 37 + 111) % 1000:03}"
