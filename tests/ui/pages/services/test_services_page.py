"""The page of services and pilots: measured, tried out and observed by keyboard and mouse, everything undone again."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import ServiceKind
from workshop.models.field_enums import PilotDecision, PilotState, Severity
from workshop.models.records.indicators import IndicatorRecord
from workshop.models.records.pilots import PilotRecord
from workshop.services.field import indicators, observations, pilots, readings, shifts
from workshop.services.ideas import local_issues, proposals
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups
from workshop.ui.page import Place
from workshop.ui.pages.services.page import ServicesPage
from workshop.ui.pages.services.situation import OBSERVATIONS, OVERVIEW, PILOTS, PROJECT

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Services(PageConsole):
    """The page in a window of its own."""

    def __init__(self, qtbot: Any, room: Room) -> None:
        super().__init__(qtbot, room.library, ServicesPage, "en")
        self.room, self.library = room, room.library
        self.show_place(Place(room.project_id))

    @property
    def indicators(self) -> tuple[IndicatorRecord, ...]:
        return indicators.list_indicators(self.library, project_id=self.room.project_id)

    @property
    def pilots(self) -> tuple[PilotRecord, ...]:
        return pilots.list_pilots(self.library, project_id=self.room.project_id)

    @property
    def seen(self) -> tuple[Any, ...]:
        return observations.list_observations(self.library, project_id=self.room.project_id)

    def part(self, name: str) -> Any:
        self.click(self.page.view.choice.button(name))
        return getattr(self.page.view, name)

    def verb(self, part: str, name: str) -> None:
        """Press the first button of a part that asks for a verb."""
        shown = self.part(part)
        self.click(next(button for (verb, _key), button in shown.buttons.items() if verb == name))

    def fill(self, **texts: str) -> None:
        form = self.sheet().form
        for name, text in texts.items():
            form.control(name).setFocus()
            form.control(name).selectAll()
            self.qtbot.keyClicks(form.control(name), text)

    def note(self, text: str) -> None:
        field = self.page.view.observations.entry.field
        field.setFocus()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def service_id(room: Room) -> UUID:
    return city_services.add_service(
        room.library, project_id=room.project_id, title="walking bus", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record.id


@pytest.fixture
def page(qtbot: Any, room: Room, service_id: UUID) -> Iterator[Services]:
    made = Services(qtbot, room)
    yield made
    made.end()


def test_the_first_service_is_added_from_the_empty_page(qtbot: Any, room: Room) -> None:
    console = Services(qtbot, room)
    console.click(console.page._empty.button)
    console.fill(title="light map")
    console.confirm()
    assert [one.title for one in city_services.list_services(room.library, project_id=room.project_id)] == ["light map"]
    assert console.page.view.title.text() == "light map"
    console.end()


def test_an_indicator_is_made_and_read_and_what_is_wrong_is_said_at_the_form(page: Services) -> None:
    page.verb(OVERVIEW, "new-indicator")
    page.fill(title="children walking", baseline="many", target="40")
    page.confirm()
    assert "many" in page.sheet()._error.text()
    page.fill(baseline="12")
    page.confirm()
    made = page.indicators[0]
    assert (made.title, made.baseline, made.target) == ("children walking", 12, 40)
    page.verb(OVERVIEW, "note-reading")
    page.fill(value="28.5", source="shift log")
    page.confirm()
    assert [str(one.value) for one in page.indicators[0].readings] == ["28.5"]
    undo.undo(page.library)
    page.settle()
    assert page.indicators[0].readings == ()


def test_a_corrected_reading_shows_how_it_was(page: Services, service_id: UUID) -> None:
    made = indicators.add_indicator(
        page.library, project_id=page.room.project_id, service_id=service_id, title="waiting", unit="s"
    ).record
    readings.add_reading(page.library, indicator_id=made.id, value=90)
    page.settle()
    page.verb(OVERVIEW, "readings")
    table = page.sheet().table
    table.setFocus()
    page.qtbot.keyClick(table, Qt.Key.Key_Down)
    page.qtbot.keyClick(table, Qt.Key.Key_Return)
    page.settle()
    page.fill(value="60")
    page.confirm()
    page.verb(OVERVIEW, "readings")
    told = [str(getattr(row.cells[1], "text", row.cells[1])) for row in page.sheet().table.model().rows]
    assert told == ["60 s", "before: 90 s"]


def test_a_pilot_is_planned_run_and_decided_on(page: Services) -> None:
    page.verb(PILOTS, "new-pilot")
    page.fill(title="two routes")
    page.confirm()
    assert [len(one.checkpoints) for one in page.pilots] == [4]  # agile piloting unless somebody says otherwise
    page.verb(PILOTS, "start")
    page.verb(PILOTS, "decide")
    page.confirm()
    assert page.pilots[0].state is PilotState.RUNNING  # a decision needs a reason
    page.fill(reason="target reached")
    page.confirm()
    assert page.pilots[0].decision is PilotDecision.SCALE
    page.verb(PILOTS, "follow-up")
    decisions = follow_ups.list_follow_ups(page.library, project_id=page.room.project_id)
    assert [one.reason for one in decisions] == ["target reached"]
    asked: list[tuple[str, Any]] = []
    page.page.pageRequested.connect(lambda *where: asked.append(where))
    page.verb(PILOTS, "to-follow-up")
    assert [(name, place.item_id) for name, place in asked] == [("follow-ups", decisions[0].id)]


def test_a_measure_is_an_indicator_or_its_own(page: Services, service_id: UUID) -> None:
    project_id = page.room.project_id
    indicators.add_indicator(page.library, project_id=project_id, service_id=service_id, title="children", target=40)
    pilots.add_pilot(page.library, project_id=project_id, service_id=service_id, title="two routes")
    page.settle()
    page.verb(PILOTS, "new-measure")
    page.qtbot.keyClick(page.sheet().form.control("indicator_id"), Qt.Key.Key_Down)
    page.confirm()
    page.verb(PILOTS, "new-measure")
    page.fill(title="days missed", target="2")
    page.confirm()
    assert [(one.title, one.target) for one in page.pilots[0].measures] == [("children", 40), ("days missed", 2)]


def test_observations_are_noted_by_keyboard_alone(page: Services) -> None:
    page.qtbot.keyClick(page.page, Qt.Key.Key_N, CONTROL)
    page.settle()
    entry = page.page.view.observations.entry
    assert page.page.focusWidget() is entry.field
    page.note("car on the corner @market #roads")
    page.qtbot.keyClick(entry.field, Qt.Key.Key_4, ALT)
    page.note("wire hanging down")
    page.note("a calm morning")
    assert [(one.text, one.severity, one.place, one.department) for one in page.seen] == [
        ("car on the corner", Severity.NOTE, "market", "roads"), ("wire hanging down", Severity.DANGER, "", ""),
        ("a calm morning", Severity.NOTE, "", ""),
    ]  # fmt: skip
    assert page.page.focusWidget() is entry.field


def test_one_key_makes_an_issue_or_a_follow_up_of_a_row(page: Services) -> None:
    page.part(OBSERVATIONS)
    page.note("high kerb #roads")
    table = page.page.view.observations.table
    table.setFocus()
    page.qtbot.keyClick(table, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_I, Qt.Key.Key_F):
        page.qtbot.keyClick(table, key)
        page.settle()
        table.choose(table.model().rows[0].key)
    assert [one.text for one in local_issues.list_issues(page.library, project_id=page.room.project_id)] == [
        "high kerb"
    ]
    handed = follow_ups.list_follow_ups(page.library, project_id=page.room.project_id)
    assert [(one.text, one.department) for one in handed] == [("high kerb", "roads")]
    page.qtbot.keyClick(table, Qt.Key.Key_Delete)
    page.settle()
    assert page.seen == ()
    undo.undo(page.library)
    assert page.seen[0].issue == 1


def test_one_key_links_a_row_to_an_issue_that_is_known_already(page: Services) -> None:
    page.part(OBSERVATIONS)
    for text in ("dark corner", "high kerb"):
        local_issues.add_issue(page.library, project_id=page.room.project_id, text=text)
    page.note("kerb again")
    table = page.page.view.observations.table
    table.setFocus()
    page.qtbot.keyClick(table, Qt.Key.Key_Down)
    page.qtbot.keyClick(table, Qt.Key.Key_L)
    page.settle()
    offered = page.sheet().form.control("issue_id")
    assert [offered.itemText(place) for place in range(offered.count())] == ["none", "2. high kerb", "1. dark corner"]
    page.qtbot.keyClick(offered, Qt.Key.Key_Down)
    page.confirm()
    assert page.seen[0].issue == 2
    undo.undo(page.library)
    assert page.seen[0].issue is None


def test_a_shift_is_begun_by_number_written_in_and_ended(page: Services) -> None:
    part = page.part(OBSERVATIONS)
    page.click(part.begin_button)
    page.fill(operator="99", place="market route")
    page.confirm()
    assert "99" in page.sheet()._error.text()
    page.fill(operator="2")
    page.confirm()
    page.note("two children joined")
    shift = shifts.list_shifts(page.library, project_id=page.room.project_id)[0]
    assert (shift.operator, page.seen[0].shift_id, page.seen[0].place) == (2, shift.id, "market route")
    page.click(part.end_button)
    assert shifts.list_shifts(page.library, project_id=page.room.project_id)[0].ends_at is not None


def test_what_is_typed_stays_when_the_page_is_built_anew(page: Services) -> None:
    page.part(OBSERVATIONS)
    page.qtbot.keyClicks(page.page.view.observations.entry.field, "half a sen")
    draft = page.page.draft()
    page.page.view.observations.entry.field.empty()
    page.page.restore(draft)
    page.settle()
    assert page.page.view.observations.entry.field.value == "half a sen"


def test_a_place_leads_to_the_part_in_which_a_thing_is_seen(page: Services, service_id: UUID) -> None:
    proposal = proposals.add_proposal(page.library, project_id=page.room.project_id, title="benches").record
    pilot = pilots.add_pilot(
        page.library, project_id=page.room.project_id, proposal_id=proposal.id, title="three"
    ).record
    seen = observations.add_observation(page.library, service_id=service_id, text="rain").record
    page.show_place(Place(page.room.project_id, item_id=pilot.id))
    assert (page.page.situation.key, page.page.view.choice.value) == (PROJECT, PILOTS)
    page.show_place(Place(page.room.project_id, item_id=seen.id))
    assert (page.page.situation.key, page.page.view.choice.value) == (service_id, OBSERVATIONS)
