"""How the options of a ballot lie so that their words and the marks beside them are seen whole, without scrolling."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.look import TOUCH, Look
from workshop.ui.shared_screen.parts import fits, text_height
from workshop.ui.shared_screen.voting.options.grid import GAP, TALLEST, Grid

BETWEEN = 6  # pixels between two rows at least
LEFT, RIGHT = 20, 6  # pixels between the frame of a card and what is in it
PADDING = 6  # above and below the words
WEIGHT = 600
_WIDER = (1.4, 1.2, 1.0)  # how wide a mark may be against what it needs
_ALONE = (44, 36)  # pixels: words of the only option there is
_ALONE_STRIP = 104


@dataclass(frozen=True, slots=True)
class MarkGrid(Grid):
    """A grid with the width of one mark, and whether the marks stand below the words instead of beside them."""

    mark: int
    is_stacked: bool
    strip: int = 0  # how high the marks are where they stand below


def choose_grid(look: Look, texts: Sequence[str], room: QSize, *, marks: int, width: int) -> MarkGrid:
    """The grid with the fewest pages in which every text is seen whole; of those, the one that reads best.

    `marks` is how many each option has, `width` how wide each of them has to be. Where a text fits nowhere, each has a page
    of its own to its full width.
    """
    alone = _alone(look, texts[0], room, marks, width) if len(texts) == 1 else ()
    found = list(alone) or list(_tried(look, texts, room, marks, width))
    if not found:
        mark = _below(look, room.width(), marks, width)
        return MarkGrid(1, 1, room.height(), look.size("small"), mark, True, look.px(TOUCH))
    return min(found, key=lambda grid: grid.pages(len(texts)))


def text_room(look: Look, grid: MarkGrid, width: int, height: int, marks: int) -> QSize:
    """The room for words on a card of this width and height."""
    px = look.px
    if grid.is_stacked:
        return QSize(width - 2 * px(LEFT), height - grid.strip - px(RIGHT) - 2 * px(PADDING))
    return QSize(width - px(LEFT) - marks * grid.mark - px(RIGHT) - px(12), height - 2 * px(PADDING))


def _tried(look: Look, texts: Sequence[str], room: QSize, marks: int, width: int) -> Iterator[MarkGrid]:
    for is_stacked in (False, True):
        for columns in (1, 2):
            for wider in _WIDER if not is_stacked else (1.0,):
                for size in (look.size("body"), look.size("small")):
                    grid = _fitting(look, texts, room, columns, size, marks, round(width * wider), is_stacked)
                    if grid is not None:
                        yield grid


def _fitting(
    look: Look, texts: Sequence[str], room: QSize, columns: int, size: int, marks: int, mark: int, is_stacked: bool
) -> MarkGrid | None:  # fmt: skip
    """Cards in so many columns, in as many rows as there is room for; none where a text or the marks do not fit."""
    px, font = look.px, make_font(size, WEIGHT)
    wide = (room.width() - (columns - 1) * px(GAP)) // columns
    if is_stacked:
        if marks * mark > wide - 2 * px(LEFT - RIGHT):
            return None
        mark = _below(look, wide, marks, mark)
    strip = px(TOUCH) if is_stacked else 0
    grid = MarkGrid(columns, 1, 0, size, mark, is_stacked, strip)
    inner = text_room(look, grid, wide, room.height(), marks)
    if inner.width() < px(160) or not all(fits(text, font, inner) for text in texts):
        return None
    words = max(text_height(text, font, inner.width()) for text in texts)
    least = max(px(TOUCH), words + (room.height() - inner.height()))
    rows = (room.height() + px(BETWEEN)) // (least + px(BETWEEN))
    if rows < 1:
        return None
    rows = min(rows, -(-len(texts) // columns))
    height = min((room.height() - (rows - 1) * px(BETWEEN)) // rows, max(least, px(TALLEST)))
    return MarkGrid(columns, rows, height, size, mark, is_stacked, strip)


def _alone(look: Look, text: str, room: QSize, marks: int, width: int) -> Iterator[MarkGrid]:
    """The only option there is: in large type, its marks below it."""
    mark = (room.width() - 2 * look.px(LEFT - RIGHT)) // marks
    if mark < width:
        return
    for pixels in _ALONE:
        size = max(look.px(pixels), look.size("body"))
        grid = MarkGrid(1, 1, 0, size, mark, True, look.px(_ALONE_STRIP))
        inner = text_room(look, grid, room.width(), room.height(), marks)
        if fits(text, make_font(size, WEIGHT), inner):
            words = text_height(text, make_font(size, WEIGHT), inner.width())
            high = min(room.height(), words + room.height() - inner.height() + look.px(64))
            yield replace(grid, height=high)
            return


def _below(look: Look, width: int, marks: int, least: int) -> int:
    """The width of a mark below the words: all the room, though not endlessly wide."""
    return min((width - 2 * look.px(LEFT - RIGHT)) // marks, max(least, look.px(240)))
