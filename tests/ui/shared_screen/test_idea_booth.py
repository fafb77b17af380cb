"""The last syllable of an idea is never lost, and nothing of it stays for the next."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit

from workshop.models.enums import ActivityKind, Channel
from workshop.services.ideas import ideas
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.states import ScreenState


@pytest.fixture
def booth(show):
    activity = next(part for part in show.room.plan.activities if part.kind is ActivityKind.ROUND_ROBIN)
    show.stage.show_idea_booth(show.room.session_id, activity.id)
    show.settle()
    assert show.stage.state is ScreenState.IDEA_BOOTH
    return show


def compose(field, syllable: str) -> None:
    QCoreApplication.sendEvent(field, QInputMethodEvent(syllable, []))


def written(show) -> list[str]:
    return [idea.text for idea in ideas.idea_board(show.room.library, session_id=show.room.session_id).ideas]


def test_a_tap_keeps_the_syllable_still_being_composed(booth):
    booth.type("school ")
    compose(booth.find("idea"), "길")
    booth.tap("submit")
    assert written(booth) == ["school 길"]
    assert "on the wall" in booth.texts()
    booth.clock.forward(timing.DONE)
    assert booth.find("idea", QPlainTextEdit).toPlainText() == ""


def test_a_change_of_language_keeps_the_syllable_and_the_text(booth):
    booth.type("ab")
    compose(booth.find("idea"), "길")
    booth.tap("language-ko")
    assert booth.find("idea", QPlainTextEdit).toPlainText() == "ab길"


def test_the_warning_commits_and_the_end_of_it_clears(booth):
    compose(booth.find("idea"), "길")
    booth.clock.forward(timing.IDLE)
    assert booth.scene.text == "길"
    assert booth.find("idea", QPlainTextEdit).toPlainText() == "길"
    booth.clock.forward(timing.WARNING)
    field = booth.find("idea", QPlainTextEdit)
    assert field.toPlainText() == ""
    assert not field.document().isUndoAvailable()
    assert written(booth) == []


def test_the_next_one_can_undo_nothing_of_the_last(booth):
    booth.type("secret")
    booth.tap("submit")
    booth.clock.forward(timing.DONE)
    field = booth.find("idea", QPlainTextEdit)
    field.undo()
    assert field.toPlainText() == ""


def test_an_author_is_kept_only_with_a_code(booth):
    booth.type("one")
    booth.find("author").setFocus()
    booth.type(booth.code(2))
    booth.tap("submit")
    booth.clock.forward(timing.DONE)
    booth.type("two")
    booth.tap("submit")
    board = ideas.idea_board(booth.room.library, session_id=booth.room.session_id)
    assert [idea.author for idea in board.ideas] == [3, None]
    assert {idea.channel for idea in board.ideas} == {Channel.SCREEN}


def test_a_wrong_code_is_told_and_the_idea_stays(booth):
    booth.type("one")
    booth.find("author").setFocus()
    booth.type("99-999")
    booth.tap("submit")
    assert "not known" in booth.texts()
    assert booth.find("idea", QPlainTextEdit).toPlainText() == "one"
    assert written(booth) == []


def test_an_empty_idea_is_asked_for(booth):
    booth.tap("submit")
    assert "Please write the idea first." in booth.texts()


def test_control_enter_submits(booth):
    from PySide6.QtTest import QTest

    booth.type("quick")
    QTest.keyClick(booth.find("idea"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    booth.settle()
    assert written(booth) == ["quick"]
