"""Pages of a PDF as pictures, made on the thread for builds (PDFium allows one thread only)."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

POINTS = 72  # in an inch


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF, the sizes of its pages in points, its title and its document number."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]
    title: str
    number: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture."""

    page: int
    image: QImage


def read_paper(content: bytes) -> Paper:
    """The sizes and names of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
        said = document.get_metadata_dict()
    return Paper(content, sizes, said.get("Title", ""), said.get("Keywords", ""))


def render_page(content: bytes, page: int, scale: float) -> Generator[None, None, Picture]:
    """One page, `scale` pixels for a point; a generator, so that it can be cancelled before it begins."""
    yield
    with pypdfium2.PdfDocument(content) as document:
        return Picture(page, _image(document, page, scale))


def render_all(content: bytes, scale: float, pages: Sequence[int]) -> Generator[Picture, None, int]:
    """Some pages in order, for printing; returns how many there were."""
    with pypdfium2.PdfDocument(content) as document:
        for page in pages:
            yield Picture(page, _image(document, page, scale))
        return len(pages)


def _image(document: pypdfium2.PdfDocument, number: int, scale: float) -> QImage:
    page = document[number]
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        whole = bytes(bitmap.buffer)
        image = QImage(whole, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return image.copy()  # owns its pixels, the bitmap's are freed
    finally:
        bitmap.close()
        page.close()
