"""How options with a cost lie so that words and costs are seen whole, without scrolling."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fits, text_height
from workshop.ui.shared_screen.voting.options.grid import GAP, TALLEST, Grid

BOX = 34  # pixels: the box of what was taken
WEIGHT, COST_WEIGHT = 600, 700
_BETWEEN = 6  # pixels between two rows at least
_LEFT, _RIGHT, _PADDING = 20, 20, 5
_NARROWEST = 150  # pixels for words


@dataclass(frozen=True, slots=True)
class CostGrid(Grid):
    """A grid with the width of the column of costs."""

    cost: int


def choose_grid(look: Look, texts: Sequence[str], costs: Sequence[str], room: QSize) -> CostGrid:
    """The grid with the fewest pages in which every text and every cost is seen whole; of those, the one that reads best.

    Where a text fits nowhere, each has a page of its own to its full width.
    """
    found = list(_tried(look, texts, costs, room))
    if not found:
        size = look.size("small")
        return CostGrid(1, 1, room.height(), size, _cost_width(look, costs, size))
    return min(found, key=lambda grid: grid.pages(len(texts)))


def text_room(look: Look, grid: CostGrid, card: QSize) -> QRect:
    """Where the words of a card stand."""
    px = look.px
    width = card.width() - px(_LEFT) - px(16) - grid.cost - px(16) - px(BOX) - px(_RIGHT)
    return QRect(px(_LEFT), px(_PADDING), width, card.height() - 2 * px(_PADDING))


def note_font(look: Look) -> QFont:
    """The type of the word below a cost."""
    return make_font(round(look.px(16) * min(look.text, 150) / 100), 400)


def _tried(look: Look, texts: Sequence[str], costs: Sequence[str], room: QSize) -> Iterator[CostGrid]:
    px = look.px
    for columns in (2, 1, 3):
        for size in (look.size("body"), look.size("small")):
            font, width = make_font(size, WEIGHT), (room.width() - (columns - 1) * px(GAP)) // columns
            grid = CostGrid(columns, 1, 0, size, _cost_width(look, costs, size))
            inner = text_room(look, grid, QSize(width, room.height())).size()
            if inner.width() < px(_NARROWEST) or not all(fits(text, font, inner) for text in texts):
                continue
            words = max(text_height(text, font, inner.width()) for text in texts)
            cost = QFontMetrics(make_font(size, COST_WEIGHT)).height() + QFontMetrics(note_font(look)).height()
            least = max(px(TOUCH), words + 2 * px(_PADDING), cost + px(4))
            rows = min((room.height() + px(_BETWEEN)) // (least + px(_BETWEEN)), -(-len(texts) // columns))
            if rows >= 1:
                height = min((room.height() - (rows - 1) * px(_BETWEEN)) // rows, max(least, px(TALLEST)))
                yield CostGrid(columns, rows, height, size, grid.cost)


def _cost_width(look: Look, costs: Sequence[str], size: int) -> int:
    metrics = QFontMetrics(make_font(size, COST_WEIGHT))
    note = QFontMetrics(note_font(look)).horizontalAdvance(look.language.say("too dear"))
    return max(note, *(metrics.horizontalAdvance(cost) for cost in costs)) + look.px(2)
