"""How many columns, rows and pages a ballot needs so that every option can be read and touched without scrolling."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fits
from workshop.ui.shared_screen.voting.option_card import beside

GAP = 12  # pixels between cards
TALLEST = 96


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards on one page, their height and size of type in pixels."""

    columns: int
    rows: int
    height: int
    size: int

    @property
    def per_page(self) -> int:
        """How many cards a page holds."""
        return self.columns * self.rows

    def pages(self, count: int) -> int:
        """How many pages so many options need."""
        return max(1, -(-count // self.per_page))


def choose_grid(look: Look, texts: Sequence[str], room: QSize, *, approval: bool, most: int) -> Grid:
    """The grid with the fewest pages in which every text is seen whole; of those, the one with the largest cards.

    Where a text fits nowhere, each has a page of its own to its full width.
    """
    found: list[tuple[int, int, Grid]] = []
    sizes = [look.size("body"), look.size("small")]
    for columns in (2, 1, 3, 4):
        for rows in range(1, max(1, room.height() // (look.px(TOUCH) + look.px(8))) + 1):
            grid = _fitting(look, texts, room, columns, rows, sizes, approval=approval, most=most)
            if grid is not None:
                found.append((grid.pages(len(texts)), _order(columns, rows), grid))
    if not found:
        return Grid(1, 1, room.height(), sizes[-1])
    return min(found, key=lambda one: one[:2])[2]


def _order(columns: int, rows: int) -> int:
    """Two columns read best, and fewer rows are taller."""
    return (2, 1, 3, 4).index(columns) * 100 + rows


def _fitting(
    look: Look,
    texts: Sequence[str],
    room: QSize,
    columns: int,
    rows: int,
    sizes: Sequence[int],
    *,
    approval: bool,
    most: int,
) -> Grid | None:
    gap = look.px(GAP if columns < 4 else 8)
    width = (room.width() - (columns - 1) * gap) // columns
    height = min((room.height() - (rows - 1) * look.px(8)) // rows, max(look.px(TALLEST), room.height() // 2))
    height = min(height, look.px(TALLEST)) if rows > 2 else height
    inner = QSize(width - look.px(22) - beside(look, width, approval=approval, most=most), height - look.px(10))
    size = next((size for size in sizes if all(fits(text, make_font(size, 600), inner) for text in texts)), None)
    return None if size is None or height < look.px(TOUCH) else Grid(columns, rows, height, size)
