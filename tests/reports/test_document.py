"""Pages: headings stay with their text, paragraphs leave no line alone, nothing hangs over the edge."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pypdfium2
import pytest

from tests.reports.reading import finish, page_texts
from workshop.reports import styles
from workshop.reports.blocks import Block, Heading, PageBreak, Paragraph, Space, Title
from workshop.reports.document import Page, build, lay_out
from workshop.reports.paper import Description
from workshop.reports.tables import Column, Table

WIDTH, HEIGHT = 300.0, 400.0
LINE = 15.5


def _pages(story: Sequence[Block]) -> list[Page]:
    work = lay_out(story, WIDTH, HEIGHT)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def _text(lines: int) -> Paragraph:
    return Paragraph("\n".join(f"{number}째 줄" for number in range(lines)))


@pytest.mark.parametrize("left", [20, 40, 55])
def test_heading_goes_along_with_its_text(left: float) -> None:
    heading = Heading("제목")
    pages = _pages([Space(HEIGHT - left), heading, _text(6)])
    assert pages[1][0].block is heading


def test_paragraph_leaves_two_lines_on_either_page() -> None:
    pages = _pages([Space(HEIGHT - 5.2 * LINE), _text(6)])
    assert [round(page[-1].block.height(WIDTH) / LINE) for page in pages] == [4, 2]


def test_short_paragraph_is_not_broken() -> None:
    pages = _pages([Space(HEIGHT - 2.2 * LINE), _text(3)])
    assert [len(page) for page in pages] == [1, 1]


def test_nothing_hangs_over_the_edge() -> None:
    story = [block for number in range(40) for block in (Heading(f"{number}"), _text(number % 9 + 1))]
    for page in _pages(story):
        assert all(placed.down + placed.block.height(WIDTH) <= HEIGHT + 0.1 for placed in page)


def test_empty_story_is_one_page() -> None:
    assert _pages([]) == [[]]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = _pages([Space(HEIGHT - 1), Heading("제목"), _text(2)])
    assert pages[1][0].down == 0


def _file(story: Sequence[Block], **options: Any) -> bytes:
    return finish(build([Title("제목"), *story], None, Description("제목", "", "", "ko"), **options))[0]


def test_what_follows_a_page_break_begins_a_page_and_no_page_is_empty() -> None:
    first, second = page_texts(_file([PageBreak(), PageBreak(), Paragraph("둘째")]))
    assert (first.strip(), second.strip()) == ("제목", "둘째")
    assert len(page_texts(_file([PageBreak()]))) == 1


@pytest.mark.parametrize("paper", [styles.A4, styles.LETTER, styles.A4.turned()])
def test_pages_have_the_size_that_is_wanted(paper: styles.Paper) -> None:
    with pypdfium2.PdfDocument(_file([Paragraph("글 " * 2000)], paper=paper)) as document:
        sizes = {document.get_page_size(number) for number in range(len(document))}
    assert all(size == pytest.approx((paper.width, paper.height), abs=0.01) for size in sizes)


def test_a_build_can_be_stopped_between_two_steps() -> None:
    work = build([Paragraph("글 " * 9000)], None, Description("제목", "", "", "ko"))
    assert 0 < next(work) < 1
    work.close()
    with pytest.raises(StopIteration):
        next(work)


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read as Linux tells it")
def test_three_hundred_pages_stay_below_500_mb() -> None:
    program = (  # the peak of this program alone: that of getrusage also counts what the tests held when they started it
        "from pathlib import Path; from tests.reports.test_document import long_report;"
        "print(long_report(), int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]) // 1024)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    pages, megabytes = map(int, told.split())
    assert pages >= 300
    assert megabytes < 500


def long_report() -> int:
    """Builds a long table; how many pages it fills."""
    rows = [
        [str(number), f"{number}번째 제안: 통학 시간 차 없는 거리, 그리고 그 다음 골목까지"] for number in range(8400)
    ]
    with pypdfium2.PdfDocument(_file([Table([Column("번호", 60), Column("제안")], rows)])) as document:
        return len(document)
