"""Names inside an archive: which are sound, and how much an archive may hold.

An archive comes from elsewhere. A name that leads out of it, means another file on another system, or hides what lies behind
it is refused before anything is read: RFC 8493, section 5, asks for no less.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from workshop.language import Message, mark
from workshop.models.errors import InputError

MOST_FILES = 20_000
MOST_BYTES = 4 * 1024**3  # of all files together, unpacked
MOST_IN_TABLE = 512 * 1024**2  # of one file that is read as a whole
LONGEST_PATH = 240  # characters; Windows takes 260 with the folder it lies in

_DRIVE = re.compile(r"^[A-Za-z]:")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f%<>:"\\|?*]')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}


def check_name(name: str) -> None:
    """Raise InputError where a name of a file in an archive is not plain: relative, downwards, the same on every system."""
    parts = name.split("/")
    plain = (
        0 < len(name) <= LONGEST_PATH
        and not name.startswith(("/", "~"))
        and not _DRIVE.match(name)
        and not _FORBIDDEN.search(name)
        and all(_is_plain(part) for part in parts)
    )
    if not plain:
        raise InputError(mark("The archive is refused: “{name}” is no safe name for a file.", name=shown(name)))


def check_names(names: Iterable[str]) -> None:
    """Raise InputError where a name is not plain, or two mean the same file on some system."""
    known: dict[str, str] = {}
    for count, name in enumerate(names, start=1):
        if count > MOST_FILES:
            raise InputError(too_many_files())
        check_name(name)
        alike = unicodedata.normalize("NFC", name).casefold()
        if alike in known:
            raise InputError(
                mark(
                    "The archive is refused: “{one}” and “{other}” are the same file on some computers.",
                    one=shown(known[alike]),
                    other=shown(name),
                )
            )
        known[alike] = name


def walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder, by its name with `/`, in order; nothing is followed out of it.

    Raises InputError for a link, for what is no ordinary file, and for more files or bytes than an archive may hold.
    """
    found = sorted(_files(folder, ""))
    check_names(name for name, _path in found)
    if sum(path.stat().st_size for _name, path in found) > MOST_BYTES:
        raise InputError(too_large())
    yield from found


def shown(name: str) -> str:
    """A name as it may be shown: short, without control characters."""
    return "".join(sign if sign.isprintable() else "�" for sign in name)[:80]


def too_many_files() -> Message:
    """More files than an archive may hold."""
    return mark("The archive is refused: it holds more than {n} files.", n=MOST_FILES)


def too_large() -> Message:
    """More bytes than an archive may hold."""
    return mark("The archive is refused: unpacked it is larger than {n} GB.", n=MOST_BYTES // 1024**3)


def _files(folder: Path, above: str) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{above}{entry.name}"
            kind = entry.stat(follow_symlinks=False).st_mode
            if entry.is_symlink() or not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
                raise InputError(
                    mark("The archive is refused: “{name}” is a link or no ordinary file.", name=shown(name))
                )
            if stat.S_ISDIR(kind):
                if name.count("/") > 20:
                    raise InputError(
                        mark("The archive is refused: “{name}” is no safe name for a file.", name=shown(name))
                    )
                yield from _files(Path(entry.path), f"{name}/")
            else:
                yield name, Path(entry.path)


def _is_plain(part: str) -> bool:
    if part in {"", ".", ".."} or part != part.strip() or part.endswith("."):
        return False
    try:
        part.encode()
    except UnicodeEncodeError:  # half a character, or bytes that are no text
        return False
    return part.split(".")[0].casefold() not in _DEVICES
