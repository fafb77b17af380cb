"""The rehearsal: asked for on the page that prepares a session, seen on the page of the running one, removed at the end."""

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import PREPARED
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.services.rehearsal import rehearsal

_LONG = 1  # a session with a running order


def _ask(hall: Hall) -> QWidget:
    hall.go("prepare", hall.place(_LONG))
    hall.click(hall.page.view.rehearse_button)
    return hall.sheet()


def _stopped(hall: Hall) -> QWidget:
    """Some acts into a rehearsal, which was stopped so that the picture is always the same."""
    library, language = hall.library, hall.window.desk.language
    session_id = hall.place(_LONG).session_id
    session = rehearsal.practice_session(library, session_id=session_id, language=language)
    acts = rehearsal.play_session(library, session=session, participants=6)
    for _ in range(6):
        next(acts)
    acts.close()
    hall.go("run", hall.place(_LONG).with_(project_id=session.project_id, session_id=session.id))
    return hall.window


def _remove(hall: Hall) -> QWidget:
    _stopped(hall)
    hall.click(hall.page.practice.remove_button)
    return hall.sheet()


VIEWS = (
    View("rehearsal/ask", PREPARED, _ask),
    View("rehearsal/practice", PREPARED, _stopped),
    View("rehearsal/remove", PREPARED, _remove),
)
