"""Values on their scale, with the bands of its grades and what they are held against."""

from workshop.charts.scale import Scale, Stretch
from workshop.reports import styles
from workshop.reports.blocks import Block
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle

_THICK = 6.0
_RADIUS = 4.0
_GAP = 0.8  # points between two bands
_ABOVE = 8.0  # from the top to the middle of the bands
_BELOW = 4.0  # between the figures and what follows


class ScaleShape(Block):
    """The band of the last value is told by the weight of its name too; earlier values are hollow marks."""

    def __init__(self, scale: Scale, *, before: float = 6, widest: float = 330, alt: str = "") -> None:
        self._scale = scale
        self._tag = Tag("Figure", alt=alt or scale.told)
        self._widest = widest
        self.before = before
        self.keeps = True

    def height(self, width: float) -> float:
        """Marks and bands, their names, the figures of the scale."""
        _ = width
        return _ABOVE + _THICK / 2 + 4 + (2 if self._scale.bands else 1) * styles.SMALL.leading + _BELOW

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Bands, what they are held against, values, words."""
        with pen.figure(self._tag, (x, top - self.height(width), x + min(width, self._widest), top)):
            self._draw(pen, x, top, width)

    def _draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        left, wide, middle = x + _RADIUS, min(width, self._widest) - 2 * _RADIUS, top - _ABOVE
        if not self._scale.bands:
            pen.box(left, middle - _THICK / 2, wide, _THICK, fill=styles.HAIRLINE)
        for stretch in self._scale.stretches:
            self._draw_band(pen, stretch, left, wide, middle)
        if self._scale.target is not None:
            at = left + wide * self._scale.place_of(self._scale.target)
            pen.line((at, middle - 6), (at, middle + 6), thickness=styles.STRONG_LINE, colour=styles.MUTED)
        for place, value in enumerate(self._scale.values, start=1):
            at = left + wide * self._scale.place_of(value)
            _mark(pen, at, middle, filled=place == len(self._scale.values))
        self._draw_figures(pen, left, wide, middle)

    def _draw_band(self, pen: Pen, stretch: Stretch, left: float, wide: float, middle: float) -> None:
        start, length = left + wide * stretch.left, wide * stretch.width - _GAP
        fill = styles.BAR_SOFT if stretch.holds else styles.HAIRLINE
        pen.box(start, middle - _THICK / 2, length, _THICK, fill=fill)
        style = styles.SMALL_STRONG if stretch.holds else styles.SMALL
        across = _width(stretch.band.name, style)
        pen.text(start + (length - across) / 2, self._base(middle, 0), stretch.band.name, style)

    def _draw_figures(self, pen: Pen, left: float, wide: float, middle: float) -> None:
        """The ends of the scale; what the values are held against comes first where not all have room."""
        scale, base = self._scale, self._base(middle, 1 if self._scale.bands else 0)
        marks = list(zip((scale.low, scale.high), scale.ends, strict=True))
        if scale.target is not None:
            marks.insert(0, (scale.target, scale.target_text))
        taken: list[tuple[float, float]] = []
        for value, words in marks:
            size = _width(words, styles.SMALL)
            start = min(
                max(left + wide * scale.place_of(value) - size / 2, left - _RADIUS), left + wide + _RADIUS - size
            )
            if all(start > end + 4 or start + size < begin - 4 for begin, end in taken):
                taken.append((start, start + size))
                pen.text(start, base, words, styles.SMALL)

    def _base(self, middle: float, line: int) -> float:
        return middle - _THICK / 2 - 4 - (line + 0.72) * styles.SMALL.leading


def _mark(pen: Pen, at: float, middle: float, *, filled: bool) -> None:
    for radius, fill in ((_RADIUS, styles.BAR), *(() if filled else ((_RADIUS - 1.2, styles.PAPER),))):
        pen.box(at - radius, middle - radius, 2 * radius, 2 * radius, fill=fill, radius=radius)


def _width(words: str, style: TextStyle) -> float:
    return face(style.font).width(words, style.size)
