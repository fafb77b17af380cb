"""The map, the list and one issue: beside each other where there is room, in turn where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from workshop.ui.desk import Desk

_GAP = 16
_THREE = 1240  # pixels at 100 % from which all three stand side by side
_TWO = 760  # from which two do


class Body(QWidget):
    """Without a map the list has the whole width; where the panel has no room beside the list, it takes its place."""

    def __init__(self, desk: Desk, chart: QWidget, listed: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._map, self._list, self._panel = chart, listed, panel
        self._with_map = self._with_panel = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for widget, share in ((chart, 11), (listed, 9), (panel, 9)):
            self._row.addWidget(widget, share)
            widget.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_stacked(self) -> bool:
        """Whether the map is above the list now."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def show_parts(self, *, chart: bool, panel: bool) -> None:
        """Show the map or not, one issue or not."""
        self._with_map, self._with_panel = chart, panel
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """High enough to work in; below each other the page scrolls."""
        px = self._desk.type.px
        low = px(320) + _GAP if self.is_stacked and self._with_map else 0
        return QSize(px(220), low + px(300))

    def sizeHint(self) -> QSize:
        """No more: it takes what is left."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """What has no room scrolls inside."""
        return False

    def _arrange(self) -> None:
        px, width = self._desk.type.px, self.width()
        stacked = width < px(_TWO)
        beside = width >= px(_THREE if self._with_map else _TWO + 80)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._panel.setMaximumWidth(16_777_215 if stacked or not beside else px(400))
        if self._map.isHidden() is self._with_map:
            self._map.setVisible(self._with_map)
        self._panel.setVisible(self._with_panel)
        self._list.setVisible(beside or not self._with_panel)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for more."""
        super().resizeEvent(event)
        self._arrange()
