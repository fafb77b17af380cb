"""What several states of the shared screen need before they can be drawn: finding things in the library, tapping by name."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.screen_libraries import FEW, MANY, NOBODY
from workshop.models.records.sessions import ActivityRecord
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls

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


def tap(hall: Hall, *names: str) -> None:
    """Tap controls of the booth by name, one after the other."""
    for name in names:
        control = hall.stage.scene.findChild(QWidget, name)
        assert control is not None, name
        hall.click(control)


def wishing(show: Show, *wishes: str) -> Show:
    """The same state after a participant has tapped wishes at the top: `text-200`, `contrast`, `language-en`."""

    def wished(hall: Hall) -> QWidget:
        window = show(hall)
        tap(hall, *wishes)
        return window

    return wished
