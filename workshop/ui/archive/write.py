"""Writing an archive: what goes in, where to, how far it is, and what was left out."""

import re
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.models.records.archives import WrittenBag
from workshop.services.archiving.bag_export import export_bag
from workshop.ui.archive.told import Part, ToldSheet
from workshop.ui.archive.words import shortened
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING
from workshop.ui.tasks import Build
from workshop.ui.widgets.buttons import PrimaryButton, SmallButton
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.elided_label import ElidedLabel
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.progress_bar import SlimBar

_FORBIDDEN = re.compile(r'[\x00-\x1f%<>:"/\\|?*~]+')
LONGEST_NAME = 60  # characters


class WriteArchive(ToldSheet):
    """Writes the archive of a project, or of one of its sessions, into a new folder of the folder that is chosen."""

    def __init__(
        self, desk: Desk, parent: QWidget, *, name: str, project_id: UUID | None = None, session_id: UUID | None = None
    ) -> None:
        super().__init__(desk, desk.language.say("Archive bag"), parent)
        say = desk.language.say
        self._subject: dict[str, UUID | None] = {"project_id": project_id, "session_id": session_id}
        self._name = " ".join(_FORBIDDEN.sub(" ", name).split())[:LONGEST_NAME].strip(" .") or "archive"
        self._build: Build | None = None
        self.written: WrittenBag | None = None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder = Path(documents) if documents else Path.home()
        self.place = ElidedLabel(look="strong")
        self.folder_button = SmallButton(say("Another folder…"), icon=desk.icons.icon("folder-open"))
        self.folder_button.clicked.connect(self.ask_folder)
        self.zip_box = CheckBox(say("One .zip file beside the folder, to send it"))
        self.register_box = CheckBox(say("With names and contacts, to move the project to another laptop"))
        self._warning = paragraph(
            say("Names and contacts are then in the archive. Do not hand it on, and delete it when it was taken in."),
            role="warn", small=True,
        )  # fmt: skip
        self.register_box.toggled.connect(self._warn)
        self.doing = MutedLabel(say("The archive is being written…"), wrap=True)
        self.bar = SlimBar(desk, say("Progress"), height=6)
        self._error = paragraph(role="danger")
        self.verb_button = PrimaryButton(say("Write the archive"))
        self.verb_button.setDefault(True)
        self.verb_button.clicked.connect(self.write)
        self.open_button = PrimaryButton(say("Open the folder"))
        self.open_button.clicked.connect(self._open)
        self._arrange()
        self.choose_folder(self.folder)
        self._show_form()

    @property
    def target(self) -> Path:
        """The folder that will be the archive; a number is put behind where there is one of that name."""
        taken = (self.folder / (self._name if n == 1 else f"{self._name} ({n})") for n in range(1, 1000))
        return next(path for path in taken if not path.exists() and not path.with_name(f"{path.name}.zip").exists())

    def choose_folder(self, folder: Path) -> None:
        """Write below this folder."""
        self.folder = folder
        self.place.setText(str(self.target))

    def ask_folder(self) -> None:
        """Ask for another folder, without stopping anything."""
        dialog = QFileDialog(self, self._desk.language.say("Where is the archive to be written?"), str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(lambda folders: self.choose_folder(Path(folders[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self) -> None:
        """Write it; it appears whole or not at all."""
        library, language, out = self._desk.library, self._desk.language, self.target
        wanted = {"with_register": self.register_box.isChecked(), "zipped": self.zip_box.isChecked()}
        self._show_working()
        self._build = self._desk.tasks.build(
            lambda: export_bag(library, out=out, language=language, **self._subject, **wanted),
            lambda share: self.bar.show_part(round(share * 100), 100),
            self._show_done,
            self._failed,
            owner=self,
        )

    def reject(self) -> None:
        """Stop what is under way and go back to the form; from there close."""
        if self._build is not None:
            self._build.cancel()
            self._build = None
            self._show_form()
        else:
            super().reject()

    def _arrange(self) -> None:
        say = self._desk.language.say
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addWidget(MutedLabel(say("It will be in")))
        form.addWidget(self.place)
        form.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        form.addSpacing(4)
        for widget in (self.zip_box, self.register_box, self._warning):
            form.addWidget(widget)
        inner = QVBoxLayout()
        inner.setContentsMargins(RING, 0, RING, RING)
        inner.setSpacing(10)
        for widget in (self._form, self._error, self.doing, self.bar):
            inner.addWidget(widget)
        self.body.addLayout(inner)
        self.foot.addWidget(self.verb_button)
        self.foot.addWidget(self.open_button)

    def _show(self, *shown: QWidget, close: str) -> None:
        for widget in (self._form, self._error, self.doing, self.bar, self.verb_button, self.open_button):
            widget.setVisible(widget in shown)
        self.cancel_button.setText(close)
        if self.isVisible():
            self.fit()

    def _show_form(self, error: str = "") -> None:
        say = self._desk.language.say
        self.tell(
            (
                ("body", say("A folder that can be read without this program for as long as there are computers: reports, "
                             "tables, ballots, photos and all data, each file with its checksum.")),
                ("muted", say("Participants are in it by number and code. Votes that are still running are left out.")),
            )
        )  # fmt: skip
        self._error.setText(error)
        self._warn(self.register_box.isChecked())
        self._show(self._form, self.verb_button, *([self._error] if error else []), close=say("Cancel"))
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_working(self) -> None:
        self.bar.show_part(0, 100)
        self.tell(())
        self._show(self.doing, self.bar, close=self._desk.language.say("Cancel"))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_done(self, written: WrittenBag) -> None:
        language = self._desk.language
        self._build, self.written = None, written
        parts: list[Part] = [
            ("ok", language.say("The archive was written.")),
            ("body", str(written.folder)),
            ("muted", language.say_many("{n} file", "{n} files", len(written.files))),
        ]
        if written.warnings:
            parts.append(("lead", language.say("Please look at this before you hand it on")))
            parts += [("warn", one) for one in shortened(language, [language.tell(one) for one in written.warnings])]
        if written.left_out:
            parts.append(("lead", language.say("Not in the archive")))
            parts += [("muted", one) for one in shortened(language, [language.tell(one) for one in written.left_out])]
        self.tell(parts)
        self._show(self.open_button, close=language.say("Close"))
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._build = None
        message = getattr(error, "message", None)
        self._show_form(self._desk.language.tell(message) if isinstance(message, Message) else "")
        if not isinstance(message, Message):
            self._desk.tasks.failed.emit(error)

    def _warn(self, warned: bool) -> None:
        self._warning.setVisible(warned)
        if self.isVisible():
            self.fit()

    def _open(self) -> None:
        if self.written is not None and self.written.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written.folder)))
        self.accept()
