"""Quick entry of observations: one line, one key for how grave it is; Enter keeps it and makes room for the next."""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.field_enums import Severity
from workshop.models.text import LONGEST_LINE, clean_text
from workshop.models.titles import title_of
from workshop.ui.command import Command
from workshop.ui.desk import Desk
from workshop.ui.pages.services.part import flowing
from workshop.ui.pages.services.words import joined
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.capture_field import CaptureField
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.waiting import Waiting

_MARK = {
    "department": re.compile(r"(?<!\S)[#＃](\S+)"),
    "place": re.compile(r"(?<!\S)[@＠]([^\n]+?)(?=\s+[#＃@＠]|\n|$)"),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a line says: "차가 서 있음 @솔밭사거리 #교통과" names the place and the department."""

    text: str
    severity: Severity = Severity.NOTE
    place: str = ""
    department: str = ""


def read_seen(line: str, severity: Severity = Severity.NOTE) -> Seen:
    """Read a line; where it names nothing but marks, all of it is the text."""
    found, rest = {"place": "", "department": ""}, line
    for name in ("place", "department"):
        match = _MARK[name].search(rest)
        value = clean_text(match[1]) if match else ""
        if match and value and len(value) <= LONGEST_LINE:
            found[name], rest = value, rest[: match.start()] + rest[match.end() :]
    lines = (" ".join(clean_text(each).split()) for each in rest.split("\n"))
    text = "\n".join(each for each in lines if each)
    return Seen(text, severity, **found) if text else Seen(clean_text(line), severity)


class ObservationEntry(QWidget):
    """A field, and how grave it is; that goes back to the lightest with every line, so that nothing is alarming by mistake."""

    given = Signal(object)  # Seen

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        language = desk.language
        self.field = CaptureField(language.say("What did you see?"), language.say("Enter to keep"))
        self.field.setProperty("look", "capture")
        self._waiting = Waiting(lambda: not self.field.value, self._put_in)
        severities = [(one, language.tell(title_of(one))) for one in Severity]
        self.severity = SegmentedChoice(severities, Severity.NOTE, language.say("Severity"))
        for place, (one, words) in enumerate(severities, start=1):
            told = language.say("Severity: {word}", word=words)
            Command(self, told, [f"Alt+{place}"], partial(self.set_severity, one), group="here")
        self.told = MutedLabel(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(flowing([self.severity]))
        column.addWidget(self.told)
        self.field.submitted.connect(lambda _text: self.keep())
        self.field.pasted.connect(lambda lines: self.field.textCursor().insertText("\n".join(lines)))
        self.field.edited.connect(lambda _text: self._show_understood())
        self._show_understood()

    @property
    def seen(self) -> Seen:
        """What is written."""
        chosen = next(one for one in Severity if one == self.severity.value)
        return read_seen(self.field.value, chosen)

    def set_severity(self, severity: Severity) -> None:
        """Say how grave it is that is being written."""
        self.severity.set_chosen(severity)

    def keep(self) -> None:
        """Tell the observation and make room for the next one; an empty line tells nothing."""
        self.field.commit_composition()
        seen = self.seen
        self.field.setFocus()
        if seen.text:
            self.field.empty()
            self.set_severity(Severity.NOTE)
            self.given.emit(seen)
            self._waiting.go_on()

    def put_back(self, seen: Seen) -> None:
        """Put back what could not be kept, once nothing new is being written."""
        self._waiting.put_back(seen)

    def draft(self) -> dict[str, Any]:
        """What is typed and not kept."""
        return {"line": self.field.value, "severity": self.severity.value}

    def restore(self, draft: dict[str, Any]) -> None:
        """Put back what was typed."""
        self.field.set_value(draft.get("line", ""))
        self.set_severity(draft.get("severity", Severity.NOTE))

    def _put_in(self, seen: Seen) -> None:
        marks = (f"@{seen.place}" if seen.place else "", f"#{seen.department}" if seen.department else "")
        self.field.set_value(" ".join(part for part in (seen.text, *marks) if part))
        self.set_severity(seen.severity)

    def _show_understood(self) -> None:
        """The place and the department that the line names, else how they are named."""
        say, seen = self._desk.language.say, self.seen
        parts = joined(
            (
                say("Place: {place}", place=seen.place) if seen.place else "",
                say("To: {department}", department=seen.department) if seen.department else "",
            )
        )
        self.told.setText(parts or say("Alt+1 to Alt+4 say how grave it is, @corner the place, #roads the department."))
