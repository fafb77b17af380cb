"""A library file looked at from outside, before SQLite touches it."""

import os
import shutil
import sqlite3
import threading
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from workshop.language import mark
from workshop.models import faults
from workshop.models.errors import DamagedLibraryError, LibraryError, ReadOnlyLibraryError

# "LLWs": marks a file as a library of this application.
APPLICATION_ID = 0x4C4C5773
_MAGIC = b"SQLite format 3\x00"
_VERSION_AT, _APPLICATION_AT = 60, 68
# A quick check reads the whole file; above this size it is left to `workshop check`.
_CHECKED_UP_TO = 64 * 1024 * 1024


# Libraries that this process has open, and how often. A file's locks belong to the process: whoever opens the file past
# SQLite and closes it again lets go of them all, and another process would then fold away a log that is still in use
# (sqlite.org/howtocorrupt.html, 2.2). So the bytes of an open library are never looked at from outside.
_open_here: Counter[Path] = Counter()
_counting = threading.Lock()


def note_opened(file: Path) -> None:
    """A library of this file is open in this process from now on."""
    with _counting:
        _open_here[file.resolve()] += 1


def note_closed(file: Path) -> None:
    """One library less of this file is open in this process."""
    with _counting:
        _open_here[file.resolve()] -= 1


def is_open_here(file: Path) -> bool:
    """Whether this process has a library of this file open."""
    return _open_here[file.resolve()] > 0


def check_before_opening(file: Path, *, newest: int, create: bool) -> None:
    """Refuse a file that is no library, damaged, newer or not writable, without writing anything.

    Raises LibraryError; with `create` an empty file is fine, and a missing one where its folder can be made and written to.
    """
    place = str(file)
    if file.is_dir():
        raise DamagedLibraryError(mark("{place} is a folder, not a library. Name a file.", place=place))
    if not file.exists():
        _check_missing(file, create=create)
        return
    if not file.is_file():
        raise faults.foreign(place)  # a pipe would never end, and a device keeps nothing
    if is_open_here(file):
        return
    if not os.access(file, os.R_OK):
        raise ReadOnlyLibraryError(mark("{place} cannot be read. Ask its owner for access.", place=place))
    _check_header(file, newest=newest, create=create)
    if not os.access(file, os.W_OK) or not os.access(file.parent, os.W_OK):
        raise faults.read_only(place)
    if 0 < file.stat().st_size <= _CHECKED_UP_TO:
        _check_pages(file)


def copy_before_migration(file: Path, version: int) -> Path:
    """A consistent copy of the library beside it, made before a migration step; returns its path."""
    target = file.with_name(f"{file.stem}.before-{version + 1}{file.suffix}")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    shutil.copymode(file, target)
    return target


def open_for_reading(file: Path, *, timeout: float = 5) -> sqlite3.Connection:
    """A connection that can change nothing, to a file that may lie where nothing can be written; raises sqlite3.Error."""
    # Without a log beside it nobody has the file open, and it can be read without making one.
    log = file.with_name(f"{file.name}-wal")
    mode = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    return sqlite3.connect(f"file:{quote(str(file.absolute()))}?{mode}", uri=True, timeout=timeout)


def _check_missing(file: Path, *, create: bool) -> None:
    if not create:
        raise LibraryError(mark("There is no library at {place}. Check the path.", place=str(file)))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise faults.read_only(str(file)) from error
    if not os.access(file.parent, os.W_OK):
        raise faults.read_only(str(file))


def _check_header(file: Path, *, newest: int, create: bool) -> None:
    """Look at the first hundred bytes alone; an empty file is a library still to be made, or one of which nothing is left."""
    header = _head(file)
    if not header and not create:
        raise faults.emptied(str(file))
    if not header:
        return
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DamagedLibraryError(
            mark(
                "{place} is not a workshop library, or it is damaged. "
                "It was left as it is; open another file or restore a backup.",
                place=str(file),
            )
        )
    application = int.from_bytes(header[_APPLICATION_AT : _APPLICATION_AT + 4])
    version = int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4])
    if application not in {0, APPLICATION_ID}:
        raise faults.foreign(str(file))
    if application == APPLICATION_ID and version > newest:
        raise faults.newer(str(file))


def _head(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(100)


def _check_pages(file: Path) -> None:
    """SQLite's own quick check on a connection that may only read, and whether the tables are ours."""
    try:
        with closing(open_for_reading(file)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise faults.damaged(str(file))
            marked = connection.execute("PRAGMA application_id").fetchone()[0]
            if marked == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise faults.foreign(str(file))
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise faults.busy(str(file)) from error
        raise faults.damaged(str(file)) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # SQLite's own words name what is damaged by its bytes
        raise faults.damaged(str(file)) from error
