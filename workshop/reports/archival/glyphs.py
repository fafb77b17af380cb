"""What copied text says: ReportLab writes characters beyond U+FFFF as one number, where a PDF wants UTF-16."""

import re

from pikepdf import Pdf

_BEYOND = re.compile(rb"(?<=> )<([0-9A-F]{5,6})>")


def correct(pdf: Pdf) -> None:
    """Write such characters as their pair of UTF-16 in every table from glyphs to text."""
    fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.Font.values()}
    for font in fonts.values():
        content = font.ToUnicode.read_bytes()
        corrected = _BEYOND.sub(_pair, content)
        if corrected != content:
            font.ToUnicode.write(corrected)


def _pair(found: re.Match[bytes]) -> bytes:
    return b"<" + chr(int(found[1], 16)).encode("utf-16-be").hex().upper().encode() + b">"
