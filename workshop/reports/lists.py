"""Lists: marked or numbered items, and boxes to tick."""

from collections.abc import Sequence

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph, Stack
from workshop.reports.fonts import face
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle

_GAP = 7.0  # points between a mark and its item


class Item(Block):
    """One item of a list: its mark stays beside its first line; what is behind it may run over pages."""

    def __init__(self, mark: str, body: Block, style: TextStyle, indent: float) -> None:
        self._mark = mark
        self._body = body
        self._style = style
        self._indent = indent
        self._tags = Tag("LI"), Tag("Lbl"), Tag("LBody")
        self.before = body.before
        self.missing = body.missing

    def height(self, width: float) -> float:
        """That of the body, one line at least."""
        return max(self._body.height(width - self._indent), self._style.leading)

    def least(self, width: float) -> float:
        """The least of the body."""
        return self._body.least(width - self._indent)

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Broken where the body is."""
        parts = self._body.split(width - self._indent, room, force=force)
        return parts and (self._part(parts[0], self._mark), self._part(parts[1], ""))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The mark, then the body."""
        whole, mark, body = self._tags
        base = top - self._style.leading / 2 - self._style.size * 0.355
        with pen.inside(whole):
            if self._mark:
                with pen.inside(mark):
                    pen.text(x, base, self._mark, self._style)
            with pen.inside(body):
                self._body.draw(pen, x + self._indent, top, width - self._indent)

    def _part(self, body: Block, mark: str) -> "Item":
        part = Item(mark, body, self._style, self._indent)
        part._tags = self._tags
        part.before = 0
        return part


class Bullets(Stack):
    """A list with a dot before each item, or with numbers. Items are blocks or plain text."""

    def __init__(
        self, items: Sequence[Block | str], *, numbered: bool = False, style: TextStyle = styles.TEXT,
        between: float = 2, before: float = 0,
    ) -> None:  # fmt: skip
        marks = [f"{number}." for number in range(1, len(items) + 1)] if numbered else ["•"] * len(items)
        super().__init__(
            *_items(items, marks, style, between),
            before=before,
            tag=Tag("L", numbering="Decimal" if numbered else "Disc"),
        )


class CheckBoxes(Stack):
    """Boxes to tick, one under another; each a text and whether it is ticked already."""

    def __init__(
        self, items: Sequence[tuple[Block | str, bool]], *, style: TextStyle = styles.TEXT, between: float = 3,
        before: float = 0,
    ) -> None:  # fmt: skip
        marks = ["☑" if ticked else "☐" for _, ticked in items]
        bodies = [body for body, _ in items]
        super().__init__(*_items(bodies, marks, style, between), before=before, tag=Tag("L", numbering="None"))


class CheckBox(CheckBoxes):
    """One box to tick beside its text."""

    def __init__(
        self, text: Block | str, *, ticked: bool = False, style: TextStyle = styles.TEXT, before: float = 0
    ) -> None:
        super().__init__([(text, ticked)], style=style, before=before)


def _items(bodies: Sequence[Block | str], marks: Sequence[str], style: TextStyle, between: float) -> list[Block]:
    indent = max((face(style.font).width(mark, style.size) for mark in marks), default=0) + _GAP
    items: list[Block] = []
    for given, mark in zip(bodies, marks, strict=True):
        body = Paragraph(given, style=style) if isinstance(given, str) else given
        body.before = between
        items.append(Item(mark, body, style, indent))
    return items
