"""Where an idea is written down: a field, and beside it the number of whoever had it."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFontMetrics, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.capture_field import CaptureField
from workshop.ui.widgets.look import set_look
from workshop.ui.widgets.text_field import LineField
from workshop.ui.widgets.waiting import Waiting

NUMBER = QRegularExpression("[0-9]{0,4}")
_AUTHOR = QRegularExpression("[0-9]{0,3}-?[0-9]{0,4}")  # a number, or the code of a name tag
_LONGEST_NUMBER = 4  # digits; codes have more


class IdeaEntry(QWidget):
    """Enter keeps the idea and empties the line for the next one; the number is optional and empties too."""

    given = Signal(str, object)  # the text; who had the idea as `called` says, None where it was left out
    pasted = Signal(list)  # the lines of a pasted list

    def __init__(
        self, desk: Desk, placeholder: str, hint: str, parent: QWidget | None = None, *, look: str = ""
    ) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.field = CaptureField(placeholder, hint)
        self._waiting = Waiting(lambda: not self.field.value, self._put_in)
        self.field.pasted.connect(self.pasted)
        self.author = LineField(name=say("Number or code of the participant (optional)"), placeholder=say("No."))
        self.author.setValidator(QRegularExpressionValidator(_AUTHOR, self))
        self.author.setToolTip(say("Number or code of the participant (optional)"))
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
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self.author, 0, Qt.AlignmentFlag.AlignTop)

    def keep(self) -> None:
        """Tell the idea and make room for the next one; an empty line tells nothing."""
        self.field.commit_composition()
        text = self.field.value
        if not text:
            self.field.setFocus()
            return
        author = self.called
        self._empty()
        self.given.emit(text, author)
        self._waiting.go_on()

    def clear(self) -> None:
        """Make room for the next one, or for what waits to be put back."""
        self._empty()
        self._waiting.go_on()

    @property
    def called(self) -> int | str | None:
        """Who had the idea: a participant's number, or the code of a name tag; None where nobody is named."""
        written = self.author.value
        return (
            (int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else written) if written else None
        )

    def put_back(self, text: str, author: int | str | None, *, unknown: bool = False) -> None:
        """Put back what could not be kept, once nothing new is being written; `unknown` marks the author."""
        self._waiting.put_back((text, author, unknown))

    def draft(self) -> dict[str, str]:
        """What is typed and not kept."""
        return {"text": self.field.value, "author": self.author.value}

    def restore(self, draft: dict[str, str]) -> None:
        """Put back what was typed."""
        self.field.set_value(draft.get("text", ""))
        self.author.set_value(draft.get("author", ""))

    def _empty(self) -> None:
        """Nothing that was being composed is left over for the next one."""
        self.field.commit_composition()
        self.field.empty()
        self.author.empty()
        self.field.setFocus()

    def _put_in(self, given: tuple[str, int | str | None, bool]) -> None:
        text, author, unknown = given
        self.field.set_value(text)
        self.author.set_value("" if author is None else str(author))
        if unknown:
            set_look(self.author, wrong=True)
            self.author.setFocus()
            self.author.selectAll()
