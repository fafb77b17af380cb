"""The page of reports: none, of the project, of a session, its options, what looks personal, a report that was checked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.gallery.console_libraries import FULL, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.records.report_options import Section
from workshop.services.ideas import ideas
from workshop.ui.page import Place
from workshop.ui.pages.reports.session_folder import SessionFolder
from workshop.ui.pages.reports.workbench import OPTIONS
from workshop.ui.report_places import to_report

_PATIENCE = 300  # milliseconds after which the page says that something is being built


def _none_open(hall: Hall) -> QWidget:
    return hall.go("reports", Place())


def _reports(hall: Hall) -> QWidget:
    hall.go("reports", hall.place(0))
    assert hall.page.is_ready
    return hall.window


def _of_project(hall: Hall) -> QWidget:
    _reports(hall)
    hall.page.choose_subject(None)
    hall.settle()
    return hall.window


def _of_session(hall: Hall) -> QWidget:
    hall.go("reports", Place(hall.project_id, hall.running_session))
    hall.press_on(hall.page.view.preview, Qt.Key.Key_PageDown)
    return hall.window


def _options(hall: Hall) -> QWidget:
    _reports(hall)
    hall.page.view.options.section_boxes[Section.PHOTOS].click()
    hall.page.view.options.parts_fold.button.click()
    hall.page.view.bench.show_side(OPTIONS)
    hall.settle()
    return hall.window


def _name_tags(hall: Hall) -> QWidget:
    hall.go("reports", to_report(hall.place(0), kind="name-tags"))
    return hall.push("Whole page")


def _building(hall: Hall) -> QWidget:
    hall.hold_builds()
    hall.go("reports", hall.place(0))
    while hall.page.offers is None:
        hall.settle()
    QTest.qWait(_PATIENCE)
    hall.page._show_progress(0.4)
    return hall.window


def _refused(hall: Hall) -> QWidget:
    hall.go("reports", to_report(hall.place(0), kind="handout"))
    return hall.window


def _saved(hall: Hall) -> QWidget:
    _reports(hall)
    hall.page.leaving.write(hall.folder / "report.pdf", hall.page.built.paper.content)
    hall.settle()
    return hall.window


def _personal(hall: Hall) -> QWidget:
    session_id = hall.running_session
    for text in (
        "밤길이 어두워요. 통장 010-1234-5678 로 전화 주세요",
        "자료는 green.walk@example.org 로 보내 주세요. 010-1234-5678 로 전화해도 됩니다",
        "제 번호는 900101-1234568 입니다",
    ):
        ideas.add_idea(hall.library, session_id=session_id, text=text)
    _reports(hall)
    hall.push("Save PDF…")
    return hall.sheet()


def _checked(hall: Hall) -> QWidget:
    _saved(hall)
    sheet = hall.page.check_report(hall.folder / "report.pdf")
    hall.settle()
    return sheet


def _names(hall: Hall) -> QWidget:
    _name_tags(hall)
    hall.page.focus_options()
    hall.click(hall.page.view.options.names_box)
    return hall.sheet()


def _consent(hall: Hall) -> QWidget:
    _name_tags(hall)
    page = hall.page
    page.choose_subject(None)
    page.choose(page.offers.find(None, lambda offer: offer.kind.name == "consent"))
    hall.settle()
    page.focus_options()
    return hall.window


def _go_to_page(hall: Hall) -> QWidget:
    _reports(hall)
    hall.click_button(hall.page.view.page_button)
    return hall.sheet()


def _saving_all(hall: Hall) -> QWidget:
    _reports(hall)
    hall.page.leaving.save_all()
    hall.settle()
    dialog = hall.window.findChild(QFileDialog)
    dialog.blockSignals(True)
    dialog.close()
    hall.hold_builds()
    sheet = hall.window.findChild(SessionFolder)
    sheet.save_in(hall.folder)
    sheet.bar.show_part(40, 100)
    hall.settle()
    return hall.sheet()


VIEWS = (
    View("reports/none-open", "empty", _none_open),
    View("reports/project", "sample", _of_project),
    View("reports/full", FULL, _of_session),
    View("reports/ended", "sample", _reports),
    View("reports/options", WORKSHOP, _options),
    View("reports/name-tags", PREPARED, _name_tags),
    View("reports/consent", PREPARED, _consent),
    View("reports/names", PREPARED, _names),
    View("reports/go-to-page", WORKSHOP, _go_to_page),
    View("reports/saving-all", WORKSHOP, _saving_all),
    View("reports/building", WORKSHOP, _building),
    View("reports/refused", PREPARED, _refused),
    View("reports/saved", WORKSHOP, _saved),
    View("reports/personal", WORKSHOP, _personal),
    View("reports/checked", WORKSHOP, _checked),
)
