"""The four phases of a project as a path."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.card import Tile
from workshop.ui.widgets.flow_layout import FlowLayout, GridFlow
from workshop.ui.widgets.headings import MutedLabel, StrongLabel

RADIUS = 8
_FRAME, _FOOT = 2, 4  # pixels around and below the phase that is looked at
_COUNT = 4
_MOVES: dict[int, Callable[[int], int]] = {  # how many phases further a key leads, by how many stand in a line
    Qt.Key.Key_Left: lambda _columns: -1,
    Qt.Key.Key_Right: lambda _columns: 1,
    Qt.Key.Key_Up: lambda columns: -columns,
    Qt.Key.Key_Down: lambda columns: columns,
}


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One phase as it is shown: "2 Planning", "under way", "session 3 of 4"; `state` is done, open or planned."""

    title: str
    state: str = "planned"
    lead: str = ""  # said with weight before the line
    line: str = ""


class PhasePath(QFrame):
    """Four steps side by side, two by two where they have no room; one of them is chosen, arrow keys move the choice."""

    phaseChosen = Signal(int)  # 0 … 3

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._steps = [_Step(desk, index) for index in range(_COUNT)]
        self._grid = GridFlow(self, least=desk.type.px(130), spacing=0, counts=(1, 2, _COUNT))
        for index, step in enumerate(self._steps):
            self._grid.addWidget(step)
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
        self._join()
        if chosen is not None:
            self.set_chosen(chosen)

    def set_chosen(self, chosen: int) -> None:
        """Look at a phase without telling anybody."""
        for index, step in enumerate(self._steps):
            step.setChecked(index == chosen)
            step.update()

    def sizeHint(self) -> QSize:
        """All in one line; where they stand in several now, as high as these."""
        whole = _COUNT * self._grid.minimumSize().width()
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else whole
        return QSize(whole, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest word of a phase."""
        return QSize(self._grid.minimumSize().width(), self.sizeHint().height())

    def _choose(self, index: int) -> None:
        self.set_chosen(index)
        self.phaseChosen.emit(index)

    def _join(self) -> None:
        """Let each step know how many stand in its line, so that only the outer corners are round."""
        columns = self._grid.columns(self.width())
        for step in self._steps:
            step.set_columns(columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go on in the path, up and down to the line above and below."""
        lead = _MOVES.get(event.key())
        if lead is None:
            super().keyPressEvent(event)
            return
        move = lead(self._grid.columns(self.width()))
        to = self.chosen + move
        if abs(move) > 1 and not 0 <= to < _COUNT:
            return  # there is no line above or below
        step = self._steps[max(0, min(_COUNT - 1, to))]
        step.setFocus(Qt.FocusReason.TabFocusReason)
        step.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self._join()
        if event.size().height() != self.heightForWidth(event.size().width()):
            self.updateGeometry()


class _Step(Tile):
    """One phase; it paints its own ground because only the outer corners of the path are rounded."""

    look = "phase"

    def __init__(self, desk: Desk, index: int) -> None:
        super().__init__()
        self._theme = desk.theme
        self._index = index
        self._state = "planned"
        self._columns = _COUNT
        self.setCheckable(True)
        self._title, self._lead, self._line = StrongLabel(wrap=True), MutedLabel(), MutedLabel(wrap=True)
        self._lead.setProperty("weight", "strong")
        line = FlowLayout(spacing=desk.type.px(4), line_spacing=0)  # what has no room behind the state goes below it
        line.addWidget(self._lead)
        line.addWidget(self._line)
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
        for label in (self._title, self._line):  # a word is never cut
            label.ensurePolished()
            words = QFontMetrics(label.font())
            label.setMinimumWidth(max((words.horizontalAdvance(word) for word in label.text().split()), default=0) + 2)
        self.update()

    def set_columns(self, columns: int) -> None:
        """Say how many phases stand in a line."""
        if columns != self._columns:
            self._columns = columns
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys belong to the path."""
        if event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground, a line above in the colour of the phase, a frame with a strong foot around the one looked at."""
        own = f"phase-{self._index + 1}"
        begun = self._state != "planned"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._outline())
        ground = self._theme.color(f"{own}-soft" if begun else ("card-hover" if self.underMouse() else "card"))
        painter.fillRect(self.rect(), ground)
        if not begun or self._theme.name == "high-contrast":
            self._paint_outline(painter, own if begun else "line")
        painter.fillRect(0, 0, self.width(), 3, self._theme.color(own if begun else "line"))
        if self.isChecked():
            painter.setPen(QPen(self._theme.color(own), _FRAME))
            painter.drawPath(self._outline(_FRAME / 2))
            painter.fillRect(0, self.height() - _FOOT, self.width(), _FOOT, self._theme.color(own))
        painter.end()

    def _paint_outline(self, painter: QPainter, role: str) -> None:
        """A thin line around the path; between two phases only where every surface has one."""
        painter.save()
        if self._theme.name != "high-contrast":
            first, last = self._index % self._columns == 0, self._index % self._columns == self._columns - 1
            ends = self.rect().adjusted(0 if first else 2, 0, 0 if last else -2, 0)
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color(role))
            painter.setClipRect(ends, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._theme.color(role), 1))
        painter.drawPath(self._outline(0.5))
        painter.restore()

    def _outline(self, inset: float = 0) -> QPainterPath:
        """Rounded at the corners of the whole path only."""
        columns, last = self._columns, _COUNT - self._columns  # and the first phase of the last line
        top_left, bottom_right = (RADIUS if self._index == end else 0 for end in (0, _COUNT - 1))
        top_right, bottom_left = (RADIUS if self._index == end else 0 for end in (columns - 1, last))
        near, top, far, foot = inset, inset, self.width() - inset, self.height() - inset
        path = QPainterPath()
        path.moveTo(near + top_left, top)
        path.lineTo(far - top_right, top)
        path.quadTo(far, top, far, top + top_right)
        path.lineTo(far, foot - bottom_right)
        path.quadTo(far, foot, far - bottom_right, foot)
        path.lineTo(near + bottom_left, foot)
        path.quadTo(near, foot, near, foot - bottom_left)
        path.lineTo(near, top + top_left)
        path.quadTo(near, top, near + top_left, top)
        return path
