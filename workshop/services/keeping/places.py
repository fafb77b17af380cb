"""Where the data is kept: folders looked at before a library is made there, and the user's own library opened."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from workshop import paths
from workshop.language import Message, mark
from workshop.models.database import SCHEMA_VERSION, file_of
from workshop.models.errors import LibraryError
from workshop.models.records.places import FolderFinding, PlaceKind
from workshop.models.sqlite_file import check_before_opening, open_for_reading
from workshop.services.keeping.kinds_of_place import kind_of_place
from workshop.services.keeping.library import Library, open_library
from workshop.services.voting.ballot_box import kept_keys
from workshop.settings import Settings, library_file

MEGABYTE = 1024 * 1024
LEAST_ROOM = 100 * MEGABYTE  # a library with photos of one session
GOOD_ROOM = 1024 * MEGABYTE


def open_own_library(
    settings: Settings, *, named: str | None = None, create: bool = False, first: bool = False
) -> Library:
    """The library that `named` names, made where `create` allows it, or else the user's own.

    The user's own is made at the platform's place whenever it is missing, at a place that the user has chosen only while
    `first` says that it is being set up: a stick that is not plugged in must not be answered with an empty library.
    Raises LibraryError.
    """
    if named:
        return _opened(open_library(named, station=settings.station, create=create))
    file = library_file(settings)
    chosen = bool(settings.library) and not first
    if chosen and not file.is_file():
        raise LibraryError(_gone(file))
    return _opened(open_library(file, station=settings.station, create=not chosen))


def own_file(settings: Settings, *, named: str | None = None) -> Path | None:
    """The file of that library, open or not; None for one on a server.

    Raises InputError for a malformed address, LibraryError where the user has chosen a place that is gone.
    """
    if named:
        return file_of(named)
    file = library_file(settings)
    if settings.library and not file.parent.is_dir():
        raise LibraryError(_gone(file))
    return file


def examine_folder(folder: Path) -> FolderFinding:
    """Look at a folder in which the data may be kept; nothing is made or changed there."""
    folder = folder.expanduser()
    problem = _problem(folder)
    if problem is not None:
        return FolderFinding(folder / paths.library_file().name, problem=problem)
    file = _library_in(folder)
    finding = FolderFinding(file)
    kind, service = kind_of_place(folder)
    finding = replace(finding, kind=kind, service=service, warning=_warning(folder, kind, service))
    if not file.exists():
        return finding
    try:
        check_before_opening(file, newest=SCHEMA_VERSION, create=False)
    except LibraryError as error:
        return replace(finding, exists=True, problem=error.message)
    return replace(finding, exists=True, projects=_count_projects(file))


def _gone(file: Path) -> Message:
    return mark(
        "Your data is not at {place}. If it is on a drive or a network, connect it and try again.", place=str(file)
    )


def _opened(library: Library) -> Library:
    """The library; what a killed process left behind of a vote that was being closed is cleared away first."""
    if kept_keys(library):
        from workshop.services.voting.polls import finish_closing  # needed only then

        finish_closing(library)
    return library


def _library_in(folder: Path) -> Path:
    """The library in a folder, under its usual name or as the only one there, or where it would be made."""
    usual = folder / paths.library_file().name
    if usual.exists():
        return usual
    others = sorted(folder.glob(f"*{usual.suffix}"))
    return others[0] if len(others) == 1 else usual


def _problem(folder: Path) -> Message | None:
    """Why a folder cannot be used at all."""
    if not folder.is_absolute():
        return mark("Please choose a folder with its whole path.")
    try:
        there = next(place for place in (folder, *folder.parents) if place.exists())
        if not there.is_dir():
            return mark("{place} is not a folder. Choose another one.", place=str(there))
        with tempfile.TemporaryFile(dir=there):  # trying is surer than asking for rights
            room = shutil.disk_usage(there).free
    except (OSError, StopIteration):
        return mark("Nothing can be saved in {place}. Choose another folder.", place=str(folder))
    if room < LEAST_ROOM:
        return mark(
            "There is not enough room on this disk: {free} MB are free, {needed} MB are needed. "
            "Free some space or choose another folder.",
            free=room // MEGABYTE,
            needed=LEAST_ROOM // MEGABYTE,
        )
    return None


def _warning(folder: Path, kind: PlaceKind, service: str) -> Message | None:
    """What should be thought about before a folder is used."""
    if kind is PlaceKind.SYNCED:
        return mark(
            "{service} copies this folder to the internet, and the participants' data with it. "
            "A folder on this computer alone is safer.",
            service=service,
        )
    if kind is PlaceKind.NETWORK:
        return mark(
            "This folder is on a network. If the connection breaks during a session, nothing can be saved. "
            "A folder on this computer is safer."
        )
    if kind is PlaceKind.REMOVABLE:
        return mark("This drive can be unplugged. Keep it connected during a session, and back it up now and then.")
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    if free < GOOD_ROOM:
        return mark("Only {free} MB are free on this disk. That may be little for many photos.", free=free // MEGABYTE)
    return None


def _count_projects(file: Path) -> int | None:
    """How many projects a library holds, read without opening it for writing."""
    try:
        with closing(open_for_reading(file, timeout=1)) as connection:
            return int(connection.execute("SELECT count(*) FROM project WHERE NOT practice").fetchone()[0])
    except sqlite3.Error:
        return None


def schema_of(library: Library) -> str:
    """The version of the database schema and the kind of database, for whoever helps."""
    kind = f"SQLite {sqlite3.sqlite_version}" if library.database.is_sqlite else library.database.engine.dialect.name
    return f"{SCHEMA_VERSION} ({kind})"
