"""A budget at the booth: by touch and by keys alone, up to the counted ballot."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord
from workshop.services.voting import polls, results
from workshop.ui.shared_screen.voting.budget import step as budget_step
from workshop.ui.shared_screen.voting.budget.cost_card import CostCard
from workshop.ui.shared_screen.voting.options import hint
from workshop.ui.shared_screen.voting.vote import VoteStep

COSTS = (120, 80, 100, 45, 350)


def budget(show, costs=COSTS, of: int = 300, **more) -> PollRecord:
    made = polls.make_poll(
        show.room.library,
        session_id=show.room.session_id,
        title="What shall it be spent on?",
        rules=polls.BallotRules(BallotKind.BUDGET, budget=of, unit="만원"),
        options=[polls.OptionDraft(f"Option {place}", cost=cost) for place, cost in enumerate(costs)],
        **more,
    ).record
    poll = polls.open_poll(show.room.library, poll_id=made.id).record
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def card(show, poll: PollRecord, place: int) -> CostCard:
    return show.find(f"option-{poll.options[place].id}", CostCard)


def tap(show, poll: PollRecord, *places: int) -> None:
    for place in places:
        show.tap(card(show, poll, place))


def taken(show, poll: PollRecord) -> list[int]:
    return [place for place in range(len(poll.options)) if card(show, poll, place).isChecked()]


def too_dear(show, poll: PollRecord) -> list[int]:
    return [place for place in range(len(poll.options)) if card(show, poll, place).is_too_dear]


def bar(show) -> str:
    return show.find("spent").accessibleName()


def filled(show) -> float:
    """How much of the bar has the colour of what is spent, measured on its picture."""
    spent = show.find("spent")
    picture, wanted = spent.grab().toImage(), show.scene.look.color("accent").rgb()
    line = max(range(picture.height()), key=lambda y: sum(picture.pixel(x, y) == wanted for x in range(spent.width())))
    return sum(picture.pixel(x, line) == wanted for x in range(spent.width())) / spent.width()


def kept(show, poll: PollRecord) -> list[set[int]]:
    """The ballots after the close: the numbers of the options on each."""
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.settle()
    number = {option.id: place for place, option in enumerate(poll.options)}
    _poll, papers = results.kept_papers(show.room.library, poll_id=poll.id)
    assert all(set(paper.values()) <= {1} for paper in papers)
    return [{number[UUID(option)] for option in paper} for paper in papers]


def by_key(show) -> None:
    show.type(show.code(0).replace("-", ""))
    for _step in range(2):
        show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.BALLOT


def test_a_tap_takes_an_option_and_the_bar_fills_with_the_sum(show):
    poll = budget(show)
    show.to_ballot()
    assert bar(show) == "0 만원 of 300 만원, 300 만원 left"
    assert filled(show) < 0.02
    tap(show, poll, 0, 3)
    assert taken(show, poll) == [0, 3]
    assert bar(show) == "165 만원 of 300 만원, 135 만원 left"
    assert filled(show) == pytest.approx(165 / 300, abs=0.02)
    tap(show, poll, 0, 1)
    assert bar(show) == "125 만원 of 300 만원, 175 만원 left"
    show.tap("next")
    for words in ("Option 1", "80 만원", "Option 3", "45 만원"):
        assert words in show.texts()
    assert "Option 0" not in show.texts()
    assert bar(show) == "125 만원 of 300 만원, 175 만원 left"
    show.tap("back")
    assert taken(show, poll) == [1, 3]
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{1, 3}]


def test_what_no_longer_fits_says_so_and_is_refused_with_what_is_missing(show):
    poll = budget(show)
    show.to_ballot()
    assert too_dear(show, poll) == [4], "it costs more than the whole budget"
    tap(show, poll, 0, 1)
    assert too_dear(show, poll) == [4], "100 are left, which is just enough"
    tap(show, poll, 3)
    assert too_dear(show, poll) == [2, 4]
    assert card(show, poll, 2).accessibleName() == "Option 2, 100 만원, too dear"
    before = [card(show, poll, place).geometry() for place in range(5)]
    tap(show, poll, 2)
    assert taken(show, poll) == [0, 1, 3]
    assert "This costs 100 만원: 45 만원 too little is left." in show.texts()
    assert [card(show, poll, place).geometry() for place in range(5)] == before
    tap(show, poll, 4)
    assert "This costs 50 만원 more than the whole budget." in show.texts()
    tap(show, poll, 3)
    assert "Tap what the budget should be spent on." in show.texts()
    tap(show, poll, 2)
    assert taken(show, poll) == [0, 1, 2]
    assert bar(show).endswith(" 0 만원 left"), "the whole budget may be spent"
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{0, 1, 2}]


def test_nothing_taken_is_a_blank_ballot(show):
    poll = budget(show)
    show.to_ballot()
    tap(show, poll, 0, 0)
    show.tap("next")
    assert "You have chosen nothing." in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [set()]


def test_a_tap_that_comes_twice_takes_it(show):
    poll = budget(show)
    show.to_ballot()
    first = card(show, poll, 0)
    middle = first.mapTo(show.window, first.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(show.window.windowHandle(), Qt.MouseButton.LeftButton, none, middle)
    assert taken(show, poll) == [0]


def test_a_budget_by_keys_alone(show):
    poll = budget(show)
    by_key(show)
    assert QApplication.focusWidget() is card(show, poll, 0)
    show.key(Qt.Key.Key_Space)
    show.key(Qt.Key.Key_Right)
    show.type("+")
    show.type("+")
    show.key(Qt.Key.Key_Down)
    show.key(Qt.Key.Key_Space)
    assert taken(show, poll) == [0, 1, 3]
    show.key(Qt.Key.Key_Left)
    show.key(Qt.Key.Key_Space)
    assert "45 만원 too little is left" in show.texts()
    show.key(Qt.Key.Key_Right)
    show.type("-")
    assert taken(show, poll) == [0, 1]
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.CHECK
    show.key(Qt.Key.Key_Escape)
    assert taken(show, poll) == [0, 1]
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert kept(show, poll) == [{0, 1}]


def test_eighty_options_are_turned_page_by_page_and_counted_together(show):
    poll = budget(show, costs=[10 + place for place in range(80)], of=100)
    show.to_ballot()
    tap(show, poll, 0)
    while show.find("page-next").isEnabled():
        show.tap("page-next")
    tap(show, poll, 79)
    assert bar(show) == "99 만원 of 100 만원, 1 만원 left"
    show.tap("next")
    show.tap("back")
    assert card(show, poll, 79).isVisible(), "the page is kept"
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{0, 79}]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("count", [2, 24])
def test_costs_stand_below_each_other_beside_the_words(make_show, count, text, language):
    show = make_show(language)
    budget(show, costs=[1_000_000 * (place + 1) for place in range(count)], of=20_000_000)
    show.tap(f"text-{text}")
    show.to_ballot()
    cards = [one for one in show.scene.step.cards if one.isVisible()]
    assert cards
    rights = {one.mapTo(show.window, one.cost_room().topRight()).x() for one in cards}
    assert len(rights) == show.scene.step.grid.grid.columns
    for one in cards:
        assert show.scene.step.grid.rect().contains(one.geometry())
        assert min(one.width(), one.height()) >= 64
        assert not one.cost_room().intersects(one.text_room())
        assert one.text_room().width() >= 150


def test_nothing_of_a_ballot_outlives_its_voter(show):
    poll = budget(show)
    show.to_ballot(0)
    tap(show, poll, 0)
    show.tap("next")
    show.tap("cast")
    show.clock.forward(10)
    show.to_ballot(1)
    assert taken(show, poll) == []
    assert bar(show).startswith("0 만원")


def test_sums_and_refusals_are_told_to_a_screen_reader(show, monkeypatch):
    heard: list[str] = []
    for place in (budget_step, hint):
        monkeypatch.setattr(place, "announce", lambda _widget, text: heard.append(text))
    poll = budget(show)
    show.to_ballot()
    tap(show, poll, 0, 0, 4)
    assert heard == [
        "Option 0, selected. 120 만원 of 300 만원, 180 만원 left",
        "Option 0, taken back. 0 만원 of 300 만원, 300 만원 left",
        "This costs 50 만원 more than the whole budget.",
    ]


def test_the_order_on_the_screen_is_the_voters_own(show):
    poll = budget(show, costs=[10] * 40, shuffled=True)
    show.to_ballot()
    shown = [one.option for one in show.scene.step.cards]
    assert list(shown) != list(poll.options)
    show.tap(show.scene.step.cards[0])
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{shown[0].position}]
