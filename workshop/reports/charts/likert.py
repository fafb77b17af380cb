"""Distributions over the steps of a scale, and the legend of the steps."""

from collections.abc import Sequence

from workshop.charts.likert import Likert, shades
from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.charts.bars import THICK
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

_GAP = 0.8  # points between two pieces


class LikertShape(Block):
    """How answers spread over the steps of a scale: one bar of pieces with their counts, leaning or stacked."""

    def __init__(self, likert: Likert, *, alt: str = "") -> None:
        self._likert = likert
        self._tag = Tag("Figure", alt=alt or likert.told)

    def height(self, width: float) -> float:
        """One line of text."""
        _ = width
        return styles.TEXT.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Pieces from the lowest step to the highest, with a thin gap; leaning ones around a line in the middle."""
        with pen.figure(self._tag, (x, top - styles.TEXT.leading, x + width, top)):
            self._draw(pen, x, top, width)

    def _draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        middle, likert = top - styles.TEXT.leading / 2, self._likert
        if not likert.n:
            pen.line((x, middle), (x + width, middle), thickness=styles.THIN_LINE, colour=styles.RULE)
            return
        if likert.diverging:
            across = x + width * likert.middle
            pen.line((across, middle - 7), (across, middle + 7), thickness=styles.THIN_LINE, colour=styles.MUTED)
        colours = step_colours(likert.counts)
        for piece in likert.segments:
            left, wide = x + piece.left * width, piece.width * width
            colour = colours[piece.step]
            pen.box(left, middle - THICK / 2, max(wide - _GAP, 0.4), THICK, fill=colour)
            words, style = f"{likert.counts[piece.step]:,}", styles.SMALL.in_colour(_ink_on(colour))
            across = face(style.font).width(words, style.size - 1)
            if across + 3 < wide:
                small = styles.TextStyle(style.font, style.size - 1, style.leading, style.colour)
                pen.text(left + (wide - _GAP - across) / 2, middle - small.size * 0.355, words, small)


class Legend(Block):
    """The steps of a scale with their colours, in one or more lines."""

    def __init__(self, steps: Sequence[tuple[str, str]], *, before: float = 0) -> None:
        fitted = [(Paragraph(words, style=styles.SMALL), colour) for words, colour in steps]
        self._steps = [(step.text, colour) for step, colour in fitted]
        self.missing = frozenset[str]().union(*(step.missing for step, _ in fitted))
        self._tag = Tag("L", numbering="None")
        self._items = [(Tag("LI"), Tag("LBody")) for _ in steps]
        self.before = before
        self.keeps = True

    def height(self, width: float) -> float:
        """Its lines."""
        return (1 + max((row for row, _, _, _ in self._placed(width)), default=0)) * styles.SMALL.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """A square and the words for each step."""
        with pen.inside(self._tag):
            for (row, left, words, colour), (item, body) in zip(self._placed(width), self._items, strict=True):
                middle = top - (row + 0.5) * styles.SMALL.leading
                pen.box(x + left, middle - 3, 6, 6, fill=colour)
                with pen.inside(item), pen.inside(body):
                    pen.text(x + left + 10, middle - styles.SMALL.size * 0.355, words, styles.SMALL)

    def _placed(self, width: float) -> list[tuple[int, float, str, str]]:
        placed: list[tuple[int, float, str, str]] = []
        row, left = 0, 0.0
        for words, colour in self._steps:
            wide = 10 + face(styles.SMALL.font).width(words, styles.SMALL.size)
            if left and left + wide > width:
                row, left = row + 1, 0.0
            placed.append((row, left, words, colour))
            left += wide + 16
        return placed


def step_colours(steps: Sequence[object]) -> tuple[str, ...]:
    """Colours for the steps of a scale, from disagreement to agreement."""
    return tuple(styles.LIKERT[shade - 1] for shade in shades(steps))


def _ink_on(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return styles.PAPER if red * 0.299 + green * 0.587 + blue * 0.114 < 140 else styles.INK
