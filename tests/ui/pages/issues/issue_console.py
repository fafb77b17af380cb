"""The page of local issues in a window of its own, driven by real keys and clicks."""

from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.pages.consoles import PageConsole
from workshop.models.records.local_issues import LocalIssueRecord
from workshop.services.ideas import local_issues
from workshop.services.keeping.library import Library
from workshop.ui.page import Place
from workshop.ui.pages.issues.page import IssuesPage


class Console(PageConsole):
    """The page of one project."""

    def __init__(self, qtbot: Any, library: Library, place: Place) -> None:
        super().__init__(qtbot, library, IssuesPage)
        self.library, self.place = library, place
        self.show_place(place)

    @property
    def issues(self) -> tuple[LocalIssueRecord, ...]:
        assert self.place.project_id is not None
        return local_issues.list_issues(self.library, project_id=self.place.project_id)

    @property
    def shown(self) -> list[int]:
        """The numbers in the list."""
        return [issue.number for issue in self.page.view.list.issues_model.issues]

    @property
    def map(self) -> Any:
        return self.page.view.map_card.map

    def write(self, text: str) -> None:
        self.page.view.entry.field.insertPlainText(text)

    def keep(self, text: str) -> None:
        self.page.view.entry.field.setFocus()
        self.write(text)
        self.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.settle()

    def point(self, across: float, down: float) -> None:
        """Click on a place of the map, given as shares of it."""
        where = QPointF(*self.map._on_screen(across * 10_000, down * 10_000)).toPoint()
        self.qtbot.mouseClick(self.map, Qt.MouseButton.LeftButton, pos=where)
        self.settle()

    def open_issue(self, place: int) -> None:
        """Click on a row of the list."""
        view = self.page.view.list
        index = view.issues_model.index(place, 0)
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        self.settle()
