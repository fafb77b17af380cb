"""The page that prepares a session: the choice of a template, the running order, each kind of activity, its forms."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import ActivityKind
from workshop.ui.page import Place

EMPTY, LONG, FIELD = 0, 1, 2  # the sessions of the library


def _none_open(hall: Hall) -> QWidget:
    return hall.go("prepare", Place())


def _session(place: int) -> Callable[[Hall], QWidget]:
    return lambda hall: hall.go("prepare", hall.place(place))


def _template_chosen(hall: Hall) -> QWidget:
    _session(-1)(hall)
    hall.click_button(hall.page.chooser.cards["problem-finding"])
    return hall.window


def _without_template(hall: Hall) -> QWidget:
    _session(-1)(hall)
    return hall.push("Begin with an empty running order")


def _title_missing(hall: Hall) -> QWidget:
    _without_template(hall)
    return hall.push("Make the session")


def _another(hall: Hall) -> QWidget:
    _session(-1)(hall)
    return hall.push("New session")


def _end_of_page(hall: Hall) -> QWidget:
    _session(LONG)(hall)
    return hall.scroll_down()


def _kinds(hall: Hall) -> QWidget:
    _session(EMPTY)(hall)
    hall.push("Add an activity")
    return hall.menu()


def _removed(hall: Hall) -> QWidget:
    """With what can be taken back."""
    _session(LONG)(hall)
    agenda = hall.page.view.agenda
    agenda.setFocus()
    agenda.choose(hall.page.situation.plan.activities[0].id)
    hall.press_on(agenda, Qt.Key.Key_Delete)
    return hall.window


def _activity(kind: ActivityKind, session: int = LONG) -> Callable[[Hall], QWidget]:
    """The first activity of a kind, looked at."""

    def show(hall: Hall) -> QWidget:
        _session(session)(hall)
        found = next(part for part in hall.page.situation.plan.activities if part.kind is kind)
        hall.page.view.agenda.choose(found.id)
        hall.page.choose_activity(found.id)
        hall.settle()
        return hall.window

    return show


def _vote(hall: Hall) -> QWidget:
    _activity(ActivityKind.VOTE)(hall)
    hall.page.view.activity.pollRequested.emit()
    hall.settle()
    return hall.sheet()


def _new_vote(hall: Hall) -> QWidget:
    _session(LONG)(hall)
    votes = [part for part in hall.page.situation.plan.activities if part.kind is ActivityKind.VOTE]
    assert votes[-1].poll_id is None
    hall.page.choose_activity(votes[-1].id)
    hall.page.view.activity.pollRequested.emit()
    hall.settle()
    return hall.sheet()


def _form(hall: Hall) -> QWidget:
    _activity(ActivityKind.EVALUATION, FIELD)(hall)
    hall.page.view.activity.formRequested.emit()
    hall.settle()
    return hall.sheet()


VIEWS = (
    View("prepare/none-open", "empty", _none_open),
    View("prepare/templates", BARE, _session(-1)),
    View("prepare/template-chosen", BARE, _template_chosen),
    View("prepare/without-template", BARE, _without_template),
    View("prepare/title-missing", BARE, _title_missing),
    View("prepare/another-session", PREPARED, _another),
    View("prepare/nothing-in-it", PREPARED, _session(EMPTY)),
    View("prepare/ready", "sample", _session(-1)),
    View("prepare/too-long", PREPARED, _session(LONG)),
    View("prepare/end-of-page", PREPARED, _end_of_page),
    View("prepare/running", WORKSHOP, _session(0)),
    View("prepare/ended", "sample", _session(0)),
    View("prepare/kinds-of-activities", PREPARED, _kinds),
    View("prepare/removed", PREPARED, _removed),
    *(View(f"prepare/activity-{kind.value.replace('_', '-')}", PREPARED, _activity(kind)) for kind in ActivityKind),
    View("prepare/activity-with-form", PREPARED, _activity(ActivityKind.EVALUATION, FIELD)),
    View("prepare/vote", PREPARED, _vote),
    View("prepare/new-vote", PREPARED, _new_vote),
    View("prepare/form", PREPARED, _form),
)
