"""Answers leave for R and SPSS with a codebook, nobody's name in them, and come back all or not at all."""

import csv
import io
import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from tests.builders import KO, Room, make_room
from tests.questionnaires import open_own_form
from workshop.exchange.sheets import Sheet, Table, read_table, write_csv, write_workbook
from workshop.language import load_language
from workshop.models.enums import ConditionTest, ConsentPurpose, FormState, ItemKind, Stage
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.evaluations import AnswerValue, Condition, FormRecord
from workshop.models.tables.evaluations import Answer
from workshop.models.tables.history import JournalEntry
from workshop.services.evaluation import answer_import, answer_sheets, answers, evaluations, questionnaires
from workshop.services.evaluation.instrument_shape import Item, Wording
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.people import participants

EN = load_language("en")


def _form(room: Room, instrument: str, stage: Stage = Stage.DURING) -> FormRecord:
    made = evaluations.make_form(
        room.library, session_id=room.session_id, instrument=instrument, language=KO, stage=stage
    ).record
    return evaluations.open_form(room.library, form_id=made.id).record


def _answer(room: Room, form_id: UUID, values: dict[str, AnswerValue], person: int | None = None) -> None:
    who = room.people[person].id if person is not None else None
    answers.submit_answer(room.library, form_id=form_id, values=values, answer_id=uuid4(), participant_id=who)


def _sus(step: int) -> dict[str, AnswerValue]:
    return {f"sus{place}": step if place % 2 else 6 - step for place in range(1, 11)}


def _sheets(room: Room) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in answer_sheets.answer_sheets(room.library, EN, project_id=room.project_id)}


def _as_rows(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]


def test_only_who_agreed_keeps_a_number_and_that_one_in_every_form(library: Library) -> None:
    room = make_room(library)
    participants.set_consent(library, participant_id=room.people[2].id, purpose=ConsentPurpose.USE, given=True)
    for stage in (Stage.BASELINE, Stage.AFTER):
        form = _form(room, "sus", stage)
        _answer(room, form.id, _sus(4), 2)
        _answer(room, form.id, _sus(2), 1)
        evaluations.close_form(library, form_id=form.id)
    rows = _as_rows(_sheets(room)["sus"])
    assert sorted(str(row["respondent"]) for row in rows) == ["P003", "P003", "R001", "R002"]
    assert {row["score_sus"] for row in rows if row["respondent"] == "P003"} == {75}
    participants.set_consent(library, participant_id=room.people[2].id, purpose=ConsentPurpose.USE, given=False)
    assert not [row for row in _as_rows(_sheets(room)["sus"]) if str(row["respondent"]).startswith("P")]


def test_every_column_stands_in_the_codebook_and_missing_answers_are_blank(library: Library) -> None:
    room = make_room(library)
    for instrument in ("sus", "participant-survey", "nps", "kano", "ueq-s"):
        form = _form(room, instrument)
        first = next(item for item in form.items if item.kind != "text")
        value: AnswerValue = first.low or 1
        if first.labels and first.kind != "likert":
            value = list(first.labels)[:1] if first.kind == "multiple" else next(iter(first.labels))
        _answer(room, form.id, {first.key: value})
        evaluations.close_form(library, form_id=form.id)
    sheets = _sheets(room)
    explained = {str(row["variable"]) for row in _as_rows(sheets["codebook"])}
    for name, sheet in sheets.items():
        if name != "codebook":
            assert set(sheet.header) - {"instrument"} <= explained, name
    (survey,) = _as_rows(sheets["participant-survey"])
    assert (survey["motive_smart_city"], survey["motive_learning"], survey["knows_service"]) == (1, 0, None)
    (sus,) = _as_rows(sheets["sus"])
    assert (sus["sus1"], sus["sus2"], sus["score_sus"]) == (1, None, None)
    words = next(row for row in _as_rows(sheets["codebook"]) if row["variable"] == "sus2")
    assert "5 = 매우 그렇다" in str(words["values_ko"])
    assert "Negative item" in str(words["scoring"])


def test_statistics_programs_take_every_name_and_the_codebook_says_what_is_left_out(library: Library) -> None:
    room = make_room(library)
    asked = (
        Item(key="1st-wish", kind=ItemKind.SINGLE, text=Wording(ko="처음"),
             labels={"yes": Wording(ko="예"), "no": Wording(ko="아니요")}),
        Item(key="with", kind=ItemKind.NUMBER, text=Wording(ko="몇 명"), unit=Wording(ko="명", en="people"),
             shown_if=Condition("1st-wish", ConditionTest.IS, "yes")),
        Item(key="view", kind=ItemKind.PHOTO, text=Wording(ko="사진")),
    )  # fmt: skip
    form = open_own_form(library, room.session_id, KO, *asked)
    _answer(room, form.id, {"1st-wish": "yes", "with": 3})
    evaluations.close_form(library, form_id=form.id)
    sheets = answer_sheets.answer_sheets(library, EN, project_id=room.project_id)
    names = list(sheets[0].header)
    assert names[-3:] == ["v_1st_wish", "v_with", "view"]
    book = {str(row["variable"]): row for row in _as_rows(sheets[-1])}
    assert book["v_with"]["values_en"] == "people"
    assert "v_1st_wish" in str(book["v_with"]["missing"])
    assert "left out" in str(book["view"]["values_en"])
    again = open_own_form(library, room.session_id, KO, *asked)
    plan = answer_import.plan_answers(library, form_id=again.id, table=read_table(write_csv(sheets[0])))
    assert [each.values for each in plan.new] == [{"1st-wish": "yes", "with": 3}]


def test_a_questionnaire_of_ones_own_has_a_sheet_with_its_title(library: Library) -> None:
    room = make_room(library)
    item = Item(key="q1", kind=ItemKind.NUMBER, text=Wording(ko="몇 분"))
    own = questionnaires.new_questionnaire(library, title=Wording(ko="정류장: 앞/뒤")).record
    questionnaires.add_item(library, questionnaire_id=own.id, kind=ItemKind.NUMBER)
    questionnaires.edit_item(library, questionnaire_id=own.id, item=item)
    made = evaluations.make_form(library, session_id=room.session_id, instrument=own.instrument.key, language=KO).record
    form = evaluations.open_form(library, form_id=made.id).record
    _answer(room, form.id, {"q1": 3})
    evaluations.close_form(library, form_id=form.id)
    assert list(_sheets(room)) == ["정류장  앞 뒤", "scores", "codebook"]


def test_the_files_are_harmless_and_open_forms_are_left_out(library: Library, tmp_path: Path) -> None:
    room = make_room(library)
    form = _form(room, "service-quality")
    _answer(room, form.id, {"useful": 4, "easy": 5, "reliable": 3, "safe": 4, "fair": 4, "comment": "=HYPERLINK(1)"})
    assert answer_sheets.write_answer_sheets(library, EN, out=tmp_path, project_id=room.project_id) == ()
    evaluations.close_form(library, form_id=form.id)
    files = answer_sheets.write_answer_sheets(library, EN, out=tmp_path, project_id=room.project_id)
    assert [file.name for file in files] == [
        "answers.xlsx", "answers-1-service-quality.csv", "answers-2-scores.csv", "answers-3-codebook.csv",
    ]  # fmt: skip
    page = load_workbook(io.BytesIO(files[0].read_bytes())).worksheets[0]
    head, row = page.iter_rows(values_only=True)
    told = dict(zip(head, row, strict=True))
    assert (told["comment"], told["score_likert"], told["easy"]) == ("=HYPERLINK(1)", 4, 5)
    cell = next(cell for cell in page[2] if cell.value == "=HYPERLINK(1)")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    (line,) = csv.DictReader(io.StringIO(files[1].read_text("utf-8-sig")))
    assert line["comment"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("write", [lambda sheet: write_workbook([sheet]), write_csv], ids=["xlsx", "csv"])
def test_what_was_exported_comes_back_the_same_and_only_once(library: Library, write) -> None:
    room = make_room(library)
    participants.set_consent(library, participant_id=room.people[0].id, purpose=ConsentPurpose.USE, given=True)
    form = _form(room, "participant-survey")
    given: list[dict[str, AnswerValue]] = [
        {"motive": ["smart_city", "other"], "heard_from": "city", "knows_service": 4},
        {"heard_from": "friends", "knows_service": 2},
    ]
    for place, values in enumerate(given):
        _answer(room, form.id, values, place)
    evaluations.close_form(library, form_id=form.id)
    table = read_table(write(_sheets(room)["participant-survey"]))
    other = _form(room, "participant-survey")
    for taken in (2, 0):
        plan = answer_import.plan_answers(library, form_id=other.id, table=table)
        assert (len(plan.new), len(plan.known)) == (taken, 2 - taken)
        assert answer_import.import_answers(library, plan=plan).record == taken
    before, after = (answers.form_result(library, form_id=each.id) for each in (form, other))
    assert [(each.n, each.missing, each.counts) for each in before.items] == [
        (each.n, each.missing, each.counts) for each in after.items
    ]
    evaluations.close_form(library, form_id=other.id)
    sheet = answer_sheets.answer_sheets(library, EN, project_id=room.project_id, form_id=other.id)[0]
    assert [row[0] for row in sheet.rows] == ["P001", "R001"]


def test_what_was_taken_in_is_taken_back_whole_and_brought_back(library: Library) -> None:
    room = make_room(library)
    form = _form(room, "service-quality")
    _answer(room, form.id, {"easy": 1}, 0)
    table = read_table(b"useful,easy,reliable,safe,fair\n4,5,3,4,4\n4,2,3,4,4\n")
    plan = answer_import.plan_answers(library, form_id=form.id, table=table)
    answer_import.import_answers(library, plan=plan)

    def easy() -> dict[str, int]:
        (item,) = (each for each in answers.form_result(library, form_id=form.id).items if each.item.key == "easy")
        return {step: n for step, n in item.counts.items() if n}

    assert easy() == {"1": 1, "2": 1, "5": 1}
    assert EN.tell(undo.undo(library).record) == "Take in answers"
    assert easy() == {"1": 1}
    undo.redo(library)
    assert easy() == {"1": 1, "2": 1, "5": 1}
    with library.read() as rows:
        told = json.dumps([entry.details for entry in rows.scalars(select(JournalEntry))])
        keys = set(rows.scalars(select(Answer.id)))
    assert not any(str(key) in told for key in keys)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("useful,easy,reliable,safe,fair\n4,5,3,4,4\n4,5,3,4,9\n", "Row 3, column “fair”: “9” is no answer"),
        ("useful,easy,colour\n4,5,3\n", "Row 1, column 3: there is no item called “colour”"),
        ("respondent,useful\nP077,4\n", "Row 2: nobody has the number 77"),
        ("useful,easy\n,\n", "no answer"),
    ],
)
def test_nothing_is_taken_in_where_anything_does_not_fit(library: Library, text: str, told: str) -> None:
    room = make_room(library)
    form = _form(room, "service-quality")
    with pytest.raises(InputError) as caught:
        answer_import.plan_answers(library, form_id=form.id, table=read_table(text.encode()))
    assert told in EN.tell(caught.value.message)
    assert answers.form_result(library, form_id=form.id).respondents == 0


def test_more_choices_than_may_be_are_told_with_their_row(library: Library) -> None:
    room = make_room(library)
    form = _form(room, "participant-survey")
    keys = [item.key for item in form.items if item.kind != "text"]
    lines = [",".join(keys), ",".join("smart_city;learning;other" if key == "motive" else "" for key in keys)]
    with pytest.raises(InputError) as caught:
        answer_import.plan_answers(library, form_id=form.id, table=read_table("\n".join(lines).encode()))
    assert EN.tell(caught.value.message).startswith("Row 2: ")


def test_a_form_that_was_never_opened_takes_nothing_in(library: Library) -> None:
    room = make_room(library)
    form = evaluations.make_form(library, session_id=room.session_id, instrument="nps", language=KO).record
    assert form.state is FormState.DRAFT
    with pytest.raises(RefusedError):
        answer_import.plan_answers(library, form_id=form.id, table=Table(((1, ("nps",)), (2, ("9",)))))
