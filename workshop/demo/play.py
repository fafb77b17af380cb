"""The last session of the sample, played step by step through the services, as a facilitator and a room would."""

from datetime import timedelta
from uuid import UUID

from workshop.models.enums import Channel, Presence
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.models.records.votes import PollRecord
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas
from workshop.services.people import attendance, participants
from workshop.services.sample import sample
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls
from workshop.services.keeping.library import Library
from workshop.services.sample.sample_acts import cast_ballots, fill_in_form, write_follow_ups, write_ideas
from workshop.services.sample.sample_clock import SampleClock, room_time
from workshop.services.sample.sample_data import SampleBoard, SampleForm, SamplePoll, load_sample

_EARLY = timedelta(minutes=20)  # before the beginning the room is prepared
_LATE = (2, -1, 1, 3, -2, 1)  # minutes by which activities end late


class LastSession:
    """The session of the sample that is ready to be held; each method is one step of it."""

    def __init__(self, library: Library) -> None:
        self.data = load_sample()
        begins = room_time(self.data.next_session.on, self.data.next_session.starts_at)
        self.clock = SampleClock(begins - _EARLY)
        self.library = library.at(self.clock)
        self.project_id = sample.make_sample(library).record.id
        sessions = lab_sessions.list_sessions(library, project_id=self.project_id)
        self.session_id = sessions[-1].session.id
        self.held_id = next(line.session.id for line in sessions if line.polls)
        self.people: dict[int, UUID] = {
            line.participant.number: line.participant.id
            for line in participants.list_people(library, project_id=self.project_id)
        }
        board = ideas.idea_board(library, project_id=self.project_id)
        names = {theme.title: theme.id for theme in board.themes}
        self._themes = {theme.key: names[theme.title] for theme in self.data.themes}

    @property
    def plan(self) -> SessionPlan:
        """The session as it stands."""
        return lab_sessions.session_plan(self.library, session_id=self.session_id)

    @property
    def poll(self) -> PollRecord:
        """Its vote."""
        return polls.list_polls(self.library, session_id=self.session_id)[0]

    @property
    def forms(self) -> tuple[FormRecord, ...]:
        """Its forms."""
        return evaluations.list_forms(self.library, session_id=self.session_id)

    def come_in(self) -> None:
        """Everybody who will come comes, and the session begins."""
        data = self.data.next_session
        for number in data.present:
            channel = Channel.PAPER if number in data.helped_on_paper else Channel.SCREEN
            attendance.set_presence(
                self.library,
                session_id=self.session_id,
                participant_id=self.people[number],
                presence=Presence.PRESENT,
                channel=channel,
            )
        self.clock.forward(_EARLY)
        running.start_session(self.library, session_id=self.session_id)

    def go_to(self, activity: ActivityRecord) -> None:
        """Lead on to an activity, through those before it; each takes about the time it was given."""
        while (now := self.plan.current) is not None and now.position < activity.position:
            self._let_time_pass(now)
            running.next_activity(self.library, session_id=self.session_id)

    def activity_of(self, *, poll: bool = False, board: bool = False, form: FormRecord | None = None) -> ActivityRecord:
        """The activity with the vote, with the ideas, or of a form."""
        activities = self.plan.activities
        if board:
            return activities[self._board.activity - 1]
        wanted = form.activity_id if form else self.poll.activity_id if poll else None
        return next((part for part in activities if part.id == wanted), activities[0])

    def give_ideas(self) -> None:
        """The room's ideas on what comes next."""
        write_ideas(
            self.library,
            session_id=self.session_id,
            given=self._board.ideas,
            people=self.people,
            themes=self._themes,
            known={},
        )

    def open_vote(self) -> None:
        """Open the vote, and let two thirds of the room vote."""
        polls.open_poll(self.library, poll_id=self.poll.id)
        self._cast(0, len(self._poll.voters) * 2 // 3)

    def end_vote(self) -> None:
        """The others vote; the vote is closed and its result revealed."""
        self._cast(len(self._poll.voters) * 2 // 3, None)
        polls.close_poll(self.library, poll_id=self.poll.id)
        polls.reveal_poll(self.library, poll_id=self.poll.id)

    def open_form(self, form: FormRecord) -> None:
        """Let people answer a form."""
        evaluations.open_form(self.library, form_id=form.id)

    def answer(self, form: FormRecord) -> None:
        """Everybody answers a form."""
        fill_in_form(self.library, form_id=form.id, form=self._form(form), people=self.people)

    def finish(self) -> None:
        """The last activity, with the form at its end."""
        last = self.plan.activities[-1]
        self.go_to(last)
        for form in self.forms:
            if form.activity_id == last.id:
                self.answer(form)
        self._let_time_pass(last)

    def decide(self) -> None:
        """What is decided and who does it; then the session is closed."""
        write_follow_ups(
            self.library,
            project_id=self.project_id,
            session_id=self.session_id,
            items=self.data.follow_ups_of(self.data.next_session.key),
            known={},
            votes={self._poll.key: self.poll.id},
            pilots={},
            observations={},
        )
        running.close_session(self.library, session_id=self.session_id)

    @property
    def code_of_waiting_voter(self) -> str:
        """The digits on the name tag of somebody who has not voted yet."""
        return sample.sample_code(self._poll.voters[-1]).replace("-", "")

    def _let_time_pass(self, activity: ActivityRecord) -> None:
        """To the end of an activity, which comes a little early or late."""
        began = activity.started_at or self.clock.moment
        takes = timedelta(minutes=activity.minutes + _LATE[activity.position % len(_LATE)])
        self.clock.moment = max(self.clock.moment, began + takes)

    @property
    def _board(self) -> SampleBoard:
        return next(board for board in self.data.boards if board.session == self.data.next_session.key)

    @property
    def _poll(self) -> SamplePoll:
        return self.data.polls_of(self.data.next_session.key)[0]

    def _form(self, form: FormRecord) -> SampleForm:
        forms = self.data.forms_of(self.data.next_session.key)
        return next(one for one in forms if one.title == form.title and one.instrument == form.instrument)

    def _cast(self, first: int, last: int | None) -> None:
        cast_ballots(self.library, poll_id=self.poll.id, poll=self._poll, people=self.people, first=first, last=last)
