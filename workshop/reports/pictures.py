"""Pictures: photos with their captions, and QR codes."""

import io
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import segno
from PIL import Image, ImageOps

from workshop.reports import styles
from workshop.reports.blocks import Block, Paragraph
from workshop.reports.paper import Pen
from workshop.reports.structure import Tag

Source = bytes | Path | Callable[[], bytes]
"""The bytes of a picture file, where it lies, or how it is fetched; looked at only when it is laid out and drawn."""

_DOTS_PER_INCH = 200
_QUALITY = 85
_CAPTION_GAP = 4.0


class Picture(Block):
    """A photo with its caption below, scaled to its room and never broken.

    `alt` says what it shows; `missing_words` is what stands in its place where it cannot be read.
    """

    def __init__(
        self, source: Source, *, alt: str, missing_words: str, caption: str = "", widest: float = 360, tallest: float = 260,
        before: float = 10,
    ) -> None:  # fmt: skip
        self._source = source
        self._widest = widest
        self._tallest = tallest
        self._tag = Tag("Figure", alt=alt)
        self._caption = Paragraph(caption, style=styles.SMALL, kind="Caption") if caption else None
        self._instead = Paragraph(missing_words, style=styles.SMALL)
        self.before = before
        self.missing = (self._caption.missing if self._caption else frozenset()) | self._instead.missing

    def height(self, width: float) -> float:
        """Picture and caption."""
        caption = _CAPTION_GAP + self._caption.height(width) if self._caption else 0
        return self._room(width)[1] + caption

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The picture, or a frame that says what is missing; then the caption."""
        wide, tall = self._room(width)
        content = self._encoded(wide, tall)
        if content:
            with pen.figure(self._tag, (x, top - tall, x + wide, top)):
                pen.picture(content, x, top - tall, wide, tall)
        else:
            pen.box(x, top - tall, wide, tall, edge=styles.RULE)
            self._instead.draw(pen, x + 10, top - 8, wide - 20)
        if self._caption is not None:
            self._caption.draw(pen, x, top - tall - _CAPTION_GAP, width)

    @cached_property
    def _size(self) -> tuple[int, int] | None:
        """Width and height in pixels as it is looked at; none where it cannot be read."""
        try:
            with Image.open(io.BytesIO(_bytes(self._source))) as picture:
                turned = picture.getexif().get(0x0112, 1) >= 5
                return (picture.height, picture.width) if turned else picture.size
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None

    def _room(self, width: float) -> tuple[float, float]:
        wide = min(width, self._widest)
        if self._size is None:
            return wide, 16 + self._instead.height(wide - 20)
        across, up = self._size
        scale = min(wide / across, self._tallest / up)
        return across * scale, up * scale

    def _encoded(self, wide: float, tall: float) -> bytes:
        """The picture as JPEG in RGB, upright, no finer than print needs; nothing where it cannot be read."""
        if self._size is None:
            return b""
        try:
            wanted = round(wide / 72 * _DOTS_PER_INCH), round(tall / 72 * _DOTS_PER_INCH)
            with Image.open(io.BytesIO(_bytes(self._source))) as picture:
                picture.draft("RGB", (max(wanted), max(wanted)))  # a large JPEG is read no finer than it needs to be
                upright = ImageOps.exif_transpose(picture)
                if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
                    upright = upright.convert("RGBA")
                    ground = Image.new("RGBA", upright.size, "white")
                    upright = Image.alpha_composite(ground, upright)
                plain = upright.convert("RGB")
                plain.thumbnail(wanted)
                buffer = io.BytesIO()
                plain.save(buffer, "JPEG", quality=_QUALITY)
                return buffer.getvalue()
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return b""


class QrCode(Block):
    """A QR code (ISO/IEC 18004); `alt` says where it leads. `side` in points, with its quiet border."""

    def __init__(self, content: str, *, alt: str, side: float = 72, before: float = 0) -> None:
        self._rows = [bytes(row) for row in segno.make_qr(content, error="q").matrix_iter(border=4)]
        self._side = side
        self._tag = Tag("Figure", alt=alt)
        self.before = before

    def height(self, width: float) -> float:
        """As wide as tall, never wider than its room."""
        return min(self._side, width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Dark modules, neighbours in one stroke."""
        side = self.height(width)
        module = side / len(self._rows)
        with pen.figure(self._tag, (x, top - side, x + side, top)):
            pen.cells(self._rows, x, top, module)


def _bytes(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source
    return source.read_bytes() if isinstance(source, Path) else source()
