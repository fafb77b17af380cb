"""A window with something about photos in it, on a running session."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.builders import Room
from workshop.exchange.photos import read_photo
from workshop.language import load_language
from workshop.models.records.pictures import PictureRecord
from workshop.services.ideas import ideas, pictures
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.tasks import Tasks


def image(name: str = "red", width: int = 120, height: int = 80) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(name))
    return made


def photo_file(folder: Path, name: str, colour: str = "red", width: int = 120) -> Path:
    file = folder / name
    assert image(colour, width).save(str(file))
    return file


class PhotoRoom:
    """A desk in a window; what is offered to be undone and what fails is remembered."""

    def __init__(self, qtbot: Any, room: Room, make: Callable[[Desk, QWidget], QWidget]) -> None:
        theme = look.load_theme("light")
        look.apply(QApplication.instance(), theme)
        self.qtbot, self.room, self.tasks = qtbot, room, Tasks()
        self.tasks.listen(room.library)
        self.desk = Desk(load_language("en"), theme, Icons(theme), self.tasks, room.library, Settings(language="en"))
        self.errors: list[Exception] = []
        self.tasks.failed.connect(self.errors.append)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1000, 700)
        column = QVBoxLayout(self.window)
        self.window.show()
        self.window.activateWindow()
        with qtbot.waitActive(self.window):
            pass
        self.it: Any = make(self.desk, self.window)
        if self.it.parent() is None and self.it is not self.window:
            column.addWidget(self.it)
            column.addStretch(1)
        self.undone: list[Any] = []
        if hasattr(self.it, "undoOffered"):
            self.it.undoOffered.connect(lambda words: self.undone.append(self.desk.language.tell(words)))
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            assert self.tasks.wait_idle(10_000)
            QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.settle()

    def press(self, key: Any, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.settle()

    def drop(self, widget: QWidget, mime: QMimeData) -> bool:
        """Drag something over a widget and let it fall; whether it was welcome."""
        at, action, left = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, action, mime, left, none)
        enter.ignore()
        QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, mime, left, none))
        self.settle()
        return enter.isAccepted()

    def keep(self, count: int, idea_id: UUID | None = None) -> tuple[PictureRecord, ...]:
        """Photos in the library."""
        read = [read_photo(png(image("red", 100 + 10 * number))) for number in range(count)]
        made = pictures.add_photos(
            self.room.library, project_id=self.room.project_id, session_id=self.room.session_id, idea_id=idea_id,
            photos=read,
        )  # fmt: skip
        self.settle()
        return made.record

    def loose(self) -> tuple[PictureRecord, ...]:
        """The photos of the session that are at no idea."""
        return pictures.list_pictures(self.room.library, session_id=self.room.session_id, loose=True)

    def texts(self) -> list[str]:
        """The ideas of the session."""
        return [idea.text for idea in ideas.idea_board(self.room.library, session_id=self.room.session_id).ideas]

    def end(self) -> None:
        self.tasks.shut_down()
        self.window.hide()


def png(picture: QImage) -> bytes:
    from workshop.ui.pictures.sources import Source

    return Source("", image=picture).read()


def files_mime(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def image_mime(picture: QImage) -> QMimeData:
    mime = QMimeData()
    mime.setImageData(picture)
    return mime
