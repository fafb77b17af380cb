"""The shared screen while nobody is at it."""

from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.view import View


def _welcome(hall: Hall) -> QWidget:
    session_id = hall.sessions()[-1].session.id
    return hall.screen(lambda stage: stage.show_welcome(session_id))


VIEWS = (View("screen/welcome", "sample", _welcome),)
