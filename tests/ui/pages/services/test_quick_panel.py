"""What is seen in the field is kept where it belongs: of a place as a local issue, of a service as an observation."""

from typing import Any

from PySide6.QtCore import Qt

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import ServiceKind
from workshop.services.field import observations
from workshop.services.ideas import local_issues
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services
from workshop.ui.desk import Desk
from workshop.ui.page import Page, Place
from workshop.ui.pages.run.field_panel import FieldPanel
from workshop.ui.pages.run.situation import load_situation


class Host(Page):
    """A page with the panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.panel = FieldPanel(desk)
        self.content.addWidget(self.panel)

    def reload(self) -> None:
        self.panel.show_situation(load_situation(self.desk.library, self.place))


def test_one_line_two_subjects(qtbot: Any, library: Library) -> None:
    room: Room = make_room(library)
    service = city_services.add_service(
        library, project_id=room.project_id, title="walking bus", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    console = PageConsole(qtbot, library, Host)
    console.show_place(Place(room.project_id, room.session_id))
    panel = console.page.panel
    qtbot.keyClicks(panel.issues.entry.field, "dark alley")
    qtbot.keyClick(panel.issues.entry.field, Qt.Key.Key_Return)
    console.settle()
    qtbot.keyClick(panel.about, Qt.Key.Key_Down)
    console.settle()
    qtbot.keyClicks(panel.seen.entry.field, "vest is too dark")
    qtbot.keyClick(panel.seen.entry.field, Qt.Key.Key_Return)
    console.settle()
    issues = local_issues.list_issues(library, project_id=room.project_id, session_id=room.session_id)
    seen = observations.list_observations(library, project_id=room.project_id, session_id=room.session_id)
    assert [one.text for one in issues] == ["dark alley"]
    assert [(one.text, one.service_id) for one in seen] == [("vest is too dark", service.id)]
    assert panel.seen.lines == ["1. vest is too dark"]
    console.end()
