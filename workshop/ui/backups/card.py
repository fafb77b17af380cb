"""The copies of the library in the settings: each restored with one click, one more made, or one taken from elsewhere."""

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import Language, mark
from workshop.models.records.backups import BackupRecord
from workshop.ui.page import Page
from workshop.ui.widgets.buttons import LinkButton, QuietButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import BodyLabel, MutedLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows

if TYPE_CHECKING:
    from datetime import datetime

_FEW = 4  # copies that are shown at once
_MEGABYTE = 1024 * 1024


class BackupsCard(Card):
    """Lists the copies beside the library; a library on a server has none here."""

    restoreRequested = Signal(object)  # Path

    def __init__(self, page: Page) -> None:
        say = page.say
        super().__init__(say("Backups"))
        self._page = page
        self._copies: tuple[BackupRecord, ...] = ()
        self._unfolded = False
        self.add(
            paragraph(
                say(
                    "A copy is kept at the end of every session, the newest ten in all. Before one is restored, "
                    "the data as it is now is kept too."
                ),
                role="muted",
            )
        )
        rows = QVBoxLayout()
        rows.setSpacing(2)
        self.body.addLayout(rows)
        self._rows = KeyedRows[BackupRecord, _Row](
            rows, lambda copy: copy.file, self._make_row, lambda row, copy: row.show_copy(page.desk.language, copy)
        )
        self.more_button = LinkButton()
        self.more_button.setProperty("folds", True)
        self.more_button.clicked.connect(self._fold)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.copy_button = QuietButton(say("Make a copy now"), icon=page.desk.icons.icon("hard-drive"))
        self.copy_button.clicked.connect(self._copy)
        self.file_button = QuietButton(say("Restore from a file …"))
        self.file_button.clicked.connect(self._ask_file)
        acts = FlowLayout(spacing=8, line_spacing=8)
        acts.addWidget(self.copy_button)
        acts.addWidget(self.file_button)
        self.body.addSpacing(4)
        self.body.addLayout(acts)
        self.doing = MutedLabel(
            say("The copy is being restored. With many photos this takes up to a minute."), wrap=True
        )
        self.body.addWidget(self.doing)
        self.more_button.hide()
        self.doing.hide()
        page.desk.tasks.failed.connect(self._end)

    @property
    def rows(self) -> "list[_Row]":
        """The copies that are shown, the newest first."""
        return self._rows.widgets

    def reload(self) -> None:
        """Look again which copies there are."""
        library = self._page.desk.library

        def look() -> tuple[BackupRecord, ...] | None:
            from workshop.services.keeping.backups import backups_of

            return backups_of(library)

        self._page.desk.tasks.run(look, self._show_copies, owner=self)

    def _show_copies(self, copies: tuple[BackupRecord, ...] | None) -> None:
        self.setVisible(copies is not None)
        self._copies = copies or ()
        many = len(self._copies) > _FEW + 1
        self._rows.show(self._copies[:_FEW] if many and not self._unfolded else self._copies)
        say = self._page.say
        self.more_button.setText(
            say("Show fewer") if self._unfolded else say("Show {n} more", n=len(self._copies) - _FEW)
        )
        self.more_button.setVisible(many)

    def _make_row(self, copy: BackupRecord) -> "_Row":
        row = _Row(self._page.say("Restore this copy"))
        row.button.clicked.connect(lambda: self._restore(copy.file))
        return row

    def _restore(self, file: Path) -> None:
        """Say that it takes its time, and let nobody ask twice; the window is built anew at the end."""
        self._show_busy(busy=True)
        self.restoreRequested.emit(file)

    def _end(self) -> None:
        """It was refused; what was told says why."""
        self._show_busy(busy=False)

    def _show_busy(self, *, busy: bool) -> None:
        self.doing.setVisible(busy)
        for button in (*(row.button for row in self.rows), self.copy_button, self.file_button):
            button.setEnabled(not busy)

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show_copies(self._copies)

    def _copy(self) -> None:
        library = self._page.desk.library

        def make() -> Path:
            from workshop.services.keeping.backups import add_backup

            return add_backup(library)

        def made(_copy: Path) -> None:
            self._page.noticeRequested.emit(mark("A copy was kept."))
            self.reload()

        self._page.desk.tasks.run(make, made, owner=self)

    def _ask_file(self) -> None:
        say = self._page.say
        dialog = QFileDialog(self.window(), say("Restore from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        ours, all_files = say("Copies of the library"), say("All files")
        dialog.setNameFilters([f"{ours} (*.workshop)", f"{all_files} (*)"])
        dialog.fileSelected.connect(lambda file: self._restore(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Row(QWidget):
    """When a copy was made, how large it is, and the way back to it."""

    def __init__(self, verb: str) -> None:
        super().__init__()
        self._when = BodyLabel(wrap=True)
        self._about = MutedLabel(wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._when)
        words.addWidget(self._about)
        self.button = LinkButton(verb)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_copy(self, language: Language, copy: BackupRecord) -> None:
        """Show the copy."""
        when = told_moment(language, copy.made)
        size = language.number(max(Fraction(1, 10), Fraction(round(copy.size * 10 / _MEGABYTE), 10)))
        about = language.say("{size} MB · kept before a restore", size=size) if copy.before_restore else f"{size} MB"
        self._when.setText(when)
        self._about.setText(about)
        self.button.setAccessibleName(f"{self.button.text()}: {when}")


def told_moment(language: Language, moment: "datetime") -> str:
    """A moment where the laptop is: its day and its time."""
    here = moment.astimezone()
    return f"{language.date(here.date())} {language.time(here)}"
