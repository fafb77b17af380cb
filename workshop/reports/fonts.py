# pyright: basic
# ReportLab has no type stubs: this module and `paper` are the only ones that touch it, and what they offer is typed.
"""The family on paper: Pretendard in three weights, embedded; its widths, and which characters it lacks."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from workshop.language import mark
from workshop.models.errors import WorkshopError
from workshop.reports.opentype import tabular_glyphs
from workshop.resources import resource_path

REGULAR = "Pretendard-Regular"
SEMIBOLD = "Pretendard-SemiBold"
BOLD = "Pretendard-Bold"
TABULAR = "Pretendard-Regular-Tabular"
"""The regular weight with figures that are all equally wide, for columns of numbers."""

_FILES = {TABULAR: REGULAR}
_FIGURES = "0123456789"


@dataclass(frozen=True, slots=True)
class Face:
    """One registered font: advance widths by character code, in thousandths of its size."""

    name: str
    widths: dict[int, float]
    other: float

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        widths, other = self.widths, self.other
        return sum([widths.get(ord(sign), other) for sign in text]) * size / 1000

    def has(self, sign: str) -> bool:
        """Whether the font can draw this character."""
        return ord(sign) in self.widths


@cache
def face(name: str) -> Face:
    """The font of this name, registered for embedding; raises WorkshopError where its file cannot be read."""
    path = _font_file(name)
    try:
        font = TTFont(name, str(path))
    except (TTFError, OSError, ValueError, IndexError) as error:
        raise WorkshopError(
            mark("The font file {file} cannot be read. Please install the program again.", file=path.name)
        ) from error
    if name == TABULAR:
        _use_tabular_figures(font, path)
    pdfmetrics.registerFont(font)  # fonts of one inner name share what is read, so the name must be its own by now
    known = font.face.charToGlyph
    widths = {code: float(width) for code, width in font.face.charWidths.items() if known.get(code)}
    return Face(name, widths, float(font.face.defaultWidth))


def register_all() -> None:
    """Make every weight known before the first page."""
    for name in (REGULAR, SEMIBOLD, BOLD, TABULAR):
        face(name)


def _font_file(name: str) -> Path:
    return resource_path("fonts") / f"{_FILES.get(name, name)}.ttf"


def _use_tabular_figures(font: TTFont, path: Path) -> None:
    """Draw figures by their glyphs of equal width; the text in the file stays the plain figures."""
    instead = tabular_glyphs(path.read_bytes())
    inside: Any = font.face
    inside.name = TABULAR.encode()
    for sign in _FIGURES:
        glyph = instead.get(inside.charToGlyph[ord(sign)])
        if glyph is not None:
            inside.charToGlyph[ord(sign)] = glyph
            inside.charWidths[ord(sign)] = inside.hmetrics[glyph][0] * 1000 / inside.unitsPerEm
