"""Who is it: the code of a name tag, by the keypad on the screen, the keyboard or a scanner that types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop.ui.fonts import make_font
from workshop.ui.shared_screen.finger_scroll import FingerScroll
from workshop.ui.shared_screen.look import BASE_WIDTH, Look
from workshop.ui.shared_screen.parts import TouchButton, Words, foot, headline
from workshop.ui.shared_screen.step import ENTERS, Call, Step
from workshop.ui.shared_screen.steps import back_to, promise_card

LONGEST = 7  # digits: a number of up to four, and three secret ones


def told_code(digits: str) -> str:
    """Digits as they are printed on the name tag, as far as they are typed: `17-482`."""
    if len(digits) <= 2:
        return digits
    cut = max(2, len(digits) - 3)
    return f"{digits[:cut]}-{digits[cut:]}"


class CodeStep(Step):
    """A field with a keypad; `entered` tells the digits."""

    entered = Signal(str)

    def __init__(
        self, look: Look, told: str, title: str, help_text: str, *, promise: str, error: str = "", back: Call | None = None
    ) -> None:  # fmt: skip
        super().__init__(look, told, back)
        self._digits = ""
        self._typed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(look.px(64))
        sheet = QWidget()
        words = QVBoxLayout(sheet)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(look.px(16))
        words.addStretch(2)
        high = look.px({100: 210, 150: 160}.get(look.text, 120))  # where all words grow, the title leaves them room
        words.addWidget(headline(look, title, QSize(look.px(BASE_WIDTH - 112 - 64 - 350), high)))
        self.error = Words(error, "strong", role="danger")
        self.help = Words(help_text, "body", role="muted")
        self.promise = promise_card(look, promise)
        words.addWidget(self.error)
        words.addWidget(self.help)
        words.addSpacing(look.px(8))
        words.addWidget(self.promise, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_error(error)
        words.addStretch(3)
        row.addWidget(FingerScroll(look, sheet), 1)
        row.addLayout(self._pad(look))
        column.addLayout(row, 1)
        if back is not None:
            column.addLayout(foot(look, back_to(look, back), None))

    @property
    def digits(self) -> str:
        """What was entered so far."""
        return self._digits

    def add(self, digit: str) -> None:
        """One more digit."""
        if self._digits == "" and self.error.text():
            self._show_error("")
        self._show((self._digits + digit)[:LONGEST])

    def take_back(self) -> None:
        """The last digit again."""
        self._show(self._digits[:-1])

    def submit(self) -> None:
        """Tell what was entered."""
        if self._digits and self.pad.isEnabled():
            digits = self._digits
            self._show("")
            self.entered.emit(digits)

    def set_waiting(self, waits: bool) -> None:
        """Take nothing while the library is asked."""
        self.pad.setEnabled(not waits)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Digits, and what takes them back."""
        say = self.look.language.say
        own = [("0–9", say("Code")), ("Backspace", say("Erase")), ("Enter", say("OK"))]
        return [*own, *super().keys()]

    def focus_first(self, *, by_key: bool = True) -> None:
        """The field has the keyboard."""
        del by_key
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Digits belong to the code, wherever the keyboard is: a scanner knows of no focus."""
        if event.text().isdigit() and event.text().isascii():
            self._typed = True
            if self.pad.isEnabled():
                self.add(event.text())
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self.take_back()
            return True
        if event.key() in ENTERS and (self._typed or self.field.hasFocus()):
            self._typed = False
            self.submit()
            return True
        self._typed = self._typed and event.key() == Qt.Key.Key_Minus
        return super().take_key(event)

    def go_back(self) -> None:
        """First take back what was typed."""
        if self._digits:
            self._show("")
        else:
            super().go_back()

    def _pad(self, look: Look) -> QVBoxLayout:
        say, px = look.language.say, look.px
        column = QVBoxLayout()
        column.setSpacing(px(12))
        self.field = CodeField(look)
        self.field.setAccessibleName(say("Code on the name tag"))
        self.pad = QWidget()
        grid = QGridLayout(self.pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(10))
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit, lambda digit=digit: self.add(digit)), place // 3, place % 3)
        erase = self._key("⌫", self.take_back)
        erase.setObjectName("erase")
        erase.setAccessibleName(say("Delete the last digit"))
        grid.addWidget(erase, 3, 0)
        grid.addWidget(self._key("0", lambda: self.add("0")), 3, 1)
        self.ok_button = self._key(say("OK"), self.submit)
        self.ok_button.setObjectName("enter")
        self.ok_button.setProperty("primary", True)
        self.ok_button.setEnabled(False)
        grid.addWidget(self.ok_button, 3, 2)
        column.addStretch(1)
        column.addWidget(self.field)
        column.addWidget(self.pad)
        column.addStretch(1)
        return column

    def _key(self, text: str, pressed: Callable[[], None]) -> TouchButton:
        key = TouchButton(text, f"key-{text}", look="stage-key")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter after a scan must press no key
        key.clicked.connect(lambda _on=False: pressed())
        return key

    def _show_error(self, error: str) -> None:
        """One thing at a time: what is wrong, or what to do."""
        self.error.setText(error)
        self.error.setHidden(not error)
        self.help.setHidden(bool(error))
        self.promise.setHidden(bool(error))

    def _show(self, digits: str) -> None:
        self._digits = digits
        self.field.set_digits(digits)
        self.ok_button.setEnabled(len(digits) > 3)


class CodeField(QWidget):
    """Shows the digits; it is no text field, so it has no history and no composition."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self.setObjectName("code")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_digits(self, digits: str) -> None:
        """Show digits as they stand on the name tag."""
        self._text = told_code(digits)
        self.setAccessibleDescription(self._text)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest code."""
        return QSize(self._look.px(340), self._look.px(92))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The digits in a frame, or an example where there are none."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("card"))
        width = 3 if self.hasFocus() else 2
        painter.setPen(QPen(look.color("accent" if self.hasFocus() else "line"), width))
        corner = look.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), corner, corner)
        font = make_font(look.px(48 if self._text else 26), 700 if self._text else 400)
        painter.setFont(font)
        painter.setPen(look.color("ink" if self._text else "muted"))
        text = self._text or look.language.say("e.g. {code}", code="17-482")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
