"""The pages of the console, at the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.icons import Icons
from workshop.ui.theme import Type
from workshop.ui.widgets.buttons import Button
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.look import paint_surface


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a page."""

    name: str
    title: str
    icon: str
    tip: str = ""


class Navigation(QWidget):
    """The name of the application, the pages, at the foot the settings and a line that reassures."""

    chosen = Signal(str)
    menuRequested = Signal()

    def __init__(
        self, icons: Icons, kind: Type, title: str, ways: Sequence[Way], foot: Sequence[Way], line: str, menu: Way
    ) -> None:
        super().__init__()
        self.setProperty("look", "navigation")
        self._icons, self._kind = icons, kind
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        words = QFontMetrics(kind.font("body", 600))
        widest = max(words.horizontalAdvance(way.title) for way in (*ways, *foot))
        bar = 14 if kind.scale > 100 else 0  # the pages may have to scroll
        self.setFixedWidth(max(208, widest + kind.icon + 70 + bar))  # a long name runs over two lines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 1, 16)
        column.setSpacing(0)
        head = StrongLabel(title, wrap=True)
        head.setProperty("look", "brand")
        head.setContentsMargins(24, 2, 12, 0)
        column.addWidget(head)
        column.addSpacing(18)
        column.addWidget(self._list(ways), 1)
        foot_column = QVBoxLayout()
        foot_column.setContentsMargins(11, 8, 11, 8)
        foot_column.setSpacing(1)
        self.menu_button = self._plain_button(menu)
        self.menu_button.clicked.connect(self.menuRequested)
        foot_column.addWidget(self.menu_button)
        for way in foot:
            foot_column.addWidget(self._button(way))
        column.addLayout(foot_column)
        below = MutedLabel(line, wrap=True)
        below.setContentsMargins(24, 0, 12, 0)
        column.addWidget(below)

    def show_chosen(self, name: str) -> None:
        """Mark a page as the one that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def set_open(self, is_open: bool) -> None:
        """Without a library there is nowhere to go."""
        for button in self._buttons.values():
            button.setEnabled(is_open)

    def _list(self, ways: Sequence[Way]) -> QScrollArea:
        sheet = QWidget()
        sheet.setProperty("look", "bare")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(11, 6, 11, 6)
        column.setSpacing(1)
        for way in ways:
            column.addWidget(self._button(way))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("look", "bare")
        return area

    def _button(self, way: Way) -> Button:
        button = self._plain_button(way)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(way.name))
        self._group.addButton(button)
        self._buttons[way.name] = button
        return button

    def _plain_button(self, way: Way) -> Button:
        button = Button(way.title, tip=way.tip)
        button.set_icon(self._icons.icon(way.icon, "nav-ink", on="accent"), space=8)
        button.setProperty("look", "nav")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the style sheet says."""
        paint_surface(self)
