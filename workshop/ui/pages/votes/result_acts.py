"""What becomes of a result with one key each: a decision, a follow-up, proposals of what came first, the next vote on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workshop.language import Language, mark
from workshop.models.enums import CountingRule, FollowUpKind
from workshop.models.records.votes import PollOptionRecord, PollResult
from workshop.models.telling.standings import BUDGETS, counts_nothing, leads, points_told
from workshop.services.ideas.proposed_options import propose_options
from workshop.services.voting import polls
from workshop.ui.command import shortcut_text
from workshop.ui.widgets.form import Field

if TYPE_CHECKING:
    from workshop.ui.pages.votes.page import VotesPage

# What each verb of a result is called, and its key.
VERBS = {
    "decide": (mark("Write down a decision"), "Ctrl+D"),
    "follow": (mark("Write down a follow-up"), "Ctrl+L"),
    "propose": (mark("Make what won a proposal"), "Ctrl+Shift+R"),
    "next": (mark("Next vote on the first places"), "Ctrl+Shift+N"),
}
_SHORT = {"next": mark("Next vote"), "propose": mark("Make a proposal")}
_NOTHING_WON = mark("Nothing has won, so there is nothing to make a proposal of.")
_NO_SESSION = mark("Every session of this project is over. Prepare a new one for another vote.")
_NEXT_MADE = mark("The first places are the options of a new vote in preparation.")
_TOO_FEW = mark("Fewer than two options got anything, so there is nothing to vote on again.")
_PLACES = 3  # from which the next vote is made where fewer than two options have won


def verb_words(language: Language, name: str) -> str:
    """A verb of a result with its key, as its button shows it."""
    words, keys = VERBS[name]
    short = language.tell(_SHORT.get(name, words))
    return f"{short}  {shortcut_text(keys)}"


class ResultActs:
    """The verbs of a revealed result; they are in the overlay of keys as well."""

    def __init__(self, page: "VotesPage", ask: Callable[[FollowUpKind], object]) -> None:
        self._page = page
        self.by_name: dict[str, Callable[[], object]] = {
            "decide": lambda: ask(FollowUpKind.DECISION),
            "follow": lambda: ask(FollowUpKind.ACTION),
            "propose": self._propose,
            "next": self._vote_again,
        }
        for name, (words, keys) in VERBS.items():
            page.add_command(page.tell(words), [keys], self.by_name[name], possible=self._is_there, waits=True)

    def _is_there(self) -> bool:
        return self._page.collection.result is not None

    def _propose(self) -> None:
        """A proposal of each winner; the page of proposals is where they are written on."""
        result, page, library = self._page.collection.result, self._page, self._page.desk.library
        if result is None:
            return
        ids = [option.id for option in winners(result)]
        if not ids:
            page.noticeRequested.emit(_NOTHING_WON)
            return

        def look(changed: Any) -> None:
            page.pageRequested.emit("proposals", page.place.with_(item_id=changed.record[0].id))

        page.do(lambda: propose_options(library, poll_id=result.poll.id, option_ids=ids), done=look)

    def _vote_again(self) -> None:
        result, page, library = self._page.collection.result, self._page, self._page.desk.library
        if result is None:
            return
        sessions, options = page.collection.open_sessions, first_places(result)
        if not sessions or len(options) < 2:
            page.noticeRequested.emit(_TOO_FEW if sessions else _NO_SESSION)
            return
        same = next((session for session in sessions if session.id == result.poll.lab_session_id), sessions[0])
        ids = [option.id for option in options]

        def look(changed: Any) -> None:
            page.noticeRequested.emit(_NEXT_MADE)
            page.look_at(changed.record.id)

        page.do(lambda: polls.copy_poll(library, poll_id=result.poll.id, session_id=same.id, options=ids), done=look)


def winners(result: PollResult) -> list[PollOptionRecord]:
    """The options that came first, were chosen or carried."""
    return [line.option for line in result.lines if leads(result, line)]


def first_places(result: PollResult) -> list[PollOptionRecord]:
    """The options of the next vote: those that won, or the first three places where that is fewer than two."""
    won = winners(result)
    if len(won) > 1:
        return won
    return [line.option for line in result.lines if line.rank <= _PLACES and not counts_nothing(result, line)]


def decision_fields(language: Language) -> tuple[Field, ...]:
    """What is asked when something follows from a result."""
    say = language.say
    kinds = ((FollowUpKind.DECISION, say("Decision")), (FollowUpKind.ACTION, say("Follow-up")))
    return (
        Field("kind", say("What is it?"), "segments", choices=kinds),
        Field("text", say("What was decided, or is to be done"), "note", required=True, lines=2),
        Field("reason", say("Reason"), "note", lines=2),
        Field("department", say("Department"), row="who"),
        Field("responsible", say("In charge"), row="who"),
        Field("due_on", say("Due"), "date"),
    )


def reason_told(language: Language, result: PollResult) -> str:
    """Why it was decided so: what the vote came to; nothing where nothing won."""
    if not winners(result):
        return ""
    title = result.poll.title
    if result.rule is CountingRule.MAJORITY:
        return language.say("Carried in the vote “{title}”", title=title)
    if result.rule in BUDGETS or result.rule is CountingRule.STV or result.poll.seats is not None:
        return language.say("Chosen in the vote “{title}”", title=title)
    points = next((line.points for line in result.lines if leads(result, line)), 0)
    told = points_told(language, result.rule, points)
    return language.say("First in the vote “{title}” with {points}", title=title, points=told)
