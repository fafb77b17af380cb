"""A session is prepared from a template, put in order, checked and started."""

from datetime import date, time

from PySide6.QtCore import QPoint, Qt

from tests.builders import make_project
from tests.ui.pages.prepare.preparing import plan_of, settle, titles, write
from workshop.models.enums import ActivityKind, PhaseKind, SessionState
from workshop.services.keeping import undo
from workshop.services.people import participants
from workshop.services.sessions import agenda, lab_sessions, running
from workshop.ui.page import Place
from workshop.ui.pages.prepare.page import PreparePage


def test_without_a_project_it_leads_to_the_projects(page, qtbot):
    page.open(Place())
    settle(page)
    assert page.no_project.isVisible()
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.no_project.button, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "start"


def test_templates_of_the_phase_come_first_and_make_a_session(page, qtbot, library, desk):
    project_id = make_project(library)
    page.open(Place(project_id))
    settle(page)
    cards = page.chooser.cards
    assert next(iter(cards)) == "kick-off"
    assert len(cards) == 6
    cards["problem-finding"].setFocus()
    qtbot.keyClick(cards["problem-finding"], Qt.Key.Key_Return)
    assert page.form.isVisible()
    page.form.form.set_values({"title": "첫 모임", "on": date(2026, 5, 9), "place": "시민회관"})
    qtbot.mouseClick(page.form.make_button, Qt.MouseButton.LeftButton)
    settle(page)
    (line,) = lab_sessions.list_sessions(library, project_id=project_id)
    assert (line.session.title, line.session.on, line.session.starts_at) == ("첫 모임", date(2026, 5, 9), None)
    assert line.session.phase is PhaseKind.PLANNING
    assert page.view.isVisible()
    assert page.view.header.title == "첫 모임"
    assert len(page.view.agenda.lines) == 8


def test_an_empty_session_cannot_be_started_until_it_has_an_activity(page, qtbot, library, desk):
    project_id = make_project(library)
    page.open(Place(project_id))
    settle(page)
    qtbot.mouseClick(page.chooser.empty_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.form.make_button, Qt.MouseButton.LeftButton)
    assert not lab_sessions.list_sessions(library, project_id=project_id), "a session needs a title"
    page.form.form.set_values({"title": "빈 회차"})
    qtbot.mouseClick(page.form.make_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert not page.view.start_button.isEnabled()
    page.view.activityAdded.emit(ActivityKind.DISCUSSION)
    settle(page)
    assert page.view.start_button.isEnabled()
    assert page.view.activity.form.values()["kind"] is ActivityKind.DISCUSSION


def test_details_are_saved_when_a_field_is_left_and_can_be_undone(page, qtbot, library, session):
    place, host = (page.view.details.form.control(name) for name in ("place", "host"))
    write(qtbot, place, "Hall 2")
    assert plan_of(library, session).session.place == ""
    with qtbot.waitSignal(page.undoOffered):
        host.setFocus()
    settle(page)
    assert plan_of(library, session).session.place == "Hall 2"
    undo.undo(library)
    settle(page)
    assert place.text() == ""


def test_day_and_time_are_saved_by_themselves(page, qtbot, library, session):
    form = page.view.details.form
    form.set_values({"starts_at": time(14, 30)})
    qtbot.waitUntil(lambda: plan_of(library, session).session.starts_at == time(14, 30))
    settle(page)
    assert page.view.agenda.lines[0].begins == "14:30"
    assert page.view.agenda.lines[1].begins == "14:35"


def test_an_empty_title_is_refused_at_the_field_and_kept_there(page, qtbot, library, session):
    form = page.view.details.form
    write(qtbot, form.control("title"), "")
    form.control("place").setFocus()
    settle(page)
    assert plan_of(library, session).session.title == session.title
    assert form.control("title").property("wrong")
    write(qtbot, form.control("title"), "Again")
    form.control("place").setFocus()
    settle(page)
    assert plan_of(library, session).session.title == "Again"
    assert not form.control("title").property("wrong")


def test_what_is_being_written_survives_a_change_from_elsewhere(page, qtbot, library, session):
    write(qtbot, page.view.details.form.control("place"), "Hall")
    lab_sessions.edit_session(library, session_id=session.id, host="Elsewhere")
    settle(page)
    assert page.view.details.form.control("place").text() == "Hall"
    assert page.view.details.form.control("host").text() == "Elsewhere"


def test_alt_and_arrows_put_activities_in_order(page, qtbot, library, session):
    before = titles(library, session)
    page.view.agenda.setFocus()
    page.view.agenda.choose(plan_of(library, session).activities[1].id)
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(page)
    assert titles(library, session) == [before[1], before[0], *before[2:]]
    assert page.view.agenda.currentIndex().row() == 0, "the moved one stays chosen"
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(page)
    assert titles(library, session)[0] == before[1]


def test_dragging_puts_activities_in_order(page, qtbot, library, session):
    before = titles(library, session)
    agenda_list = page.view.agenda
    viewport, row = agenda_list.viewport(), agenda_list.row_height
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, row // 2))
    qtbot.mouseMove(viewport, QPoint(60, row))
    qtbot.mouseMove(viewport, QPoint(60, 3 * row + 2))
    assert agenda_list.drop_place == 3
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, 3 * row + 2))
    settle(page)
    assert titles(library, session) == [before[1], before[2], before[0], *before[3:]]


def test_an_activity_is_edited_beside_the_running_order(page, qtbot, library, session):
    first = plan_of(library, session).activities[0]
    page.view.agenda.choose(first.id)
    card = page.view.activity
    assert card.isVisible()
    assert not page.view.details.isVisible()
    write(qtbot, card.form.control("title"), "Hello")
    card.form.control("question").setFocus()
    settle(page)
    assert titles(library, session)[0] == "Hello"
    qtbot.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    assert page.view.details.isVisible()


def test_going_to_another_activity_saves_the_one_before(page, qtbot, library, session):
    first, second = plan_of(library, session).activities[:2]
    page.view.agenda.choose(first.id)
    write(qtbot, page.view.activity.form.control("title"), "Written")
    page.view.agenda.choose(second.id)
    settle(page)
    assert titles(library, session)[:2] == ["Written", second.title]
    assert page.view.activity.form.control("title").text() == second.title


def test_an_activity_is_added_after_the_chosen_one_and_removed(page, qtbot, library, session):
    before = titles(library, session)
    page.view.agenda.choose(plan_of(library, session).activities[0].id)
    page.view.activityAdded.emit(ActivityKind.BREAK)
    settle(page)
    assert plan_of(library, session).activities[1].kind is ActivityKind.BREAK
    qtbot.mouseClick(page.view.activity.remove_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert titles(library, session) == before
    assert page.view.details.isVisible()


def test_the_bar_says_when_the_plan_is_too_long(page, library, session):
    assert page.view.bar.over == 0
    lab_sessions.edit_session(library, session_id=session.id, minutes=100)
    settle(page)
    assert page.view.bar.over == 10
    assert page.view.slack.property("role") == "warn"
    assert "time" in page.view.ready.steps


def test_each_missing_point_leads_to_where_it_is_put_right(page, qtbot, library, session):
    assert set(page.view.ready.steps) == {"date", "place", "participants"}
    qtbot.mouseClick(page.view.ready.steps["place"], Qt.MouseButton.LeftButton)
    assert page.view.details.form.control("place").hasFocus()
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.view.ready.steps["participants"], Qt.MouseButton.LeftButton)
    assert asked.args[0] == "participants"
    participants.register_many(library, project_id=session.project_id, count=3)
    settle(page)
    assert "participants" not in page.view.ready.steps
    assert page.view.people_count.text() == "3"


def test_a_missing_question_opens_its_activity(page, qtbot, library, session):
    writing = next(part for part in plan_of(library, session).activities if part.kind.collects_ideas)
    agenda.edit_activity(library, activity_id=writing.id, question="")
    settle(page)
    qtbot.mouseClick(page.view.ready.steps["questions"], Qt.MouseButton.LeftButton)
    assert page.view.agenda.chosen == writing.id
    assert page.view.activity.form.control("question").hasFocus()


def test_starting_leads_to_the_run_page(page, qtbot, library, session):
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.view.start_button, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "run"
    assert asked.args[1].session_id == session.id
    assert plan_of(library, session).session.state is SessionState.RUNNING
    settle(page)


def test_a_running_session_can_only_be_looked_at(page, qtbot, library, session):
    running.start_session(library, session_id=session.id)
    settle(page)
    view = page.view
    assert not view.details.form.isVisible()
    assert not view.add_button.isVisible()
    before = titles(library, session)
    view.agenda.setFocus()
    view.agenda.choose(plan_of(library, session).activities[1].id)
    qtbot.keyClick(view.agenda, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view.agenda, Qt.Key.Key_Delete)
    settle(page)
    assert titles(library, session) == before
    assert not view.activity.isVisible()
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(view.start_button, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "run"


def test_a_session_in_preparation_is_removed_and_brought_back(page, qtbot, library, session):
    with qtbot.waitSignal(page.undoOffered):
        qtbot.mouseClick(page.view.details.remove_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert not lab_sessions.list_sessions(library, project_id=session.project_id)
    assert page.chooser.isVisible()
    undo.undo(library)
    settle(page)
    assert [line.session.id for line in lab_sessions.list_sessions(library, project_id=session.project_id)] == [
        session.id
    ]


def test_the_switch_goes_to_another_session(page, qtbot, library, session, desk):
    other = lab_sessions.prepare_session(
        library, project_id=session.project_id, language=desk.language, template_key="budgeting"
    ).record
    settle(page)
    switch = page.view.switch
    assert switch.count() == 2
    assert switch.currentData() == session.id
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Down)
    settle(page)
    assert page.view.header.title == other.title
    assert page.place.session_id == other.id


def test_a_new_session_that_is_being_written_outlives_another_language(page, qtbot, library, session, desk):
    qtbot.mouseClick(page.view.new_button, Qt.MouseButton.LeftButton)
    settle(page)
    page.choose_template("budgeting")
    page.form.form.set_values({"title": "쓰다 만 회차"})
    draft = page.draft()
    heir = PreparePage(desk)
    qtbot.addWidget(heir)
    heir.show()
    heir.open(Place(session.project_id, session.id))
    heir.restore(draft)
    settle(heir)
    assert heir.form.isVisible()
    assert heir.form.values()["title"] == "쓰다 만 회차"


def test_without_room_beside_an_activity_takes_the_place_of_the_running_order(page, qtbot, library, session):
    page.resize(620, 700)
    qtbot.waitUntil(lambda: not page.view.has_room_beside)
    first, second = plan_of(library, session).activities[:2]
    listed, card = page.view.agenda, page.view.activity
    listed.setFocus()
    listed.choose(first.id)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert listed.chosen == second.id
    assert not card.isVisible(), "going through the list opens nothing"
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert card.isVisible()
    assert not listed.isVisible()
    assert card.form.control("title").hasFocus()
    qtbot.keyClick(card.form.control("title"), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert listed.hasFocus()
    assert listed.chosen == second.id, "one is where one was"
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, listed.row_height // 2))
    assert card.isVisible()
    page.resize(1158, 768)
    qtbot.waitUntil(listed.isVisible)


def test_removing_by_key_goes_on_to_the_next(page, qtbot, library, session):
    first, second = plan_of(library, session).activities[:2]
    page.view.agenda.setFocus()
    page.view.agenda.choose(first.id)
    qtbot.keyClick(page.view.agenda, Qt.Key.Key_Delete)
    settle(page)
    assert plan_of(library, session).activities[0].id == second.id
    assert page.view.agenda.hasFocus()
    assert page.view.agenda.chosen == second.id


def test_the_keyboard_stays_on_the_page_when_another_part_of_it_is_shown(page, qtbot, library, session):
    page.view.new_button.setFocus()
    qtbot.keyClick(page.view.new_button, Qt.Key.Key_Return)
    settle(page)
    assert next(iter(page.chooser.cards.values())).hasFocus()
    page.cancel_button.setFocus()
    qtbot.keyClick(page.cancel_button, Qt.Key.Key_Return)
    settle(page)
    assert page.view.agenda.hasFocus()
