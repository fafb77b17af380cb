"""A booth by keys alone, by finger alone, and by ear."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import open_poll
from tests.ui.shared_screen.test_evaluation_booth import show_form
from workshop.models.enums import ItemKind, Stage
from workshop.models.records.votes import PollRecord
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.evaluation.booth import At
from workshop.ui.shared_screen.finger_scroll import FingerScroll
from workshop.ui.shared_screen.key_line import KeyLine
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.voting.dots import step as ballot_step
from workshop.ui.shared_screen.voting.dots.option_card import OptionCard
from workshop.ui.shared_screen.voting.options import hint
from workshop.ui.shared_screen.voting.vote import VoteStep


@pytest.fixture
def poll(show) -> PollRecord:
    poll = open_poll(show.room)
    show.stage.show_voting_booth(poll.id)
    show.settle()
    return poll


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys_shown(show) -> str:
    return show.scene.findChild(KeyLine).accessibleName()


def test_escape_is_one_step_back_and_never_leaves(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 0))
    show.tap("next")
    steps = []
    for _ in range(5):
        show.key(Qt.Key.Key_Escape)
        steps.append(show.scene.at)
    assert steps == [VoteStep.BALLOT, VoteStep.RULES, VoteStep.CODE, VoteStep.CODE, VoteStep.CODE]
    assert show.window.isVisible()
    assert show.stage.state is ScreenState.VOTING_BOOTH


def test_escape_first_takes_back_what_was_typed(show):
    show_form(show, "sus", Stage.BASELINE)
    show.tap("with-code")
    show.type("12")
    show.key(Qt.Key.Key_Escape)
    assert show.scene.at is At.CODE
    assert show.scene.step.digits == ""
    show.key(Qt.Key.Key_Escape)
    assert show.scene.at is At.START


def test_escape_does_not_throw_an_idea_away(show):
    activity = next(part for part in show.room.plan.activities if part.kind.collects_ideas)
    show.stage.show_idea_booth(show.room.session_id, activity.id)
    show.settle()
    show.type("school")
    show.key(Qt.Key.Key_Escape)
    assert show.scene.text == "school"


def test_by_finger_no_option_is_put_forward(show, poll):
    show.to_ballot()
    assert not isinstance(focus(), OptionCard)
    show.key(Qt.Key.Key_Down)
    assert focus() is show.card(poll, 0), "the arrows lead to the first one"


def test_by_key_the_first_option_is_ready(show, poll):
    show.enter_code(0)
    show.key(Qt.Key.Key_Return)
    assert focus() is show.card(poll, 0)


def test_enter_goes_on_from_the_ballot_and_a_key_held_down_casts_nothing(show, poll):
    show.enter_code(0)
    show.key(Qt.Key.Key_Return)
    show.key(Qt.Key.Key_Space)
    show.key(Qt.Key.Key_Return)
    assert show.scene.at is VoteStep.CHECK
    show.find("cast").setFocus()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1
    )
    QApplication.sendEvent(focus(), held)
    show.settle()
    assert show.scene.at is VoteStep.CHECK


def test_the_keys_of_a_step_are_shown(show, poll):
    assert "Enter: OK" in keys_shown(show)
    assert "Esc" not in keys_shown(show), "there is nothing before the first step"
    show.enter_code(0)
    assert "Enter: To the ballot" in keys_shown(show)
    assert "Esc: Back" in keys_shown(show)
    show.tap("next")
    assert "Space: Place a dot" in keys_shown(show)


def test_keys_without_room_are_left_out_from_the_end(qapp, show):
    line = KeyLine(show.scene.look, [("Enter", "Next"), ("Esc", "Back"), ("Tab", "Next field")])
    line.resize(4000, 30)
    assert len(line.shown_keys()) == 3
    line.resize(250, 30)
    assert [key for key, _what in line.shown_keys()] == ["Enter", "Esc"][: len(line.shown_keys())]
    assert 0 < len(line.shown_keys()) < 3
    line.deleteLater()


def test_number_keys_choose_among_answers_and_enter_goes_on(show):
    form = show_form(show, "operator-survey")
    assert [item.kind for item in form.items[:2]] == [ItemKind.MULTIPLE, ItemKind.SINGLE]
    show.tap("next")
    show.type("2")
    show.type("3")
    assert show.scene.response.values[form.items[0].key] == list(form.items[0].labels)[1:3]
    show.key(Qt.Key.Key_Return)
    assert show.scene.response.place == 1
    show.type("1")
    show.key(Qt.Key.Key_Return)
    assert show.scene.response.values[form.items[1].key] == next(iter(form.items[1].labels))
    assert show.scene.response.place == 2


def test_each_step_says_where_one_is(show, poll):
    told = [show.scene.step.accessibleName()]
    show.enter_code(0)
    told.append(show.scene.step.accessibleName())
    for _ in range(2):
        show.tap("next")
        told.append(show.scene.step.accessibleName())
    assert [words[:11] for words in told] == [f"Step {n} of 4" for n in (1, 2, 3, 4)]


def test_what_is_left_is_told_and_so_is_a_refusal(show, poll, monkeypatch):
    heard = []
    for place in (ballot_step, hint):
        monkeypatch.setattr(place, "announce", lambda _widget, text: heard.append(text))
    show.to_ballot()
    for _ in range(4):
        show.tap(show.card(poll, 0))
    assert heard[:3] == ["2 of 3 dots left", "1 of 3 dots left", "0 of 3 dots left"]
    assert "At most 3 dots" in heard[3]


def test_below_the_warning_nothing_is_seen_and_the_keyboard_comes_back(show, poll):
    show.to_ballot()
    show.tap(show.card(poll, 1))
    show.clock.forward(timing.IDLE)
    assert not show.card(poll, 1).isVisible()
    assert focus() is show.scene.warning.button
    QTest.mouseClick(show.scene.warning, Qt.MouseButton.LeftButton)
    assert show.card(poll, 1).isVisible()
    assert focus() is show.card(poll, 1)


def test_a_wrong_code_takes_the_place_of_the_help_until_it_is_typed_again(show, poll):
    show.type("99999")
    show.key(Qt.Key.Key_Return)
    assert "not known" in show.texts()
    assert "hold the tag to the scanner" not in show.texts()
    show.tap("key-1")
    assert "hold the tag to the scanner" in show.texts()
    assert "not known" not in show.texts()


def test_a_page_turned_by_finger_marks_no_option(show):
    poll = open_poll(show.room, options=80)
    show.stage.show_voting_booth(poll.id)
    show.settle()
    show.to_ballot()
    show.tap("page-next")
    assert not isinstance(focus(), OptionCard)
    show.key(Qt.Key.Key_Right)
    assert isinstance(focus(), OptionCard)
    assert focus().isVisible()


def test_what_is_too_high_is_moved_by_finger_and_by_key(show):
    show_form(show, "operator-survey")
    show.tap("text-200")
    show.tap("next")
    scroll = show.scene.findChild(FingerScroll)
    bar = scroll.area.verticalScrollBar()
    assert scroll.is_needed
    assert not scroll.up_button.isEnabled()
    show.tap(scroll.down_button)
    moved = bar.value()
    assert moved > 0
    while scroll.down_button.isEnabled():
        show.tap(scroll.down_button)
    assert bar.value() == bar.maximum()
    show.find("back").setFocus()
    show.key(Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_what_fits_has_no_buttons_to_move_it(show):
    show_form(show, "session-feedback")
    scroll = show.scene.findChild(FingerScroll)
    assert not scroll.is_needed
    assert not scroll.up_button.isVisible()


@pytest.mark.parametrize("text", [100, 150, 200])
def test_a_larger_text_makes_larger_buttons(show, poll, text):
    show.tap(f"text-{text}")
    show.enter_code(0)
    look: Look = show.scene.look
    assert show.find("next").height() >= max(64, round(look.size("body") * 1.5))
