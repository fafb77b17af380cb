"""What is done on the page of votes: each change of a draft is kept at once, opening and closing are for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workshop.language import mark
from workshop.models.enums import FollowUpKind, OptionSource
from workshop.models.records.changes import Changed
from workshop.models.records.votes import PollOptionRecord, PollRecord
from workshop.services.projects import follow_ups
from workshop.services.voting import polls
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pages.votes.closing import ask_to_close
from workshop.ui.pages.votes.organizations_sheet import OrganizationsSheet, save_weights
from workshop.ui.pages.votes.ready import NO_ORGANIZATION
from workshop.ui.pages.votes.reason_dialog import ReasonDialog
from workshop.ui.pages.votes.result_acts import ResultActs, decision_fields, reason_told, winners
from workshop.ui.report_places import to_report
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
            "options_proposals": lambda: self._with_poll(polls.options_from, source=OptionSource.PROPOSALS),
            "open": lambda: self._with_poll(polls.open_poll, after=self._show_booth),
            "pause": lambda: self._with_poll(polls.pause_poll),
            "resume": lambda: self._with_poll(polls.resume_poll),
            "close": self._ask_to_close,
            "weights": self._ask_for_weights,
            "annul": self._ask_to_annul,
            "reveal": lambda: self._with_poll(polls.reveal_poll, after=self._show_result),
            "show": self._show_result,
            "report": self._go_to_report,
            **ResultActs(page, self._ask_for_decision).by_name,
        }

    @property
    def _poll(self) -> PollRecord | None:
        return self._page.collection.poll

    def do(self, verb: str) -> None:
        """Do what a button says; what was changed a moment ago is kept first."""
        self._page.view.draft.flush()
        self._by_name[verb]()

    def _go_to_report(self) -> None:
        """The result on one page, or before there is one the paper ballots."""
        if self._poll is not None:
            self._page.pageRequested.emit("reports", to_report(self._page.place, of=self._poll.id))

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

        def after(record: Any) -> None:
            self._page.noticeRequested.emit(_COPIED)
            self._look_at(record)

        self._run(
            lambda: polls.copy_poll(self._library, poll_id=poll.id, session_id=same.id), after=after, undoable=False
        )

    def _look_at(self, record: Any) -> None:
        self._page.look_at(record.id)

    def _ask_to_close(self) -> None:
        poll = self._poll
        if poll is not None:
            ask_to_close(
                self._page.desk, self._page, self._page.collection.turnout,
                lambda reason: self._run(lambda: polls.close_poll(self._library, poll_id=poll.id, reason=reason)),
            )  # fmt: skip

    def _ask_to_annul(self) -> None:
        """It never comes back: asked about with the reason, which is kept and told."""
        poll, say, library = self._poll, self._page.say, self._library
        if poll is None:
            return
        words = say(
            "The vote is kept and marked as annulled, with this reason. It does not count and never comes back."
        )
        sheet = ReasonDialog(
            self._page.desk, say("Annul the vote?"), words, say("Annul the vote"), self._page, required=True, stay=True
        )
        sheet.submitted.connect(
            lambda values: self._page.do(
                lambda: polls.annul_poll(library, poll_id=poll.id, reason=values["reason"]),
                dialog=sheet, done=lambda _changed: self._page.reload(),
            )
        )  # fmt: skip
        sheet.open()

    def _ask_for_weights(self) -> None:
        page, found = self._page, self._page.collection.organizations
        if not found:
            page.noticeRequested.emit(NO_ORGANIZATION)
            return
        sheet = OrganizationsSheet(page.desk, found, page)
        sheet.submitted.connect(
            lambda values: page.do(lambda: save_weights(self._library, found, values), dialog=sheet)
        )
        sheet.open()

    def _ask_for_decision(self, kind: FollowUpKind) -> None:
        """A decision or a follow-up, from what came first."""
        result, language = self._page.collection.result, self._page.desk.language
        if result is None:
            return
        won = winners(result)
        values = {
            "kind": kind,
            "text": ", ".join(option.text for option in won),
            "reason": reason_told(language, result),
        }
        dialog = FormDialog(
            self._page.desk, language.say("From this result"), decision_fields(language), language.say("Write down"),
            self._page, values=values,
        )  # fmt: skip
        about = won[0] if len(won) == 1 else None
        dialog.submitted.connect(lambda given: self._decide(result.poll, about, given))
        dialog.open()

    def _decide(self, poll: PollRecord, about: PollOptionRecord | None, values: dict[str, Any]) -> None:
        given = values | {"kind": FollowUpKind(values["kind"])}
        self._run(
            lambda: follow_ups.add_follow_up(
                self._library, project_id=poll.project_id, session_id=poll.lab_session_id, poll_id=poll.id,
                idea_id=about.idea_id if about else None, proposal_id=about.proposal_id if about else None, **given,
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
    OptionSource.PROPOSALS: mark("the proposals"),
    OptionSource.OWN: mark("own options"),
}
