"""The window, its displays, and what is shown in it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame

from tests.builders import cast, open_poll
from workshop.language import load_language
from workshop.models.enums import ActivityKind
from workshop.services.ideas import ideas
from workshop.services.sessions import lab_sessions, running
from workshop.services.voting import polls
from workshop.ui import motion
from workshop.ui import theme as look
from workshop.ui.displays import display_of
from workshop.ui.shared_screen.scenes.activity import Ideas
from workshop.ui.shared_screen.states import ScreenState


def activity_of(show, kind: str):
    return next(part for part in show.room.plan.activities if part.kind.value == kind)


def test_only_the_console_ends_the_window(show):
    window = show.window
    for key, modifier in ((Qt.Key.Key_Escape, None), (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)):
        QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert not window.close()
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert window.isVisible()
    show.stage.close_window()
    assert not window.isVisible()


def test_the_window_goes_with_the_console(show, qapp):
    qapp.lastWindowClosed.emit()
    assert not show.stage.is_open


def test_one_display_is_filled_and_given_back(show):
    assert not show.window.isFullScreen()
    QTest.keyClick(show.window, Qt.Key.Key_F11)
    assert show.window.isFullScreen()
    QTest.keyClick(show.window, Qt.Key.Key_F11)
    assert not show.window.isFullScreen()
    assert show.window.isVisible()


def test_a_lost_display_hides_the_window_and_a_found_one_brings_it_back(show, qtbot, qapp):
    with qtbot.waitSignal(show.stage.screenLost):
        qapp.screenRemoved.emit(display_of(show.window))
    assert not show.stage.is_open
    with qtbot.waitSignal(show.stage.screenFound):
        qapp.screenAdded.emit(qapp.primaryScreen())
    assert show.stage.is_open


def test_a_found_display_opens_nothing_that_was_closed(show, qapp):
    show.stage.close_window()
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert not show.stage.is_open


def test_the_cover_hides_everything_and_the_state_goes_on_below(show, qtbot):
    show.stage.show_welcome(show.room.session_id)
    show.settle()
    with qtbot.waitSignal(show.stage.stateChanged):
        show.stage.cover()
    assert show.stage.state is ScreenState.COVERED
    show.stage.show_break(show.room.session_id)
    show.settle()
    assert show.stage.state is ScreenState.COVERED
    assert not show.scene.isVisible()
    show.stage.uncover()
    assert show.stage.state is ScreenState.BREAK
    assert show.scene.isVisible()


def test_the_last_state_that_was_asked_for_is_shown(show):
    seen = []
    show.stage.stateChanged.connect(seen.append)
    show.stage.show_welcome(show.room.session_id)
    show.stage.show_thanks(show.room.session_id)
    show.settle()
    assert seen == [ScreenState.THANKS]


def test_the_old_state_stays_where_the_new_one_cannot_be_loaded(show):
    poll = open_poll(show.room)
    show.stage.show_welcome(show.room.session_id)
    show.settle()
    show.stage.show_result(poll.id)
    show.settle()
    assert show.stage.state is ScreenState.WELCOME
    assert "when the vote is closed" in str(show.failures[0])


def test_ideas_come_as_they_are_written_the_newest_first(show):
    activity = activity_of(show, "round_robin")
    running.begin_activity(show.room.library, activity_id=activity.id)
    show.stage.show_activity(show.room.session_id, activity.id)
    show.settle()
    assert "first idea" in show.texts()
    for text in ("Longer green", "More light"):
        ideas.add_idea(show.room.library, session_id=show.room.session_id, text=text)
    show.settle()
    texts = show.texts()
    assert texts.index("More light") < texts.index("Longer green")
    assert "2 ideas so far" in texts


def test_the_clock_counts_down_and_on(show):
    activity = activity_of(show, "round_robin")
    library = show.room.library
    running.begin_activity(library, activity_id=activity.id)
    show.stage.show_activity(show.room.session_id, activity.id)
    show.settle()
    started = next(part for part in show.room.plan.activities if part.id == activity.id).started_at
    later = activity.minutes * 60 + 30
    for passed, text, caption in ((60, None, "Time left"), (later, "+00:30", "Over time")):
        show.scene.ground = replace(
            show.scene.ground,
            desk=replace(show.desk, library=library.at(lambda s=passed: started + timedelta(seconds=s))),
        )
        show.clock.forward(1)
        assert show.scene.clock.text() == (text or f"{activity.minutes - 1:02}:00")
        assert caption in show.texts()
        assert show.scene.clock.accessibleName().startswith(caption)


def test_the_result_tells_turnout_method_and_ties(show):
    poll = open_poll(show.room, options=4)
    cast(show.room, poll, 0, 1, 1, 1, 0)
    cast(show.room, poll, 1, 1, 1, 0, 0)
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.stage.show_result(poll.id)
    show.settle()
    texts = show.texts()
    assert "2 of 4 voted" in texts
    assert "Everybody could give 3 dots; all dots on an option were added up." in texts
    assert "1 and 2 are tied." in texts
    assert show.scene.bars.accessibleDescription().startswith("1. 선택지 0: 2; 1. 선택지 1: 2; 3. 선택지 2: 1")


def test_bars_stand_at_once_where_no_motion_is_wished(show, monkeypatch):
    monkeypatch.setattr(motion, "is_calm", lambda: True)
    poll = open_poll(show.room)
    cast(show.room, poll, 0, 1)
    polls.close_poll(show.room.library, poll_id=poll.id)
    show.stage.show_result(poll.id)
    show.settle()
    assert show.scene.bars.grown == 1.0


@pytest.mark.parametrize("code", ["ko", "en"])
def test_the_stage_speaks_its_own_language(make_show, code):
    show = make_show(code)
    show.stage.show_welcome(show.room.session_id)
    show.settle()
    assert load_language(code).say("What we agree on") in show.texts()


def test_another_language_is_taken_at_once_but_not_in_an_occupied_booth(show):
    poll = open_poll(show.room)
    show.stage.show_voting_booth(poll.id)
    show.settle()
    show.enter_code(0)
    korean = replace(show.desk, settings=show.desk.settings.with_(screen_language="ko"))
    show.stage.rebuild(korean)
    assert show.scene.look.language.code == "en"
    show.tap("back")
    assert show.scene.look.language.code == "ko"
    show.stage.rebuild(show.desk)
    assert show.scene.look.language.code == "en"


def test_a_picture_has_the_shape_that_was_asked_for(show):
    show.stage.show_welcome(show.room.session_id)
    show.settle()
    picture = show.stage.picture(QSize(246, 140))
    assert picture.width() <= 246
    assert picture.height() <= 140
    assert max(picture.width() / 246, picture.height() / 140) > 0.98


def test_thanks_tell_when_we_meet_again(show):
    library = show.room.library
    day = library.today() + timedelta(days=7)
    lab_sessions.prepare_session(
        library, project_id=show.room.project_id, language=load_language("en"), title="Round two", on=day
    )
    show.stage.show_thanks(show.room.session_id)
    show.settle()
    assert "Round two" in show.texts()


@pytest.mark.parametrize("name", look.NAMES)
def test_words_stand_out_seven_to_one(name):
    theme = look.load_theme(name)
    pairs = [
        ("stage-ink", "stage"), ("stage-muted", "stage"), ("stage-ink", "stage-raised"), ("stage-muted", "stage-raised"),
        ("stage-first", "stage"), ("stage-first-ink", "stage-first"), ("stage-warn", "stage"),
        ("booth-ink", "booth"), ("booth-muted", "booth"), ("booth-ink", "booth-card"), ("booth-muted", "booth-card"),
        ("booth-ink", "booth-accent-soft"), ("booth-danger", "booth"),
    ]  # fmt: skip
    for ink, ground in pairs:
        assert contrast(theme.color(ink), theme.color(ground)) >= 7, (ink, ground)


def contrast(one, other) -> float:
    """The contrast of WCAG 2.2."""

    def light(color) -> float:
        parts = [color.redF(), color.greenF(), color.blueF()]
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_ideas_come_without_anything_jumping(show):
    activity = next(part for part in show.room.plan.activities if part.kind is ActivityKind.CLARIFY)
    running.begin_activity(show.room.library, activity_id=activity.id)
    show.stage.show_activity(show.room.session_id, activity.id)
    show.settle()

    def places() -> list[QRect]:
        frames = show.scene.findChild(Ideas).findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [frame.geometry() for frame in frames]

    empty = places()
    assert "The first idea will appear here." in show.texts()
    for text in ("Longer lights", "A wall with a very long description " * 6, "Benches"):
        ideas.add_idea(show.room.library, session_id=show.room.session_id, activity_id=activity.id, text=text)
        show.settle()
        assert places() == empty
    assert "3 ideas so far" in show.texts()
