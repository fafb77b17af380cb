"""About: what this is, which version, and the licences of everything it is made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workshop import __version__
from workshop.ui.about.parts import Part, gather_parts
from workshop.ui.about.versions import version_lines
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.displays import display_of
from workshop.ui.widgets.buttons import QuietButton
from workshop.ui.widgets.headings import Label, LeadLabel, MutedLabel, StrongLabel, paragraph

_SIZE = QSize(920, 640)  # at 100 %


class AboutDialog(Sheet):
    """The parts at the left, the licence of the chosen one at the right; show it with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("About this program"), parent)
        self._desk = desk
        self._parts: list[Part] = []
        self._schema = ""
        self.body.addLayout(self._head())
        self.list = QListWidget()
        self.list.setAccessibleName(say("Parts and their licences"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.currentRowChanged.connect(self._show_part)
        columns = QHBoxLayout()
        columns.setContentsMargins(RING, 0, RING, 0)
        columns.setSpacing(20)
        columns.addLayout(self._left(), 2)
        columns.addLayout(self._right(), 5)
        self.body.addLayout(columns, 1)
        self._build_foot()
        self.take_room(display_of(self.parentWidget() or self).availableGeometry().size())
        desk.tasks.run(self._gather, self._gathered, owner=self)

    @property
    def parts(self) -> list[Part]:
        """The parts, once they are there."""
        return self._parts

    def copy_versions(self) -> None:
        """Put the versions on the clipboard, for whoever helps."""
        QApplication.clipboard().setText(version_lines(self._desk, self._schema))
        self._copied.setText(self._desk.language.say("Copied"))

    def take_room(self, room: QSize) -> None:
        """Take the size that the text wants, at most what a display of this size has room for."""
        wide = min(self._desk.type.px(_SIZE.width()), round(room.width() * 0.94))
        high = min(self._desk.type.px(_SIZE.height()), round(room.height() * 0.92))
        self.setMinimumSize(min(wide, 640), min(high, 420))
        self.resize(wide, high)

    def fit(self) -> None:
        """Its lists scroll: it keeps the size it has taken."""

    # Building.

    def _head(self) -> QHBoxLayout:
        say, kind = self._desk.language.say, self._desk.type
        sign = Label()
        side = kind.px(48)
        sign.setPixmap(QApplication.windowIcon().pixmap(QSize(side, side), self.devicePixelRatio()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(LeadLabel(say("Living Lab Workshop {version}", version=__version__)))
        sentence = say(
            "In-person workshops of citizens in a living lab: prepared, run, voted on, evaluated and reported, with no internet."
        )
        words.addWidget(paragraph(sentence, role="muted"))
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.setSpacing(kind.px(14))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._count = StrongLabel(self._desk.language.say("Parts and their licences"), wrap=True)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._name = StrongLabel("", wrap=True)
        self._note = MutedLabel("", wrap=True)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        # Licences are written in lines of 80 characters: small type keeps them whole.
        self.text.setStyleSheet(f"font-size: {self._desk.type.small}px;")
        self.text.setAccessibleName(self._desk.language.say("Text of the licence"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for widget, stretch in ((self._name, 0), (self._note, 0), (self.text, 1)):
            column.addWidget(widget, stretch)
        return column

    def _build_foot(self) -> None:
        say = self._desk.language.say
        self.copy_button = QuietButton(say("Copy the versions"))
        self.copy_button.clicked.connect(self.copy_versions)
        self._copied = MutedLabel("", role="ok")
        self.foot.insertWidget(0, self.copy_button)
        self.foot.insertWidget(1, self._copied)
        self.cancel_button.setText(say("Close"))

    # What happens.

    def _gather(self) -> tuple[list[Part], str]:
        """On the worker: reading all the texts takes a moment."""
        from workshop.services.keeping.places import schema_of

        library = self._desk.library
        schema = schema_of(library) if hasattr(library, "database") else ""
        return gather_parts(self._desk.language), schema

    def _gathered(self, found: tuple[list[Part], str]) -> None:
        self._parts, self._schema = found
        for part in self._parts:
            item = QListWidgetItem(f"{part.name} {part.version}".strip() + f"\n{part.licence}")
            item.setToolTip(f"{part.name} {part.version}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self, row: int) -> None:
        if not 0 <= row < len(self._parts):
            return
        part = self._parts[row]
        self._name.setText(
            " · ".join(words for words in (f"{part.name} {part.version}".strip(), part.licence) if words)
        )
        self._note.setText(part.note)
        self._note.setVisible(bool(part.note))
        self.text.setPlainText(part.text)


def show_about(desk: Desk, parent: QWidget) -> AboutDialog:
    """Open the dialog on a window and give it back."""
    dialog = AboutDialog(desk, parent)
    dialog.open()
    return dialog
