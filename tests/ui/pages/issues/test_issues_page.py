"""The page of local issues, with real keys and clicks."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import Room, make_project
from tests.gallery.views.issues import map_file
from tests.ui.pages.issues.issue_console import Console
from workshop.models.enums import IssueCategory, IssueSource, IssueState
from workshop.services.ideas import ideas, pictures
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups, projects
from workshop.ui.page import Place
from workshop.ui.pages.issues.page import IssuesPage
from workshop.ui.widgets.buttons import LinkButton

pytestmark = pytest.mark.qt_log_ignore(
    "does not support (raise|grabbing)", extend=True
)  # menus on the offscreen screen


def test_enter_keeps_an_issue_and_clears_the_line(console: Console) -> None:
    console.keep("신호가 짧다 @시장 앞 #교통")
    console.keep("물이 고인다")
    first, second = console.issues
    assert (first.text, first.place, first.category) == ("신호가 짧다", "시장 앞", IssueCategory.TRAFFIC)
    assert (second.category, second.lab_session_id) == (IssueCategory.OTHER, console.place.session_id)
    assert console.page.view.entry.field.value == ""
    assert console.page.view.entry.field.hasFocus()
    assert console.shown == [2, 1]
    assert len(console.undone) == 2


def test_the_chosen_category_stays_for_the_next_line(console: Console) -> None:
    console.page.view.entry.category.setCurrentIndex(list(IssueCategory).index(IssueCategory.SAFETY))
    for line in ("하나", "둘 #환경", "셋"):
        console.keep(line)
    wanted = [IssueCategory.SAFETY, IssueCategory.ENVIRONMENT, IssueCategory.SAFETY]
    assert [issue.category for issue in console.issues] == wanted


def test_what_cannot_be_kept_is_put_back(console: Console) -> None:
    console.keep("가" * 5_001 + " @시장")
    assert console.issues == ()
    assert console.page.view.entry.captured.place == "시장"
    assert len(console.page.view.entry.captured.text) == 5_001
    assert len(console.errors) == 1


def test_a_pasted_text_of_several_lines_is_one_issue(console: Console) -> None:
    QApplication.clipboard().setText("길이 좁고\n\n가로등이 없다")
    console.page.view.entry.field.setFocus()
    console.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    console.press(Qt.Key.Key_Return)
    assert [issue.text for issue in console.issues] == ["길이 좁고\n가로등이 없다"]


def test_without_a_project_the_way_to_one_is_shown(qtbot: Any, library: Library) -> None:
    console = Console(qtbot, library, Place())
    console.click(console.page.no_project.button)
    assert console.left == [("start", None)]
    console.end()


def test_an_empty_project_says_what_belongs_here_and_offers_a_map(qtbot: Any, library: Library) -> None:
    console = Console(qtbot, library, Place(make_project(library)))
    assert console.page.view.empty.isVisible()
    assert console.page.view.empty.other_button.isVisible()
    assert not console.page.view.body.isVisible()
    console.keep("처음")
    assert not console.page.view.empty.isVisible()
    assert console.issues[0].source is IssueSource.OBSERVATION
    assert console.page.view.map_button.isVisible()
    console.end()


def test_a_project_that_was_deleted_is_left(console: Console) -> None:
    assert console.place.project_id is not None
    projects.delete_project(console.library, project_id=console.place.project_id)
    console.settle()
    assert console.page.no_project.isVisible()


def test_filters_and_words_narrow_the_list(console: Console) -> None:
    for line in ("신호등 #교통", "가로등 #안전", "쓰레기 #환경"):
        console.keep(line)
    box = console.page.view.filters.box("category")
    box.setCurrentIndex(1 + list(IssueCategory).index(IssueCategory.SAFETY))
    box.activated.emit(box.currentIndex())
    assert console.shown == [2]
    console.page.view.search.setFocus()
    console.qtbot.keyClicks(QApplication.focusWidget(), "xyz")
    console.press(Qt.Key.Key_Return)
    assert console.shown == []
    console.click(console.page.view.nothing.other_button)
    assert console.shown == [3, 2, 1]
    assert console.page.view.search.value == ""
    assert box.currentIndex() == 0


def test_a_click_opens_an_issue_and_its_fields_save_themselves(console: Console) -> None:
    console.keep("신호등이 짧다")
    console.open_issue(0)
    detail = console.page.view.panel
    assert detail.isVisible()
    place = detail.form.control("place")
    place.setFocus()
    place.setText("시장 앞")
    console.press(Qt.Key.Key_Return)
    assert console.issues[0].place == "시장 앞"
    author = detail.form.control("author")
    author.setFocus()
    author.setText("3")
    console.press(Qt.Key.Key_Return)
    assert console.issues[0].author == 3
    author.setText("99")
    console.press(Qt.Key.Key_Return)
    assert console.issues[0].author == 3
    console.press(Qt.Key.Key_Escape)
    assert not detail.isVisible()
    assert console.page.view.list.hasFocus()


def test_what_is_written_is_saved_when_another_issue_is_opened(console: Console) -> None:
    console.keep("하나")
    console.keep("둘")
    console.open_issue(1)
    text = console.page.view.panel.form.control("text")
    text.setFocus()
    text.setPlainText("하나 더")
    console.page.choose(console.issues[1].id)
    console.settle()
    assert [issue.text for issue in console.issues] == ["하나 더", "둘"]
    assert text.value == "둘"


def test_an_empty_text_is_refused_at_its_field(console: Console) -> None:
    console.keep("하나")
    console.open_issue(0)
    text = console.page.view.panel.form.control("text")
    text.setFocus()
    text.setPlainText("")
    console.page.view.panel.form.save()
    console.settle()
    assert console.issues[0].text == "하나"
    assert text.accessibleDescription()
    assert console.errors == []


def test_withdrawing_asks_for_the_reason(console: Console) -> None:
    console.keep("하나")
    console.open_issue(0)
    state = console.page.view.panel.state
    console.click(state.button(IssueState.WITHDRAWN))
    assert state.value is IssueState.OPEN  # as long as nobody has given the reason
    console.sheet().form.set_values({"reason": "중복"})
    console.confirm()
    assert (console.issues[0].state, console.issues[0].reason) == (IssueState.WITHDRAWN, "중복")
    assert state.value is IssueState.WITHDRAWN
    assert not console.page.view.panel.idea_button.isEnabled()
    console.click(state.button(IssueState.SOLVED))
    assert console.issues[0].state is IssueState.SOLVED


def test_an_issue_becomes_an_idea_and_leads_to_it(console: Console, room: Room) -> None:
    console.keep("밤에 어둡다 @뒷골목")
    console.open_issue(0)
    console.click(console.page.view.panel.idea_button)
    (idea,) = ideas.idea_board(room.library, session_id=room.session_id).ideas
    assert idea.text == "밤에 어둡다 (뒷골목)"
    links = console.page.view.panel.findChildren(LinkButton)
    link = next(button for button in links if button.text().startswith("Idea"))
    console.click(link)
    page, place = console.left[-1]
    assert (page, place.item_id, place.session_id) == ("ideas", idea.id, room.session_id)
    console.click(console.page.view.panel.idea_button)
    assert len(console.errors) == 1  # it is one already


def test_where_several_sessions_take_ideas_a_menu_asks(console: Console, room: Room) -> None:
    from tests.builders import KO
    from workshop.services.sessions import lab_sessions

    lab_sessions.prepare_session(room.library, project_id=room.project_id, language=KO, template_key="idea-workshop")
    console.keep("하나")
    console.open_issue(0)
    console.click(console.page.view.panel.idea_button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    menu.actions()[0].trigger()
    menu.close()
    console.settle()
    assert len(ideas.idea_board(room.library, session_id=room.session_id).ideas) == 1


def test_an_issue_is_handed_to_a_department(console: Console, room: Room) -> None:
    console.keep("길이 패였다 @역 앞")
    console.open_issue(0)
    console.click(console.page.view.panel.follow_up_button)
    form = console.sheet().form
    assert form.values()["text"] == "길이 패였다 (역 앞)"
    form.set_values({"department": "도로과"})
    console.confirm()
    (item,) = follow_ups.list_follow_ups(room.library, project_id=room.project_id)
    assert (item.department, item.local_issue_id, item.lab_session_id) == (
        "도로과", console.issues[0].id, room.session_id,
    )  # fmt: skip


def test_photos_of_an_issue_are_told_in_the_list_and_shown(console: Console, room: Room) -> None:
    console.keep("하나")
    pictures.add_picture(room.library, project_id=room.project_id, data=map_file(), local_issue_id=console.issues[0].id)
    console.settle()
    view = console.page.view
    assert "1 photo" in view.list.issues_model.data(
        view.list.issues_model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole
    )
    console.open_issue(0)
    assert len(view.panel.photos.tiles) == 1
    console.page.acts.make_idea(console.issues[0].id)
    console.settle()
    assert ideas.idea_board(room.library, session_id=room.session_id).ideas[0].pictures == 1


def test_delete_removes_and_undo_brings_back(console: Console) -> None:
    console.keep("하나")
    console.keep("둘")
    console.page.view.list.setFocus()
    console.press(Qt.Key.Key_Down)
    console.press(Qt.Key.Key_Delete)
    assert len(console.issues) == 1
    undo.undo(console.library)
    console.settle()
    assert sorted(console.shown) == [1, 2]


def test_after_a_removal_the_next_row_is_chosen(console: Console) -> None:
    for line in ("하나", "둘", "셋"):
        console.keep(line)
    console.page.view.list.setFocus()
    console.press(Qt.Key.Key_Home)
    console.press(Qt.Key.Key_Down)
    console.press(Qt.Key.Key_Delete)
    assert console.shown == [3, 1]
    assert console.page.chosen == console.issues[0].id
    assert console.page.view.list.hasFocus()
    console.press(Qt.Key.Key_Return)
    console.click(console.page.view.panel.remove_button)
    assert console.shown == [3]
    assert console.page.view.list.hasFocus()


def test_a_new_issue_is_never_hidden_by_the_filters(console: Console) -> None:
    console.keep("하나 #안전")
    box = console.page.view.filters.box("category")
    box.setCurrentIndex(1 + list(IssueCategory).index(IssueCategory.SAFETY))
    box.activated.emit(box.currentIndex())
    console.keep("둘 #안전")
    assert box.currentIndex() > 0
    console.keep("셋 #환경")
    assert box.currentIndex() == 0
    assert console.shown == [3, 2, 1]
    assert console.page.view.entry.field.hasFocus()


def test_the_keyboard_goes_through_the_list_and_opens(console: Console) -> None:
    for line in ("하나", "둘", "셋"):
        console.keep(line)
    console.page.view.list.setFocus()
    console.press(Qt.Key.Key_Home)
    console.press(Qt.Key.Key_Down)
    chosen = console.page.chosen
    assert chosen == console.issues[1].id
    console.press(Qt.Key.Key_Return)
    assert console.page.view.panel.issue.id == chosen
    assert console.page.view.panel.isAncestorOf(QApplication.focusWidget())


def test_a_place_names_the_issue_to_be_shown(console: Console) -> None:
    console.keep("하나")
    console.keep("둘")
    wanted = console.issues[0]
    console.page.open(console.place.with_(item_id=wanted.id))
    console.settle()
    assert console.page.view.panel.issue == wanted
    assert console.page.view.list.chosen == wanted.id


def test_what_is_typed_and_chosen_survives_a_new_page(console: Console) -> None:
    console.keep("하나")
    console.write("반쯤 적은")
    console.page.choose(console.issues[0].id, show=True)
    draft = console.page.draft()
    other = IssuesPage(console.desk)
    console.qtbot.addWidget(other)
    other.place = console.page.place
    other.restore(draft)
    console.settle()
    assert other.view.entry.field.value == "반쯤 적은"
    assert other.chosen == console.issues[0].id
    assert other.view.panel.issue is not None
