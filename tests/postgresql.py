"""A PostgreSQL server of the tests' own: made in a temporary folder, reached by a socket there, gone afterwards.

A server refuses to run as root; started by root it runs as the user `postgres`, whom Debian's package makes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import psycopg

USER = "workshop"
# The data need not outlive the tests, so the server is spared waiting for the disk.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50 -c shared_buffers=32MB"
_KEPT = frozenset({"alembic_version"})  # all that a new library has in it
_END_OTHERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


class Server:
    """A running server; a template is migrated once, and each test has a database like it."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        # Short, since the path of a socket may have no more than 107 characters; readable, since the server is another user.
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-pg-"))
        self._databases = 0
        self._emptied: list[str] = []
        try:
            if _as_root():
                shutil.chown(self._folder, "postgres", "postgres")
            self._run(
                "initdb", "-D", self._data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"
            )
            options = f"{OPTIONS} -c listen_addresses='' -c unix_socket_directories='{self._folder}'"
            self._run("pg_ctl", "-D", self._data, "-l", self._folder / "log", "-w", "-o", options, "start")
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of a database on this server."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self._folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database as a copy of another; returns its name."""
        self._databases += 1
        name = f"library_{self._databases}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, also where a test forgot to close it."""
        self._execute(f"DROP DATABASE {database} WITH (FORCE)")

    def lend(self, template: str) -> str:
        """The name of a database like the template: one that was given back, or else a new copy, which takes longer."""
        return self._emptied.pop() if self._emptied else self.create(template)

    def take_back(self, database: str, template: str) -> None:
        """Empty a database for the next test; one that has other tables than the template is removed."""
        with self._connect(database) as connection:
            connection.execute(_END_OTHERS)  # a test that forgot to close the library would lock its rows
            tables = _tables(connection)
            connection.execute("SET session_replication_role = replica")  # in any order, whatever refers to it
            connection.execute("; ".join(f'DELETE FROM "{name}"' for name in sorted(tables - _KEPT)).encode())
        if self._tables_of(template) == tables:
            self._emptied.append(database)
        else:
            self.drop(database)

    def stop(self) -> None:
        """Stop at once and leave nothing."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    @cache  # noqa: B019  there is one server in a run
    def _tables_of(self, template: str) -> frozenset[str]:
        with self._connect(template) as connection:
            return _tables(connection)

    def _execute(self, statement: str) -> None:
        with self._connect("postgres") as connection:
            connection.execute(statement.encode())

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(user=USER, dbname=database, host=str(self._folder), autocommit=True)

    def _run(self, name: str, *arguments: str | Path) -> None:
        command = [*(["runuser", "-u", "postgres", "--"] if _as_root() else []), self._programs / name, *arguments]
        # Into a file, not a pipe: the server that pg_ctl leaves running would hold a pipe open.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(command, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            if done.returncode:
                said.seek(0)
                log = self._folder / "log"
                raise RuntimeError(f"{name}: {said.read().decode()}{log.read_text() if log.exists() else ''}")


def find_programs() -> Path | None:
    """The folder with the server's programs, the newest version where there are several; None where there is none."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    found += sorted((p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")), key=_version, reverse=True)
    return next((programs for programs in found if (programs / "pg_ctl").exists()), None)


def _tables(connection: psycopg.Connection) -> frozenset[str]:
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return frozenset(name for (name,) in found)


def _version(programs: Path) -> int:
    return int(programs.parent.name) if programs.parent.name.isdigit() else 0


def _as_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
