"""The project page: each phase, the gates, nothing and very much, its forms."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FULL, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.tables.archives import SetAside
from workshop.services.ideas.ideas import idea_board
from workshop.ui.page import Place


def _project(hall: Hall) -> QWidget:
    return hall.go("project")


def _none_open(hall: Hall) -> QWidget:
    return hall.go("project", Place())


def _phase(number: int) -> Callable[[Hall], QWidget]:
    """A phase that is chosen by its key, one after the other."""

    def show(hall: Hall) -> QWidget:
        _project(hall)
        path = hall.page.parts.path
        path.setFocus()
        while path.chosen != number:
            hall.press_on(path, Qt.Key.Key_Left if path.chosen > number else Qt.Key.Key_Right)
        return hall.window

    return show


def _end_of_page(hall: Hall) -> QWidget:
    _project(hall)
    return hall.scroll_down()


def _gate_unfolded(hall: Hall) -> QWidget:
    _project(hall)
    hall.click_button(hall.page.parts.gate.more_button)
    return hall.window


def _edit(hall: Hall) -> QWidget:
    _project(hall)
    hall.click_button(hall.page.parts.edit_button)
    return hall.sheet()


def _gate(number: int, words: str) -> Callable[[Hall], QWidget]:
    def show(hall: Hall) -> QWidget:
        _phase(number)(hall)
        hall.push(words)
        return hall.sheet()

    return show


def _reason_missing(hall: Hall) -> QWidget:
    sheet = _gate(0, "Reopen this phase")(hall)
    hall.push("Reopen this phase", sheet)
    return hall.sheet()


def _support_done(hall: Hall) -> QWidget:
    """With what can be taken back."""
    _project(hall)
    hall.page.parts.support.rows[0].setFocus()
    hall.press_on(hall.page.parts.support.rows[0], Qt.Key.Key_Space)
    return hall.window


def _edit_support(hall: Hall) -> QWidget:
    _project(hall)
    support = hall.page.parts.support
    support.editRequested.emit(hall.page._view.support[hall.page._view.phases[hall.page._chosen].id][0])
    hall.settle()
    return hall.sheet()


def _new_service(hall: Hall) -> QWidget:
    _project(hall)
    hall.push("Add service")
    return hall.sheet()


def _set_aside(hall: Hall) -> QWidget:
    """Two laptops had put the same into words; one version of each was kept."""
    board = idea_board(hall.library, project_id=hall.project_id)
    rows = [
        SetAside(
            id=uuid4(), project_id=hall.project_id, table_name="idea", row_key=str(idea.id), words=words,
            values={"number": idea.number, "text": words},
        )
        for idea, words in zip(board.ideas, ("정류장에 긴 벤치를 놓자", "밤에 골목이 어두우니 바닥에 등을 달자"), strict=False)
    ]  # fmt: skip
    with hall.library.write("take in archive", journal=False) as work:
        work.rows.add_all(rows)
    _project(hall)
    hall.page.reload()
    hall.settle()
    hall.click_button(hall.page.parts.aside_button)
    return hall.sheet()


def _plan(hall: Hall) -> QWidget:
    """When a phase that has not begun is to begin."""
    _phase(3)(hall)
    hall.click_button(hall.page.parts.gate.plan_button)
    return hall.sheet()


VIEWS = (
    View("project/none-open", "empty", _none_open),
    View("project/empty", BARE, _project),
    View("project/sample", "sample", _project),
    View("project/preparation", "sample", _phase(0)),
    View("project/planning", "sample", _phase(1)),
    View("project/operation", "sample", _phase(2)),
    View("project/evaluation", "sample", _phase(3)),
    View("project/not-begun", BARE, _phase(3)),
    View("project/end-of-page", "sample", _end_of_page),
    View("project/running", WORKSHOP, _project),
    View("project/full", FULL, _project),
    View("project/full-end-of-page", FULL, _end_of_page),
    View("project/gate-unfolded", FULL, _gate_unfolded),
    View("project/support-done", WORKSHOP, _support_done),
    View("project/set-aside", WORKSHOP, _set_aside),
    View("project/edit", "sample", _edit),
    View("project/plan-phase", BARE, _plan),
    View("project/close-phase", FULL, _gate(1, "Close this phase")),
    View("project/reopen-phase", "sample", _gate(0, "Reopen this phase")),
    View("project/reopen-phase-reason-missing", "sample", _reason_missing),
    View("project/edit-support", "sample", _edit_support),
    View("project/new-service", "sample", _new_service),
)
