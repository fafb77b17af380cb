"""One question at a time; what was answered arrives once, and nothing stays for the next."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from workshop.language import load_language
from workshop.models.enums import ItemKind, Stage
from workshop.services.evaluation import answers, evaluations
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.evaluation.booth import At
from workshop.ui.shared_screen.evaluation.wording import read_number


def show_form(show, instrument: str, stage: Stage = Stage.DURING):
    library = show.room.library
    made = evaluations.make_form(
        library, session_id=show.room.session_id, instrument=instrument, stage=stage, language=load_language("en")
    ).record
    evaluations.open_form(library, form_id=made.id)
    show.stage.show_evaluation_booth(made.id)
    show.settle()
    return made


@pytest.fixture
def form(show):
    return show_form(show, "session-feedback")


def result(show, form):
    return answers.form_result(show.room.library, form_id=form.id)


def test_a_form_by_touch(show, form):
    show.tap("next")
    for _ in range(4):
        show.tap("answer-5")
        show.tap("next")
    show.tap("skip")
    assert show.scene.at is At.CHECK
    assert "Strongly agree" in show.texts()
    assert "Skipped" in show.texts()
    show.tap("hand-in")
    assert show.scene.at is At.DONE
    show.clock.forward(timing.DONE)
    assert show.scene.at is At.START
    counted = result(show, form)
    assert counted.respondents == 1
    assert [item.counts.get("5") for item in counted.items[:4]] == [1, 1, 1, 1]


def test_number_keys_choose_on_a_scale(show, form):
    show.tap("next")
    show.type("2")
    assert show.find("answer-2").isChecked()
    show.key(Qt.Key.Key_Right)
    show.key(Qt.Key.Key_Space)
    assert show.scene.response.values == {"understood": 3}


def test_back_keeps_the_answers(show, form):
    show.tap("next")
    show.tap("answer-4")
    show.tap("next")
    show.tap("back")
    assert show.find("answer-4").isChecked()


def test_the_last_syllable_of_a_text_is_kept(show, form):
    show.tap("next")
    show.tap("answer-4")
    for _ in range(4):
        show.tap("next" if show.find("next").isVisible() else "skip")
    QCoreApplication.sendEvent(show.find("answer"), QInputMethodEvent("좋았음", []))
    show.tap("next")
    show.tap("hand-in")
    assert result(show, form).items[-1].texts == ("좋았음",)


def test_two_quick_taps_hand_in_once(show, form, monkeypatch):
    tries = []
    real = answers.submit_answer
    monkeypatch.setattr(answers, "submit_answer", lambda *a, **n: (tries.append(n["answer_id"]), real(*a, **n))[1])
    show.tap("next")
    show.tap("answer-1")
    for _ in range(5):
        show.tap("next" if show.find("next").isVisible() else "skip")
    button = show.find("hand-in")
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    show.settle()
    assert len(tries) == 1


def test_nobody_there_clears_everything(show, form):
    show.tap("next")
    show.tap("answer-1")
    show.clock.forward(timing.IDLE)
    assert show.scene.warning is not None
    show.clock.forward(timing.WARNING)
    assert show.scene.at is At.START
    assert show.scene.response.values == {}
    assert result(show, form).respondents == 0


def test_before_and_after_are_paired_by_code_only_where_wished(show):
    form = show_form(show, "sus", Stage.BASELINE)
    show.tap("with-code")
    show.enter_code(1)
    assert show.scene.at is At.ITEM
    assert show.scene.response.participant_id == show.room.people[1].id
    show.scene.begin_anew()
    show.tap("next")
    assert show.scene.response.participant_id is None
    assert form.stage is Stage.BASELINE


def test_a_wrong_code_is_told(show):
    show_form(show, "sus", Stage.AFTER)
    show.tap("with-code")
    show.type("99999")
    show.key(Qt.Key.Key_Return)
    assert "not known" in show.texts()


def test_a_form_that_is_closed_meanwhile_says_so(show, form):
    show.tap("next")
    evaluations.close_form(show.room.library, form_id=form.id)
    show.settle()
    assert "No answers are taken now" in show.texts()


def test_several_and_single_choices_and_numbers(show):
    form = show_form(show, "operator-survey")
    show.tap("next")
    first, second = list(form.items[0].labels)[:2]
    show.tap(f"answer-{first}")
    show.tap(f"answer-{second}")
    show.tap(f"answer-{first}")
    assert show.scene.response.values[form.items[0].key] == [second]
    show.tap("next")
    choices = list(form.items[1].labels)
    show.tap(f"answer-{choices[0]}")
    show.tap(f"answer-{choices[1]}")
    assert show.scene.response.values[form.items[1].key] == choices[1]


def test_a_number_outside_is_no_answer(show):
    form = show_form(show, "operator-survey")
    item = next(item for item in form.items if item.kind is ItemKind.NUMBER)
    assert [read_number(item, text) for text in ("0", "60", "61", "-1", "x", "")] == [0, 60, None, None, None, None]


def test_a_finger_counts_a_number_without_a_keyboard(show):
    form = show_form(show, "operator-survey")
    show.scene.response.place = next(place for place, item in enumerate(form.items) if item.kind is ItemKind.NUMBER)
    show.tap("next")
    show.tap("key-6")
    show.tap("key-1")
    assert show.scene.response.values == {}
    assert "A number from 0 to 60" in show.texts()
    assert not show.find("next").isEnabled()
    assert not show.find("skip").isVisible()
    show.tap("erase")
    show.tap("key-0")
    assert list(show.scene.response.values.values()) == [60]


def test_faces_only_where_agreeing_is_good_news(show):
    show_form(show, "sus")
    assert show.scene.data.faces is False
    show_form(show, "session-feedback")
    assert show.scene.data.faces is True
