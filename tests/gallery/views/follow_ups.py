"""The page of follow-ups: none, some, many that are late, each filter, a row's menu, its forms."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FULL
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.services.projects import follow_ups
from workshop.ui.page import Place
from workshop.ui.pages.follow_ups.row import FollowUpRow
from workshop.ui.pages.follow_ups.sorting import Show as Wanted

Show = Callable[[Hall], QWidget]


def _list(hall: Hall) -> QWidget:
    return hall.go("follow-ups")


def _none_open(hall: Hall) -> QWidget:
    return hall.go("follow-ups", Place())


def _wanted(wanted: Wanted) -> Show:
    def show(hall: Hall) -> QWidget:
        _list(hall)
        return hall.click_button(hall.page.parts.show_choice.pill(wanted))

    return show


def _nothing_found(hall: Hall) -> QWidget:
    _list(hall)
    hall.page.parts.search.setFocus()
    hall.write("xyz")
    hall.page.parts.search.searched.emit("xyz")
    hall.settle()
    return hall.window


def _sought(hall: Hall) -> QWidget:
    """As somebody who comes from the project page."""
    found = follow_ups.list_follow_ups(hall.library, project_id=hall.project_id)[-1]
    return hall.go("follow-ups", hall.place(item_id=found.id))


def _row(hall: Hall) -> FollowUpRow:
    _list(hall)
    return hall.page.findChildren(FollowUpRow)[0]


def _menu(hall: Hall) -> QWidget:
    hall.click_button(_row(hall).more_button)
    return hall.menu()


def _done(hall: Hall) -> QWidget:
    return hall.click_button(_row(hall).done_button)


def _edit(hall: Hall) -> QWidget:
    _row(hall).editRequested.emit()
    hall.settle()
    return hall.sheet()


def _new(hall: Hall) -> QWidget:
    _list(hall)
    hall.push("New follow-up")
    return hall.sheet()


def _nothing_written(hall: Hall) -> QWidget:
    hall.push("Add", _new(hall))
    return hall.sheet()


VIEWS = (
    View("follow-ups/none-open", "empty", _none_open),
    View("follow-ups/empty", BARE, _list),
    View("follow-ups/sample", "sample", _list),
    View("follow-ups/full", FULL, _list),
    *(View(f"follow-ups/{wanted.name.lower()}", FULL, _wanted(wanted)) for wanted in Wanted),
    View("follow-ups/nothing-found", FULL, _nothing_found),
    View("follow-ups/sought", "sample", _sought),
    View("follow-ups/menu", FULL, _menu),
    View("follow-ups/done", FULL, _done),
    View("follow-ups/edit", FULL, _edit),
    View("follow-ups/new", BARE, _new),
    View("follow-ups/nothing-written", BARE, _nothing_written),
)
