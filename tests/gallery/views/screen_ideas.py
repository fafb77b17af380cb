"""The idea booth: empty, while somebody writes, when it hangs on the wall."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, activity, begin, session_id, tap, wishing
from tests.gallery.screen_libraries import FEW, SCREEN
from tests.gallery.view import View
from workshop.models.enums import ActivityKind
from workshop.services.ideas import ideas, revealing, themes
from workshop.services.sessions import agenda

_TEXT = "학교 앞 횡단보도에 어린이가 서 있으면 초록불이 더 길게 켜지면 좋겠습니다."


def _empty(hall: Hall) -> QWidget:
    chosen = activity(hall, FEW)
    begin(hall, chosen.id, 2)
    return hall.screen(lambda stage: stage.show_idea_booth(session_id(hall), chosen.id))


def _writing(hall: Hall) -> QWidget:
    window = _empty(hall)
    hall.stage.scene.findChild(QWidget, "idea").insertPlainText(_TEXT)
    hall.settle()
    return window


def _composing(hall: Hall) -> QWidget:
    window = _empty(hall)
    field = hall.stage.scene.findChild(QWidget, "idea")
    field.insertPlainText("횡단보도 신호가 짧")
    QCoreApplication.sendEvent(field, QInputMethodEvent("습", []))
    hall.settle()
    return window


def _nothing_written(hall: Hall) -> QWidget:
    window = _empty(hall)
    tap(hall, "submit")
    return window


def _wrong_code(hall: Hall) -> QWidget:
    window = _writing(hall)
    hall.stage.scene.findChild(QWidget, "author").insert("99999")
    tap(hall, "submit")
    return window


def _sent(hall: Hall) -> QWidget:
    window = _writing(hall)
    tap(hall, "submit")
    return window


def _in_kind(kind: ActivityKind, *, shown: int) -> Show:
    """The ideas of the session as if they had been written in silence, some of them shown since, in another activity."""

    def show(hall: Hall) -> QWidget:
        session = session_id(hall)
        board = ideas.idea_board(hall.library, session_id=session)
        for idea in [idea for idea in board.ideas if board.is_live(idea)][:12]:
            revealing.hide_idea(hall.library, idea_id=idea.id)
        for _ in range(shown):
            revealing.reveal_next(hall.library, session_id=session)
        chosen = activity(hall, FEW)
        agenda.edit_activity(hall.library, activity_id=chosen.id, kind=kind)
        begin(hall, chosen.id, 2)
        return hall.screen(lambda stage: stage.show_activity(session, chosen.id))

    return show


def _wall(*, alone: bool) -> Show:
    def show(hall: Hall) -> QWidget:
        session = session_id(hall)
        revealing.reveal_all(hall.library, session_id=session)
        board = ideas.idea_board(hall.library, session_id=session)
        live = [idea.id for idea in board.ideas if board.is_live(idea)]
        made = [
            themes.add_theme(hall.library, project_id=hall.project_id, title=title).record.id
            for title in ("건너기", "어두운 길", "Cars that are too fast and stand in the way", "함께 걷기", "학교 앞")
        ]
        for place, theme_id in enumerate(made):
            ideas.place_ideas(hall.library, idea_ids=live[place :: len(made) + 1], theme_id=theme_id)
        return hall.screen(lambda stage: stage.show_wall(session, made[0] if alone else None))

    return show


_STATES: dict[str, Show] = {
    "": _empty,
    "-writing": _writing,
    "-composing": _composing,
    "-nothing-written": _nothing_written,
    "-wrong-code": _wrong_code,
    "-sent": _sent,
    "-text-150": wishing(_writing, "text-150"),
    "-text-200": wishing(_wrong_code, "text-200"),
    "-contrast": wishing(_writing, "contrast"),
}


def _bare_wall(hall: Hall) -> QWidget:
    session = session_id(hall)
    for idea in ideas.idea_board(hall.library, session_id=session).ideas:
        revealing.hide_idea(hall.library, idea_id=idea.id)
    return hall.screen(lambda stage: stage.show_wall(session))


VIEWS = (
    View("screen/wall-empty", SCREEN, _bare_wall),
    *(View(f"screen/idea-booth{name}", SCREEN, show) for name, show in _STATES.items()),
    View("screen/activity-silent", SCREEN, _in_kind(ActivityKind.SILENT_WRITING, shown=0)),
    View("screen/activity-round", SCREEN, _in_kind(ActivityKind.ROUND_ROBIN, shown=4)),
    View("screen/activity-round-begins", SCREEN, _in_kind(ActivityKind.ROUND_ROBIN, shown=0)),
    View("screen/wall", SCREEN, _wall(alone=False)),
    View("screen/wall-theme", SCREEN, _wall(alone=True)),
)
