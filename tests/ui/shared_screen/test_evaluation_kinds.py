"""Every kind of question by touch and by keys; conditions, the check page, and the way back."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from tests.questionnaires import FIRST, MINUTES, OPPOSITES, PHOTO, RECOMMEND, USED, WHY_NOT, WISHES, open_own_form
from workshop.language import load_language
from workshop.services.evaluation import answers
from workshop.services.evaluation.instrument_shape import Item
from workshop.services.ideas import pictures
from workshop.ui.shared_screen import timing
from workshop.ui.shared_screen.evaluation.booth import At

Key = Qt.Key


@pytest.fixture
def ask(show):
    """Show the first question of a form with some items."""

    def asked(*items: Item):
        form = open_own_form(show.room.library, show.room.session_id, load_language("en"), *items)
        show.stage.show_evaluation_booth(form.id)
        show.settle()
        show.tap("next")
        return form

    return asked


def keys(show, *pressed: Qt.Key) -> None:
    for key in pressed:
        show.key(key)


def values(show):
    return show.scene.response.values


def test_a_condition_shows_and_hides_a_question_and_its_answer_is_not_kept(show, ask):
    form = ask(USED, WHY_NOT, MINUTES)
    show.tap("answer-no")
    show.tap("next")
    assert "Why have you not used it?" in show.texts()
    show.type("Too far")
    show.tap("next")
    show.tap("back")
    show.tap("back")
    show.tap("answer-yes")
    show.tap("next")
    assert "How long" in show.texts()
    show.tap("skip")
    assert "Why have you not" not in show.texts()
    show.tap("hand-in")
    (item, hidden, _minutes) = answers.form_result(show.room.library, form_id=form.id).items
    assert item.counts == {"yes": 1, "no": 0}
    assert hidden.n == 0


def test_the_check_leads_back_to_one_question_and_asks_what_that_opens(show, ask):
    ask(USED, WHY_NOT, WISHES)
    show.tap("answer-yes")
    show.tap("next")
    show.tap("answer-bench")
    show.tap("next")
    assert show.scene.at is At.CHECK
    show.tap("change-wishes")
    show.tap("answer-air")
    show.tap("next")
    assert "A heated bench, Fine dust warnings" in show.texts()
    show.tap("change-used")
    show.tap("answer-no")
    show.tap("next")
    assert "Why have you not used it?" in show.texts()
    show.type("Too far")
    show.tap("next")
    assert show.scene.at is At.CHECK
    assert "Too far" in show.texts()


def test_several_answers_have_a_stated_maximum(show, ask):
    ask(WISHES)
    assert "Choose up to 2." in show.texts()
    for name in ("bench", "light", "air"):
        show.tap(f"answer-{name}")
    assert values(show) == {"wishes": ["bench", "light"]}
    assert "2 answers are chosen already" in show.texts()
    show.tap("answer-bench")
    show.type("3")
    assert values(show) == {"wishes": ["light", "air"]}


def test_first_second_third_by_touch(show, ask):
    ask(FIRST)
    for name in ("clinic", "market", "school", "station"):
        show.tap(f"option-{name}")
    assert values(show) == {"first": ["clinic", "market", "school"]}
    assert "All 3 places are given" in show.texts()
    show.tap("option-clinic")
    assert values(show) == {"first": ["market", "school"]}
    show.tap("next")
    assert "1. Central market, 2. School back gate" in show.texts()


def test_first_second_third_by_keys(show, ask):
    ask(FIRST)
    keys(show, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_1)
    assert values(show) == {"first": ["clinic", "school"]}
    keys(show, Key.Key_Backspace)
    assert values(show) == {"first": ["school"]}
    keys(show, Key.Key_Return)
    assert show.scene.at is At.CHECK


def test_a_scale_between_two_words(show, ask):
    ask(USED, OPPOSITES)
    show.tap("answer-yes")
    show.tap("next")
    assert {"complicated", "easy"} <= set(show.texts().splitlines())
    show.type("2")
    keys(show, Key.Key_Right)
    keys(show, Key.Key_Space)
    assert values(show)["opposites"] == 3
    keys(show, Key.Key_Return)
    assert "3 (from 1 complicated to 7 easy)" in show.texts()


def test_ten_is_typed_as_one_and_zero(show, ask):
    ask(RECOMMEND)
    show.type("10")
    assert values(show) == {"recommend": 10}
    show.type("7")
    assert values(show) == {"recommend": 7}


def test_a_number_by_the_keyboard_and_backspace(show, ask):
    ask(USED, MINUTES)
    show.tap("answer-no")
    show.tap("next")
    show.type("121")
    assert "minutes" not in values(show)
    keys(show, Key.Key_Return)
    assert show.scene.at is At.ITEM
    keys(show, Key.Key_Backspace)
    assert values(show)["minutes"] == 12
    keys(show, Key.Key_Backspace, Key.Key_Backspace)
    assert "minutes" not in values(show)
    keys(show, Key.Key_Backspace)
    assert "Have you used" in show.texts()


def test_a_photo_of_the_session_is_chosen_and_one_that_comes_late_is_shown(show, ask):
    form = ask(PHOTO)
    assert "no photos in this session yet" in show.texts()
    out = io.BytesIO()
    Image.new("RGB", (90, 60), "red").save(out, "JPEG")
    room = show.room
    kept = pictures.add_picture(
        room.library, project_id=room.project_id, session_id=room.session_id, data=out.getvalue()
    ).record
    show.settle()
    show.tap(f"answer-{kept.id}")
    show.tap("next")
    show.tap("hand-in")
    assert answers.form_result(room.library, form_id=form.id).items[0].n == 1


def test_an_unanswered_form_is_not_handed_in_and_idle_forgets(show, ask):
    ask(WISHES, MINUTES)
    show.tap("skip")
    show.tap("skip")
    assert not show.find("hand-in").isEnabled()
    show.tap("change-wishes")
    show.tap("answer-bench")
    show.clock.forward(timing.IDLE)
    show.clock.forward(timing.WARNING)
    assert show.scene.at is At.START
    assert (values(show), show.scene.response.seen, show.scene.response.checked) == ({}, set(), False)


def test_nothing_of_one_person_is_marked_for_the_next(show, ask):
    ask(USED)
    show.type("1")
    assert values(show) == {"used": "yes"}
    keys(show, Key.Key_Return)
    show.tap("hand-in")
    show.clock.forward(timing.DONE)
    show.tap("next")
    assert not show.find("answer-yes").isChecked()
