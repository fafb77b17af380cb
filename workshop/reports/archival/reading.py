"""What a finished report says of itself, read back from its file."""

import io
import re
from dataclasses import dataclass

from pikepdf import Pdf, PdfError

from workshop.reports.archival import seal
from workshop.reports.archival.carried import carried_files
from workshop.reports.archival.metadata import NAMESPACE

_WHAT_BROKEN_FILES_RAISE = (PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError)


class UnreadableError(Exception):
    """The file is no PDF, damaged, or locked."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A report as it is found: what it says of itself, and what is true now."""

    title: str
    number: str
    said_data: str
    said_files: str
    said_pages: str
    files: dict[str, bytes]
    pages_digest: str
    whole: bool
    text: str

    @property
    def files_digest(self) -> str:
        """The digest of the files that are attached now."""
        return seal.files_digest(self.files)

    @property
    def is_report(self) -> bool:
        """Whether it says of itself what our reports say."""
        return bool(self.said_pages)


def read_report(content: bytes) -> Sealed:
    """Read a report; raises UnreadableError."""
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                title = str(metadata.get("dc:title", ""))
                number, data, files, pages = (
                    str(metadata.get(f"{{{NAMESPACE}}}{name}", ""))
                    for name in ("DocumentNumber", "DataDigest", "FilesDigest", "PagesDigest")
                )
            return Sealed(
                title, number, data, files, pages, carried_files(pdf), seal.pages_digest(pdf), seal.is_whole(content),
                _text(content),
            )  # fmt: skip
    except _WHAT_BROKEN_FILES_RAISE as error:
        raise UnreadableError from error


def _text(content: bytes) -> str:
    """The words of all pages without any blanks, as another program than the one that wrote them reads them."""
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

    found: list[str] = []
    try:
        with pypdfium2.PdfDocument(content) as document:
            for page in document:
                words = page.get_textpage()
                found.append(words.get_text_range())
                words.close()
                page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError from error
    return re.sub(r"\s+", "", "".join(found))
