"""A page with a border: what is above stands at its top, what is below at its foot."""

from collections.abc import Sequence

from workshop.reports import styles
from workshop.reports.blocks import Block, Stack
from workshop.reports.paper import Pen

INSET = 44.0
"""Points from the border to what is written."""

_BETWEEN = 4.0  # points from the strong line to the thin one within
_LEAST_GAP = 24.0


class Bordered(Block):
    """Blocks in a double border that fills the room given; `fits` says whether there is room for all of them."""

    def __init__(self, above: Sequence[Block], below: Sequence[Block], room: tuple[float, float]) -> None:
        self._above, self._below = Stack(*above), Stack(*below)
        self._width, self._height = room
        self.missing = self._above.missing | self._below.missing

    @property
    def fits(self) -> bool:
        """Whether everything stands inside the border."""
        inner = self._width - 2 * INSET
        return self._above.height(inner) + self._below.height(inner) + 2 * INSET + _LEAST_GAP <= self._height

    def height(self, width: float) -> float:
        """That of the room."""
        _ = width
        return self._height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The border, then what is in it."""
        with pen.artifact():
            pen.box(x, top - self._height, width, self._height, edge=styles.BAR)
            inner = _BETWEEN
            pen.box(
                x + inner, top - self._height + inner, width - 2 * inner, self._height - 2 * inner, edge=styles.BAR_SOFT
            )
        wide = width - 2 * INSET
        self._above.draw(pen, x + INSET, top - INSET, wide)
        self._below.draw(pen, x + INSET, top - self._height + INSET + self._below.height(wide), wide)
