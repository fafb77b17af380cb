"""Text in two languages side by side."""

from collections.abc import Sequence

from workshop.reports.blocks import Block, Space
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

Pair = tuple[Block, Block]


class SideBySide(Block):
    """Pairs of blocks that say the same in two languages; each pair begins on one height.

    Whoever hears it hears the whole of one side first, then the other, each in its language (codes as `ko`, `en`).
    """

    def __init__(
        self, pairs: Sequence[Pair], languages: tuple[str, str], *, gap: float = 24, before: float = 0
    ) -> None:
        self._pairs = tuple(pairs)
        self._gap = gap
        self._tags = Tag("Sect", language=languages[0]), Tag("Sect", language=languages[1])
        self.before = before
        self.missing = frozenset[str]().union(*(each.missing for pair in pairs for each in pair))

    def height(self, width: float) -> float:
        """All pairs with the spaces between."""
        return sum(self._lead(at) + self._tall(pair, width) for at, pair in enumerate(self._pairs))

    def least(self, width: float) -> float:
        """The least of the first pair; a heading takes the next pair along."""
        wide, need = self._each(width), 0.0
        for at, pair in enumerate(self._pairs):
            need += self._lead(at)
            if not any(block.keeps for block in pair):
                return need + max(block.least(wide) for block in pair)
            need += self._tall(pair, width)
        return need

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Broken between pairs or within both sides of one; never after a heading."""
        used = 0.0
        for at, pair in enumerate(self._pairs):
            used += self._lead(at)
            tall = self._tall(pair, width)
            if used + tall > room + 0.01:
                parts = self._split_pair(pair, width, room - used, force=force and not at)
                if parts:
                    return self._part((*self._pairs[:at], parts[0])), self._part((parts[1], *self._pairs[at + 1 :]))
                while at and any(block.keeps for block in self._pairs[at - 1]):
                    at -= 1
                return (self._part(self._pairs[:at]), self._part(self._pairs[at:])) if at else None
            used += tall
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The left side from the top down, then the right one."""
        wide = self._each(width)
        for side, tag in enumerate(self._tags):
            left, y = x + side * (wide + self._gap), top
            with pen.inside(tag):
                for at, pair in enumerate(self._pairs):
                    y -= self._lead(at)
                    pair[side].draw(pen, left, y, wide)
                    y -= self._tall(pair, width)

    def _each(self, width: float) -> float:
        return (width - self._gap) / 2

    def _tall(self, pair: Pair, width: float) -> float:
        wide = self._each(width)
        return max(block.height(wide) + block.after for block in pair)

    def _lead(self, at: int) -> float:
        return max(block.before for block in self._pairs[at]) if at else 0

    def _split_pair(self, pair: Pair, width: float, room: float, *, force: bool) -> tuple[Pair, Pair] | None:
        heads: list[Block] = []
        rests: list[Block] = []
        wide = self._each(width)
        for block in pair:
            if block.height(wide) <= room:
                heads.append(block)
                rests.append(Space())
                continue
            parts = block.split(wide, room, force=force)
            if parts is None:
                return None
            heads.append(parts[0])
            rests.append(parts[1])
        return (heads[0], heads[1]), (rests[0], rests[1])

    def _part(self, pairs: Sequence[Pair]) -> "SideBySide":
        part = SideBySide(pairs, ("", ""), gap=self._gap)
        part._tags = self._tags
        return part
