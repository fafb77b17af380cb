"""The result of a vote: bars in order, ties side by side, turnout and method in a sentence."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.models.enums import BallotKind
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.models.records.votes import PollResult
from workshop.models.titles import title_of
from workshop.services import lab_sessions, voting
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Pages, Words
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.scenes.result_bars import ResultBars
from workshop.ui.shared_screen.states import ScreenState

BARS = 9  # on one page
_MOST_TIES = 2  # told one by one; more are told together


class ResultScene(Scene):
    """What the room has chosen."""

    state = ScreenState.RESULT

    def __init__(self, ground: Ground, look: Look, poll_id: UUID) -> None:
        super().__init__(ground, look)
        self._poll_id = poll_id
        self._page = 0
        self._grown = False
        self.bars: ResultBars | None = None

    def work(self) -> Callable[[], tuple[PollResult, SessionPlan]]:
        """The count and the running order."""
        library, poll_id = self.ground.desk.library, self._poll_id

        def load() -> tuple[PollResult, SessionPlan]:
            result = voting.poll_result(library, poll_id=poll_id)
            return result, lab_sessions.session_plan(library, session_id=result.poll.lab_session_id)

        return load

    def make_view(self) -> QWidget:
        """Method, title, bars, ties."""
        result, plan = self.data
        px = self.look.px
        view = QWidget()
        column = self.column(view)
        column.addWidget(Words(self._method(result), "small"))
        column.addWidget(Words(result.poll.title, "title"))
        column.addSpacing(px(14))
        first = self._page * BARS
        self.bars = ResultBars(self.look, result, first, BARS, grows=not self._grown)
        self._grown = True
        column.addWidget(self.bars, 1)
        column.addLayout(self._foot(result, plan))
        return view

    def _foot(self, result: PollResult, plan: SessionPlan) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        row.addWidget(Words(self._ties(result), "small"), 1)
        pages = -(-len(result.lines) // BARS)
        if pages > 1:
            turner = Pages(self.look, self._page, pages)
            turner.turned.connect(self._turn)
            row.addWidget(turner)
        following = next_after(plan, result.poll.activity_id)
        if following is not None:
            row.addWidget(Words(self.look.language.say("Next: {title}", title=following.title), "small", wrap=False))
        return row

    def _turn(self, page: int) -> None:
        self._page = page
        self.refresh()

    def _method(self, result: PollResult) -> str:
        say, say_many, number = self.look.language.say, self.look.language.say_many, self.look.language.number
        poll = result.poll
        kind = say("{method} result", method=self.look.language.tell(title_of(poll.ballot)))
        turnout = say("{voted} of {all} voted", voted=number(result.ballots), all=number(result.entitled))
        rule = (
            say_many("{n} dot each", "{n} dots each", poll.dots)
            if poll.ballot is BallotKind.DOTS
            else say_many("up to {n} choice each", "up to {n} choices each", poll.dots)
        )
        parts = [kind, turnout, rule]
        if result.blank:
            parts.append(say("{n} blank", n=number(result.blank)))
        return " · ".join(parts)

    def _ties(self, result: PollResult) -> str:
        """Which ranks share their points, in a sentence."""
        say = self.look.language.say
        shared = [tie for tie in result.ties if any(line.option.id in tie and line.points for line in result.lines)]
        if not shared:
            return ""
        told = say("Equal points stand side by side.")
        if len(shared) > _MOST_TIES:
            return told
        ranks = {line.option.id: line.rank for line in result.lines}
        for tie in shared:
            first = ranks[tie[0]]
            last = first + len(tie) - 1
            told += " " + (
                say("{first} and {last} are tied.", first=first, last=last)
                if last == first + 1
                else say("{first} to {last} are tied.", first=first, last=last)
            )
        return told


def next_after(plan: SessionPlan, activity_id: UUID | None) -> ActivityRecord | None:
    """What comes after an activity, or after the one the session is in."""
    activity = plan.current or next((part for part in plan.activities if part.id == activity_id), None)
    if activity is None:
        return None
    return next((part for part in plan.activities if part.position > activity.position), None)
