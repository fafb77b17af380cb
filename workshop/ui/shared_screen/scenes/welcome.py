"""Welcome: what this is, where and when, who hosts it, and the house rules."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.services.projects import projects
from workshop.services.sessions import lab_sessions
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import Words, card, fitting_size
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.states import ScreenState


class WelcomeScene(Scene):
    """What people see when they come in."""

    state = ScreenState.WELCOME

    def __init__(self, ground: Ground, look: Look, session_id: UUID) -> None:
        super().__init__(ground, look)
        self._session_id = session_id

    def work(self) -> Callable[[], tuple[LabSessionRecord, ProjectRecord]]:
        """The session and its project."""
        library, session_id = self.ground.desk.library, self._session_id

        def load() -> tuple[LabSessionRecord, ProjectRecord]:
            session = lab_sessions.session_plan(library, session_id=session_id).session
            return session, projects.get_project(library, project_id=session.project_id)

        return load

    def make_view(self) -> QWidget:
        """The title at the left, the rules at the right."""
        session, project = self.data
        px = self.look.px
        view = QWidget()
        column = self.column(view, top=56, bottom=52)
        row = QHBoxLayout()
        row.setSpacing(px(56))
        row.addLayout(self._left(session, project), 3)
        rules = [line.strip() for line in session.house_rules.splitlines() if line.strip()]
        if rules:
            row.addWidget(self._rules(rules), 2)
        column.addLayout(row, 1)
        host = session.host or project.host
        if host:
            column.addWidget(Words(host, "body", role="muted"))
        return view

    def _left(self, session: LabSessionRecord, project: ProjectRecord) -> QVBoxLayout:
        px = self.look.px
        column = QVBoxLayout()
        column.setSpacing(px(14))
        column.addStretch(2)
        column.addWidget(Words(project.title, "strong", role="accent"))
        title = Words(session.title, "display")
        room = QSize(px((BASE_WIDTH - 128 - 56) * 3 / 5 - 10), px(260))
        title.set_pixels(fitting_size(session.title, room, [px(size) for size in (88, 80, 72, 64, 56, 48, 40, 36)]))
        column.addWidget(title)
        column.addSpacing(px(16))
        for line in self._when_and_where(session):
            words = Words(line, "body")
            words.set_pixels(px(30))
            column.addWidget(words)
        column.addStretch(3)
        return column

    def _when_and_where(self, session: LabSessionRecord) -> list[str]:
        language = self.look.language
        when = [language.date(session.on)] if session.on else []
        if session.starts_at:
            when.append(language.time(session.starts_at))
        return [line for line in ("  ".join(when), session.place) if line]

    def _rules(self, rules: list[str]) -> QWidget:
        look = self.look
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, soft=True, margin=40, spacing=20)
        column.addWidget(Words(look.language.say("What we agree on"), "strong", role="accent"))
        size = look.px(26 if len(rules) <= 5 else 24 if len(rules) <= 6 else 21)
        for place, rule in enumerate(rules[:9], start=1):
            row = QHBoxLayout()
            row.setSpacing(look.px(16))
            number = Words(str(place), "body", role="accent", wrap=False)
            words = Words(rule, "body")
            for label in (number, words):
                label.set_pixels(size)
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
        outer.addStretch(1)
        outer.addWidget(frame)
        outer.addStretch(1)
        return holder
