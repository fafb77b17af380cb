"""The page of service evaluation: forms in each state, results, few answers, paper entry, before and after, its forms."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FORMS, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.score_libraries import SCORES
from tests.gallery.view import View
from tests.gallery.views.pictures import add_photos
from tests.questionnaires import FIRST, PHOTO, open_own_form
from workshop.models.enums import FormState
from workshop.services.evaluation import answers, evaluations
from workshop.services.ideas import pictures
from workshop.services.sessions import running
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
    hall.push("Save this form", sheet)
    return hall.sheet()


def _paper_every_kind(hall: Hall) -> QWidget:
    """Every kind of question on paper, a half-filled form, a key that stands for no answer."""
    form = open_own_form(hall.library, hall.running_session, hall.window.desk.language)
    hall.go("evaluation", hall.place(item_id=form.id))
    hall.click_button(hall.page.view.detail.buttons["paper"])
    sheet = hall.sheet()
    sheet.fields["used"].setFocus()
    hall.write("1")
    hall.write("9")
    return sheet


def _paper_dropped(hall: Hall) -> QWidget:
    """Somebody leaves a paper form that has been begun."""
    sheet = _asking("paper", _open)(hall)
    next(iter(sheet.fields.values())).setFocus()
    hall.write("4")
    hall.press_on(sheet, Qt.Key.Key_Escape)
    return hall.sheet()


def _answer_theme(hall: Hall) -> QWidget:
    """A theme for open answers is named."""
    _of_kind("nps")(hall)
    hall.push("New theme…")
    return hall.sheet()


def _ranking_and_photos(hall: Hall) -> QWidget:
    """A ranking where some left options off, photos chosen once and several times, one of them removed since."""
    photos = add_photos(hall, 8)
    pictures.caption_picture(
        hall.library, picture_id=photos[2], caption="보건소 앞 정류장, 비가 오면 앉을 곳이 없습니다"
    )
    form = open_own_form(hall.library, hall.running_session, hall.window.desk.language, FIRST, PHOTO)
    orders = (
        ["school", "market", "clinic"],
        ["school"],
        ["market", "clinic"],
        ["school", "station", "market"],
        ["clinic"],
    )
    for place in range(14):
        values = {"first": orders[place % 5], "photo": str(photos[place % 4 + place % 3 * 2])}
        answers.submit_answer(hall.library, form_id=form.id, values=values, answer_id=uuid4())
    evaluations.close_form(hall.library, form_id=form.id)
    pictures.remove_picture(hall.library, picture_id=photos[4])
    return hall.go("evaluation", hall.place(item_id=form.id))


def _changes(hall: Hall) -> QWidget:
    _evaluation(hall)
    return hall.push("Before and after")


def _end_of_changes(hall: Hall) -> QWidget:
    _changes(hall)
    return hall.scroll_down(hall.page.view.changes)


def _compared(hall: Hall) -> QWidget:
    _evaluation(hall)
    return hall.push("Types and sessions")


def _end_of_compared(hall: Hall) -> QWidget:
    _compared(hall)
    return hall.scroll_down(hall.page.view.compared)


def _taking_in(text: str) -> Show:
    """The sheet that shows what a spreadsheet of answers would become."""

    def taken(hall: Hall) -> QWidget:
        _of_kind("nps")(hall)
        file = hall.folder / "answers.csv"
        file.write_text(text, encoding="utf-8")
        hall.page.answers.take_in_file(str(file), hall.page.situation.form)
        hall.settle()
        return hall.sheet()

    return taken


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
    View("evaluation/ueq-s", SCORES, _of_kind("ueq-s")),
    View("evaluation/nps", SCORES, _of_kind("nps")),
    View("evaluation/nps-end", SCORES, _end_of_form(_of_kind("nps"))),
    View("evaluation/kano", SCORES, _of_kind("kano")),
    View("evaluation/ranking-and-photos", WORKSHOP, _end_of_form(_ranking_and_photos)),
    View("evaluation/compared", SCORES, _compared),
    View("evaluation/compared-end", SCORES, _end_of_compared),
    View("evaluation/changes-of-all", SCORES, _changes),
    View(
        "evaluation/take-in", SCORES, _taking_in("respondent,nps,reason\nP003,9,빨라졌어요\nR1,4,\n,10,\nP012,,늦다\n")
    ),
    View("evaluation/take-in-refused", SCORES, _taking_in("nps,reason\n9,\n14,좋아요\n")),
    View("evaluation/closing", FORMS, _doing("close", _open)),
    View("evaluation/booth-shown", FORMS, _doing("booth", _open)),
    View("evaluation/paper", FORMS, _asking("paper", _open)),
    View("evaluation/paper-nothing-entered", FORMS, _nothing_entered),
    View("evaluation/paper-kept", FORMS, _paper_kept),
    View("evaluation/paper-every-kind", FORMS, _paper_every_kind),
    View("evaluation/paper-dropped", FORMS, _paper_dropped),
    View("evaluation/answer-theme", SCORES, _answer_theme),
    View("evaluation/changes", "sample", _changes),
    View("evaluation/changes-end", "sample", _end_of_changes),
    View("evaluation/nothing-to-compare", WORKSHOP, _changes),
    View("evaluation/edit", FORMS, _asking("edit", _open)),
    View("evaluation/new", FORMS, _new),
)
