"""Whoever votes is guided, can go back, votes once and leaves nothing behind."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.builders import cast, open_poll
from workshop.language import mark
from workshop.models.enums import Presence
from workshop.models.errors import LibraryError, RefusedError
from workshop.models.records.votes import PollRecord
from workshop.services.people import attendance
from workshop.services.voting import polls, results, voting
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.voting.vote import VoteStep


@pytest.fixture
def poll(show) -> PollRecord:
    poll = open_poll(show.room)
    show.stage.show_voting_booth(poll.id)
    show.settle()
    assert show.stage.state is ScreenState.VOTING_BOOTH
    return poll


def test_a_whole_vote_by_touch(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    show.tap(show.card(poll, 0))
    show.tap(show.card(poll, 2))
    show.tap(show.card(poll, 0).minus_button)
    show.tap("next")
    assert "cannot be changed or taken back" in show.texts()
    show.tap("cast")
    assert show.scene.at is VoteStep.DONE
    show.clock.forward(timing.DONE)
    assert show.scene.at is VoteStep.CODE
    assert show.counted(poll) == {"선택지 0": 1, "선택지 2": 1, "선택지 1": 0}


def test_a_whole_vote_by_keyboard_alone(show, poll):
    show.type(show.code(0))
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.RULES
    show.clock.forward(2)
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Space)
    show.key(Qt.Key.Key_Right)
    show.key(Qt.Key.Key_Plus)
    show.key(Qt.Key.Key_Plus)
    show.key(Qt.Key.Key_Minus)
    for _ in range(2):
        show.key(Qt.Key.Key_Tab)
    while QApplication.focusWidget().objectName() != "next":
        show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Space)
    assert show.scene.at is VoteStep.CHECK
    assert QApplication.focusWidget().objectName() == "back"
    show.key(Qt.Key.Key_Tab)
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.DONE
    assert show.counted(poll) == {"선택지 0": 1, "선택지 1": 1, "선택지 2": 0}


def test_a_scanner_that_types_presses_nothing_else(show, poll):
    show.find("language-ko").setFocus()
    show.type(show.code(0))
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.RULES
    assert show.scene.look.language.code == "en"
    show.type(show.code(0))
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.RULES, "a second scan leads no further"


@pytest.mark.parametrize(("code", "words"), [("99999", "not known"), ("1", "not known")])
def test_a_wrong_code_is_told_and_can_be_typed_again(show, poll, code, words):
    show.type(code)
    show.key(Qt.Key.Key_Return)
    assert words in show.texts()
    assert show.scene.at is VoteStep.CODE
    assert show.scene.step.digits == ""
    show.enter_code(1)
    assert show.scene.at is VoteStep.RULES


def test_whoever_has_voted_or_is_absent_is_told_so(show, poll):
    cast(show.room, poll, 0, 1)
    attendance.set_presence(
        show.room.library,
        session_id=show.room.session_id,
        participant_id=show.room.people[1].id,
        presence=Presence.EXPECTED,
    )
    show.settle()
    show.enter_code(0)
    assert "voted already" in show.texts()
    show.enter_code(1)
    assert "attendance list" in show.texts()


def test_a_code_can_be_mistyped_and_taken_back(show, poll):
    show.type("12")
    show.tap("erase")
    show.key(Qt.Key.Key_Backspace)
    assert show.scene.step.digits == ""


def test_two_quick_taps_on_cast_cast_once(show, poll, monkeypatch):
    tries = []
    real = voting.cast_ballot

    def count(*arguments, **named):
        tries.append(named["ballot_id"])
        return real(*arguments, **named)

    monkeypatch.setattr(voting, "cast_ballot", count)
    show.to_ballot()
    show.tap(show.card(poll, 1))
    show.tap("next")
    button = show.find("cast")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert show.scene.at is VoteStep.CHECK, "done is shown only when the library has the ballot"
    show.settle()
    assert show.scene.at is VoteStep.DONE
    assert len(tries) == 1
    assert sum(show.counted(poll).values()) == 1


def test_a_second_try_uses_the_same_key(show, poll, monkeypatch):
    tries = []
    real = voting.cast_ballot

    def lose_the_answer(*arguments, **named):
        tries.append(named["ballot_id"])
        result = real(*arguments, **named)
        if len(tries) == 1:
            raise LibraryError(
                mark("{place} is in use by another program. Close that program, then try again.", place="x")
            )
        return result

    monkeypatch.setattr(voting, "cast_ballot", lose_the_answer)
    show.to_ballot()
    show.tap(show.card(poll, 1))
    show.tap("next")
    show.tap("cast")
    assert "could not be kept yet" in show.texts()
    show.tap("back")
    show.tap("next")
    show.tap("cast")
    assert show.scene.at is VoteStep.DONE
    assert len(set(tries)) == 1
    assert sum(show.counted(poll).values()) == 1


def test_a_ballot_changed_after_a_lost_answer_is_not_said_to_be_cast(show, poll, monkeypatch):
    real = voting.cast_ballot

    def lose_the_answer(*arguments, **named):
        real(*arguments, **named)
        monkeypatch.setattr(voting, "cast_ballot", real)
        raise LibraryError(mark("{place} is in use by another program. Close that program, then try again.", place="x"))

    monkeypatch.setattr(voting, "cast_ballot", lose_the_answer)
    show.to_ballot()
    show.tap(show.card(poll, 1))
    show.tap("next")
    show.tap("cast")
    show.tap("back")
    show.tap(show.card(poll, 0))
    show.tap("next")
    show.tap("cast")
    assert "You have voted already. Your ballot is safe and counts once." in show.texts()
    assert sum(show.counted(poll).values()) == 1


def test_going_back_keeps_the_dots(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 2))
    show.tap("next")
    show.tap("back")
    assert show.card(poll, 2).count == 1
    show.tap("back")
    assert show.scene.at is VoteStep.RULES
    show.tap("next")
    assert show.card(poll, 2).count == 1


def test_going_back_to_the_code_forgets_who_it_was(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 2))
    show.tap("back")
    show.tap("back")
    assert show.scene.at is VoteStep.CODE
    show.to_ballot()
    assert show.card(poll, 2).count == 0


def test_no_more_dots_than_there_are(show, poll):
    show.to_ballot()
    for place in (0, 0, 1, 1):
        show.tap(show.card(poll, place))
    assert [show.card(poll, place).count for place in range(3)] == [2, 1, 0]
    assert "No dots are left" in show.texts()


def test_an_empty_ballot_is_asked_about_and_counts(show, poll):
    show.to_ballot()
    show.tap("next")
    assert "Cast a blank ballot?" in show.texts()
    show.tap("cast")
    assert show.scene.at is VoteStep.DONE
    polls.close_poll(show.room.library, poll_id=poll.id)
    assert results.poll_result(show.room.library, poll_id=poll.id).blank == 1


def test_nobody_there_is_warned_then_cleared(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    show.clock.forward(timing.IDLE - 1)
    assert show.scene.warning is None
    show.clock.forward(1)
    assert show.scene.warning is not None
    show.clock.forward(timing.WARNING)
    assert show.scene.at is VoteStep.CODE
    assert show.scene.warning is None
    assert show.scene.vote is None
    assert sum(show.counted(poll).values()) == 0


def test_a_touch_at_the_warning_goes_on_and_places_no_dot(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    show.clock.forward(timing.IDLE)
    QTest.mouseClick(show.scene.warning, Qt.MouseButton.LeftButton)
    assert show.scene.warning is None
    show.clock.forward(timing.IDLE - 1)
    assert show.scene.warning is None
    assert show.card(poll, 0).count == 1
    show.clock.forward(1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert show.scene.warning is None
    assert show.card(poll, 0).count == 1


def test_half_a_code_does_not_wait_for_the_next(show, poll):
    show.type("12")
    show.clock.forward(timing.IDLE + timing.WARNING)
    assert show.scene.step.digits == ""


def test_the_next_voter_sees_nothing_of_the_last(show, poll):
    show.tap("language-ko")
    show.tap("text-200")
    show.tap("contrast")
    show.to_ballot()
    show.tap(show.card(poll, 1))
    old = show.scene.step
    show.tap("next")
    show.tap("cast")
    show.clock.forward(timing.DONE)
    assert (show.scene.look.language.code, show.scene.look.text) == ("en", 100)
    assert show.scene.look.theme.name == "light"
    assert show.scene.vote is None
    assert QApplication.focusWidget().objectName() == "code"
    assert not show.scene.findChildren(QLineEdit), "no field keeps a history"
    show.to_ballot(1)
    assert [show.card(poll, place).count for place in range(3)] == [0, 0, 0]
    assert show.scene.step is not old


def test_wishes_without_a_vote_are_reset_too(show, poll):
    show.tap("language-ko")
    show.clock.forward(timing.IDLE)
    assert show.scene.look.language.code == "en"


def test_a_wish_in_the_middle_keeps_dots_and_keyboard(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    for wish in ("language-ko", "text-200", "contrast", "contrast"):
        show.tap(wish)
    assert show.card(poll, 0).count == 1
    assert show.scene.look.text == 200
    assert show.scene.look.theme.name == "light"
    assert QApplication.focusWidget().objectName() == "contrast"


def test_a_pause_keeps_the_dots_and_a_close_says_so(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    polls.pause_poll(show.room.library, poll_id=poll.id)
    show.settle()
    assert "The vote is paused" in show.texts()
    show.clock.forward(timing.IDLE + timing.WARNING)
    polls.resume_poll(show.room.library, poll_id=poll.id)
    show.settle()
    assert show.card(poll, 0).count == 1
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.settle()
    assert "The vote is closed" in show.texts()
    assert show.scene.vote is None


def test_a_pause_between_check_and_cast_is_told(show, poll, monkeypatch):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    show.tap("next")
    monkeypatch.setattr(show.scene, "take", lambda _data: None)  # the news has not come yet
    polls.pause_poll(show.room.library, poll_id=poll.id)
    show.tap("cast")
    assert "The vote is paused. Please wait a moment." in show.texts()
    assert show.scene.at is VoteStep.CHECK


def test_somebody_without_a_code_is_let_in_by_the_facilitator(show, poll):
    show.stage.call_voter(show.room.people[3].id)
    show.settle()
    assert show.scene.at is VoteStep.RULES
    assert "Participant 4" in show.texts()
    show.stage.call_voter(show.room.people[2].id)
    show.settle()
    assert [type(failure) for failure in show.failures] == [RefusedError], "one at a time"
    assert "Participant 4" in show.texts()


def test_whoever_has_voted_is_not_let_in_again(show, poll):
    cast(show.room, poll, 3, 1)
    show.settle()
    show.stage.call_voter(show.room.people[3].id)
    show.settle()
    assert show.scene.at is VoteStep.CODE
    assert len(show.failures) == 1


def test_the_consoles_picture_never_shows_a_ballot(show, poll):
    show.to_ballot()
    empty = show.stage.picture(QSize(400, 225)).toImage()
    show.tap(show.card(poll, 0))
    assert show.stage.picture(QSize(400, 225)).toImage() == empty


@pytest.mark.parametrize("text", [100, 200])
def test_everything_that_is_touched_is_large_enough_for_fingers(show, poll, text):
    show.tap(f"text-{text}")

    def too_small() -> list[str]:
        buttons = [button for button in show.scene.findChildren(QAbstractButton) if button.isVisible()]
        assert buttons
        return [button.objectName() for button in buttons if min(button.width(), button.height()) < 64]

    assert too_small() == []
    show.enter_code(0)
    assert too_small() == []
    show.tap("next")
    show.tap(show.card(poll, 0))
    assert too_small() == []
    show.tap("next")
    assert too_small() == []


def test_a_double_tap_on_check_does_not_cast(show, poll):
    """What takes the place of a button under the finger is not pressed by the second tap."""
    show.to_ballot()
    show.tap(show.card(poll, 0))
    button = show.find("next")
    window = show.window.windowHandle()
    place = button.mapTo(show.window, button.rect().center())
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    show.settle()
    assert show.scene.at is VoteStep.CHECK
    show.clock.forward(timing.BOUNCE)
    show.tap("cast")
    assert show.scene.at is VoteStep.DONE
