"""Reading a PDF back with another library than the one that wrote it."""

import ctypes
from collections.abc import Iterable

import pypdfium2
import pypdfium2.raw as raw

from workshop.language import Language
from workshop.models.records.report_options import ReportOptions
from workshop.reports.document import Build


def finish(work: Build) -> tuple[bytes, list[float]]:
    """The bytes of a build and the progress it told on the way."""
    told: list[float] = []
    while True:
        try:
            told.append(next(work))
        except StopIteration as end:
            return end.value, told


def page_texts(content: bytes) -> list[str]:
    """The text of each page, line ends as spaces."""
    with pypdfium2.PdfDocument(content) as document:
        texts: list[str] = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(flat(text.get_text_range()))
            text.close()
            page.close()
        return texts


def flat(text: str) -> str:
    """Text with every run of blanks and line ends as one space."""
    return " ".join(text.replace("\ufffe", "").split())


def squeezed(texts: str | Iterable[str]) -> str:
    """Text without any blanks, to find long texts that run over lines and pages."""
    return "".join("".join(texts).split())


def fonts(content: bytes) -> dict[str, bool]:
    """The fonts of the text and whether each is embedded."""
    found: dict[str, bool] = {}
    with pypdfium2.PdfDocument(content) as document:
        for number in range(len(document)):
            page = document[number]
            for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
                font = raw.FPDFTextObj_GetFont(item.raw)
                size = raw.FPDFFont_GetBaseFontName(font, None, 0)
                name = ctypes.create_string_buffer(size)
                raw.FPDFFont_GetBaseFontName(font, name, size)
                found[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
            page.close()
    return found


def metadata(content: bytes) -> dict[str, str]:
    """Title, subject, author and the like."""
    with pypdfium2.PdfDocument(content) as document:
        return document.get_metadata_dict()


def outline(content: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page number (from 1) of each bookmark."""
    with pypdfium2.PdfDocument(content) as document:
        return [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]


def said_in(language: Language) -> ReportOptions:
    """The usual options in a language."""
    return ReportOptions(languages=(language.code,))
