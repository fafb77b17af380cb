# pyright: basic
# ReportLab has no type stubs: this module and `fonts` are the only ones that touch it, and what they offer is typed.
"""The pen that writes the pages of one PDF. Lengths are points from the lower left corner, colours `#rrggbb`."""

import io
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from workshop.reports.fonts import REGULAR, register_all
from workshop.reports.styles import TextStyle


@dataclass(frozen=True, slots=True)
class Description:
    """What the file says of itself."""

    title: str
    subject: str
    author: str
    language: str
    keywords: str = ""


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
        self._canvas.setSubject(about.subject)
        self._canvas.setAuthor(about.author)
        self._canvas.setKeywords(about.keywords)
        self._canvas.setCreator("Living Lab Workshop")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._marks = 0

    def text(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Text on the base line `y`, from `x` to the right."""
        canvas = self._canvas
        canvas.setFillColor(HexColor(style.colour))
        canvas.setFont(style.font, style.size)
        canvas.drawString(x, y, text)

    def line(self, start: tuple[float, float], end: tuple[float, float], *, thickness: float, colour: str) -> None:
        """A straight line."""
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(thickness)
        canvas.line(*start, *end)

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "", radius: float = 0
    ) -> None:
        """A rectangle from its lower left corner, filled, edged or both."""
        canvas = self._canvas
        if fill:
            canvas.setFillColor(HexColor(fill))
        if edge:
            canvas.setStrokeColor(HexColor(edge))
            canvas.setLineWidth(0.5)
        strokes = {"stroke": int(bool(edge)), "fill": int(bool(fill))}
        if radius:
            canvas.roundRect(x, y, width, height, radius, **strokes)
        else:
            canvas.rect(x, y, width, height, **strokes)

    def bookmark(self, title: str, *, level: int, top: float) -> None:
        """An entry in the outline that leads to this height of the page."""
        self._marks += 1
        key = f"mark-{self._marks}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(title, key, level=level, closed=level > 0)

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole file; every page must have been ended."""
        self._canvas.save()
        return self._buffer.getvalue()
