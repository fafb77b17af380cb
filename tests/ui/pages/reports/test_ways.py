"""From where something is worked on, one button leads to its report."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.builders import KO, Room, cast, make_room, open_poll
from workshop.language import load_language
from workshop.models.enums import FollowUpKind, ServiceKind
from workshop.services.evaluation import evaluations
from workshop.services.projects import city_services, follow_ups
from workshop.services.voting import polls
from workshop.settings import Settings
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.tasks import Tasks


@pytest.fixture
def window(qtbot, library) -> Iterator[MainWindow]:
    tasks = Tasks()
    window = MainWindow(tasks, Settings(language="en", theme="light"), load_language("en"), keep=lambda _settings: None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.library_opened(library)
    _settle(window)
    yield window
    _settle(window)
    window.stage.close_window()
    tasks.shut_down()
    window.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(window: MainWindow) -> None:
    for _ in range(5):
        assert window.desk.tasks.wait_idle(20_000)
        QApplication.processEvents()


def _follow(window: MainWindow, page: str, place: Place, words: str) -> Any:
    """Press the button of a page that says this; gives the report that is then shown."""
    window.go(page, place)
    _settle(window)
    buttons = [one for one in window.page.findChildren(QAbstractButton) if one.isVisible() and one.text() == words]
    assert buttons, f"{page} has no “{words}”"
    buttons[0].click()
    _settle(window)
    assert window.page.name == "reports"
    return window.page.offer


def test_each_page_leads_to_its_report(window, library):
    room: Room = make_room(library)
    place = Place(room.project_id, room.session_id)
    service = city_services.add_service(
        library, project_id=room.project_id, title="보행신호", kind=ServiceKind.USED_BY_CITIZENS
    ).record
    form = evaluations.make_form(
        library, session_id=room.session_id, instrument="sus", language=KO, service_id=service.id
    ).record
    follow_ups.add_follow_up(
        library, project_id=room.project_id, kind=FollowUpKind.ACTION, text="현장을 본다", department="교통과"
    )
    poll = open_poll(room)
    cast(room, poll, 0, 1, 2)
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)
    for page, item_id, words, kind, about in (
        ("prepare", None, "Name tags", "name-tags", None),
        ("prepare", None, "Consent forms", "consent", None),
        ("participants", None, "Name tags", "name-tags", None),
        ("follow-ups", None, "Report by department", "department", None),
        ("evaluation", form.id, "Report of this service", "evaluation", service.id),
        ("votes", poll.id, "Result on one page", "poll", poll.id),
    ):
        offer = _follow(window, page, place.with_(item_id=item_id), words)
        assert (offer.kind.name, offer.target.of) == (kind, about), (page, words)
        assert window.page.is_ready


def test_options_are_kept_where_the_next_window_finds_them(window, library):
    room: Room = make_room(library)
    window.go("reports", Place(room.project_id, room.session_id))
    _settle(window)
    page = window.page
    page.view.options.paper_choice.button("letter").click()
    _settle(window)
    assert window.settings.report_options["session"]["paper"] == "letter"
    assert window.page is page
    window.go("start", Place())
    _settle(window)
    assert window.settings.report_options["session"]["paper"] == "letter"
