"""Questionnaires of one's own: edited with undo, copied into forms, handed on as a file."""

from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from tests.builders import KO, make_room
from tests.questionnaires import open_own_form, questionnaire_id
from workshop.models.enums import Channel, ConditionTest, ItemKind
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.records.evaluations import Condition
from workshop.services.evaluation import answers, evaluations, questionnaires
from workshop.services.evaluation.instrument_files import write_instrument
from workshop.services.evaluation.instrument_shape import Item, Wording
from workshop.services.evaluation.instruments import find_instrument
from workshop.services.evaluation.questionnaire_files import Arrival, export_questionnaire, import_questionnaire
from workshop.services.evaluation.questionnaires import QuestionnaireRecord
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library


def _words(ko: str, en: str = "") -> Wording:
    return Wording(ko=ko, en=en)


def _made(library: Library, *kinds: ItemKind) -> QuestionnaireRecord:
    """A questionnaire with an item of each kind, all with their words."""
    record = questionnaires.new_questionnaire(library, title=_words("버스 정류장 설문")).record
    for kind in kinds:
        record = questionnaires.add_item(library, questionnaire_id=record.id, kind=kind).record
    for place, item in enumerate(record.instrument.items):
        labels = {value: words if words.ko else _words(f"보기 {value}") for value, words in item.labels.items()}
        worded = msgspec.structs.replace(item, text=_words(f"문항 {place + 1}"), labels=labels)
        record = questionnaires.edit_item(library, questionnaire_id=record.id, item=worded).record
    return record


def _edit(library: Library, record: QuestionnaireRecord, key: str, **values: object) -> QuestionnaireRecord:
    item = next(item for item in record.instrument.items if item.key == key)
    edited = msgspec.structs.replace(item, **values)
    return questionnaires.edit_item(library, questionnaire_id=record.id, item=edited).record


def _keys(record: QuestionnaireRecord) -> list[str]:
    return [item.key for item in record.instrument.items]


def test_every_verb_is_taken_back_by_undo_and_done_again_by_redo(library: Library) -> None:
    record = _made(library, ItemKind.LIKERT, ItemKind.SINGLE, ItemKind.TEXT)
    where = {"questionnaire_id": record.id}
    verbs = [
        lambda: questionnaires.edit_questionnaire(library, title=_words("새 이름"), **where),
        lambda: questionnaires.move_item(library, key="q3", place=0, **where),
        lambda: questionnaires.copy_item(library, key="q2", **where),
        lambda: questionnaires.remove_item(library, key="q1", **where),
        lambda: questionnaires.add_item(library, kind=ItemKind.RANKING, place=1, **where),
        lambda: questionnaires.change_kind(library, key="q2", kind=ItemKind.NUMBER, **where),
    ]
    states = [record.instrument, *(verb().record.instrument for verb in verbs)]
    assert [item.key for item in states[-1].items] == ["q3", "q1", "q2", "q4"]
    for state in reversed(states[:-1]):
        undo.undo(library)
        assert questionnaires.get_questionnaire(library, **where).instrument == state
    for state in states[1:]:
        undo.redo(library)
        assert questionnaires.get_questionnaire(library, **where).instrument == state
    questionnaires.remove_questionnaire(library, **where)
    undo.undo(library)
    assert questionnaires.get_questionnaire(library, **where).instrument == states[-1]


def test_another_kind_keeps_words_and_choices_and_frees_what_hung_on_the_answer(library: Library) -> None:
    record = _made(library, ItemKind.SINGLE, ItemKind.TEXT)
    labels = {"1": _words("버스"), "2": _words("걷기")}
    _edit(library, record, "q1", text=_words("어떻게 오셨나요?"), labels=labels, required=True)
    _edit(library, record, "q2", shown_if=Condition("q1", ConditionTest.IS, "1"))

    def changed(kind: ItemKind) -> tuple[Item, Item]:
        first, second = questionnaires.change_kind(
            library, questionnaire_id=record.id, key="q1", kind=kind
        ).record.instrument.items
        return first, second

    first, second = changed(ItemKind.MULTIPLE)
    assert (first.kind, first.text.ko, first.labels, first.required) == (
        ItemKind.MULTIPLE,
        "어떻게 오셨나요?",
        labels,
        True,
    )
    assert second.shown_if is None
    assert changed(ItemKind.NUMBER)[0].labels == {}


def test_what_has_been_answered_keeps_its_kind(library: Library) -> None:
    room = make_room(library)
    form = open_own_form(library, room.session_id, KO)
    where = {"questionnaire_id": questionnaire_id(library), "key": "used", "kind": ItemKind.TEXT}
    assert not questionnaires.list_questionnaires(library)[0].is_answered
    answers.submit_answer(library, form_id=form.id, values={"used": "yes"}, answer_id=uuid4(), channel=Channel.PAPER)
    assert questionnaires.list_questionnaires(library)[0].is_answered
    with pytest.raises(RefusedError):
        questionnaires.change_kind(library, **where)


def test_another_order_of_choices_is_a_change_that_undo_takes_back(library: Library) -> None:
    record = _made(library, ItemKind.SINGLE)
    labels = record.instrument.items[0].labels
    turned = _edit(library, record, "q1", labels=dict(reversed(labels.items())))
    assert list(turned.instrument.items[0].labels) == ["2", "1"]
    undo.undo(library)
    back = questionnaires.get_questionnaire(library, questionnaire_id=record.id)
    assert list(back.instrument.items[0].labels) == ["1", "2"]


def test_a_questionnaire_is_asked_only_when_nothing_is_missing(library: Library) -> None:
    room = make_room(library)
    record = questionnaires.new_questionnaire(library, title=_words("설문")).record
    record = questionnaires.add_item(library, questionnaire_id=record.id, kind=ItemKind.SINGLE).record
    assert [problem.field for problem in record.problems] == ["text", "labels"]
    assert record.instrument not in questionnaires.ready_to_ask(library)
    with pytest.raises(RefusedError) as caught:
        evaluations.make_form(library, session_id=room.session_id, instrument=record.instrument.key, language=KO)
    assert "문항 1" in KO.tell(caught.value.message)


def test_a_form_keeps_the_questions_as_they_were(library: Library) -> None:
    room = make_room(library)
    record = _made(library, ItemKind.LIKERT, ItemKind.TEXT)
    key = record.instrument.key
    form = evaluations.make_form(library, session_id=room.session_id, instrument=key, language=KO).record
    assert questionnaires.get_questionnaire(library, questionnaire_id=record.id).forms == 1
    _edit(library, record, "q1", text=_words("다르게 묻는다"))
    questionnaires.remove_item(library, questionnaire_id=record.id, key="q2")
    questionnaires.remove_questionnaire(library, questionnaire_id=record.id)
    kept = evaluations.get_form(library, form_id=form.id)
    assert [item.text["ko"] for item in kept.items] == ["문항 1", "문항 2"]
    with pytest.raises(NotFoundError):
        evaluations.make_form(library, session_id=room.session_id, instrument=key, language=KO)


def test_a_key_that_a_form_knows_is_not_given_to_another_question(library: Library) -> None:
    room = make_room(library)
    record = _made(library, ItemKind.LIKERT, ItemKind.NUMBER)
    evaluations.make_form(library, session_id=room.session_id, instrument=record.instrument.key, language=KO)
    questionnaires.remove_item(library, questionnaire_id=record.id, key="q2")
    again = questionnaires.add_item(library, questionnaire_id=record.id, kind=ItemKind.NUMBER).record
    assert _keys(again) == ["q1", "q3"]


def test_a_copy_of_a_ready_instrument_names_its_source_and_claims_no_score(library: Library) -> None:
    copy = questionnaires.copy_questionnaire(library, key="sus").record.instrument
    sus = find_instrument("sus")
    assert copy.items == sus.items
    assert copy.score == ""
    assert "Brooke" in copy.source.ko
    assert copy.licence == sus.licence


def test_what_depends_on_a_removed_question_is_asked_of_everybody(library: Library) -> None:
    record = _made(library, ItemKind.SINGLE, ItemKind.TEXT)
    record = _edit(library, record, "q2", shown_if=Condition("q1", ConditionTest.IS, "1"))
    assert record.is_ready
    moved = questionnaires.move_item(library, questionnaire_id=record.id, key="q2", place=0).record
    assert [problem.field for problem in moved.problems] == ["shown_if"]
    left = questionnaires.remove_item(library, questionnaire_id=record.id, key="q1").record
    assert left.instrument.items[0].shown_if is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"labels": {"1": _words("같다"), "2": _words("같다")}}, "labels"),
        ({"labels": {"1": _words("하나")}}, "labels"),
        ({"labels": {"1": _words("하나"), "2": _words("", "two")}}, "labels"),
        ({"most": 3}, "most"),
        ({"text": _words("", "English only")}, "text"),
        ({"text": _words("글" * 501)}, "text"),
        ({"shown_if": Condition("q9", ConditionTest.IS, "1")}, "shown_if"),
        ({"shown_if": Condition("q1", ConditionTest.IS, "7")}, "shown_if"),
        ({"shown_if": Condition("q3", ConditionTest.IS, "1")}, "shown_if"),
    ],
)
def test_what_does_not_go_together_is_told_at_its_field(library: Library, values, field: str) -> None:
    record = _made(library, ItemKind.LIKERT, ItemKind.MULTIPLE, ItemKind.NUMBER)
    told = _edit(library, record, "q2", **values)
    assert [(problem.place, problem.field) for problem in told.problems] == [(1, field)]


def test_a_file_opened_elsewhere_is_the_same_and_twice_is_once(library: Library, tmp_path: Path) -> None:
    record = _made(library, *ItemKind)
    record = _edit(library, record, "q2", shown_if=Condition("q1", ConditionTest.AT_LEAST, "4"), required=True)
    record = _edit(library, record, "q4", low=-5, high=40, unit=_words("도\\", '"°C"'))
    file = export_questionnaire(library, key=record.instrument.key, out=tmp_path / "정류장 설문")
    assert file.name == "정류장 설문.toml"
    questionnaires.remove_questionnaire(library, questionnaire_id=record.id)
    for arrival in (Arrival.NEW, Arrival.KNOWN):
        taken = import_questionnaire(library, data=file.read_bytes(), name=file.name).record
        assert (taken.arrival, taken.instrument) == (arrival, record.instrument)
    assert len(questionnaires.list_questionnaires(library)) == 1


def test_a_file_never_overwrites_what_was_edited_here(library: Library) -> None:
    record = _made(library, ItemKind.TEXT)
    data = write_instrument(record.instrument)
    _edit(library, record, "q1", text=_words("여기서 고친 문항"))
    for arrival in (Arrival.BESIDE, Arrival.KNOWN):
        assert import_questionnaire(library, data=data, name="a.toml").record.arrival is arrival
    assert len(questionnaires.list_questionnaires(library)) == 2


def test_a_ready_instrument_in_a_file_is_known_already(library: Library) -> None:
    data = write_instrument(find_instrument("sus"))
    assert import_questionnaire(library, data=data, name="sus.toml").record.arrival is Arrival.KNOWN
    assert questionnaires.list_questionnaires(library) == ()


def test_a_malformed_file_takes_nothing_in(library: Library) -> None:
    data = write_instrument(_made(library, ItemKind.SINGLE).instrument).replace(b'"2"', b'"1"')
    before = questionnaires.list_questionnaires(library)
    with pytest.raises(InputError) as caught:
        import_questionnaire(library, data=data, name="망가진.toml")
    assert "망가진.toml" in KO.tell(caught.value.message)
    assert questionnaires.list_questionnaires(library) == before


def test_an_unfinished_questionnaire_is_not_handed_on(library: Library, tmp_path: Path) -> None:
    record = questionnaires.new_questionnaire(library, title=_words("설문")).record
    with pytest.raises(InputError):
        export_questionnaire(library, key=record.instrument.key, out=tmp_path / "a.toml")
    assert not (tmp_path / "a.toml").exists()


def test_an_item_is_what_its_record_says() -> None:
    item = Item(key="p", kind=ItemKind.PHOTO, text=_words("사진"), required=True)
    assert not item.record().required
