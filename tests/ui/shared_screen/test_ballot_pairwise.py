"""Two options at a time at the booth: by touch and by keys alone, up to the counted ballot."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord
from workshop.services.voting import polls, results
from workshop.ui.shared_screen.voting.pairwise import step as pairwise_step
from workshop.ui.shared_screen.voting.pairwise.board import PairCard
from workshop.ui.shared_screen.voting.pairwise.pair_row import PairRow
from workshop.ui.shared_screen.voting.vote import VoteStep

Mark = tuple[str, str, int]


def pairwise(show, options: int = 5, *, most: int = 4) -> PollRecord:
    made = polls.make_poll(
        show.room.library,
        session_id=show.room.session_id,
        title="Which of two?",
        rules=polls.BallotRules(BallotKind.PAIRWISE, most),
        options=[polls.OptionDraft(f"Option {place}") for place in range(options)],
    ).record
    poll = polls.open_poll(show.room.library, poll_id=made.id).record
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def asked(show) -> tuple[str, str]:
    """The two that are compared now."""
    return (show.find("one", PairCard).text(), show.find("other", PairCard).text())


def mark(pair: tuple[str, str], preferred: str | None) -> Mark:
    """A comparison as it is kept: in the order of the ballot paper, 1 for the first, -1 for the second."""
    first, second = sorted(pair)
    return first, second, 0 if preferred is None else 1 if preferred == first else -1


def kept(show, poll: PollRecord) -> list[set[Mark]]:
    """The ballots after the close."""
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.settle()
    text = {str(option.id): option.text for option in poll.options}
    _poll, papers = results.kept_papers(show.room.library, poll_id=poll.id)
    return [
        {(text[one], text[other], answer) for pair, answer in paper.items() for one, other in [pair.split(":")]}
        for paper in papers
    ]


def test_a_tap_leads_to_the_next_two_and_the_last_one_to_the_check(show):
    poll = pairwise(show)
    show.to_ballot()
    told: set[Mark] = set()
    for place, name in enumerate(("one", "other", "neither", "one"), 1):
        assert f"{place} of 4" in show.texts()
        pair = asked(show)
        told.add(mark(pair, {"one": pair[0], "other": pair[1]}.get(name)))
        show.tap(name)
    assert show.scene.at is VoteStep.CHECK
    assert len(show.scene.findChildren(PairRow)) == 4
    assert "not made" not in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [told]


def test_two_at_a_time_by_keys_alone(show):
    poll = pairwise(show)
    show.type(show.code(0).replace("-", ""))
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Return)
    told: set[Mark] = set()
    for key, side in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Space, None), (Qt.Key.Key_Left, 0)):
        pair = asked(show)
        told.add(mark(pair, None if side is None else pair[side]))
        show.key(key)
    assert "4 of 4" in show.texts()
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.CHECK
    assert "1 comparison was not made and stays out." in show.texts()
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.DONE
    assert kept(show, poll) == [told]


def test_back_leads_to_the_two_before_and_keeps_the_answer(show):
    poll = pairwise(show)
    show.to_ballot()
    first = asked(show)
    show.tap("other")
    second = asked(show)
    show.tap("neither")
    show.tap("back")
    assert asked(show) == second
    assert show.find("neither").isChecked()
    show.key(Qt.Key.Key_Escape)
    assert asked(show) == first
    assert show.find("other", PairCard).isChecked()
    assert not show.find("one", PairCard).isChecked()
    show.tap("one")
    assert asked(show) == second, "another answer to the same two"
    show.tap("next")
    show.tap("cast")
    assert kept(show, poll) == [{mark(first, first[0]), mark(second, None)}]


def test_back_from_the_first_two_leads_to_how_it_works_and_loses_nothing(show):
    pairwise(show)
    show.to_ballot()
    first = asked(show)
    show.tap("one")
    show.tap("back")
    show.tap("back")
    assert show.scene.at is VoteStep.RULES
    show.tap("next")
    assert asked(show) == first
    assert show.find("one", PairCard).isChecked()


@pytest.mark.parametrize("name", ["one", "other", "neither"])
def test_a_tap_that_comes_twice_answers_once(show, name):
    pairwise(show)
    show.to_ballot()
    target = show.find(name)
    middle = target.mapTo(show.window, target.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(show.window.windowHandle(), Qt.MouseButton.LeftButton, none, middle)
    show.settle()
    assert "2 of 4" in show.texts()
    assert len(show.scene.vote.paper.preferred) == 1


def test_a_line_at_the_check_leads_back_to_its_two(show):
    poll = pairwise(show)
    show.to_ballot()
    first = asked(show)
    show.tap("one")
    second = asked(show)
    show.tap("one")
    show.tap("next")
    show.tap("compared-0")
    assert asked(show) == first
    show.tap("neither")
    show.tap("next")
    show.find("compared-0").setFocus()
    show.key(Qt.Key.Key_Down)
    show.key(Qt.Key.Key_Return)
    assert asked(show) == second
    show.key(Qt.Key.Key_Right)
    show.key(Qt.Key.Key_Return)
    show.tap("cast")
    assert kept(show, poll) == [{mark(first, None), mark(second, second[1])}]


def test_while_the_ballot_is_on_its_way_no_line_leads_back(show):
    poll = pairwise(show)
    show.to_ballot()
    show.tap("one")
    show.tap("next")
    row = show.find("compared-0")
    show.scene.cast()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert show.scene.at is VoteStep.CHECK
    show.settle()
    assert show.scene.at is VoteStep.DONE
    assert len(kept(show, poll)[0]) == 1


def test_a_blank_ballot_is_told_and_counts_as_blank(show):
    poll = pairwise(show)
    show.to_ballot()
    show.tap("next")
    assert "Cast a blank ballot?" in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [set()]


def test_no_more_comparisons_than_there_are_pairs(show):
    pairwise(show, 3, most=50)
    show.to_ballot()
    pairs = []
    for _ in range(3):
        pairs.append(frozenset(asked(show)))
        show.tap("neither")
    assert show.scene.at is VoteStep.CHECK
    assert set(pairs) == {frozenset(pair) for pair in combinations(["Option 0", "Option 1", "Option 2"], 2)}


def test_each_voter_has_pairs_of_their_own_and_the_next_one_finds_nothing(show):
    pairwise(show, 30, most=20)
    papers = []
    for person in (0, 1):
        show.to_ballot(person)
        assert show.scene.vote.paper.preferred == {}
        papers.append([(one.text, other.text) for one, other in show.scene.vote.paper.pairs])
        show.tap("one")
        show.tap("next")
        show.tap("cast")
        show.clock.forward(5)
    assert papers[0] != papers[1]


def test_a_key_that_is_held_down_answers_once(show):
    pairwise(show)
    show.to_ballot()
    show.key(Qt.Key.Key_Right)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True, count=1)
        QApplication.sendEvent(QApplication.focusWidget(), held)
    assert "2 of 4" in show.texts()


def test_what_is_asked_is_told_to_a_screen_reader(show, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(pairwise_step, "announce", lambda _widget, text: heard.append(text))
    pairwise(show)
    show.to_ballot()
    first = asked(show)
    show.tap("one")
    second = asked(show)
    show.tap("back")
    assert heard == [
        f"2 of 4: {second[0]}, or {second[1]}?",
        f"1 of 4: {first[0]}, or {first[1]}? {first[0]}",
    ]
    assert show.find("one").accessibleName() == f"{first[0]}, selected"


@pytest.mark.parametrize("text", [100, 150, 200])
def test_the_two_are_equally_large_and_nothing_moves(show, text):
    pairwise(show)
    show.tap(f"text-{text}")
    show.to_ballot()
    cards = [show.find("one", PairCard), show.find("other", PairCard)]
    before = [one.geometry() for one in cards]
    assert abs(cards[0].width() - cards[1].width()) <= 1
    assert cards[0].height() == cards[1].height() >= 64
    show.tap("neither")
    show.tap("back")
    assert [one.geometry() for one in cards] == before
