"""A report as those hear it who cannot see it: its structure tree with the words of each part.

The tree is read with pikepdf, the words that belong to a part with pypdfium2.
"""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
import pypdfium2.raw as raw


@dataclass
class Part:
    """One element: its kind, what it says of itself, its own words, the pages it is on (from 0), its parts.

    Links are where they lead (an address, or a page from 0) and how that is told.
    """

    kind: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    scope: str = ""
    words: str = ""
    pages: list[int] = field(default_factory=list[int])
    links: list[tuple[str | int, str]] = field(default_factory=list[tuple[str | int, str]])
    parts: list["Part"] = field(default_factory=list["Part"])

    def __iter__(self) -> Iterator["Part"]:
        """This part and all inside, in the order in which they are heard."""
        yield self
        for part in self.parts:
            yield from part

    def all(self, kind: str) -> list["Part"]:
        """The parts of one kind."""
        return [part for part in self if part.kind == kind]

    @property
    def heard(self) -> str:
        """Everything that is heard of it."""
        own = self.alt or self.actual or self.words
        return " ".join(filter(None, [own, *([] if self.alt or self.actual else [part.heard for part in self.parts])]))


def hear(content: bytes) -> Part:
    """The document as a tree."""
    words = _words(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return _part(pdf.Root.StructTreeRoot.K[0], pages, words)


def decoration(content: bytes) -> str:
    """The words that nobody hears."""
    return " ".join(text for (_, mark), text in _words(content).items() if mark < 0)


def _part(element: pikepdf.Object, pages: dict[tuple[int, int], int], words: dict[tuple[int, int], str]) -> Part:
    attributes = element.get("/A", pikepdf.Dictionary())
    part = Part(
        str(element.S)[1:], *(str(element.get(key, "")) for key in ("/Alt", "/ActualText", "/Lang")),
        str(attributes.get("/Scope", "/"))[1:],
    )  # fmt: skip
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            _add(part, pages[element.Pg.objgen], kid, words)
        elif kid.get("/Type") == "/MCR":
            _add(part, pages[kid.Pg.objgen], int(kid.MCID), words)
        elif kid.get("/Type") == "/OBJR":
            link = kid.Obj
            where = pages[link.Dest[0].objgen] if "/Dest" in link else str(link.A.URI)
            part.links.append((where, str(link.Contents)))
        else:
            part.parts.append(_part(kid, pages, words))
    return part


def _add(part: Part, page: int, mark: int, words: dict[tuple[int, int], str]) -> None:
    part.words += words.get((page, mark), "")
    if page not in part.pages:
        part.pages.append(page)


def _words(content: bytes) -> dict[tuple[int, int], str]:
    """The words by page and number of their marked content, -1 where they are in none that is heard."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(content) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
                key = number, raw.FPDFPageObj_GetMarkedContentID(item.raw)
                found[key] = found.get(key, "") + _text(item.raw, text.raw)
            text.close()
            page.close()
    return found


def _text(item: object, page: object) -> str:
    size = raw.FPDFTextObj_GetText(item, page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")
