"""The reports page: what can be made, the real PDF page by page, built, cancelled, refused."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.builders import KO, cast, make_project, make_room, open_poll
from tests.ui.pages.reports.desk import LEFT, Open, closed_room, paper_text, settle, sheet_of, tile, words
from workshop.language import mark
from workshop.models.errors import BusyLibraryError
from workshop.services.ideas import ideas
from workshop.services.keeping.library import Library
from workshop.services.sessions import lab_sessions
from workshop.services.voting import polls
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.page import Place
from workshop.ui.pages.reports import page as reports_page
from workshop.ui.pages.reports.workbench import OPTIONS
from workshop.ui.report_places import to_report
from workshop.ui.widgets.empty_state import EmptyState


@pytest.mark.parametrize(("language", "said"), [("ko", "열린 과제가 없습니다"), ("en", "No project is open")])
def test_without_a_project_it_leads_to_the_start(open_page: Open, qtbot, language, said):
    page = open_page(Place(), language)
    assert said in words(page)
    assert not page.view.save_button.isVisible()
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.view.stack.currentWidget().findChild(EmptyState).button, LEFT)
    assert asked.args[0] == "start"


def test_a_project_without_sessions_has_its_own_report(open_page: Open, library):
    page = open_page(Place(project_id=make_project(library)))
    assert tile(page, "project").isChecked()
    assert page.view.preview.page_count >= 1
    assert page.view.save_button.isEnabled()
    assert not page.view.all_button.isVisible()


@pytest.mark.parametrize(("language", "said"), [("ko", "끝난 회차의 최종 보고서"), ("en", "The session has ended")])
def test_the_last_session_that_ended_is_shown_first(open_page: Open, library, language, said):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id), language)
    assert page.session_id == room.session_id
    assert tile(page, "session").isChecked()
    assert said in words(page)
    assert "횡단보도 신호를 길게" in paper_text(page)


def test_the_whole_project_is_chosen_by_key_and_a_kind_below_it(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id), "en")
    page.view.subject.setFocus()
    qtbot.keyClick(page.view.subject, Qt.Key.Key_Up)
    settle(page)
    assert tile(page, "project").isChecked()
    assert "Project report" in page.built.paper.title
    tile(page, "project").setFocus()
    qtbot.keyClick(tile(page, "project"), Qt.Key.Key_Down)
    settle(page)
    assert page.offer.kind.name == "phase"
    assert "Phase report" in page.built.paper.title


def test_another_session_keeps_the_kind(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id))
    qtbot.mouseClick(tile(page, "consent"), LEFT)
    page.choose_subject(None)
    settle(page)
    assert tile(page, "consent").isChecked()
    page.choose_subject(room.session_id)
    qtbot.mouseClick(tile(page, "name-tags"), LEFT)
    page.choose_subject(None)
    settle(page)
    assert tile(page, "project").isChecked()


def test_other_pages_lead_to_the_right_report(open_page: Open, library):
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 1, 2)
    place = Place(room.project_id, room.session_id)
    page = open_page(to_report(place, kind="name-tags"))
    assert page.offer.kind.name == "name-tags"
    page.open(to_report(place, of=poll.id))
    settle(page)
    assert page.offer.kind.name == "ballots"
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)
    page.open(to_report(Place(room.project_id), of=poll.id))
    settle(page)
    assert (page.offer.kind.name, page.session_id) == ("poll", room.session_id)


def test_pages_are_drawn_only_when_they_come_into_sight(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=make_project(library)))
    preview = page.view.preview
    last = preview.page_count - 1
    qtbot.waitUntil(lambda: 0 in preview.drawn)
    assert last > 1
    assert last not in preview.drawn
    qtbot.keyClick(preview, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: last in preview.drawn)
    assert page.view.page_button.text() == page.say("Page {page} of {all}", page=last + 1, all=last + 1)


def test_pages_are_turned_and_magnified_by_key(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=make_project(library)))
    preview = page.view.preview
    wide = preview._sheets()[0].width()
    commands = {shortcut.toString(): command for command in page.actions() for shortcut in command.shortcuts()}
    commands["Ctrl+PgDown"].trigger()
    assert preview.page == 1
    commands["Ctrl+]"].trigger()
    assert preview._sheets()[0].width() == round(wide * 1.25)
    assert preview.horizontalScrollBar().maximum() > 0
    assert preview.page == 1
    commands["Ctrl+["].trigger()
    assert preview.horizontalScrollBar().maximum() == 0
    commands["Ctrl+G"].trigger()
    sheet = sheet_of(page, FormDialog)
    sheet.form.control("page").setValue(3)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert preview.page == 2


def test_a_whole_page_fits_into_sight(open_page: Open, library, qtbot):
    page = open_page(Place(project_id=closed_room(library).project_id))
    preview = page.view.preview
    assert preview._sheets()[0].height() > preview.viewport().height()
    qtbot.mouseClick(page.view.zoom_choice.button("whole"), LEFT)
    assert preview._sheets()[0].height() < preview.viewport().height()
    qtbot.waitUntil(lambda: 0 in preview.drawn)


def test_a_build_is_cancelled_and_begun_again(open_page: Open, library, qtbot, monkeypatch):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id), "en")
    shown = page.built

    def endless(_library: Library, *_values: Any) -> Iterator[float]:
        while True:
            yield 0.4

    with monkeypatch.context() as patch:
        patch.setattr(reports_page, "build_report", endless)
        qtbot.mouseClick(tile(page, "handout"), LEFT)
        qtbot.waitUntil(page.view.cancel_button.isVisible)
        qtbot.waitUntil(lambda: page.view.progress.value() == 40)
        qtbot.mouseClick(page.view.cancel_button, LEFT)
    settle(page)
    assert page.built is shown
    assert not page.view.save_button.isEnabled()
    qtbot.mouseClick(page.view.again_button, LEFT)
    settle(page)
    assert page.built.wish.offer.kind.name == "handout"
    assert page.view.save_button.isEnabled()


def test_what_cannot_be_made_says_what_is_missing_and_leads_there(open_page: Open, library, qtbot):
    project_id = make_project(library)
    session = lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="빈 회차").record
    page = open_page(Place(project_id, session.id), "en")
    shown = page.built
    qtbot.mouseClick(tile(page, "handout"), LEFT)
    settle(page)
    assert "This report cannot be made yet | This session has no running order yet. Add activities first." in words(
        page
    )
    assert not page.view.preview.isVisible()
    assert not page.view.foot.isVisible()
    assert page.built is shown
    assert not page.view.save_button.isEnabled()
    with qtbot.waitSignal(page.pageRequested) as asked:
        qtbot.mouseClick(page.view.refusal.button, LEFT)
    assert asked.args == ["prepare", Place(project_id, session.id)]
    qtbot.mouseClick(tile(page, "session"), LEFT)
    settle(page)
    assert page.view.preview.isVisible()
    assert page.view.foot.isVisible()
    assert page.view.save_button.isEnabled()


def test_a_refusal_that_is_still_true_keeps_its_button_and_the_keyboard(open_page: Open, library, qtbot):
    project_id = make_project(library)
    session = lab_sessions.prepare_session(library, project_id=project_id, language=KO, title="빈 회차").record
    page = open_page(to_report(Place(project_id, session.id), kind="handout"), "en")
    button = page.view.refusal.button
    button.setFocus()
    page.reload()
    settle(page)
    assert page.view.refusal.button is button
    assert button.hasFocus()


def test_too_many_sessions_asked_for_lead_to_the_options(open_page: Open, library, qtbot):
    page = open_page(to_report(Place(make_room(library).project_id), kind="certificate"), "en")
    page.change_options(replace(page.view.options.options, least_sessions=2))
    settle(page)
    assert "Nobody has come to 2 sessions or more. Choose a smaller number." in words(page)
    qtbot.mouseClick(page.view.refusal.button, LEFT)
    assert page.view.bench.side == OPTIONS
    qtbot.mouseClick(page.view.options.number_choices["least_sessions"].button(1), LEFT)
    settle(page)
    assert page.view.refusal is None
    assert page.is_ready


def test_what_failed_otherwise_can_be_tried_again(open_page: Open, library, qtbot, monkeypatch):
    def busy(_library: Library, *_values: Any) -> Iterator[float]:
        raise BusyLibraryError(mark("Another program is writing."))
        yield 0.0

    with monkeypatch.context() as patch:
        patch.setattr(reports_page, "build_report", busy)
        page = open_page(Place(project_id=make_project(library)), "en")
    assert "This report could not be made | Another program is writing." in words(page)
    qtbot.mouseClick(page.view.refusal.button, LEFT)
    settle(page)
    assert page.view.preview.isVisible()
    assert page.is_ready


def test_what_changes_meanwhile_comes_into_the_report(open_page: Open, library):
    room = make_room(library)
    page = open_page(Place(project_id=room.project_id, session_id=room.session_id), "en")
    assert "The session is running" in words(page)
    ideas.add_idea(library, session_id=room.session_id, text="밤길 조명")
    page.reload()
    settle(page)
    assert "밤길 조명" in paper_text(page)


def test_what_is_looked_at_survives_a_rebuild(open_page: Open, library, qtbot):
    room = closed_room(library)
    page = open_page(Place(project_id=room.project_id))
    page.choose_subject(None)
    qtbot.mouseClick(tile(page, "consent"), LEFT)
    settle(page)
    again = open_page(Place(project_id=room.project_id), "en", settings=page.settings.with_(language="en"))
    again.restore(page.draft())
    settle(again)
    assert tile(again, "consent").isChecked()
    assert again.session_id is None
