"""Consistent copies of the library, made while it is in use."""

import glob
import logging
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from workshop.language import mark
from workshop.models import faults
from workshop.models.errors import InputError, ReadOnlyLibraryError, RefusedError, WorkshopError
from workshop.models.records.backups import BackupRecord
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import fault_of_writing

_log = logging.getLogger(__name__)
KEPT = 10
BEFORE_RESTORE = "-before-restore"
_MOMENT = "%Y%m%d-%H%M%S-%f"
_NAME = re.compile(rf"-([0-9]{{8}}-[0-9]{{6}}-[0-9]{{6}})({BEFORE_RESTORE})?$")


def keep_backup(library: Library) -> Path | None:
    """A copy in the folder `backups` beside the library, the newest ten kept; none for a server, which has its own.

    A copy that cannot be made is noted in the log and hinders nothing.
    """
    if library.database.file is None:
        return None
    try:
        return add_backup(library)
    except (OSError, WorkshopError) as error:
        _log.warning("no backup was made: %s", error)
        return None


def add_backup(library: Library) -> Path:
    """The same for somebody who asks for it; raises as `make_backup` does."""
    target = make_backup(library, out=next_backup_file(library))
    for old in list_backups(_file_of(library))[KEPT:]:
        old.file.unlink(missing_ok=True)
    return target


def backups_of(library: Library) -> tuple[BackupRecord, ...] | None:
    """The copies of an open library, the newest first; None for one on a server."""
    return None if library.database.file is None else list_backups(library.database.file)


def list_backups(file: Path) -> tuple[BackupRecord, ...]:
    """The copies in the folder `backups` beside the library file, the newest first."""
    found = list[BackupRecord]()
    for copy in backup_folder(file).glob(f"{glob.escape(file.stem)}-*{glob.escape(file.suffix)}"):
        told = _NAME.fullmatch(copy.stem.removeprefix(file.stem))
        if told:
            made = datetime.strptime(told[1], _MOMENT).replace(tzinfo=UTC)
            found.append(BackupRecord(copy, made, copy.stat().st_size, before_restore=bool(told[2])))
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def backup_folder(file: Path) -> Path:
    """The folder `backups` beside a library file; it may be still to be made."""
    return file.parent / "backups"


def next_backup_file(library: Library) -> Path:
    """A new file in the folder `backups` beside the library, named after the moment; raises as `make_backup` does."""
    return name_backup(_file_of(library), library.now())


def name_backup(file: Path, moment: datetime, kind: str = "") -> Path:
    """A name for a copy of a library file in its folder of backups, which is made; raises LibraryError where it cannot be."""
    folder = backup_folder(file)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise faults.of_file(error, str(folder)) from error
    return folder / f"{file.stem}-{moment.astimezone(UTC):{_MOMENT}}{kind}{file.suffix}"


def make_backup(library: Library, *, out: Path) -> Path:
    """A consistent copy at `out`, through SQLite's backup call; a half-made copy never appears there.

    Raises RefusedError for a library on a server, InputError where `out` is the library itself, another WorkshopError where
    the copy cannot be written.
    """
    file = _file_of(library)
    if out.resolve() == file.resolve():
        raise InputError(mark("{place} is the library itself. Name another file for the copy.", place=str(out)))
    beside = out.with_name(f".{out.name}.part")
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
        beside.replace(out)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _fault_of_copy(error, out) from error
    return out


def _fault_of_copy(error: OSError | sqlite3.Error, out: Path) -> WorkshopError:
    """What is wrong with the place of a copy; the library itself needs no other place for it."""
    fault = faults.of_file(error, str(out))
    if not isinstance(fault, ReadOnlyLibraryError):
        return fault
    return fault_of_writing(PermissionError() if out.parent.is_dir() else FileNotFoundError(), out)


def _file_of(library: Library) -> Path:
    file = library.database.file
    if file is None:
        raise RefusedError(mark("A library on a server is backed up by that server."))
    return file
