"""The result of a form for the room: pages of it, and nothing while it is open or where few have answered."""

from uuid import uuid4

import pytest

from tests.questionnaires import FIRST, open_own_form
from workshop.language import load_language
from workshop.services.evaluation import answer_themes, answers, evaluations
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.charts.likert_bar import LikertBar


def _form(show, instrument: str, people: int, *, closed: bool = True):
    library = show.room.library
    made = evaluations.make_form(
        library, session_id=show.room.session_id, instrument=instrument, language=load_language("en")
    ).record
    evaluations.open_form(library, form_id=made.id)
    for place in range(people):
        values = {item.key: item.high - place % 2 for item in made.items if item.kind == "likert"}
        values |= {item.key: f"words {place}" for item in made.items if item.kind == "text"}
        answers.submit_answer(library, form_id=made.id, values=values, answer_id=uuid4())
    if closed:
        evaluations.close_form(library, form_id=made.id)
    return made


def test_score_items_and_themes_on_pages_of_their_own(show) -> None:
    form = _form(show, "nps", 6)
    some = answers.form_result(show.room.library, form_id=form.id).open_answers[:2]
    answer_themes.add_answer_theme(
        show.room.library, form_id=form.id, item="reason", title="Waiting", answer_ids=[each.answer_id for each in some]
    )
    show.stage.show_form_result(form.id)
    show.settle()
    assert "+100" in show.texts()
    show.tap("page-next")
    assert len(show.scene.findChildren(LikertBar)) == 1
    show.tap("page-next")
    (bars,) = show.scene.findChildren(BarChart)
    assert [(bar.label, bar.value, bar.first) for bar in bars.bars] == [
        ("Waiting", 2, True),
        ("Not yet sorted", 4, False),
    ]


def test_a_ranking_is_shown_by_mean_places(show) -> None:
    library = show.room.library
    form = open_own_form(library, show.room.session_id, load_language("en"), FIRST)
    for place in range(5):
        order = ["school", "market"] if place else ["market"]
        answers.submit_answer(library, form_id=form.id, values={"first": order}, answer_id=uuid4())
    evaluations.close_form(library, form_id=form.id)
    show.stage.show_form_result(form.id)
    show.settle()
    (bars,) = show.scene.findChildren(BarChart)
    assert [(bar.label, bar.text, bar.first) for bar in bars.bars[:2]] == [
        ("School back gate", "mean place 1.40 · first 4×", True), ("Central market", "mean place 1.80 · first 1×", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("people", "closed", "said"), [(6, False, "when the form is closed"), (4, True, "Fewer than five")]
)
def test_nobody_is_made_out(show, people: int, closed: bool, said: str) -> None:
    form = _form(show, "service-quality", people, closed=closed)
    show.stage.show_form_result(form.id)
    show.settle()
    assert said in show.texts()
    assert not show.scene.findChildren(LikertBar)
