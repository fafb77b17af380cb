"""Below the sheets: what should be known of the report, and what has been done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel


class Foot(QWidget):
    """Notes in one quiet paragraph, then what looks personal, then where the file is."""

    lookRequested = Signal()
    fileRequested = Signal()
    folderRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        say = desk.language.say
        self.notes = MutedLabel(wrap=True)
        self.found = MutedLabel(role="warn", wrap=True)
        self.look_button = LinkButton(say("Look at them…"))
        self.look_button.clicked.connect(self.lookRequested)
        self.saved = MutedLabel(wrap=True)
        self.file_button = LinkButton(say("Open the file"))
        self.file_button.clicked.connect(self.fileRequested)
        self.folder_button = LinkButton(say("Open the folder"))
        self.folder_button.clicked.connect(self.folderRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.notes)
        column.addLayout(_line(self.found, self.look_button))
        column.addLayout(_line(self.saved, self.file_button, self.folder_button))
        self.show_found(0, decided=False)
        self.show_saved("")

    def show_notes(self, notes: Sequence[str]) -> None:
        """Sentences on the report."""
        self.notes.setText(" ".join(notes))

    def show_found(self, count: int, *, decided: bool) -> None:
        """How many texts look personal, and whether somebody has looked at them."""
        self.found.setText(
            self._language.say_many(
                "{n} text looks like a telephone number, an e-mail address or the like.",
                "{n} texts look like telephone numbers, e-mail addresses or the like.", count,
            )
        )  # fmt: skip
        self.found.set_role("" if decided else "warn")
        for widget in (self.found, self.look_button):
            widget.setVisible(count > 0)

    def show_saved(self, name: str) -> None:
        """Under which name it was saved last; empty where it was not."""
        self.saved.setText(self._language.say("Saved as {file}.", file=name) if name else "")
        for widget in (self.saved, self.file_button, self.folder_button):
            widget.setVisible(bool(name))


def _line(*widgets: QWidget) -> FlowLayout:
    line = FlowLayout(spacing=10, line_spacing=2)
    for widget in widgets:
        line.addWidget(widget)
    return line
