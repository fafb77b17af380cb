"""Numbers on a line: one dot for each answer, the median marked."""

from workshop.charts.dot_strip import DotStrip
from workshop.reports import styles
from workshop.reports.blocks import Block
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

_SIDE = 6.0  # points, the room of one dot
_HIGHEST = 12  # dots above each other before they move closer


class DotStripShape(Block):
    """Only for groups that may be shown: a dot is a person, if one without a name."""

    def __init__(self, strip: DotStrip, median: str, *, before: float = 4, widest: float = 330, alt: str = "") -> None:
        self._strip = strip
        self._tag = Tag("Figure", alt=alt or strip.told)
        self._median = median  # the median in words
        self._widest = widest
        self.before = before

    def height(self, width: float) -> float:
        """As high as the highest pile, with the figures below."""
        return min(self._levels(width), _HIGHEST) * _SIDE + 4 + styles.SMALL.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The line with its ends, the dots above it, the median."""
        with pen.figure(self._tag, (x, top - self.height(width), x + min(width, self._widest), top)):
            self._draw(pen, x, top, width)

    def _draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, strip = min(width, self._widest), self._strip
        floor = top - self.height(width) + styles.SMALL.leading + 2
        pen.line((x, floor), (x + wide, floor), thickness=styles.THIN_LINE, colour=styles.MUTED)
        step = min(_SIDE, _HIGHEST * _SIDE / self._levels(width))
        for dot in strip.dots(self._columns(width)):
            across = x + _SIDE / 2 + dot.x * (wide - _SIDE)
            pen.box(across - 2.4, floor + 1 + dot.level * step, 4.8, 4.8, fill=styles.BAR, radius=2.4)
        self._draw_figures(pen, x, floor, wide)

    def _draw_figures(self, pen: Pen, x: float, floor: float, wide: float) -> None:
        strip, base = self._strip, floor - styles.SMALL.leading + 3
        measure = face(styles.SMALL.font).width
        taken: list[tuple[float, float]] = []
        marks = [(strip.low, f"{strip.low:g}"), (strip.high, f"{strip.high:g}")]
        if strip.middle is not None:
            across = x + _SIDE / 2 + strip.place_of(strip.middle) * (wide - _SIDE)
            pen.line((across, floor + 1), (across, floor - 3), thickness=1, colour=styles.INK)
            marks.insert(0, (strip.middle, self._median))
        for value, words in marks:
            size = measure(words, styles.SMALL.size)
            left = min(max(x + strip.place_of(value) * wide - size / 2, x), x + wide - size)
            if all(left > end + 4 or left + size < begin - 4 for begin, end in taken):
                taken.append((left, left + size))
                pen.text(left, base, words, styles.SMALL)

    def _columns(self, width: float) -> int:
        return max(2, int(min(width, self._widest) / _SIDE))

    def _levels(self, width: float) -> int:
        return 1 + max((dot.level for dot in self._strip.dots(self._columns(width))), default=0)
