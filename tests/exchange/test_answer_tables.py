"""Tables of answers: read whatever program wrote them, or refused whole with the place."""

import io
import re

import pytest
from openpyxl import Workbook

from workshop.exchange.answer_tables import read_answers
from workshop.exchange.sheets import read_table
from workshop.language import load_language
from workshop.models.enums import ItemKind
from workshop.models.errors import InputError
from workshop.models.records.evaluations import ItemRecord

AGREE = {"1": {"ko": "아니다", "en": "No"}, "5": {"ko": "그렇다", "en": "Yes"}}
ITEMS = (
    ItemRecord("easy", ItemKind.LIKERT, {"ko": "쉽다", "en": "It is easy."}, False, 1, 5, AGREE),
    ItemRecord(
        "ways", ItemKind.MULTIPLE, {"en": "How"}, False, 0, 0, {"bus": {"en": "By bus"}, "foot": {"en": "On foot"}}
    ),
    ItemRecord("age", ItemKind.NUMBER, {"en": "Age"}, False, 0, 0, {}),
    ItemRecord("note", ItemKind.TEXT, {"en": "Note"}, False, 0, 0, {}),
)
TABLE = "id,easy,ways,age,note\n7,5,bus;foot,63,좋아요\n8,,foot,,\n9,그렇다,On foot|bus,70.0,'=1+1\n"
READ = [
    {"easy": 5, "ways": ["bus", "foot"], "age": 63, "note": "좋아요"},
    {"ways": ["foot"]},
    {"easy": 5, "ways": ["bus", "foot"], "age": 70, "note": "=1+1"},
]


def read(data: bytes, optional: tuple[str, ...] = ()) -> list[dict[str, object]]:
    return [each.values for each in read_answers(read_table(data), ITEMS, optional=optional).respondents]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp949"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", "|").replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("easy", "EASY ").replace("age", "Age").replace("note", "Note").encode(),
        TABLE.replace("easy", "It is easy.").encode(),
        TABLE.replace("id,easy,ways,age,note", "id,q1,q02,Q3,q4").encode(),
    ],
)
def test_the_same_answers_whatever_wrote_the_file(data: bytes) -> None:
    assert read(data) == READ


def test_a_workbook_reads_like_a_text_and_figures_of_any_width_do() -> None:
    book = Workbook()
    page = book.worksheets[0]
    for row in (
        ["easy", "ways", "age", "note"],
        [5.0, "bus", 63, None],
        [None, None, None, None],
        ["４", None, None, "x"],
    ):
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    table = read_answers(read_table(out.getvalue()), ITEMS)
    assert [(each.row, each.values) for each in table.respondents] == [
        (2, {"easy": 5, "ways": ["bus"], "age": 63}), (4, {"easy": 4, "note": "x"}),
    ]  # fmt: skip
    assert table.empty == (3,)


def test_columns_in_any_order_are_the_same_answers() -> None:
    rows = [line.split(",") for line in TABLE.strip().split("\n")]
    turned = "\n".join(",".join(reversed(row)) for row in rows)
    assert read(turned.encode()) == READ


def test_row_numbers_of_r_and_its_missing_ones_are_understood() -> None:
    assert read(b'"","easy","ways","age"\n"1",3,NA,NA\n', optional=("note",)) == [{"easy": 3}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("easy,ways,age,note\n3,bus,20,\n6,,,\n", r"Row 3, column “easy”: “6” is no answer.*whole numbers from 1 to 5"),
        ("easy,ways,age,note\n3,,,\nmany,,,\n", r"Row 3, column “easy”: “many”"),
        ("easy,ways,age,note\n3.5,,,\n", r"Row 2, column “easy”: “3\.5”"),
        ("easy,ways,age,note\n3,train,,\n", r"Row 2, column “ways”: “train”.*bus, foot"),
        ("easy,ways,age,note\n3,,old,\n", r"Row 2, column “age”: “old”.*whole numbers\."),
        (
            "easy,ways,colour,note\n3,,,\n",
            r"Row 1, column 3: there is no item called “colour”\. The items are easy, ways, age",
        ),
        ("easy,ways,note\n3,,\n", r"Row 1: the column of item age is missing"),
        ("easy,ways,age,easy\n3,,,\n", r"Columns 1 and 4 are both called “easy”"),
        ("easy,ways,It is easy.,age\n3,,,\n", r"Row 1, column 3: item easy has a column already"),
        ("easy,ways,age,note\n3,,\n", r"Row 2 does not have as many cells \(3\) as the header \(4\)"),
        ("easy,ways,age,note\n3,,,,5\n", r"Row 2 does not have as many cells \(5\) as the header \(4\)"),
        ("3,1,20,5\n4,1,20,5\n", r"The first row must hold the names"),
        ("q1,q2,age,q5\n3,,,\n", r"no item called “q5”"),
    ],
)
def test_whatever_does_not_fit_is_told_with_row_and_column(text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text.encode())
    assert re.search(told, load_language("en").tell(caught.value.message))
