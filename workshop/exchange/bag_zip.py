"""A bag as one file: a ZIP archive, written so that the same bag gives the same bytes, and unpacked with distrust."""

import stat
import zipfile
import zlib
from collections.abc import Generator
from pathlib import Path

from workshop.exchange import bag_paths
from workshop.exchange.bag_paths import check_names, shown, too_large, too_many_files, walk
from workshop.exchange.zip_form import FIRST_DAY
from workshop.language import mark
from workshop.models.errors import InputError

MOST_RATIO = (
    200  # how many times larger than its file an archive may become; JSON of thousands of ballots stays below 50
)
_SMALL = 16 * 1024 * 1024  # bytes up to which the ratio says nothing
_COMPRESSED = {".pdf", ".jpg", ".png"}
_BLOCK = 1024 * 1024
_BOMB = mark("The archive is refused: unpacked it would be far larger than its file.")


def pack(folder: Path, target: Path) -> Generator[float, None, None]:
    """Write a bag with its folder's name inside into a new file; yields progress. Raises OSError."""
    files = list(walk(folder))
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as archive:
        for count, (name, path) in enumerate(files, start=1):
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", FIRST_DAY)
            # What is compressed in itself lies there as it is: a byte of it that changes is then a byte of the file.
            stored = path.suffix in _COMPRESSED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.create_system = 3  # the rights above are those of Unix, on whatever system it is written
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                while block := source.read(_BLOCK):
                    sink.write(block)
            yield count / len(files)


def unpack(file: Path, target: Path) -> Generator[float, None, Path]:
    """Unpack an archive below an empty folder; yields progress, returns the folder that holds bagit.txt.

    A damaged file is unpacked as far as it can be read. Raises InputError for what is no ZIP file, is encrypted, holds a link or
    an unsafe name, or grows too large.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = _checked(archive, file.stat().st_size)
            left = min(bag_paths.MOST_BYTES, max(_SMALL, file.stat().st_size * MOST_RATIO))
            whole = sum(entry.file_size for entry in entries) or 1
            done = 0
            for entry in entries:
                for size in _unpack_one(archive, entry, target):
                    left -= size
                    done += size
                    if left < 0:  # what the list at the end says of sizes need not be true
                        raise InputError(_BOMB)
                yield min(1.0, done / whole)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise InputError(
            mark("{file} is damaged or no ZIP archive. Please copy it again.", file=shown(file.name))
        ) from error
    return _inside(target)


def _checked(archive: zipfile.ZipFile, size: int) -> list[zipfile.ZipInfo]:
    """The files of an archive, after a look at names, kinds and sizes; nothing is unpacked yet."""
    listed = archive.infolist()
    if len(listed) > bag_paths.MOST_FILES * 2:
        raise InputError(too_many_files())
    check_names(entry.orig_filename.removesuffix("/") for entry in listed)
    for entry in listed:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in {0, stat.S_IFREG, stat.S_IFDIR} or entry.flag_bits & 0x1:
            raise InputError(
                mark(
                    "The archive is refused: “{name}” is a link, encrypted, or no ordinary file.",
                    name=shown(entry.filename),
                )
            )
    unpacked = sum(entry.file_size for entry in listed)
    if unpacked > bag_paths.MOST_BYTES:
        raise InputError(too_large())
    if unpacked > max(_SMALL, size * MOST_RATIO):
        raise InputError(_BOMB)
    return [entry for entry in listed if not entry.is_dir()]


def _unpack_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> Generator[int, None, None]:
    """One file; of a damaged one as much as can be read, so that its checksum names it."""
    path = target.joinpath(*entry.filename.split("/"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as sink:
        try:
            with archive.open(entry) as source:
                while block := source.read(_BLOCK):
                    yield len(block)
                    sink.write(block)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            return


def _inside(folder: Path) -> Path:
    """The folder itself, or the only one in it."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
