"""A field for an amount of money: whole numbers of any size, with their thousands apart once it is left."""

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.text_field import LineField

PAUSE = 450  # milliseconds without a change before a number is kept
_DIGITS = 13  # 1,000,000,000,000 is the most


class MoneyField(LineField):
    """Tells an amount a moment after it was changed, or at once where the field is left or Enter is pressed."""

    amountChanged = Signal(object)  # whole number, or None where nothing is written

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, name: str = "", placeholder: str = "", digits: int = _DIGITS
    ) -> None:
        super().__init__(parent=parent, name=name, placeholder=placeholder)
        self._desk = desk
        self._kept: int | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        signs = QRegularExpression(rf"[0-9,]{{0,{digits + digits // 3}}}")
        self.setValidator(QRegularExpressionValidator(signs, self))
        sample = desk.language.number(10 ** (digits - 1))
        self.setFixedWidth(QFontMetrics(desk.type.font()).horizontalAdvance(sample) + desk.type.px(34))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.editingFinished.connect(self.flush)

    @property
    def amount(self) -> int | None:
        """What is written, none where nothing or nought is."""
        digits = "".join(sign for sign in self.text() if sign.isdigit())
        return int(digits) or None if digits else None

    @property
    def is_being_changed(self) -> bool:
        """Whether something was written a moment ago that is not told yet."""
        return self._pause.isActive()

    def show_amount(self, amount: int | None) -> None:
        """Show an amount without telling anybody; one that is being written is left alone."""
        self._kept = amount or None
        if not self.is_being_changed and self.amount != self._kept:
            self._write()

    def flush(self) -> None:
        """Tell what was changed a moment ago."""
        self._pause.stop()
        if self.amount != self._kept:
            self._kept = self.amount
            self.amountChanged.emit(self.amount)

    def _write(self) -> None:
        self.setText(self._desk.language.number(self._kept) if self._kept else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The thousands are put apart."""
        super().focusOutEvent(event)
        self.flush()
        self._write()
