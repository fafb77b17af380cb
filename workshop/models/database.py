"""The library database: opened with care, refused with a reason, never half migrated.

SQLite is run with a write-ahead log, full synchronisation, foreign keys and secure deletion. Python's own transaction
handling is switched off, since it would make the foreign-key pragma a silent no-op or let a failed migration leave tables
behind; transactions are begun here instead. PostgreSQL runs the same schema.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from workshop.language import mark
from workshop.models import faults
from workshop.models.errors import InputError
from workshop.models.faults import fault_of
from workshop.models.sqlite_file import APPLICATION_ID, check_before_opening, note_closed, note_opened

SCHEMA_VERSION = 9
BUSY_SECONDS = 5
_READING = "workshop_reading"


class Database:
    """An open library database: an engine and what differs between SQLite and PostgreSQL."""

    def __init__(self, engine: Engine, file: Path | None) -> None:
        self.engine = engine
        self.file = file
        self._closed = False
        if file is not None:
            note_opened(file)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file rather than a server."""
        return self.engine.dialect.name == "sqlite"

    @property
    def place(self) -> str:
        """The file or the server's address without its password, to be shown."""
        return str(self.file) if self.file else self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def connection(self, *, reading: bool) -> Generator[Connection]:
        """A connection in one transaction, committed at the end unless an exception leaves it.

        Raises LibraryError in the user's words for what lies outside the application: lock, disk, damage.
        """
        try:
            with self.engine.connect() as connection:
                connection = connection.execution_options(**{_READING: reading})
                with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise fault_of(error, self.place) from error

    def outside_transaction(self, *statements: str) -> None:
        """Run maintenance statements that no transaction may hold."""
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                for statement in statements:
                    connection.exec_driver_sql(statement)
        except DBAPIError as error:
            raise fault_of(error, self.place) from error

    def forget_leftovers(self) -> None:
        """Clear what deleted and rewritten rows leave behind: log, free pages, dead rows."""
        if self.is_sqlite:
            truncate = "PRAGMA wal_checkpoint(TRUNCATE)"
            self.outside_transaction(truncate, "VACUUM", truncate)
        else:
            self.outside_transaction("VACUUM FULL ballot", "VACUUM FULL voter_mark", "VACUUM FULL poll")

    def fold_log(self) -> None:
        """Fold SQLite's log into the file, so that it does not show what came with what; left for later where one reads.

        A server keeps its own log, out of our reach.
        """
        if self.is_sqlite:
            patience = "PRAGMA busy_timeout={}"
            self.outside_transaction(
                patience.format(100), "PRAGMA wal_checkpoint(TRUNCATE)", patience.format(BUSY_SECONDS * 1000)
            )

    def close(self) -> None:
        """Close every connection; SQLite then folds its log into the file."""
        self.engine.dispose()
        self.engine.clear_compiled_cache()  # the listeners of the engine outlive it, and so would thousands of statements
        if self.file is not None and not self._closed:
            note_closed(self.file)
        self._closed = True


def open_database(location: str | Path, *, create: bool = True) -> Database:
    """Open a library by file path or SQLAlchemy URL, migrating an older one; a new one is made where `create` allows it.

    Raises LibraryError (damaged, newer, locked, read-only folder, full disk, missing) and InputError for a malformed URL.
    Nothing is written to a file that is refused.
    """
    url, file = _address(location)
    if file is not None:
        check_before_opening(file, newest=SCHEMA_VERSION, create=create)
    try:
        engine = create_engine(url, **_engine_options(url))
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise InputError(mark("The database address {address} is not understood.", address=str(location))) from error
    database = Database(engine, file)
    if database.is_sqlite:
        _prepare_sqlite(engine)
    try:
        _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def file_of(location: str | Path) -> Path | None:
    """The file that a path or an address means, None for a server; raises InputError for a malformed address."""
    return _address(location)[1]


def _address(location: str | Path) -> tuple[URL, Path | None]:
    """The URL, and the file where it is one."""
    if isinstance(location, Path) or "://" not in location:
        return URL.create("sqlite", database=str(location)), Path(location)
    try:
        url = make_url(location)
    except (ArgumentError, ValueError) as error:  # a port that is no number is the latter
        raise InputError(mark("The database address {address} is not understood.", address=location)) from error
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise InputError(mark("{address} names no file; nothing would be kept.", address=location))
        return url, Path(url.database)
    is_ours = url.drivername in {"postgresql", "postgres"}
    return url.set(drivername="postgresql+psycopg") if is_ours else url, None


def _engine_options(url: URL) -> dict[str, Any]:
    if url.drivername.startswith("sqlite"):
        return {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
    return {"pool_pre_ping": True, "connect_args": {"connect_timeout": BUSY_SECONDS}}


def _prepare_sqlite(engine: Engine) -> None:
    """Pragmas on every connection; transactions begun by us, writing ones at once so that they cannot dead-lock."""

    def connected(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        cursor = raw.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begun(connection: Connection) -> None:
        if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
            reading = connection.get_execution_options().get(_READING, False)
            connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)


def _bring_up_to_date(database: Database) -> None:
    """Migrate an older or empty database in one transaction; refuse a newer or foreign one."""
    version = schema_version(database)
    if version > SCHEMA_VERSION:
        raise faults.newer(database.place)
    if version == SCHEMA_VERSION:
        return
    from workshop.models.migrations.runner import migrate  # Alembic is needed only here

    if database.file is not None and version > 0:
        from workshop.models.sqlite_file import copy_before_migration

        copy_before_migration(database.file, version)
    with database.connection(reading=False) as connection:
        migrate(connection)
        if database.is_sqlite:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def schema_version(database: Database) -> int:
    """The schema version of a database, 0 for an empty one.

    Raises DamagedLibraryError where it holds something that is not a library.
    """
    with database.connection(reading=True) as connection:
        if database.is_sqlite:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            strange = version == 0 and bool(inspect(connection).get_table_names())
        else:
            tables = inspect(connection).get_table_names()
            strange = bool(tables) and "alembic_version" not in tables
            version = _stamped_version(connection) if "alembic_version" in tables else 0
    if strange:
        raise faults.foreign(database.place)
    return version


def _stamped_version(connection: Connection) -> int:
    stamp = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "0")
    return int(stamp) if stamp.isdigit() else SCHEMA_VERSION + 1
