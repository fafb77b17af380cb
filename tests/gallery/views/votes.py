"""The page of votes: none, in preparation, open, paused, closed, revealed with a tie, its forms and questions."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import (
    BARE,
    CLOSED_VOTE,
    DRAFT_VOTE,
    FULL,
    PREPARED,
    REVEALED,
    TIED_VOTE,
    VOTING,
    WORKSHOP,
)
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.services import polls
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]


def _votes(hall: Hall) -> QWidget:
    return hall.go("votes", hall.place(0))


def _none_open(hall: Hall) -> QWidget:
    return hall.go("votes", Place())


def _vote(title: str) -> Show:
    def show(hall: Hall) -> QWidget:
        hall.go("votes", hall.poll_place(title))
        assert hall.page.collection.poll.title == title
        return hall.window

    return show


def _doing(verb: str, show: Show = _votes) -> Show:
    """After the button of a verb was pressed."""

    def done(hall: Hall) -> QWidget:
        show(hall)
        button = hall.page.view.button(verb)
        assert button is not None, f"{verb} is not offered"
        hall.click_button(button)
        return hall.window

    return done


def _asking(verb: str, show: Show = _votes) -> Show:
    def asked(hall: Hall) -> QWidget:
        _doing(verb, show)(hall)
        return hall.sheet()

    return asked


def _end_of_page(show: Show) -> Show:
    def shown(hall: Hall) -> QWidget:
        show(hall)
        return hall.scroll_down()

    return shown


def _no_options(hall: Hall) -> QWidget:
    place = hall.poll_place(DRAFT_VOTE)
    polls.set_options(hall.library, poll_id=place.item_id, options=[])
    return hall.go("votes", place)


def _approval(hall: Hall) -> QWidget:
    _vote(DRAFT_VOTE)(hall)
    return hall.push("Approval voting")


def _editing_option(hall: Hall) -> QWidget:
    _vote(DRAFT_VOTE)(hall)
    options = hall.page.view.draft.options
    options.setFocus()
    options.setCurrentRow(1)
    hall.press_on(options, Qt.Key.Key_Return)
    return hall.window


def _option_menu(hall: Hall) -> QWidget:
    _vote(DRAFT_VOTE)(hall)
    options = hall.page.view.draft.options
    options.setCurrentRow(1)
    return hall.ask_menu(options, options.visualItemRect(options.item(1)).center())


def _new(hall: Hall) -> QWidget:
    _votes(hall)
    hall.click_button(hall.page.view.new_button)
    return hall.sheet()


def _question_missing(hall: Hall) -> QWidget:
    hall.push("Set up", _new(hall))
    return hall.sheet()


def _no_session(hall: Hall) -> QWidget:
    _votes(hall)
    return hall.push("New vote")


VIEWS = (
    View("votes/none-open", "empty", _none_open),
    View("votes/empty", BARE, _votes),
    View("votes/no-session", BARE, _no_session),
    View("votes/sample", "sample", _votes),
    View("votes/not-running", PREPARED, _votes),
    View("votes/draft", VOTING, _vote(DRAFT_VOTE)),
    View("votes/draft-from-ideas", WORKSHOP, _votes),
    View("votes/draft-without-options", VOTING, _no_options),
    View("votes/draft-approval", VOTING, _approval),
    View("votes/draft-editing-option", VOTING, _editing_option),
    View("votes/draft-option-menu", VOTING, _option_menu),
    View("votes/open", VOTING, _votes),
    View("votes/paused", VOTING, _doing("pause")),
    View("votes/close", VOTING, _asking("close")),
    View("votes/closed", VOTING, _vote(CLOSED_VOTE)),
    View("votes/revealed", VOTING, _doing("reveal", _vote(CLOSED_VOTE))),
    View("votes/tie", REVEALED, _vote(TIED_VOTE)),
    View("votes/twenty-four", FULL, _votes),
    View("votes/twenty-four-end-of-page", FULL, _end_of_page(_votes)),
    View("votes/copied", VOTING, _doing("copy", _vote(CLOSED_VOTE))),
    View("votes/removed", VOTING, _doing("remove", _vote(DRAFT_VOTE))),
    View("votes/new", VOTING, _new),
    View("votes/new-question-missing", VOTING, _question_missing),
    View("votes/decide", REVEALED, _asking("decide", _vote(TIED_VOTE))),
)
