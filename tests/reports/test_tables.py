"""Tables break without lonely rows, and a cell taller than the page runs on."""

from tests.reports.hearing import hear
from tests.reports.reading import finish, flat, page_texts
from workshop.reports.blocks import Paragraph
from workshop.reports.charts.likert import Legend
from workshop.reports.document import build
from workshop.reports.paper import Description
from workshop.reports.tables import Column, Table

WIDTH = 300.0
COLUMNS = [Column("No.", 30, right=True), Column("Idea")]


def _table(count: int, *, text: str = "짧은 글", note: bool = False) -> Table:
    rows = [[str(number), text] for number in range(1, count + 1)]
    return Table(COLUMNS, rows, note=Paragraph("note") if note else None)


def _row_height() -> float:
    return _table(2).height(WIDTH) - _table(1).height(WIDTH)


def _head() -> float:
    return _table(1).height(WIDTH) - _row_height()


def _rows(table: object) -> int:
    assert isinstance(table, Table)
    return round((table.height(WIDTH) - _head()) / _row_height())


def test_rows_are_shared_between_pages_with_the_header_on_both() -> None:
    parts = _table(10).split(WIDTH, _head() + 4.5 * _row_height())
    assert parts is not None
    assert [_rows(part) for part in parts] == [4, 6]


def test_one_row_alone_does_not_stay_behind() -> None:
    assert _table(10).split(WIDTH, _head() + 1.5 * _row_height()) is None


def test_last_row_takes_another_along() -> None:
    parts = _table(10).split(WIDTH, _head() + 9.5 * _row_height())
    assert parts is not None
    assert [_rows(part) for part in parts] == [8, 2]


def test_note_is_not_parted_from_the_last_rows() -> None:
    table = _table(10, note=True)
    parts = table.split(WIDTH, _head() + 10.2 * _row_height())
    assert parts is not None
    assert _rows(parts[0]) == 8
    assert parts[1].height(WIDTH) > _head() + 2 * _row_height()


def test_cell_taller_than_the_page_runs_on() -> None:
    table = _table(1, text="아이들이 걷는 길은 모두가 걷는 길입니다. " * 60)
    parts = table.split(WIDTH, 400)
    assert parts is not None
    assert parts[0].height(WIDTH) <= 400
    assert parts[1].height(WIDTH) < table.height(WIDTH)


def test_column_is_never_narrower_than_its_title() -> None:
    narrow = Table([Column("A rather long title", 10), Column("")], [["a", "b"]])
    assert narrow.height(WIDTH) == Table([Column("A", 10), Column("")], [["a", "b"]]).height(WIDTH)


def test_legend_stands_above_the_header_on_every_page_and_is_heard_once() -> None:
    legend = Legend([("1 전혀", "#B4541A"), ("2 매우", "#1F6F60")])
    story = [Table(COLUMNS, [[str(number), "짧은 글"] for number in range(1, 60)], legend=legend)]
    content = finish(build(story, None, Description("표", "표", "표", "ko")))[0]
    pages = page_texts(content)
    assert len(pages) > 1
    assert all(page.startswith("1 전혀 2 매우 No. Idea") for page in pages)
    assert [flat(part.heard) for part in hear(content).all("L")] == ["1 전혀 2 매우"]
