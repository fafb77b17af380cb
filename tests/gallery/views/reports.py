"""The page of reports: none, the first being built, built, stopped, the whole page, in the other language."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.ui.page import Place

_PATIENCE = 300  # milliseconds after which the page says that something is being built


def _none_open(hall: Hall) -> QWidget:
    return hall.go("reports", Place())


def _reports(hall: Hall) -> QWidget:
    hall.go("reports", hall.place(0))
    assert hall.page.paper is not None
    return hall.window


def _of_project(hall: Hall) -> QWidget:
    _reports(hall)
    hall.page.choose(None)
    hall.settle()
    return hall.window


def _building(hall: Hall) -> QWidget:
    hall.hold_builds()
    hall.go("reports", hall.place(0))
    QTest.qWait(_PATIENCE)
    hall.page._show_progress(0.4)
    return hall.window


def _stopped(hall: Hall) -> QWidget:
    _building(hall)
    return hall.push("Cancel")


def _whole_page(hall: Hall) -> QWidget:
    _reports(hall)
    return hall.push("Whole page")


def _saved(hall: Hall) -> QWidget:
    _reports(hall)
    hall.page.save(hall.folder / "report.pdf", hall.page.paper.content)
    hall.settle()
    return hall.window


VIEWS = (
    View("reports/none-open", "empty", _none_open),
    View("reports/project", BARE, _of_project),
    View("reports/planned", PREPARED, _reports),
    View("reports/running", WORKSHOP, _reports),
    View("reports/ended", "sample", _reports),
    View("reports/building", WORKSHOP, _building),
    View("reports/stopped", WORKSHOP, _stopped),
    View("reports/whole-page", WORKSHOP, _whole_page),
    View("reports/saved", WORKSHOP, _saved),
)
