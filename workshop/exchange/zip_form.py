"""Is a ZIP file as `bag_zip.pack` writes it, beyond the files in it?

A ZIP file tells name, size and checksum of each file twice, before the file and in a list at its end, and much besides that
nobody reads. No checksum of a bag covers any of it. Here every byte that is no content is compared with what is written in its
place. ZIP files of other programs say such things in their own way: they are known by that most of their entries are not
written as ours, and are left alone, since the bag's own checksums cover all that is in them.
"""

import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows: no time of writing is told
_FIRST_MOMENT = 1 << 21 | 1 << 16  # the same as the format writes it
_UTF8 = 0x800  # the flag of a name that is not in ASCII
_HEAD = struct.Struct("<4s3H4L2H")  # before each file: .ZIP File Format Specification, section 4.3.7
_SIZES = struct.Struct("<2H2Q")  # after its name: sizes that may take eight bytes, section 4.5.3
_END = struct.Struct("<4s4H2LH")  # section 4.3.16
_LENGTHS_AT, _LENGTHS = 28, struct.Struct("<3H")  # of the texts of an entry in the list, section 4.3.12
_LISTED, _LARGE_END = (
    46,
    76,
)  # bytes of an entry in the list without its texts, of what comes before the end of large files
_LARGE = (1 << 31) - 1  # from here on Python writes sizes and places in eight bytes
_FOUR_BYTES = 0xFFFFFFFF
_BLOCK = 1 << 16


def changed_parts(file: Path) -> tuple[str, ...]:
    """The files in a ZIP file of ours whose entries are not as they were written, and "" where the list at its end is not.

    Raises OSError, zipfile.BadZipFile.
    """
    with zipfile.ZipFile(file) as archive, file.open("rb") as stream:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        ((usual, _count),) = Counter(_manner(entry) for entry in entries).most_common(1) or [((), 0)]
        changed: list[str] = []
        at = 0
        for entry in entries:
            stream.seek(entry.header_offset)
            head = _head(entry)
            as_written = stream.read(len(head)) == head and _ends_plainly(stream, entry)
            if not as_written or entry.header_offset != at or _manner(entry) != usual:
                changed.append(entry.filename)
            at = entry.header_offset + len(head) + entry.compress_size
        if len(changed) * 2 >= len(entries):
            return ()
        return (*changed, *([] if _ends_with_list(stream, entries, at) else [""]))


def _manner(entry: zipfile.ZipInfo) -> tuple[Any, ...]:
    """What the list says of every file in one and the same way."""
    flags = entry.flag_bits ^ (0 if entry.orig_filename.isascii() else _UTF8)
    large = max(entry.file_size, entry.compress_size, entry.header_offset) > _LARGE
    return (
        entry.create_version, entry.create_system, entry.extract_version, entry.reserved, flags, entry.volume,
        entry.internal_attr, entry.external_attr, entry.date_time, entry.comment, b"" if large else entry.extra,
    )  # fmt: skip


def _head(entry: zipfile.ZipInfo) -> bytes:
    """What has to stand before a file."""
    name = entry.orig_filename.encode()
    flags = 0 if entry.orig_filename.isascii() else _UTF8
    told = (b"PK\3\4", zipfile.ZIP64_VERSION, flags, entry.compress_type, _FIRST_MOMENT, entry.CRC)
    sizes = _SIZES.pack(1, 16, entry.file_size, entry.compress_size)
    return _HEAD.pack(*told, _FOUR_BYTES, _FOUR_BYTES, len(name), len(sizes)) + name + sizes


def _ends_plainly(stream: BinaryIO, entry: zipfile.ZipInfo) -> bool:
    """Whether a file ends with its last byte, and the bits of that byte that say nothing are none."""
    if entry.compress_type == zipfile.ZIP_STORED:
        return entry.compress_size == entry.file_size
    unpacking, left = zlib.decompressobj(-zlib.MAX_WBITS), entry.compress_size - 1
    try:
        while left > 0 and (block := stream.read(min(left, _BLOCK))):
            unpacking.decompress(block)
            left -= len(block)
        last = stream.read(1)
        content, ended = _unpacked(unpacking, last)
        fewer = {bytes([last[0] & (1 << bits) - 1]) for bits in range(8)} - {last}
        return ended and not unpacking.eof and all(_unpacked(unpacking, one) != (content, True) for one in fewer)
    except (zlib.error, IndexError):
        return False


def _unpacked(unpacking: Any, last: bytes) -> tuple[bytes, bool]:
    """What a last byte adds, and whether the file ends with it."""
    trial = unpacking.copy()
    try:
        return trial.decompress(last), trial.eof
    except zlib.error:
        return b"", False


def _ends_with_list(stream: BinaryIO, entries: Sequence[zipfile.ZipInfo], begin: int) -> bool:
    """Whether the list follows the files, and nothing follows it but the end: no comment, no other disk."""
    size = 0
    for entry in entries:
        lengths = (len(entry.orig_filename.encode()), len(entry.extra), 0)
        stream.seek(begin + size + _LENGTHS_AT)
        if stream.read(_LENGTHS.size) != _LENGTHS.pack(*lengths):
            return False
        size += _LISTED + sum(lengths)
    large = max(begin, size) > _LARGE
    places = (min(size, _FOUR_BYTES), min(begin, _FOUR_BYTES))
    end = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), *places, 0)
    stream.seek(begin + size + _LARGE_END * large)
    return stream.read(len(end) + 1) == end
