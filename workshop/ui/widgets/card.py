"""Cards: the surfaces everything lies on."""

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from workshop.ui.widgets.headings import LeadLabel, MutedLabel
from workshop.ui.widgets.item_layout import laid_out
from workshop.ui.widgets.look import paint_surface, words_of


class Card(QFrame):
    """A card; things are added to its `body`, a column that stays at the top unless something in it wants to grow.

    A title and the figure beside it are optional.
    """

    def __init__(self, title: str = "", count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 19, 20, 18)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        column.addStretch(1)
        self._title = LeadLabel(title, wrap=True)
        self._count = MutedLabel(count)
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.setContentsMargins(0, 0, 0, 4)
        self._head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        self._head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBaseline)
        self._head.addStretch(1)
        self.body.addLayout(self._head)
        self._show()

    @property
    def title(self) -> str:
        """The title."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self._show()

    def set_count(self, count: str) -> None:
        """Change the figure beside the title."""
        self._count.setText(count)
        self._show()

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Add a widget and give it back."""
        self.body.addWidget(widget, stretch)
        return widget

    def add_action(self, widget: QWidget) -> QWidget:
        """Add a widget at the right of the title and give it back."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def event(self, event: QEvent) -> bool:
        """Keep the body at the top where nothing in it wants the room that is left over."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self._take_rest()
        return super().event(event)

    def _take_rest(self) -> None:
        column, greedy = cast(QVBoxLayout, self.layout()), self._is_greedy()
        column.setStretch(0, int(greedy))
        column.setStretch(1, int(not greedy))

    def _is_greedy(self) -> bool:
        """Whether something in sight wants the room that is left over; Qt counts what is hidden as well."""
        for part in laid_out(self.body):
            item = part if isinstance(part, QLayout) else QWidgetItem(part)
            wants = (
                item.expandingDirections() & Qt.Orientation.Vertical or self.body.stretch(self.body.indexOf(part)) > 0
            )
            if wants and not item.isEmpty():
                return True
        return False

    def _show(self) -> None:
        self._title.setVisible(bool(self._title.text()))
        self._count.setVisible(bool(self._count.text()))
        self.setAccessibleName(self._title.text())


class Tile(QAbstractButton):
    """A surface that can be pressed and holds a layout; `look` says which. Its labels are its accessible name."""

    look = "tile"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", self.look)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """What its layout wants."""
        return self.layout().totalSizeHint() if self.layout() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its layout needs."""
        return self.layout().totalMinimumSize() if self.layout() else super().minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Take the words of the labels as the name, whenever they change."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show) and not self.property("named"):
            self.setAccessibleName(words_of(self))
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the style sheet says."""
        paint_surface(self)


class CardButton(Tile):
    """A card that opens something."""

    look = "card-button"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)
        self.body.setSpacing(8)

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Add a widget that lets clicks through, and give it back."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addWidget(widget, stretch)
        return widget
