"""How many columns, rows and pages a ballot needs, so that every option can be read and touched without scrolling."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fits

GAP = 12  # pixels between cards
TALLEST = 96
_COLUMNS = (2, 1, 3, 4)  # two read best
_BETWEEN = 6  # pixels between two rows at least


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


def gap_of(look: Look, columns: int) -> int:
    """The space between the cards of a row."""
    return look.px(GAP if columns < 4 else 8)


def choose_grid(look: Look, texts: Sequence[str], room: QSize, beside: Callable[[int], int]) -> Grid:
    """The grid with the fewest pages in which every text is seen whole; of those, the one that reads best.

    `beside` tells how much of a card of some width is not for its words. Where a text fits nowhere, each has a page of its
    own to its full width.
    """
    rows = range(1, max(1, room.height() // (look.px(TOUCH) + look.px(_BETWEEN))) + 1)
    tried = (_fitting(look, texts, room, columns, count, beside) for columns in _COLUMNS for count in rows)
    found = [grid for grid in tried if grid is not None]
    if not found:
        return Grid(1, 1, room.height(), look.size("small"))
    return min(found, key=lambda grid: grid.pages(len(texts)))


def _fitting(
    look: Look, texts: Sequence[str], room: QSize, columns: int, rows: int, beside: Callable[[int], int]
) -> Grid | None:
    """The cards in so many columns and rows, in the larger type in which all texts fit."""
    width = (room.width() - (columns - 1) * gap_of(look, columns)) // columns
    height = (room.height() - (rows - 1) * look.px(_BETWEEN)) // rows
    height = min(height, look.px(TALLEST) if rows > 2 else max(look.px(TALLEST), room.height() // 2))
    inner = QSize(width - beside(width), height - look.px(10))
    sizes = (look.size("body"), look.size("small"))
    size = next((size for size in sizes if all(fits(text, make_font(size, 600), inner) for text in texts)), None)
    return None if size is None or height < look.px(TOUCH) else Grid(columns, rows, height, size)
