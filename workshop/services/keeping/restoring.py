"""A copy put back in the place of the library, which is kept first: so a restore can itself be taken back.

The copy is looked at and brought up to date apart from the library. Then its pages are written into the library in one
transaction of SQLite's own backup call: whoever has the library open meanwhile, here or in another process, sees it as it
was or as it is then, and a kill in between leaves it as it was.
"""

import shutil
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from sqlalchemy import select

from workshop.language import Message, mark
from workshop.models import faults
from workshop.models.database import BUSY_SECONDS, SCHEMA_VERSION, open_database
from workshop.models.enums import PollState
from workshop.models.errors import DamagedLibraryError, NewerLibraryError, NotFoundError, RefusedError
from workshop.models.records.backups import RestoredRecord
from workshop.models.sqlite_file import APPLICATION_ID, open_for_reading
from workshop.models.tables.votes import Poll
from workshop.services.keeping.backups import BEFORE_RESTORE, make_backup, name_backup
from workshop.services.keeping.library import Library, open_library
from workshop.services.voting.ballot_box import has_key

_NO_COPY = mark("{file} is no copy of a workshop library, or it is damaged. Nothing was changed; choose another file.")
_DAMAGED = mark("{file} is damaged and cannot be restored. Nothing was changed; choose another copy.")
_NEWER = mark(
    "{file} was made by a newer version of Living Lab Workshop. Nothing was changed; update the program, then try again."
)


def restore_backup(library: Library, *, backup: Path) -> RestoredRecord:
    """Put a copy in the place of an open library, which is kept in the folder of backups first.

    Nobody can write between the keeping and the restoring, so nothing that was acknowledged is in neither. The journal of the
    restored library says that it was restored. Raises NotFoundError, DamagedLibraryError or NewerLibraryError where the copy
    cannot be restored, RefusedError for a library on a server, BusyLibraryError where another program holds the library,
    LibraryError where the disk is full or cannot be written to; the library is then as it was.
    """
    file = library.database.file
    if file is None:
        raise RefusedError(mark("A library on a server is restored by that server."))
    if backup.exists() and backup.samefile(file):
        raise RefusedError(mark("{file} is the library itself. Choose a copy of it.", file=str(backup)))
    with _prepared(backup, file) as copy:
        kept = name_backup(file, library.now(), BEFORE_RESTORE)
        _pour(copy, file, held=lambda: make_backup(library, out=kept))
    return RestoredRecord(backup, kept, _noted(library))


def rescue_library(file: Path, *, backup: Path) -> RestoredRecord:
    """Put a copy where no library is, or one that cannot be opened; what is there is kept as it is in the folder of backups.

    Raises as `restore_backup` does.
    """
    kept = None
    with _prepared(backup, file) as copy:
        logs = [file.with_name(f"{file.name}{ending}") for ending in ("-wal", "-shm")]
        try:
            if file.exists():
                kept = name_backup(file, datetime.now(UTC), BEFORE_RESTORE)
                for part in (file, *logs):
                    if part.exists():
                        shutil.copy2(part, kept.with_name(part.name.replace(file.name, kept.name)))
            for log in logs:  # they belong to what was there; beside another file they would damage it
                log.unlink(missing_ok=True)
            copy.replace(file)
        except OSError as error:
            raise faults.of_file(error, str(file)) from error
    with closing(open_library(file)) as library:
        return RestoredRecord(backup, kept, _noted(library))


@contextmanager
def _prepared(backup: Path, file: Path) -> Generator[Path]:
    """A sound copy of the backup beside the library, in the present schema; gone at the end."""
    folder = file.with_name(f".{file.name}.restoring")
    shutil.rmtree(folder, ignore_errors=True)  # left by somebody who was killed
    try:
        folder.mkdir(mode=0o700, parents=True)
        copy = folder / file.name
        _copy_out(backup, copy)
        open_database(copy).close()  # an older one is migrated here, apart from the library
        yield copy
    except OSError as error:
        raise faults.of_file(error, str(file)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_out(backup: Path, copy: Path) -> None:
    """The backup copied as SQLite reads it, and looked at as a whole."""
    if not backup.is_file():
        raise NotFoundError(mark("There is no file {file}.", file=str(backup)))
    try:
        with closing(open_for_reading(backup)) as source:
            if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DamagedLibraryError(_about(_NO_COPY, backup))
            if source.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
                raise NewerLibraryError(_about(_NEWER, backup))
            with closing(sqlite3.connect(copy)) as target:
                source.backup(target, progress=_patience(backup))
                sound = target.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
                sound = sound and target.execute("PRAGMA foreign_key_check").fetchone() is None
    except UnicodeDecodeError as error:  # SQLite's own words name what is damaged by its bytes
        raise DamagedLibraryError(_about(_DAMAGED, backup)) from error
    except sqlite3.DatabaseError as error:
        words = str(error)
        if "full" in words or "readonly" in words:
            raise faults.of_file(error, str(copy.parent.parent)) from error
        raise DamagedLibraryError(_about(_NO_COPY if "not a database" in words else _DAMAGED, backup)) from error
    if not sound:
        raise DamagedLibraryError(_about(_DAMAGED, backup))


def _pour(copy: Path, file: Path, *, held: Callable[[], object]) -> None:
    """Write the pages of `copy` into `file` in one transaction; `held` is called when nobody else can write there any more."""
    waits, done = _patience(file), False

    def stepped(status: int, left: int, whole: int) -> None:
        nonlocal done
        waits(status, left, whole)
        if status == sqlite3.SQLITE_OK and not done:
            done = True
            held()

    try:
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(file, timeout=0)) as target:
            for pragma in ("secure_delete=ON", "synchronous=FULL"):
                target.execute(f"PRAGMA {pragma}")
            # A page at a time: the last one commits, so a second one is needed for `held`, and every library has it. Asked for
            # again and again, since SQLite's own patience grows long naps, in which a busy writer always comes first.
            source.backup(target, pages=1, progress=stepped, sleep=0.002)
            target.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as error:
        raise faults.of_file(error, str(file)) from error


def _patience(file: Path) -> Callable[[int, int, int], None]:
    """Gives up where somebody holds a file for longer than a moment; Python's backup would wait for ever."""
    end = monotonic() + BUSY_SECONDS

    def waited(status: int, _left: int, _whole: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > end:
            raise faults.busy(str(file))

    return waited


def _noted(library: Library) -> tuple[str, ...]:
    """Write into the journal that the library was restored; the running votes whose ballots nobody can open any more."""
    with library.write("restore backup") as work:
        running = work.rows.scalars(select(Poll).where(Poll.state.in_([PollState.OPEN, PollState.PAUSED])))
        return tuple(poll.title for poll in running if not has_key(library, poll_id=poll.id))


def _about(message: Message, file: Path) -> Message:
    return mark(message.msgid, file=str(file))
