"""The idea booth: one field; what is written hangs on the wall."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop.language import Message, mark
from workshop.models.enums import ActivityKind, Channel
from workshop.models.records.changes import Changed
from workshop.models.records.ideas import IdeaRecord
from workshop.models.records.sessions import ActivityRecord, SessionPlan
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.sessions import lab_sessions
from workshop.ui.shared_screen.booth import Booth
from workshop.ui.shared_screen.code_step import LONGEST
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import Words, headline
from workshop.ui.shared_screen.scene import Ground, log
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.step import Step
from workshop.ui.shared_screen.steps import NoteStep, go_on
from workshop.ui.widgets.text_field import LineField, NoteField

_EMPTY = mark("Please write the idea first.")
_FAILED = mark("Something went wrong. Please try again, or ask the facilitator.")


class IdeaBooth(Booth):
    """One idea after the other."""

    state = ScreenState.IDEA_BOOTH

    def __init__(self, ground: Ground, look: Look, session_id: UUID, activity_id: UUID) -> None:
        super().__init__(ground, look)
        self._session_id, self._activity_id = session_id, activity_id
        self._visit = 0
        self._waits = False
        self._problem: Message | str = ""
        self.text = ""
        self.code = ""
        self.idea: IdeaRecord | None = None

    def work(self) -> Callable[[], tuple[ActivityRecord | None]]:
        """The activity with its question."""
        library, session_id, activity_id = self.ground.desk.library, self._session_id, self._activity_id

        def load() -> tuple[ActivityRecord | None]:
            plan: SessionPlan = lab_sessions.session_plan(library, session_id=session_id)
            return (next((part for part in plan.activities if part.id == activity_id), None),)

        return load

    def take(self, data: tuple[ActivityRecord | None]) -> None:
        """The question may change; what is being written stays."""
        question = _question(self.data[0]) if self.data else None
        self.data = data
        if question != _question(data[0]) and not self.is_occupied:
            self.refresh()

    @property
    def is_occupied(self) -> bool:
        """Whether somebody has written something."""
        return bool(self.text or self.code or self.idea)

    @property
    def is_private(self) -> bool:
        """Until it hangs on the wall."""
        return bool(self.text or self.code)

    @property
    def is_waiting(self) -> bool:
        """Whether the idea is on its way."""
        return self._waits

    @property
    def ends_itself(self) -> bool:
        """The thanks clear themselves."""
        return self.idea is not None

    def forget(self) -> None:
        """Throw away what was written."""
        self._visit += 1
        self._waits = False
        self._problem, self.text, self.code, self.idea = "", "", "", None

    def make_step(self) -> Step:
        """The field, or the thanks."""
        say = self.look.language.say
        if self.idea is not None:
            hidden = say("Your idea is kept and shown later. Thank you.")
            return NoteStep(
                self.look, "lightbulb", hidden if self.idea.hidden else say("Your idea is on the wall. Thank you."),
                say("It is number {n}.", n=self.idea.number),
            )  # fmt: skip
        return WriteStep(self, self.look.language.tell(self._problem))

    def submit(self) -> None:
        """Put the idea on the wall, once."""
        if self._waits:
            return
        if not self.text.strip():
            self._problem = _EMPTY
            self.go()
            return
        self._waits = True
        if isinstance(self.step, WriteStep):
            self.step.set_waiting(True)
        visit = self._visit
        self.ground.desk.tasks.run(
            _writing(self.ground.desk.library, self._session_id, self._activity_id, self.text, self.code),
            lambda changed: self._written(visit, changed),
            lambda error: self._not_written(visit, error),
            owner=self,
        )

    def _written(self, visit: int, changed: Changed[IdeaRecord]) -> None:
        if visit == self._visit:
            self._waits = False
            self.text, self.code, self._problem = "", "", ""
            self.idea = changed.record
            self.go()

    def _not_written(self, visit: int, error: Exception) -> None:
        if visit != self._visit:
            return
        self._waits = False
        if not hasattr(error, "message"):
            log.error("an idea was not written down", exc_info=error)
        self._problem = getattr(error, "message", _FAILED)
        self.go()


class WriteStep(Step):
    """The question, one large field, and the code for those who want to be known."""

    def __init__(self, booth: IdeaBooth, problem: str) -> None:
        look, say = booth.look, booth.look.language.say
        question = _question(booth.data[0]) or say("What is your idea?")
        super().__init__(look, question)
        self._booth = booth
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(headline(look, question, QSize(look.px(BASE_WIDTH - 112), look.px(130))))
        column.addSpacing(look.px(4))
        self.field = NoteField(booth.text, name=say("Your idea"), placeholder=say("Write your idea here"), lines=4)
        self.field.setObjectName("idea")
        self.field.setProperty("look", "stage-large")
        self.field.edited.connect(self._edited)
        self.field.submitted.connect(lambda _text: booth.submit())
        column.addWidget(self.field, 1)
        self.problem = Words(problem, "strong", role="danger")
        column.addWidget(self.problem)
        self.problem.setVisible(bool(problem))
        self.code = LineField(
            booth.code, name=say("Code on the name tag"), placeholder=say("e.g. {code}", code="17-482")
        )
        self.code.setObjectName("author")
        self.code.setMaxLength(LONGEST + 2)
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.code.setFixedWidth(look.px(60) + 7 * look.size("body"))
        self.code.edited.connect(self._code_edited)
        self.code.submitted.connect(lambda _text: booth.submit())
        silent = booth.data[0] is not None and booth.data[0].kind is ActivityKind.SILENT_WRITING
        self.button = go_on(say("Keep it") if silent else say("Put it on the wall"), "submit", self._submit)
        column.addLayout(self._foot(look, say("Your code, only if you want to be known as the author")))

    def keys(self) -> Sequence[tuple[str, str]]:
        """Enter belongs to the text, so it takes one more key to hand it in."""
        say = self.look.language.say
        return [("Ctrl+Enter", self.button.text()), ("Tab", say("Next field"))]

    def _foot(self, look: Look, why: str) -> QHBoxLayout:
        """The code below what it is for at the left, the button at the right."""
        words = Words(why, "small")
        words.set_pixels(min(look.size("small"), look.px(28)))
        code = QVBoxLayout()
        code.setSpacing(look.px(4))
        code.addWidget(words)
        code.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(look.px(24))
        row.addLayout(code, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def set_waiting(self, waits: bool) -> None:
        """Nothing can be changed while the idea is on its way."""
        self.setEnabled(not waits)

    def focus_first(self, *, by_key: bool = True) -> None:
        """The field has the keyboard, its cursor at the end."""
        del by_key
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def _submit(self) -> None:
        self.commit()
        self._booth.submit()

    def _edited(self, text: str) -> None:
        self._booth.text = text

    def _code_edited(self, text: str) -> None:
        self._booth.code = text


def _writing(
    library: Library, session_id: UUID, activity_id: UUID, text: str, code: str
) -> Callable[[], Changed[IdeaRecord]]:
    """Find the author of a code, then write the idea down."""

    def write() -> Changed[IdeaRecord]:
        author = None
        if code.strip():
            project_id = lab_sessions.session_plan(library, session_id=session_id).session.project_id
            author = participants.find_by_code(library, project_id=project_id, code=code).id
        return ideas.add_idea(
            library, session_id=session_id, text=text, author=author, activity_id=activity_id, channel=Channel.SCREEN
        )

    return write


def _question(activity: ActivityRecord | None) -> str | None:
    return (activity.question or activity.title) if activity is not None else ""
