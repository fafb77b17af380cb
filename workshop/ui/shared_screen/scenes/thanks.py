"""Thanks: what happens with the results, and when we meet again."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.models.enums import SessionState
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.sessions import lab_sessions
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, card
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.states import ScreenState


class ThanksScene(Scene):
    """What people see when they leave."""

    state = ScreenState.THANKS

    def __init__(self, ground: Ground, look: Look, session_id: UUID) -> None:
        super().__init__(ground, look)
        self._session_id = session_id

    def work(self) -> Callable[[], tuple[LabSessionRecord, LabSessionRecord | None]]:
        """The session and the next one of the project, where it is prepared."""
        library, session_id = self.ground.desk.library, self._session_id

        def load() -> tuple[LabSessionRecord, LabSessionRecord | None]:
            session = lab_sessions.session_plan(library, session_id=session_id).session
            lines = lab_sessions.list_sessions(library, project_id=session.project_id)
            coming = [line.session for line in lines if _is_after(line.session, session)]
            return session, min(coming, key=lambda other: other.on, default=None)  # pyright: ignore[reportArgumentType]

        return load

    def make_view(self) -> QWidget:
        """Thanks, and two cards."""
        _session, coming = self.data
        px, say = self.look.px, self.look.language.say
        view = QWidget()
        column = self.column(view)
        column.addStretch(2)
        column.addWidget(Words(say("Thank you for being here."), "display"))
        column.addSpacing(px(28))
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self._card(say("What happens with the results"), [
            say("Ideas, votes and decisions go into the session report."),
            say("What is not done is told with its reason."),
            say("No report says who voted for what."),
        ]), 3)  # fmt: skip
        if coming is not None:
            row.addWidget(self._card(say("We meet again"), self._when(coming)), 2)
        column.addLayout(row)
        column.addStretch(3)
        return view

    def _card(self, title: str, lines: list[str]) -> QWidget:
        frame, column = card(self.look, soft=True, margin=38, spacing=14)
        column.addWidget(Words(title, "strong", role="accent"))
        for line in lines:
            words = Words(line, "body")
            words.set_pixels(self.look.px(27))
            column.addWidget(words)
        column.addStretch(1)
        return frame

    def _when(self, session: LabSessionRecord) -> list[str]:
        language = self.look.language
        day = language.date(session.on) if session.on else ""
        at = language.time(session.starts_at) if session.starts_at else ""
        return [line for line in (session.title, f"{day}  {at}".strip(), session.place) if line]


def _is_after(other: LabSessionRecord, session: LabSessionRecord) -> bool:
    later = other.on is not None and (session.on is None or other.on >= session.on)
    return later and other.id != session.id and other.state is SessionState.DRAFT
