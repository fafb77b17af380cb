"""Which report: that of the project, or of one of its sessions."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from workshop.models.enums import SessionState
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.tile_list import ListTile, TileList


@dataclass(frozen=True, slots=True)
class Shelf:
    """What reports can be made of."""

    project: ProjectRecord | None = None
    sessions: tuple[LabSessionRecord, ...] = ()

    def session(self, session_id: UUID | None) -> LabSessionRecord | None:
        """The session of an id, if it is on the shelf."""
        return next((session for session in self.sessions if session.id == session_id), None)


class ReportList(TileList):
    """The reports of a project; the key of a tile is the id of its session, None for the project."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Reports"), parent)
        self._desk = desk

    def show_shelf(self, shelf: Shelf, chosen: UUID | None) -> None:
        """Show the reports, one of them chosen."""
        self.show_content(shelf, lambda: self._fill(shelf), chosen)

    def _fill(self, shelf: Shelf) -> None:
        say = self._desk.language.say
        self.add_tile(ListTile(self._desk, None, say("Project report"), say("All phases up to today")))
        if shelf.sessions:
            self.add_heading(say("Session reports"))
        for session in shelf.sessions:
            self.add_tile(self._tile(session))

    def _tile(self, session: LabSessionRecord) -> ListTile:
        language = self._desk.language
        words = [session.document_number, language.day(session.on) if session.on else ""]
        pill = ("", "")
        if session.state is not SessionState.CLOSED:
            pill = (
                language.tell(title_of(session.state)),
                "accent" if session.state is SessionState.RUNNING else "quiet",
            )
        return ListTile(
            self._desk, session.id, session.title, foot=" · ".join(word for word in words if word), pill=pill
        )
