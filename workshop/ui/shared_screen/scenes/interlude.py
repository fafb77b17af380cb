"""Break: the time that is left, and what comes next."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.models.enums import ActivityKind
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.services.sessions import lab_sessions
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.scenes.countdown import Countdown, seconds_left, whole_seconds
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.widgets.timer_ring import TimerRing

_WIDEST = 3600  # seconds; the figures of an hour have no room in the ring


class BreakScene(Scene):
    """A break, or any other waiting with a clock."""

    state = ScreenState.BREAK

    def __init__(self, ground: Ground, look: Look, session_id: UUID) -> None:
        super().__init__(ground, look)
        self._session_id = session_id
        self.clock: Countdown | None = None
        self.ring: TimerRing | None = None

    def work(self) -> Callable[[], SessionPlan]:
        """The running order."""
        library, session_id = self.ground.desk.library, self._session_id
        return lambda: lab_sessions.session_plan(library, session_id=session_id)

    def make_view(self) -> QWidget:
        """The clock in the middle, what comes next below."""
        plan: SessionPlan = self.data
        px, say = self.look.px, self.look.language.say
        pause = self._pause(plan)
        view = QWidget()
        column = self.column(view)
        column.addStretch(2)
        column.addWidget(Words(pause.title if pause else say("Break"), "title", center=True))
        counts = pause is not None and pause.started_at is not None and whole_seconds(pause) < _WIDEST
        self.clock = Countdown(self.look, 112 if counts else 200)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        color = self.look.color
        self.ring = (
            TimerRing(px(400), px(20), color("line"), color("first"), color("warn"), self.clock) if counts else None
        )
        column.addSpacing(px(16))
        column.addWidget(self.ring or self.clock, 0, Qt.AlignmentFlag.AlignHCenter)
        following = plan.following if pause is None else _after(plan, pause)
        if following is not None:
            column.addSpacing(px(12))
            column.addWidget(Words(say("Next: {title}", title=following.title), "body", role="muted", center=True))
        column.addStretch(3)
        self.tick()
        return view

    def tick(self) -> None:
        """Move the clock on; nobody is hurried, so it stops at zero. Where no break runs it tells the time of day."""
        if self.clock is None or self.data is None:
            return
        now = self.ground.desk.library.now()
        pause = self._pause(self.data)
        if pause is not None and pause.started_at is not None:
            left = max(0, seconds_left(pause, now))
            self.clock.set_seconds(left)
            if self.ring is not None:
                self.ring.set_time(left, whole_seconds(pause))
        else:
            self.clock.setText(self.look.language.time(now.astimezone()))

    @staticmethod
    def _pause(plan: SessionPlan) -> ActivityRecord | None:
        current = plan.current
        return current if current is not None and current.kind is ActivityKind.BREAK else None


def _after(plan: SessionPlan, activity: ActivityRecord) -> ActivityRecord | None:
    return next((part for part in plan.activities if part.position > activity.position), None)
