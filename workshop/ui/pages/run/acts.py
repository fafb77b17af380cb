"""What is done on the run page: every button is a verb of a service or a wish to the shared screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.exchange.sheets import read_lines
from workshop.language import Message, mark
from workshop.models.enums import OptionSource, PollState, Presence
from workshop.models.records.changes import Changed
from workshop.services.evaluation import evaluations
from workshop.services.ideas import ideas, revealing
from workshop.services.keeping import undo
from workshop.services.people import attendance
from workshop.services.sessions import running
from workshop.services.voting import polls
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.pages.ideas.entry import IdeaEntry
from workshop.ui.pages.ideas.take_in import TakeInSheet
from workshop.ui.pages.run.situation import Situation
from workshop.ui.pages.run.stage_link import booth_of
from workshop.ui.pages.votes.closing import ask_to_close

if TYPE_CHECKING:
    from workshop.ui.pages.run.page import RunPage


class Acts:
    """The verbs of one run page, by the names that its buttons ask for."""

    def __init__(self, page: "RunPage") -> None:
        self._page = page
        self._library = page.desk.library
        self._by_name: dict[str, Callable[[], object]] = {
            "next": self.go_on,
            "longer": self._give_a_minute,
            "undo": self._undo,
            "close_session": self._ask_to_end,
            "make_poll": self._make_poll,
            "options_ideas": lambda: self._fill(OptionSource.IDEAS),
            "options_themes": lambda: self._fill(OptionSource.THEMES),
            "open_poll": lambda: self._with_poll(polls.open_poll, follow=True),
            "pause_poll": lambda: self._with_poll(polls.pause_poll),
            "resume_poll": lambda: self._with_poll(polls.resume_poll, follow=True),
            "close_poll": self._ask_to_close,
            "reveal_poll": lambda: self._with_poll(polls.reveal_poll, follow=True),
            "open_form": lambda: self._with_form(evaluations.open_form),
            "close_form": lambda: self._with_form(evaluations.close_form),
            "see_poll": lambda: self._leave_for("votes", "poll"),
            "see_form": lambda: self._leave_for("evaluation", "form"),
            "set_up_form": lambda: self._leave_for("evaluation"),
            "open_issues": lambda: self._leave_for("issues"),
            "open_services": lambda: self._leave_for("services"),
            "open_wall": lambda: self._leave_for("ideas"),
            "write_decision": lambda: self._leave_for("follow-ups"),
            "everyone_present": lambda: self._in_session(attendance.everyone_present),
            "late_participant": self._add_late,
            "open_screen": self._open_screen,
            "cover": page.link.toggle_cover,
            "booth": self._show_booth,
            "idea_booth": self._show_idea_booth,
            "reveal_next": lambda: self._in_session(revealing.reveal_next),
            "reveal_all": lambda: self._in_session(revealing.reveal_all),
            "screen_wall": lambda: self._show_whole("show_wall"),
            "welcome": lambda: self._show_whole("show_welcome"),
            "thanks": lambda: self._show_whole("show_thanks"),
        }

    @property
    def _now(self) -> Situation:
        return self._page.situation

    def do(self, verb: str) -> None:
        """Do what a button says."""
        self._by_name[verb]()

    # The running order.

    def start(self, session_id: UUID) -> None:
        """Begin a prepared session."""
        self._page.place = self._page.place.with_(session_id=session_id)
        self._act(lambda: running.start_session(self._library, session_id=session_id), follow=True)

    def go_to(self, activity_id: UUID) -> None:
        """Go to an activity."""
        self._act(lambda: running.begin_activity(self._library, activity_id=activity_id), follow=True)

    def go_on(self) -> None:
        """Go to the next activity, after the last one to the end."""
        plan = self._now.plan
        if plan is None:
            return
        if plan.following is None:
            self._ask_to_end()
        else:  # by its own id, so that pressing twice in haste goes one step, not two
            self.go_to(plan.following.id)

    def _give_a_minute(self) -> None:
        activity = self._now.activity
        if activity is not None:
            self._act(lambda: running.add_minutes(self._library, activity_id=activity.id, minutes=1))

    def _undo(self) -> None:
        def done(changed: Changed[Any]) -> None:
            self._page.noticeRequested.emit(mark("Undone: {what}", what=changed.record))
            self._page.reload()

        self._page.desk.tasks.run(lambda: undo.undo(self._library), done, owner=self._page)

    def _ask_to_end(self) -> None:
        plan, say = self._now.plan, self._page.say
        if plan is None:
            return
        sheet = Confirm(
            self._page.desk, say("End this session?"),
            say("Its record is closed and a backup is kept. Reports can be made at any time."),
            say("End the session"), self._page, danger=False,
        )  # fmt: skip
        session_id = plan.session.id
        sheet.confirmed.connect(lambda: self._end(session_id))
        sheet.open()

    def _end(self, session_id: UUID) -> None:
        page = self._page

        def done(_changed: Changed[Any]) -> None:
            page.link.show("show_thanks", session_id)
            page.noticeRequested.emit(mark("The session has ended. A backup was kept."))
            page.pageRequested.emit("reports", page.place.with_(session_id=session_id))

        page.desk.tasks.run(lambda: running.close_session(self._library, session_id=session_id), done, owner=page)

    # Votes and evaluations.

    def _make_poll(self) -> None:
        plan, activity, library = self._now.plan, self._now.activity, self._library
        if plan is None or activity is None:
            return

        def work() -> Changed[Any]:
            made = polls.make_poll(
                library, session_id=plan.session.id, title=activity.question or activity.title,
                source=OptionSource.IDEAS, activity_id=activity.id,
            )  # fmt: skip
            return polls.options_from(library, poll_id=made.record.id, source=OptionSource.IDEAS)

        self._act(work)

    def _fill(self, source: OptionSource) -> None:
        poll = self._now.poll
        if poll is not None:
            self._act(lambda: polls.options_from(self._library, poll_id=poll.id, source=source))

    def _with_poll(self, verb: Callable[..., Changed[Any]], *, follow: bool = False) -> None:
        poll = self._now.poll
        if poll is not None:
            self._act(lambda: verb(self._library, poll_id=poll.id), follow=follow)

    def _with_form(self, verb: Callable[..., Changed[Any]]) -> None:
        form = self._now.form
        if form is not None:
            self._act(lambda: verb(self._library, form_id=form.id), follow=True)

    def _ask_to_close(self) -> None:
        poll = self._now.poll
        if poll is not None:
            ask_to_close(
                self._page.desk, self._page, self._now.turnout,
                lambda reason: self._act(
                    lambda: polls.close_poll(self._library, poll_id=poll.id, reason=reason), follow=True
                ),
            )  # fmt: skip

    # The room.

    def keep_idea(self, entry: IdeaEntry, text: str, number: int | str | None) -> None:
        """Keep an idea; what cannot be kept is put back into the field it was typed in."""
        plan, page = self._now.plan, self._page
        if plan is None:
            return
        person = self._now.person(number)
        if number is not None and person is None:
            entry.put_back(text, number, unknown=True)
            page.noticeRequested.emit(_nobody(number))
            return
        session_id, author = plan.session.id, person.id if person else None

        def failed(error: Exception) -> None:
            entry.put_back(text, number)
            page.desk.tasks.failed.emit(error)

        page.desk.tasks.run(
            lambda: ideas.add_idea(self._library, session_id=session_id, text=text, author=author),
            self._done, failed, owner=page,
        )  # fmt: skip

    def mark_present(self, number: int) -> None:
        """Somebody with a number is here."""
        person = self._now.person(number)
        if person is None:
            self._page.view.room.tell_unknown()
            self._page.noticeRequested.emit(_nobody(number))
            return
        self._set_presence(person.id, Presence.PRESENT)

    def choose_number(self, number: int) -> None:
        """While people vote a number is called; else it changes between here and gone."""
        poll = self._now.poll
        if poll is not None and poll.state is PollState.OPEN:
            self.call(number)
            return
        line = next((line for line in self._now.people if line.participant.number == number), None)
        if line is not None:
            gone = line.presence is Presence.PRESENT
            self._set_presence(line.participant.id, Presence.LEFT if gone else Presence.PRESENT)

    def call(self, number: int) -> None:
        """Call somebody to the voting booth."""
        page, person, poll, turnout = self._page, self._now.person(number), self._now.poll, self._now.turnout
        if poll is None or turnout is None or poll.state is not PollState.OPEN:
            return
        voter = next((voter for voter in turnout.voters if voter.number == number), None)
        if person is None or voter is None:
            page.view.room.tell_unknown()
            page.noticeRequested.emit(_nobody(number) if person is None else mark("Number {n} is not here.", n=number))
            return
        if voter.voted:
            page.noticeRequested.emit(mark("Number {n} has voted already.", n=number))
            return
        page.view.room.set_called(number)
        page.view.room.show_situation(self._now)
        page.link.call(poll.id, person.id)

    def _set_presence(self, participant_id: UUID, presence: Presence) -> None:
        self._in_session(attendance.set_presence, participant_id=participant_id, presence=presence)

    def _add_late(self) -> None:
        """A new participant who is here."""
        plan, library, page = self._now.plan, self._library, self._page
        if plan is None:
            return
        session_id = plan.session.id

        def done(changed: Changed[Any]) -> None:
            person = changed.record
            page.noticeRequested.emit(mark("Number {n} is here. Code: {code}", n=person.number, code=person.code))
            page.reload()

        page.desk.tasks.run(lambda: attendance.add_latecomer(library, session_id=session_id), done, owner=page)

    # The shared screen.

    def _open_screen(self) -> None:
        self._page.link.open_window()
        self._page.link.follow(self._now)
        self._page.view.screen.refresh()

    def _show_booth(self) -> None:
        booth = booth_of(self._now)
        if booth is not None:
            self._page.link.show(*booth)

    def _show_idea_booth(self) -> None:
        plan, activity = self._now.plan, self._now.activity
        if plan is not None and activity is not None:
            self._page.link.show("show_idea_booth", plan.session.id, activity.id)

    def _show_whole(self, state: str) -> None:
        if self._now.plan is not None:
            self._page.link.show(state, self._now.plan.session.id)

    # In common.

    def take_in(self, lines: list[str]) -> None:
        """Show what would become of a pasted list."""
        plan = self._now.plan
        if plan is not None:
            sheet = TakeInSheet(self._page.desk, plan.session.id, read_lines("\n".join(lines)), self._page)
            sheet.takenIn.connect(lambda changed: self._page.undoOffered.emit(changed.undo))
            sheet.open()

    def _in_session(self, verb: Callable[..., Changed[Any]], **values: Any) -> None:
        plan = self._now.plan
        if plan is not None:
            self._act(lambda: verb(self._library, session_id=plan.session.id, **values))

    def _leave_for(self, page: str, thing: str = "") -> None:
        item = getattr(self._now, thing) if thing else None
        self._page.pageRequested.emit(page, self._page.place.with_(item_id=item.id if item else None))

    def _act(self, work: Callable[[], Changed[Any]], *, follow: bool = False) -> None:
        """Do something, offer to undo it where that can be, and read anew."""

        def done(changed: Changed[Any]) -> None:
            if follow:
                self._page.follow_next()
            self._done(changed)

        self._page.desk.tasks.run(work, done, owner=self._page)

    def _done(self, changed: Changed[Any]) -> None:
        if changed.undo is not None:
            self._page.undoOffered.emit(changed.undo)
        self._page.reload()


def _nobody(number: int | None) -> Message:
    return mark("Nobody has the number {n}.", n=number)
