"""What is told of rankings and photos: places, where photos went, and spreadsheets that come back as they were."""

import io
from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from PIL import Image

from tests.builders import KO, Room, make_room
from tests.questionnaires import FIRST, PHOTO, open_own_form
from workshop.exchange.sheets import Table, read_table, write_csv, write_workbook
from workshop.language import load_language
from workshop.models.errors import InputError
from workshop.models.records.evaluations import AnswerValue, FormRecord
from workshop.models.records.report_options import ReportOptions, Section
from workshop.services.evaluation import answer_import, answer_sheets, answers, evaluations
from workshop.services.evaluation.publishing import published
from workshop.services.ideas import ideas, pictures
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.reporting.sessions import gather_session_report

EN = load_language("en")
ORDERS = (["market", "school", "clinic"], ["market"], ["school", "market", "station"], ["market", "clinic"], ["clinic"])


def _photo(room: Room, colour: str, caption: str = "", idea_id: UUID | None = None) -> str:
    out = io.BytesIO()
    Image.new("RGB", (90, 60), colour).save(out, "JPEG")
    kept = pictures.add_picture(
        room.library, project_id=room.project_id, session_id=room.session_id, idea_id=idea_id, data=out.getvalue(),
        caption=caption,
    ).record  # fmt: skip
    return str(kept.id)


def _answered(room: Room, *rows: Mapping[str, AnswerValue]) -> FormRecord:
    form = open_own_form(room.library, room.session_id, KO, FIRST, PHOTO)
    for values in rows:
        answers.submit_answer(room.library, form_id=form.id, values=values, answer_id=uuid4())
    return evaluations.close_form(room.library, form_id=form.id).record


def test_a_ranking_tells_every_place_and_the_mean_place(library: Library) -> None:
    room = make_room(library)
    form = _answered(room, *({"first": list(order)} for order in ORDERS), {})
    result = answers.form_result(library, form_id=form.id).items[0]
    assert (result.n, result.missing, result.counts["market"]) == (5, 1, 3)
    market, *others = result.places
    assert (market.counts, market.unranked, market.mean, market.points) == ((3, 1, 0, 0), 1, Fraction(8, 5), 12)
    assert sum(each.points for each in result.places) == 5 * 6
    assert [each.key for each in others] == ["school", "clinic", "station"]


@pytest.mark.parametrize("write", [lambda sheet: write_workbook([sheet]), write_csv], ids=["xlsx", "csv"])
def test_places_leave_in_a_column_each_and_come_back(library: Library, write) -> None:
    room = make_room(library)
    form = _answered(room, *({"first": list(order)} for order in ORDERS))
    sheets = answer_sheets.answer_sheets(library, EN, project_id=room.project_id, form_id=form.id)
    columns = [f"first_{choice}" for choice in FIRST.labels]
    rows = [dict(zip(sheets[0].header, row, strict=True)) for row in sheets[0].rows]
    assert sorted([row[name] or 0 for name in columns] for row in rows) == [
        [0, 0, 1, 0], [1, 0, 0, 0], [1, 0, 2, 0], [1, 2, 3, 0], [2, 1, 0, 3],
    ]  # fmt: skip
    book = {str(row[0]): row for row in sheets[-1].rows}
    assert [book[name][5:7] for name in columns] == [(1, 3)] * 4
    other = open_own_form(library, room.session_id, KO, FIRST, PHOTO)
    plan = answer_import.plan_answers(library, form_id=other.id, table=read_table(write(sheets[0])))
    answer_import.import_answers(library, plan=plan)
    before, after = (answers.form_result(library, form_id=each.id).items[0] for each in (form, other))
    assert before == after


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("1", "3", "", ""), "Row 2: nothing has place 2 of first"),
        (
            ("1", "1", "", ""),
            "Row 2, column “first_school”: “1” is no answer to this item. Places are whole numbers from 1",
        ),
        (("1", "2", "3", "4"), "“4” is no answer"),
        (("x", "", "", ""), "Row 2, column “first_market”: “x”"),
    ],
)
def test_places_that_make_no_order_are_refused_with_their_row(library: Library, cells, told: str) -> None:
    room = make_room(library)
    form = open_own_form(library, room.session_id, KO, FIRST)
    table = Table(((1, tuple(f"first_{choice}" for choice in FIRST.labels)), (2, cells)))
    with pytest.raises(InputError) as caught:
        answer_import.plan_answers(library, form_id=form.id, table=table)
    assert told in EN.tell(caught.value.message)


def test_photos_are_told_by_how_often_and_what_became_of_them(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="가로등").record
    lamp, bench, step = (
        _photo(room, "navy", "가로등", idea.id),
        _photo(room, "olive", "의자"),
        _photo(room, "maroon", "계단"),
    )
    form = _answered(room, *({"photo": each} for each in (lamp, bench, step, step, bench, step)))

    def told() -> list[tuple[str, int, bool]]:
        found = answers.form_result(library, form_id=form.id).photos
        return [(each.picture.caption if each.picture else "", each.times, each.withdrawn) for each in found]

    assert told() == [("계단", 3, False), ("의자", 2, False), ("가로등", 1, False)]
    ideas.withdraw_idea(library, idea_id=idea.id, reason="겹침")
    pictures.remove_picture(library, picture_id=UUID(bench))
    assert told()[0] == ("계단", 3, False)
    assert sorted(told()[1:]) == [("", 1, True), ("", 2, False)]
    undo.undo(library)
    undo.undo(library)
    assert told() == [("계단", 3, False), ("의자", 2, False), ("가로등", 1, False)]


@pytest.mark.parametrize("people", [4, 5])
def test_a_report_carries_chosen_photos_where_photos_are_on_and_enough_answered(library: Library, people: int) -> None:
    room = make_room(library)
    photo = _photo(room, "navy", "어두운 골목")
    form = _answered(room, *[{"photo": photo}] * people, {"first": ["market"]})
    assert len(published(answers.form_result(library, form_id=form.id)).photos) == (people == 5)
    (report,) = gather_session_report(library, session_id=room.session_id).forms
    carried = [(each.times, each.picture.caption, bool(each.picture.data)) for each in report.photos if each.picture]
    assert carried == ([(5, "어두운 골목", True)] if people == 5 else [])
    without = ReportOptions(without=frozenset({Section.PHOTOS}))
    (report,) = gather_session_report(library, session_id=room.session_id, options=without).forms
    assert report.photos == ()
