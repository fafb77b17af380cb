"""Features in the square of the Kano model."""

from workshop.charts.kano_map import KanoMap, KanoSpot
from workshop.reports import styles
from workshop.reports.blocks import Block
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle

_WIDE, _HIGH = 330.0, 190.0
_MARK = 13.0  # points: the height of a mark


class KanoShape(Block):
    """Numbered marks in four fields, whose names stand in the outer corners."""

    def __init__(self, chart: KanoMap, *, before: float = 8) -> None:
        self._chart = chart
        self._tag = Tag("Figure", alt=chart.told)
        self.before = before
        self.keeps = True

    def height(self, width: float) -> float:
        """The fields, and the words of the directions below."""
        _ = width
        return _HIGH + 2 * styles.SMALL.leading + 4

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Fields, names, directions, marks."""
        with pen.figure(self._tag, (x, top - self.height(width), x + min(width, _WIDE), top)):
            self._draw(pen, x, top, width)

    def _draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, low = min(width, _WIDE), top - _HIGH
        pen.box(x, low, wide, _HIGH, edge=styles.RULE, radius=3)
        for start, end in (
            ((x + wide / 2, low), (x + wide / 2, top)), ((x, low + _HIGH / 2), (x + wide, low + _HIGH / 2)),
        ):  # fmt: skip
            pen.line(start, end, thickness=styles.THIN_LINE, colour=styles.RULE)
        for right, up, name in self._chart.corners:
            across = _width(name, styles.SMALL)
            left = x + wide - across - 6 if right else x + 6
            pen.text(left, top - 12 if up else low + 6, name, styles.SMALL)
        across, upwards = self._chart.axes
        for line, words in enumerate((f"→ {across}", f"↑ {upwards}")):
            pen.text(x, low - 4 - (line + 0.72) * styles.SMALL.leading, words, styles.SMALL)
        for spot in self._chart.spots:
            self._draw_spot(pen, spot, x, low, wide)

    def _draw_spot(self, pen: Pen, spot: KanoSpot, x: float, low: float, wide: float) -> None:
        style = styles.SMALL_STRONG.in_colour(styles.PAPER)
        mark = max(_MARK, _width(spot.label, style) + 8)
        left = x + 2 + (wide - mark - 4) * spot.x
        base = low + 2 + (_HIGH - _MARK - 4) * spot.y
        pen.box(left, base, mark, _MARK, fill=styles.BAR, radius=_MARK / 2)
        pen.text(
            left + (mark - _width(spot.label, style)) / 2, base + _MARK / 2 - style.size * 0.355, spot.label, style
        )


def _width(words: str, style: TextStyle) -> float:
    return face(style.font).width(words, style.size)
