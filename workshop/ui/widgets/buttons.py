"""Buttons: one is filled, all others are quieter."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from workshop.ui.fonts import make_font
from workshop.ui.widgets.flow_layout import FlowLayout


class Button(QPushButton):
    """A button of the console: words, perhaps an icon before them, perhaps a shortcut shown behind."""

    look = "quiet"

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        icon: QIcon | None = None,
        shortcut: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("look", self.look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if icon is not None:
            self.set_icon(icon)
        if shortcut:
            self.setShortcut(shortcut)
            tip = f"{tip or text} ({self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        if tip:
            self.setToolTip(tip)
        self.setAccessibleName(text)

    def set_icon(self, icon: QIcon, space: int = 4) -> None:
        """Put an icon before the words, `space` pixels further away than the style would."""
        side = round(18 * max(15, QApplication.font().pixelSize()) / 15)
        shown = _spaced(icon, side, space) if self.text() else icon
        self.setIcon(shown)
        self.setIconSize(QSize(side + space if self.text() else side, side))

    def setText(self, text: str) -> None:
        """Change the words, and the accessible name with them."""
        super().setText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too, as everywhere else on a desktop."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one thing that is obviously next."""

    look = "primary"


class QuietButton(Button):
    """Everything else that can be done here."""


class AccentButton(Button):
    """Quieter than primary, louder than quiet: drawn in the accent, not filled."""

    look = "outlined"


class DangerButton(Button):
    """For what cannot be taken back."""

    look = "danger"


class LinkButton(Button):
    """Words that lead somewhere."""

    look = "link"


class RemoveLink(LinkButton):
    """Words that take something away; an undo or a question follows."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, tip: str = "") -> None:
        super().__init__(text, parent, tip=tip)
        self.setProperty("role", "danger")


class SmallButton(Button):
    """A quiet button in tight places."""

    look = "small"


class IconButton(Button):
    """An icon alone, where no word fits; the name is told to screen readers and in the tooltip."""

    look = "icon"

    def __init__(self, icon: QIcon, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon=icon, tip=name)
        self.setAccessibleName(name)


class BigButton(Button):
    """For fingers: at least 64 px high."""

    look = "big"

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, primary: bool = False, icon: QIcon | None = None
    ):
        super().__init__(text, parent, icon=icon)
        self.setProperty("look", "big-primary" if primary else "big")
        self.setMinimumSize(64, 64)


class SegmentedChoice(QFrame):
    """One of a few, side by side; arrow keys move between them."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        chosen: object = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "segments")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values: list[object] = []
        self._row = FlowLayout(self, spacing=2)  # in several lines where there is no room for one
        self._row.setContentsMargins(3, 3, 3, 3)
        for value, text in options:
            self.add_option(value, text)
        self.set_chosen(chosen if chosen is not None or not self._values else self._values[0])
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> object:
        """The value that is chosen, None where none is."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def add_option(self, value: object, text: str, icon: QIcon | None = None) -> Button:
        """Add one at the right."""
        button = Button(text, icon=icon)
        button.setProperty("look", "segment")
        button.setCheckable(True)
        strong = make_font(
            QApplication.font().pixelSize(), 600
        )  # what is chosen is said with weight and needs more room
        room = QFontMetrics(strong).horizontalAdvance(text) + 2 * round(14 * strong.pixelSize() / 15) + 4
        button.setMinimumWidth(room + (button.iconSize().width() + 4 if icon else 0))
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        self._row.addWidget(button)
        return button

    def sizeHint(self) -> QSize:
        """In one line; where it has less room now, as high as its lines of options."""
        whole = super().sizeHint()
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.width() < whole.width():
            whole.setHeight(self._row.totalHeightForWidth(self.width()))
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        if event.size().height() != self.sizeHint().height():
            self.updateGeometry()

    def button(self, value: object) -> QPushButton:
        """The button of a value."""
        return self._group.button(self._values.index(value))

    def set_chosen(self, value: object) -> None:
        """Choose a value without telling anybody."""
        if value in self._values:
            self.button(value).setChecked(True)
            self.setFocusProxy(self.button(value))


def _spaced(icon: QIcon, side: int, space: int) -> QIcon:
    """The icon with some room at its right, which no style sheet can give."""
    spaced = QIcon()
    ratio = QApplication.instance().devicePixelRatio()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for state in (QIcon.State.Off, QIcon.State.On):
            canvas = QPixmap(round((side + space) * ratio), round(side * ratio))
            canvas.setDevicePixelRatio(ratio)
            canvas.fill(Qt.GlobalColor.transparent)
            painter = QPainter(canvas)
            painter.drawPixmap(0, 0, icon.pixmap(QSize(side, side), ratio, mode, state))
            painter.end()
            spaced.addPixmap(canvas, mode, state)
    return spaced
