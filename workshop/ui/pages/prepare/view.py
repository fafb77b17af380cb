"""The layout of a session that is being prepared: its running order, and beside it the check, the details or one activity."""

from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workshop.models.enums import ActivityKind, SessionState
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.page import column
from workshop.ui.pages.prepare.agenda_list import AgendaList
from workshop.ui.pages.prepare.agenda_model import PlanLine
from workshop.ui.pages.prepare.panels import ActivityCard, DetailsCard, ReadyCard, kinds_of_activities
from workshop.ui.pages.prepare.print_card import PrintCard
from workshop.ui.pages.prepare.session_switch import SessionSwitch
from workshop.ui.pages.prepare.situation import Situation
from workshop.ui.pages.prepare.time_bar import TimeBar
from workshop.ui.pages.prepare.words import plan_line, round_line, slack_line
from workshop.ui.widgets.buttons import AccentButton, PrimaryButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import BodyLabel, MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.page_header import PageHeader

_GAP = 20  # pixels between the two columns


class SessionView(QWidget):
    """One session. Where there is no room beside the running order, an activity that is opened takes its place."""

    activityAdded = Signal(object)  # ActivityKind

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader()
        self.switch = SessionSwitch(desk)
        self.new_button = QuietButton(say("New session"), icon=desk.icons.icon("plus"))
        self.start_button = PrimaryButton(say("Start the session"))
        self.rehearse_button = QuietButton(say("Rehearse"))
        for widget in (self.switch, self.new_button, self.rehearse_button, self.start_button):
            self.header.add_button(widget)
        self.rehearse_button.setHidden(desk.rehearsal is None)  # not before it has a place, or it would be a window
        self.notice, self._notice_words = self._make_notice()
        self.columns = Columns(spacing=_GAP)
        self._left, stack = column(spacing=0)
        stack.addWidget(self._agenda_card())
        stack.addStretch(1)
        self.columns.add(self._left, 3)
        self._side, stack = column(spacing=_GAP)
        self.ready = ReadyCard(desk)
        self.people = self._people_card()
        self.papers = PrintCard(desk)
        self.details = DetailsCard(desk)
        self.activity = ActivityCard(desk)
        self.activity.hide()
        for card in (self.activity, self.ready, self.people, self.papers, self.details):
            stack.addWidget(card)
        stack.addStretch(1)
        self.columns.add(self._side, 2)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(20)
        around.addWidget(self.header)
        around.addWidget(self.notice)
        around.addWidget(self.columns)
        around.addStretch(1)

    # What is shown.

    def show_situation(self, situation: Situation) -> None:
        """Show a session with its running order."""
        plan = situation.plan
        assert plan is not None
        session, draft = plan.session, situation.is_draft
        language, say = self._desk.language, self._desk.language.say
        self.header.set_over(
            f"{situation.project.title if situation.project else ''} · {round_line(language, session)}"
        )
        self.header.set_title(session.title)
        self.switch.show_sessions(situation)
        ready = all(point.ready for point in plan.readiness if point.needed)
        running = session.state is SessionState.RUNNING
        self.start_button.setText(
            say("Start the session") if draft else say("Go to the session") if running else say("Reports")
        )
        self.start_button.setEnabled(ready or not draft)
        self.start_button.setToolTip(
            "" if ready or not draft else say("The running order is empty. Add an activity first.")
        )
        self.notice.setVisible(not draft)
        self._notice_words.setText(
            say("This session is running. What was prepared can be looked at here; it is led on the page “Run”.")
            if running
            else say("This session is finished. What was prepared stays as it was.")
        )
        self._show_agenda(situation, plan)
        self.ready.setVisible(draft and not self.activity_shown)
        self.ready.show_plan(plan)
        self.people_count.setText(language.number(plan.expected))
        self.details.show_session(session, editable=draft)

    @property
    def activity_shown(self) -> bool:
        """Whether the card of one activity takes the place of the others."""
        return not self.activity.isHidden()

    @property
    def has_room_beside(self) -> bool:
        """Whether an activity can be shown beside the running order."""
        needed = self._left.minimumSizeHint().width() + _GAP + self._side.minimumSizeHint().width()
        return self.width() >= needed

    def show_activity(self, situation: Situation, activity_id: UUID | None) -> None:
        """Show one activity beside the running order or in its place, or with none the session again."""
        plan = situation.plan
        activities = plan.activities if plan else ()
        activity = next((part for part in activities if part.id == activity_id), None)
        shown = activity is not None and situation.is_draft
        if not shown:
            self.activity.form.save()
        if shown and activity is not None:
            poll = situation.polls.get(activity.poll_id) if activity.poll_id else None
            form = situation.forms.get(activity.form_id) if activity.form_id else None
            self.activity.show_activity(activity, poll, form, last=activity.position == len(activities) - 1)
        self.activity.setVisible(shown)
        self.ready.setVisible(not shown and situation.is_draft)
        self.people.setVisible(not shown)
        self.papers.setVisible(not shown)
        self.details.setVisible(not shown)
        self._give_room()
        self.bar.set_chosen(self.agenda.place_of(activity_id) if shown else -1)

    def _give_room(self) -> None:
        self._left.setVisible(self.activity.isHidden() or self.has_room_beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The running order comes back as soon as there is room for it."""
        super().resizeEvent(event)
        self._give_room()

    def _show_agenda(self, situation: Situation, plan: SessionPlan) -> None:
        language, draft = self._desk.language, situation.is_draft
        self.agenda.editable = draft
        self.agenda.setVisible(bool(plan.activities))
        self.empty_words.setVisible(not plan.activities)
        self.agenda.set_lines(self._lines(situation, plan))
        self.agenda_card.set_count(plan_line(language, plan))
        over = plan.planned_minutes > plan.session.minutes
        self.slack.setText(slack_line(language, plan))
        self.slack.set_role("warn" if over else "muted")
        set_look(self.slack, weight="strong" if over else "")
        self.bar.set_plan(
            [part.minutes for part in plan.activities],
            plan.session.minutes,
            f"{plan_line(language, plan)}, {slack_line(language, plan)}",
        )
        self.add_button.setVisible(draft)
        self.keys_words.setVisible(draft and len(plan.activities) > 1)

    def _lines(self, situation: Situation, plan: SessionPlan) -> list[PlanLine]:
        language, lines, passed = self._desk.language, [], 0
        start = plan.session.starts_at
        for part in plan.activities:
            if start is not None:
                begins = language.time(datetime(2000, 1, 1, start.hour, start.minute) + timedelta(minutes=passed))
            else:
                begins = f"+{passed}" if passed else "0"
            passed += part.minutes
            mark, role = _mark(self._desk, part)
            kind = language.tell(title_of(part.kind))
            beside = " · ".join(word for word in (kind if kind != part.title else "", _one_line(part.question)) if word)
            lines.append(PlanLine(part.id, begins, part.title, beside, language.minutes(part.minutes), mark, role))
        return lines

    # Building.

    def _agenda_card(self) -> Card:
        say = self._desk.language.say
        self.agenda_card = Card(say("Running order"))
        self.slack = MutedLabel()
        self.bar = TimeBar(self._desk, say("Planned time against the time at hand"))
        time = QHBoxLayout()
        time.setSpacing(14)
        time.addWidget(self.bar, 1)
        time.addWidget(self.slack)
        self.agenda_card.body.addLayout(time)
        self.agenda = AgendaList(self._desk)
        self.empty_words = paragraph(
            say("What will the room do, one after the other? Add the first activity."), role="muted"
        )
        self.agenda_card.add(self.empty_words)
        self.agenda_card.add(self.agenda)
        self.add_button = AccentButton(say("Add an activity"), icon=self._desk.icons.icon("plus", "accent"))
        self.menu = QMenu(self.add_button)
        for kind, words in kinds_of_activities(self._desk):
            action = self.menu.addAction(words)
            action.triggered.connect(lambda _=False, kind=kind: self.activityAdded.emit(kind))
        self.add_button.clicked.connect(
            lambda: self.menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
        )
        self.keys_words = MutedLabel(say("Drag, or Alt+↑ and Alt+↓, to put in order"))
        foot = FlowLayout(spacing=12)
        foot.addWidget(self.add_button)
        foot.addWidget(self.keys_words)
        self.agenda_card.body.addLayout(foot)
        return self.agenda_card

    def _people_card(self) -> Card:
        say = self._desk.language.say
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        self.people_count = StrongLabel("0")
        row.addWidget(BodyLabel(say("Participants expected")))
        row.addWidget(self.people_count)
        row.addStretch(1)
        self.people_button = QuietButton(say("Participants"))
        self.people_button.setProperty("look", "small")
        row.addWidget(self.people_button)
        card.body.addLayout(row)
        return card

    def _make_notice(self) -> tuple[QFrame, BodyLabel]:
        frame = QFrame()
        frame.setProperty("look", "soft")
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 10, 16, 10)
        words = BodyLabel(wrap=True)
        row.addWidget(words, 1)
        return frame, words


def _mark(desk: Desk, part: ActivityRecord) -> tuple[str, str]:
    """The pill of an activity: what belongs to it, or what it lacks."""
    say = desk.language.say
    if part.kind is ActivityKind.VOTE and part.poll_id is None:
        return say("no vote yet"), "warn"
    if part.kind is ActivityKind.EVALUATION and part.form_id is None:
        return say("no form yet"), "warn"
    if (part.kind.collects_ideas or part.kind is ActivityKind.VOTE) and not part.question:
        return say("no question yet"), "warn"
    if part.poll_id is not None:
        return say("Vote"), "info"
    return (say("Form"), "info") if part.form_id is not None else ("", "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
