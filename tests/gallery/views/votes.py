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
from workshop.models.enums import BallotKind, CountingRule, Electorate, Sector
from workshop.services.people import organizations, participants
from workshop.services.voting import polls
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


def _helping(name: str, *, choose: bool = True, sheet: bool = True) -> Show:
    """After something was asked for the first who has not voted."""

    def shown(hall: Hall) -> QWidget:
        _votes(hall)
        panel = hall.page.view.running
        if choose:
            panel.table.setFocus()
            hall.press_on(panel.table, Qt.Key.Key_Down)
        hall.click_button(getattr(panel, name))
        return hall.sheet() if sheet else hall.window

    return shown


def _paper(kind: BallotKind) -> Show:
    """The paper of the first who has not voted, in a vote of some kind that was just opened."""

    def shown(hall: Hall) -> QWidget:
        _of_kind(kind)(hall)
        place = hall.poll_place(DRAFT_VOTE)
        if kind is BallotKind.BUDGET:
            drafts = [polls.OptionDraft(option.text, cost=1_500) for option in hall.page.collection.poll.options]
            polls.set_options(hall.library, poll_id=place.item_id, options=drafts)
        polls.open_poll(hall.library, poll_id=place.item_id)
        hall.go("votes", place)
        panel = hall.page.view.running
        panel.table.setFocus()
        hall.press_on(panel.table, Qt.Key.Key_Down)
        hall.click_button(panel.paper_button)
        return hall.sheet()

    return shown


def _paper_spoilt(hall: Hall) -> QWidget:
    sheet = _paper(BallotKind.SCORE)(hall)
    sheet.form.control("spoilt").setChecked(True)
    hall.settle()
    return sheet


def _annulled(show: Show) -> Show:
    def shown(hall: Hall) -> QWidget:
        _asking("annul", show)(hall)
        hall.write("투표용지에 선택지 하나가 빠져 있었습니다")
        return hall.push("Annul the vote", hall.sheet())

    return shown


def _closed_early(hall: Hall) -> QWidget:
    _asking("close")(hall)
    hall.write("시간이 다 되었습니다")
    return hall.push("Close the vote", hall.sheet())


def _with_organizations(hall: Hall) -> Place:
    """The draft for organizations; some participants come from one."""
    place = hall.poll_place(DRAFT_VOTE)
    people = participants.list_people(hall.library, project_id=hall.project_id)
    names = ("초록시청 교통과", "솔밭동 주민자치회", "걷기좋은길 협동조합")
    for number, person in enumerate(people[:7]):
        organizations.set_organization(hall.library, participant_id=person.participant.id, name=names[number % 3])
    polls.edit_poll(hall.library, poll_id=place.item_id, electorate=Electorate.ORGANIZATIONS)
    return place


def _weights(hall: Hall) -> QWidget:
    hall.go("votes", _with_organizations(hall))
    hall.click_button(hall.page.view.draft.weights_button)
    return hall.sheet()


def _open_to_organizations(hall: Hall) -> QWidget:
    place = _with_organizations(hall)
    hall.go("votes", place)
    return _doing("open", lambda hall: hall.window)(hall)


def _end_of_page(show: Show) -> Show:
    def shown(hall: Hall) -> QWidget:
        show(hall)
        return hall.scroll_down()

    return shown


def _no_options(hall: Hall) -> QWidget:
    place = hall.poll_place(DRAFT_VOTE)
    polls.set_options(hall.library, poll_id=place.item_id, options=[])
    return hall.go("votes", place)


_RULES = {
    BallotKind.DOTS: polls.BallotRules(BallotKind.DOTS, 3, 2),
    BallotKind.APPROVAL: polls.BallotRules(BallotKind.APPROVAL, 4, seats=2),
    BallotKind.SCORE: polls.BallotRules(BallotKind.SCORE, lowest=0, highest=10),
    BallotKind.RANKING: polls.BallotRules(BallotKind.RANKING, 5, rule=CountingRule.STV, seats=2, ties=True),
    BallotKind.PAIRWISE: polls.BallotRules(BallotKind.PAIRWISE, 8),
    BallotKind.BUDGET: polls.BallotRules(BallotKind.BUDGET, budget=12_000, unit="만원"),
    BallotKind.YES_NO: polls.BallotRules(BallotKind.YES_NO),
}


def _of_kind(kind: BallotKind, **values: object) -> Show:
    """The draft as a vote of some kind; in a budget vote, all but one option have a cost."""

    def show(hall: Hall) -> QWidget:
        place = hall.poll_place(DRAFT_VOTE)
        poll = polls.edit_poll(hall.library, poll_id=place.item_id, rules=_RULES[kind], **values).record
        if kind is BallotKind.BUDGET:
            drafts = [
                polls.OptionDraft(option.text, cost=1_500 * place or None) for place, option in enumerate(poll.options)
            ]
            polls.set_options(hall.library, poll_id=poll.id, options=drafts)
        return hall.go("votes", place)

    return show


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
    *(View(f"votes/draft-{kind.value.replace('_', '-')}", VOTING, _of_kind(kind)) for kind in BallotKind),
    View(
        "votes/draft-one-sector",
        VOTING,
        _of_kind(BallotKind.SCORE, electorate=Electorate.SECTOR, sector=Sector.PUBLIC, secret=False),
    ),
    View("votes/draft-organizations", VOTING, _of_kind(BallotKind.YES_NO, electorate=Electorate.ORGANIZATIONS)),
    View("votes/draft-editing-option", VOTING, _editing_option),
    View("votes/draft-option-menu", VOTING, _option_menu),
    View("votes/open", VOTING, _votes),
    View("votes/paused", VOTING, _doing("pause")),
    View("votes/let-vote", VOTING, _helping("admit_button", sheet=False)),
    View("votes/new-code", VOTING, _helping("code_button")),
    View("votes/latecomer", VOTING, _helping("late_button", choose=False)),
    *(View(f"votes/paper-{kind.value.replace('_', '-')}", VOTING, _paper(kind)) for kind in BallotKind),
    View("votes/paper-spoilt", VOTING, _paper_spoilt),
    View("votes/weights", VOTING, _weights),
    View("votes/open-to-organizations", VOTING, _open_to_organizations),
    View("votes/annul", VOTING, _asking("annul")),
    View("votes/annulled", VOTING, _annulled(_votes)),
    View("votes/annulled-after-the-close", VOTING, _annulled(_vote(CLOSED_VOTE))),
    View("votes/closed-early", VOTING, _closed_early),
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
