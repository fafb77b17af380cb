"""The window itself: opening, what could not be opened, notices, menu, shortcuts, the palette; and the settings."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest import mock

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import FULL, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.libraries import NOW
from tests.gallery.view import View
from workshop.language import mark
from workshop.models.enums import ActivityKind
from workshop.models.errors import LibraryError
from workshop.services.keeping import backups

Show = Callable[[Hall], QWidget]
_LONG = "어린이와 어르신이 마음 놓고 걷는 길을 함께 만들기 위하여 "


def _opening(hall: Hall) -> QWidget:
    hall.window._open_again("")
    hall.settle()
    return hall.window


def _library_failed(hall: Hall) -> QWidget:
    hall.window.library_failed(LibraryError(mark("The library could not be opened.")))
    hall.settle()
    return hall.window


def _page_failed(hall: Hall) -> QWidget:
    with mock.patch("workshop.ui.pages.votes.page.VotesView", side_effect=RuntimeError("planted")):
        hall.go("votes")
    assert hall.page is None
    return hall.window


def _notice(words: str) -> Show:
    def show(hall: Hall) -> QWidget:
        hall.go("project")
        hall.window.notify(words)
        hall.settle()
        return hall.window

    return show


def _undo(words: str) -> Show:
    def show(hall: Hall) -> QWidget:
        hall.go("project")
        hall.window.offer_undo(words)
        hall.settle()
        return hall.window

    return show


def _action(name: str, page: str) -> Show:
    """What an action opens, on a page."""

    def show(hall: Hall) -> QWidget:
        hall.go(page)
        hall.window.action(name).trigger()
        hall.settle()
        return hall.window

    return show


def _menu(hall: Hall) -> QWidget:
    _action("menu", "project")(hall)
    return hall.menu()


def _palette(words: str) -> Show:
    def show(hall: Hall) -> QWidget:
        _action("find", "project")(hall)
        assert hall.window.keyboard.veil is not None
        hall.write(words)
        return hall.window

    return show


def _running(hall: Hall) -> QWidget:
    """Shortcuts where there are most of them."""
    hall.begin(ActivityKind.SILENT_WRITING)
    return _action("shortcuts", "run")(hall)


def _settings(hall: Hall) -> QWidget:
    return hall.go("settings")


def _backups(hall: Hall) -> QWidget:
    """Copies of some sessions, and the one that was kept before a restore."""
    for days in (51, 37, 30, 16, 9, 2):
        backups.add_backup(hall.library.at(lambda days=days: NOW - timedelta(days=days)))
    kept = backups.name_backup(Path(hall.library.place), NOW, backups.BEFORE_RESTORE)
    backups.make_backup(hall.library, out=kept)
    _settings(hall)
    hall.scroll_down()
    hall.window.offer_undo(mark("The copy was restored."), lambda: None)
    hall.settle()
    return hall.window


def _restoring(hall: Hall) -> QWidget:
    """A copy is being restored, which takes its time: nobody answers for it here, so it stays so."""
    backups.add_backup(hall.library)
    _settings(hall)
    card = hall.page.backups_card
    card.restoreRequested.disconnect()
    hall.click_button(card.rows[0].button)
    return hall.scroll_down()


def _end_of_settings(hall: Hall) -> QWidget:
    _settings(hall)
    return hall.scroll_down()


VIEWS = (
    View("console/opening", "empty", _opening),
    View("console/library-failed", "empty", _library_failed),
    View("console/page-failed", "empty", _page_failed),
    View("console/notice", WORKSHOP, _notice("12번이 참석했습니다. 코드: 12-345")),
    View("console/notice-long", WORKSHOP, _notice(_LONG * 5)),
    View("console/undo", WORKSHOP, _undo("아이디어 병합")),
    View("console/undo-long", WORKSHOP, _undo(_LONG * 5)),
    View("console/menu", WORKSHOP, _menu),
    View("console/shortcuts", WORKSHOP, _action("shortcuts", "project")),
    View("console/shortcuts-run", WORKSHOP, _running),
    View("console/palette", WORKSHOP, _action("find", "project")),
    View("console/palette-found", FULL, _palette("횡단")),
    View("console/palette-nothing-found", WORKSHOP, _palette("xyzzy")),
    View("settings/all", "empty", _settings),
    View("settings/backups", "empty", _backups),
    View("settings/restoring", "empty", _restoring),
    View("settings/end-of-page", "empty", _end_of_settings),
)
