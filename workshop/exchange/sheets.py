"""Spreadsheets: tables written as `.xlsx` and `.csv`, and read back whatever a person has at hand.

What people wrote is always text: a cell that begins like a formula is marked as text in a workbook and gets an apostrophe
in a `.csv` file (OWASP, "CSV Injection"). The same tables make the same bytes.
"""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any

from workshop.language import mark
from workshop.models.errors import InputError

Value = str | int | float | None

MOST_BYTES = 20 * 1024**2  # of a file that is read
MOST_UNPACKED = 200 * 1024**2  # bytes that a workbook may have inside
MOST_ROWS = 10_000  # that a person would take in at once
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_DELIMITERS = ",;\t"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # how .xls begins, and a workbook that a password has encrypted
_REFUSED = re.compile("[\ud800-\udfff\ufffe\uffff]")  # in the XML of a workbook
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_WEB_PAGE = re.compile(
    r"\s*<(?:!doctype|html|table|\?xml|meta|head)\b", re.IGNORECASE
)  # what some sites give out as .xls
_END = ["end"]  # a row of our own below the last one: whatever swallows it has an open quotation mark
_BROKEN = mark("This spreadsheet cannot be read; it may be damaged. Please save it anew as .xlsx or .csv.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written: `widths` are in characters, one for each column."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What was read: rows of text with their numbers as the person sees them, from 1; the header is one of them.

    `covered` are the words of merged cells at the other rows and columns (from 0) that such a cell covers.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    sheet: str = ""
    covered: Mapping[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one `.xlsx` workbook: a bold header that stays in sight, filters, and nothing that is computed."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page: Any = book.create_sheet(_sheet_name(sheet.name))
        for line, row in enumerate((sheet.header, *sheet.rows), start=1):
            for place, value in enumerate(row, start=1):
                _put(page.cell(line, place), value)
        for place, width in enumerate(sheet.widths, start=1):
            page.column_dimensions[get_column_letter(place)].width = width
        for place in range(1, len(sheet.header) + 1):
            head = page.cell(1, place)
            head.font, head.alignment = Font(bold=True), Alignment(vertical="top")
        page.freeze_panes = "A2"
        if sheet.rows:
            page.auto_filter.ref = page.dimensions
    out = io.BytesIO()
    book.save(out)
    return _without_time(out.getvalue())


def write_csv(sheet: Sheet) -> bytes:
    """One sheet as a `.csv` file in UTF-8 with its mark, so that spreadsheet programs read Korean."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (sheet.header, *sheet.rows):
        writer.writerow([_harmless(value) for value in row])
    return "\ufeff".encode() + out.getvalue().encode("utf-8", errors="replace")


def read_table(data: bytes, *, most_rows: int = MOST_ROWS) -> Table:
    """The first sheet with something in it of a workbook, or a text table with commas, semicolons, tabs or lines alone.

    Raises InputError, with the place where there is one: too large, damaged, not a table, a formula without a value.
    """
    if len(data) > MOST_BYTES:
        raise InputError(mark("This file is larger than {n} MB.", n=MOST_BYTES // 1024**2))
    if data.startswith(_OLD_OR_LOCKED):
        raise InputError(
            mark("This is an old .xls file, or it has a password. Please save it as .xlsx without a password.")
        )
    table = _read_workbook(data, most_rows) if data[:4] == b"PK\x03\x04" else _read_text(data)
    if not table.rows:
        raise InputError(mark("There is nothing in this file."))
    if len(table.rows) > most_rows:
        raise _too_long(most_rows)
    return table


def read_lines(text: str) -> Table:
    """A text with one thing in each line, such as a pasted list."""
    return Table(tuple((number, (line,)) for number, line in enumerate(text.splitlines(), start=1) if line.strip()))


def _put(cell: Any, value: Value) -> None:
    if isinstance(value, int | float):
        cell.value = value
        return
    text = _printable(value or "")
    cell.value = text or None
    if text:
        cell.data_type = "s"  # whatever it begins with
        cell.quotePrefix = text.startswith(_DANGEROUS)


def _printable(text: str) -> str:
    """Without the control characters and other codes that a workbook refuses."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return _REFUSED.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(_DANGEROUS) else value


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31]


def _without_time(data: bytes) -> bytes:
    """The same workbook with one fixed time in it, so that the same tables make the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()


def _too_long(most: int) -> InputError:
    return InputError(mark("This file has more than {n} rows. Please take it in parts.", n=most))


def _read_workbook(data: bytes, most_rows: int) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise InputError(mark("This spreadsheet is far larger inside than it looks. It was not opened."))
            return _first_sheet(data, packed, most_rows)
    except InputError:
        raise
    except Exception as error:  # what reads foreign files may raise anything; nothing of it is for the user
        raise InputError(_BROKEN) from error


def _first_sheet(data: bytes, packed: zipfile.ZipFile, most_rows: int) -> Table:
    from openpyxl import load_workbook

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
    try:
        for page in values.worksheets:
            if page.sheet_state != "visible":
                continue
            table = _rows_of(page.title, page, formulas[page.title], most_rows)
            if table.rows:
                where: str = getattr(page, "_worksheet_path")  # noqa: B009 - known only to sheets that are read in rows
                return replace(table, covered=_covered(table, packed.read(where)))
        return Table(())
    finally:
        values.close()
        formulas.close()


def _rows_of(name: str, values: Any, formulas: Any, most_rows: int) -> Table:
    rows: list[tuple[int, tuple[str, ...]]] = []
    both = zip(values.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=False)
    for number, (row, written) in enumerate(both, start=1):
        if number > most_rows + 1:
            raise _too_long(most_rows)
        for value, formula in zip(row, written, strict=False):
            if value is None and isinstance(formula, str) and formula.startswith("="):
                raise InputError(
                    mark(
                        "Row {row} of sheet “{sheet}” has a formula without a value. Please save values instead.",
                        row=number, sheet=name,
                    )
                )  # fmt: skip
        texts = tuple(_as_text(value) for value in row)
        if any(texts):
            rows.append((number, texts))
    return Table(tuple(rows), name)


def _covered(table: Table, page: bytes) -> dict[tuple[int, int], str]:
    """The words of merged cells where they are not written: most people merge a theme over all of its ideas."""
    from openpyxl.utils.cell import range_boundaries

    rows = dict(table.rows)
    last = table.rows[-1][0]
    covered: dict[tuple[int, int], str] = {}
    for found in _MERGED.finditer(page):
        left, top, right, bottom = (int(side or 0) for side in range_boundaries(found[1].decode()))
        first = rows.get(top, ())
        if len(first) < left or not first[left - 1]:
            continue
        across = range(left - 1, min(right, len(first)))
        places = ((line, place) for line in range(top, min(bottom, last) + 1) for place in across)
        covered.update({place: first[left - 1] for place in places if place != (top, left - 1)})
    return covered


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _read_text(data: bytes) -> Table:
    text = _decoded(data)
    if _NO_TEXT.search(text) or _WEB_PAGE.match(text):
        raise InputError(mark("This file is no table. Please choose an .xlsx, .csv or text file."))
    try:
        delimiter = _delimiter_of(text)
        if delimiter is None:
            return read_lines(text)
        *read, last = csv.reader(io.StringIO(f"{text}\n{_END[0]}", newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise InputError(_BROKEN) from error
    if last != _END:
        raise InputError(mark('Row {row}: a quotation mark (") is opened and never closed.', row=len(read) + 1))
    numbered = ((number, tuple(cell.strip() for cell in row)) for number, row in enumerate(read, start=1))
    return Table(tuple((number, row) for number, row in numbered if any(row)))


def _decoded(data: bytes) -> str:
    for code in _codes_of(data):
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    raise InputError(mark("The signs of this file cannot be read. Please save it as UTF-8."))


def _codes_of(data: bytes) -> tuple[str, ...]:
    """UTF-8 or UTF-16 with or without its mark, or the older Korean code page."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    first, second = (data[start:1000:2].count(0) for start in (0, 1))  # plain letters have a zero at one side
    if first != second:
        return ("utf-16-be",) if first > second else ("utf-16-le",)
    return ("utf-8-sig", "cp949")


def _delimiter_of(text: str) -> str | None:
    """What stands between cells: what the first row has most of and the others have as well; none for a plain list."""
    found: dict[str, list[list[str]]] = {}
    for delimiter in _DELIMITERS:  # read as rows, since a cell in quotation marks may hold signs and lines of its own
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        found[delimiter] = list(islice((row for row in rows if any(row)), 20)) or [[]]
    best = max(_DELIMITERS, key=lambda delimiter: len(found[delimiter][0]))
    if len(found[best][0]) < 2:
        return None
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    by_row = [len(row) > 1 for row in found[best]]
    by_line = [best in line for line in lines]  # a quotation mark that never closes makes all the rest one row
    return best if any(sum(alike) * 2 > len(alike) for alike in (by_row, by_line)) else None
