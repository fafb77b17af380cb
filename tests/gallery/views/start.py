"""The first page: nothing yet, the sample, the form of a new project."""

from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.view import View


def _first_start(hall: Hall) -> QWidget:
    return hall.go("start")


def _projects(hall: Hall) -> QWidget:
    return hall.go("start")


def _new_project(hall: Hall) -> QWidget:
    hall.go("start")
    hall.page.ask_project()
    hall.settle()
    return hall.sheet()


VIEWS = (
    View("start/first-start", "empty", _first_start),
    View("start/projects", "sample", _projects),
    View("start/new-project", "sample", _new_project),
)
