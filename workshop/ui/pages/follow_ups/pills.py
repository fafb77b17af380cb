"""Filters as quiet pills: one of a row is chosen, each says how many there are."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.keyed_rows import KeyedRows


@dataclass(frozen=True, slots=True)
class Pick:
    """One filter: its value, its words, how many it would show (None is not said), and whether it presses."""

    value: Hashable
    words: str
    count: int | None = None
    pressing: bool = False


class PillChoice(QWidget):
    """One of a few filters; arrow keys move the choice."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, name: str, value: Hashable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.value: Hashable = value
        self.setAccessibleName(name)
        row = FlowLayout(self, spacing=8)
        self._pills = KeyedRows[Pick, FilterPill](
            row, lambda pick: pick.value, self._make, lambda pill, pick: pill.show_pick(pick)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def pill(self, value: Hashable) -> "FilterPill":
        """The pill of a value; raises KeyError."""
        pill = self._pills.row(value)
        if pill is None:
            raise KeyError(value)
        return pill

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show other filters or figures; where the chosen one is gone the first is chosen."""
        self._pills.show(picks)
        if self.value not in {pick.value for pick in picks} and picks:
            self.value = picks[0].value
        self.set_value(self.value)

    def set_value(self, value: Hashable) -> None:
        """Choose a filter without telling anybody."""
        self.value = value
        for pill in self._pills.widgets:
            blocked = pill.blockSignals(True)
            pill.setChecked(pill.pick.value == value)
            pill.blockSignals(blocked)
            pill.update()

    def _make(self, pick: Pick) -> "FilterPill":
        pill = FilterPill(self._desk, pick)
        pill.clicked.connect(lambda: self._choose(pill.pick.value))
        pill.moved.connect(lambda step: self._move(pill, step))
        return pill

    def _choose(self, value: Hashable) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _move(self, pill: "FilterPill", step: int) -> None:
        pills = self._pills.widgets
        other = pills[(pills.index(pill) + step) % len(pills)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.click()


class FilterPill(QAbstractButton):
    """A word and a figure on a rounded ground."""

    moved = Signal(int)

    def __init__(self, desk: Desk, pick: Pick) -> None:
        super().__init__()
        self._desk = desk
        self.pick = pick
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pick(self, pick: Pick) -> None:
        """Show the filter as it is now."""
        self.pick = pick
        self.setText(pick.words)
        self.setAccessibleName(pick.words if pick.count is None else f"{pick.words}, {pick.count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words with weight, so that nothing moves when it is chosen."""
        kind = self._desk.type
        metrics = QFontMetrics(kind.font("small", 600))
        width = metrics.horizontalAdvance(self.text()) + 2 * kind.px(13)
        if self.pick.count is not None:
            width += kind.px(6) + metrics.horizontalAdvance(str(self.pick.count))
        return QSize(width + self._icon_room, kind.px(32))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    @property
    def _icon_room(self) -> int:
        return self._desk.type.px(20) if self.pick.pressing else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too; left and right go on."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground in the accent where it is chosen, else a thin line."""
        color, kind = self._desk.theme.color, self._desk.type
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = "accent-soft" if chosen else ("card-hover" if self.underMouse() else "card")
        painter.setBrush(color(ground))
        painter.setPen(QPen(color("accent-line" if chosen else "line"), 1))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        left = kind.px(13)
        if self.pick.pressing:
            side = kind.px(15)
            picture = self._desk.icons.pixmap("circle-alert", side, "accent-soft-ink" if chosen else "warn")
            painter.drawPixmap(left - kind.px(2), (self.height() - side) // 2, picture)
            left += self._icon_room - kind.px(1)
        room = self.rect().adjusted(left, 0, -kind.px(13), 0)
        painter.setFont(kind.font("small", 600 if chosen else 400))
        painter.setPen(color("accent-soft-ink" if chosen else "ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.pick.count is not None:
            painter.setPen(color("accent-soft-ink" if chosen else "muted"))
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, str(self.pick.count))
        painter.end()
