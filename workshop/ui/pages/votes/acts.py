"""What is done on the page of votes: each change of a draft is kept at once, opening and closing are for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop.language import mark
from workshop.models.enums import FollowUpKind, OptionSource
from workshop.models.records.changes import Changed
from workshop.models.records.votes import PollRecord
from workshop.services import follow_ups, polls
from workshop.ui.dialogs.confirm import Confirm
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.votes.words import points_told
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.votes.page import VotesPage

_COPIED = mark("Copied as a new vote in preparation.")
_NO_SESSION = mark("Every session of this project is over. Prepare a new one for another vote.")


class Acts:
    """The verbs of one page of votes."""

    def __init__(self, page: "VotesPage") -> None:
        self._page = page
        self._library = page.desk.library
        self._by_name: dict[str, Callable[[], object]] = {
            "new": self._ask_for_new,
            "copy": self._copy,
            "remove": lambda: self._with_poll(polls.remove_poll),
            "options_ideas": lambda: self._with_poll(polls.options_from, source=OptionSource.IDEAS),
            "options_themes": lambda: self._with_poll(polls.options_from, source=OptionSource.THEMES),
            "open": lambda: self._with_poll(polls.open_poll, after=self._show_booth),
            "pause": lambda: self._with_poll(polls.pause_poll),
            "resume": lambda: self._with_poll(polls.resume_poll),
            "close": self._ask_to_close,
            "reveal": lambda: self._with_poll(polls.reveal_poll, after=self._show_result),
            "show": self._show_result,
            "decide": self._ask_for_decision,
        }

    @property
    def _poll(self) -> PollRecord | None:
        return self._page.collection.poll

    def do(self, verb: str) -> None:
        """Do what a button says; what was changed a moment ago is kept first."""
        self._page.view.draft.flush()
        self._by_name[verb]()

    def edit(self, **values: Any) -> None:
        """Change title or rules of the draft."""
        self._with_poll(polls.edit_poll, **values)

    def set_options(self, options: tuple[polls.OptionDraft, ...]) -> None:
        """Put these options on the ballot."""
        self._with_poll(polls.set_options, options=options)

    def _ask_for_new(self) -> None:
        sessions, say = self._page.collection.open_sessions, self._page.say
        if not sessions:
            self._page.noticeRequested.emit(_NO_SESSION)
            return
        sources = tuple((source, self._page.tell(_SOURCES[source])) for source in OptionSource)
        fields = (
            Field("title", say("Question"), required=True, placeholder=say("What should be done first?")),
            Field(
                "session",
                say("In which session"),
                "choice",
                choices=tuple((session.id, session.title) for session in sessions),
            ),
            Field("source", say("Options"), "segments", choices=sources),
        )
        dialog = FormDialog(
            self._page.desk, say("New vote"), fields, say("Set up"), self._page,
            values={"session": sessions[0].id, "source": OptionSource.IDEAS},
        )  # fmt: skip
        dialog.submitted.connect(self._make)
        dialog.open()

    def _make(self, values: dict[str, Any]) -> None:
        library = self._library

        def work() -> Changed[Any]:
            source = OptionSource(values["source"])
            made = polls.make_poll(library, session_id=values["session"], title=values["title"], source=source)
            if source is not OptionSource.OWN:
                polls.options_from(library, poll_id=made.record.id, source=source)
            return made

        self._run(work, after=self._look_at)

    def _copy(self) -> None:
        poll, sessions = self._poll, self._page.collection.open_sessions
        if poll is None:
            return
        if not sessions:
            self._page.noticeRequested.emit(_NO_SESSION)
            return
        same = next((session for session in sessions if session.id == poll.lab_session_id), sessions[0])
        drafts = [polls.OptionDraft(option.text, option.idea_id, option.theme_id) for option in poll.options]

        def after(record: Any) -> None:
            self._page.noticeRequested.emit(_COPIED)
            self._look_at(record)

        self._run(
            lambda: polls.make_poll(
                self._library, session_id=same.id, title=poll.title, ballot=poll.ballot, dots=poll.dots,
                per_option=poll.per_option, options=drafts, source=poll.source, electorate=poll.electorate,
                shuffled=poll.shuffled,
            ),
            after=after, undoable=False,
        )  # fmt: skip

    def _look_at(self, record: Any) -> None:
        self._page.look_at(record.id)

    def _ask_to_close(self) -> None:
        """Closing cannot be undone; it is asked about only where somebody has not voted yet."""
        turnout, language = self._page.collection.turnout, self._page.desk.language
        if turnout is None or turnout.voted >= turnout.entitled:
            self._with_poll(polls.close_poll)
            return
        sheet = Confirm(
            self._page.desk, language.say("Close the vote?"),
            language.say_many(
                "{n} person has not voted yet. A closed vote is not opened again.",
                "{n} people have not voted yet. A closed vote is not opened again.",
                n=turnout.entitled - turnout.voted,
            ),
            language.say("Close the vote"), self._page,
        )  # fmt: skip
        sheet.confirmed.connect(lambda: self._with_poll(polls.close_poll))
        sheet.open()

    def _ask_for_decision(self) -> None:
        result, language = self._page.collection.result, self._page.desk.language
        if result is None:
            return
        say = language.say
        first = [line.option for line in result.lines if line.rank == 1 and line.points > 0]
        points = result.lines[0].points if result.lines else 0
        kinds = ((FollowUpKind.DECISION, say("Decision")), (FollowUpKind.ACTION, say("Follow-up")))
        fields = (
            Field("kind", say("What is it?"), "segments", choices=kinds),
            Field("text", say("What was decided, or is to be done"), "note", required=True, lines=2),
            Field("reason", say("Reason"), "note", lines=2),
            Field("department", say("Department"), row="who"),
            Field("responsible", say("In charge"), row="who"),
            Field("due_on", say("Due"), "date"),
        )
        told = points_told(language, result.poll, points)
        values = {
            "kind": FollowUpKind.DECISION,
            "text": ", ".join(option.text for option in first),
            "reason": say("First in the vote “{title}” with {points}", title=result.poll.title, points=told),
        }
        dialog = FormDialog(
            self._page.desk, say("From this result"), fields, say("Write down"), self._page, values=values
        )
        idea = first[0].idea_id if len(first) == 1 else None
        dialog.submitted.connect(lambda given: self._decide(result.poll, idea, given))
        dialog.open()

    def _decide(self, poll: PollRecord, idea_id: UUID | None, values: dict[str, Any]) -> None:
        given = values | {"kind": FollowUpKind(values["kind"])}
        self._run(
            lambda: follow_ups.add_follow_up(
                self._library, project_id=poll.project_id, session_id=poll.lab_session_id, poll_id=poll.id,
                idea_id=idea_id, **given,
            )
        )  # fmt: skip

    def _show_booth(self, record: Any) -> None:
        if self._page.desk.stage is not None:
            self._page.desk.stage.show_voting_booth(record.id)

    def _show_result(self, _record: Any = None) -> None:
        poll = self._poll
        if self._page.desk.stage is not None and poll is not None:
            self._page.desk.stage.show_result(poll.id)

    def _with_poll(
        self, verb: Callable[..., Changed[Any]], *, after: Callable[[Any], None] | None = None, **values: Any
    ) -> None:
        poll = self._poll
        if poll is not None:
            self._run(lambda: verb(self._library, poll_id=poll.id, **values), after=after)

    def _run(
        self, work: Callable[[], Changed[Any]], *, after: Callable[[Any], None] | None = None, undoable: bool = True
    ) -> None:
        page = self._page

        def done(changed: Changed[Any]) -> None:
            if changed.undo is not None and undoable:
                page.undoOffered.emit(changed.undo)
            if after is not None:
                after(changed.record)
            page.reload()

        def failed(error: Exception) -> None:
            page.desk.tasks.failed.emit(error)
            page.show_again()  # what was refused is put back as it is kept

        page.desk.tasks.run(work, done, failed, owner=page)


_SOURCES = {
    OptionSource.IDEAS: mark("the ideas"),
    OptionSource.THEMES: mark("the themes"),
    OptionSource.OWN: mark("own options"),
}
