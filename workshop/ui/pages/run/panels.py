"""The panels of the activities: ideas, evaluation, and everything that is said and not counted."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import ActivityKind, FormState, IdeaState
from workshop.models.records.ideas import IdeaRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.ideas.entry import IdeaEntry
from workshop.ui.pages.run.activity import Panel, Verb
from workshop.ui.pages.run.field_panel import FieldPanel
from workshop.ui.pages.run.situation import Situation, whole_minutes
from workshop.ui.pages.run.vote_panel import VotePanel
from workshop.ui.pages.votes.figure import Figure
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.headings import BodyLabel, MutedLabel, paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.progress_bar import SlimBar

_LEAST, _MOST = 6, 30  # ideas in lines
_ON_THE_WALL = {ActivityKind.CLARIFY, ActivityKind.THEMES}
_IN_THE_FIELD = {ActivityKind.OBSERVATION, ActivityKind.FIELD_WALK}
_DECIDED = {ActivityKind.DISCUSSION, ActivityKind.DECISIONS}


def make_panel(desk: Desk, situation: Situation) -> Panel:
    """The panel that belongs to the present activity."""
    activity = situation.activity
    if activity is None:
        return GuidePanel(desk)
    if situation.poll is not None or activity.kind is ActivityKind.VOTE:
        return VotePanel(desk)
    if situation.form is not None:
        return EvaluationPanel(desk)
    if activity.kind in _IN_THE_FIELD:
        return FieldPanel(desk)
    return IdeasPanel(desk) if activity.kind.collects_ideas else GuidePanel(desk)


class GuidePanel(Panel):
    """The guide for the facilitator, and where the work of this activity is done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._guide = paragraph()
        self._minutes = MutedLabel()
        self.column.addWidget(self._guide)
        self.column.addWidget(self._minutes)
        self.column.addStretch(1)

    def show_situation(self, situation: Situation) -> None:
        """Show guide and minutes."""
        activity = situation.activity
        if activity is None:
            return
        self._guide.setText(activity.guide)
        self._guide.setVisible(bool(activity.guide))
        self._minutes.setText(self.desk.language.say("Planned: {minutes}", minutes=_minutes(self.desk, situation)))

    def verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """By kind: end the session, sort on the wall, write down decisions."""
        activity = situation.activity
        say = self.desk.language.say
        if activity is None:
            return ()
        if activity.kind is ActivityKind.CLOSE:
            return (Verb("close_session", say("End the session"), primary=True),)
        if activity.kind in _ON_THE_WALL:
            return (
                *_reveal_all(self.desk, situation),
                *_on_screen(self.desk),
                Verb("open_wall", say("Open the wall of ideas")),
            )
        if activity.kind in _DECIDED:
            return (Verb("write_decision", say("Write down a decision")),)
        if activity.kind is ActivityKind.EVALUATION:
            return (Verb("set_up_form", say("Choose an evaluation form"), primary=True),)
        return ()


class LatestIdeas(QWidget):
    """Ideas in lines, the newest on top: as many as there is room for, a few in any case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ideas: tuple[IdeaRecord, ...] = ()
        self._rows: list[QWidget] = []
        self._high = desk.type.px(33)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_ideas(self, ideas: Sequence[IdeaRecord]) -> None:
        """Show these ideas."""
        if tuple(ideas) == self._ideas:
            return
        self._ideas = tuple(ideas)
        clear_layout(self._column)
        self._rows = [self._row(idea) for idea in ideas]
        for row in self._rows:
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Those that are seen in any case."""
        return QSize(self._desk.type.px(240), min(len(self._ideas), _LEAST) * self._high)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def _row(self, idea: IdeaRecord) -> QWidget:
        row = QFrame()
        row.setFixedHeight(self._high)
        stack = QVBoxLayout(row)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        words = QHBoxLayout()
        words.setContentsMargins(2, 0, 2, 0)
        words.setSpacing(12)
        words.addWidget(ElidedLabel(idea.text), 1)
        words.addWidget(MutedLabel(idea_line(self._desk, idea)))
        stack.addLayout(words, 1)
        line = QFrame()
        line.setProperty("look", "line")
        stack.addWidget(line)
        return row

    def _fit(self) -> None:
        fits = max(_LEAST, self.height() // self._high)
        for place, row in enumerate(self._rows):
            row.setVisible(place < fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room shows more."""
        super().resizeEvent(event)
        self._fit()


class IdeasPanel(Panel):
    """How many ideas there are, a field for the next one, and the latest."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self.figure = Figure()
        self.entry = IdeaEntry(desk, say("Write down what is said…"), say("Enter to keep"), look="capture")
        self.entry.given.connect(self.ideaGiven)
        self.entry.pasted.connect(self.listPasted)
        self.latest = LatestIdeas(desk)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.entry)
        self.column.addWidget(self.latest, 1)

    def show_situation(self, situation: Situation) -> None:
        """Show the count and the latest ideas, newest first."""
        language = self.desk.language
        live = [idea for idea in situation.ideas if idea.state is not IdeaState.WITHDRAWN]
        activity = situation.activity
        here = sum(idea.activity_id == activity.id for idea in live) if activity else 0
        self.figure.set(
            language.number(len(live)),
            language.say_many("idea so far", "ideas so far", n=len(live)),
            language.say_many("{n} of them in this activity", "{n} of them in this activity", n=here),
        )
        self.latest.show_ideas(sorted(live, key=lambda idea: (idea.written_at, idea.number), reverse=True)[:_MOST])

    def verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """Let people write at the shared screen, let what waits be seen, or sort what is there."""
        say, activity = self.desk.language.say, situation.activity
        usual = (Verb("idea_booth", say("Show the idea booth")), Verb("open_wall", say("Open the wall of ideas")))
        if not situation.waiting or activity is None:
            return usual
        if activity.kind is ActivityKind.ROUND_ROBIN:
            return (Verb("reveal_next", say("Next idea"), primary=True), *_reveal_all(self.desk, situation), usual[0])
        return (usual[0], *_reveal_all(self.desk, situation))

    def note(self, situation: Situation) -> str:
        """How many ideas wait, and whose comes next."""
        if not situation.waiting:
            return ""
        language, author = self.desk.language, situation.waiting[0].author
        told = language.say_many("{n} idea waits", "{n} ideas wait", n=len(situation.waiting))
        if situation.activity is None or situation.activity.kind is not ActivityKind.ROUND_ROBIN or author is None:
            return told
        return f"{told} · {language.say('next: no. {n}', n=f'{author:02}')}"

    def draft(self) -> dict[str, str]:
        """What is typed and not kept."""
        return self.entry.draft()

    def restore(self, draft: dict[str, str]) -> None:
        """Put back what was typed."""
        self.entry.restore(draft)


class EvaluationPanel(Panel):
    """How many have answered; nobody's answers are seen before the form is closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._title = BodyLabel(wrap=True)
        self.figure = Figure()
        self._bar = SlimBar(desk, desk.language.say("Answers"))
        self._guide = paragraph(role="muted", small=True)
        for widget in (self._title, self.figure, self._bar, self._guide):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_situation(self, situation: Situation) -> None:
        """Show the count."""
        form, language = situation.form, self.desk.language
        if form is None:
            return
        service = f" · {form.service_title}" if form.service_title else ""
        self._title.setText(f"{form.title}{service}")
        self.figure.set(
            language.number(form.answers),
            language.say("of {n} have answered", n=language.number(situation.present)),
            language.say("The answers can be seen on the evaluation page"),
        )
        self._bar.show_part(form.answers, max(situation.present, form.answers))
        self._guide.setText(situation.activity.guide if situation.activity else "")

    def verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """Open, close, open again."""
        form, say = situation.form, self.desk.language.say
        if form is None:
            return ()
        if form.state is FormState.OPEN:
            return (
                Verb("close_form", say("Close the evaluation"), primary=True),
                Verb("booth", say("To the evaluation booth")),
            )
        if form.state is FormState.DRAFT:
            return (Verb("open_form", say("Open the evaluation"), primary=True),)
        return (Verb("see_form", say("See the answers")), Verb("open_form", say("Open again")))


def _reveal_all(desk: Desk, situation: Situation) -> tuple[Verb, ...]:
    """Where ideas wait: let the room see all of them."""
    n = len(situation.waiting)
    if not n:
        return ()
    return (Verb("reveal_all", desk.language.say_many("Show {n} hidden idea", "Show {n} hidden ideas", n=n)),)


def _on_screen(desk: Desk) -> tuple[Verb, ...]:
    """The wall for the room."""
    return (Verb("screen_wall", desk.language.say("Show the wall to the room")),)


def idea_line(desk: Desk, idea: IdeaRecord) -> str:
    """Who and when: no. 12 · 14:20."""
    language = desk.language
    at = language.time(idea.written_at.astimezone())
    return f"{language.say('no. {n}', n=f'{idea.author:02}')} · {at}" if idea.author is not None else at


def _minutes(desk: Desk, situation: Situation) -> str:
    return desk.language.minutes(whole_minutes(situation.activity))
