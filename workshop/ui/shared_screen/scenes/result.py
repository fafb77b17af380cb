"""The result of a vote: bars in order, ties side by side, turnout and method in a sentence."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import BallotKind, CountingRule, PollState
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.models.records.votes import PollResult
from workshop.models.telling.lots import lot_sentences, shared_places, tie_sentences
from workshop.models.telling.methods import method_sentence, weights_line
from workshop.models.telling.standings import POINTS, budget_sentence, voters
from workshop.models.titles import title_of
from workshop.services.sessions import lab_sessions
from workshop.services.voting import results
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Pages, Words
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.scenes.result_answers import ResultAnswers
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
            result = results.poll_result(library, poll_id=poll_id)
            return result, lab_sessions.session_plan(library, session_id=result.poll.lab_session_id)

        return load

    def make_view(self) -> QWidget:
        """Method, title, bars, ties."""
        result, plan = self.data
        px = self.look.px
        view = QWidget()
        column = self.column(view)
        column.addWidget(Words(self._turnout(result), "small"))
        column.addWidget(Words(result.poll.title, "title"))
        if result.poll.state is PollState.ANNULLED:
            self._say_annulled(column)
            return view
        column.addWidget(Words(method_sentence(self.look.language, result), "small", role="muted"))
        column.addSpacing(px(14))
        first = self._page * BARS
        kind = ResultAnswers if result.rule is CountingRule.MAJORITY and result.details else ResultBars
        self.bars = kind(self.look, result, first, BARS, grows=not self._grown)
        self._grown = True
        column.addWidget(self.bars, 1)
        column.addLayout(self._foot(result, plan))
        return view

    def _say_annulled(self, column: QVBoxLayout) -> None:
        """What was counted before a vote was annulled is no result, and is never shown to the room."""
        column.addStretch(1)
        column.addWidget(
            Words(self.look.language.say("This vote was annulled. It has no result."), "body", center=True)
        )
        column.addStretch(2)

    def _foot(self, result: PollResult, plan: SessionPlan) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(24))
        row.addWidget(Words(self._below(result), "small"), 1)
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

    def _turnout(self, result: PollResult) -> str:
        say, number = self.look.language.say, self.look.language.number
        kind = say("{method} result", method=self.look.language.tell(title_of(result.poll.ballot)))
        cast = voters(result)
        parts = [kind, say("{voted} of {all} voted", voted=number(cast), all=number(result.entitled))]
        parts.append(weights_line(self.look.language, result))
        if result.poll.ballot is BallotKind.APPROVAL and result.poll.dots < len(result.poll.options):
            limit = self.look.language.say_many("up to {n} choice each", "up to {n} choices each", result.poll.dots)
            parts.append(limit)
        if result.blank:
            parts.append(say("{n} blank", n=number(result.blank)))
        return " · ".join(part for part in parts if part)

    def _below(self, result: PollResult) -> str:
        """What was spent, which places are shared, what the lot decided, in sentences; first of all that nobody chose."""
        language = self.look.language
        if result.blank and result.blank == result.ballots:
            return language.say("Every ballot was blank.")
        lots = lot_sentences(language, result)
        if len(lots) > _MOST_TIES:
            lots = [language.say("Where options were equal, the lot that was drawn at the opening decided.")]
        told = [budget_sentence(language, result), self._ties(result), *lots]
        return " ".join(part for part in told if part)

    def _ties(self, result: PollResult) -> str:
        """Which ranks are shared, in a sentence."""
        say = self.look.language.say
        if result.rule is CountingRule.MAJORITY:
            return " ".join(tie_sentences(self.look.language, result))
        shared = shared_places(result)
        if not shared:
            return ""
        told = [say("Equal points stand side by side.") if result.rule in POINTS else say("Equals stand side by side.")]
        ranks = {line.option.id: line.rank for line in result.lines}
        for tie in shared if len(shared) <= _MOST_TIES else ():
            first = ranks[tie[0]]
            last = first + len(tie) - 1
            told.append(
                say("{first} and {last} are tied.", first=first, last=last)
                if last == first + 1
                else say("{first} to {last} are tied.", first=first, last=last)
            )
        return " ".join(told)


def next_after(plan: SessionPlan, activity_id: UUID | None) -> ActivityRecord | None:
    """What comes after an activity, or after the one the session is in."""
    activity = plan.current or next((part for part in plan.activities if part.id == activity_id), None)
    if activity is None:
        return None
    return next((part for part in plan.activities if part.position > activity.position), None)
