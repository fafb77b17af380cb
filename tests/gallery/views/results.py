"""Results of votes on the page of votes: every rule, ties and lots, what is folded away, other rules, annulled."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import REVEALED, TIED_VOTE, running_session
from tests.gallery.hall import Hall
from tests.gallery.view import View
from tests.reports import example_votes
from workshop.models.enums import BallotKind, CountingRule, Sector
from workshop.models.records.votes import PollRecord, PollResult
from workshop.services.people import participants
from workshop.services.voting import polls, voting
from workshop.ui.motion import GROWTH
from workshop.ui.pages.votes.result_panel import ResultPanel
from workshop.ui.widgets.fold import Fold

Show = Callable[[Hall], QWidget]


def _panel(hall: Hall) -> ResultPanel:
    (panel,) = hall.page.findChildren(ResultPanel)
    return panel


def _real(hall: Hall) -> QWidget:
    return hall.go("votes", hall.poll_place(TIED_VOTE))


def _result(result: PollResult) -> Show:
    """A result made by hand in place of one that was counted: every rule, with all that it alone tells."""

    def show(hall: Hall) -> QWidget:
        _real(hall)
        kept = hall.page.collection.poll
        _panel(hall).show_result(replace(result, poll=replace(result.poll, id=kept.id)))
        hall.settle()
        return hall.window

    return show


def _opened(show: Show, place: int = 0) -> Show:
    """With one of the folds opened, and looked at."""

    def opened(hall: Hall) -> QWidget:
        show(hall)
        fold = [fold for fold in hall.page.findChildren(Fold) if fold.isVisible()][place]
        hall.click(fold.button)
        return hall.scroll_down()

    return opened


def _what_if(hall: Hall) -> QWidget:
    _opened(_real, -1)(hall)
    choice = _panel(hall).what_if.rule
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    hall.settle()
    return hall.scroll_down()


def _held(kind: BallotKind, **values: Any) -> Callable[[Hall], PollRecord]:
    """A vote on the ideas that everybody present has taken part in, counted by the services."""

    def hold(hall: Hall) -> PollRecord:
        library, session_id = hall.library, running_session(hall.library)
        rules = polls.BallotRules(kind, rule=kind.rules[0], dots=3, per_option=1, budget=900, unit="만원")
        options = [polls.OptionDraft(text, cost=100 + 50 * at) for at, text in enumerate(example_votes.TEXTS)]
        made = polls.make_poll(
            library, session_id=session_id, title="올해 먼저 해 볼 일", rules=rules, options=options, **values
        ).record
        poll = polls.open_poll(library, poll_id=made.id).record
        ids = [option.id for option in poll.options]
        for place, voter in enumerate(voting.turnout(library, poll_id=poll.id).voters[:-2]):
            choices = {ids[place % 2]: 1, ids[2 + place % 3]: 1}
            voting.cast_ballot(
                library, poll_id=poll.id, participant_id=voter.participant_id, choices=choices, ballot_id=uuid4()
            )
        return polls.close_poll(library, poll_id=poll.id, reason="두 분이 먼저 가셨습니다").record

    return hold


def _counted(hold: Callable[[Hall], PollRecord]) -> Show:
    def show(hall: Hall) -> QWidget:
        poll = polls.reveal_poll(hall.library, poll_id=hold(hall).id).record
        return hall.go("votes", hall.place(0, poll.id))

    return show


def _by_sector(hall: Hall) -> PollRecord:
    """With ten experts and ten others."""
    people = participants.list_people(hall.library, project_id=hall.project_id)
    for place, person in enumerate(people):
        sector = Sector.EXPERT if place % 2 else Sector.CITIZEN
        participants.edit_participant(hall.library, participant_id=person.participant.id, sector=sector)
    return _held(BallotKind.BUDGET)(hall)


def _annulled(hall: Hall) -> QWidget:
    poll = _held(BallotKind.APPROVAL)(hall)
    polls.annul_poll(hall.library, poll_id=poll.id, reason="두 사람이 같은 이름표로 투표했습니다")
    return hall.go("votes", hall.place(0, poll.id))


def _next(hall: Hall) -> QWidget:
    _counted(_held(BallotKind.APPROVAL))(hall)
    return hall.click_button(hall.page.view.button("next"))


def _screen(result: PollResult) -> Show:
    """The same on the shared screen."""

    def show(hall: Hall) -> QWidget:
        window = hall.screen(lambda stage: stage.show_result(hall.poll_place(TIED_VOTE).item_id))
        scene = hall.stage.scene
        counted, plan = scene.data
        kept = replace(result.poll, id=counted.poll.id, title=counted.poll.title)
        scene.data = (replace(result, poll=kept), plan)
        scene.refresh()
        QTest.qWait(GROWTH + 50)
        hall.settle()
        return window

    return show


_EVERY = {f"results/{result.rule.value}": _result(result) for result in example_votes.every_rule()}
_FOLDED = {
    f"results/{rule.value}-opened": _opened(_result(example_votes.result_by(rule)))
    for rule in (CountingRule.IRV, CountingRule.STV, CountingRule.SCHULZE, CountingRule.SCORE)
}
_ANNULLED = replace(example_votes.result_by(CountingRule.DOTS), poll=example_votes.annulled())
VIEWS = (
    *(
        View(f"screen/result-{result.rule.value}", REVEALED, _screen(result))
        for result in example_votes.every_rule()
        if result.rule is not CountingRule.DOTS
    ),
    View("screen/result-annulled", REVEALED, _screen(_ANNULLED)),
    *(View(name, REVEALED, show) for name, show in (_EVERY | _FOLDED).items()),
    View("results/lot-opened", REVEALED, _opened(_result(example_votes.every_rule()[9]))),
    View("results/what-if", REVEALED, _what_if),
    View("results/by-sector", REVEALED, _opened(_counted(_by_sector), 1)),
    View("results/by-name", REVEALED, _opened(_counted(_held(BallotKind.APPROVAL, secret=False)))),
    View("results/annulled", REVEALED, _annulled),
    View("results/annulled-opened", REVEALED, _opened(_annulled)),
    View("results/next-vote", REVEALED, _next),
)
