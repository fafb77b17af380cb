"""Digests by which a report is known to be unchanged: over what its pages draw, and over the whole file.

They find what was changed by accident or without care. They are no signature: who knows how they are made can make them anew.
"""

import hashlib
from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Object, Pdf, PdfError, Stream

from workshop.reports.archival.metadata import UNSEALED

_OPENING, _CLOSING = b"<report:FileDigest>", b"</report:FileDigest>"
_NOT_DRAWN = frozenset({"/Parent", "/StructParent", "/StructParents", "/Length", "/Filter", "/DecodeParms"})


def close(content: bytes) -> bytes:
    """The file with its own digest written where zeros stood."""
    digest = hashlib.sha256(content).hexdigest().encode()
    return content.replace(_OPENING + UNSEALED.encode() + _CLOSING, _OPENING + digest + _CLOSING, 1)


def is_whole(content: bytes) -> bool:
    """Whether a file is, byte by byte, what was written."""
    start = content.find(_OPENING) + len(_OPENING)
    end = start + len(UNSEALED)
    if start < len(_OPENING) or content[end : end + len(_CLOSING)] != _CLOSING:
        return False
    opened = content[:start] + UNSEALED.encode() + content[end:]
    return hashlib.sha256(opened).hexdigest().encode() == content[start:end]


def files_digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and contents of files; empty where there are none."""
    if not files:
        return ""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\n{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return digest.hexdigest()


def pages_digest(pdf: Pdf) -> str:
    """SHA-256 over everything that is drawn: content, fonts, pictures and links of all pages, however they are packed."""
    digest = hashlib.sha256()
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    known: dict[tuple[int, int], int] = {}
    for page in pdf.pages:
        for part in _parts(page.obj, pages, known, top=True):
            digest.update(part)
    return digest.hexdigest()


def _parts(
    value: object, pages: dict[tuple[int, int], int], known: dict[tuple[int, int], int], *, top: bool = False
) -> Iterator[bytes]:
    """A value in one way of writing it; what was written before is named by its number."""
    if isinstance(value, Object) and value.is_indirect:
        if not top and value.objgen in pages:
            yield b"page %d " % pages[value.objgen]
            return
        if value.objgen in known:
            yield b"again %d " % known[value.objgen]
            return
        known[value.objgen] = len(known)
    if isinstance(value, Dictionary | Stream):
        yield b"<<"
        for key in sorted(value.keys()):
            if key not in _NOT_DRAWN:
                yield key.encode() + b" "
                yield from _parts(value[key], pages, known)
        yield b">>"
        if isinstance(value, Stream):
            yield _unpacked(value)
    elif isinstance(value, Array):
        yield b"["
        for item in value:
            yield from _parts(item, pages, known)
        yield b"]"
    else:
        yield f"{value!s} ".encode()


def _unpacked(stream: Stream) -> bytes:
    """The content without its packing; a photo, whose packing loses, stays as it is."""
    try:
        content = stream.read_bytes()
    except PdfError:
        content = stream.read_raw_bytes()
    return hashlib.sha256(content).digest()
