"""A copy put back: nothing is lost by it, it can be taken back itself, and what is no copy changes nothing."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import create_engine

from tests.builders import KO, Room, cast, make_project, make_room, open_poll
from workshop.models.errors import (
    BusyLibraryError,
    DamagedLibraryError,
    FullDiskError,
    NewerLibraryError,
    NotFoundError,
    RefusedError,
    WorkshopError,
)
from workshop.models.migrations.runner import migrate
from workshop.models.sqlite_file import APPLICATION_ID
from workshop.services.ideas import ideas
from workshop.services.keeping import backups, checks, restoring
from workshop.services.keeping.library import Library, open_library
from workshop.services.projects import projects
from workshop.services.voting import polls


@pytest.fixture
def kept(sqlite_template: Path, tmp_path: Path) -> Iterator[Library]:
    """A library in a file, with one project."""
    file = shutil.copyfile(sqlite_template, tmp_path / "자료 [1].workshop")
    library = open_library(file, station="test")
    make_project(library, "안심 통학로")
    yield library
    library.close()


def _titles(library: Library) -> set[str]:
    return {line.project.title for line in projects.list_projects(library)}


def _copy(library: Library, tmp_path: Path) -> Path:
    return backups.make_backup(library, out=tmp_path / "copy.workshop")


def _leftovers(tmp_path: Path) -> list[str]:
    return [file.name for file in tmp_path.iterdir() if "restoring" in file.name]


def test_a_copy_is_restored_and_the_restore_is_taken_back(kept: Library, tmp_path: Path) -> None:
    copy = _copy(kept, tmp_path)
    make_project(kept, "마을 쉼터")
    done = restoring.restore_backup(kept, backup=copy)
    assert (_titles(kept), done.sealed) == ({"안심 통학로"}, ())
    assert done.kept is not None
    restoring.restore_backup(kept, backup=done.kept)
    assert _titles(kept) == {"안심 통학로", "마을 쉼터"}
    assert checks.check_library(kept) == ()
    assert _leftovers(tmp_path) == []


def test_what_was_kept_before_is_listed_with_the_other_copies(kept: Library) -> None:
    first = backups.keep_backup(kept)
    assert first is not None
    restoring.restore_backup(kept, backup=first)
    assert kept.database.file is not None
    listed = backups.list_backups(kept.database.file)
    assert [backup.before_restore for backup in listed] == [True, False]
    assert listed[1].file == first
    assert listed[0].size > 0


def test_nothing_acknowledged_is_missing_from_both(tmp_path: Path, kept: Library) -> None:
    """Another station writes all the time; each idea is in the library as it was before or as it is now."""
    room = make_room(kept)
    copy = _copy(kept, tmp_path)
    acknowledged: set[UUID] = set()
    over, some = threading.Event(), threading.Event()

    def write(station: Library) -> None:
        while not over.wait(0.001):
            acknowledged.add(ideas.add_idea(station, session_id=room.session_id, text=f"{len(acknowledged)}").record.id)
            if len(acknowledged) > 5:
                some.set()

    with closing(open_library(Path(kept.place), station="other")) as other, ThreadPoolExecutor() as pool:
        writing = pool.submit(write, other)
        try:
            assert some.wait(10)
            done = restoring.restore_backup(kept, backup=copy)
        finally:
            over.set()
        writing.result()
    assert done.kept is not None
    before = open_library(done.kept)
    found = _ideas(before, room) | _ideas(kept, room)
    before.close()
    assert len(acknowledged) > 5
    assert acknowledged <= found
    assert checks.check_library(kept) == ()


def _ideas(library: Library, room: Room) -> set[UUID]:
    return {idea.id for idea in ideas.idea_board(library, session_id=room.session_id).ideas}


def test_a_library_that_cannot_be_kept_first_stays_as_it_is(
    kept: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = _copy(kept, tmp_path)
    make_project(kept, "마을 쉼터")

    def full(*_library: object, **_out: object) -> None:
        raise FullDiskError(restoring.mark("full"))

    monkeypatch.setattr(restoring, "make_backup", full)
    with pytest.raises(FullDiskError):
        restoring.restore_backup(kept, backup=copy)
    assert len(_titles(kept)) == 2
    assert checks.check_library(kept) == ()


def _holes(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[60_000:90_000] = b"\7" * 30_000
    copy.write_bytes(content)


def _foreign(copy: Path) -> None:
    copy.unlink()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE recipe (words TEXT)")


def _newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version=99")


def _loose_key(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE phase SET project_id = '00000000000000000000000000000000'")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (Path.unlink, NotFoundError),
        (lambda copy: copy.write_bytes(b""), DamagedLibraryError),
        (lambda copy: copy.write_text("no library"), DamagedLibraryError),
        (lambda copy: copy.write_bytes(copy.read_bytes()[:100_000]), DamagedLibraryError),
        (_holes, DamagedLibraryError),
        (_loose_key, DamagedLibraryError),
        (_foreign, DamagedLibraryError),
        (_newer, NewerLibraryError),
    ],
)
def test_what_is_no_sound_copy_is_refused_and_changes_nothing(kept, tmp_path, spoil, error) -> None:
    copy = _copy(kept, tmp_path)
    spoil(copy)
    with pytest.raises(error) as told:
        restoring.restore_backup(kept, backup=copy)
    assert str(copy) in KO.tell(told.value.message)
    assert _titles(kept) == {"안심 통학로"}
    assert not backups.backup_folder(Path(kept.place)).exists()
    assert _leftovers(tmp_path) == []


def test_the_library_itself_is_refused(kept: Library) -> None:
    with pytest.raises(RefusedError):
        restoring.restore_backup(kept, backup=Path(kept.place))


def test_a_library_that_another_program_holds_is_told_after_a_moment(
    kept: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = _copy(kept, tmp_path)
    monkeypatch.setattr(restoring, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(kept.place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyLibraryError):
            restoring.restore_backup(kept, backup=copy)
        other.execute("ROLLBACK")
    assert restoring.restore_backup(kept, backup=copy).kept is not None


def test_a_library_that_is_damaged_is_kept_as_it_is_and_replaced(kept: Library, tmp_path: Path) -> None:
    copy = _copy(kept, tmp_path)
    damaged = tmp_path / "damaged.workshop"
    damaged.write_bytes(b"x" * 5000)
    done = restoring.rescue_library(damaged, backup=copy)
    assert done.kept is not None
    assert done.kept.read_bytes() == b"x" * 5000
    with closing(open_library(damaged, create=False)) as rescued:
        assert _titles(rescued) == {"안심 통학로"}


def test_a_library_is_restored_where_none_is(kept: Library, tmp_path: Path) -> None:
    place = tmp_path / "new laptop" / "library.workshop"
    done = restoring.rescue_library(place, backup=_copy(kept, tmp_path))
    assert done.kept is None
    with closing(open_library(place, create=False)) as restored:
        assert _titles(restored) == {"안심 통학로"}


def test_a_vote_that_ran_goes_on_while_its_key_is_here_and_is_told_when_it_is_not(
    kept: Library, tmp_path: Path
) -> None:
    room = make_room(kept)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    copy = _copy(kept, tmp_path)
    cast(room, poll, 1, 2)
    assert restoring.restore_backup(kept, backup=copy).sealed == ()
    cast(room, poll, 1, 2)
    polls.close_poll(kept, poll_id=poll.id)
    assert restoring.restore_backup(kept, backup=copy).sealed == (poll.title,)


def test_a_server_restores_its_library_itself(library: Library, tmp_path: Path) -> None:
    reason = "There is no file" if library.database.is_sqlite else "restored by that server"
    with pytest.raises(WorkshopError, match=reason):
        restoring.restore_backup(library, backup=tmp_path / "copy.workshop")


def test_a_copy_never_replaces_the_library_it_is_made_of(kept: Library) -> None:
    with pytest.raises(WorkshopError, match="itself"):
        backups.make_backup(kept, out=Path(kept.place))


def test_a_copy_of_an_older_version_is_brought_up_to_date_and_stays_as_it_is(kept: Library, tmp_path: Path) -> None:
    copy = tmp_path / "old.workshop"
    engine = create_engine(f"sqlite:///{copy}")
    with engine.begin() as connection:
        migrate(connection, to="1")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()
    before = copy.read_bytes()
    restoring.restore_backup(kept, backup=copy)
    assert _titles(kept) == set()
    make_project(kept, "새 과제")
    assert checks.check_library(kept) == ()
    assert copy.read_bytes() == before
    assert [file.name for file in tmp_path.glob("*before-*")] == []
