"""Bars with their values, under one another."""

from collections.abc import Sequence

from workshop.charts.bars import Bar, lengths
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag
from workshop.reports.tables import Column, Table

THICK = 10.5
_LEAST = 1.0  # a bar of something is never nothing
_BEFORE_VALUE = 6.0


class BarShape(Block):
    """A horizontal bar with its value at its end; `length` is 0 to 1, `room` what the longest value takes.

    The value is text, so the bar only decorates: it stands in a table beside what it is the value of.
    """

    def __init__(self, bar: Bar, length: float, *, room: float = 0) -> None:
        self._bar = bar
        self._length = length
        self._room = room or words_width(bar)
        self._tag = Tag("P")

    def height(self, width: float) -> float:
        """One line of text."""
        _ = width
        return styles.TEXT.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Bar, then value."""
        middle = top - styles.TEXT.leading / 2
        length = (width - self._room) * self._length
        if self._bar.value:
            colour = styles.BAR if self._bar.first else styles.BAR_SOFT
            pen.box(x, middle - THICK / 2, max(length, _LEAST), THICK, fill=colour, radius=min(1, length / 2))
        across = x + length + (_BEFORE_VALUE if self._bar.value else 0)
        with pen.inside(self._tag):
            pen.text(across, middle - styles.STRONG.size * 0.355, self._bar.told, styles.STRONG)


def words_width(bar: Bar) -> float:
    """The room that the value beside a bar takes."""
    return _BEFORE_VALUE + face(styles.STRONG.font).width(bar.told, styles.STRONG.size)


def bar_table(rows: Sequence[Bar], *, label_width: float = 170, before: float = 0, most: int = 0) -> Table:
    """Bars under one another without rules between, measured against `most` or the highest value."""
    room = max(map(words_width, rows), default=0)
    cells = [
        (Paragraph(bar.label, style=styles.STRONG if bar.first else styles.TEXT), BarShape(bar, length, room=room))
        for bar, length in zip(rows, lengths(rows, most=most), strict=True)
    ]
    return Table(
        [Column("", label_width, names=True), Column("")],
        cells,
        header=False,
        ruled=False,
        padding=1.6,
        before=before,
        whole=220,
    )
