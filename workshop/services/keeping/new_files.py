"""A library file that was made only now, taken away again where what it was made for was refused."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from workshop.models.sqlite_file import is_open_here, open_for_reading


@contextmanager
def kept_if_used(file: Path | None) -> Generator[None]:
    """Where an exception leaves this and `file` was made within it, it goes again, and so do folders that were made for it.

    It stays where anything was ever done in it, or where somebody else has it open.
    """
    if file is None or file.exists():
        yield
        return
    folders = [folder for folder in file.absolute().parents if not folder.exists()]
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what cannot be taken away is no second fault
            if file.exists() and _is_unused(file):
                file.unlink()
            for folder in folders:
                folder.rmdir()
        raise


def _is_unused(file: Path) -> bool:
    """Whether nobody has the library open, and nothing was ever written down in its journal."""
    if is_open_here(file) or file.with_name(f"{file.name}-wal").exists():
        return False
    try:
        with closing(open_for_reading(file)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:  # its making was itself broken off
                return True
            return connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0] == 0
    except sqlite3.Error:  # no library of ours
        return False
