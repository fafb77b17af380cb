"""Setting up a vote: each kind in its own sentence, costs in the rows, what stands in the way told beforehand."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.builders import Room, make_room
from tests.ui.pages.test_votes import Console
from workshop.language import load_language
from workshop.models.enums import BallotKind, CountingRule, Electorate, PollState, Sector
from workshop.models.records.votes import PollRecord
from workshop.services.keeping.library import Library
from workshop.services.people import organizations, participants
from workshop.services.voting import polls
from workshop.ui.pages.votes.sentence import VOTERS, rules_line, rules_sentence


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def draft(room: Room) -> PollRecord:
    options = [polls.OptionDraft(text) for text in ("a bench", "a lamp", "a crossing")]
    return polls.make_poll(room.library, session_id=room.session_id, title="What first?", options=options).record


@pytest.fixture
def console(request: pytest.FixtureRequest, qtbot: Any, room: Room) -> Iterator[Console]:
    made = Console(qtbot, room, getattr(request, "param", "en"))
    yield made
    made.end()


def press_down(console: Console, box: Any, times: int = 1) -> None:
    """Choose what stands further down, with the keyboard."""
    box.setFocus()
    for _ in range(times):
        console.qtbot.keyClick(box, Qt.Key.Key_Down)
    console.settle()


@pytest.mark.parametrize("kind", BallotKind)
def test_each_kind_can_be_chosen_and_opened(console: Console, draft: PollRecord, qtbot: Any, kind: BallotKind) -> None:
    console.look_at(draft)
    console.choose_kind(kind)
    panel = console.page.view.draft
    if kind is BallotKind.BUDGET:
        assert not console.page.view.button("open").isEnabled()
        panel.sentence.budget.setFocus()
        qtbot.keyClicks(panel.sentence.budget, "1000")
        qtbot.keyClick(panel.sentence.budget, Qt.Key.Key_Return)
        console.settle()
        for place in range(3):
            field = panel.options.costs[place]
            field.setFocus()
            qtbot.keyClicks(field, "300")
            qtbot.keyClick(field, Qt.Key.Key_Return)
            console.settle()
    console.press("open")
    poll = console.poll(draft)
    assert (poll.ballot, poll.state) == (kind, PollState.OPEN)
    assert console.errors == []


def test_a_budget_has_its_sum_in_sight_and_each_cost_is_one_step(
    console: Console, draft: PollRecord, qtbot: Any
) -> None:
    rules = polls.BallotRules(BallotKind.BUDGET, budget=1000, unit="만원")
    polls.edit_poll(console.room.library, poll_id=draft.id, rules=rules)
    console.look_at(draft)
    panel = console.page.view.draft
    field = panel.options.costs[1]
    field.setFocus()
    qtbot.keyClicks(field, "1200")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    console.settle()
    assert [option.cost for option in console.poll(draft).options] == [None, 1200, None]
    assert field.text() == "1,200"
    assert "1,200 만원" in panel.costs_told
    assert len(console.undone) == 1


def test_a_cost_stays_with_its_option_when_the_order_changes(console: Console, draft: PollRecord, qtbot: Any) -> None:
    rules = polls.BallotRules(BallotKind.BUDGET, budget=1000)
    polls.edit_poll(console.room.library, poll_id=draft.id, rules=rules)
    drafts = [polls.OptionDraft(option.text, cost=100 + place) for place, option in enumerate(draft.options)]
    polls.set_options(console.room.library, poll_id=draft.id, options=drafts)
    console.look_at(draft)
    options = console.page.view.draft.options
    options.setFocus()
    options.setCurrentRow(2)
    qtbot.keyClick(options, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    console.settle()
    kept = [(option.text, option.cost) for option in console.poll(draft).options]
    assert kept == [("a bench", 100), ("a crossing", 102), ("a lamp", 101)]
    assert [field.text() for field in options.costs] == ["100", "102", "101"]


def test_a_row_that_was_dragged_keeps_its_cost(console: Console, draft: PollRecord) -> None:
    rules = polls.BallotRules(BallotKind.BUDGET, budget=1000)
    polls.edit_poll(console.room.library, poll_id=draft.id, rules=rules)
    drafts = [polls.OptionDraft(option.text, cost=100 + place) for place, option in enumerate(draft.options)]
    polls.set_options(console.room.library, poll_id=draft.id, options=drafts)
    console.look_at(draft)
    options = console.page.view.draft.options
    options.insertItem(0, options.takeItem(2))  # what a drop does
    console.settle()
    kept = [(option.text, option.cost) for option in console.poll(draft).options]
    assert kept == [("a crossing", 102), ("a bench", 100), ("a lamp", 101)]
    assert [field.text() for field in options.costs] == ["102", "100", "101"]
    assert [options.itemWidget(options.item(row)) for row in range(3)] == list(options.costs)


def test_who_may_vote_is_one_choice(console: Console, draft: PollRecord) -> None:
    console.look_at(draft)
    sentence = console.page.view.draft.sentence
    press_down(console, sentence.who, list(VOTERS).index((Electorate.SECTOR, Sector.PUBLIC)))
    poll = console.poll(draft)
    assert (poll.electorate, poll.sector) == (Electorate.SECTOR, Sector.PUBLIC)
    press_down(console, sentence.secrecy)
    assert not console.poll(draft).secret


def test_organizations_vote_by_name_which_is_said_and_not_offered(console: Console, draft: PollRecord) -> None:
    library, room = console.room.library, console.room
    console.look_at(draft)
    panel = console.page.view.draft
    press_down(console, panel.sentence.who, len(VOTERS) - 1)
    poll = console.poll(draft)
    assert (poll.electorate, poll.secret) == (Electorate.ORGANIZATIONS, False)
    assert not panel.sentence.secrecy.isVisible()
    assert "by name" in panel.sentence.accessibleName()
    assert not console.page.view.button("open").isEnabled(), "nobody could vote"
    organizations.set_organization(library, participant_id=room.people[0].id, name="the school")
    console.settle()
    assert console.page.view.button("open").isEnabled()
    console.click(panel.weights_button)
    (field,) = organizations.list_organizations(library, project_id=room.project_id)
    console.sheet().form.set_values({str(field.id): 3})
    console.confirm()
    assert organizations.list_organizations(library, project_id=room.project_id)[0].weight == 3


def test_several_seats_need_their_number_and_fewer_rules_do_not(console: Console, draft: PollRecord) -> None:
    rules = polls.BallotRules(BallotKind.RANKING, 3)
    polls.edit_poll(console.room.library, poll_id=draft.id, rules=rules)
    console.look_at(draft)
    sentence = console.page.view.draft.sentence
    order = list(BallotKind.RANKING.rules)
    press_down(console, sentence.rule, order.index(CountingRule.IRV))
    assert console.poll(draft).rule is CountingRule.IRV
    assert not sentence.seats.isVisible()
    press_down(console, sentence.rule, order.index(CountingRule.STV) - order.index(CountingRule.IRV))
    poll = console.poll(draft)
    assert (poll.rule, poll.seats) == (CountingRule.STV, 1)
    assert sentence.seats.isVisible()
    assert console.errors == []


@pytest.mark.parametrize("name", ["lowest", "highest"])
def test_grades_never_meet(console: Console, draft: PollRecord, qtbot: Any, name: str) -> None:
    rules = polls.BallotRules(BallotKind.SCORE, lowest=2, highest=3)
    polls.edit_poll(console.room.library, poll_id=draft.id, rules=rules)
    console.look_at(draft)
    box = getattr(console.page.view.draft.sentence, name)
    towards = Qt.Key.Key_Up if name == "lowest" else Qt.Key.Key_Down
    away = Qt.Key.Key_Down if name == "lowest" else Qt.Key.Key_Up
    box.setFocus()
    qtbot.keyClick(box, towards)
    qtbot.keyClick(box, away)
    qtbot.waitUntil(lambda: abs(console.poll(draft).highest - console.poll(draft).lowest) == 2)
    assert console.errors == []


def test_what_is_in_the_way_is_told_before_it_is_tried(console: Console, draft: PollRecord) -> None:
    polls.set_options(console.room.library, poll_id=draft.id, options=[polls.OptionDraft("one")])
    console.look_at(draft)
    view = console.page.view
    assert not view.button("open").isEnabled()
    assert view.hint == "A vote needs at least two options."


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("kind", BallotKind)
def test_every_kind_is_told_whole_for_everybody_who_may_vote(draft: PollRecord, code: str, kind: BallotKind) -> None:
    language = load_language(code)
    for electorate, sector in VOTERS:
        poll = replace(
            draft, ballot=kind, rule=kind.rules[0], electorate=electorate, sector=sector, budget=5000, unit="만원"
        )
        sentence = rules_sentence(language, poll)
        assert language.tell(VOTERS[electorate, sector]) in sentence
        assert "{" not in sentence + rules_line(language, poll)
        assert "3" in sentence, "how many options there are"


def test_korean_puts_the_words_where_they_belong(draft: PollRecord) -> None:
    korean = load_language("ko")
    assert rules_sentence(korean, draft) == "참석한 사람마다 점 3개를 선택지 3개에 한 곳당 3개까지 비밀로 붙입니다."
    budget = replace(draft, ballot=BallotKind.BUDGET, rule=CountingRule.GREEDY, budget=5000, unit="만원")
    assert "5,000만원까지" in rules_sentence(korean, budget)


def test_one_dot_is_told_as_one(draft: PollRecord) -> None:
    one = replace(draft, dots=1, per_option=1)
    assert " has one dot for 3 options and votes " in rules_sentence(load_language("en"), one)
    assert "점 1개를 선택지 3개에 비밀로 붙입니다." in rules_sentence(load_language("ko"), one)
    assert "<dots>" in rules_sentence(load_language("en"), one, dots="<dots>", most="<most>")


def test_a_copy_of_a_budget_keeps_its_costs(console: Console, draft: PollRecord) -> None:
    rules = polls.BallotRules(BallotKind.BUDGET, budget=900, unit="만원", rule=CountingRule.GREEDY)
    polls.edit_poll(console.room.library, poll_id=draft.id, rules=rules)
    drafts = [polls.OptionDraft(option.text, cost=300) for option in draft.options]
    polls.set_options(console.room.library, poll_id=draft.id, options=drafts)
    console.look_at(draft)
    console.press("copy")
    copy = console.page.collection.poll
    assert copy.id != draft.id
    assert (copy.rule, copy.budget, [option.cost for option in copy.options]) == (CountingRule.GREEDY, 900, [300] * 3)


def test_the_names_of_participants_stay_out_of_a_draft(console: Console, draft: PollRecord) -> None:
    participants.register_participant(console.room.library, project_id=console.room.project_id, name="김하늘")
    console.look_at(draft)
    assert console.page.collection.names == {}
