"""The polls of a project under the sessions they belong to."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from workshop.models.enums import PollState
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.collection import Collection
from workshop.ui.widgets.tile_list import ListTile, TileList

ROLES = {
    PollState.DRAFT: "quiet", PollState.OPEN: "accent", PollState.PAUSED: "warn", PollState.CLOSED: "info",
    PollState.REVEALED: "ok", PollState.ANNULLED: "danger",
}  # fmt: skip


class PollList(TileList):
    """The chosen tile is the poll that is looked at; the key of a tile is the id of its poll."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Votes of this project"), parent)
        self._desk = desk

    def show_polls(self, collection: Collection) -> None:
        """Show the polls of all sessions."""
        chosen = collection.poll.id if collection.poll else None
        self.show_content((collection.polls, collection.sessions), lambda: self._fill(collection), chosen)

    def sizeHint(self) -> QSize:
        """Some polls; the layout gives what is left over."""
        return QSize(self._desk.type.px(300), self._desk.type.px(320))

    def minimumSizeHint(self) -> QSize:
        """Three polls."""
        return QSize(super().minimumSizeHint().width(), self._desk.type.px(220))

    def _fill(self, collection: Collection) -> None:
        language = self._desk.language
        for session in collection.sessions:
            own = [poll for poll in collection.polls if poll.lab_session_id == session.id]
            if own:
                phase = language.tell(title_of(session.phase))
                name = language.say("{phase} · session {n}", phase=phase, n=session.number)
                self.add_heading(f"{name} · {session.title}")
            for poll in own:
                pill = (language.tell(title_of(poll.state)), ROLES[poll.state])
                self.add_tile(ListTile(self._desk, poll.id, poll.title, pill=pill))
