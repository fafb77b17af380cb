"""The page of ideas: wall and list, chosen cards, filters, withdrawn ones, words that are being changed, the forms and menus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import BARE, FULL, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import IdeaState, PhaseKind
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]


def _wall(hall: Hall) -> QWidget:
    return hall.go("ideas", hall.place(0))


def _none_open(hall: Hall) -> QWidget:
    return hall.go("ideas", Place())


def _list(hall: Hall) -> QWidget:
    _wall(hall)
    return hall.push("List")


def _found(words: str, show: Show = _wall) -> Show:
    def shown(hall: Hall) -> QWidget:
        show(hall)
        hall.page.view.search.setFocus()
        hall.write(words)
        hall.press(Qt.Key.Key_Return)
        return hall.window

    return shown


def _withdrawn(hall: Hall) -> QWidget:
    _wall(hall)
    hall.click_button(hall.page.view.line.withdrawn_button)
    return hall.window


def _one_session(hall: Hall) -> QWidget:
    _wall(hall)
    sessions = hall.page.view.line.sessions
    sessions.setCurrentIndex(2)
    sessions.activated.emit(2)
    hall.settle()
    return hall.window


def _chosen(count: int) -> Show:
    """So many of the first column, chosen as somebody does with Shift and arrows."""

    def show(hall: Hall) -> QWidget:
        _wall(hall)
        wall = hall.page.view.wall
        wall.choose(wall.columns[0].cards[0].idea.id)
        for _ in range(count - 1):
            hall.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert len(hall.page.chosen) == count, f"{len(hall.page.chosen)} chosen"
        return hall.window

    return show


def _doing(verb: str, count: int = 1) -> Show:
    def done(hall: Hall) -> QWidget:
        _chosen(count)(hall)
        hall.click_button(hall.page.view.line.verbs[verb])
        return hall.window

    return done


def _filter(hall: Hall) -> QWidget:
    _wall(hall)
    hall.push("Filter")
    return hall.sheet()


def _narrowed(hall: Hall) -> QWidget:
    _wall(hall)
    theme = hall.page.collection.board.themes[0]
    hall.page.narrow(phase=PhaseKind.PLANNING, theme_id=theme.id, state=IdeaState.OPEN)
    hall.settle()
    return hall.window


def _withdraw(count: int) -> Show:
    def show(hall: Hall) -> QWidget:
        _doing("withdraw", count)(hall)
        return hall.sheet()

    return show


def _chosen_in_list(hall: Hall) -> QWidget:
    _list(hall)
    table = hall.page.view.table
    table.setFocus()
    table.selectRow(3)
    hall.settle()
    return hall.window


def _editing_in_list(hall: Hall) -> QWidget:
    _chosen_in_list(hall)
    hall.page.acts.do("edit")
    hall.settle()
    assert hall.page.view.table.is_editing
    return hall.window


def _merged(hall: Hall) -> QWidget:
    """The menu of an idea that others were merged into."""
    _wall(hall)
    board = hall.page.collection.board
    into = next(idea.merged_into_id for idea in board.ideas if idea.state is IdeaState.MERGED)
    hall.page.view.wall.choose(into)
    hall.page.acts.offer(hall.window.mapToGlobal(hall.window.rect().center()))
    hall.settle()
    return hall.menu()


def _theme_menu(hall: Hall) -> QWidget:
    _wall(hall)
    theme = hall.page.collection.board.themes[0]
    hall.page.acts.offer_theme(theme.id, hall.window.mapToGlobal(hall.window.rect().center()))
    hall.settle()
    return hall.menu()


def _new_theme(hall: Hall) -> QWidget:
    _wall(hall)
    hall.push("New theme")
    hall.write("Light")
    return hall.window


def _rename_theme(hall: Hall) -> QWidget:
    _wall(hall)
    hall.page.view.wall.rename(hall.page.collection.board.themes[0].id)
    hall.settle()
    return hall.window


def _writing(hall: Hall) -> QWidget:
    _wall(hall)
    hall.page.focus_first()
    hall.write("Benches in the shade on the way to school")
    return hall.window


def _kept(hall: Hall) -> QWidget:
    _writing(hall)
    hall.press(Qt.Key.Key_Return)
    return hall.window


VIEWS = (
    View("ideas/none-open", "empty", _none_open),
    View("ideas/no-session", BARE, _wall),
    View("ideas/empty", PREPARED, _wall),
    View("ideas/wall", "sample", _wall),
    View("ideas/list", "sample", _list),
    View("ideas/running", WORKSHOP, _wall),
    View("ideas/full", FULL, _wall),
    View("ideas/full-list", FULL, _list),
    View("ideas/one-session", "sample", _one_session),
    View("ideas/found", FULL, _found("횡단")),
    View("ideas/nothing-found", FULL, _found("xyz")),
    View("ideas/nothing-found-list", FULL, _found("xyz", _list)),
    View("ideas/withdrawn", WORKSHOP, _withdrawn),
    View("ideas/filter", WORKSHOP, _filter),
    View("ideas/narrowed", WORKSHOP, _narrowed),
    View("ideas/chosen", WORKSHOP, _chosen(1)),
    View("ideas/several-chosen", WORKSHOP, _chosen(3)),
    View("ideas/chosen-in-list", WORKSHOP, _chosen_in_list),
    View("ideas/editing", WORKSHOP, _doing("edit")),
    View("ideas/editing-in-list", WORKSHOP, _editing_in_list),
    View("ideas/starred", WORKSHOP, _doing("choose")),
    View("ideas/merged", WORKSHOP, _doing("merge", 3)),
    View("ideas/menu", WORKSHOP, _merged),
    View("ideas/theme-menu", WORKSHOP, _theme_menu),
    View("ideas/new-theme", WORKSHOP, _new_theme),
    View("ideas/rename-theme", WORKSHOP, _rename_theme),
    View("ideas/withdraw", WORKSHOP, _withdraw(1)),
    View("ideas/withdraw-several", WORKSHOP, _withdraw(3)),
    View("ideas/writing", WORKSHOP, _writing),
    View("ideas/kept", WORKSHOP, _kept),
)
