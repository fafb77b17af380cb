"""What ballot papers are made of: boxes to cross, with a word under each that has one, and lines to cut along."""

from collections.abc import Sequence

from workshop.reports import styles
from workshop.reports.blocks import Block
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

_SIDE = 17.0
_GAP = 9.0
_STROKE = 3.0


class Boxes(Block):
    """Empty boxes; a word stands below its box, in the middle."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = tuple(labels)
        self._tag = Tag("P", actual=" ".join(label or "☐" for label in labels))

    @staticmethod
    def width(labels: Sequence[str]) -> float:
        """The room that boxes with these words need, in points."""
        return sum(_wide(label) for label in labels) + _GAP * (len(labels) - 1)

    def height(self, width: float) -> float:
        """A box, and a line where there are words."""
        _ = width
        return _SIDE + (styles.SMALL.leading if any(self._labels) else 1)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From left to right."""
        _ = width
        look = styles.SMALL
        with pen.inside(self._tag):
            for label in self._labels:
                wide = _wide(label)
                pen.box(x + (wide - _SIDE) / 2, top - _SIDE, _SIDE, _SIDE, edge=styles.INK, radius=2)
                if label:
                    across = x + (wide - face(look.font).width(label, look.size)) / 2
                    pen.text(across, top - _SIDE - look.leading + 3.5, label, look)
                x += wide + _GAP


class CutLine(Block):
    """A broken line from edge to edge of the text, to cut along."""

    def __init__(self, *, before: float = 0) -> None:
        self.before = before

    def height(self, width: float) -> float:
        """Its thickness."""
        _ = width
        return styles.THIN_LINE

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Short strokes."""
        with pen.artifact():
            at = x
            while at < x + width:
                end = (min(at + _STROKE, x + width), top)
                pen.line((at, top), end, thickness=styles.THIN_LINE, colour=styles.MUTED)
                at += 2 * _STROKE


def _wide(label: str) -> float:
    return max(_SIDE, face(styles.SMALL.font).width(label, styles.SMALL.size))
