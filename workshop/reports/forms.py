"""What is filled in by hand on paper: fields to write on, boxes to sign in."""

from collections.abc import Sequence

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

_BOX_HEIGHT = 78.0
_BOX_GAP = 14.0
_LINE = 24.0  # points between two lines to write on
_LABEL_GAP = 10.0


class Field(Block):
    """A label and lines to write on; a value that is known stands on the first line.

    The label stands before the line, or above it where `label_width` is 0.
    """

    def __init__(
        self,
        label: str,
        *,
        value: str = "",
        lines: int = 1,
        label_width: float = 90,
        before: float = 6,
        language: str = "",
    ) -> None:
        self._label = Paragraph(label, style=styles.QUIET, language=language)
        self._value = Paragraph(value, language=language) if value else None
        self._lines = lines
        self._label_width = label_width
        self.before = before
        self.missing = self._label.missing | (self._value.missing if self._value else frozenset())

    def height(self, width: float) -> float:
        """Room to write by hand."""
        label = self._label.height(self._label_width or width)
        return max(label, self._lines * _LINE) if self._label_width else label + self._lines * _LINE

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Label, lines, value."""
        beside = self._label_width
        self._label.draw(pen, x, top + (0 if not beside else -(_LINE - styles.TEXT.leading)), beside or width)
        left = x + beside + (_LABEL_GAP if beside else 0)
        if not beside:
            top -= self._label.height(width)
        for line in range(1, self._lines + 1):
            y = top - line * _LINE
            pen.line((left, y + 1.5), (x + width, y + 1.5), thickness=styles.THIN_LINE, colour=styles.MUTED)
        if self._value is not None:
            self._value.draw(pen, left + 2, top - (_LINE - styles.TEXT.leading), x + width - left)


class SignatureBoxes(Block):
    """Boxes side by side to be signed on paper, each with the part its signer has."""

    def __init__(self, parts: Sequence[str], note: str, *, before: float = 0) -> None:
        self._parts = [(Paragraph(part, style=styles.SMALL), Paragraph(note, style=styles.SMALL)) for part in parts]
        self._tag = Tag("L", numbering="None")
        self._items = [(Tag("LI"), Tag("LBody")) for _ in parts]
        self.before = before
        self.missing = frozenset[str]().union(*(each.missing for pair in self._parts for each in pair))

    def height(self, width: float) -> float:
        """Of one row of boxes."""
        _ = width
        return _BOX_HEIGHT

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Thin boxes; the part above, the line to sign on below."""
        each = (width - _BOX_GAP * (len(self._parts) - 1)) / len(self._parts)
        with pen.inside(self._tag):
            for (part, note), (item, body) in zip(self._parts, self._items, strict=True):
                pen.box(x, top - _BOX_HEIGHT, each, _BOX_HEIGHT, edge=styles.RULE, radius=3)
                pen.line((x + 10, top - 57), (x + each - 10, top - 57), thickness=styles.THIN_LINE, colour=styles.RULE)
                with pen.inside(item), pen.inside(body):
                    part.draw(pen, x + 10, top - 8, each - 20)
                    note.draw(pen, x + 10, top - 60, each - 20)
                x += each + _BOX_GAP
