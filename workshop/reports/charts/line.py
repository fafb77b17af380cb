"""A value over the phases: points with their figures, joined where nothing is missing between them."""

import itertools

from workshop.charts.line import Line, Point
from workshop.reports import styles
from workshop.reports.blocks import Block
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle

_CURVE = 84.0  # points of height in which the curve runs
_ABOVE = 20.0
_RADIUS = 2.8


class LineShape(Block):
    """Small: it shows a direction, the figures at the points say the rest."""

    def __init__(self, line: Line, *, before: float = 6, widest: float = 330, alt: str = "") -> None:
        self._line = line
        self._tag = Tag("Figure", alt=alt or line.told)
        self._widest = widest
        self.before = before

    def height(self, width: float) -> float:
        """Figures, curve, and two lines of words below."""
        _ = width
        return _ABOVE + _CURVE + 4 + 2 * styles.SMALL.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Ground line, target, curve, figures, labels."""
        with pen.figure(self._tag, (x, top - self.height(width), x + min(width, self._widest), top)):
            self._draw(pen, x, top, width)

    def _draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, floor = min(width, self._widest), top - _ABOVE - _CURVE
        pen.line((x, floor), (x + wide, floor), thickness=styles.THIN_LINE, colour=styles.MUTED)
        for level in self._line.levels:
            height = floor + self._line.height_of(level.value) * _CURVE
            pen.line((x, height), (x + wide, height), thickness=styles.THIN_LINE, colour=styles.RULE)
            room = wide - face(styles.SMALL.font).width(level.words, styles.SMALL.size) if level.right else 0
            pen.text(x + room, height - 8 if level.below else height + 3, level.words, styles.SMALL)
        for run in self._line.runs:
            self._draw_run(pen, run, x, wide, floor)
        for reading, share in zip(self._line.readings, self._line.places, strict=True):
            for place, (words, style) in enumerate(
                ((reading.label, styles.SMALL_STRONG), (reading.note, styles.SMALL))
            ):
                base = floor - 4 - (place + 0.75) * styles.SMALL.leading
                _centred(pen, x + share * wide, base, words, style)

    def _draw_run(self, pen: Pen, run: list[Point], x: float, wide: float, floor: float) -> None:
        places = [(x + point.x * wide, floor + point.y * _CURVE) for point in run]
        for start, end in itertools.pairwise(places):
            pen.line(start, end, thickness=1.4, colour=styles.BAR)
        for point, (across, up) in zip(run, places, strict=True):
            pen.box(across - _RADIUS, up - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, fill=styles.BAR, radius=_RADIUS)
            beside = -13 if self._line.is_below_level(point) else 6
            _centred(pen, across, up + beside, point.reading.told, styles.STRONG)


def _centred(pen: Pen, x: float, y: float, words: str, style: TextStyle) -> None:
    pen.text(x - face(style.font).width(words, style.size) / 2, y, words, style)
