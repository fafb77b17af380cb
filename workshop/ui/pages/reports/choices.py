"""Which report: that of the project, or of one of its sessions."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.models.enums import SessionState
from workshop.models.records.projects import ProjectRecord
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.pill import Pill


@dataclass(frozen=True, slots=True)
class Shelf:
    """What reports can be made of."""

    project: ProjectRecord | None = None
    sessions: tuple[LabSessionRecord, ...] = ()

    def session(self, session_id: UUID | None) -> LabSessionRecord | None:
        """The session of an id, if it is on the shelf."""
        return next((session for session in self.sessions if session.id == session_id), None)


class ReportTile(Tile):
    """One report that can be chosen."""

    def __init__(self, desk: Desk, session: LabSessionRecord | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.session_id = session.id if session else None
        self.setCheckable(True)
        language = desk.language
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = session.title if session else language.say("Project report")
        head.addWidget(StrongLabel(title, wrap=True), 1)
        column.addLayout(head)
        if session is None:
            column.addWidget(MutedLabel(language.say("All phases up to today"), wrap=True))
            return
        foot = FlowLayout(spacing=8, line_spacing=4) if desk.type.scale > 100 else QHBoxLayout()
        words = [session.document_number, language.day(session.on) if session.on else ""]
        foot.addWidget(MutedLabel(" · ".join(word for word in words if word)))
        if isinstance(foot, QHBoxLayout):
            foot.addStretch(1)
        if session.state is not SessionState.CLOSED:
            role = "accent" if session.state is SessionState.RUNNING else "quiet"
            foot.addWidget(Pill(language.tell(title_of(session.state)), role))
        column.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground under the chosen one and under the pointer."""
        role = "accent-soft" if self.isChecked() else "card-hover" if self.underMouse() else ""
        if not role:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._desk.theme.color(role))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()


class ReportList(QFrame):
    """The reports of a project in a card that scrolls by itself; arrow keys move between them."""

    reportChosen = Signal(object)  # the id of a session, None for the project

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("look", "card")
        self.setAccessibleName(desk.language.say("Reports"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonToggled.connect(self._toggled)
        self._filling = False
        self._shown: Shelf | None = None
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("look", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("look", "bare")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(2)
        area.setWidget(holder)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)

    @property
    def tiles(self) -> list[ReportTile]:
        """The reports in the order shown."""
        return [button for button in self._group.buttons() if isinstance(button, ReportTile)]

    def show_shelf(self, shelf: Shelf, chosen: UUID | None) -> None:
        """Show the reports, one of them chosen."""
        focused = any(tile.hasFocus() for tile in self.tiles)
        self._filling = True
        if shelf != self._shown:
            self._shown = shelf
            self._fill(shelf)
        for tile in self.tiles:
            tile.setChecked(tile.session_id == chosen)
        self._filling = False
        if focused:
            self.focus_chosen()

    def focus_chosen(self) -> None:
        """Put the keyboard on the chosen report."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, shelf: Shelf) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear_layout(self._column)
        self._add(ReportTile(self._desk, None))
        if shelf.sessions:
            head = MutedLabel(self._desk.language.say("Session reports"))
            head.setProperty("weight", "strong")
            head.setContentsMargins(12, 12, 12, 4)
            self._column.addWidget(head)
        for session in shelf.sessions:
            self._add(ReportTile(self._desk, session))
        self._column.addStretch(1)

    def _add(self, tile: ReportTile) -> None:
        self._group.addButton(tile)
        self._column.addWidget(tile)

    def _toggled(self, tile: ReportTile, on: bool) -> None:
        if on and not self._filling:
            self.reportChosen.emit(tile.session_id)
