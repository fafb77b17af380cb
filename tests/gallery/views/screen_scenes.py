"""The shared screen while nobody is at it: welcome, activities, results, break, thanks, and what hides them."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_acts import Show, activity, begin, poll_id, session_id
from tests.gallery.screen_libraries import DRAFT, FEW, LONG, MANY, NOBODY, NOTHING, PLAIN, SCREEN, TIED
from tests.gallery.view import View
from workshop.models.enums import ActivityKind
from workshop.services.sessions import agenda, lab_sessions
from workshop.ui.motion import GROWTH
from workshop.ui.shared_screen.stage import Stage


def _activity(wanted: str, minutes_ago: float | None) -> Show:
    def show(hall: Hall) -> QWidget:
        chosen = activity(hall, wanted)
        if minutes_ago is not None:
            begin(hall, chosen.id, minutes_ago)
        return hall.screen(lambda stage: stage.show_activity(session_id(hall), chosen.id))

    return show


def _long_question(hall: Hall) -> QWidget:
    chosen = activity(hall, MANY)
    question = "통학로에서 가장 먼저 고쳐야 할 곳은 어디이고, 그곳이 어떻게 바뀌면 누구나 마음 놓고 다닐 수 있을까요?"
    agenda.edit_activity(hall.library, activity_id=chosen.id, question=question)
    begin(hall, chosen.id, 3)
    return hall.screen(lambda stage: stage.show_activity(session_id(hall), chosen.id))


def _talk(hall: Hall) -> QWidget:
    """Nothing is written down in it."""
    plan = lab_sessions.session_plan(hall.library, session_id=session_id(hall))
    chosen = next(part for part in plan.activities if part.kind is ActivityKind.WELCOME)
    begin(hall, chosen.id, 2)
    return hall.screen(lambda stage: stage.show_activity(session_id(hall), chosen.id))


def _break(minutes_ago: float | None) -> Show:
    def show(hall: Hall) -> QWidget:
        plan = lab_sessions.session_plan(hall.library, session_id=session_id(hall))
        pause = next(part for part in plan.activities if part.kind is ActivityKind.BREAK)
        if minutes_ago is not None:
            begin(hall, pause.id, minutes_ago)
        return hall.screen(lambda stage: stage.show_break(session_id(hall)))

    return show


def _result(title: str) -> Show:
    def show(hall: Hall) -> QWidget:
        window = hall.screen(lambda stage: stage.show_result(poll_id(hall, title)))
        QTest.qWait(GROWTH + 50)
        return window

    return show


def _last_page(hall: Hall) -> QWidget:
    window = _result(LONG)(hall)
    while (button := hall.stage.scene.findChild(QWidget, "page-next")) is not None and button.isEnabled():
        hall.click(button)
    return window


def _plain(act: Callable[[Hall, Stage], object]) -> Show:
    return lambda hall: hall.screen(lambda stage: act(hall, stage))


VIEWS = (
    View("screen/welcome", SCREEN, _plain(lambda hall, stage: stage.show_welcome(session_id(hall)))),
    View("screen/activity-talk", SCREEN, _talk),
    View("screen/activity-not-begun", SCREEN, _activity(NOBODY, None)),
    View("screen/activity-no-idea", SCREEN, _activity(NOBODY, 1)),
    View("screen/activity-few-ideas", SCREEN, _activity(FEW, 4)),
    View("screen/activity-many-ideas", SCREEN, _activity(MANY, 6)),
    View("screen/activity-nearly-over", SCREEN, _activity(MANY, 9.3)),
    View("screen/activity-overtime", SCREEN, _activity(MANY, 12.5)),
    View("screen/activity-long-question", SCREEN, _long_question),
    View("screen/result", SCREEN, _result(PLAIN)),
    View("screen/result-tied", SCREEN, _result(TIED)),
    View("screen/result-many", SCREEN, _result(LONG)),
    View("screen/result-last-page", SCREEN, _last_page),
    View("screen/result-nothing", SCREEN, _result(NOTHING)),
    View("screen/result-not-yet", SCREEN, _result(DRAFT)),
    View("screen/break", SCREEN, _break(4)),
    View("screen/break-over", SCREEN, _break(30)),
    View("screen/break-without", SCREEN, _break(None)),
    View("screen/thanks", SCREEN, _plain(lambda hall, stage: stage.show_thanks(session_id(hall)))),
    View("screen/cover", SCREEN, _plain(lambda _hall, stage: stage.cover())),
    View("screen/waiting", SCREEN, _plain(lambda _hall, _stage: None)),
)
