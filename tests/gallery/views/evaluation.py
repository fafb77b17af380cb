"""The page of service evaluation: forms in each state, results, few answers, paper entry, before and after, its forms."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FORMS, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import FormState
from workshop.services import evaluations, running
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]


def _evaluation(hall: Hall) -> QWidget:
    return hall.go("evaluation", hall.place(0))


def _none_open(hall: Hall) -> QWidget:
    return hall.go("evaluation", Place())


def _form(title: str, state: FormState) -> Show:
    def show(hall: Hall) -> QWidget:
        hall.go("evaluation", hall.form_place(title))
        assert hall.page.situation.form.title == title
        assert hall.page.situation.form.state is state
        return hall.window

    return show


def _end_of_form(show: Show) -> Show:
    def shown(hall: Hall) -> QWidget:
        show(hall)
        return hall.scroll_down(hall.page.view.detail.area)

    return shown


def _of_kind(instrument: str) -> Show:
    """The form of the sample with most answers that asks this."""

    def show(hall: Hall) -> QWidget:
        forms = evaluations.list_forms(hall.library, project_id=hall.project_id)
        chosen = max((form for form in forms if form.instrument == instrument), key=lambda form: form.answers)
        assert chosen.answers
        return hall.go("evaluation", hall.place(item_id=chosen.id))

    return show


def _doing(verb: str, show: Show) -> Show:
    def done(hall: Hall) -> QWidget:
        show(hall)
        hall.click_button(hall.page.view.detail.buttons[verb])
        return hall.window

    return done


def _asking(verb: str, show: Show) -> Show:
    def asked(hall: Hall) -> QWidget:
        _doing(verb, show)(hall)
        return hall.sheet()

    return asked


def _open(hall: Hall) -> QWidget:
    return _form("열린 설문", FormState.OPEN)(hall)


def _nothing_entered(hall: Hall) -> QWidget:
    sheet = _asking("paper", _open)(hall)
    hall.push("Save this form", sheet)
    return hall.sheet()


def _paper_kept(hall: Hall) -> QWidget:
    sheet = _asking("paper", _open)(hall)
    next(iter(sheet.fields.values())).setFocus()
    hall.write("4")
    hall.push("Save this form", sheet)
    return hall.sheet()


def _changes(hall: Hall) -> QWidget:
    _evaluation(hall)
    return hall.push("Before and after")


def _end_of_changes(hall: Hall) -> QWidget:
    _changes(hall)
    return hall.scroll_down(hall.page.view.changes)


def _new(hall: Hall) -> QWidget:
    _evaluation(hall)
    hall.push("New form…")
    return hall.sheet()


def _session_not_begun(hall: Hall) -> QWidget:
    return hall.go("evaluation", hall.place(-1))


def _never_opened(hall: Hall) -> QWidget:
    planned = evaluations.list_forms(hall.library, session_id=hall.running_session)[0]
    running.close_session(hall.library, session_id=hall.running_session)
    return hall.go("evaluation", hall.place(item_id=planned.id))


VIEWS = (
    View("evaluation/none-open", "empty", _none_open),
    View("evaluation/no-session", BARE, _evaluation),
    View("evaluation/sample", "sample", _evaluation),
    View("evaluation/to-be-opened", WORKSHOP, _evaluation),
    View("evaluation/not-begun", PREPARED, _session_not_begun),
    View("evaluation/never-opened", WORKSHOP, _never_opened),
    View("evaluation/open", FORMS, _open),
    View("evaluation/open-end", FORMS, _end_of_form(_open)),
    View("evaluation/closed", FORMS, _form("닫힌 설문", FormState.CLOSED)),
    View("evaluation/closed-end", FORMS, _end_of_form(_form("닫힌 설문", FormState.CLOSED))),
    View("evaluation/few-answers", FORMS, _form("답이 적은 설문", FormState.CLOSED)),
    View("evaluation/sus", "sample", _of_kind("sus")),
    View("evaluation/sus-end", "sample", _end_of_form(_of_kind("sus"))),
    View("evaluation/service-quality", "sample", _of_kind("service-quality")),
    View("evaluation/closing", FORMS, _doing("close", _open)),
    View("evaluation/booth-shown", FORMS, _doing("booth", _open)),
    View("evaluation/paper", FORMS, _asking("paper", _open)),
    View("evaluation/paper-nothing-entered", FORMS, _nothing_entered),
    View("evaluation/paper-kept", FORMS, _paper_kept),
    View("evaluation/changes", "sample", _changes),
    View("evaluation/changes-end", "sample", _end_of_changes),
    View("evaluation/nothing-to-compare", WORKSHOP, _changes),
    View("evaluation/edit", FORMS, _asking("edit", _open)),
    View("evaluation/new", FORMS, _new),
)
