"""Where the user is, in words: the title of the project, and the session that runs."""

import logging
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from workshop.ui.tasks import Tasks

if TYPE_CHECKING:
    from workshop.models.records.finds import Whereabouts
    from workshop.services.keeping.library import Library

_log = logging.getLogger(__name__)


class Follower(QObject):
    """Asks the library whenever the project or something in it changes; until it has answered it knows nothing."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._library: Library | None = None
        self._project_id: UUID | None = None
        self._known: Whereabouts | None = None
        self._asking = self._again = False
        tasks.changed.connect(self._ask_again)

    @property
    def project_title(self) -> str:
        """The title of the project the user is in, empty where that is none."""
        return self._known.project_title if self._known is not None and self._project_id is not None else ""

    @property
    def running(self) -> tuple[UUID, UUID] | None:
        """The ids of the project and the session that runs."""
        known: Any = self._known
        if known is None or known.running_session_id is None:
            return None
        return known.running_project_id, known.running_session_id

    def follow(self, library: "Library | None", project_id: UUID | None) -> None:
        """Be in a project of a library."""
        if (library, project_id) != (self._library, self._project_id):
            same = library is self._library
            self._library, self._project_id = library, project_id
            self._known = self._known if same and project_id is None else None
            self._ask()

    def _ask_again(self, _changed: object) -> None:
        self._ask()

    def _ask(self) -> None:
        """One question at a time; what changes meanwhile is asked for afterwards."""
        library, project_id = self._library, self._project_id
        if library is None:
            return
        if self._asking:
            self._again = True
            return

        def work() -> "Whereabouts":
            from workshop.services.searching import whereabouts  # only now, because it loads the database

            return whereabouts(library, project_id=project_id)

        self._asking = True
        self._tasks.run(work, self._take, self._fail, owner=self)

    def _take(self, known: "Whereabouts") -> None:
        if not self._again:
            self._known = known
        self._end()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        _log.error("it could not be read where the user is", exc_info=error)
        self._end()

    def _end(self) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self._ask()
