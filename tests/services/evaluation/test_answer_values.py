"""What is kept of an answer: rankings, numbers, photos, and nothing of a question that was not asked."""

import io
from collections.abc import Mapping
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.builders import KO, make_project, make_room
from workshop.models.enums import ConditionTest, ItemKind
from workshop.models.errors import InputError
from workshop.models.records.evaluations import AnswerValue, Condition, ItemRecord
from workshop.services.evaluation import answers, evaluations, questionnaires
from workshop.services.evaluation.answer_values import check_values
from workshop.services.evaluation.conditions import asked_items
from workshop.services.evaluation.instrument_shape import Wording
from workshop.services.ideas import pictures
from workshop.services.keeping.library import Library

CHOICES = {value: {"ko": value} for value in "abc"}
SCALE = {"1": {"ko": "아니다"}, "5": {"ko": "그렇다"}}


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (90, 60), "red").save(out, "JPEG")
    return out.getvalue()


def _item(
    key: str, kind: ItemKind, *, required: bool = False, low: int = 0, high: int = 0, most: int = 0,
    shown_if: tuple[str, ConditionTest, str] | None = None,
) -> ItemRecord:  # fmt: skip
    labels = CHOICES if kind in {ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.RANKING} else SCALE
    condition = Condition(*shown_if) if shown_if else None
    return ItemRecord(key, kind, {"ko": key}, required, low, high, labels, most, shown_if=condition)


@pytest.mark.parametrize(
    ("item", "value", "kept"),
    [
        (_item("r", ItemKind.RANKING), ["c", "a"], ["c", "a"]),
        (_item("r", ItemKind.RANKING, most=1), ["b"], ["b"]),
        (_item("m", ItemKind.MULTIPLE), ["c", "a", "c"], ["a", "c"]),
        (_item("n", ItemKind.NUMBER, low=-5, high=5), -5, -5),
        (_item("n", ItemKind.NUMBER), 999_999_999, 999_999_999),
    ],
)
def test_an_answer_within_its_item_is_kept(item: ItemRecord, value: AnswerValue, kept: AnswerValue) -> None:
    assert check_values([item], {item.key: value}) == {item.key: kept}


@pytest.mark.parametrize(
    ("item", "value"),
    [
        (_item("r", ItemKind.RANKING), ["a", "b", "a"]),
        (_item("r", ItemKind.RANKING), ["d"]),
        (_item("r", ItemKind.RANKING, most=1), ["a", "b"]),
        (_item("m", ItemKind.MULTIPLE, most=2), ["a", "b", "c"]),
        (_item("n", ItemKind.NUMBER, low=-5, high=5), 6),
        (_item("n", ItemKind.NUMBER), 10**20),
        (_item("n", ItemKind.NUMBER), "12"),
        (_item("p", ItemKind.PHOTO), str(UUID(int=7))),
    ],
)
def test_an_answer_outside_its_item_is_refused_with_the_number_of_its_question(item: ItemRecord, value) -> None:
    with pytest.raises(InputError) as caught:
        check_values([_item("first", ItemKind.TEXT), item], {item.key: value})
    assert "문항 2" in KO.tell(caught.value.message)


@pytest.mark.parametrize(
    ("test", "value", "answer", "asked"),
    [
        (ConditionTest.IS, "3", 3, True),
        (ConditionTest.IS, "3", 4, False),
        (ConditionTest.IS_NOT, "3", 4, True),
        (ConditionTest.IS_NOT, "3", None, False),
        (ConditionTest.AT_LEAST, "3", 3, True),
        (ConditionTest.AT_LEAST, "3", 2, False),
        (ConditionTest.AT_MOST, "3", 3, True),
        (ConditionTest.AT_MOST, "3", None, False),
    ],
)
def test_a_condition_looks_at_the_earlier_answer(
    test: ConditionTest, value: str, answer: int | None, asked: bool
) -> None:
    items = [_item("s", ItemKind.LIKERT, low=1, high=5), _item("t", ItemKind.TEXT, shown_if=("s", test, value))]
    given_answers: dict[str, AnswerValue] = {} if answer is None else {"s": answer}
    assert [item.key for item in asked_items(items, given_answers)] == (["s", "t"] if asked else ["s"])


def test_one_of_several_choices_is_enough_for_a_condition() -> None:
    items = [_item("m", ItemKind.MULTIPLE), _item("t", ItemKind.TEXT, shown_if=("m", ConditionTest.IS, "b"))]
    assert len(asked_items(items, {"m": ["a", "b"]})) == 2
    assert len(asked_items(items, {"m": ["a", "c"]})) == 1


def test_what_is_hidden_is_neither_kept_nor_required_nor_does_anything_depend_on_it() -> None:
    items = [
        _item("s", ItemKind.SINGLE),
        _item("why", ItemKind.SINGLE, required=True, shown_if=("s", ConditionTest.IS, "a")),
        _item("more", ItemKind.TEXT, required=True, shown_if=("why", ConditionTest.IS_NOT, "c")),
    ]
    assert check_values(items, {"s": "b", "why": "a", "more": "예전 답"}) == {"s": "b"}
    assert check_values(items, {}) == {}
    with pytest.raises(InputError):
        check_values(items, {"s": "a"})


_KINDS = st.sampled_from([ItemKind.SINGLE, ItemKind.MULTIPLE])


@given(st.data())
def test_what_is_kept_answers_what_is_asked(data: st.DataObject) -> None:
    items: list[ItemRecord] = []
    for place in range(data.draw(st.integers(1, 6))):
        depends = data.draw(st.booleans()) if place else False
        on, test = data.draw(st.integers(0, max(0, place - 1))), data.draw(st.sampled_from(list(ConditionTest)[:2]))
        condition = (f"q{on}", test, data.draw(st.sampled_from("abc"))) if depends else None
        items.append(_item(f"q{place}", data.draw(_KINDS), shown_if=condition))
    values: Mapping[str, AnswerValue] = {
        item.key: [value] if item.kind is ItemKind.MULTIPLE else value
        for item in items
        if (value := data.draw(st.sampled_from(["a", "b", "c", None])))
    }
    kept = check_values(items, values)
    assert kept == {item.key: values[item.key] for item in asked_items(items, values) if item.key in values}
    assert check_values(items, kept) == kept


def test_a_photo_answer_is_a_photo_of_the_project(library: Library) -> None:
    room = make_room(library)
    made = questionnaires.new_questionnaire(library, title=Wording(ko="사진 설문")).record
    made = questionnaires.add_item(library, questionnaire_id=made.id, kind=ItemKind.PHOTO).record
    (item,) = made.instrument.items
    worded = type(item)(key=item.key, kind=item.kind, text=Wording(ko="불편한 곳을 찍어 주세요"))
    questionnaires.edit_item(library, questionnaire_id=made.id, item=worded)
    form = evaluations.make_form(
        library, session_id=room.session_id, instrument=made.instrument.key, language=KO
    ).record
    evaluations.open_form(library, form_id=form.id)
    mine = pictures.add_picture(library, project_id=room.project_id, data=jpeg(), session_id=room.session_id).record
    other = pictures.add_picture(library, project_id=make_project(library, "다른 사업"), data=jpeg()).record
    kept = answers.submit_answer(library, form_id=form.id, values={"q1": str(mine.id)}, answer_id=UUID(int=1)).record
    assert kept.values == {"q1": str(mine.id)}
    with pytest.raises(InputError):
        answers.submit_answer(library, form_id=form.id, values={"q1": str(other.id)}, answer_id=UUID(int=2))
    assert answers.form_result(library, form_id=form.id).respondents == 1
