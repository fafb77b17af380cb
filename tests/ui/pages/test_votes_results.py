"""Results on the page of votes: every kind counted by its rule, other rules beside it, what becomes of it."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.language import load_language
from workshop.models.enums import BallotKind, CountingRule, FollowUpKind, PollState, Sector
from workshop.models.records.votes import Comparison, PollRecord
from workshop.services.ideas import proposals
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import follow_ups
from workshop.services.voting import polls, results, voting
from workshop.ui.page import Place
from workshop.ui.pages.votes.page import VotesPage
from workshop.ui.pages.votes.result_chart import AnswerBars, BudgetBar
from workshop.ui.pages.votes.result_more import SectorBars, paper_told
from workshop.ui.widgets.fold import Fold

TEXTS = ("a bench", "a lamp", "a crossing", "a tree")
Paper = dict[int, int]
CONTROL = Qt.KeyboardModifier.ControlModifier

# Four ballots for each kind; the first option comes first, the last one comes last.
PAPERS: dict[BallotKind, Sequence[Paper]] = {
    BallotKind.DOTS: ({0: 2, 1: 1}, {0: 3}, {1: 1, 2: 1}, {0: 1, 2: 1}),
    BallotKind.APPROVAL: ({0: 1, 1: 1}, {0: 1}, {0: 1, 2: 1}, {1: 1}),
    BallotKind.SCORE: ({0: 5, 1: 3}, {0: 4, 2: 2}, {0: 5, 1: 4}, {1: 2}),
    BallotKind.RANKING: ({0: 1, 1: 2, 2: 3}, {0: 1, 2: 2}, {1: 1, 0: 2}, {0: 1, 3: 2}),
    BallotKind.PAIRWISE: ({}, {}, {}, {}),
    BallotKind.BUDGET: ({0: 1, 1: 1}, {0: 1}, {0: 1, 2: 1}, {1: 1}),
    BallotKind.YES_NO: ({0: 1, 1: 1}, {0: 1, 1: -1}, {0: 1, 1: 0, 2: -1}, {0: -1}),
}


class Console(PageConsole):
    """A page of votes that shows a result."""

    def __init__(self, qtbot: Any, room: Room, code: str = "en") -> None:
        super().__init__(qtbot, room.library, VotesPage, code)
        self.room = room

    def look_at(self, poll: PollRecord) -> None:
        self.show_place(Place(self.room.project_id, self.room.session_id, poll.id))

    @property
    def panel(self) -> Any:
        return self.page.view.result

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A key of the page, which has the keyboard."""
        self.page.activateWindow()
        with self.qtbot.waitActive(self.page):
            pass
        self.qtbot.keyClick(self.page, key, modifier)
        self.settle()

    def words(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def open_fold(self, title: str) -> Fold:
        fold = next(fold for fold in self.page.findChildren(Fold) if fold.button.text() == title)
        self.click(fold.button)
        return fold


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def console(request: pytest.FixtureRequest, qtbot: Any, room: Room) -> Iterator[Console]:
    made = Console(qtbot, room, getattr(request, "param", "en"))
    yield made
    made.end()


def _made(room: Room, kind: BallotKind, rule: CountingRule | None = None, **values: Any) -> PollRecord:
    rules = polls.BallotRules(
        kind, dots=3, per_option=3 if kind is BallotKind.DOTS else 1, rule=rule or kind.rules[0], budget=500, unit="만원",
        seats=2 if rule is CountingRule.STV else None,
    )  # fmt: skip
    options = [polls.OptionDraft(text, cost=100 * place + 100) for place, text in enumerate(TEXTS)]
    return polls.make_poll(
        room.library, session_id=room.session_id, title="What first?", rules=rules, options=options, **values
    ).record


def _cast(room: Room, poll: PollRecord, papers: Sequence[Paper]) -> None:
    ids = [option.id for option in poll.options]
    for person, paper in zip(room.people, papers, strict=False):
        pairs = (
            [Comparison(ids[0], ids[1], ids[0]), Comparison(ids[1], ids[2], None)]
            if poll.ballot is BallotKind.PAIRWISE
            else []
        )
        voting.cast_ballot(
            room.library, poll_id=poll.id, participant_id=person.id, ballot_id=uuid4(), comparisons=pairs,
            choices={ids[place]: n for place, n in paper.items()},
        )  # fmt: skip


def _counted(room: Room, kind: BallotKind, rule: CountingRule | None = None, **values: Any) -> PollRecord:
    """A vote of a kind that was held and closed."""
    poll = polls.open_poll(room.library, poll_id=_made(room, kind, rule, **values).id).record
    _cast(room, poll, PAPERS[kind])
    return polls.close_poll(room.library, poll_id=poll.id).record


def _revealed(room: Room, kind: BallotKind, rule: CountingRule | None = None, **values: Any) -> PollRecord:
    poll = _counted(room, kind, rule, **values)
    return polls.reveal_poll(room.library, poll_id=poll.id).record


@pytest.mark.parametrize("console", ["en", "ko"], indirect=True)
@pytest.mark.parametrize("rule", list(CountingRule), ids=lambda rule: rule.value)
def test_every_rule_is_counted_shown_and_told(console: Console, room: Room, rule: CountingRule) -> None:
    kind = next(kind for kind in BallotKind if rule in kind.rules)
    console.look_at(_revealed(room, kind, rule))
    assert console.errors == []
    assert "{" not in console.words()
    rows = console.panel.table.rows_model.rows
    assert len(rows) == len(TEXTS)
    assert "a bench" in [cell.text for cell in rows[0].cells]
    for fold in console.page.findChildren(Fold):
        console.click(fold.button)
    assert "{" not in console.words()


def test_proposals_have_bars_to_both_sides(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.YES_NO))
    chart = console.panel.chart
    assert isinstance(chart, AnswerBars)
    assert chart.bars[0].likert.counts == (1, 0, 3)
    assert "Yes 3 · No 1 · Abstained 0" in console.words()


def test_a_budget_shows_how_much_is_spent(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.BUDGET, CountingRule.GREEDY))
    (bar,) = console.page.findChildren(BudgetBar)
    assert bar.bar.value() == 600
    assert "300 만원 of 500 만원" in console.words()


def test_another_rule_is_told_beside_the_result_and_is_not_it(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.RANKING, CountingRule.BORDA))
    console.open_fold("What if by another rule?")
    what_if = console.panel.what_if
    what_if.rule.setFocus()
    console.qtbot.keyClick(what_if.rule, Qt.Key.Key_Down)
    console.settle()
    assert "Not the result" in console.words()
    assert what_if.table is not None
    assert len(what_if.table.rows_model.rows) == len(TEXTS)
    assert results.poll_result(room.library, poll_id=console.page.collection.poll.id).rule is CountingRule.BORDA
    console.qtbot.keyClick(what_if.rule, Qt.Key.Key_Up)
    console.settle()
    assert what_if.table is None
    assert "Not the result" not in console.words()


def test_several_seats_are_asked_for_where_the_rule_fills_them(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.RANKING, CountingRule.BORDA))
    console.open_fold("What if by another rule?")
    what_if = console.panel.what_if
    assert not what_if.seats.isVisible()
    place = what_if.rule.findText("Several seats (single transferable vote)")
    what_if.rule.setCurrentIndex(place)
    what_if.rule.activated.emit(place)
    console.settle()
    assert what_if.seats.isVisible()
    what_if.seats.setValue(1)
    console.settle()
    assert "until 1 were chosen" in console.words()


def test_a_kind_with_one_rule_alone_has_no_other(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.YES_NO))
    assert console.panel.what_if is None


def test_a_vote_by_name_tells_who_voted_what_by_number(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.APPROVAL, secret=False))
    fold = console.open_fold("Who voted what")
    rows = fold.inside.rows_model.rows
    assert [row.cells[0].text for row in rows] == ["1", "2", "3", "4"]
    assert rows[0].cells[1].text == "a bench, a lamp"


def test_a_secret_vote_has_no_such_list(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.APPROVAL))
    assert "Who voted what" not in [fold.button.text() for fold in console.page.findChildren(Fold)]


def test_groups_are_shown_only_where_they_are_large_enough(qtbot: Any, library: Library) -> None:
    room = make_room(library, people=22)
    for person in room.people[:11]:
        participants.edit_participant(library, participant_id=person.id, sector=Sector.EXPERT)
    console = Console(qtbot, room)
    poll = polls.open_poll(library, poll_id=_made(room, BallotKind.APPROVAL).id).record
    _cast(room, poll, [{place % 2: 1} for place in range(22)])
    polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=poll.id)
    console.look_at(poll)
    bars = console.open_fold("By part").inside
    assert isinstance(bars, SectorBars)
    assert [chart.accessibleName() for chart in bars.charts] == ["citizen: 11 voted", "expert: 11 voted"]
    assert "fewer than 10 voters" in console.words()
    console.end()


def test_four_voters_are_no_group(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.APPROVAL))
    assert console.page.findChildren(SectorBars) == []


def test_a_decision_and_a_follow_up_have_a_key_each(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.BUDGET, CountingRule.GREEDY))
    for key, kind in ((Qt.Key.Key_D, FollowUpKind.DECISION), (Qt.Key.Key_L, FollowUpKind.ACTION)):
        console.press(key, CONTROL)
        values = console.sheet().form.values()
        assert values["kind"] == kind
        assert values["text"] == "a bench, a lamp"
        assert values["reason"] == "Chosen in the vote “What first?”"
        console.confirm()
    kept = follow_ups.list_follow_ups(room.library, project_id=room.project_id)
    assert {item.kind for item in kept} == {FollowUpKind.DECISION, FollowUpKind.ACTION}


def test_what_won_becomes_the_next_vote_with_one_key(console: Console, room: Room) -> None:
    first = _revealed(room, BallotKind.BUDGET, CountingRule.GREEDY)
    console.look_at(first)
    console.press(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    following = console.page.collection.poll
    assert following.id != first.id
    assert following.state is PollState.DRAFT
    assert [option.text for option in following.options] == ["a bench", "a lamp"]
    assert len(console.undone) == 1


def test_what_won_becomes_proposals_with_one_key_and_never_twice(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.BUDGET, CountingRule.GREEDY))
    for _press in range(2):
        console.press(Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    made = proposals.list_proposals(room.library, project_id=room.project_id)
    assert [one.title for one in made] == ["a bench", "a lamp"]
    assert console.left[-1] == ("proposals", Place(room.project_id, room.session_id, made[0].id))
    assert len(console.undone) == 1


def test_the_first_places_go_on_where_one_alone_has_won(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.DOTS))
    button = console.page.view.button("next")
    assert "Ctrl+Shift+N" in button.text()
    console.click(button)
    assert [option.text for option in console.page.collection.poll.options] == ["a bench", "a lamp", "a crossing"]


def test_nothing_goes_on_where_nobody_chose_anything(console: Console, room: Room) -> None:
    poll = polls.open_poll(room.library, poll_id=_made(room, BallotKind.DOTS).id).record
    polls.close_poll(room.library, poll_id=poll.id)
    polls.reveal_poll(room.library, poll_id=poll.id)
    console.look_at(poll)
    console.click(console.page.view.button("propose"))
    assert "Nothing has won" in console.notices[-1]
    console.click(console.page.view.button("next"))
    assert console.page.collection.poll.id == poll.id
    assert "nothing to vote on again" in console.notices[-1]


def test_what_was_counted_of_an_annulled_vote_is_folded_away_and_no_result(console: Console, room: Room) -> None:
    poll = _counted(room, BallotKind.DOTS)
    polls.annul_poll(room.library, poll_id=poll.id, reason="two people used one code")
    console.look_at(poll)
    assert console.panel is None
    assert console.page.view.button("decide") is None
    assert "a bench" not in console.words()
    console.open_fold("What was counted (no result)")
    assert console.page.view.annulled.panel.table.isVisible()
    assert "is no result" in console.words()


def test_a_result_that_stands_has_nothing_of_this(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.DOTS))
    assert not console.page.view.annulled.isVisible()


def test_what_is_opened_stays_open_when_something_changes(console: Console, room: Room) -> None:
    console.look_at(_revealed(room, BallotKind.RANKING, CountingRule.IRV))
    fold = console.open_fold("Round by round")
    participants.register_many(room.library, project_id=room.project_id, count=1)
    console.page.reload()
    console.settle()
    assert fold.is_open
    assert fold.inside.isVisible()


@pytest.mark.parametrize(
    ("kind", "paper", "told"),
    [
        (BallotKind.DOTS, {0: 2, 1: 1}, "a bench 2, a lamp 1"),
        (BallotKind.RANKING, {1: 1, 0: 2}, "1. a lamp, 2. a bench"),
        (BallotKind.YES_NO, {0: 1, 1: -1, 2: 0}, "a bench: yes, a lamp: no, a crossing: abstained"),
        (BallotKind.SCORE, {0: 4}, "a bench 4"),
        (BallotKind.BUDGET, {}, "blank"),
    ],
)
def test_a_ballot_is_told_in_words(room: Room, kind: BallotKind, paper: Paper, told: str) -> None:
    poll = _made(room, kind)
    kept = {str(poll.options[place].id): n for place, n in paper.items()}
    assert paper_told(load_language("en"), poll, kept) == told


def test_a_comparison_and_a_spoilt_paper_are_told_in_words(room: Room) -> None:
    poll = _made(room, BallotKind.PAIRWISE)
    one, other = (str(option.id) for option in poll.options[:2])
    language = load_language("en")
    assert paper_told(language, poll, {f"{one}:{other}": -1}) == "a bench < a lamp"
    assert paper_told(language, poll, {"spoilt": 1}) == "invalid"
