"""A box to tick whose words run over several lines where they have to."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStyle, QStyleOptionButton, QStylePainter, QWidget

from workshop.ui.widgets.headings import BodyLabel

_GAP = 8  # pixels between the box and its words


class CheckBox(QCheckBox):
    """The whole of it can be pressed; the words are its accessible name."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = BodyLabel(text, wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ensurePolished()  # the style sheet says how large the box is
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(side + _GAP, 2, 0, 2)
        row.addWidget(self._words, 1)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Preferred)
        policy.setVerticalPolicy(policy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    @property
    def words(self) -> str:
        """What is ticked."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        """The words in one line, if that is no longer than what reads well."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Some words wide."""
        return self.layout().totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        return self.layout().totalHeightForWidth(width)

    def hitButton(self, place: QPoint) -> bool:
        """A click on the words counts."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box stands beside the first line."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        line = self._words.fontMetrics().height() + 4
        option.rect.setHeight(min(line, self.height()))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_CheckBox, option)
