"""A PostgreSQL server of the tests' own: made in a temporary folder, reached by a socket there, gone afterwards.

A server refuses to run as root; started by root it runs as the user `postgres`, whom Debian's package makes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

USER = "workshop"
# The data need not outlive the tests, so the server is spared waiting for the disk.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50 -c shared_buffers=32MB"


class Server:
    """A running server; `template` is migrated once, and each test has a copy of it."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        # Short, since the path of a socket may have no more than 107 characters; readable, since the server is another user.
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-pg-"))
        self._databases = 0
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

    def stop(self) -> None:
        """Stop at once and leave nothing."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _execute(self, statement: str) -> None:
        with psycopg.connect(user=USER, dbname="postgres", host=str(self._folder), autocommit=True) as connection:
            connection.execute(statement.encode())

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


def _version(programs: Path) -> int:
    return int(programs.parent.name) if programs.parent.name.isdigit() else 0


def _as_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
