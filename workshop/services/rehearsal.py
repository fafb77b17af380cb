"""A rehearsal: simulated participants go through a session by the same verbs as people do.

What they do lands in a practice project of its own and never beside real data. The same seed does the same, up to random keys.
"""

import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from workshop.language import Language, mark
from workshop.models.enums import ActivityKind, Channel, FormState, ItemKind, PollState, Presence, Role, SessionState
from workshop.models.errors import RefusedError
from workshop.models.records.evaluations import AnswerValue, FormRecord, ItemRecord
from workshop.models.records.people import ParticipantRecord
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord
from workshop.models.records.votes import PollRecord
from workshop.services import (
    answers,
    attendance,
    evaluations,
    ideas,
    lab_sessions,
    participants,
    polls,
    projects,
    running,
    themes,
    voting,
)
from workshop.services.library import Library
from workshop.services.rehearsal_words import COMMENTS, IDEAS, THEMES
from workshop.services.session_templates import default_template

MOST_PARTICIPANTS = 500
_STATION = "rehearsal"


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
    acting = Library(library.database, station=_STATION, role=Role.REHEARSAL, clock=library.now)
    practice = _practice_session(acting, session_id, language)
    for act in _Rehearsal(acting, practice, random.Random(seed)).play(participants):
        yield act
        if pace:
            time.sleep(pace / 1000)


class _Rehearsal:
    """One run through a practice session."""

    def __init__(self, library: Library, session: LabSessionRecord, chance: random.Random) -> None:
        self.library = library
        self.session = session
        self.chance = chance

    def play(self, count: int) -> Iterator[Act]:
        """Everybody comes in; then activity by activity to the end."""
        people = self._people(count)
        if self.session.state is SessionState.DRAFT:
            running.start_session(self.library, session_id=self.session.id)
        for person in people:
            attendance.set_presence(
                self.library,
                session_id=self.session.id,
                participant_id=person.id,
                presence=Presence.PRESENT,
                channel=Channel.SCREEN,
            )
            yield Act("attendance", person.id)
        plan = lab_sessions.session_plan(self.library, session_id=self.session.id)
        reached = plan.current.position if plan.current else 0
        for activity in plan.activities:
            if activity.position >= reached:
                running.begin_activity(self.library, activity_id=activity.id)
                yield from self._activity(activity, people)
        running.close_session(self.library, session_id=self.session.id)

    def _activity(self, activity: ActivityRecord, people: list[ParticipantRecord]) -> Iterator[Act]:
        if activity.kind.collects_ideas:
            yield from self._ideas(activity, people)
        if activity.kind is ActivityKind.THEMES:
            self._sort()
        if activity.poll_id is not None:
            yield from self._vote(activity.poll_id, people)
        if activity.form_id is not None:
            yield from self._answer(activity.form_id, people)

    def _ideas(self, activity: ActivityRecord, people: list[ParticipantRecord]) -> Iterator[Act]:
        for person in self._shuffled(people):
            for _ in range(self.chance.choice((1, 1, 1, 2))):
                made = ideas.add_idea(
                    self.library,
                    session_id=self.session.id,
                    text=self.chance.choice(IDEAS),
                    author=person.id,
                    activity_id=activity.id,
                    channel=Channel.SCREEN,
                )
                yield Act("idea", made.record.id)

    def _sort(self) -> None:
        """What the facilitator does with the room: the ideas go under a few themes."""
        board = ideas.idea_board(self.library, session_id=self.session.id)
        made = [theme.id for theme in board.themes] or [
            themes.add_theme(self.library, project_id=self.session.project_id, title=title).record.id
            for title in THEMES
        ]
        for idea in board.under(None):
            ideas.place_idea(self.library, idea_id=idea.id, theme_id=self.chance.choice(made))

    def _vote(self, poll_id: UUID, people: list[ParticipantRecord]) -> Iterator[Act]:
        poll = polls.get_poll(self.library, poll_id=poll_id)
        if poll.state is PollState.DRAFT and len(poll.options) < 2:
            return
        if poll.state is PollState.DRAFT:
            poll = polls.open_poll(self.library, poll_id=poll_id).record
        if poll.state is PollState.PAUSED:
            poll = polls.resume_poll(self.library, poll_id=poll_id).record
        voted = {voter.participant_id for voter in voting.turnout(self.library, poll_id=poll_id).voters if voter.voted}
        for person in self._shuffled(people):
            if poll.state is PollState.OPEN and person.id not in voted:
                voting.cast_ballot(
                    self.library,
                    poll_id=poll_id,
                    participant_id=person.id,
                    choices=self._choices(poll),
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
        # After an interruption only those answer who are still missing.
        for person in self._shuffled(people)[form.answers :]:
            made = answers.submit_answer(
                self.library,
                form_id=form_id,
                values=self._values(form),
                answer_id=uuid4(),
                participant_id=person.id,
            )
            yield Act("answer", made.record.id)
        evaluations.close_form(self.library, form_id=form_id)

    def _choices(self, poll: PollRecord) -> Mapping[UUID, int]:
        """A plausible ballot: earlier options are a little more liked, a few ballots stay blank."""
        choices: dict[UUID, int] = {}
        if self.chance.random() < 0.03:
            return choices
        weights = [1 / (place + 2) for place in range(len(poll.options))]
        for _ in range(poll.dots):
            option = self.chance.choices(poll.options, weights)[0]
            if choices.get(option.id, 0) < poll.per_option:
                choices[option.id] = choices.get(option.id, 0) + 1
        return choices

    def _values(self, form: FormRecord) -> dict[str, AnswerValue]:
        values: dict[str, AnswerValue] = {}
        for item in form.items:
            value = self._value(item)
            if value is not None and (item.required or self.chance.random() > 0.05):
                values[item.key] = value
        return values

    def _value(self, item: ItemRecord) -> AnswerValue | None:
        if item.kind in {ItemKind.LIKERT, ItemKind.NUMBER}:
            return self.chance.randint(item.low, max(item.low, item.high))
        if item.kind is ItemKind.SINGLE:
            return self.chance.choice(list(item.labels))
        if item.kind is ItemKind.MULTIPLE:
            return [self.chance.choice(list(item.labels))]
        return self.chance.choice(COMMENTS) if self.chance.random() < 0.4 or item.required else None

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
        return _new_session(library, language, template_key=default_template().key)
    plan = lab_sessions.session_plan(library, session_id=session_id)
    if not plan.session.practice:
        return _new_session(library, language, template_key=plan.session.template_key or default_template().key)
    if plan.session.state is SessionState.CLOSED:
        raise RefusedError(mark("This practice session is closed. Start a new one."))
    return plan.session


def _new_session(library: Library, language: Language, *, template_key: str) -> LabSessionRecord:
    project = next(
        (card.project for card in projects.list_projects(library) if card.project.practice and not card.project.sample),
        None,
    )
    if project is None:
        project = projects.create_project(
            library, title=language.say("Practice"), language=language, practice=True
        ).record
    return lab_sessions.prepare_session(
        library,
        project_id=project.id,
        language=language,
        template_key=template_key,
        on=library.today(),
        practice=True,
    ).record
