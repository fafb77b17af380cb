"""Is a report, and the data inside it, unchanged? What was found, told in one sheet."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from workshop.language import Message
from workshop.services.verification import LIMITS, ReportVerdict, verify_report
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.headings import Label, StrongLabel, paragraph


def pdf_in(event: QDropEvent) -> Path | None:
    """The one PDF that is being dragged, if that is what it is."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.casefold() == ".pdf" else None


class VerdictSheet(Sheet):
    """Opens at once and says what is being looked at; then what was found. Closing it stops the looking."""

    def __init__(self, desk: Desk, file: Path, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Check of a report"), parent, width=520)
        self._desk = desk
        self.name = Label(file.name, role="muted", wrap=True)
        self.verdict = StrongLabel(say("The report is being checked…"), wrap=True)
        self.details = paragraph()
        self.limits = paragraph(role="muted", small=True)
        for label in (self.name, self.verdict, self.details, self.limits):
            label.setContentsMargins(RING, 0, RING, 0)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)
        self.details.hide()
        self.limits.hide()
        self.cancel_button.setText(say("Close"))
        self.cancel_button.setDefault(True)
        self._build = desk.tasks.build(lambda: _verify(file), done=self._show, failed=self._show_error, owner=self)

    def reject(self) -> None:
        """Close; what is still being looked at is left."""
        self._build.cancel()
        super().reject()

    def _show(self, verdict: ReportVerdict) -> None:
        say, tell = self._desk.language.say, self._desk.language.tell
        title = " · ".join(word for word in (verdict.number, verdict.title) if word)
        self.name.setText(f"{title}\n{self.name.text()}" if title else self.name.text())
        if verdict.sound:
            self._say(say("The report and the data inside it belong together and are unchanged."), "ok")
            names = ", ".join(file.name for file in verdict.files)
            if names:
                self._tell_details(say("Inside it: {files}", files=names))
            self.limits.setText(tell(LIMITS))
            self.limits.show()
        else:
            self._say(say("This report is not as it was made."), "danger")
            self._tell_details("\n".join(tell(difference.told) for difference in verdict.differences))

    def _show_error(self, error: Exception) -> None:
        message = getattr(error, "message", None)
        if isinstance(message, Message):
            self._say(self._desk.language.tell(message), "danger")
        else:
            self.reject()
            self._desk.tasks.failed.emit(error)

    def _say(self, words: str, role: str) -> None:
        self.verdict.setText(words)
        self.verdict.set_role(role)

    def _tell_details(self, words: str) -> None:
        self.details.setText(words)
        self.details.show()


def _verify(file: Path) -> Generator[None, None, ReportVerdict]:
    """Verify on the thread for builds, where it can be left before it begins."""
    yield
    return verify_report(file)
