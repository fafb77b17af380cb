"""Database errors put into the user's words: what lies with the disk or another program, not with us."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from workshop.language import mark
from workshop.models.errors import (
    BusyLibraryError,
    DamagedLibraryError,
    FullDiskError,
    LibraryError,
    NewerLibraryError,
    ReadOnlyLibraryError,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def fault_of(error: DBAPIError, place: str) -> Exception:
    """The LibraryError that a driver's error means, or the error itself where it is a fault of ours."""
    return _told(str(error.orig), place) or error


def busy(place: str) -> LibraryError:
    """Another program holds the library."""
    return BusyLibraryError(
        mark("{place} is in use by another program. Close that program, then try again.", place=place)
    )


def read_only(place: str) -> LibraryError:
    """The library cannot be written to."""
    return ReadOnlyLibraryError(
        mark("{place} cannot be written to. Move the library to a folder where you may save files.", place=place)
    )


def full_disk(place: str) -> LibraryError:
    """No room is left."""
    return FullDiskError(
        mark("The disk that holds {place} is full. Free some space, then try again; nothing was lost.", place=place)
    )


def of_file(error: OSError | sqlite3.Error, place: str) -> LibraryError:
    """What kept a library file from being copied or written: no room, damage, another program, or else no leave."""
    if isinstance(error, OSError):
        return (full_disk if is_full(error) else read_only)(place)
    return _told(str(error), place) or read_only(place)


def is_full(error: OSError) -> bool:
    """Whether no room is left where something was to be written."""
    return error.errno in _NO_ROOM


def damaged(place: str) -> LibraryError:
    """The file is not whole."""
    return DamagedLibraryError(
        mark("{place} is damaged. It was left as it is; restore a backup, or open another library.", place=place)
    )


def emptied(place: str) -> LibraryError:
    """The file is there, but nothing is in it."""
    return DamagedLibraryError(
        mark("{place} is empty: nothing is left in it. Restore a backup, or open another library.", place=place)
    )


def foreign(place: str) -> LibraryError:
    """It is somebody else's database."""
    return DamagedLibraryError(mark("{place} holds something that is not a workshop library.", place=place))


def newer(place: str) -> LibraryError:
    """A newer version of the application made it."""
    return NewerLibraryError(
        mark(
            "{place} was made by a newer version of Living Lab Workshop. "
            "Please update the program, or open another library.",
            place=place,
        )
    )


def unreachable(place: str) -> LibraryError:
    """The server does not answer, or does not let us in."""
    return LibraryError(
        mark("The database {place} cannot be reached. Check its address and that it is running.", place=place)
    )


_FAULTS = (
    (("database is locked", "database table is locked", "lock timeout"), busy),
    (("readonly database", "read-only", "unable to open database file", "permission denied"), read_only),
    (("disk is full", "no space left", "disk full"), full_disk),
    (("malformed", "not a database", "disk i/o error", "file is encrypted", "unsupported file format",
      "could not decode to utf-8"), damaged),
    (("connection refused", "could not connect", "connection failed", "timeout expired", "does not exist",
      "authentication failed", "could not translate host"), unreachable),
)  # fmt: skip


def _told(words: str, place: str) -> LibraryError | None:
    """The fault that a database's own words tell."""
    found = (make for signs, make in _FAULTS if any(sign in words.lower() for sign in signs))
    return next((make(place) for make in found), None)
