"""A ranking at the booth: by touch and by keys alone, up to the counted ballot."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord
from workshop.services.voting import polls, results
from workshop.ui.shared_screen.voting.options import hint
from workshop.ui.shared_screen.voting.ranking import step as ranking_step
from workshop.ui.shared_screen.voting.ranking.order_row import OrderRow
from workshop.ui.shared_screen.voting.ranking.paper import RankingPaper, Refusal
from workshop.ui.shared_screen.voting.ranking.place_card import PlaceCard
from workshop.ui.shared_screen.voting.vote import VoteStep


def ranking(show, options: int = 5, *, most: int | None = None, ties: bool = False, **more) -> PollRecord:
    made = polls.make_poll(
        show.room.library,
        session_id=show.room.session_id,
        title="In which order?",
        rules=polls.BallotRules(BallotKind.RANKING, most or options, ties=ties),
        options=[polls.OptionDraft(f"Option {place}") for place in range(options)],
        **more,
    ).record
    poll = polls.open_poll(show.room.library, poll_id=made.id).record
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def card(show, poll: PollRecord, place: int) -> PlaceCard:
    return show.find(f"option-{poll.options[place].id}", PlaceCard)


def tap_in_order(show, poll: PollRecord, *places: int) -> None:
    for place in places:
        show.tap(card(show, poll, place))


def seen(show, poll: PollRecord) -> list[int]:
    """The numbers on the cards, in the order of the options."""
    return [card(show, poll, place).place for place in range(len(poll.options))]


def rows(show) -> list[tuple[str, str]]:
    return [tuple(row.accessibleName().split(", ")) for row in show.scene.findChildren(OrderRow)]


def kept(show, poll: PollRecord) -> list[dict[int, int]]:
    """The ballots after the close: place by option, by their numbers."""
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.settle()
    number = {str(option.id): place for place, option in enumerate(poll.options)}
    _poll, papers = results.kept_papers(show.room.library, poll_id=poll.id)
    return [{number[option]: place for option, place in paper.items()} for paper in papers]


def swap(show, way: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), way, Qt.KeyboardModifier.AltModifier)
    show.settle()


def test_a_tap_gives_the_next_place_and_another_one_takes_it_back(show):
    poll = ranking(show)
    show.to_ballot()
    tap_in_order(show, poll, 3, 0, 4)
    assert seen(show, poll) == [2, 0, 0, 1, 3]
    show.tap(card(show, poll, 3))
    assert seen(show, poll) == [1, 0, 0, 0, 2], "the later ones move up"
    show.tap(card(show, poll, 1))
    show.tap("next")
    assert rows(show) == [("Option 0", "place 1"), ("Option 4", "place 2"), ("Option 1", "place 3")]
    assert "2 options have no place." in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [{0: 1, 4: 2, 1: 3}]


def test_a_tap_that_comes_twice_gives_a_place(show):
    poll = ranking(show)
    show.to_ballot()
    first = card(show, poll, 0)
    middle = first.mapTo(show.window, first.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(show.window.windowHandle(), Qt.MouseButton.LeftButton, none, middle)
    assert seen(show, poll) == [1, 0, 0, 0, 0]


def test_no_more_places_than_the_vote_has_and_no_card_moves_when_that_is_said(show):
    poll = ranking(show, 5, most=2)
    show.to_ballot()
    tap_in_order(show, poll, 0, 1)
    before = [card(show, poll, place).geometry() for place in range(5)]
    show.tap(card(show, poll, 2))
    assert seen(show, poll) == [1, 2, 0, 0, 0]
    assert "All 2 places are given." in show.texts()
    assert [card(show, poll, place).geometry() for place in range(5)] == before
    show.tap(card(show, poll, 0))
    assert "All 2 places" not in show.texts()


def test_a_button_puts_one_beside_the_last_where_equal_places_are_allowed(show):
    poll = ranking(show, ties=True)
    show.to_ballot()
    assert not card(show, poll, 1).beside_button.isVisible(), "nothing is placed yet"
    tap_in_order(show, poll, 0, 2)
    show.tap(f"beside-{poll.options[1].id}")
    tap_in_order(show, poll, 4)
    assert seen(show, poll) == [1, 2, 2, 0, 3]
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{0: 1, 1: 2, 2: 2, 4: 3}]


def test_nobody_is_put_beside_another_where_each_place_is_given_once(show):
    poll = ranking(show)
    show.enter_code(0)
    show.key(Qt.Key.Key_Return)
    show.type(" ")
    show.key(Qt.Key.Key_Right)
    show.type("=")
    assert seen(show, poll) == [1, 0, 0, 0, 0]
    assert not card(show, poll, 1).beside_button.isVisible()


def test_a_ranking_by_keys_alone(show):
    poll = ranking(show, 6, ties=True)
    show.type(show.code(0).replace("-", ""))
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is card(show, poll, 0)
    show.key(Qt.Key.Key_Space)
    show.key(Qt.Key.Key_Right)
    show.type("1")
    assert seen(show, poll) == [2, 1, 0, 0, 0, 0], "a digit gives that place"
    show.key(Qt.Key.Key_Down)
    show.type("5")
    assert seen(show, poll) == [2, 1, 0, 0, 0, 0]
    assert "The next one is 3." in show.texts()
    show.type("=")
    assert seen(show, poll) == [2, 1, 0, 2, 0, 0]
    show.key(Qt.Key.Key_Left)
    show.type(" ")
    assert seen(show, poll) == [2, 1, 3, 2, 0, 0]
    show.type("-")
    assert seen(show, poll) == [2, 1, 0, 2, 0, 0]
    show.key(Qt.Key.Key_Up)
    swap(show, Qt.Key.Key_Up)
    assert seen(show, poll) == [2, 1, 0, 3, 0, 0], "out of the place it shares"
    swap(show, Qt.Key.Key_Up)
    assert seen(show, poll) == [1, 2, 0, 3, 0, 0]
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.CHECK
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.DONE
    assert kept(show, poll) == [{0: 1, 1: 2, 3: 3}]


def test_places_are_swapped_at_the_check_by_touch(show):
    poll = ranking(show)
    show.to_ballot()
    tap_in_order(show, poll, 0, 1, 2)
    show.tap("next")
    first, _second, third = show.scene.findChildren(OrderRow)
    assert not first.up_button.isEnabled()
    assert not third.down_button.isEnabled()
    show.tap(third.up_button)
    show.tap(first.down_button)
    assert rows(show) == [("Option 2", "place 1"), ("Option 0", "place 2"), ("Option 1", "place 3")]
    show.tap("back")
    assert seen(show, poll) == [2, 3, 1, 0, 0], "the ballot knows of it"
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{2: 1, 0: 2, 1: 3}]


def test_places_are_swapped_at_the_check_by_keys(show):
    poll = ranking(show)
    show.enter_code(0)
    show.key(Qt.Key.Key_Return)
    show.type("1")
    for _ in range(2):
        show.key(Qt.Key.Key_Right)
        show.type(" ")
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Backtab)
    first, second, _third = show.scene.findChildren(OrderRow)
    assert QApplication.focusWidget() is first
    swap(show, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second, "the keyboard goes with the option"
    swap(show, Qt.Key.Key_Down)
    assert rows(show) == [("Option 1", "place 1"), ("Option 2", "place 2"), ("Option 0", "place 3")]
    show.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is second
    show.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is show.find("back"), "one line of them all is met by Tab"
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert kept(show, poll) == [{1: 1, 2: 2, 0: 3}]


def test_nothing_is_swapped_while_the_ballot_is_on_its_way(show):
    poll = ranking(show)
    show.to_ballot()
    tap_in_order(show, poll, 0, 1)
    show.tap("next")
    first = show.scene.findChildren(OrderRow)[0]
    show.scene.cast()
    QTest.mouseClick(first.down_button, Qt.MouseButton.LeftButton)
    assert rows(show)[0] == ("Option 0", "place 1")
    show.settle()
    assert kept(show, poll) == [{0: 1, 1: 2}]


def test_a_blank_ranking_is_told_and_counts_as_blank(show):
    poll = ranking(show)
    show.to_ballot()
    tap_in_order(show, poll, 2, 2)
    show.tap("next")
    assert "Cast a blank ballot?" in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [{}]


def test_the_next_voter_finds_nothing(show):
    poll = ranking(show)
    show.to_ballot()
    tap_in_order(show, poll, 2, 1)
    show.tap("next")
    show.tap("cast")
    show.clock.forward(5)
    show.to_ballot(1)
    assert seen(show, poll) == [0, 0, 0, 0, 0]
    assert "0 of 5 places given" in show.texts()


@pytest.mark.parametrize("ties", [False, True])
def test_twenty_four_options_are_large_enough_for_fingers(show, ties):
    poll = ranking(show, 24, ties=ties)
    show.to_ballot()
    cards = [card(show, poll, place) for place in range(24)]
    inside = show.scene.step.grid.rect()
    assert all(one.isVisible() for one in cards)
    assert min(min(one.width(), one.height()) for one in cards) >= 64
    assert all(inside.contains(one.geometry()) for one in cards)
    assert not any(a.geometry().intersects(b.geometry()) for a in cards for b in cards if a is not b)


def test_eighty_options_are_turned_page_by_page_and_the_places_run_through(show):
    poll = ranking(show, 80, most=80)
    show.enter_code(0)
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Space)
    while QApplication.focusWidget() is not card(show, poll, 79):
        show.key(Qt.Key.Key_PageDown)
    show.key(Qt.Key.Key_Space)
    assert card(show, poll, 79).place == 2
    assert not card(show, poll, 0).isVisible()
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert kept(show, poll) == [{0: 1, 79: 2}]


def test_the_order_on_the_screen_is_the_voters_own(show):
    poll = ranking(show, 40, most=40, shuffled=True)
    show.to_ballot()
    shown = [one.text() for one in show.scene.step.cards]
    assert sorted(shown) == sorted(option.text for option in poll.options)
    assert shown != [option.text for option in poll.options]
    show.tap(show.scene.step.cards[0])
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{int(shown[0].split()[1]): 1}]


def test_places_are_told_to_a_screen_reader(show, monkeypatch):
    heard: list[str] = []
    for place in (ranking_step, hint):
        monkeypatch.setattr(place, "announce", lambda _widget, text: heard.append(text))
    poll = ranking(show, 3, most=1)
    show.to_ballot()
    tap_in_order(show, poll, 1, 2, 1)
    assert heard[0] == "Option 1, place 1. 1 of 1 place given"
    assert heard[1].startswith("The place is given.")
    assert heard[2] == "Option 1, taken back. 0 of 1 place given"
    show.tap(card(show, poll, 0))
    assert card(show, poll, 0).accessibleName() == "Option 0, place 1"


def paper_of(poll: PollRecord, *groups: Sequence[int]) -> tuple[RankingPaper, list[UUID]]:
    ids = [option.id for option in poll.options]
    return RankingPaper(poll, [[ids[place] for place in group] for group in groups]), ids


def test_a_place_in_between_moves_the_later_ones_down_and_leaves_no_gap(show):
    paper, ids = paper_of(ranking(show, ties=True), [0, 1], [2])
    assert paper.put_at(ids[3], 2) is None
    assert paper.places == [[ids[0], ids[1]], [ids[3]], [ids[2]]]
    assert paper.put_at(ids[3], 4) is Refusal.NOT_YET, "alone in its place it leaves none behind"
    assert paper.put_at(ids[0], 4) is None
    assert paper.places == [[ids[1]], [ids[3]], [ids[2]], [ids[0]]]
    assert paper.put_beside(ids[1]) is Refusal.NOTHING_BEFORE
    assert paper.put_beside(ids[3]) is None
    assert paper.choices() == {ids[1]: 1, ids[3]: 1, ids[2]: 2, ids[0]: 3}
    assert not paper.can_move(ids[0], 1)
    assert not paper.can_move(ids[4], -1)
