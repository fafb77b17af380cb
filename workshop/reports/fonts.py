# pyright: basic
# ReportLab has no type stubs: this module and `paper` are the only ones that touch it, and what they offer is typed.
"""The fonts on paper, all embedded: Pretendard in three weights, and those that stand in for what it lacks.

The chain is Pretendard → Noto Sans KR (Hanja, old Hangul) → Noto Emoji → four signs that are drawn as shapes. The fallbacks
have one weight; a bold Hanja is drawn in the regular one.
"""

import struct
import unicodedata
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
SHAPES = "shapes"
"""No font: signs that no font of ours has and that are easily drawn."""

DRAWN_SIGNS = "☐☑☒✘"
SIGN_WIDTH = 920.0

_FALLBACKS = ("NotoSansKR-Regular", "NotoEmoji-Regular")
_FILES = {TABULAR: REGULAR}
_FIGURES = "0123456789"
_NOT_FOR_ALL = {"Co", "Cc"}  # what such a character means is agreed in private: in an archive nobody knows it


@dataclass(frozen=True, slots=True)
class Face:
    """A font with those that stand in for it: advance widths by character code, in thousandths of the size.

    `owners` names the font of the characters that are not its own.
    """

    name: str
    widths: dict[int, float]
    owners: dict[int, str]
    other: float

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        widths, other = self.widths, self.other
        return sum([widths.get(ord(sign), other) for sign in text]) * size / 1000

    def has(self, sign: str) -> bool:
        """Whether this font or one that stands in can draw the character."""
        return ord(sign) in self.widths

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text in pieces, each with the name of the font that draws it."""
        owners, own = self.owners, self.name
        names = [owners.get(ord(sign), own) for sign in text]
        if names.count(own) == len(names):
            return [(own, text)]
        pieces: list[tuple[str, str]] = []
        start = 0
        for at in range(1, len(names) + 1):
            if at == len(names) or names[at] != names[start]:
                pieces.append((names[start], text[start:at]))
                start = at
        return pieces


@cache
def face(name: str) -> Face:
    """The font of this name, registered for embedding; raises WorkshopError where a font file cannot be read."""
    own, other = _widths(name)
    widths: dict[int, float] = dict(own)
    owners: dict[int, str] = {}
    for fallback in _FALLBACKS:
        for code, width in _widths(fallback)[0].items():
            if code not in widths:
                widths[code], owners[code] = width, fallback
    for code in map(ord, DRAWN_SIGNS):
        if code not in own:
            widths[code], owners[code] = SIGN_WIDTH, SHAPES
    return Face(name, widths, owners, other)


def register_all() -> None:
    """Make every font known before the first page."""
    for name in (REGULAR, SEMIBOLD, BOLD, TABULAR):
        face(name)


@cache
def _widths(name: str) -> tuple[dict[int, float], float]:
    """The widths of the characters one font has, and of its empty glyph."""
    path = _font_file(name)
    try:
        font = TTFont(name, str(path))
        if name == TABULAR:
            _use_tabular_figures(font, path)
    except (TTFError, OSError, LookupError, ValueError, struct.error) as error:
        raise WorkshopError(
            mark("The font file {file} cannot be read. Please install the program again.", file=path.name)
        ) from error
    pdfmetrics.registerFont(font)  # fonts of one inner name share what is read, so the name must be its own by now
    known = font.face.charToGlyph
    widths = {
        code: float(width)
        for code, width in font.face.charWidths.items()
        if known.get(code) and unicodedata.category(chr(code)) not in _NOT_FOR_ALL
    }
    return widths, float(font.face.defaultWidth)


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
