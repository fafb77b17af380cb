"""The cards beside the running order: the check before the start, the details of the session, one activity."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.enums import ActivityKind, FormState, PollState
from workshop.models.records.evaluations import FormRecord
from workshop.models.records.sessions import ActivityRecord, LabSessionRecord, SessionPlan
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.page import column
from workshop.ui.pages.prepare.in_place import InPlaceForm
from workshop.ui.pages.prepare.words import (
    form_sentence,
    options_line,
    poll_sentence,
    readiness_step,
    readiness_words,
)
from workshop.ui.widgets.buttons import IconButton, LinkButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.form import Field
from workshop.ui.widgets.headings import BodyLabel, Label, MutedLabel, StrongLabel, paragraph
from workshop.ui.widgets.look import clear_layout

_MIDNIGHT = time(0, 0)


class ReadyCard(Card):
    """Ready? Each point of the check before the start, and what to do about those that are missing."""

    stepRequested = Signal(str)  # the key of a point

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.language.say("Ready?"), parent=parent)
        self._desk = desk
        self._shown: object = None
        self.steps: dict[str, LinkButton] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_plan(self, plan: SessionPlan) -> None:
        """Show how ready a session is."""
        language = self._desk.language
        rows = tuple((point, readiness_words(language, plan, point.key, point.ready)) for point in plan.readiness)
        if rows == self._shown:
            return
        self._shown = rows
        done = sum(point.ready for point, _ in rows)
        self.set_count(f"{done} / {len(rows)}")
        clear_layout(self._rows)
        self.steps.clear()
        for place, (point, words) in enumerate(rows):
            if place:
                rule = QFrame()
                rule.setProperty("look", "line")
                self._rows.addWidget(rule)
            self._rows.addWidget(self._row(point.key, words, ready=point.ready, needed=point.needed))

    def _row(self, key: str, words: str, *, ready: bool, needed: bool) -> QWidget:
        desk = self._desk
        widget, stack = column(spacing=0)
        row = QHBoxLayout()
        row.setContentsMargins(0, desk.type.px(8), 0, desk.type.px(8))
        row.setSpacing(9)
        role = "accent" if ready else ("danger" if needed else "warn")
        picture = Label()
        picture.setPixmap(desk.icons.pixmap("check" if ready else "circle-alert", desk.type.px(16), role))
        picture.setFixedWidth(desk.type.px(18))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(BodyLabel(words, wrap=True), 1)
        if not ready:
            step = LinkButton(readiness_step(desk.language, key))
            step.setAccessibleDescription(words)
            step.clicked.connect(lambda: self.stepRequested.emit(key))
            self.steps[key] = step
            row.addWidget(step, 0, Qt.AlignmentFlag.AlignVCenter)
        stack.addLayout(row)
        widget.setAccessibleName(words)
        return widget


class DetailsCard(Card):
    """When, where, who, what for; saved as it is written. A session that has begun is told in words."""

    saved = Signal(object, object)
    removeRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Details"), parent=parent)
        self._desk = desk
        self.remove_button = SmallButton(say("Remove this session"), icon=desk.icons.icon("trash-2"))
        when = "" if desk.type.scale >= 150 else "when"  # side by side only where words are small
        self.form = InPlaceForm(
            desk,
            (
                Field("title", say("Title"), required=True),
                Field("on", say("Date"), "date"),
                Field("starts_at", say("Begins at"), "time", row=when),
                Field("minutes", say("Time at hand"), "number", least=1, most=1440, unit=say("min"), row=when),
                Field("place", say("Place")),
                Field("host", say("Host")),
                Field("goals", say("Goals"), "note", lines=3),
                Field("house_rules", say("House rules"), "note", lines=3,
                      help=say("The shared screen shows them while people arrive.")),
            ),
        )  # fmt: skip
        self.form.control("starts_at").setSpecialValueText(say("No time"))
        self.form.control("minutes").setSingleStep(5)
        self.form.saved.connect(self._tell)
        self.add(self.form)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(10)
        self.body.addLayout(self._facts)
        self.add_action(self.remove_button)
        self.remove_button.clicked.connect(self.removeRequested)

    def show_session(self, session: LabSessionRecord, *, editable: bool) -> None:
        """Show a session."""
        self.form.setVisible(editable)
        self.remove_button.setVisible(editable)
        clear_layout(self._facts)
        if editable:
            names = ("title", "on", "starts_at", "minutes", "place", "host", "goals", "house_rules")
            self.form.show_values(session.id, {name: getattr(session, name) for name in names})
            return
        say, language = self._desk.language.say, self._desk.language
        facts = (
            (say("Date"), language.date(session.on) if session.on else ""),
            (say("Begins at"), language.time(session.starts_at) if session.starts_at else ""),
            (say("Place"), session.place),
            (say("Host"), session.host),
            (say("Goals"), session.goals),
        )
        for label, words in facts:
            if words:
                self._facts.addWidget(_fact(label, words))

    def _tell(self, key: object, values: dict[str, Any]) -> None:
        """Day and time belong together; midnight stands for no time."""
        values = dict(values)
        if "on" in values or "starts_at" in values:
            written = self.form.values()
            values.pop("on", None)
            values.pop("starts_at", None)
            starts_at = written["starts_at"]
            values["when"] = (written["on"], None if starts_at == _MIDNIGHT else starts_at)
        self.saved.emit(key, values)


class ActivityCard(Card):
    """One activity of the running order, saved as it is written, with its vote or its evaluation form."""

    saved = Signal(object, object)
    closeRequested = Signal()
    moveRequested = Signal(int)  # up or down by
    removeRequested = Signal()
    pollRequested = Signal()
    formRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say, icons = desk.language.say, desk.icons
        super().__init__(say("Activity"), parent=parent)
        self._desk = desk
        self.close_button = IconButton(icons.icon("x", "muted"), say("Back to the session"))
        self.up_button = IconButton(icons.icon("arrow-up", "muted"), say("Move up (Alt+↑)"))
        self.down_button = IconButton(icons.icon("arrow-down", "muted"), say("Move down (Alt+↓)"))
        self.form = InPlaceForm(
            desk,
            (
                Field("kind", say("What the room does"), "choice", choices=_kinds(desk)),
                Field("title", say("Title"), required=True),
                Field("minutes", say("Minutes"), "number", least=1, most=1440, unit=say("min")),
                Field("question", say("Question to the room"), "note", lines=2,
                      help=say("The shared screen shows it in large type.")),
                Field("guide", say("Notes for the facilitator"), "note", lines=3),
            ),
        )  # fmt: skip
        self.form.saved.connect(self.saved)
        for button in (self.up_button, self.down_button, self.close_button):
            self.add_action(button)
        self.add(self.form)
        self.poll_box, self._poll_words, self._poll_options, self.poll_button = self._box(say("Vote"))
        self.form_box, self._form_words, self._form_more, self.form_button = self._box(say("Evaluation form"))
        self.remove_button = SmallButton(say("Remove this activity"), icon=icons.icon("trash-2"))
        self.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closeRequested)
        self.up_button.clicked.connect(lambda: self.moveRequested.emit(-1))
        self.down_button.clicked.connect(lambda: self.moveRequested.emit(1))
        self.remove_button.clicked.connect(self.removeRequested)
        self.poll_button.clicked.connect(self.pollRequested)
        self.form_button.clicked.connect(self.formRequested)

    def show_activity(
        self, activity: ActivityRecord, poll: PollRecord | None, form: FormRecord | None, *, last: bool
    ) -> None:
        """Show an activity."""
        say, language = self._desk.language.say, self._desk.language
        names = ("kind", "title", "minutes", "question", "guide")
        self.form.show_values(activity.id, {name: getattr(activity, name) for name in names})
        for button in (self.up_button, self.down_button, self.remove_button):
            button.setAccessibleName(f"{button.text() or button.toolTip()}: {activity.title}")
        self.up_button.setEnabled(activity.position > 0)
        self.down_button.setEnabled(not last)
        self.poll_box.setVisible(poll is not None or activity.kind is ActivityKind.VOTE)
        self._poll_words.setText(poll_sentence(language, poll) if poll else say("Nothing is put to the vote yet."))
        self._poll_options.setText(options_line(language, poll) if poll else "")
        self._poll_options.setVisible(poll is not None)
        self.poll_button.setText(say("Change the vote") if poll else say("Set up the vote"))
        self.poll_button.setEnabled(poll is None or poll.state is PollState.DRAFT)
        self.form_box.setVisible(form is not None or activity.kind is ActivityKind.EVALUATION)
        self._form_words.setText(form_sentence(language, form) if form else say("No form has been chosen yet."))
        items = len(form.items) if form else 0
        self._form_more.setText(language.say_many("{n} item", "{n} items", n=items))
        self._form_more.setVisible(form is not None)
        self.form_button.setText(say("Change the form") if form else say("Choose a form"))
        self.form_button.setEnabled(form is None or form.state is FormState.DRAFT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the session."""
        if event.key() == Qt.Key.Key_Escape:
            self.closeRequested.emit()
        else:
            super().keyPressEvent(event)

    def _box(self, title: str) -> tuple[QFrame, Label, Label, SmallButton]:
        box = QFrame()
        box.setProperty("look", "soft")
        stack = QVBoxLayout(box)
        stack.setContentsMargins(14, 12, 14, 14)
        stack.setSpacing(6)
        stack.addWidget(StrongLabel(title))
        words, more = paragraph(), paragraph(role="muted", small=True)
        stack.addWidget(words)
        stack.addWidget(more)
        button = SmallButton("")
        stack.addSpacing(4)
        stack.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(box)
        return box, words, more, button


def _kinds(desk: Desk) -> tuple[tuple[Any, str], ...]:
    return tuple((kind, desk.language.tell(title_of(kind))) for kind in ActivityKind)


def _fact(label: str, words: str) -> QWidget:
    widget, stack = column(spacing=1)
    stack.addWidget(MutedLabel(label))
    stack.addWidget(BodyLabel(words, wrap=True))
    return widget


def kinds_of_activities(desk: Desk) -> Sequence[tuple[ActivityKind, str]]:
    """Every kind with its words, in the order in which they are offered."""
    return _kinds(desk)
