"""The run page: a session led from its first activity to its end, by mouse and by keys."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.builders import FakeClock, Room, cast, make_project, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import ActivityKind, Presence
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls, voting
from workshop.ui.page import Place
from workshop.ui.pages.run.page import RunPage
from workshop.ui.widgets.buttons import Button, PrimaryButton
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.reading_order import tab_stops


class Console(PageConsole):
    """A run page in a window of its own."""

    def __init__(self, qtbot: Any, library: Library, code: str = "en") -> None:
        super().__init__(qtbot, library, RunPage, code)

    def open(self, room: Room) -> RunPage:
        self.show_place(Place(room.project_id, room.session_id))
        return self.page

    def press(self, verb: str) -> None:
        button = self.page.view.activity.button(verb)
        assert button is not None, verb
        self.click(button)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def room(library: Library, clock: FakeClock) -> Room:
    return make_room(library.at(clock))


@pytest.fixture
def console(request: pytest.FixtureRequest, qtbot: Any, room: Room) -> Iterator[Console]:
    made = Console(qtbot, room.library, getattr(request, "param", "en"))
    yield made
    made.end()


def go_to(room: Room, kind: ActivityKind) -> None:
    part = next(part for part in room.plan.activities if part.kind is kind)
    running.begin_activity(room.library, activity_id=part.id)


def test_the_clock_runs_on_from_the_beginning_of_the_activity(console: Console, room: Room, clock: FakeClock) -> None:
    clock.forward(minutes=2)
    page = console.open(room)  # as after a kill: nothing but the library knows the time
    assert page.view.bar.clock.text() == "03:00"
    clock.forward(minutes=4)
    page._tick()
    assert page.view.bar.clock.text() == "+01:00"
    assert page.view.bar.clock.property("role") == "warn"


def test_a_minute_more(console: Console, room: Room, qtbot: Any) -> None:
    page = console.open(room)
    page.view.agenda.setFocus()
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: room.plan.current.added_minutes == 1)
    console.settle()
    assert page.view.bar.clock.text() == "06:00"


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_PageDown,)])
def test_next_by_key_takes_the_shared_screen_along(console: Console, room: Room, qtbot: Any, keys: Any) -> None:
    page = console.open(room)
    second = room.plan.following
    qtbot.keyClick(page, *keys)
    console.settle()
    assert room.plan.current == lab_sessions.session_plan(room.library, session_id=room.session_id).current
    assert room.plan.current.id == second.id
    assert console.stage.shown[-1] == ("show_activity", room.session_id, second.id)
    assert [line.state for line in page.view.agenda.lines[:3]] == ["done", "now", "next"]
    assert console.undone


def test_enter_in_the_running_order_goes_to_an_activity(console: Console, room: Room, qtbot: Any) -> None:
    page = console.open(room)
    page.view.agenda.setFocus()
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_Down)
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_Down)
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_Return)
    console.settle()
    assert room.plan.current.position == 2


def test_a_quick_idea_is_one_key_away_and_its_number_optional(console: Console, room: Room, qtbot: Any) -> None:
    page = console.open(room)
    page.view.agenda.setFocus()
    page.focus_quick_idea()  # what the window does for its key, see tests/ui/test_keyboard.py
    entry = page.view.bar.quick
    assert entry.field.hasFocus()
    qtbot.keyClicks(entry.field, "12 more lamps")
    qtbot.keyClicks(entry.author, "2")
    qtbot.keyClick(entry.author, Qt.Key.Key_Return)
    console.settle()
    (idea,) = ideas.idea_board(room.library, session_id=room.session_id).ideas
    assert (idea.text, idea.author) == ("12 more lamps", 2)
    assert (entry.field.value, entry.author.value) == ("", "")
    assert entry.field.hasFocus()


def test_the_last_syllable_is_not_lost(console: Console, room: Room, qtbot: Any) -> None:
    page = console.open(room)
    field = page.view.bar.quick.field
    field.setFocus()
    qtbot.keyClicks(field, "lamp ")
    QApplication.sendEvent(field, QInputMethodEvent("등", []))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    console.settle()
    assert [idea.text for idea in ideas.idea_board(room.library, session_id=room.session_id).ideas] == ["lamp 등"]


def test_an_unknown_number_gives_the_idea_back(console: Console, room: Room, qtbot: Any) -> None:
    page = console.open(room)
    entry = page.view.bar.quick
    qtbot.keyClicks(entry.field, "a bench")
    qtbot.keyClicks(entry.author, "77")
    qtbot.keyClick(entry.author, Qt.Key.Key_Return)
    console.settle()
    assert ideas.idea_board(room.library, session_id=room.session_id).ideas == ()
    assert (entry.field.value, entry.author.value) == ("a bench", "77")
    assert "77" in console.notices[-1]


def test_undo_takes_back_what_was_done_last(console: Console, room: Room, qtbot: Any) -> None:
    page = console.open(room)
    qtbot.keyClicks(page.view.bar.quick.field, "a bench")
    qtbot.keyClick(page.view.bar.quick.field, Qt.Key.Key_Return)
    console.settle()
    console.click(page.view.bar.undo_button)
    assert ideas.idea_board(room.library, session_id=room.session_id).ideas == ()
    assert console.notices


def test_ideas_are_counted_and_the_latest_stand_on_top(console: Console, room: Room, qtbot: Any) -> None:
    go_to(room, ActivityKind.ROUND_ROBIN)
    page = console.open(room)
    panel = page.view.activity.panel
    for text in ("a bench", "a lamp"):
        qtbot.keyClicks(panel.entry.field, text)
        qtbot.keyClick(panel.entry.field, Qt.Key.Key_Return)
        console.settle()
    assert panel.figure.number == "2"
    console.press("idea_booth")
    assert console.stage.shown[-1] == ("show_idea_booth", room.session_id, room.plan.current.id)


def test_a_vote_from_its_opening_to_its_result(console: Console, room: Room) -> None:
    for text in ("a bench", "a lamp", "a crossing"):
        ideas.add_idea(room.library, session_id=room.session_id, text=text)
    go_to(room, ActivityKind.VOTE)
    poll_id = room.plan.current.poll_id
    page = console.open(room)
    console.press("options_ideas")
    console.press("open_poll")
    assert console.stage.shown[-1] == ("show_voting_booth", poll_id)
    poll = polls.get_poll(room.library, poll_id=poll_id)
    for person in range(3):
        cast(room, poll, person, 2, 1)
    console.settle()
    panel = page.view.activity.panel
    assert panel.figure.number == "3"
    assert panel.chart is None
    console.press("close_poll")
    console.confirm()
    assert polls.get_poll(room.library, poll_id=poll_id).closed_at is not None
    assert panel.chart is None, "closed is not revealed"
    console.press("reveal_poll")
    assert console.stage.shown[-1] == ("show_result", poll_id)
    assert [bar.value for bar in panel.chart.bars] == [6, 3, 0]
    assert page.view.bar.next_button.property("look") == "primary"


def test_closing_is_not_asked_about_when_everybody_has_voted(console: Console, room: Room) -> None:
    go_to(room, ActivityKind.VOTE)
    poll_id = room.plan.current.poll_id
    polls.set_options(room.library, poll_id=poll_id, options=[polls.OptionDraft("a"), polls.OptionDraft("b")])
    poll = polls.open_poll(room.library, poll_id=poll_id).record
    for person in range(4):
        cast(room, poll, person, 1)
    console.open(room)
    console.press("close_poll")
    assert polls.get_poll(room.library, poll_id=poll_id).closed_at is not None


def test_one_option_is_not_enough_to_open(console: Console, room: Room) -> None:
    go_to(room, ActivityKind.VOTE)
    polls.set_options(room.library, poll_id=room.plan.current.poll_id, options=[polls.OptionDraft("a")])
    page = console.open(room)
    assert not page.view.activity.button("open_poll").isEnabled()


def test_somebody_is_called_by_number(console: Console, room: Room, qtbot: Any) -> None:
    go_to(room, ActivityKind.VOTE)
    poll_id = room.plan.current.poll_id
    polls.set_options(room.library, poll_id=poll_id, options=[polls.OptionDraft("a"), polls.OptionDraft("b")])
    poll = polls.open_poll(room.library, poll_id=poll_id).record
    cast(room, poll, 0, 1)
    page = console.open(room)
    qtbot.keyClicks(page.view.room.number_field, "3")
    qtbot.keyClick(page.view.room.number_field, Qt.Key.Key_Return)
    assert console.stage.called == [room.people[2].id]
    qtbot.keyClicks(page.view.room.number_field, "1")
    console.click(page.view.room.call_button)
    assert console.stage.called == [room.people[2].id], "number 1 has voted"
    assert "1" in console.notices[-1]


def test_late_people_and_those_who_come_by_number(console: Console, room: Room, qtbot: Any) -> None:
    late = participants.register_participant(room.library, project_id=room.project_id).record
    page = console.open(room)
    qtbot.keyClicks(page.view.room.number_field, str(late.number))
    qtbot.keyClick(page.view.room.number_field, Qt.Key.Key_Return)
    console.settle()
    console.click(page.view.room.late_button)
    here = attendance.list_attendance(room.library, session_id=room.session_id)
    assert [line.presence for line in here] == [Presence.PRESENT] * 6
    assert here[-1].participant.code in console.notices[-1]
    assert not page.view.room.everyone_button.isEnabled()


def test_the_shared_screen_is_covered_and_opened_from_here(console: Console, room: Room) -> None:
    page = console.open(room)
    console.click(page.view.screen.cover_button)
    assert console.stage.is_covered
    console.click(page.view.screen.cover_button)
    assert not console.stage.is_covered
    console.click(page.view.screen.open_button)
    assert console.stage.is_open
    console.click(page.view.screen.thanks_button)
    assert console.stage.shown[-1] == ("show_thanks", room.session_id)


def test_the_end_is_asked_about_and_leads_to_the_reports(console: Console, room: Room) -> None:
    last = room.plan.activities[-1]
    running.begin_activity(room.library, activity_id=last.id)
    page = console.open(room)
    if page.view.activity.button("close_session") is not None:
        console.press("close_session")
    else:
        console.click(page.view.bar.next_button)
    console.confirm()
    assert room.plan.session.closed_at is not None
    assert console.left[-1][0] == "reports"
    assert console.stage.shown[-1] == ("show_thanks", room.session_id)


def test_one_button_is_filled_at_most(console: Console, room: Room) -> None:
    page = console.open(room)
    for part in room.plan.activities:
        running.begin_activity(room.library, activity_id=part.id)
        console.settle()
        buttons = page.findChildren(Button)
        filled = [button.text() for button in buttons if button.isVisible() and button.property("look") == "primary"]
        assert len(filled) == 1, (part.kind, filled)


def test_what_is_typed_outlives_a_change_of_language(console: Console, room: Room, qtbot: Any) -> None:
    go_to(room, ActivityKind.ROUND_ROBIN)
    page = console.open(room)
    qtbot.keyClicks(page.view.bar.quick.field, "half an idea")
    qtbot.keyClicks(page.view.activity.panel.entry.field, "another half")
    draft = page.draft()
    other = RunPage(console.desk)
    qtbot.addWidget(other)
    other.open(Place(room.project_id, room.session_id))
    other.restore(draft)
    console.settle()
    assert other.view.bar.quick.field.value == "half an idea"
    assert other.view.activity.panel.entry.field.value == "another half"


def test_without_a_running_session_a_prepared_one_is_started(qtbot: Any, library: Library, korean: Any) -> None:
    project_id = make_project(library)
    session = lab_sessions.prepare_session(
        library, project_id=project_id, language=korean, template_key="problem-finding"
    ).record
    console = Console(qtbot, library)
    console.show_place(Place(project_id))
    first = console.page.chooser.findChild(PrimaryButton)
    assert first.hasFocus(), "Enter begins it"
    console.click(first)
    assert lab_sessions.session_plan(library, session_id=session.id).session.opened_at is not None
    assert console.page.view.isVisible()
    assert console.stage.shown[-1] == ("show_welcome", session.id)
    console.end()


def test_with_nothing_prepared_it_says_so(qtbot: Any, library: Library) -> None:
    console = Console(qtbot, library)
    console.show_place(Place(make_project(library)))
    console.click(console.page.chooser.findChild(EmptyState).button)
    assert console.left == [("prepare", None)]
    console.end()


@pytest.mark.parametrize(
    "kind", [ActivityKind.WELCOME, ActivityKind.ROUND_ROBIN, ActivityKind.VOTE, ActivityKind.THEMES]
)
@pytest.mark.parametrize("console", ["en", "ko"], indirect=True)
def test_nothing_is_cut_off_on_a_small_display(console: Console, room: Room, cut_off: Any, kind: ActivityKind) -> None:
    go_to(room, kind)
    page = console.open(room)
    assert cut_off(page) == []


def test_a_ballot_that_comes_in_is_seen_at_once(console: Console, room: Room) -> None:
    go_to(room, ActivityKind.VOTE)
    poll_id = room.plan.current.poll_id
    polls.set_options(room.library, poll_id=poll_id, options=[polls.OptionDraft("a"), polls.OptionDraft("b")])
    poll = polls.open_poll(room.library, poll_id=poll_id).record
    page = console.open(room)
    voting.cast_ballot(
        room.library,
        poll_id=poll_id,
        participant_id=room.people[1].id,
        choices={poll.options[0].id: 1},
        ballot_id=uuid4(),
    )
    console.settle()
    assert page.view.activity.panel.figure.number == "1"


@pytest.mark.parametrize("width", [1158, 820, 640])
def test_time_idea_and_next_step_have_room_at_every_width(
    console: Console, room: Room, qtbot: Any, cut_off: Any, width: int
) -> None:
    go_to(room, ActivityKind.SILENT_WRITING)
    page = console.open(room)
    page.resize(width, 768)
    area = page.scroll
    qtbot.waitUntil(lambda: page.width() == width and area.widget().width() <= area.viewport().width())
    bar = page.view.bar
    qtbot.waitUntil(lambda: cut_off(bar) == [])
    parts = [part.geometry() for part in (bar.clock.parentWidget(), bar.quick, bar.next_button.parentWidget())]
    assert not any(one.intersects(other) for place, one in enumerate(parts) for other in parts[:place])


def test_below_each_other_the_activity_comes_first(console: Console, room: Room, qtbot: Any) -> None:
    go_to(room, ActivityKind.SILENT_WRITING)
    page = console.open(room)
    agenda, verb = page.view.agenda, page.view.activity.button("open_wall")
    stops = list(tab_stops(page))
    assert stops.index(agenda) < stops.index(verb)
    page.resize(640, 768)
    qtbot.waitUntil(lambda: verb.mapTo(page, QPoint()).y() < agenda.mapTo(page, QPoint()).y())
    stops = list(tab_stops(page))
    assert stops.index(verb) < stops.index(agenda), "read in the order in which it is seen"


def test_the_keyboard_stays_on_the_page_when_what_had_it_goes(console: Console, room: Room, qtbot: Any) -> None:
    go_to(room, ActivityKind.SILENT_WRITING)
    page = console.open(room)
    page.view.activity.panel.entry.field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    console.settle()
    assert page.view.bar.quick.field.hasFocus()
    page.view.bar.undo_button.setFocus()
    page.view.bar.set_undo(None)
    assert page.view.bar.quick.field.hasFocus(), "there is nothing left to undo"


def test_on_a_large_display_more_of_the_latest_ideas_are_seen(console: Console, room: Room, qtbot: Any) -> None:
    go_to(room, ActivityKind.SILENT_WRITING)
    for number in range(20):
        ideas.add_idea(room.library, session_id=room.session_id, text=f"idea {number}")
    page = console.open(room)

    def seen() -> int:
        return sum(label.isVisible() for label in page.view.activity.findChildren(ElidedLabel))

    few = seen()
    page.resize(1600, 1300)
    qtbot.waitUntil(lambda: seen() > few)
    page.resize(1158, 768)
    qtbot.waitUntil(lambda: seen() == few)
