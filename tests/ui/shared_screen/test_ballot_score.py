"""Grades at the booth: by touch and by keys alone, up to the counted ballot."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord
from workshop.services.voting import polls, results
from workshop.ui.shared_screen.key_line import KeyLine
from workshop.ui.shared_screen.voting.marks import step as marks_step
from workshop.ui.shared_screen.voting.marks.mark_button import MarkButton
from workshop.ui.shared_screen.voting.marks.mark_card import MarkCard
from workshop.ui.shared_screen.voting.marks.sheet import MarkChip
from workshop.ui.shared_screen.voting.vote import VoteStep


def score(show, options: int = 4, lowest: int = 1, highest: int = 5, **more) -> PollRecord:
    made = polls.make_poll(
        show.room.library,
        session_id=show.room.session_id,
        title="How good is each?",
        rules=polls.BallotRules(BallotKind.SCORE, lowest=lowest, highest=highest),
        options=[polls.OptionDraft(f"Option {place}") for place in range(options)],
        **more,
    ).record
    poll = polls.open_poll(show.room.library, poll_id=made.id).record
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def card(show, poll: PollRecord, place: int) -> MarkCard:
    return show.find(f"option-{poll.options[place].id}", MarkCard)


def grade(show, poll: PollRecord, place: int, value: int) -> None:
    show.tap(f"mark-{value}-{poll.options[place].id}")


def seen(show, poll: PollRecord) -> list[int | None]:
    """The grades that are filled on the screen, in the order of the options."""
    filled = [[one.mark.value for one in card(show, poll, place).buttons if one.isChecked()] for place in range(4)]
    assert all(len(values) <= 1 for values in filled)
    return [values[0] if values else None for values in filled]


def kept(show, poll: PollRecord) -> list[dict[int, int]]:
    """The ballots after the close: grade by option, by their numbers."""
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.settle()
    number = {option.id: place for place, option in enumerate(poll.options)}
    _poll, papers = results.kept_papers(show.room.library, poll_id=poll.id)
    return [{number[UUID(option)]: value for option, value in paper.items()} for paper in papers]


def cast(show) -> None:
    show.tap("next")
    show.tap("cast")


def by_key(show) -> None:
    """To the ballot without the pointer."""
    show.type(show.code(0).replace("-", ""))
    for _step in range(2):
        show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.BALLOT


def test_a_tap_gives_a_grade_another_one_changes_it_and_the_same_takes_it_back(show):
    poll = score(show)
    show.to_ballot()
    grade(show, poll, 0, 5)
    grade(show, poll, 1, 2)
    grade(show, poll, 2, 3)
    assert seen(show, poll) == [5, 2, 3, None]
    grade(show, poll, 0, 4)
    grade(show, poll, 2, 3)
    assert seen(show, poll) == [4, 2, None, None]
    assert "2 of 4 graded" in show.texts()
    show.tap("next")
    assert [chip.mark.value for chip in show.scene.findChildren(MarkChip)] == [4, 2]
    assert "2 options have no grade" in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [{0: 4, 1: 2}]


def test_no_answer_is_not_zero(show):
    poll = score(show, lowest=0, highest=5)
    show.to_ballot()
    grade(show, poll, 1, 0)
    cast(show)
    assert kept(show, poll) == [{1: 0}]
    assert results.poll_result(show.room.library, poll_id=poll.id).blank == 0


def test_a_ballot_without_grades_is_blank(show):
    poll = score(show)
    show.to_ballot()
    grade(show, poll, 0, 1)
    grade(show, poll, 0, 1)
    show.tap("next")
    assert "You have chosen nothing." in show.texts()
    show.tap("cast")
    assert kept(show, poll) == [{}]


def test_a_tap_that_comes_twice_gives_a_grade(show):
    poll = score(show)
    show.to_ballot()
    button = show.find(f"mark-3-{poll.options[0].id}", MarkButton)
    middle = button.mapTo(show.window, button.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(show.window.windowHandle(), Qt.MouseButton.LeftButton, none, middle)
    assert seen(show, poll) == [3, None, None, None]


def test_by_finger_no_option_is_put_forward_and_the_keys_are_shown(show):
    poll = score(show)
    show.to_ballot()
    assert not isinstance(QApplication.focusWidget(), MarkCard)
    show.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is card(show, poll, 0), "the arrows lead to the first one"
    shown = show.scene.findChild(KeyLine).accessibleName()
    assert "1 … 5: That grade" in shown
    assert "−: Take back" in shown


def test_a_tap_brings_the_keyboard_to_the_option(show):
    poll = score(show)
    show.to_ballot()
    grade(show, poll, 2, 1)
    show.type("5")
    assert seen(show, poll) == [None, None, 5, None]


@pytest.mark.parametrize("wish", ["language-ko", "text-200", "contrast"])
def test_grades_stay_when_a_voter_wishes_another_look(show, wish):
    poll = score(show)
    show.to_ballot()
    grade(show, poll, 1, 4)
    show.tap(wish)
    assert seen(show, poll) == [None, 4, None, None]


def test_grades_by_keys_alone(show):
    poll = score(show)
    by_key(show)
    assert QApplication.focusWidget() is card(show, poll, 0)
    show.type("4")
    show.key(Qt.Key.Key_Down)
    show.type("1")
    show.type("2")
    show.key(Qt.Key.Key_Down)
    show.type("3")
    show.type("-")
    show.key(Qt.Key.Key_Down)
    show.key(Qt.Key.Key_Space)
    show.key(Qt.Key.Key_Space)
    assert seen(show, poll) == [4, 2, None, 2], "a digit changes a grade, it never takes it back"
    show.clock.forward(5)
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.CHECK
    show.key(Qt.Key.Key_Escape)
    assert seen(show, poll) == [4, 2, None, 2]
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert kept(show, poll) == [{0: 4, 1: 2, 3: 2}]


def test_space_goes_through_the_grades_to_none_again(show):
    poll = score(show, lowest=3, highest=5)
    by_key(show)
    went = []
    for _press in range(4):
        show.key(Qt.Key.Key_Space)
        went.append(seen(show, poll)[0])
    assert went == [3, 4, 5, None]


def test_a_digit_outside_the_scale_is_refused_in_the_place_of_the_rule_and_no_card_moves(show):
    poll = score(show)
    by_key(show)
    show.type("4")
    before = [card(show, poll, place).geometry() for place in range(4)]
    show.type("6")
    assert seen(show, poll) == [4, None, None, None]
    assert "between 1 and 5" in show.texts()
    assert "Tap it again" not in show.texts()
    assert [card(show, poll, place).geometry() for place in range(4)] == before
    show.type("5")
    assert "Tap it again" in show.texts()


def press_at(card: MarkCard, key: Qt.Key, text: str, milliseconds: int) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(milliseconds)
    QApplication.sendEvent(card, event)


@pytest.mark.parametrize(("pause", "expected"), [(300, 10), (3_000, 0)])
def test_a_one_and_a_zero_are_ten_where_they_come_together(show, pause, expected):
    poll = score(show, lowest=0, highest=10)
    show.to_ballot()
    first = card(show, poll, 0)
    press_at(first, Qt.Key.Key_1, "1", 50_000)
    assert first.value == 1
    press_at(first, Qt.Key.Key_0, "0", 50_000 + pause)
    assert first.value == expected


def test_a_zero_is_ten_where_there_is_no_zero(show):
    poll = score(show, lowest=1, highest=10)
    by_key(show)
    show.type("0")
    assert card(show, poll, 0).value == 10


def test_grades_go_over_several_pages_and_come_back(show):
    poll = score(show, 80)
    show.to_ballot()
    while show.find("page-next").isEnabled():
        show.tap("page-next")
    grade(show, poll, 79, 5)
    show.tap("next")
    assert "Option 79" in show.texts()
    show.tap("back")
    assert card(show, poll, 79).isVisible(), "the page is kept"
    assert card(show, poll, 79).value == 5
    cast(show)
    assert kept(show, poll) == [{79: 5}]


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize(("options", "highest"), [(6, 5), (24, 5), (24, 10)])
def test_every_grade_is_large_enough_for_a_finger_and_lies_on_its_card(show, text, options, highest):
    poll = score(show, options, 0, highest)
    show.tap(f"text-{text}")
    show.to_ballot()
    cards = [one for one in show.scene.step.cards if one.isVisible()]
    assert cards
    for one in cards:
        assert show.scene.step.grid.rect().contains(one.geometry())
        assert all(one.rect().contains(button.geometry()) for button in one.buttons)
        assert min(min(button.width(), button.height()) for button in one.buttons) >= 64
        assert not any(button.geometry().intersects(one.text_room()) for button in one.buttons)
    assert poll.options


def test_the_order_on_the_screen_is_the_voters_own(show):
    poll = score(show, 40, shuffled=True)
    show.to_ballot()
    shown = [one.option for one in show.scene.step.cards]
    assert list(shown) != list(poll.options)
    show.tap(show.scene.step.cards[0].buttons[4])
    cast(show)
    assert kept(show, poll) == [{shown[0].position: 5}]


def test_nothing_of_a_ballot_outlives_its_voter(show):
    poll = score(show)
    show.to_ballot(0)
    grade(show, poll, 0, 5)
    cast(show)
    show.clock.forward(10)
    show.to_ballot(1)
    assert seen(show, poll) == [None, None, None, None]
    cast(show)
    assert sorted(kept(show, poll), key=len) == [{}, {0: 5}]


def test_grades_are_told_to_a_screen_reader(show, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(marks_step, "announce", lambda _widget, text: heard.append(text))
    poll = score(show)
    show.to_ballot()
    grade(show, poll, 1, 5)
    grade(show, poll, 1, 5)
    assert heard == ["Option 1, Grade 5, highest. 1 of 4 graded", "Option 1, taken back. 0 of 4 graded"]
    grade(show, poll, 1, 2)
    assert card(show, poll, 1).accessibleName() == "Option 1, Grade 2"
    names = [button.accessibleName() for button in card(show, poll, 1).buttons]
    assert names[:2] == ["Option 1: Grade 1, lowest", "Option 1: Grade 2, selected"]
