"""A rehearsal: simulated participants go through a session by the same verbs as people do.

What they do lands in a practice project of its own and never beside real data. The same seed does the same, up to random keys.
"""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from workshop.language import Language, mark
from workshop.models.enums import ActivityKind, Channel, FormState, PollState, Presence, Role, SessionState
from workshop.models.errors import RefusedError
from workshop.models.records.people import AttendanceRecord, ParticipantRecord
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.services.evaluation import answers, evaluations
from workshop.services.ideas import ideas, revealing, themes
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.projects import projects
from workshop.services.rehearsal.rehearsal_ballots import plausible_ballot
from workshop.services.rehearsal.rehearsal_habits import Habits, answer_values, habits_of, idea_words, number_of_ideas
from workshop.services.rehearsal.rehearsal_words import THEMES
from workshop.services.sessions import lab_sessions, running, session_copies
from workshop.services.sessions.session_templates import default_template
from workshop.services.voting import polls, voting

MOST_PARTICIPANTS = 500
_STATION = "rehearsal"
_FEWEST_THEMES = 2  # a vote among fewer is none


@dataclass(frozen=True, slots=True)
class Act:
    """An act that is durable: `attendance`, `idea`, `ballot` or `answer`.

    `id` is the participant, the idea or the answer; for a secret ballot it is the poll, since a ballot's own key is nobody's
    to know.
    """

    kind: str
    id: UUID


def rehearse(
    library: Library,
    *,
    session_id: UUID | None,
    participants: int,
    language: Language,
    seed: int = 0,
    pace: int = 0,
) -> Iterator[Act]:
    """Let `participants` simulated people go through a session, yielding each act after it is durable.

    `session_id` none makes a fresh practice session from the default template. A session that is not for practice is copied
    into the practice project first; a practice session that has begun goes on where it was. `pace` is in milliseconds.
    Raises RefusedError for a practice session that is closed.
    """
    practice = practice_session(library, session_id=session_id, language=language)
    for act in play_session(library, session=practice, participants=participants, seed=seed):
        yield act
        if pace:
            time.sleep(pace / 1000)


def practice_session(library: Library, *, session_id: UUID | None, language: Language) -> LabSessionRecord:
    """The session that is rehearsed: a practice session itself, a copy of a real one, or a new one; see `rehearse`."""
    return _practice_session(_acting(library), session_id, language)


def play_session(library: Library, *, session: LabSessionRecord, participants: int, seed: int = 0) -> Iterator[Act]:
    """Let simulated people go through a practice session, yielding each act after it is durable.

    Raises RefusedError for a session that is not for practice.
    """
    if not session.practice:
        raise RefusedError(mark("Only a practice session can be rehearsed."))
    yield from _Rehearsal(_acting(library), session, seed).play(participants)


def _acting(library: Library) -> Library:
    """The library for the rehearsal: another station and role, and whoever listens to the library hears of it."""
    return library.as_station(_STATION, Role.REHEARSAL)


class _Rehearsal:
    """One run through a practice session."""

    def __init__(self, library: Library, session: LabSessionRecord, seed: int) -> None:
        self.library = library
        self.session = session
        self.seed = seed
        self.chance = random.Random(seed)
        self.habits: dict[UUID, Habits] = {}

    def play(self, count: int) -> Iterator[Act]:
        """Everybody comes in who is not there yet; then activity by activity to the end."""
        people = self._people(count)
        if self.session.state is SessionState.DRAFT:
            running.start_session(self.library, session_id=self.session.id)
        known = {line.participant.id: line.presence for line in self._attendance()}
        for person in people:
            if known.get(person.id, Presence.EXPECTED) is Presence.EXPECTED:
                yield self._presence(person, Presence.PRESENT)
        gone = {person_id for person_id, presence in known.items() if presence is Presence.LEFT}
        here = [person for person in people if person.id not in gone]
        plan = lab_sessions.session_plan(self.library, session_id=self.session.id)
        self.habits = {
            person.id: habits_of(person.number, seed=self.seed, activities=len(plan.activities)) for person in people
        }
        reached = plan.current.position if plan.current else 0
        for activity in plan.activities:
            if activity.position >= reached:
                running.begin_activity(self.library, activity_id=activity.id)
                for person in [one for one in here if self.habits[one.id].leaves_at == activity.position]:
                    yield self._presence(person, Presence.LEFT)
                    here.remove(person)
                yield from self._activity(activity, here)
        running.close_session(self.library, session_id=self.session.id)

    def _attendance(self) -> tuple[AttendanceRecord, ...]:
        return attendance.list_attendance(self.library, session_id=self.session.id)

    def _presence(self, person: ParticipantRecord, presence: Presence) -> Act:
        attendance.set_presence(
            self.library,
            session_id=self.session.id,
            participant_id=person.id,
            presence=presence,
            channel=Channel.SCREEN,
        )
        return Act("attendance", person.id)

    def _activity(self, activity: ActivityRecord, people: list[ParticipantRecord]) -> Iterator[Act]:
        if activity.kind is not ActivityKind.SILENT_WRITING:
            self._reveal()
        if activity.kind.collects_ideas:
            yield from self._ideas(activity, people)
        if activity.kind is ActivityKind.THEMES:
            self._sort()
        if activity.poll_id is not None:
            yield from self._vote(activity.poll_id, people)
        if activity.form_id is not None:
            yield from self._answer(activity.form_id, people)

    def _ideas(self, activity: ActivityRecord, people: list[ParticipantRecord]) -> Iterator[Act]:
        """Whoever has not said anything in this activity says what there is to say; at least one has an idea."""
        board = ideas.idea_board(self.library, session_id=self.session.id)
        said = [idea.text for idea in board.ideas]
        heard = {idea.author for idea in board.ideas if idea.activity_id == activity.id}
        silent = not heard
        for person in self._shuffled(people):
            count = max(number_of_ideas(self.chance), silent)
            for _ in range(0 if person.number in heard else count):
                silent = False
                made = ideas.add_idea(
                    self.library,
                    session_id=self.session.id,
                    text=idea_words(self.chance, said),
                    author=person.id,
                    activity_id=activity.id,
                    channel=Channel.SCREEN,
                ).record
                said.append(made.text)
                yield Act("idea", made.id)

    def _reveal(self) -> None:
        """What was written in silence comes one by one."""
        for _idea in revealing.waiting(self.library, session_id=self.session.id):
            revealing.reveal_next(self.library, session_id=self.session.id)

    def _sort(self) -> None:
        """What the facilitator does with the room: the ideas go under a few themes, which then can be voted on."""
        board = ideas.idea_board(self.library, session_id=self.session.id)
        made = [theme.id for theme in board.themes]
        if len(made) < _FEWEST_THEMES:  # none, or as many as there were when it was interrupted
            known = {theme.title for theme in board.themes}
            made += [
                themes.add_theme(self.library, project_id=self.session.project_id, title=title).record.id
                for title in THEMES
                if title not in known
            ]
        for idea in board.under(None):
            ideas.place_idea(self.library, idea_id=idea.id, theme_id=self.chance.choice(made))

    def _vote(self, poll_id: UUID, people: list[ParticipantRecord]) -> Iterator[Act]:
        poll = polls.get_poll(self.library, poll_id=poll_id)
        if poll.state is PollState.DRAFT and polls.missing_for_opening(poll) is not None:
            return
        if poll.state is PollState.DRAFT:
            poll = polls.open_poll(self.library, poll_id=poll_id).record
        if poll.state is PollState.PAUSED:
            poll = polls.resume_poll(self.library, poll_id=poll_id).record
        voted = {voter.participant_id for voter in voting.turnout(self.library, poll_id=poll_id).voters if voter.voted}
        for person in self._shuffled(people):
            if poll.state is PollState.OPEN and person.id not in voted:
                paper = plausible_ballot(poll, self.chance)
                voting.cast_ballot(
                    self.library,
                    poll_id=poll_id,
                    participant_id=person.id,
                    choices=paper.choices,
                    comparisons=paper.comparisons,
                    ballot_id=uuid4(),
                )
                yield Act("ballot", poll_id)
        if poll.state is PollState.OPEN:
            poll = polls.close_poll(self.library, poll_id=poll_id).record
        if poll.state is PollState.CLOSED:
            polls.reveal_poll(self.library, poll_id=poll_id)

    def _answer(self, form_id: UUID, people: list[ParticipantRecord]) -> Iterator[Act]:
        form = evaluations.get_form(self.library, form_id=form_id)
        if form.state is FormState.CLOSED:
            return
        if form.state is FormState.DRAFT:
            form = evaluations.open_form(self.library, form_id=form_id).record
        # After an interruption only those answer who are still missing: the order is the same each time, since no answer
        # tells whose it is.
        order = random.Random(f"{self.seed}/{form_id}").sample(people, len(people))
        for person in order[form.answers :]:
            made = answers.submit_answer(
                self.library,
                form_id=form_id,
                values=answer_values(form.items, self.habits[person.id], self.chance),
                answer_id=uuid4(),
                participant_id=person.id,
            )
            yield Act("answer", made.record.id)
        evaluations.close_form(self.library, form_id=form_id)

    def _people(self, count: int) -> list[ParticipantRecord]:
        """The first `count` practice participants of the practice project, registered as far as they are missing."""
        known = [
            line.participant for line in participants.list_people(self.library, project_id=self.session.project_id)
        ]
        missing = count - len(known)
        if missing > 0:
            made = participants.register_many(
                self.library, project_id=self.session.project_id, count=missing, practice=True
            )
            known += made.record
        return known[:count]

    def _shuffled(self, people: list[ParticipantRecord]) -> list[ParticipantRecord]:
        return self.chance.sample(people, len(people))


def _practice_session(library: Library, session_id: UUID | None, language: Language) -> LabSessionRecord:
    """The practice session itself, or a new one: of the default template, or with the plan of a real session."""
    if session_id is None:
        return _new_session(library, language)
    plan = lab_sessions.session_plan(library, session_id=session_id)
    if not plan.session.practice:
        project_id = _practice_project(library, language)
        return session_copies.copy_for_practice(
            library, session_id=session_id, project_id=project_id, language=language
        ).record
    if plan.session.state is SessionState.CLOSED:
        raise RefusedError(mark("This practice session is closed. Start a new one."))
    return plan.session


def _practice_project(library: Library, language: Language) -> UUID:
    """The project in which everything is practised, made where there is none."""
    project = next(
        (card.project for card in projects.list_projects(library) if card.project.practice and not card.project.sample),
        None,
    )
    if project is None:
        project = projects.create_project(
            library, title=language.say("Practice"), language=language, practice=True
        ).record
    return project.id


def _new_session(library: Library, language: Language) -> LabSessionRecord:
    return lab_sessions.prepare_session(
        library,
        project_id=_practice_project(library, language),
        language=language,
        template_key=default_template().key,
        title=language.say("{title} (practice)", title=default_template().title.in_language(language.code)),
        on=library.today(),
        practice=True,
    ).record
