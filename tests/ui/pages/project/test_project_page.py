"""The project page keeps its place while things change, and says in words what is missing and what is late."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.builders import KO, make_project
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import FollowUpKind, PhaseState, ServiceKind, SupportState
from workshop.models.tables.archives import SetAside
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups, phases, projects
from workshop.services.sessions import lab_sessions
from workshop.ui.archive.set_aside import SetAsideSheet
from workshop.ui.page import Place
from workshop.ui.pages.project.page import ProjectPage
from workshop.ui.widgets.empty_state import EmptyState


@pytest.fixture
def console(qtbot, library: Library) -> Iterator[PageConsole]:
    shown = PageConsole(qtbot, library, ProjectPage)
    yield shown
    shown.end()


def _words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_tick_by_key_leaves_the_keyboard_and_the_rows_where_they_are(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    rows = console.page.parts.support.rows
    rows[2].setFocus()
    scrolled = console.page.scroll.verticalScrollBar()
    scrolled.setValue(scrolled.maximum())
    place = scrolled.value()
    console.qtbot.keyClick(rows[2], Qt.Key.Key_Space)
    console.settle()
    assert rows[2].isChecked()
    assert QApplication.focusWidget() is rows[2]
    assert console.page.parts.support.rows == rows
    assert scrolled.value() == place
    undo.undo(library)
    console.settle()
    assert not rows[2].isChecked()
    assert QApplication.focusWidget() is rows[2]


def test_the_row_after_a_removed_one_gets_the_keyboard(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    phase = phases.list_phases(library, project_id=project_id)[0]
    items = phases.list_support_items(library, phase_id=phase.id)
    rows = console.page.parts.support.rows
    rows[1].setFocus()
    phases.remove_support_item(library, item_id=items[1].id)
    console.settle()
    assert console.page.parts.support.rows == [rows[0], *rows[2:]]
    assert QApplication.focusWidget() is rows[2]


def test_tables_keep_their_row_when_something_else_changes(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    for title in ("one", "two"):
        lab_sessions.prepare_session(library, project_id=project_id, language=KO, title=title)
        city_services.add_service(library, project_id=project_id, title=title, kind=ServiceKind.SOPHISTICATION)
    console.show_place(Place(project_id))
    for table in (console.page.parts.sessions.table, console.page.parts.services.table):
        table.setFocus()
        console.qtbot.keyClick(table, Qt.Key.Key_Down)
        console.qtbot.keyClick(table, Qt.Key.Key_Down)
        chosen = table.chosen
        assert chosen is not None
        phase = phases.list_phases(library, project_id=project_id)[0]
        phases.add_support_item(library, phase_id=phase.id, text="map")
        console.settle()
        assert table.chosen == chosen
        assert QApplication.focusWidget() is table


def test_a_deleted_project_is_shown_no_more_and_the_place_is_cleared(console: PageConsole, library: Library) -> None:
    project_id = make_project(library, "to be deleted")
    console.show_place(Place(project_id))
    projects.delete_project(library, project_id=project_id)
    console.show_place(Place(project_id))
    assert "No project is open" in _words(console.page)
    assert "to be deleted" not in _words(console.page)
    assert console.left == [("project", Place())]
    assert console.errors == []


def test_what_the_gate_misses_is_told_on_the_page(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    gate = console.page.parts.gate
    phase = phases.list_phases(library, project_id=project_id)[0]
    missing = [console.desk.language.tell(point) for point in phases.phase_gate(library, phase_id=phase.id)]
    assert len(missing) > 4
    assert gate.points == missing[:3]
    gate.more_button.setFocus()
    console.qtbot.keyClick(gate.more_button, Qt.Key.Key_Return)
    console.settle()
    assert gate.points == missing
    assert set(missing) <= {words.removeprefix("· ") for words in _words(gate)}
    for item in phases.list_support_items(library, phase_id=phase.id):
        phases.edit_support_item(library, item_id=item.id, state=SupportState.DONE)
    console.settle()
    assert gate.points == ["No session has been held in this phase."]
    assert not gate.more_button.isVisible()


def test_when_a_phase_is_to_begin_is_said_on_its_gate_and_told_in_the_path(
    console: PageConsole, library: Library
) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    page = console.page
    first, last = phases.list_phases(library, project_id=project_id)[::3]
    assert (first.state, last.state) == (PhaseState.OPEN, PhaseState.PLANNED)
    assert not page.parts.gate.plan_button.isVisible()
    page.parts.path.phaseChosen.emit(3)
    console.settle()
    console.click(page.parts.gate.plan_button)
    day = library.today() + timedelta(days=200)
    console.sheet().form.set_values({"planned_on": day})
    console.confirm()
    assert phases.list_phases(library, project_id=project_id)[3].planned_on == day
    assert f"planned for {console.desk.language.month(day)}" in _words(page.parts.path)
    undo.undo(library)
    assert phases.list_phases(library, project_id=project_id)[3].planned_on is None


def test_what_is_late_is_said_in_words(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    yesterday = library.today() - timedelta(days=1)
    phase = phases.list_phases(library, project_id=project_id)[0]
    item = phases.list_support_items(library, phase_id=phase.id)[0]
    phases.edit_support_item(library, item_id=item.id, due=(yesterday,))
    follow_ups.add_follow_up(
        library, project_id=project_id, kind=FollowUpKind.ACTION, text="lamp", due_on=yesterday, department="Roads"
    )
    console.show_place(Place(project_id))
    assert "overdue" in console.page.parts.support.rows[0].accessibleName()
    table = console.page.parts.due.table.rows_model
    assert "overdue" in table.cell(table.index(0, 2)).text
    assert "1 overdue" in _words(console.page.parts.follow_ups)


def test_tab_goes_through_the_page_as_it_is_read(
    console: PageConsole, library: Library, cut_off: Callable[[QWidget], list[str]]
) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    parts = console.page.parts
    parts.support.field.setFocus()
    console.qtbot.keyClick(parts.support.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is parts.people
    seen: list[QWidget] = []
    parts.edit_button.setFocus()
    while QApplication.focusWidget() is not parts.people:
        seen.append(QApplication.focusWidget())
        console.qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        assert len(seen) < 60
    rows = [seen.index(row) for row in parts.support.rows]
    assert rows == sorted(rows)
    assert seen.index(parts.sessions.new_button) < seen.index(parts.gate.gate_button) < rows[0]
    assert rows[-1] < seen.index(parts.support.field)
    assert cut_off(console.page) == []


def test_what_is_said_without_a_project_is_in_the_middle(console: PageConsole) -> None:
    console.show_place(Place())
    empty = console.page.findChild(EmptyState)
    assert empty.isVisible()
    assert empty.height() == console.page.content.contentsRect().height()


def test_what_was_set_aside_can_be_read_where_there_is_any(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    button = console.page.parts.aside_button
    assert not button.isVisible()
    aside = SetAside(
        id=uuid4(),
        project_id=project_id,
        table_name="project",
        row_key=str(project_id),
        words="통학로",
        values={"title": "통학로"},
    )
    with library.write("take in archive", journal=False) as work:
        work.rows.add(aside)
    console.page.reload()
    console.settle()
    assert "1" in button.text()
    console.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (sheet,) = console.page.findChildren(SetAsideSheet)
    told = [words for _role, words in sheet.words]
    assert "통학로" in told
    assert any("안심 통학로" in words for words in told)
