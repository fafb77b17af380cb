"""An open library: what every verb is given first."""

import logging
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from workshop.language import Message
from workshop.models.database import Database, open_database
from workshop.models.enums import Role
from workshop.models.records.changes import Changed
from workshop.services.keeping.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)

Listener = Callable[[Changed[Any]], None]


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """An open library database with the clock, the station and the role of whoever acts through it."""

    def __init__(
        self,
        database: Database,
        *,
        station: str = "",
        role: Role = Role.FACILITATOR,
        clock: Callable[[], datetime] = _now,
        listeners: list[Listener] | None = None,
    ) -> None:
        self.database = database
        self.station = station
        self.role = role
        self._clock = clock
        self._listeners: list[Listener] = [] if listeners is None else listeners
        self._writing = threading.RLock()

    @property
    def place(self) -> str:
        """Where the library is kept, to be shown."""
        return self.database.place

    def now(self) -> datetime:
        """The present moment with its time zone."""
        return self._clock()

    def today(self) -> date:
        """The present day where the laptop is."""
        return self._clock().astimezone().date()

    def acting(self, role: Role) -> "Library":
        """The same library for somebody in another role."""
        return self._like(role=role, clock=self._clock)

    def at(self, clock: Callable[[], datetime]) -> "Library":
        """The same library under another clock, to play what happened at another time."""
        return self._like(role=self.role, clock=clock)

    def as_station(self, station: str, role: Role) -> "Library":
        """The same library for another station in a role of its own; its undo is apart from this one's."""
        twin = self._like(role=role, clock=self._clock)
        twin.station = station
        return twin

    def subscribe(self, listener: Listener) -> None:
        """Tell `listener` of every change after it is durable, on the thread that made it."""
        self._listeners.append(listener)

    @contextmanager
    def read(self) -> Generator[Session]:
        """Rows to read, all as of one moment."""
        with self.database.connection(reading=True) as connection, Session(connection, autoflush=False) as rows:
            yield rows

    @contextmanager
    def write(
        self, verb: str, *, undo: Message | None = None, session_id: UUID | None = None, journal: bool = True
    ) -> Generator[UnitOfWork]:
        """One transaction for one verb: committed at the end, or nothing of it where an exception leaves it.

        `undo` gives the words under which it can be taken back; `session_id` ties its undo to a session. `journal` is off
        only for what must leave no trace of its time, a secret ballot.
        """
        with self._writing, self.database.connection(reading=False) as connection:
            work = UnitOfWork(connection, library=self, verb=verb, undo=undo, session_id=session_id, journal=journal)
            with work.rows:
                yield work
                work.finish()
        self._tell(work.changed(None))

    def close(self) -> None:
        """Close the library."""
        self.database.close()

    def _like(self, *, role: Role, clock: Callable[[], datetime]) -> "Library":
        twin = Library(self.database, station=self.station, role=role, clock=clock, listeners=self._listeners)
        twin._writing = self._writing
        return twin

    def _tell(self, changed: Changed[Any]) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changed)
            except Exception:  # what was written stays written, whatever a listener does
                _log.exception("a listener failed")


def open_library(location: str | Path, *, station: str = "", create: bool = True) -> Library:
    """Open the library at a file path or SQLAlchemy URL; raises LibraryError in the user's words."""
    return Library(open_database(location, create=create), station=station)
