"""An activity: its question very large, the time left, and the ideas as they come."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import mark
from workshop.models.enums import ActivityKind
from workshop.models.errors import NotFoundError
from workshop.models.records.ideas import IdeaBoard, IdeaRecord
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.models.titles import title_of
from workshop.services.ideas import ideas
from workshop.services.sessions import lab_sessions
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import Words, card, fitted_words, fitting_size
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.scenes.countdown import Countdown, seconds_left
from workshop.ui.shared_screen.states import ScreenState

SHOWN = 6  # ideas that are seen at once, the newest first
_BEFORE = 3  # ideas of a round that are seen beside the newest
_CLOCK = 345  # pixels: the width of the clock
_LARGE, _SIZES, _SMALL = (54, 46, 40, 34, 30, 26), (30, 26, 24), (28, 24)  # of type: alone, on cards, beside the newest
_LEAST, _MOST = 132, 200  # pixels: the height of an idea
_WITH_ALL = {ActivityKind.CLARIFY, ActivityKind.THEMES}  # these look at the ideas of the whole session


class ActivityScene(Scene):
    """What the room works on."""

    state = ScreenState.ACTIVITY

    def __init__(self, ground: Ground, look: Look, session_id: UUID, activity_id: UUID) -> None:
        super().__init__(ground, look)
        self._session_id = session_id
        self._activity_id = activity_id
        self.clock: Countdown | None = None

    def work(self) -> Callable[[], tuple[SessionPlan, ActivityRecord, tuple[IdeaRecord, ...], int]]:
        """The running order, the activity, the ideas the room may see, the newest first, and how many still wait."""
        library, session_id, activity_id = self.ground.desk.library, self._session_id, self._activity_id

        def load() -> tuple[SessionPlan, ActivityRecord, tuple[IdeaRecord, ...], int]:
            plan = lab_sessions.session_plan(library, session_id=session_id)
            activity = next((part for part in plan.activities if part.id == activity_id), None)
            if activity is None:
                raise NotFoundError(mark("This is no longer there. It may have been removed in the meantime."))
            board = ideas.idea_board(library, session_id=session_id)
            return plan, activity, shown_ideas(board, activity), waiting_ideas(board)

        return load

    def make_view(self) -> QWidget:
        """Question and clock above, ideas below; where none are expected, the question has the room to itself."""
        plan, activity, given, waiting = self.data
        px, tell = self.look.px, self.look.language.tell
        view = QWidget()
        column = self.column(view)
        question = activity.question or activity.title
        above = activity.title if activity.question else tell(title_of(activity.kind))
        with_ideas = bool(given) or collects(activity)
        if above != question:
            column.addWidget(Words(above, "body", role="muted"))
        if not with_ideas:
            column.addStretch(2)
        row = QHBoxLayout()
        row.setSpacing(px(48))
        row.addWidget(self._question(question, with_ideas=with_ideas), 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._time())
        column.addLayout(row)
        if with_ideas:
            column.addSpacing(px(10))
            column.addWidget(self._ideas(activity, given, waiting), 1)
            column.addSpacing(px(8))
        else:
            column.addStretch(3)
        column.addLayout(self._foot(plan, activity, given, waiting))
        self.tick()
        return view

    def tick(self) -> None:
        """Move the clock on."""
        if self.clock is None or self.data is None:
            return
        activity: ActivityRecord = self.data[1]
        self.clock.set_seconds(seconds_left(activity, self.ground.desk.library.now()))
        self._caption.setText(self.clock.told if activity.started_at else self.look.language.say("Planned time"))

    def _ideas(self, activity: ActivityRecord, given: tuple[IdeaRecord, ...], waiting: int) -> QWidget:
        """In silent writing how many there are and no words; in a round the newest very large; else the newest on cards."""
        if activity.kind is ActivityKind.SILENT_WRITING:
            return silent_view(self.look, waiting)
        if activity.kind is ActivityKind.ROUND_ROBIN:
            return RoundView(self.look, given)
        return Ideas(self.look, given)

    def _question(self, question: str, *, with_ideas: bool) -> Words:
        """As large as it fits, and the same whether or not there are ideas yet."""
        px = self.look.px
        label = Words(question, "display")
        room = QSize(px(BASE_WIDTH - 128 - 48 - _CLOCK), px(210 if with_ideas else 420))
        sizes = (64, 56, 48, 42, 36, 30) if with_ideas else (96, 84, 72, 64, 56, 48, 42, 36)
        label.set_pixels(fitting_size(question, room, [px(size) for size in sizes]))
        return label

    def _time(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        self._caption = Words("", "small", wrap=False)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._caption)
        self.clock = Countdown(self.look)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.clock.setFixedWidth(self.look.px(_CLOCK))
        column.addWidget(self.clock)
        column.addStretch(1)
        return column

    def _foot(
        self, plan: SessionPlan, activity: ActivityRecord, given: tuple[IdeaRecord, ...], waiting: int
    ) -> QHBoxLayout:
        say, say_many = self.look.language.say, self.look.language.say_many
        row = QHBoxLayout()
        silent = activity.kind is ActivityKind.SILENT_WRITING  # its number stands in the middle
        if not silent and (
            given or collects(activity)
        ):  # from the beginning, so that nothing moves when the first one comes
            told = say_many("{n} idea so far", "{n} ideas so far", len(given))
            later = say_many("{n} still to come", "{n} still to come", waiting)
            told = f"{told} · {later}" if waiting else told
            row.addWidget(Words(told, "strong", wrap=False))
        row.addStretch(1)
        following = next((part for part in plan.activities if part.position > activity.position), None)
        if following is not None:
            row.addWidget(Words(say("Next: {title}", title=following.title), "small", wrap=False))
        return row


def silent_view(look: Look, waiting: int) -> QWidget:
    """How many ideas have been written; the words come later."""
    frame, column = card(look, soft=True, margin=28)
    column.addStretch(1)
    number = Words(look.language.number(waiting), "display", center=True)
    number.set_pixels(look.px(110))
    column.addWidget(number)
    told = look.language.say_many("idea written", "ideas written", waiting)
    column.addWidget(Words(told, "strong", center=True))
    column.addWidget(
        Words(
            look.language.say("Nobody sees them yet. They are shown one by one later."),
            "body",
            role="muted",
            center=True,
        )
    )
    column.addStretch(1)
    return frame


class RoundView(QWidget):
    """The newest idea very large, those before it beside it."""

    def __init__(self, look: Look, given: tuple[IdeaRecord, ...]) -> None:
        super().__init__()
        px = look.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(18))
        frame, column = card(look, margin=32)
        frame.setStyleSheet(
            f"QFrame[look='stage-card'] {{ background: {look.hex('raised')}; border: 3px solid {look.hex('first')}; }}"
        )
        room = QSize(px((BASE_WIDTH - 128) * 2 / 3 - 90), px(_MOST))
        text = given[0].text if given else look.language.say("The first idea will appear here.")
        newest = fitted_words(look, text, room, _LARGE, bold=bool(given))
        newest.set_role("" if given else "muted")
        column.addWidget(newest, 1)
        row.addWidget(frame, 2)
        before = QVBoxLayout()
        before.setSpacing(px(10))
        small = QSize(px((BASE_WIDTH - 128) / 3 - 60), px(96))
        for place in range(1, _BEFORE + 1):
            other, inside = card(look, soft=True, margin=14)
            if place < len(given):
                inside.addWidget(fitted_words(look, given[place].text, small, _SMALL), 1)
            before.addWidget(other, 1)
        row.addLayout(before, 1)


class Ideas(QWidget):
    """The newest ideas on cards, the very newest marked; every place is there from the beginning, so nothing jumps."""

    def __init__(self, look: Look, given: tuple[IdeaRecord, ...]) -> None:
        super().__init__()
        px = look.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(14))
        room = QSize(px((BASE_WIDTH - 128 - 28) / 3) - px(44), px(_LEAST) - px(36))
        for place in range(SHOWN):
            frame, column = card(look, soft=place > 0, margin=20, spacing=4)
            if place < len(given):
                column.addWidget(fitted_words(look, given[place].text, room, _SIZES), 1)
            elif place == 0:
                column.addWidget(Words(look.language.say("The first idea will appear here."), "body", role="muted"), 1)
            frame.setStyleSheet(
                f"QFrame[look='stage-{'soft' if place else 'card'}'] {{ {self._drawn(look, place, len(given))} }}"
            )
            frame.setMinimumHeight(px(_LEAST))
            frame.setMaximumHeight(px(_MOST))
            grid.addWidget(frame, place // 3, place % 3)
        for third in range(3):
            grid.setColumnStretch(third, 1)
            grid.setColumnMinimumWidth(third, px(200))

    @staticmethod
    def _drawn(look: Look, place: int, count: int) -> str:
        """How the card of a place is drawn: the newest with a line, those before it filled, what is still free dashed."""
        if place >= count:
            return f"background: transparent; border: 2px dashed {look.hex('line')};"
        line = look.hex("first" if place == 0 else "raised")
        return f"background: {look.hex('raised')}; border: {3 if place == 0 else 2}px solid {line};"


def collects(activity: ActivityRecord) -> bool:
    """Whether ideas are expected beside the question."""
    return activity.kind.collects_ideas or activity.kind in _WITH_ALL


def shown_ideas(board: IdeaBoard, activity: ActivityRecord) -> tuple[IdeaRecord, ...]:
    """The live ideas that were given in an activity, or that it looks at, the newest first; never one that still waits.

    A round also shows what was written in silence before it.
    """
    live = [idea for idea in board.ideas if board.is_live(idea) and not idea.hidden]
    if activity.kind is ActivityKind.ROUND_ROBIN:
        live = [idea for idea in live if idea.revealed_at is not None or idea.activity_id == activity.id]
    elif activity.kind not in _WITH_ALL:
        live = [idea for idea in live if idea.activity_id == activity.id]
    return tuple(sorted(live, key=lambda idea: (idea.shown_at, idea.number), reverse=True))


def waiting_ideas(board: IdeaBoard) -> int:
    """How many live ideas the room may not see yet."""
    return sum(idea.hidden and board.is_live(idea) for idea in board.ideas)
