"""Open answers sorted by hand: counted per theme, taken back, and only where the form is closed."""

from uuid import uuid4

import pytest

from tests.builders import KO, Room, make_room
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.evaluations import FormResult
from workshop.services.evaluation import answer_themes, answers, evaluations
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import projects

WORDS = ("버스가 늦다", "앱이 어렵다", "버스가 없다")


def _closed(room: Room) -> FormResult:
    form = evaluations.make_form(
        room.library, session_id=room.session_id, instrument="session-feedback", language=KO
    ).record
    evaluations.open_form(room.library, form_id=form.id)
    for words in WORDS:
        answers.submit_answer(room.library, form_id=form.id, values={"comment": words}, answer_id=uuid4())
    evaluations.close_form(room.library, form_id=form.id)
    return answers.form_result(room.library, form_id=form.id)


def _by_theme(library: Library, result: FormResult) -> dict[str, list[str]]:
    now = answers.form_result(library, form_id=result.form.id)
    titles = {theme.id: theme.title for theme in now.themes}
    found: dict[str, list[str]] = {}
    for each in now.open_answers:
        found.setdefault(titles.get(each.theme_id, "") if each.theme_id else "", []).append(each.text)
    return found


def test_answers_are_sorted_moved_and_taken_out_again(library: Library) -> None:
    room = make_room(library)
    result = _closed(room)
    bus = [each.answer_id for each in result.open_answers if "버스" in each.text]
    form_id = result.form.id
    buses = answer_themes.add_answer_theme(
        library, form_id=form_id, item="comment", title="버스", answer_ids=bus
    ).record
    other = answer_themes.add_answer_theme(library, form_id=form_id, item="comment", title="앱").record
    assert _by_theme(library, result) == {"버스": ["버스가 늦다", "버스가 없다"], "": ["앱이 어렵다"]}
    answer_themes.sort_answer(library, form_id=form_id, item="comment", answer_id=bus[0], theme_id=other.id)
    answer_themes.sort_answer(library, form_id=form_id, item="comment", answer_id=bus[1], theme_id=None)
    assert _by_theme(library, result) == {"앱": ["버스가 늦다"], "": ["버스가 없다", "앱이 어렵다"]}
    undo.undo(library)
    assert _by_theme(library, result)["버스"] == ["버스가 없다"]
    answer_themes.remove_answer_theme(library, theme_id=buses.id)
    assert _by_theme(library, result) == {"앱": ["버스가 늦다"], "": ["버스가 없다", "앱이 어렵다"]}
    undo.undo(library)
    assert _by_theme(library, result)["버스"] == ["버스가 없다"]
    assert answer_themes.rename_answer_theme(library, theme_id=other.id, title="쓰기 쉬움").record.title == "쓰기 쉬움"
    projects.delete_project(library, project_id=room.project_id)


def test_an_open_form_is_not_sorted_and_strangers_are_refused(library: Library) -> None:
    room = make_room(library)
    result = _closed(room)
    form_id, stranger = result.form.id, uuid4()
    other = _closed(room).open_answers[0].answer_id
    with pytest.raises(InputError, match="another form"):
        answer_themes.add_answer_theme(library, form_id=form_id, item="comment", title="버스", answer_ids=[other])
    with pytest.raises(InputError, match="no item"):
        answer_themes.add_answer_theme(library, form_id=form_id, item="understood", title="버스")
    with pytest.raises(InputError, match="name"):
        answer_themes.add_answer_theme(library, form_id=form_id, item="comment", title=" ")
    evaluations.open_form(library, form_id=form_id)
    with pytest.raises(RefusedError, match="Close the form"):
        answer_themes.sort_answer(library, form_id=form_id, item="comment", answer_id=stranger, theme_id=None)
    assert answers.form_result(library, form_id=form_id).themes == ()
