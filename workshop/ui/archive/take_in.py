"""Taking an archive in: which one, what will happen, and what happened."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.models.records.archives import MergeReport
from workshop.services.archiving.taking_in import import_bag, plan_import
from workshop.ui.archive.told import Part, ToldSheet
from workshop.ui.archive.words import outcome_words, shortened
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING
from workshop.ui.pictures.dropping import paint_landing
from workshop.ui.tasks import Build
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.progress_bar import SlimBar


def archive_in(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one folder or .zip file that is being dragged, if that is what it is."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    place = Path(urls[0].toLocalFile())
    return place if place.is_dir() or place.suffix.casefold() == ".zip" else None


class LandingField(QWidget):
    """Where an archive can be dropped, with two buttons for those who would rather choose it."""

    folderAsked = Signal()
    fileAsked = Signal()
    dropped = Signal(object)  # Path

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.language.say
        self._theme, self._under_way = desk.theme, False
        self.setAcceptDrops(True)
        words = paragraph(say("Drop the folder or the .zip file of an archive here, or choose it."), role="muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.folder_button = QuietButton(say("Choose a folder…"), icon=desk.icons.icon("folder-open"))
        self.folder_button.clicked.connect(self.folderAsked)
        self.file_button = QuietButton(say("Choose a .zip file…"))
        self.file_button.clicked.connect(self.fileAsked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(16)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.folder_button)
        row.addWidget(self.file_button)
        row.addStretch(1)
        column.addLayout(row)

    def _set_under_way(self, under_way: bool) -> None:
        self._under_way = under_way
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder or .zip file is welcome."""
        if archive_in(event) is not None:
            event.acceptProposedAction()
            self._set_under_way(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._set_under_way(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at it."""
        self._set_under_way(False)
        place = archive_in(event)
        if place is not None:
            event.acceptProposedAction()
            self.dropped.emit(place)

    def paintEvent(self, event: Any) -> None:
        """A dashed frame, filled while something is held over it."""
        paint_landing(self, self._theme, filled=self._under_way)


class TakeInArchive(ToldSheet):
    """Looks an archive through, says what would happen, and takes it in when asked to."""

    projectOpened = Signal(object, object)  # ids of the project and of the session, or none

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, desk.language.say("Take in an archive"), parent)
        say = desk.language.say
        self._place: Path | None = None
        self._build: Build | None = None
        self.report: MergeReport | None = None
        self.landing = LandingField(desk)
        self.landing.folderAsked.connect(lambda: self._ask(QFileDialog.FileMode.Directory))
        self.landing.fileAsked.connect(lambda: self._ask(QFileDialog.FileMode.ExistingFile))
        self.landing.dropped.connect(self.look_at)
        self.doing = MutedLabel(wrap=True)
        self.bar = SlimBar(desk, say("Progress"), height=6)
        self._error = paragraph(role="danger")
        inner = QVBoxLayout()
        inner.setContentsMargins(RING, 0, RING, 0)
        inner.setSpacing(10)
        for widget in (self._error, self.landing, self.doing, self.bar):
            inner.addWidget(widget)
        self.body.addLayout(inner)
        self.verb_button = PrimaryButton(say("Take in"))
        self.verb_button.clicked.connect(self.take_in)
        self.open_button = PrimaryButton(say("Open the project"))
        self.open_button.clicked.connect(self._open)
        self.foot.addWidget(self.verb_button)
        self.foot.addWidget(self.open_button)
        self.show_state("choose")

    def show_state(self, state: str, error: str = "") -> None:
        """What is shown: choose, working, preview or done."""
        self.landing.setVisible(state == "choose")
        self.doing.setVisible(state == "working")
        self.bar.setVisible(state == "working")
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.area.setVisible(state in {"preview", "done"} and bool(self.words))
        self.verb_button.setVisible(state == "preview" and self._has_news)
        self.open_button.setVisible(state == "done" or (state == "preview" and not self._has_news))
        say = self._desk.language.say
        self.cancel_button.setText(say("Close") if state == "done" else say("Cancel"))
        if state in {"preview", "done"}:
            next_one = self.verb_button if self.verb_button.isVisibleTo(self) else self.open_button
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state == "choose":
            self.landing.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible():
            self.fit()

    def look_at(self, place: Path) -> None:
        """Look an archive through and say what taking it in would do."""
        library = self._desk.library
        self._place = place
        self._run(
            lambda: plan_import(library, place=place), self._show_plan,
            self._desk.language.say("{place} is being looked through…", place=place.name),
        )  # fmt: skip

    def take_in(self) -> None:
        """Take it in, all or nothing."""
        library, language, place = self._desk.library, self._desk.language, self._place
        if place is not None and self._has_news:
            self._run(
                lambda: import_bag(library, place=place, language=language), self._show_done,
                language.say("{place} is being taken in…", place=place.name),
            )  # fmt: skip

    def reject(self) -> None:
        """Close; what is under way is stopped, and nothing of it stays."""
        if self._build is not None:
            self._build.cancel()
        super().reject()

    @property
    def _has_news(self) -> bool:
        return self.report is not None and not self.report.changes_nothing

    def _run(
        self, make: Callable[[], Generator[float, None, MergeReport]], done: Callable[[MergeReport], None], words: str
    ) -> None:
        self.doing.setText(words)
        self.bar.show_part(0, 100)
        self.show_state("working")
        self._build = self._desk.tasks.build(
            make, lambda share: self.bar.show_part(round(share * 100), 100), done, self._failed, owner=self
        )

    def _failed(self, error: Exception) -> None:
        self._build = None
        message = getattr(error, "message", None)
        if isinstance(message, Message):
            self.report = None
            self.show_state("choose", self._desk.language.tell(message))
        else:
            self.reject()
            self._desk.tasks.failed.emit(error)

    def _show_plan(self, report: MergeReport) -> None:
        language = self._desk.language
        parts = self._head(report)
        parts += [("body", one) for one in outcome_words(language, report, done=False)]
        if report.with_register:
            parts.append(("warn", language.say("There are names and contacts in this archive.")))
        parts += self._differences(report)
        if report.left_out:
            parts.append(("lead", language.say("Not in the archive")))
            parts += [("muted", one) for one in shortened(language, [language.pick(told) for told in report.left_out])]
        if not report.changes_nothing:
            parts.append(self._about_backup())
        self._finish(report, parts, "preview")

    def _show_done(self, report: MergeReport) -> None:
        language = self._desk.language
        parts = [*self._head(report), ("ok", language.say("The archive was taken in."))]
        parts += [("body", one) for one in outcome_words(language, report, done=True)]
        parts += self._differences(report)
        if report.backup is not None:
            parts.append(("muted", language.say("As it was before: {file}", file=report.backup.name)))
        self._finish(report, parts, "done")

    def _finish(self, report: MergeReport, parts: list[Part], state: str) -> None:
        self._build = None
        self.report = report
        self.tell(parts)
        self.show_state(state)

    def _head(self, report: MergeReport) -> list[Part]:
        words = f"{report.document_number} · {report.title}" if report.document_number else report.title
        return [("lead", words)]

    def _about_backup(self) -> Part:
        """Taking in cannot be undone: what there is to go back to."""
        say = self._desk.language.say
        if self._desk.library.database.is_sqlite:
            return "muted", say("It cannot be undone. A backup of everything that is here is made first.")
        return "warn", say(
            "It cannot be undone, and no backup is made here, since this library lies on a server. Have the server's "
            "administrator make one first."
        )

    def _differences(self, report: MergeReport) -> list[Part]:
        """What both laptops had changed, and what was given a new number."""
        language = self._desk.language
        parts: list[Part] = []
        for heading, lines in (
            (language.say("Changed on both laptops"), report.conflicts),
            (language.say("What is called otherwise now"), report.changes),
        ):
            if lines:
                parts.append(("lead", heading))
                parts += [("body", one) for one in shortened(language, [language.tell(line) for line in lines])]
        if report.conflicts:
            parts.append(("muted", language.say("What is set aside can be read on the project's page.")))
        return parts

    def _open(self) -> None:
        if self.report is not None:
            self.projectOpened.emit(self.report.project_id, self.report.lab_session_id)
        self.accept()

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        """Ask for a folder or a file, without stopping anything."""
        dialog = QFileDialog(self, self._desk.language.say("Take in an archive"))
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setNameFilter("ZIP (*.zip *.ZIP)")
        dialog.filesSelected.connect(lambda files: self.look_at(Path(files[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
