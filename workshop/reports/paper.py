# pyright: basic
# ReportLab has no type stubs: this module and `fonts` are the only ones that touch it, and what they offer is typed.
"""The pen that writes the pages of one PDF and says what each stroke is. Lengths are points from the lower left corner,
colours `#rrggbb`.

Text belongs to the tag that is open; without one, and inside `artifact`, it only decorates, as lines and areas always do but
inside a figure. What is open is written into the page as marked content (ISO 32000-1, 14.6).
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from workshop.reports.fonts import REGULAR, SHAPES, SIGN_WIDTH, face, register_all
from workshop.reports.structure import Element, Link, Mark, Tag, Tree
from workshop.reports.styles import TextStyle

rl_config.useA85 = 0  # bytes as they are: nothing of ours goes through a channel of seven bits

# What nobody hears (ISO 32000-1, 14.8.2.2): what stands on every page or is repeated there, and lines and areas.
_REPEATED, _LAYOUT = Element(Tag("Pagination"), None), Element(Tag("Layout"), None)
_BETWEEN_DOTS = 4.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Description:
    """What the file says of itself; `moment` is the date of its data, never that of the clock.

    `number` is the number of the document, `checksum` the SHA-256 of its data.
    """

    title: str
    subject: str
    author: str
    language: str
    keywords: str = ""
    moment: datetime | None = None
    number: str = ""
    checksum: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Written pages, not yet finished: what is on them, where links lead (page and height), and their structure."""

    content: bytes
    tree: Tree
    places: dict[str, tuple[int, float]]


_colour = cache(HexColor)


class Pen:
    """Writes pages; the same strokes give the same bytes."""

    def __init__(self, size: tuple[float, float], about: Description) -> None:
        register_all()
        self._buffer = io.BytesIO()
        options: dict[str, Any] = {
            "pagesize": size,
            "invariant": 1,
            "pageCompression": 1,
            "lang": about.language,
            "initialFontName": REGULAR,
        }
        self._canvas = Canvas(self._buffer, **options)
        self._canvas.setTitle(about.title)
        self._tree = Tree()
        self._open = [self._tree.root]
        self._decorating = 0
        self._marked: Element | None = None
        self._page = 0
        self._marks = 0
        self._titles = 0
        self._filled, self._written = "", ("", 0.0)
        self._places: dict[str, tuple[int, float]] = {}

    @property
    def page(self) -> int:
        """The number of the page that is being written, from 0."""
        return self._page

    @contextmanager
    def inside(self, tag: Tag | None) -> Iterator[None]:
        """What is drawn meanwhile is a part of this; on a later page the same tag goes on with the same part."""
        if tag is None or self._decorating:
            yield
            return
        self._open.append(self._tree.element(tag, self._open[-1]))
        try:
            yield
        finally:
            self._open.pop()

    @contextmanager
    def figure(self, tag: Tag, box: Box) -> Iterator[None]:
        """A picture with the room it takes: left, bottom, right, top."""
        with self.inside(tag):
            if not self._decorating:
                self._open[-1].box = box
            yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile only decorates or repeats: nobody who hears the document misses it."""
        self._decorating += 1
        try:
            yield
        finally:
            self._decorating -= 1

    def text(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Text on the base line `y`, from `x` to the right; each character from the font that has it."""
        if not text:
            return
        canvas, font = self._canvas, face(style.font)
        for name, piece in font.runs(text):
            if name == SHAPES:
                self._signs(x, y, piece, style)
            else:
                self._mark_as(None if self._decorating else self._open[-1])
                self._fill_with(style.colour)
                self._write_with(name, style.size)
                canvas.drawString(x, y, piece)
            x += font.width(piece, style.size)

    def line(self, start: tuple[float, float], end: tuple[float, float], *, thickness: float, colour: str) -> None:
        """A straight line."""
        self._mark_as(self._strokes())
        canvas = self._canvas
        canvas.setStrokeColor(_colour(colour))
        canvas.setLineWidth(thickness)
        canvas.line(*start, *end)

    def dots(self, start: float, end: float, y: float, *, colour: str) -> None:
        """A row of dots that leads the eye; dots of all rows stand below each other."""
        first = -(-start // _BETWEEN_DOTS) * _BETWEEN_DOTS
        if end - first < _BETWEEN_DOTS:
            return
        self._mark_as(None)
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColor(_colour(colour))
        canvas.setLineWidth(0.9)
        canvas.setLineCap(1)
        canvas.setDash([0, _BETWEEN_DOTS])
        canvas.line(first, y, end, y)
        canvas.restoreState()

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "", radius: float = 0
    ) -> None:
        """A rectangle from its lower left corner, filled, edged or both."""
        self._mark_as(self._strokes())
        canvas = self._canvas
        if fill:
            self._fill_with(fill)
        if edge:
            canvas.setStrokeColor(_colour(edge))
            canvas.setLineWidth(0.5)
        strokes = {"stroke": int(bool(edge)), "fill": int(bool(fill))}
        if radius:
            canvas.roundRect(x, y, width, height, radius, **strokes)
        else:
            canvas.rect(x, y, width, height, **strokes)

    def picture(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """A JPEG picture in RGB or grey, from its lower left corner."""
        self._mark_as(self._strokes())
        self._canvas.drawImage(ImageReader(io.BytesIO(content)), x, y, width, height)

    def cells(self, rows: Sequence[Sequence[int]], x: float, top: float, side: float) -> None:
        """Black squares of a grid, from its upper left corner, as one area: neighbours leave no seam."""
        self._mark_as(self._strokes())
        path = self._canvas.beginPath()
        for down, row in enumerate(rows, start=1):
            start = 0
            for dark, run in groupby(row):
                count = len(list(run))
                if dark:
                    path.rect(x + start * side, top - down * side, count * side, side)
                start += count
        self._fill_with("#000000")
        self._canvas.drawPath(path, stroke=0, fill=1)

    def link(self, box: Box, target: str, words: str) -> None:
        """Make a rectangle lead to a named place of the document or to an address; belongs to the open tag."""
        if not self._decorating:
            self._open[-1].kids.append(Link(self._page, box, target, words))

    def place(self, name: str, top: float) -> None:
        """Name this height of the page, so that links can lead to it."""
        self._places[name] = self._page, top

    def bookmark(self, title: str, *, level: int, top: float) -> None:
        """An entry in the outline that leads to this height of the page."""
        self._titles += 1
        key = f"mark-{self._titles}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(title, key, level=level, closed=level > 0)

    def next_page(self) -> None:
        """End this page."""
        self._unmark()
        self._canvas.showPage()
        self._page += 1
        self._marks = 0
        self._filled, self._written = "", ("", 0.0)

    def finish(self) -> Drawn:
        """All that was written; every page must have been ended."""
        self._canvas.save()
        return Drawn(self._buffer.getvalue(), self._tree, self._places)

    def _fill_with(self, colour: str) -> None:
        if colour != self._filled:
            self._filled = colour
            self._canvas.setFillColor(_colour(colour))

    def _write_with(self, font: str, size: float) -> None:
        if (font, size) != self._written:
            self._written = font, size
            self._canvas.setFont(font, size)

    def _strokes(self) -> Element | None:
        inner = self._open[-1]
        return inner if inner.tag.drawn and not self._decorating else None

    def _mark_as(self, element: Element | None) -> None:
        """Let what follows belong to an element, or be decoration where there is none."""
        if element is None or element is self._tree.root:
            element = _REPEATED if self._decorating else _LAYOUT
        if self._marked is element:
            return
        self._unmark()
        self._marked = element
        if element is _REPEATED or element is _LAYOUT:
            self._canvas.addLiteral(f"/Artifact <</Type /{element.tag.kind}>> BDC")
            return
        element.kids.append(Mark(self._page, self._marks))
        self._canvas.addLiteral(f"/{element.tag.kind} <</MCID {self._marks}>> BDC")
        self._marks += 1

    def _unmark(self) -> None:
        if self._marked is not None:
            self._canvas.addLiteral("EMC")
            self._marked = None

    def _signs(self, x: float, y: float, signs: str, style: TextStyle) -> None:
        """The signs that no font has, as shapes that are read as their text."""
        for sign in signs:
            with self.inside(Tag("Span", actual=sign)):
                self._sign(x + 0.1 * style.size, y - 0.02 * style.size, 0.72 * style.size, sign, style.colour)
            x += SIGN_WIDTH / 1000 * style.size

    def _sign(self, x: float, y: float, side: float, sign: str, colour: str) -> None:
        self._mark_as(self._strokes())
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColor(_colour(colour))
        canvas.setLineWidth(max(0.5, side * 0.08))
        canvas.setLineCap(1)
        if sign != "✘":
            canvas.rect(x, y, side, side, stroke=1, fill=0)
        if sign == "☑":
            canvas.lines([(x + 0.2 * side, y + 0.5 * side, x + 0.43 * side, y + 0.25 * side),
                          (x + 0.43 * side, y + 0.25 * side, x + 0.8 * side, y + 0.77 * side)])  # fmt: skip
        elif sign in "☒✘":
            canvas.lines([(x + 0.22 * side, y + 0.22 * side, x + 0.78 * side, y + 0.78 * side),
                          (x + 0.22 * side, y + 0.78 * side, x + 0.78 * side, y + 0.22 * side)])  # fmt: skip
        canvas.restoreState()
