"""Evaluations: answers kept as given, missing ones shown, before and after paired where that was agreed to."""

from uuid import uuid4

import pytest

from tests.builders import KO, Room, make_room
from workshop.models.enums import Stage
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.records.evaluations import FormRecord
from workshop.services.evaluation import answers, evaluations
from workshop.services.keeping.library import Library

SUS = [5, 4, 2, 1, 2, 3, 2, 4, 5, 2]


def _form(room: Room, instrument: str = "sus", stage: Stage = Stage.DURING, service=None) -> FormRecord:
    made = evaluations.make_form(
        room.library,
        session_id=room.session_id,
        instrument=instrument,
        language=KO,
        stage=stage,
        service_id=service,
    ).record
    return evaluations.open_form(room.library, form_id=made.id).record


def _answer(room: Room, form: FormRecord, values: list[int | None], person: int | None = None) -> None:
    answers.submit_answer(
        room.library,
        form_id=form.id,
        values={f"sus{place}": value for place, value in enumerate(values, start=1) if value is not None},
        answer_id=uuid4(),
        participant_id=room.people[person].id if person is not None else None,
    )


def test_sus_is_scored_for_those_who_answered_every_item(library: Library) -> None:
    room = make_room(library)
    form = _form(room)
    _answer(room, form, SUS)
    _answer(room, form, [3] * 10)
    _answer(room, form, [None, *SUS[1:]])
    result = answers.form_result(library, form_id=form.id)
    assert (result.respondents, result.scored, result.score, result.grade) == (3, 2, "52.5", "D")
    assert result.flags == ("straight-lining", "missing-items", "few-respondents")
    assert (result.items[0].n, result.items[0].missing) == (2, 1)


def test_the_same_answer_handed_in_twice_counts_once(library: Library) -> None:
    room = make_room(library)
    form = _form(room)
    key = uuid4()
    for _ in range(2):
        answers.submit_answer(library, form_id=form.id, values={"sus1": 3}, answer_id=key)
    assert answers.form_result(library, form_id=form.id).respondents == 1


@pytest.mark.parametrize("values", [{"sus1": 6}, {"sus1": 0}, {"sus1": "viel"}, {"sus1": True}, {"strange": 1}])
def test_an_answer_outside_the_scale_is_refused_whole(library: Library, values) -> None:
    room = make_room(library)
    form = _form(room)
    with pytest.raises(InputError):
        answers.submit_answer(library, form_id=form.id, values={"sus2": 3, **values}, answer_id=uuid4())
    assert answers.form_result(library, form_id=form.id).respondents == 0


def test_a_closed_form_takes_nothing(library: Library) -> None:
    room = make_room(library)
    form = _form(room)
    evaluations.close_form(library, form_id=form.id)
    with pytest.raises(RefusedError):
        _answer(room, form, SUS)


def test_free_text_is_kept_in_one_form_and_empty_answers_are_missing(library: Library) -> None:
    room = make_room(library)
    form = _form(room, "session-feedback")
    text = next(item.key for item in form.items if item.kind == "text")
    required = {item.key: item.low for item in form.items if item.required}
    answers.submit_answer(library, form_id=form.id, values={**required, text: "  좋았습니다\x00 "}, answer_id=uuid4())
    answers.submit_answer(library, form_id=form.id, values={**required, text: " "}, answer_id=uuid4())
    result = next(item for item in answers.form_result(library, form_id=form.id).items if item.item.key == text)
    assert (result.texts, result.missing) == (("좋았습니다",), 1)


def test_an_answered_form_is_kept(library: Library) -> None:
    room = make_room(library)
    form = _form(room)
    _answer(room, form, SUS)
    with pytest.raises(RefusedError, match="kept"):
        evaluations.remove_form(library, form_id=form.id)


def test_an_unknown_instrument_is_told(library: Library) -> None:
    room = make_room(library)
    with pytest.raises(NotFoundError, match="nothing-such"):
        evaluations.make_form(library, session_id=room.session_id, instrument="nothing-such", language=KO)
