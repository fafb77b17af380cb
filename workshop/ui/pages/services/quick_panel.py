"""Quick entry of observations for other pages, such as the one a session is run on."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.records.changes import Changed
from workshop.models.records.observations import ObservationRecord
from workshop.models.titles import title_of
from workshop.services.field import observations
from workshop.ui.desk import Desk
from workshop.ui.pages.services.entry import ObservationEntry, Seen
from workshop.ui.pages.services.words import SEVERITY_PILLS, one_line
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.keyed_rows import KeyedRows
from workshop.ui.widgets.pill import Pill

_LATEST = 4


class _Line(QWidget):
    """One observation: how grave it is, and its text."""

    def __init__(self, desk: Desk, one: ObservationRecord) -> None:
        super().__init__()
        self._desk = desk
        self.pill, self.words = Pill(), ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.pill)
        row.addWidget(self.words, 1)
        self.show_observation(one)

    def show_observation(self, one: ObservationRecord) -> None:
        """Show it as it is now."""
        severity = self._desk.language.tell(title_of(one.severity))
        self.pill.set(severity, SEVERITY_PILLS.get(one.severity, "quiet"))
        self.words.setText(f"{self._desk.language.number(one.number)}. {one_line(one.text)}")


class ObservationPanel(QFrame):
    """The line of quick entry, and below it the latest observations of a service in a session."""

    undoOffered = Signal(object)  # Message of what can be undone
    openRequested = Signal(object)  # the id of the service

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service_id: UUID | None = None
        self._project_id: UUID | None = None
        self._session_id: UUID | None = None
        self.entry = ObservationEntry(desk)
        self.all_button = LinkButton("")
        self.all_button.hide()
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._latest = KeyedRows[ObservationRecord, _Line](
            rows,
            lambda one: one.id,
            lambda one: _Line(desk, one),
            lambda line, one: line.show_observation(one),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.entry)
        column.addLayout(rows)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.entry.given.connect(self._keep)
        self.all_button.clicked.connect(lambda: self.openRequested.emit(self._service_id))

    @property
    def lines(self) -> list[str]:
        """The texts of the latest observations as they are shown."""
        return [line.words.text() for line in self._latest.widgets]

    def show_service(self, project_id: UUID, session_id: UUID, service_id: UUID) -> None:
        """Write down what is seen of a service in a session, and show the latest of it."""
        self._project_id, self._session_id, self._service_id = project_id, session_id, service_id
        self.reload()

    def reload(self) -> None:
        """Read the latest anew."""
        if self._project_id is not None:
            read = partial(
                observations.list_observations, self._desk.library, project_id=self._project_id,
                service_id=self._service_id, session_id=self._session_id,
            )  # fmt: skip
            self._desk.tasks.run(read, self._show, owner=self)

    def _show(self, seen: tuple[ObservationRecord, ...]) -> None:
        self._latest.show(list(reversed(seen[-_LATEST:])))
        words = self._desk.language.say_many(
            "{n} observation of this session", "{n} observations of this session", n=len(seen)
        )
        self.all_button.setText(words)
        self.all_button.setVisible(bool(seen))

    def _keep(self, seen: Seen) -> None:
        if self._service_id is None:
            self.entry.put_back(seen)
            return
        add = partial(
            observations.add_observation, self._desk.library, service_id=self._service_id, session_id=self._session_id,
            text=seen.text, severity=seen.severity, place=seen.place, department=seen.department,
        )  # fmt: skip
        self._desk.tasks.run(add, self._done, lambda error: self._failed(seen, error), owner=self)

    def _done(self, changed: Changed[ObservationRecord]) -> None:
        if changed.undo is not None:
            self.undoOffered.emit(changed.undo)
        self.reload()

    def _failed(self, seen: Seen, error: Exception) -> None:
        self.entry.put_back(seen)
        self._desk.tasks.failed.emit(error)
