"""Pages: headings stay with their text, paragraphs leave no line alone, nothing hangs over the edge."""

from collections.abc import Sequence

import pytest

from workshop.reports.blocks import Block, Heading, Paragraph, Space
from workshop.reports.document import Page, lay_out

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
