"""Archive bags: folders after RFC 8493 (BagIt 1.0) that say of every file what it has to be.

    bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt  data/…

Bags are read with the library `bagit` of the Library of Congress. They are written here, since that library changes the
working folder of the whole process for it, and writes version 0.97.
"""

import hashlib
import re
import unicodedata
import warnings
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from workshop.exchange.bag_paths import check_names, walk
from workshop.language import Message, mark
from workshop.models.errors import InputError

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST, INFO = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"
_TAG_FILES = ("bagit.txt", INFO, MANIFEST, TAG_MANIFEST)
# How this program writes a list of files; anything else was not written by it.
_LISTS = re.compile(rb"(?:[0-9a-f]{64}  [^\r\n]+\n)*")


class Fault(StrEnum):
    """In what a file of a bag is not as the bag says."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as the bag says; `path` is its name in the bag, with `/`."""

    fault: Fault
    path: str

    @property
    def words(self) -> Message:
        """What is wrong, in one sentence."""
        return mark(_WORDS[self.fault], file=self.path)


_WORDS = {
    Fault.CHANGED: mark("{file} was changed.").msgid,
    Fault.MISSING: mark("{file} is missing.").msgid,
    Fault.EXTRA: mark("{file} does not belong to the archive.").msgid,
}


@dataclass(frozen=True, slots=True)
class Bag:
    """A bag that was looked through: what it says of itself, where it differs, and the SHA-256 of its manifest."""

    folder: Path
    info: Mapping[str, str]
    differences: tuple[Difference, ...]
    manifest: str

    def with_changed(self, names: Iterable[str]) -> "Bag":
        """The same, with these files among those that were changed, unless it says more of them already."""
        known = {one.path for one in self.differences}
        changed = {Difference(Fault.CHANGED, name) for name in names if name not in known}
        return replace(self, differences=_sorted({*self.differences, *changed}))


def file_digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def seal_bag(folder: Path, info: Mapping[str, str]) -> str:
    """Make a folder with its files below `data` a bag; returns the SHA-256 of its manifest. Raises OSError."""
    payload = [(f"data/{name}", path) for name, path in walk(folder / "data")]
    lines = "".join(_line(file_digest(path), name) for name, path in payload)
    size = sum(path.stat().st_size for _name, path in payload)
    told = {**info, "Payload-Oxum": f"{size}.{len(payload)}"}
    tags = {
        "bagit.txt": DECLARATION,
        INFO: "".join(f"{name}: {_one_line(value)}\n" for name, value in told.items()),
        MANIFEST: lines,
    }
    for name, text in tags.items():
        (folder / name).write_bytes(text.encode())
    sealed = "".join(_line(file_digest(folder / name), name) for name in sorted(tags))
    (folder / TAG_MANIFEST).write_bytes(sealed.encode())
    return file_digest(folder / MANIFEST)


def look_through(folder: Path) -> Generator[float, None, Bag]:
    """Read a bag and compare every byte; yields progress from 0 to 1.

    Raises InputError where it is no bag, of a version that is not known, or where a name in it is not safe: then nothing
    that it refers to is read.
    """
    files = dict(walk(folder))
    if "bagit.txt" not in files:
        raise InputError(mark("{place} is no archive: the file bagit.txt is missing.", place=folder.name))
    found = _list_faults(files)
    bag = _opened(folder, broken=bool(found))
    if bag is None:
        return Bag(folder, {}, _sorted(found), "")
    # The library writes names by the system's rule.
    entries: dict[str, Mapping[str, str]] = {path.replace("\\", "/"): sums for path, sums in bag.entries.items()}
    try:
        check_names(entries)
    except InputError:
        if not found:
            raise
        return Bag(folder, {}, _sorted(found), "")  # a name was damaged with the list that it stands in
    there = {_composed(name): path for name, path in files.items()}
    done, whole = 0, sum(path.stat().st_size for path in files.values()) or 1
    for name, sums in entries.items():
        path = there.get(_composed(name))
        if path is None:
            found.add(Difference(Fault.MISSING, name))
            continue
        if name.startswith("data/") and file_digest(path) != sums.get("sha256"):
            found.add(Difference(Fault.CHANGED, name))
        done += path.stat().st_size
        yield min(1.0, done / whole)
    known = {_composed(name) for name in entries} | set(_TAG_FILES)
    found |= {Difference(Fault.EXTRA, name) for name in files if _composed(name) not in known}
    info = {name: value if isinstance(value, str) else "; ".join(value) for name, value in bag.info.items()}
    return Bag(folder, info, _sorted(found), file_digest(files[MANIFEST]))


def _list_faults(files: Mapping[str, Path]) -> set[Difference]:
    """What is wrong with the files that say how the others have to be, without trusting any of them.

    Where one of them does not fit its checksum, either may have been changed: both are named.
    """
    found = {Difference(Fault.MISSING, name) for name in _TAG_FILES if name not in files}
    for name in (MANIFEST, TAG_MANIFEST):
        if name in files and _LISTS.fullmatch(files[name].read_bytes()) is None:
            found.add(Difference(Fault.CHANGED, name))
    if TAG_MANIFEST not in files:
        return found
    listed = files[TAG_MANIFEST].read_bytes().split(b"\n")
    for name in _TAG_FILES[:-1]:
        if name in files and f"{file_digest(files[name])}  {name}".encode() not in listed:
            found |= {Difference(Fault.CHANGED, name), Difference(Fault.CHANGED, TAG_MANIFEST)}
    if len(listed) > len(_TAG_FILES):  # the last one is empty
        found.add(Difference(Fault.CHANGED, TAG_MANIFEST))
    return found


def _opened(folder: Path, *, broken: bool) -> Any:
    """The bag as the library reads it; none where its lists are broken as is known already, and cannot be read for that."""
    bagit = _library()
    if (folder / "fetch.txt").exists():
        raise InputError(
            mark("The archive is refused: fetch.txt asks for files from the internet, which are never fetched.")
        )
    try:
        bag = bagit.Bag(str(folder))
    except (bagit.BagError, UnicodeDecodeError, ValueError, OSError) as error:
        if broken:
            return None
        raise InputError(mark("The archive is refused: its lists of files cannot be read.")) from error
    if bag.version_info != (1, 0) and not broken:
        version = ".".join(str(part) for part in bag.version_info)
        raise InputError(mark("The archive is refused: it is of BagIt version {version}, not of 1.0.", version=version))
    return None if broken and not (folder / MANIFEST).is_file() else bag


def _library() -> Any:
    """The library `bagit`, loaded when it is needed; it imports a module whose own warning is not for us."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bagit  # pyright: ignore[reportMissingTypeStubs]
    import logging

    logging.getLogger("bagit").setLevel(logging.CRITICAL)  # what it finds is told by us
    return bagit


def _line(digest: str, name: str) -> str:
    return f"{digest}  {name}\n"


def _composed(name: str) -> str:
    """One form for names, since some systems compose Hangul and accents in their own way."""
    return unicodedata.normalize("NFC", name)


def _sorted(found: set[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=lambda one: (one.path, one.fault)))


def _one_line(value: str) -> str:
    return " ".join(value.split())
