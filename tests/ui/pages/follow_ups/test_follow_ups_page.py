"""The follow-ups page: filters, states by one click or key, and a list that keeps the keyboard."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from tests.builders import make_project
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import FollowUpKind, FollowUpState, ServiceKind
from workshop.models.records.follow_ups import FollowUpRecord
from workshop.services.field import observation_links, observations
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups, projects
from workshop.ui.page import Place
from workshop.ui.pages.follow_ups.page import FollowUpsPage
from workshop.ui.pages.follow_ups.sorting import Show
from workshop.ui.pages.proposals.way import Way
from workshop.ui.widgets.buttons import LinkButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus without a desktop


@pytest.fixture
def console(qtbot, library: Library) -> Iterator[PageConsole]:
    shown = PageConsole(qtbot, library, FollowUpsPage)
    yield shown
    shown.end()


@pytest.fixture
def project_id(library: Library) -> UUID:
    """A project with four follow-ups: late, soon, later, finished."""
    made = make_project(library)
    for text, days, department, told in (
        ("lamp", -2, "Roads", ""),
        ("signal", 3, "Transport", "We are measuring."),
        ("bench", 30, "Roads", ""),
        ("leaflet", -9, "Schools", "Handed out."),
    ):
        item = follow_ups.add_follow_up(
            library,
            project_id=made,
            kind=FollowUpKind.ACTION,
            text=text,
            department=department,
            due_on=library.today() + timedelta(days=days),
            told_back=told,
        ).record
        if text == "leaflet":
            follow_ups.set_follow_up_state(library, follow_up_id=item.id, state=FollowUpState.DONE)
    return made


def _shown(console: PageConsole) -> list[str]:
    return [row.item.text for row in console.page.parts.list.rows]


def _item(library: Library, project_id: UUID, text: str) -> FollowUpRecord:
    items = follow_ups.list_follow_ups(library, project_id=project_id)
    return next(item for item in items if item.text == text)


def _row(console: PageConsole, text: str) -> QWidget:
    return next(row for row in console.page.parts.list.rows if row.item.text == text)


def test_the_list_is_grouped_and_says_what_is_late(console: PageConsole, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    assert _shown(console) == ["lamp", "signal", "bench"]
    assert console.page.parts.list.headings == ["Overdue", "Within 7 days", "Later"]
    assert "overdue" in _row(console, "lamp").accessibleName()
    assert "overdue" not in _row(console, "signal").accessibleName()


def test_filters_by_state_department_and_told_back(console: PageConsole, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    parts = console.page.parts
    assert [parts.show_choice.pill(show).pick.count for show in Show] == [3, 1, 1, 1, 4]
    console.click(parts.department.pill("Roads"))
    assert _shown(console) == ["lamp", "bench"]
    console.click(parts.show_choice.pill(Show.ALL))
    console.click(parts.department.pill(""))
    console.click(parts.told.pill(True))
    assert _shown(console) == ["signal", "leaflet"]
    console.click(parts.told.pill(False))
    assert _shown(console) == ["lamp", "bench"]
    parts.told.pill(False).setFocus()
    console.qtbot.keyClick(parts.told.pill(False), Qt.Key.Key_Left)
    assert parts.told.value is True
    console.qtbot.keyClicks(parts.search, "nothing like it")
    console.qtbot.keyClick(parts.search, Qt.Key.Key_Return)
    assert _shown(console) == []
    console.click(parts.nothing.other_button)
    assert len(_shown(console)) == 4


def test_a_state_changes_by_one_key_and_the_next_row_gets_the_keyboard(
    console: PageConsole, library: Library, project_id: UUID
) -> None:
    console.show_place(Place(project_id))
    row = _row(console, "lamp")
    row.setFocus()
    console.qtbot.keyClick(row, Qt.Key.Key_2)
    console.settle()
    assert _item(library, project_id, "lamp").state is FollowUpState.DOING
    assert QApplication.focusWidget() is row
    console.qtbot.keyClick(row, Qt.Key.Key_Space)
    console.settle()
    assert _item(library, project_id, "lamp").state is FollowUpState.DONE
    assert QApplication.focusWidget() is _row(console, "signal")
    assert len(console.undone) == 2
    undo.undo(library)
    console.settle()
    assert _item(library, project_id, "lamp").state is FollowUpState.DOING
    assert QApplication.focusWidget() is _row(console, "signal")
    console.click(_row(console, "bench").done_button)
    assert _item(library, project_id, "bench").state is FollowUpState.DONE


def test_arrows_enter_and_delete(console: PageConsole, library: Library, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    first, second, third = (_row(console, text) for text in ("lamp", "signal", "bench"))
    first.setFocus()
    console.qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    console.qtbot.keyClick(second, Qt.Key.Key_End)
    assert QApplication.focusWidget() is third
    console.qtbot.keyClick(third, Qt.Key.Key_Up)
    console.qtbot.keyClick(second, Qt.Key.Key_Return)
    console.sheet().form.set_values({"department": "Police"})
    console.confirm()
    assert _item(library, project_id, "signal").department == "Police"
    assert second.window().focusWidget() is second
    console.qtbot.keyClick(second, Qt.Key.Key_Delete)
    console.settle()
    assert _shown(console) == ["lamp", "bench"]
    assert third.window().focusWidget() is third
    undo.undo(library)
    console.settle()
    assert _shown(console) == ["lamp", "signal", "bench"]


def test_a_follow_up_that_is_asked_for_gets_the_keyboard(
    console: PageConsole, library: Library, project_id: UUID
) -> None:
    item = _item(library, project_id, "leaflet")
    console.show_place(Place(project_id, item_id=item.id))
    assert QApplication.focusWidget() is _row(console, "leaflet")


def test_an_empty_page_has_one_filled_button(console: PageConsole, library: Library) -> None:
    console.show_place(Place(make_project(library)))
    buttons = [button for button in console.page.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in buttons if button.property("look") == "primary"] == ["New follow-up"]


def test_a_deleted_project_is_open_no_more(console: PageConsole, library: Library, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    projects.delete_project(library, project_id=project_id)
    console.settle()
    words = [label.text() for label in console.page.findChildren(QLabel) if label.isVisible()]
    assert "No project is open" in words
    assert "lamp" not in words
    assert console.left == [("follow-ups", Place())]
    assert console.errors == []


def test_nothing_is_cut_off(console: PageConsole, project_id: UUID, cut_off: Callable[[QWidget], list[str]]) -> None:
    console.show_place(Place(project_id))
    assert cut_off(console.page) == []


def test_nothing_found_is_said_in_the_middle_of_what_is_free(console: PageConsole, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    parts = console.page.parts
    parts.search.setFocus()
    console.qtbot.keyClicks(parts.search, "nothing like it")
    console.qtbot.keyClick(parts.search, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is parts.search
    QApplication.processEvents()
    sheet = parts.nothing.parentWidget()
    assert parts.nothing.geometry().bottom() == sheet.rect().bottom() - console.page.content.contentsMargins().bottom()
    filled = [button for button in console.page.findChildren(QPushButton) if button.property("look") == "primary"]
    assert [button.text() for button in filled if button.isVisible()] == ["New follow-up"]
    parts.nothing.other_button.setFocus()
    console.qtbot.keyClick(parts.nothing.other_button, Qt.Key.Key_Return)
    assert not parts.nothing.isVisible()
    assert QApplication.focusWidget() is parts.show_choice.pill(Show.ALL)


def test_no_day_is_due_that_nobody_gave(console: PageConsole, library: Library, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    console.click(console.page.parts.new_button)
    form = console.sheet().form
    form.set_values({"text": "paint the crossing"})
    console.confirm()
    assert _item(library, project_id, "paint the crossing").due_on is None


def test_the_menu_of_a_row_tells_its_keys_and_marks_its_state(console: PageConsole, project_id: UUID) -> None:
    console.show_place(Place(project_id))
    row = _row(console, "lamp")
    console.click(row.more_button)
    menu = next(menu for menu in row.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "not started\t1", "in progress\t2", "done\t3", "dropped\t4", "Edit follow-up\tEnter", "Remove\tDel",
    ]  # fmt: skip
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["not started\t1"]
    assert [label.text() for label in menu.findChildren(QLabel)] == ["State, also by the keys 1 to 4"]
    console.qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text() == "not started\t1"
    menu.close()


def test_a_follow_up_shows_where_it_came_from_and_leads_there(
    console: PageConsole, library: Library, project_id: UUID
) -> None:
    service = city_services.add_service(
        library, project_id=project_id, title="walking bus", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    seen = observations.add_observation(library, service_id=service.id, text="kerb too high").record
    item = observation_links.follow_up_from_observation(library, observation_id=seen.id).record
    console.show_place(Place(project_id))
    console.page.ask_edit(item)
    console.settle()
    way = console.sheet().findChild(Way)
    console.click(next(button for button in way.findChildren(LinkButton) if "kerb" in button.text()))
    assert [(page, place.item_id) for page, place in console.left] == [("services", seen.id)]
