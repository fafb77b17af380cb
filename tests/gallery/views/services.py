"""The page of services and pilots: nothing yet, a service in its three parts, the whole project, and what is asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import PREPARED
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.ui.page import Place
from workshop.ui.pages.services.situation import OBSERVATIONS, OVERVIEW, PILOTS

Show = Callable[[Hall], QWidget]


def _part(service: int, part: str) -> Show:
    """A service of the sample in one of its parts; the last tile is the whole project."""

    def show(hall: Hall) -> QWidget:
        shown = hall.go("services", Place(hall.project_id))
        hall.click_button(hall.page.view.list.tiles[service])
        hall.click_button(hall.page.view.choice.button(part))
        return shown

    return show


def _asked(service: int, part: str, verb: str) -> Show:
    """What a button of a part asks for."""

    def show(hall: Hall) -> QWidget:
        _part(service, part)(hall)
        shown = getattr(hall.page.view, part)
        hall.click_button(next(button for (name, _key), button in shown.buttons.items() if name == verb))
        return hall.sheet()

    return show


def _shift(hall: Hall) -> QWidget:
    _part(2, OBSERVATIONS)(hall)
    hall.click_button(hall.page.view.observations.begin_button)
    return hall.sheet()


def _observation(hall: Hall) -> QWidget:
    _part(2, OBSERVATIONS)(hall)
    table = hall.page.view.observations.table
    table.rowActivated.emit(table.model().rows[0].key)
    hall.settle()
    return hall.sheet()


def _issue_of(hall: Hall) -> QWidget:
    _part(2, OBSERVATIONS)(hall)
    table = hall.page.view.observations.table
    table.choose(table.model().rows[0].key)
    hall.press_on(table, Qt.Key.Key_L)
    return hall.sheet()


def _empty(hall: Hall) -> QWidget:
    return hall.go("services", hall.place(0))


def _none_open(hall: Hall) -> QWidget:
    return hall.go("services", Place())


VIEWS = (
    View("services/none-open", "empty", _none_open),
    View("services/empty", PREPARED, _empty),
    View("services/overview", "sample", _part(0, OVERVIEW)),
    View("services/pilots", "sample", _part(0, PILOTS)),
    View("services/pilot-running", "sample", _part(2, PILOTS)),
    View("services/observations", "sample", _part(2, OBSERVATIONS)),
    View("services/project", "sample", _part(3, OVERVIEW)),
    View("services/edit-service", "sample", _asked(0, OVERVIEW, "edit-service")),
    View("services/reading", "sample", _asked(0, OVERVIEW, "note-reading")),
    View("services/readings", "sample", _asked(0, OVERVIEW, "readings")),
    View("services/new-pilot", "sample", _asked(2, PILOTS, "new-pilot")),
    View("services/decide", "sample", _asked(2, PILOTS, "decide")),
    View("services/measure", "sample", _asked(2, PILOTS, "new-measure")),
    View("services/shift", "sample", _shift),
    View("services/observation", "sample", _observation),
    View("services/issue-of", "sample", _issue_of),
)
