"""Plays a rehearsal step by step on the worker, so that the window stays alive and everything is seen as it happens."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from workshop.ui.tasks import Tasks

if TYPE_CHECKING:
    from uuid import UUID

    from workshop.models.records.sessions import LabSessionRecord
    from workshop.services.keeping.library import Library


class Player(QObject):
    """One rehearsal at a time; it outlives the pages, which only show how far it is."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._acts: Generator[Any] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._step)
        self.session_id: UUID | None = None
        self.project_id: UUID | None = None
        self.done = 0

    @property
    def is_playing(self) -> bool:
        """Whether simulated participants are at it now."""
        return self._acts is not None

    def play(self, library: "Library", session: "LabSessionRecord", *, participants: int, pace: int) -> None:
        """Let `participants` go through a practice session with `pace` milliseconds between two acts."""
        from workshop.services.rehearsal.rehearsal import play_session  # only now, because it loads the database

        self.stop()
        self.session_id, self.project_id, self.done = session.id, session.project_id, 0
        self._acts = play_session(library, session=session, participants=participants)
        self._pause.setInterval(pace)
        self.changed.emit()
        self._step()

    def stop(self) -> None:
        """Let them stop after the act that is being done; what was done stays, and the session can go on later."""
        acts, self._acts = self._acts, None
        self._pause.stop()
        if acts is not None:
            self._tasks.run(acts.close, owner=self)
            self.changed.emit()

    def forget(self) -> None:
        """Know of no rehearsal any more, because what it left has been removed."""
        self.stop()
        self.session_id = self.project_id = None
        self.done = 0
        self.changed.emit()

    def _step(self) -> None:
        acts = self._acts
        if acts is not None:
            self._tasks.run(
                lambda: next(acts, None),
                lambda act: self._acted(acts, act),
                lambda error: self._failed(acts, error),
                owner=self,
            )

    def _acted(self, acts: Generator[Any], act: object) -> None:
        if acts is not self._acts:
            return
        if act is None:
            self._acts = None
        else:
            self.done += 1
            self._pause.start()
        self.changed.emit()

    def _failed(self, acts: Generator[Any], error: Exception) -> None:
        if acts is self._acts:
            self._acts = None
            self.changed.emit()
            self._tasks.failed.emit(error)
