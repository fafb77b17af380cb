"""Where an idea is written down: one line, and beside it the number of whoever had it."""

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.text_field import LineField

NUMBER = QRegularExpression("[0-9]{0,4}")


class HintField(LineField):
    """A field that shows at its end which key does what; where it is narrow, the shorter of two invitations."""

    def __init__(self, placeholder: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name=placeholder, placeholder=placeholder)
        self._hint = MutedLabel(hint, self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._invitations = (placeholder,)
        self.setAccessibleDescription(hint)

    def invite(self, *words: str) -> None:
        """Show the first of these invitations that has room; all of them say the same, the last one shortest."""
        self._invitations = words
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the shortest invitation."""
        return QSize(self._needed(self._invitations[-1]), super().minimumSizeHint().height())

    def _needed(self, words: str) -> int:
        around = 2 * QFontMetrics(self.font()).horizontalAdvance("가")
        return QFontMetrics(self.font()).horizontalAdvance(words) + around + 8

    def _fit(self) -> None:
        """Keep the hint at the end and the text before it; a narrow field has no room for it."""
        wide = self._hint.sizeHint().width()
        room = self.width() >= self._needed(self._invitations[-1]) + wide + 24
        self._hint.setVisible(room)
        self.setTextMargins(0, 0, wide + 16 if room else 0, 0)
        self._hint.setGeometry(self.width() - wide - 16, 0, wide, self.height())
        left = self.width() - (wide + 16 if room else 0)
        shown = next((words for words in self._invitations if self._needed(words) <= left), self._invitations[-1])
        if shown != self.placeholderText():
            self.setPlaceholderText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for other words."""
        super().resizeEvent(event)
        self._fit()


class IdeaEntry(QWidget):
    """Enter keeps the idea and empties the line for the next one; the number is optional and empties too."""

    given = Signal(str, object)  # the text; the number of whoever had the idea, None where it was left out

    def __init__(
        self, desk: Desk, placeholder: str, hint: str, parent: QWidget | None = None, *, look: str = ""
    ) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.field = HintField(placeholder, hint)
        self.author = LineField(name=say("Number of the participant (optional)"), placeholder=say("No."))
        self.author.setValidator(QRegularExpressionValidator(NUMBER, self))
        self.author.setToolTip(say("Number of the participant (optional)"))
        self.author.setAlignment(Qt.AlignmentFlag.AlignCenter)
        wide = QFontMetrics(desk.type.font()).horizontalAdvance(self.author.placeholderText())
        self.author.setFixedWidth(max(desk.type.px(72), wide + desk.type.px(40)))
        for field in (self.field, self.author):
            if look:
                field.setProperty("look", look)
            field.submitted.connect(lambda _text: self.keep())
        self.author.edited.connect(lambda _text: set_look(self.author, wrong=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.author)

    def keep(self) -> None:
        """Tell the idea and make room for the next one; an empty line tells nothing."""
        self.field.commit_composition()
        text = self.field.value
        if not text:
            self.field.setFocus()
            return
        number = int(self.author.value) if self.author.value else None
        self.field.empty()
        self.author.empty()
        self.field.setFocus()
        self.given.emit(text, number)

    def put_back(self, text: str, number: int | None, *, unknown: bool = False) -> None:
        """Put back what could not be kept, unless something new is being written; `unknown` marks the number."""
        if self.field.value:
            return
        self.field.set_value(text)
        self.author.set_value("" if number is None else str(number))
        if unknown:
            set_look(self.author, wrong=True)
            self.author.setFocus()
            self.author.selectAll()

    def draft(self) -> dict[str, str]:
        """What is typed and not kept."""
        return {"text": self.field.value, "author": self.author.value}

    def restore(self, draft: dict[str, str]) -> None:
        """Put back what was typed."""
        self.field.set_value(draft.get("text", ""))
        self.author.set_value(draft.get("author", ""))
