"""Answers leave for R and SPSS with a codebook, nobody's name in them, and come back all or not at all."""

import csv
import io
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook

from tests.builders import KO, Room, make_room
from workshop.exchange.sheets import Sheet, Table, read_table, write_csv, write_workbook
from workshop.language import load_language
from workshop.models.enums import ConsentPurpose, FormState, Stage
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.evaluations import AnswerValue, FormRecord
from workshop.services.evaluation import answer_import, answer_sheets, answers, evaluations
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
        if name not in {"scores", "kano", "codebook"}:
            assert set(sheet.header) <= explained, name
    (survey,) = _as_rows(sheets["participant-survey"])
    assert (survey["motive_smart_city"], survey["motive_learning"], survey["knows_service"]) == (1, 0, None)
    (sus,) = _as_rows(sheets["sus"])
    assert (sus["sus1"], sus["sus2"], sus["score_sus"]) == (1, None, None)
    words = next(row for row in _as_rows(sheets["codebook"]) if row["variable"] == "sus2")
    assert "5 = 매우 그렇다" in str(words["values_ko"])
    assert "Negative item" in str(words["scoring"])


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
