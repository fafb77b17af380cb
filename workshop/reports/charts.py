"""Charts as vectors from plain descriptions: bars with their values, and distributions over the steps of a scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.tables import Column, Table

_THICK = 10.5
_LEAST = 1.0  # a bar of something is never nothing
_BEFORE_VALUE = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, how much, how that is written, and whether it leads."""

    label: str
    value: int
    shown: str = ""
    leads: bool = False

    @property
    def words(self) -> str:
        """The value as it is written."""
        return self.shown or f"{self.value:,}"


class BarShape(Block):
    """A horizontal bar with its value at its end, measured against `most`."""

    def __init__(self, bar: Bar, most: int, *, room: float = 0) -> None:
        self._bar = bar
        self._most = max(most, 1)
        self._room = room or words_width(bar)

    def height(self, width: float) -> float:
        """One line of text."""
        _ = width
        return styles.TEXT.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Bar, then value."""
        middle = top - styles.TEXT.leading / 2
        length = (width - self._room) * self._bar.value / self._most
        if self._bar.value:
            colour = styles.BAR if self._bar.leads else styles.BAR_SOFT
            pen.box(x, middle - _THICK / 2, max(length, _LEAST), _THICK, fill=colour, radius=min(1, length / 2))
        pen.text(
            x + length + (_BEFORE_VALUE if self._bar.value else 0),
            middle - styles.STRONG.size * 0.355,
            self._bar.words,
            styles.STRONG,
        )


class Distribution(Block):
    """How answers spread over the steps of a scale: one bar of segments with their counts."""

    def __init__(self, counts: Sequence[int], colours: Sequence[str]) -> None:
        self._counts = tuple(counts)
        self._colours = tuple(colours)

    def height(self, width: float) -> float:
        """One line of text."""
        _ = width
        return styles.TEXT.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Segments from the lowest step to the highest, with a thin gap."""
        middle, total = top - styles.TEXT.leading / 2, sum(self._counts)
        if not total:
            pen.line((x, middle), (x + width, middle), thickness=styles.THIN_LINE, colour=styles.RULE)
            return
        for count, colour in zip(self._counts, self._colours, strict=True):
            if not count:
                continue
            wide = width * count / total
            pen.box(x, middle - _THICK / 2, max(wide - 0.8, 0.4), _THICK, fill=colour)
            words, style = f"{count:,}", styles.SMALL.in_colour(_ink_on(colour))
            across = face(style.font).width(words, style.size - 1)
            if across + 3 < wide:
                small = styles.TextStyle(style.font, style.size - 1, style.leading, style.colour)
                pen.text(x + (wide - 0.8 - across) / 2, middle - small.size * 0.355, words, small)
            x += wide


class Legend(Block):
    """The steps of a scale with their colours, in one or more lines."""

    def __init__(self, steps: Sequence[tuple[str, str]], *, before: float = 0) -> None:
        fitted = [(Paragraph(words, style=styles.SMALL), colour) for words, colour in steps]
        self._steps = [(step.text, colour) for step, colour in fitted]
        self.missing = frozenset[str]().union(*(step.missing for step, _ in fitted))
        self.before = before
        self.keeps = True

    def height(self, width: float) -> float:
        """Its lines."""
        return (1 + max((row for row, _, _, _ in self._placed(width)), default=0)) * styles.SMALL.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """A square and the words for each step."""
        for row, left, words, colour in self._placed(width):
            middle = top - (row + 0.5) * styles.SMALL.leading
            pen.box(x + left, middle - 3, 6, 6, fill=colour)
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


def words_width(bar: Bar) -> float:
    """The room that the value beside a bar takes."""
    return _BEFORE_VALUE + face(styles.STRONG.font).width(bar.words, styles.STRONG.size)


def bars(rows: Sequence[Bar], *, label_width: float = 170, before: float = 0, most: int = 0) -> Table:
    """Bars under one another without rules between, the longest for `most` (0: for the highest value)."""
    most = most or max((bar.value for bar in rows), default=0)
    room = max(map(words_width, rows), default=0)
    cells = [
        (Paragraph(bar.label, style=styles.STRONG if bar.leads else styles.TEXT), BarShape(bar, most, room=room))
        for bar in rows
    ]
    return Table(
        [Column("", label_width), Column("")], cells, header=False, ruled=False, padding=1.6, before=before, whole=220
    )


def step_colours(steps: int) -> tuple[str, ...]:
    """Colours for the steps of a scale, from disagreement to agreement."""
    if steps == len(styles.LIKERT):
        return styles.LIKERT
    last = len(styles.LIKERT) - 1
    return tuple(styles.LIKERT[round(step * last / max(steps - 1, 1))] for step in range(steps))


def _ink_on(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return styles.PAPER if red * 0.299 + green * 0.587 + blue * 0.114 < 140 else styles.INK
