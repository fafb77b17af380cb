"""The page of the people: nobody, few, many, somebody looked at, nobody found, its forms and its question."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FULL, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import Sector
from workshop.services.field import shifts
from workshop.services.people import participants
from workshop.services.projects import city_services
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]


def _people(hall: Hall) -> QWidget:
    return hall.go("participants")


def _none_open(hall: Hall) -> QWidget:
    return hall.go("participants", Place())


def _person(place: int) -> Show:
    def show(hall: Hall) -> QWidget:
        _people(hall)
        hall.page.table.selectRow(place)
        hall.settle()
        assert hall.page.panel.isVisible()
        return hall.window

    return show


def _end_of_person(hall: Hall) -> QWidget:
    _person(3)(hall)
    return hall.scroll_down(hall.page.side)


def _going_on(hall: Hall) -> QWidget:
    _people(hall)
    hall.scroll_down()  # where the side lies below the table
    return hall.scroll_down(hall.page.side)


def _many_going_on(hall: Hall) -> QWidget:
    """Nine became operators of services with long names."""
    services = city_services.list_services(hall.library, project_id=hall.project_id)
    people = participants.list_people(hall.library, project_id=hall.project_id)
    for place, person in enumerate(people[:9]):
        shifts.add_shift(hall.library, service_id=services[place % len(services)].id, operator=person.participant.id)
    return _going_on(hall)


def _operator(hall: Hall) -> QWidget:
    """Somebody of the sample who runs a service now."""
    _person(21)(hall)
    assert hall.page.panel.move.isVisible()
    return hall.window


def _found(words: str) -> Show:
    def show(hall: Hall) -> QWidget:
        _people(hall)
        hall.page.search.setFocus()
        hall.write(words)
        hall.page.search.searched.emit(words)
        hall.settle()
        return hall.window

    return show


def _sector(hall: Hall) -> QWidget:
    _people(hall)
    hall.page.sector_choice.set_chosen(Sector.EXPERT)
    hall.page.sector_choice.chosen.emit(Sector.EXPERT)
    hall.settle()
    return hall.window


def _new_code(hall: Hall) -> QWidget:
    _person(2)(hall)
    return hall.click_button(hall.page.panel.code_button)


def _erase(hall: Hall) -> QWidget:
    _person(2)(hall)
    hall.click_button(hall.page.panel.erase_button)
    return hall.sheet()


def _erased(hall: Hall) -> QWidget:
    hall.push("Destroy", _erase(hall))
    return hall.window


def _add(words: str) -> Show:
    def show(hall: Hall) -> QWidget:
        _people(hall)
        hall.push(words)
        return hall.sheet()

    return show


def _added(hall: Hall) -> QWidget:
    hall.push("Add", _add("Add several")(hall))
    return hall.window


VIEWS = (
    View("participants/none-open", "empty", _none_open),
    View("participants/nobody", BARE, _people),
    View("participants/untold", PREPARED, _people),
    View("participants/sample", "sample", _people),
    View("participants/running", WORKSHOP, _people),
    View("participants/full", FULL, _people),
    View("participants/person", WORKSHOP, _person(1)),
    View("participants/person-end", WORKSHOP, _end_of_person),
    View("participants/going-on", "sample", _going_on),
    View("participants/many-going-on", FULL, _many_going_on),
    View("participants/operator", "sample", _operator),
    View("participants/found", WORKSHOP, _found("솔밭")),
    View("participants/nobody-found", WORKSHOP, _found("xyz")),
    View("participants/sector", WORKSHOP, _sector),
    View("participants/new-code", WORKSHOP, _new_code),
    View("participants/erase", WORKSHOP, _erase),
    View("participants/erased", WORKSHOP, _erased),
    View("participants/add", WORKSHOP, _add("Add a participant")),
    View("participants/add-several", BARE, _add("Add several")),
    View("participants/added", PREPARED, _added),
)
