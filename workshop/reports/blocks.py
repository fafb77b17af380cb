"""What a report is laid out from: blocks that know their height, where they may be broken, and how they are drawn."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from workshop.reports import styles
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag
from workshop.reports.styles import TextStyle
from workshop.reports.text import Line, Piece, Span, break_lines, fit, language_of

FEWEST_LINES = 2  # of a paragraph before and after a page break


class Block(ABC):
    """Something with a height on paper. Lengths are points.

    `before` is the space above it, dropped at the top of a page, `after` the least space below it; `keeps` ties it to what
    follows; `missing` holds the characters of its text that the fonts lack.

    A block tags what it draws: words with a `Tag` of its own that its parts after a page break share.
    """

    before: float = 0
    after: float = 0
    keeps: bool = False
    missing: frozenset[str] = frozenset()

    @abstractmethod
    def height(self, width: float) -> float:
        """Its height at this width, without `before`."""

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it downwards from `top`."""

    def least(self, width: float) -> float:
        """The height of the smallest part of it that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float, *, force: bool = False) -> "tuple[Block, Block] | None":
        """A part that fits the room and the rest, or none; `force` breaks it even where that is not pretty."""
        _ = width, room, force
        return None


class Lines(Block):
    """Lines that are broken already, of one part of the document."""

    def __init__(self, lines: Sequence[Line], style: TextStyle, tag: Tag, *, shift: float = 0) -> None:
        self._lines = tuple(lines)
        self._style = style
        self._tag = tag
        self._shift = shift  # how much of the room that a line leaves stands before it: 0 left-aligned, 1 right-aligned

    @property
    def last_width(self) -> float:
        """The width of the last line."""
        return self._lines[-1].width

    def height(self, width: float) -> float:
        """One leading for each line."""
        _ = width
        return len(self._lines) * self._style.leading

    def least(self, width: float) -> float:
        """Two lines, or all of three."""
        _ = width
        few = len(self._lines) if len(self._lines) <= FEWEST_LINES + 1 else FEWEST_LINES
        return few * self._style.leading

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Broken between lines, two at least on either side."""
        _ = width
        few = 1 if force else FEWEST_LINES
        fitting = min(int((room + 0.01) / self._style.leading), len(self._lines) - few)
        if fitting < few:
            return None
        head, rest = self._lines[:fitting], self._lines[fitting:]
        return (
            Lines(head, self._style, self._tag, shift=self._shift),
            Lines(rest, self._style, self._tag, shift=self._shift),
        )

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Each line on its base line, the ink in the middle of the leading."""
        y = top - self._style.leading / 2 - self._style.size * 0.355
        with pen.inside(self._tag):
            for line in self._lines:
                start = x + (width - line.width) * self._shift
                for piece in line.pieces:
                    self._draw_piece(pen, start + piece.x, y, piece)
                y -= self._style.leading

    def _draw_piece(self, pen: Pen, x: float, y: float, piece: Piece) -> None:
        if piece.tag is None:
            pen.text(x, y, piece.text, piece.style)
            return
        with pen.inside(piece.tag):
            pen.text(x, y, piece.text, piece.style)
            if piece.link:
                size = piece.style.size
                box = (x, y - size * 0.25, x + piece.width, y + size * 0.85)
                pen.link(box, piece.link, piece.text.strip())


class Paragraph(Block):
    """Text, left-aligned, right-aligned for numbers, centred on certificates; spans may differ in weight, colour and language.

    `language` is the code of its language where that is not the document's (Korean is seen by itself); `kind` the structure
    type. It is not broken where it is no taller than `whole`.
    """

    def __init__(
        self, *spans: Span | str, style: TextStyle = styles.TEXT, right: bool = False, centred: bool = False, before: float = 0,
        keeps: bool = False, indent: float = 0, language: str = "", kind: str = "P", whole: float = 0,
    ) -> None:  # fmt: skip
        figures = right and any(sign.isdecimal() for span in spans if isinstance(span, str) for sign in span)
        style = style.tabular() if figures else style
        given = [span if isinstance(span, Span) else Span(span, style) for span in spans]
        fitted = [fit(span.text) for span in given]
        self._spans = tuple(span.saying(text).tagged() for span, (text, _) in zip(given, fitted, strict=True))
        self.missing = frozenset[str]().union(*(missing for _, missing in fitted))
        self.before = before
        self.keeps = keeps
        self._style = style
        self._shift = 1.0 if right else 0.5 if centred else 0.0
        self._indent = indent
        self._whole = whole
        self._tag = Tag(kind, language=language or language_of(self.text))
        self._set: tuple[float, Lines] | None = None

    @property
    def text(self) -> str:
        """Its text as it is drawn."""
        return "".join(span.text for span in self._spans)

    @property
    def tag(self) -> Tag:
        """What it is, over all its pages."""
        return self._tag

    def lines(self, width: float) -> Lines:
        """It broken at this width."""
        if self._set is None or self._set[0] != width:
            broken = break_lines(self._spans, width - self._indent)
            self._set = width, Lines(broken, self._style, self._tag, shift=self._shift)
        return self._set[1]

    def height(self, width: float) -> float:
        """The height of its lines."""
        return self.lines(width).height(width)

    def least(self, width: float) -> float:
        """Two lines, or all of three, or of a few."""
        tall = self.height(width)
        return tall if tall <= self._whole else self.lines(width).least(width)

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Broken between lines."""
        parts = self.lines(width).split(width, room, force=force)
        return parts and (Indented(parts[0], self._indent), Indented(parts[1], self._indent))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Its lines."""
        self.lines(width).draw(pen, x + self._indent, top, width - self._indent)


class Heading(Paragraph):
    """A heading that stays with what follows and stands in the outline and the table of contents.

    Levels count from 0; above them stands only the title of the document (`Title`).
    """

    def __init__(
        self, text: str, *, number: str = "", level: int = 0, colour: str = styles.INK, language: str = ""
    ) -> None:
        style = (styles.HEADING if level == 0 else styles.SUBHEADING).in_colour(colour)
        before = styles.BEFORE_HEADING if level == 0 else styles.BEFORE_SUBHEADING
        spans = (*([f"{number}\u2002"] if number else []), text)
        super().__init__(*spans, style=style, before=before, keeps=True, language=language, kind=f"H{level + 2}")
        self.after = styles.AFTER_HEADING if level == 0 else styles.AFTER_SUBHEADING
        self.title = " ".join(self.text.split())
        self.level = level

    @property
    def name(self) -> str:
        """What links to it name it."""
        return f"heading-{id(self)}"

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Never but where it is taller than a page."""
        return super().split(width, room, force=True) if force else None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The text with its bookmark."""
        pen.bookmark(self.title, level=self.level, top=top + 8)
        pen.place(self.name, top + 8)
        super().draw(pen, x, top, width)


class Title(Paragraph):
    """The title of the document, once."""

    def __init__(self, text: str, *, before: float = 0, language: str = "") -> None:
        super().__init__(text, style=styles.TITLE, before=before, language=language, kind="H1")


class Indented(Block):
    """A block moved to the right."""

    def __init__(self, inner: Block, by: float) -> None:
        self._inner = inner
        self._by = by
        self.missing = inner.missing
        self.before, self.keeps = inner.before, inner.keeps

    def height(self, width: float) -> float:
        """As the block inside."""
        return self._inner.height(width - self._by)

    def least(self, width: float) -> float:
        """As the block inside."""
        return self._inner.least(width - self._by)

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """As the block inside."""
        parts = self._inner.split(width - self._by, room, force=force)
        return parts and (Indented(parts[0], self._by), Indented(parts[1], self._by))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The block inside."""
        self._inner.draw(pen, x + self._by, top, width - self._by)


class Stack(Block):
    """Blocks under one another, as in a cell; an empty stack has no height."""

    def __init__(self, *blocks: Block, before: float = 0, keeps: bool = False, tag: Tag | None = None) -> None:
        self._blocks = blocks
        self._tag = tag
        self.before = before
        self.keeps = keeps
        self.missing = frozenset[str]().union(*(block.missing for block in blocks))

    def height(self, width: float) -> float:
        """All heights with the spaces between."""
        return sum(self._spaced(at, width) for at in range(len(self._blocks)))

    def least(self, width: float) -> float:
        """The least of the first block."""
        return self._blocks[0].least(width) if self._blocks else 0

    def split(self, width: float, room: float, *, force: bool = False) -> tuple[Block, Block] | None:
        """Broken between its blocks or within one."""
        used = 0.0
        for at, block in enumerate(self._blocks):
            need = self._spaced(at, width)
            if used + need > room + 0.01:
                lead = need - block.height(width)
                parts = block.split(width, room - used - lead, force=force)
                head = (*self._blocks[:at], *([_spaced(parts[0], block.before)] if parts else []))
                rest = (parts[1] if parts else block, *self._blocks[at + 1 :])
                return (Stack(*head, tag=self._tag), Stack(*rest, tag=self._tag)) if head else None
            used += need
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From the top down."""
        with pen.inside(self._tag):
            for at, block in enumerate(self._blocks):
                need = self._spaced(at, width)
                block.draw(pen, x, top - (need - block.height(width)), width)
                top -= need

    def _spaced(self, at: int, width: float) -> float:
        block = self._blocks[at]
        return block.height(width) + (block.before if at else 0)


class Space(Block):
    """Empty room."""

    def __init__(self, height: float = 0) -> None:
        self._height = height

    def height(self, width: float) -> float:
        """As given."""
        _ = width
        return self._height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing."""


class PageBreak(Space):
    """What follows begins a new page."""


class Rule(Block):
    """A line over the whole width."""

    def __init__(self, *, thickness: float = styles.THIN_LINE, colour: str = styles.RULE, before: float = 0) -> None:
        self._thickness = thickness
        self._colour = colour
        self.before = before
        self.keeps = False

    def height(self, width: float) -> float:
        """Its thickness."""
        _ = width
        return self._thickness

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The line."""
        pen.line((x, top), (x + width, top), thickness=self._thickness, colour=self._colour)


class Columns(Block):
    """Blocks side by side with equal widths; never broken."""

    def __init__(self, *blocks: Block, gap: float = 24, before: float = 0, places: int = 0) -> None:
        self._blocks = blocks
        self._gap = gap
        self._places = max(places, len(blocks))
        self.before = before
        self.missing = frozenset[str]().union(*(block.missing for block in blocks))

    def height(self, width: float) -> float:
        """The tallest."""
        return max(block.height(self._each(width)) for block in self._blocks)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From left to right, tops aligned."""
        each = self._each(width)
        for block in self._blocks:
            block.draw(pen, x, top, each)
            x += each + self._gap

    def _each(self, width: float) -> float:
        return (width - self._gap * (self._places - 1)) / self._places


def _spaced(block: Block, before: float) -> Block:
    block.before = before
    return block
