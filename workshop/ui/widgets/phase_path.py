"""The four phases of a project as a path."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.headings import MutedLabel, StrongLabel

RADIUS = 8


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One phase as it is shown: "2 Planning", "under way", "session 3 of 4"; `state` is done, open or planned."""

    title: str
    state: str = "planned"
    lead: str = ""  # said with weight before the line
    line: str = ""


class PhasePath(QFrame):
    """Four steps side by side; one of them is chosen, arrow keys move the choice."""

    phaseChosen = Signal(int)  # 0 … 3

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._steps = [_Step(desk, index) for index in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, step in enumerate(self._steps):
            row.addWidget(step, 1)
            step.clicked.connect(lambda _=False, index=index: self._choose(index))
        self.set_chosen(0)

    @property
    def chosen(self) -> int:
        """The phase that is looked at, 0 … 3."""
        return next(index for index, step in enumerate(self._steps) if step.isChecked())

    def set_phases(self, phases: Sequence[PhaseStep], chosen: int | None = None) -> None:
        """Show four phases."""
        for step, phase in zip(self._steps, phases, strict=True):
            step.show_phase(phase)
        if chosen is not None:
            self.set_chosen(chosen)

    def set_chosen(self, chosen: int) -> None:
        """Look at a phase without telling anybody."""
        for index, step in enumerate(self._steps):
            step.setChecked(index == chosen)
            step.update()

    def _choose(self, index: int) -> None:
        self.set_chosen(index)
        self.phaseChosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right."""
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        step = self._steps[max(0, min(3, self.chosen + move))]
        step.setFocus(Qt.FocusReason.TabFocusReason)
        step.click()


class _Step(Tile):
    """One phase; it paints its own ground because the first and the last are rounded."""

    look = "phase"

    def __init__(self, desk: Desk, index: int) -> None:
        super().__init__()
        self._theme = desk.theme
        self._index = index
        self._state = "planned"
        self.setCheckable(True)
        self._title, self._lead, self._line = StrongLabel(wrap=True), MutedLabel(), MutedLabel(wrap=True)
        self._lead.setProperty("weight", "strong")
        self._title.setMinimumWidth(desk.type.px(70))
        self._line.setMinimumWidth(desk.type.px(40))
        line = QHBoxLayout()
        line.setSpacing(3)
        line.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._line, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 12, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(line)
        column.addStretch(1)
        for label in (self._title, self._lead, self._line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_phase(self, phase: PhaseStep) -> None:
        """Show a phase."""
        self._state = phase.state
        self._title.setText(phase.title)
        self._title.set_role("muted" if phase.state == "planned" else f"phase-{self._index + 1}")
        self._lead.setText(phase.lead)
        self._lead.setVisible(bool(phase.lead))
        self._lead.set_role("ink")
        self._line.setText(phase.line)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right belong to the path."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground, a line above in the colour of the phase, a mark below the one that is looked at."""
        own = f"phase-{self._index + 1}"
        begun = self._state != "planned"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._outline())
        ground = self._theme.color(f"{own}-soft" if begun else ("card-hover" if self.underMouse() else "card"))
        painter.fillRect(self.rect(), ground)
        if not begun or self._theme.name == "high-contrast":
            self._paint_outline(painter, own if begun else "line")
        if self.isChecked():
            painter.fillRect(0, self.height() - 2, self.width(), 2, self._theme.color(own))
        painter.fillRect(0, 0, self.width(), 3, self._theme.color(own if begun else "line"))
        painter.end()

    def _paint_outline(self, painter: QPainter, role: str) -> None:
        """A thin line around the path; between two phases only where every surface has one."""
        painter.save()
        if self._theme.name != "high-contrast":
            ends = self.rect().adjusted(0 if self._index == 0 else 2, 0, 0 if self._index == 3 else -2, 0)
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color(role))
            painter.setClipRect(ends, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._theme.color(role), 1))
        painter.drawPath(self._outline(0.5))
        painter.restore()

    def _outline(self, inset: float = 0) -> QPainterPath:
        """Rounded at the ends of the path only."""
        left = RADIUS if self._index == 0 else 0
        right = RADIUS if self._index == 3 else 0
        near, top, far, foot = inset, inset, self.width() - inset, self.height() - inset
        path = QPainterPath()
        path.moveTo(near + left, top)
        path.lineTo(far - right, top)
        path.quadTo(far, top, far, top + right)
        path.lineTo(far, foot - right)
        path.quadTo(far, foot, far - right, foot)
        path.lineTo(near + left, foot)
        path.quadTo(near, foot, near, foot - left)
        path.lineTo(near, top + left)
        path.quadTo(near, top, near + left, top)
        return path
