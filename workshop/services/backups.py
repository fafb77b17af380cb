"""Consistent copies of the library, made while it is in use."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from workshop.language import mark
from workshop.models import faults
from workshop.models.errors import LibraryError, RefusedError
from workshop.services.library import Library

_log = logging.getLogger(__name__)
KEPT = 10


def keep_backup(library: Library) -> Path | None:
    """A copy in the folder `backups` beside the library, the newest ten kept; none for a server, which has its own.

    A copy that cannot be made is noted in the log and hinders nothing.
    """
    file = library.database.file
    if file is None:
        return None
    try:
        target = make_backup(library, out=next_backup_file(library))
        for old in sorted(target.parent.glob(f"{file.stem}-*{file.suffix}"))[:-KEPT]:
            old.unlink()
    except (OSError, LibraryError) as error:
        _log.warning("no backup was made: %s", error)
        return None
    return target


def next_backup_file(library: Library) -> Path:
    """A new file in the folder `backups` beside the library, named after the moment; raises as `make_backup` does."""
    file = _file_of(library)
    folder = file.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise faults.read_only(str(folder)) from error
    return folder / f"{file.stem}-{library.now():%Y%m%d-%H%M%S-%f}{file.suffix}"


def make_backup(library: Library, *, out: Path) -> Path:
    """A consistent copy at `out`, through SQLite's backup call; a half-made copy never appears there.

    Raises RefusedError for a library on a server, LibraryError where the copy cannot be written.
    """
    file = _file_of(library)
    beside = out.with_name(f".{out.name}.part")
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
        beside.replace(out)
    except (OSError, sqlite3.Error) as error:
        beside.unlink(missing_ok=True)
        full = "full" in str(error) or getattr(error, "errno", None) == 28
        raise (faults.full_disk if full else faults.read_only)(str(out)) from error
    return out


def _file_of(library: Library) -> Path:
    file = library.database.file
    if file is None:
        raise RefusedError(mark("A library on a server is backed up by that server."))
    return file
