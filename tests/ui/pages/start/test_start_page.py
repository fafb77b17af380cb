"""The start page: what needs attention comes first, tiles keep the keyboard, everything can be done without a hidden key."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.builders import KO, make_project, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import FollowUpKind
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups, projects
from workshop.services.sample import sample
from workshop.services.sessions import lab_sessions
from workshop.ui.page import Place
from workshop.ui.pages.start.attention import Matter, points_of
from workshop.ui.pages.start.cards import ProjectTile
from workshop.ui.pages.start.page import StartPage
from workshop.ui.pages.start.sample_progress import SampleProgress


@pytest.fixture
def console(qtbot, library: Library) -> Iterator[PageConsole]:
    shown = PageConsole(qtbot, library, StartPage)
    yield shown
    shown.end()


def _tiles(console: PageConsole) -> list[ProjectTile]:
    return [tile for tile in console.page.findChildren(ProjectTile) if tile.isVisible()]


def _late(library: Library, project_id: object) -> None:
    day = library.today() - timedelta(days=1)
    follow_ups.add_follow_up(library, project_id=project_id, kind=FollowUpKind.ACTION, text="lamp", due_on=day)


def _draft(library: Library, project_id: object, title: str, days: int) -> object:
    day = library.today() + timedelta(days=days)
    made = lab_sessions.prepare_session(library, project_id=project_id, language=KO, title=title, on=day)
    return made.record.id


def test_an_interrupted_sample_leaves_the_first_steps_in_place(console: PageConsole, library: Library) -> None:
    making = sample.build_sample(library)
    next(making)
    making.close()
    console.show_place(Place())
    assert console.page.empty.isVisible()
    console.qtbot.mouseClick(console.page.empty.other_button, Qt.MouseButton.LeftButton)
    console.qtbot.waitUntil(lambda: bool(console.left), timeout=60_000)
    console.settle()
    made = sample.find_sample(library)
    assert made is not None
    assert console.left == [("project", Place(made.id))]
    console.show_place(Place())
    assert len(_tiles(console)) == 1


@pytest.mark.parametrize("known", [False, True])
def test_making_the_sample_moves_nothing_and_leaves_the_keyboard_on_its_button(
    console: PageConsole, library: Library, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    if known:
        make_project(library)
    console.show_place(Place())
    asked: list[object] = []
    monkeypatch.setattr(console.tasks, "build", lambda *parts, **_kind: asked.append(parts))
    page = console.page
    button = page.sample_button if known else page.empty.other_button
    place = button.mapTo(page, button.rect().topLeft())
    button.setFocus()
    for _ in range(2):
        console.qtbot.keyClick(button, Qt.Key.Key_Return)
        console.settle()
    assert len(asked) == 1
    assert QApplication.focusWidget() is button
    assert button.mapTo(page, button.rect().topLeft()) == place
    assert [progress.isVisible() for progress in page.findChildren(SampleProgress)].count(True) == 1
    page._sample_failed(ValueError("full"))
    console.errors.clear()
    assert not any(progress.isVisible() for progress in page.findChildren(SampleProgress))


def test_one_point_alone_has_its_button_at_the_right_edge(console: PageConsole, library: Library) -> None:
    _late(library, make_project(library))
    console.show_place(Place())
    card, (row,) = console.page.attention, console.page.attention.rows
    assert row.geometry().right() == card.contentsRect().right() - 20
    assert row.button.geometry().right() == row.rect().right()


def test_the_first_steps_are_in_the_middle_of_the_page(console: PageConsole) -> None:
    console.show_place(Place())
    page, empty = console.page, console.page.empty
    free = page.content.contentsRect()
    assert abs(empty.geometry().center().y() - free.center().y()) <= 2
    assert empty.height() == free.height()


def test_nothing_is_said_where_nothing_needs_attention(console: PageConsole, library: Library) -> None:
    _draft(library, make_project(library), "far away", 8)
    console.show_place(Place())
    assert not console.page.attention.isVisible()


def test_each_matter_leads_to_its_page(console: PageConsole, library: Library) -> None:
    room = make_room(library)
    late, soon = make_project(library, "late"), make_project(library, "soon")
    _late(library, late)
    session_id = _draft(library, soon, "near", 7)
    _draft(library, soon, "missed", -1)
    console.show_place(Place())
    rows = console.page.attention.rows
    assert [row.button.text() for row in rows] == ["Continue", "Prepare", "Look at them"]
    for row in rows:
        row.button.setFocus()
        console.qtbot.keyClick(row.button, Qt.Key.Key_Return)
    assert console.left == [
        ("run", Place(room.project_id, room.session_id)),
        ("prepare", Place(soon, session_id)),
        ("follow-ups", Place(late)),
    ]


def test_only_one_button_is_filled(console: PageConsole, library: Library) -> None:
    def filled() -> list[str]:
        buttons = [button for button in console.page.findChildren(QPushButton) if button.isVisible()]
        return [button.text() for button in buttons if button.property("look") == "primary"]

    console.show_place(Place())
    assert filled() == ["New project"]
    make_project(library)
    console.settle()
    assert filled() == ["New project"]
    make_room(library)
    console.settle()
    assert filled() == ["Continue"]


def test_practice_needs_no_attention_unless_it_still_runs(library: Library) -> None:
    project_id = projects.create_project(library, title="try", language=KO, practice=True).record.id
    _late(library, project_id)
    _draft(library, project_id, "soon", 1)
    assert points_of(projects.list_projects(library), library.today()) == []
    make_room(library)
    matters = [point.matter for point in points_of(projects.list_projects(library), library.today())]
    assert matters == [Matter.UNFINISHED]


def test_tiles_keep_the_keyboard_when_something_changes(console: PageConsole, library: Library) -> None:
    for title in ("one", "two", "three"):
        make_project(library, title)
    console.show_place(Place())
    tiles = _tiles(console)
    tiles[0].setFocus()
    console.qtbot.keyClick(tiles[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is tiles[1]
    make_project(library, "a new one, before all others")
    console.settle()
    assert QApplication.focusWidget() is tiles[1]
    assert set(tiles) < set(_tiles(console))
    tiles[1].more_button.setFocus()
    projects.edit_project(library, project_id=tiles[1].card.project.id, title="named anew")
    console.settle()
    assert QApplication.focusWidget() is tiles[1].more_button
    assert "named anew" in tiles[1].accessibleName()


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_says_what_can_be_done_and_opens_by_key(console: PageConsole, library: Library) -> None:
    project_id = make_project(library)
    console.show_place(Place(project_id))
    (tile,) = _tiles(console)
    assert tile.more_button.toolTip() == tile.more_button.accessibleName() != ""
    tile.setFocus()
    console.qtbot.keyClick(tile, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tile.more_button
    console.qtbot.keyClick(tile.more_button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = [action.text() for action in menu.actions() if action.text()]
    assert shown == ["Open the project", "Edit project", "Reports", "Delete this project…"]
    while menu.activeAction() is not menu.actions()[-1]:
        console.qtbot.keyClick(menu, Qt.Key.Key_Down)
    console.qtbot.keyClick(menu, Qt.Key.Key_Return)
    console.settle()
    console.confirm()
    assert projects.list_projects(library) == ()
    assert console.left == [("start", Place())]  # nobody is led to it any more


def test_the_tile_after_a_deleted_one_gets_the_keyboard(console: PageConsole, library: Library) -> None:
    ids = [make_project(library, title) for title in ("1", "2", "3")]
    console.show_place(Place(ids[1]))
    console.page.pageRequested.connect(lambda _name, place: (console.page.open(place), console.page.focus_first()))
    tiles = _tiles(console)
    tiles[1].setFocus()
    console.qtbot.keyClick(tiles[1], Qt.Key.Key_Delete)
    console.confirm()
    assert _tiles(console) == [tiles[0], tiles[2]]
    assert tiles[0].window().focusWidget() is tiles[2]


def test_a_project_is_edited_from_its_tile(console: PageConsole, library: Library) -> None:
    make_project(library)
    console.show_place(Place())
    (tile,) = _tiles(console)
    tile.setFocus()
    console.qtbot.keyClick(tile, Qt.Key.Key_F2)
    console.sheet().form.set_values({"city": "행복시"})
    console.confirm()
    assert projects.list_projects(library)[0].project.city == "행복시"
    assert "행복시" in tile.accessibleName()
    assert tile.window().focusWidget() is tile


def test_a_new_project_begins_today_and_has_no_end_that_nobody_gave(console: PageConsole, library: Library) -> None:
    console.show_place(Place())
    console.page.ask_project()
    console.settle()
    console.sheet().form.set_values({"title": "A safe way to school"})
    console.confirm()
    (card,) = projects.list_projects(library)
    assert (card.project.starts_on, card.project.ends_on) == (library.today(), None)
