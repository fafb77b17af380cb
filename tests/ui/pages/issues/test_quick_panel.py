"""The small panel that other pages show: one line, and the latest issues of the session."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import IssueCategory
from workshop.services.ideas import local_issues
from workshop.services.keeping.library import Library
from workshop.ui.desk import Desk
from workshop.ui.page import Page
from workshop.ui.pages.issues.quick_panel import IssuePanel


class Host(Page):
    """A page with the panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.panel = IssuePanel(desk)
        assert isinstance(self.content, QVBoxLayout)
        self.content.addWidget(self.panel)

    def reload(self) -> None:
        self.panel.reload()


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


def test_a_line_is_kept_in_the_session_and_shown(qtbot: Any, room: Room) -> None:
    console = PageConsole(qtbot, room.library, Host)
    panel = console.page.panel
    panel.show_session(room.project_id, room.session_id)
    console.settle()
    assert panel.none.isVisible()
    undone: list[object] = []
    panel.undoOffered.connect(undone.append)
    panel.focus_first()
    for number in range(6):
        panel.entry.field.insertPlainText(f"문제 {number} #안전")
        qtbot.keyClick(panel.entry.field, Qt.Key.Key_Return)
    console.settle()
    kept = local_issues.list_issues(room.library, project_id=room.project_id, session_id=room.session_id)
    assert [issue.text for issue in kept] == [f"문제 {number}" for number in range(6)]
    assert {issue.category for issue in kept} == {IssueCategory.SAFETY}
    assert panel.lines == ["6. 문제 5", "5. 문제 4", "4. 문제 3", "3. 문제 2"]
    assert not panel.none.isVisible()
    assert len(undone) == 6
    console.end()


def test_what_cannot_be_kept_is_put_back(qtbot: Any, room: Room) -> None:
    console = PageConsole(qtbot, room.library, Host)
    panel = console.page.panel
    panel.show_session(room.project_id, room.session_id)
    panel.entry.field.insertPlainText("가" * 5_001)
    qtbot.keyClick(panel.entry.field, Qt.Key.Key_Return)
    console.settle()
    assert len(panel.entry.field.value) == 5_001
    assert len(console.errors) == 1
    console.end()
