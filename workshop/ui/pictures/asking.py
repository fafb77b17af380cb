"""What is asked about photos: which files, which caption."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from workshop.language import Message
from workshop.models.records.changes import Changed
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import pictures
from workshop.ui.desk import Desk
from workshop.ui.dialogs.form_dialog import FormDialog
from workshop.ui.pictures.sources import PATTERNS
from workshop.ui.widgets.form import Field


def ask_photos(desk: Desk, parent: QWidget, chosen: Callable[[list[str]], object]) -> QFileDialog:
    """Ask for picture files, several at once."""
    say = desk.language.say
    dialog = QFileDialog(parent.window(), say("Add photos"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(f"{say('Pictures')} ({PATTERNS} {PATTERNS.upper()})")
    dialog.filesSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_folder(desk: Desk, parent: QWidget, chosen: Callable[[str], object]) -> QFileDialog:
    """Ask for a folder where photos arrive."""
    dialog = QFileDialog(parent.window(), desk.language.say("Watch a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.filesSelected.connect(lambda folders: chosen(folders[0]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_caption(desk: Desk, picture: PictureRecord, parent: QWidget, told: Callable[[Message], object]) -> FormDialog:
    """Ask what a photo shows; `told` gets the words of the undo."""
    say = desk.language.say
    fields = (Field("caption", say("Caption"), "note", lines=2, help=say("It stands below the photo.")),)
    dialog = FormDialog(
        desk, say("Caption of the photo"), fields, say("Save"), parent, values={"caption": picture.caption}, stay=True
    )

    def done(changed: Changed[PictureRecord]) -> None:
        dialog.accept()
        if changed.undo is not None:
            told(changed.undo)

    def failed(error: Exception) -> None:
        message = getattr(error, "message", None)
        if isinstance(message, Message):
            dialog.show_error(desk.language.tell(message))
        else:
            desk.tasks.failed.emit(error)

    def submit(values: dict[str, Any]) -> None:
        caption = str(values["caption"] or "")

        desk.tasks.run(
            lambda: pictures.caption_picture(desk.library, picture_id=picture.id, caption=caption), done, failed,
            owner=dialog,
        )  # fmt: skip

    dialog.submitted.connect(submit)
    dialog.open()
    return dialog
