"""Spreadsheets carry text as text, read the same everywhere, and never break anything when they come back damaged."""

import contextlib
import csv
import io
import random
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from workshop.exchange import sheets
from workshop.exchange.sheets import Sheet, read_lines, read_table, write_csv, write_workbook
from workshop.models.errors import InputError

_TEXTS = ("=SUM(A1:A9)", "+82-10", "-1", "@cmd", "\ttab", "벤치", "🚦 學校", "두 줄\n셋째", '"따옴표"', "a\x01b", "")


def _sheet(*texts: str) -> Sheet:
    return Sheet("아이디어", ("No.", "Idea"), tuple((place, text) for place, text in enumerate(texts, 1)), (6, 60))


def _workbook(*rows: tuple[object, ...], title: str = "Sheet") -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(data: bytes) -> list[tuple[str, ...]]:
    return [cells for _line, cells in read_table(data).rows]


def test_what_begins_like_a_formula_is_text_in_the_workbook() -> None:
    page = load_workbook(io.BytesIO(write_workbook([_sheet(*_TEXTS)]))).worksheets[0]
    for row, text in enumerate(_TEXTS, 2):
        cell = page.cell(row, 2)
        assert cell.data_type in {"s", "n"}  # n only where there is nothing in it
        assert (cell.value or "") == text.replace("\x01", "")
        assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))
    assert page.cell(2, 1).value == 1
    with zipfile.ZipFile(io.BytesIO(write_workbook([_sheet(*_TEXTS)]))) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_what_begins_like_a_formula_is_text_in_the_csv_file() -> None:
    data = write_csv(_sheet(*_TEXTS))
    assert data.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row[1] for row in rows[1:4]] == ["'=SUM(A1:A9)", "'+82-10", "'-1"]
    assert rows[6][1] == "벤치"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
@example(["a\ufffeb", "c\uffff", "\ud83d half", "\x0b"])
def test_every_text_comes_back_from_the_workbook(texts: list[str]) -> None:
    kept = [sheets._printable(text) for text in texts]
    page = load_workbook(io.BytesIO(write_workbook([_sheet(*texts)]))).worksheets[0]
    read = [page.cell(row, 2).value or "" for row in range(2, len(texts) + 2)]
    assert [text.replace("\r\n", "\n").replace("\r", "\n") for text in read] == [
        text.replace("\r\n", "\n").replace("\r", "\n") for text in kept
    ]


def test_the_same_tables_make_the_same_bytes() -> None:
    assert write_workbook([_sheet(*_TEXTS)]) == write_workbook([_sheet(*_TEXTS)])


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_tables_are_read_in_every_usual_form(code: str, delimiter: str) -> None:
    text = f"번호{delimiter}아이디어\r\n1{delimiter}벤치\r\n\r\n2{delimiter}가로등\r\n"
    table = read_table(text.encode(code))
    assert table.rows == ((1, ("번호", "아이디어")), (2, ("1", "벤치")), (4, ("2", "가로등")))


def test_a_plain_list_has_one_column() -> None:
    assert _cells("벤치\n\n가로등, 그리고 거울\n".encode()) == [("벤치",), ("가로등, 그리고 거울",)]
    assert read_lines("a\n\n b").rows == ((1, ("a",)), (3, (" b",)))


def test_signs_and_lines_inside_a_cell_do_not_part_it() -> None:
    asked = '"쉽고, 빠르고, 싼가요?";"다시\n쓸까요?"\n5;4\n3;2\n'.encode()
    assert _cells(asked) == [("쉽고, 빠르고, 싼가요?", "다시\n쓸까요?"), ("5", "4"), ("3", "2")]


def test_a_quotation_mark_that_never_closes_is_said_with_its_row() -> None:
    with pytest.raises(InputError, match=r"Row 3: a quotation mark"):
        read_table(b'a,b\n1,2\n"3,4\n5,6\n')
    assert _cells(b'"bench\nlamp') == [('"bench',), ("lamp",)]  # in a plain list it is a sign like any other


def test_a_workbook_is_read_from_its_first_visible_sheet() -> None:
    book = Workbook()
    hidden = book.worksheets[0]
    hidden.append(("secret",))
    hidden.sheet_state = "hidden"
    book.create_sheet("empty")
    page = book.create_sheet("ideas")
    page.append(("Idea", None))
    page.append((12.0, "x"))
    page.merge_cells("A3:B3")
    page["A3"] = "merged"
    out = io.BytesIO()
    book.save(out)
    table = read_table(out.getvalue())
    assert (table.sheet, [cells for _line, cells in table.rows]) == (
        "ideas",
        [("Idea", ""), ("12", "x"), ("merged", "")],
    )


def test_the_words_of_a_merged_cell_are_known_where_it_reaches() -> None:
    book = Workbook()
    page = book.worksheets[0]
    for row in (("Theme", "Idea"), ("Light", "lamps"), (None, "mirrors"), (None, "paint"), (None, "benches")):
        page.append(row)
    page.merge_cells("A2:A900")
    page.merge_cells("A901:C999")
    out = io.BytesIO()
    book.save(out)
    assert read_table(out.getvalue()).covered == {(line, 0): "Light" for line in (3, 4, 5)}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"<html><table><tr><td>Idea</td></tr></table></html>", "no table"),
        (b"%PDF-1.7\n\x01\x02 1 0 obj", "no table"),
    ],
    ids=["old or locked", "web page", "pdf"],
)
def test_what_only_has_the_name_of_a_table_is_said(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_table(data)


def test_a_formula_without_a_value_is_said_with_its_row() -> None:
    with pytest.raises(InputError) as error:
        read_table(_workbook(("Idea",), ("=A1&B1",), title="의견"))
    assert "2" in str(error.value)
    assert "의견" in str(error.value)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n \n", b"PK\x03\x04 broken", b"\x00\x01\x02\x03table", b"\xff\xfe\x00",
        "\n".join(str(n) for n in range(10_001)).encode(), b"x" * (sheets.MOST_BYTES + 1), b"\x81\xff\xfe\xfa",
    ],
    ids=["nothing", "blank", "zip", "binary", "half", "long", "large", "signs"],
)  # fmt: skip
def test_what_is_no_table_is_said(data: bytes) -> None:
    with pytest.raises(InputError):
        read_table(data)


def test_a_workbook_that_is_far_larger_inside_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1000)
    with pytest.raises(InputError, match="inside"):
        read_table(_workbook(("Idea",), ("벤치",)))


def test_ten_thousand_rows_are_read_and_one_more_is_not() -> None:
    assert len(read_table(_workbook(*((str(n),) for n in range(10_000)))).rows) == 10_000
    with pytest.raises(InputError, match="10000"):
        read_table(_workbook(*((str(n),) for n in range(10_002))))


@given(st.integers(0, 2**32 - 1))
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(seed: int) -> None:
    chance, data = random.Random(seed), bytearray(_SOUND)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(InputError):  # anything else is a fault of ours
        read_table(bytes(data[: chance.randint(0, len(data))]))


_SOUND = _workbook(("Idea", "Theme"), ("벤치", "쉬어 가기"), ("가로등", ""))
