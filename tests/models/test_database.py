"""Opening a library: made from empty, refused with a reason, never touched where it is refused."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from workshop.models import database as databases
from workshop.models.database import SCHEMA_VERSION, open_database, schema_version
from workshop.models.errors import (
    BusyLibraryError,
    DamagedLibraryError,
    FullDiskError,
    InputError,
    LibraryError,
    NewerLibraryError,
    ReadOnlyLibraryError,
)
from workshop.models.sqlite_file import check_before_opening
from workshop.models.tables.all import METADATA
from workshop.services.keeping.library import Library


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library that was made and closed."""
    place = tmp_path / "library.workshop"
    open_database(place).close()
    return place


def test_the_migrations_make_just_what_is_mapped(file: Path) -> None:
    database = open_database(file)
    with database.connection(reading=True) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    database.close()


def test_opening_again_migrates_nothing(file: Path) -> None:
    before = file.read_bytes()
    database = open_database(file)
    assert schema_version(database) == SCHEMA_VERSION
    database.close()
    assert file.read_bytes() == before


def test_keys_are_enforced_and_every_commit_reaches_the_disk(file: Path) -> None:
    database = open_database(file)
    with database.connection(reading=True) as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("foreign_keys", "synchronous", "journal_mode", "secure_delete")
        }
    assert pragmas == {"foreign_keys": 1, "synchronous": 2, "journal_mode": "wal", "secure_delete": 1}
    with pytest.raises(IntegrityError), database.connection(reading=False) as connection:
        connection.execute(text("INSERT INTO voter_mark VALUES ('00', '00')"))
    database.close()


def test_a_failed_migration_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workshop.models.migrations import runner

    def half(connection: object) -> None:
        runner_migrate(connection)
        raise RuntimeError("power cut")

    runner_migrate: Callable[..., None] = runner.migrate
    monkeypatch.setattr(runner, "migrate", half)
    place = tmp_path / "library.workshop"
    with pytest.raises(RuntimeError):
        open_database(place)
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    monkeypatch.undo()
    open_database(place).close()


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")


def _garbage(file: Path) -> None:
    file.write_bytes(b"not a library " * 100)


def _short(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\x00abc")


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _overwritten(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:12288] = os.urandom(8192)
    file.write_bytes(content)


def _foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_newer, NewerLibraryError),
        (_garbage, DamagedLibraryError),
        (_short, DamagedLibraryError),
        (_cut, DamagedLibraryError),
        (_overwritten, DamagedLibraryError),
        (_foreign, DamagedLibraryError),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name_and_not_touched(
    file: Path, spoil: Callable[[Path], None], error: type[LibraryError], korean, english
) -> None:
    spoil(file)
    before = file.read_bytes()
    with pytest.raises(error) as caught:
        open_database(file)
    for language in (korean, english):
        assert str(file) in language.tell(caught.value.message)
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == [file]


def test_a_missing_library_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "library.workshop"
    with pytest.raises(LibraryError, match="no library"):
        open_database(place, create=False)
    assert not place.parent.exists()
    open_database(place).close()
    assert place.exists()


def test_an_empty_file_is_a_library_only_where_a_new_one_is_wanted(tmp_path: Path, korean, english) -> None:
    place = tmp_path / "library.workshop"
    place.touch()
    with pytest.raises(DamagedLibraryError) as caught:
        open_database(place, create=False)
    assert place.stat().st_size == 0
    for language in (korean, english):
        assert str(place) in language.tell(caught.value.message)
    open_database(place).close()
    assert place.stat().st_size > 0


def test_a_folder_is_not_a_library(tmp_path: Path) -> None:
    with pytest.raises(DamagedLibraryError, match="folder"):
        open_database(tmp_path)


def test_a_read_only_folder_is_told_before_anything_is_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK and real(place, mode))
    before = file.read_bytes()
    with pytest.raises(ReadOnlyLibraryError, match="cannot be written"):
        open_database(file)
    assert file.read_bytes() == before


def test_a_locked_library_is_told_after_a_short_wait(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.05)
    database = open_database(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyLibraryError, match="in use"), database.connection(reading=False):
            pass
    with database.connection(reading=False) as connection:
        connection.execute(text("SELECT 1"))
    database.close()


def test_a_full_disk_is_told_and_loses_nothing(library: Library) -> None:
    from tests.builders import make_project
    from workshop.services.projects import projects

    make_project(library, "먼저")
    with library.database.connection(reading=True) as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    with library.database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def fill() -> None:
        for _ in range(200):
            make_project(library, "가" * 300)

    with pytest.raises(FullDiskError, match="is full"):
        fill()
    titles = [card.project.title for card in projects.list_projects(library)]
    assert "먼저" in titles


@pytest.mark.parametrize("address", ["nonsense://x", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_wrong_address_is_one_sentence(address: str) -> None:
    with pytest.raises((InputError, LibraryError)) as caught:
        open_database(address)
    assert "\n" not in str(caught.value)


def test_the_password_of_a_server_is_not_shown(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        open_database("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)


def test_looking_at_an_open_library_keeps_its_locks(file: Path) -> None:
    """Locks belong to the process: a look at the bytes would let them go, and the next one to close would drop our log."""
    database = open_database(file)
    with database.connection(reading=False) as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS mine (n)"))
    check_before_opening(file, newest=SCHEMA_VERSION, create=False)
    other = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('CREATE TABLE theirs (n)'); c.commit(); c.close()"
    subprocess.run([sys.executable, "-c", other, str(file)], check=True)
    assert file.with_name(f"{file.name}-wal").exists()  # we still use it
    with database.connection(reading=True) as connection:
        assert connection.execute(text("SELECT count(*) FROM theirs")).scalar_one() == 0
    database.close()
