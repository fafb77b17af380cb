"""The voting booth: who is it, how it works, the ballot, the check, done; then it is as if nobody had been here."""

from collections.abc import Callable
from uuid import UUID

from workshop.language import mark
from workshop.models.enums import PollState
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.models.records.votes import PollRecord, VoterRecord
from workshop.services.voting import polls, voting
from workshop.ui.shared_screen.booth import Booth
from workshop.ui.shared_screen.code_step import CodeStep
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.scene import Ground, log
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.step import Step
from workshop.ui.shared_screen.steps import NoteStep
from workshop.ui.shared_screen.voting.kinds import begin_vote, view_of
from workshop.ui.shared_screen.voting.steps import CheckStep, RulesStep, promise_of
from workshop.ui.shared_screen.voting.vote import Paper, Vote, VoteStep

_BUSY = mark("Somebody is voting now. Please wait until the screen is free.")
_VOTED = mark("This participant has voted already.")
_NOT_LISTED = mark("This participant is not on the list of voters.")
_NOT_OPEN = mark("The vote is not open.")
_NOT_KEPT = mark(
    "Your ballot could not be kept yet. Your choice is still here; please try again or ask the facilitator."
)


class VotingBooth(Booth):
    """One secret ballot after the other."""

    state = ScreenState.VOTING_BOOTH

    def __init__(self, ground: Ground, look: Look, poll_id: UUID) -> None:
        super().__init__(ground, look)
        self._poll_id = poll_id
        self._visit = 0  # answers that belong to somebody who has gone are dropped
        self._waits = False
        self._problem: object = ""
        self.vote: Vote[Paper] | None = None
        self.at = VoteStep.CODE

    # What it says of itself.

    def work(self) -> Callable[[], PollRecord]:
        """The poll."""
        library, poll_id = self.ground.desk.library, self._poll_id
        return lambda: polls.get_poll(library, poll_id=poll_id)

    def take(self, data: PollRecord) -> None:
        """The poll may have been paused or closed meanwhile; what is chosen stays, as long as it can still be cast."""
        before: PollRecord | None = self.data
        if before is not None and before.state is data.state:
            self.data = data
            return
        self.data = data
        if self._waits:
            return
        if data.state in {PollState.OPEN, PollState.PAUSED}:
            self._problem = ""
            self.keep_focus(self.refresh)
        elif self.at is not VoteStep.DONE:
            self.begin_anew()

    @property
    def is_occupied(self) -> bool:
        """Whether a voter has begun."""
        return self.vote is not None or (isinstance(self.step, CodeStep) and bool(self.step.digits))

    @property
    def is_waiting(self) -> bool:
        """Whether the library is asked, a ballot is on its way, or a voter waits for a paused vote to go on."""
        paused = self.data is not None and self.data.state is PollState.PAUSED
        return self._waits or (paused and self.vote is not None)

    @property
    def ends_itself(self) -> bool:
        """Done clears itself."""
        return self.at is VoteStep.DONE

    def forget(self) -> None:
        """Throw the ballot away."""
        self._visit += 1
        self._waits = False
        self._problem = ""
        self.vote = None
        self.at = VoteStep.CODE

    def make_step(self) -> Step:
        """The step the voter is at; a paused vote is told instead."""
        poll: PollRecord = self.data
        if self.at is VoteStep.DONE:
            return self._done()
        if poll.state is PollState.PAUSED:
            return self._paused()
        if poll.state is not PollState.OPEN:
            return self._closed()
        if self.vote is None:
            return self._code()
        if self.at is VoteStep.RULES:
            return RulesStep(self.look, self.vote, back=self.begin_anew, start=self._to_ballot)
        if self.at is VoteStep.BALLOT:
            return view_of(poll.ballot).make_step(self.look, self.vote, back=self._to_rules, check=self._to_check)
        problem = self.look.language.tell(self._problem)  # pyright: ignore[reportArgumentType]
        check = CheckStep(self.look, self.vote, back=self._to_ballot, cast=self.cast, problem=problem)
        check.set_waiting(self._waits)
        return check

    # Who is it.

    def admit(self, participant_id: UUID) -> None:
        """Let somebody vote without a code, because the facilitator says who it is."""
        tasks = self.ground.desk.tasks
        if self.vote is not None or self._waits:
            tasks.failed.emit(RefusedError(_BUSY))
            return
        library, poll_id = self.ground.desk.library, self._poll_id

        def find() -> VoterRecord:
            turnout = voting.turnout(library, poll_id=poll_id)
            voter = next((one for one in turnout.voters if one.participant_id == participant_id), None)
            if voter is None or voter.voted or turnout.poll.state is not PollState.OPEN:
                raise RefusedError(_NOT_LISTED if voter is None else _VOTED if voter.voted else _NOT_OPEN)
            return voter

        self._ask(find, self._admitted, tasks.failed.emit)

    def _entered(self, code: str) -> None:
        library, poll_id = self.ground.desk.library, self._poll_id
        self._ask(
            lambda: voting.admit_voter(library, poll_id=poll_id, code=code),
            lambda voter: self._admitted(voter, code),
            self._not_admitted,
        )

    def _ask(
        self, work: Callable[[], VoterRecord], done: Callable[[VoterRecord], None], failed: Callable[[Exception], None]
    ) -> None:
        """Ask the library who it is; the answer is dropped where that person has gone meanwhile."""
        visit = self._visit
        self._waits = True
        if isinstance(self.step, CodeStep):
            self.step.set_waiting(True)

        def answered(call: Callable[[], None]) -> None:
            if visit == self._visit:
                self._waits = False
                if isinstance(self.step, CodeStep):
                    self.step.set_waiting(False)
                call()

        self.ground.desk.tasks.run(
            work, lambda voter: answered(lambda: done(voter)), lambda error: answered(lambda: failed(error)), owner=self
        )

    def _admitted(self, voter: VoterRecord, code: str = "") -> None:
        self._problem = ""
        self.vote = begin_vote(self.data, voter, code)
        self._to_rules()

    def _not_admitted(self, error: Exception) -> None:
        self._problem = _words_of(error)
        self.go()

    # From step to step.

    def _to_rules(self) -> None:
        self._go_to(VoteStep.RULES)

    def _to_ballot(self) -> None:
        self._problem = ""
        self._go_to(VoteStep.BALLOT)

    def _to_check(self) -> None:
        self._go_to(VoteStep.CHECK)

    def _go_to(self, step: VoteStep) -> None:
        self.at = step
        self.go()

    # The ballot goes into the box.

    def cast(self) -> None:
        """Cast the ballot once, however often the button is tapped; done is shown when the library has it."""
        vote = self.vote
        if vote is None or self._waits or self.at is not VoteStep.CHECK:
            return
        self._waits = True
        if isinstance(self.step, CheckStep):
            self.step.set_waiting(True)
        library, poll_id, visit = self.ground.desk.library, self._poll_id, self._visit
        voter, code, choices, pairs, key = (
            vote.voter.participant_id,
            vote.code,
            vote.paper.choices(),
            vote.paper.comparisons(),
            vote.key(),
        )

        def put() -> Changed[VoterRecord]:
            return voting.cast_ballot(
                library,
                poll_id=poll_id,
                participant_id=voter,
                choices=choices,
                comparisons=pairs,
                ballot_id=key,
                code=code,
            )

        self.ground.desk.tasks.run(
            put, lambda _cast: self._cast(visit), lambda error: self._not_cast(visit, error), owner=self
        )

    def _cast(self, visit: int) -> None:
        if visit != self._visit:
            return
        self._waits = False
        self.vote = None
        self._go_to(VoteStep.DONE)

    def _not_cast(self, visit: int, error: Exception) -> None:
        if visit != self._visit:
            return
        self._waits = False
        if not hasattr(error, "message"):
            log.error("a ballot was not cast", exc_info=error)
        self._problem = error.message if isinstance(error, RefusedError) else _NOT_KEPT
        self.go()
        self.reload()

    # Steps with few words.

    def _code(self) -> CodeStep:
        say = self.look.language.say
        problem = self.look.language.tell(self._problem)  # pyright: ignore[reportArgumentType]
        step = CodeStep(
            self.look, say("Step {n} of {all}: {what}", n=1, all=4, what=say("Code on the name tag")), self.data.title,
            say("Type the code on your name tag, or hold the tag to the scanner."),
            promise=promise_of(self.look.language, self.data), error=problem,
        )  # fmt: skip
        step.entered.connect(self._entered)
        return step

    def _done(self) -> NoteStep:
        say = self.look.language.say
        return NoteStep(
            self.look, "circle-check", say("Your ballot is cast. Thank you."),
            say("This screen clears itself. The next person may come."),
        )  # fmt: skip

    def _paused(self) -> NoteStep:
        say = self.look.language.say
        text = (
            say("What you have chosen is still here. Please wait a moment.")
            if self.vote is not None
            else say("It goes on shortly. Please wait a moment.")
        )
        return NoteStep(self.look, "pause", say("The vote is paused"), text, tone="muted")

    def _closed(self) -> NoteStep:
        say = self.look.language.say
        before = self.data.state is PollState.DRAFT
        title = say("The vote has not begun") if before else say("The vote is closed")
        text = (
            say("The facilitator opens it.") if before else say("The result is shown when the facilitator reveals it.")
        )
        return NoteStep(self.look, "vote", title, text, tone="muted")


def _words_of(error: Exception) -> object:
    """The error in the user's words."""
    if hasattr(error, "message"):
        return error.message  # pyright: ignore[reportAttributeAccessIssue]
    log.error("the voting booth could not ask", exc_info=error)
    return mark("Something went wrong. Please try again, or ask the facilitator.")
