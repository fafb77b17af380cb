"""The shared screen while nobody is at it: welcome, activities, results, break, thanks, and what hides them."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_libraries import DRAFT, FEW, LONG, MANY, NOBODY, NOTHING, PLAIN, SCREEN, TIED
from tests.gallery.view import View
from workshop.models.enums import ActivityKind
from workshop.models.records.sessions import ActivityRecord
from workshop.services import agenda, lab_sessions, polls, running
from workshop.ui.shared_screen.stage import Stage
from workshop.ui.widgets.bar_chart import GROWTH

Show = Callable[[Hall], QWidget]
_PLACES = {NOBODY: -3, FEW: -2, MANY: -1}


def session_id(hall: Hall) -> UUID:
    """The session that is running."""
    return next(line.session.id for line in hall.sessions() if line.session.opened_at is not None)


def activity(hall: Hall, wanted: str) -> ActivityRecord:
    """The activity with no idea, a few or many."""
    return lab_sessions.session_plan(hall.library, session_id=session_id(hall)).activities[_PLACES[wanted]]


def poll_id(hall: Hall, title: str) -> UUID:
    """A vote by its title."""
    return next(poll.id for poll in polls.list_polls(hall.library, project_id=hall.project_id) if poll.title == title)


def begin(hall: Hall, activity_id: UUID, minutes_ago: float) -> None:
    """Let an activity have begun some minutes ago."""
    moment = hall.library.now() - timedelta(minutes=minutes_ago)
    running.begin_activity(hall.library.at(lambda: moment), activity_id=activity_id)
    hall.settle()


def _activity(wanted: str, minutes_ago: float | None) -> Show:
    def show(hall: Hall) -> QWidget:
        chosen = activity(hall, wanted)
        if minutes_ago is not None:
            begin(hall, chosen.id, minutes_ago)
        return hall.screen(lambda stage: stage.show_activity(session_id(hall), chosen.id))

    return show


def _long_question(hall: Hall) -> QWidget:
    chosen = activity(hall, MANY)
    question = "통학로에서 가장 먼저 고쳐야 할 곳은 어디이고, 그곳에서 무엇이 어떻게 바뀌면 아이들과 어르신이 마음 놓고 다닐 수 있을까요?"
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
