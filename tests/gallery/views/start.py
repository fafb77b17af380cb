"""The first page: nothing yet, the sample, many projects, its form, its question, its menu."""

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import MANY, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.ui.page import Place
from workshop.ui.pages.start.cards import ProjectTile


def _start(hall: Hall) -> QWidget:
    return hall.go("start", Place())


def _end_of_page(hall: Hall) -> QWidget:
    _start(hall)
    return hall.scroll_down()


def _sample_being_made(hall: Hall) -> QWidget:
    _start(hall)
    hall.hold_builds()
    hall.push("Open the sample")
    hall.page._show_share(0.4)
    return hall.window


def _tile(hall: Hall) -> ProjectTile:
    _start(hall)
    return hall.page.findChildren(ProjectTile)[0]


def _menu(hall: Hall) -> QWidget:
    hall.click(_tile(hall).more_button)
    return hall.menu()


def _new_project(hall: Hall) -> QWidget:
    _start(hall)
    hall.push("New project")
    return hall.sheet()


def _nothing_written(hall: Hall) -> QWidget:
    sheet = _new_project(hall)
    hall.push("Make the project", sheet)
    return hall.sheet()


def _edit_project(hall: Hall) -> QWidget:
    _tile(hall).editRequested.emit()
    hall.settle()
    return hall.sheet()


def _delete(hall: Hall) -> QWidget:
    _tile(hall).removeRequested.emit()
    hall.settle()
    return hall.sheet()


VIEWS = (
    View("start/first-start", "empty", _start),
    View("start/sample-being-made", "empty", _sample_being_made),
    View("start/sample-broken-off", "interrupted", _start),
    View("start/projects", "sample", _start),
    View("start/running", WORKSHOP, _start),
    View("start/many", MANY, _start),
    View("start/many-end", MANY, _end_of_page),
    View("start/menu", "sample", _menu),
    View("start/new-project", "sample", _new_project),
    View("start/new-project-nothing-written", "sample", _nothing_written),
    View("start/edit-project", MANY, _edit_project),
    View("start/delete", MANY, _delete),
)
