"""A choice within a sentence: as wide as what is chosen, so that the sentence reads on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.form_controls import keep_still

_WIDEST = 340  # pixels at 100 %; what is longer is seen whole in the open list and in the tooltip


class InlineChoice(QComboBox):
    """Its list, once open, is as wide as its longest words."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, widest: int = _WIDEST) -> None:
        super().__init__(parent)
        self._desk, self._widest = desk, widest
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._fit)
        keep_still(self)

    def sizeHint(self) -> QSize:
        """Room for the words that are chosen."""
        whole = super().sizeHint()
        longest = max((self._advance(self.itemText(place)) for place in range(self.count())), default=0)
        around = whole.width() - longest  # what the style puts around the longest words
        width = self._advance(self.currentText()) + around
        return QSize(min(width, self._desk.type.px(self._widest)), whole.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """The list has room for the longest words."""
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _fit(self) -> None:
        self.setToolTip(self.currentText())
        self.updateGeometry()
