# pyright: basic
# ReportLab has no type stubs: this module and `paper` are the only ones that touch it, and what they offer is typed.
"""The family on paper: Pretendard in three weights, embedded; its widths, and which characters it lacks."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from workshop.language import mark
from workshop.models.errors import WorkshopError
from workshop.resources import resource_path

REGULAR = "Pretendard-Regular"
SEMIBOLD = "Pretendard-SemiBold"
BOLD = "Pretendard-Bold"


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
    pdfmetrics.registerFont(font)
    known = font.face.charToGlyph
    widths = {code: float(width) for code, width in font.face.charWidths.items() if known.get(code)}
    return Face(name, widths, float(font.face.defaultWidth))


def register_all() -> None:
    """Make every weight known before the first page."""
    for name in (REGULAR, SEMIBOLD, BOLD):
        face(name)


def _font_file(name: str) -> Path:
    return resource_path("fonts") / f"{name}.ttf"
