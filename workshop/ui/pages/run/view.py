"""The layout of the run page: running order, activity, room side by side, and the bar at the foot."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.records.sessions import ActivityRecord, SessionLine, SessionPlan
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.page import Page
from workshop.ui.page import column as page_column
from workshop.ui.pages.run.activity import ActivityCard, Panel
from workshop.ui.pages.run.agenda import AgendaLine, AgendaView
from workshop.ui.pages.run.bar import RunBar
from workshop.ui.pages.run.side import RoomCard, ScreenCard
from workshop.ui.pages.run.situation import Situation, Times, whole_minutes
from workshop.ui.pages.run.stage_link import StageLink
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.pill import Pill

_GAP = 16  # pixels between the cards


class RunView(QWidget):
    """Everything that is seen while a session runs; the bar is placed by the page, outside of what scrolls."""

    def __init__(
        self, desk: Desk, link: StageLink, make_panel: Callable[[Desk, Situation], Panel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._phase = Pill()
        self._title = ElidedLabel(look="lead")
        self._time = MutedLabel()
        self._late = MutedLabel(role="warn")
        self.agenda = AgendaView(desk)
        self.activity = ActivityCard(desk, make_panel)
        self.screen = ScreenCard(desk, link)
        self.room = RoomCard(desk)
        self.bar = RunBar(desk)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._place()

    def show_situation(self, situation: Situation, now: datetime) -> None:
        """Show where the session stands."""
        plan = situation.plan
        if plan is None:
            return
        language, session = self._desk.language, plan.session
        phase = f"{session.phase.number} {language.tell(title_of(session.phase))}"
        self._phase.set(
            language.say("{phase} · session {n}", phase=phase, n=session.number), f"phase-{session.phase.number}"
        )
        self._title.setText(session.title)
        # Beside the phase there has to be room for some words of the title, else the clock goes below.
        self._named.setMinimumWidth(self._phase.sizeHint().width() + self._desk.type.px(140))
        self.show_agenda(plan, now)
        self.activity.show_situation(situation)
        self.screen.show_situation(situation)
        self.room.show_situation(situation)

    def show_agenda(self, plan: SessionPlan, now: datetime) -> None:
        """Show the minutes as they are now."""
        self.agenda.set_lines([self._agenda_line(plan, part, now) for part in plan.activities])

    def show_times(self, times: Times, now: datetime) -> None:
        """Show the clock, when it will end, and how late that is."""
        language = self._desk.language
        clock, end = language.time(now.astimezone()), language.time(times.ends_at.astimezone())
        self._time.setText(language.say("{clock} · will end at {end}", clock=clock, end=end))
        self._late.setVisible(times.late != 0)
        sign = "+" if times.late > 0 else "−"
        self._late.setText(f"({sign}{language.minutes(abs(times.late))})")
        self._late.set_role("warn" if times.late > 0 else "muted")
        self.bar.set_left(times.left, times.whole)

    def _agenda_line(self, plan: SessionPlan, part: ActivityRecord, now: datetime) -> AgendaLine:
        planned = whole_minutes(part)
        state = "now" if part.id == plan.session.current_activity_id else ("done" if part.started_at else "next")
        real = part.real_minutes(now)
        language = self._desk.language
        minutes = str(planned) if state == "next" else f"{real} / {planned}"
        words = {"now": language.say("now"), "done": language.say("over"), "next": language.say("to come")}[state]
        told = language.say_many(
            "{title}, {state}: {real} of {n} minute", "{title}, {state}: {real} of {n} minutes", planned,
            title=part.title, state=words, real=real,
        )  # fmt: skip
        return AgendaLine(part.id, part.title, minutes, state, told)

    def _place(self) -> None:
        left = Card()
        left.layout().setContentsMargins(8, 14, 8, 8)
        left.body.setSpacing(8)
        title = MutedLabel(self._desk.language.say("Running order"))
        title.setContentsMargins(10, 0, 0, 0)
        left.add(title)
        left.add(self.agenda, 1)
        right = QWidget()
        self._right = QBoxLayout(QBoxLayout.Direction.TopToBottom, right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(_GAP)
        self._right.addWidget(self.screen)
        self._right.addWidget(self.room, 1)
        self._columns = Columns(spacing=_GAP)
        self._columns.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._parts = ((left, 236), (self.activity, 566), (right, 276))
        for part, share in self._parts:
            self._columns.add(part, share)
        self._stacked = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        whole.addWidget(self._head())
        whole.addWidget(self._columns, 1)

    def _head(self) -> QWidget:
        """Which session it is, and at the right the clock; below each other where there is no room."""
        head = Columns(spacing=12)
        title, time = QWidget(), QWidget()
        for widget, words in ((title, (self._phase, self._title)), (time, (self._time, self._late))):
            row = QHBoxLayout(widget)
            row.setSpacing(12)
            row.setContentsMargins(0, 0, 0, 0)
            for place, word in enumerate(words):
                row.addWidget(word, place)
        self._named = title
        head.add(title, 1000)
        head.add(time, 1)  # no more than it needs
        return head

    def _arrange(self) -> None:
        """Below each other the activity comes first, and screen and room share a line if they can."""
        direction = QBoxLayout.Direction
        self._right.setDirection(direction.TopToBottom)
        stacked = self._columns.is_stacked
        if stacked != self._stacked:
            self._stacked = stacked
            left, middle, right = self._parts
            for part, _share in self._parts:
                self._columns.layout().removeWidget(part)
            for part, share in (middle, left, right) if stacked else self._parts:
                self._columns.add(part, share)
        needed = self.screen.minimumSizeHint().width() + _GAP + self.room.minimumSizeHint().width()
        if stacked and self._columns.width() >= needed:
            self._right.setDirection(direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside what follows from the width."""
        super().resizeEvent(event)
        self._arrange()


class Chooser(QWidget):
    """No session is running: the prepared ones, the likeliest first."""

    startAsked = Signal(object)  # the id of a session
    prepareAsked = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._desk = page, page.desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(20)
        self._shown: object = None

    def show_sessions(self, sessions: tuple[SessionLine, ...], wanted: object) -> None:
        """Offer sessions; the one that was being looked at, else the next by date, is the filled button."""
        ordered = sorted(
            sessions, key=lambda line: (line.session.id != wanted, line.session.on is None, line.session.on)
        )
        if (ordered, wanted) == self._shown:
            return
        self._shown = (ordered, wanted)
        held = self.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False
        self._fill(ordered)
        if held:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on what is obviously next: one key begins the session."""
        if (first := self.findChild(PrimaryButton)) is not None:
            first.setVisible(True)  # what was added a moment ago is shown later, and could not take the keyboard yet
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, ordered: Sequence[SessionLine]) -> None:
        clear_layout(self._column)
        say = self._desk.language.say
        self._column.addWidget(PageHeader(say("Run")))
        if not ordered:
            empty = EmptyState(
                self._desk, "play", say("No session is running"),
                say("Prepare a session first; when the room is ready, it is started here."), say("Prepare a session"),
            )  # fmt: skip
            empty.chosen.connect(self.prepareAsked)
            self._column.addWidget(empty, 1)
            return
        card = Card(say("Which session begins now?"))
        for place, line in enumerate(ordered):
            card.add(self._row(line, first=place == 0))
        self._column.addWidget(card)
        self._column.addStretch(1)

    def _row(self, line: SessionLine, *, first: bool) -> QWidget:
        language, session = self._desk.language, line.session
        phase = f"{session.phase.number} {language.tell(title_of(session.phase))}"
        pill = Pill(
            language.say("{phase} · session {n}", phase=phase, n=session.number), f"phase-{session.phase.number}"
        )
        words, column = page_column(spacing=6)
        column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(StrongLabel(session.title, wrap=True))
        when = language.date(session.on) if session.on else language.say("No date")
        column.addWidget(MutedLabel(" · ".join(part for part in (when, session.place) if part), wrap=True))
        button = (PrimaryButton if first else QuietButton)(language.say("Start the session"))
        button.setAccessibleName(f"{button.text()}: {session.title}")
        button.clicked.connect(lambda: self.startAsked.emit(session.id))
        side = QWidget()
        beside = QHBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(button)
        beside.addStretch(1)
        row = Columns(spacing=14)
        row.setContentsMargins(0, 8, 0, 8)
        row.add(words, 1000)
        row.add(side, 1)
        return row
