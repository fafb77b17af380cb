"""Pictures for the window: each is read and made small once on the worker, and kept as long as there is room."""

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from workshop.services.ideas import pictures
from workshop.ui.desk import Desk

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library

SMALL = 480  # pixels: up to here the small copy in the library will do
_MOST = 96 * 1024 * 1024  # bytes of pictures that are kept ready

_Key = tuple[str, int]
_shelves: "WeakKeyDictionary[Desk, PictureShelf]" = WeakKeyDictionary()


def shelf_of(desk: Desk) -> "PictureShelf":
    """The shelf that everything at a desk shares."""
    if desk not in _shelves:
        _shelves[desk] = PictureShelf(desk)
    return _shelves[desk]


class PictureShelf(QObject):
    """`pixmap` gives what is there; what is not there yet is asked for once, and `arrived` tells when it is."""

    arrived = Signal(str)  # the content

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = desk.tasks
        self._library = desk.library
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._asked: set[_Key] = set()  # on their way
        self._wanted: list[_Key] = []  # of these, what the worker has not taken up
        self._lock = Lock()

    def pixmap(self, content: str, size: int) -> QPixmap | None:
        """The picture of a content with its longest side at most `size` pixels of the display.

        None where it still has to come; a null pixmap where its file is not there.
        """
        key = (content, size)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif key not in self._asked:
            self._ask(key)
        return found

    def _ask(self, key: _Key) -> None:
        """Let it be read; what is wanted before the worker comes to it is read together."""
        self._asked.add(key)
        with self._lock:
            self._wanted.append(key)
            if len(self._wanted) > 1:
                return
        library, taken = self._library, list[_Key]()

        def read() -> dict[_Key, QImage]:
            with self._lock:
                taken.extend(self._wanted)
                self._wanted.clear()
            return _read(library, taken)

        self._tasks.run(read, self._put, lambda error: self._failed(taken, error), owner=self)

    def _put(self, found: dict[_Key, QImage]) -> None:
        for key, image in found.items():
            self._asked.discard(key)
            self._kept[key] = picture = QPixmap.fromImage(image)
            self._bytes += _bytes_of(picture)
        while self._bytes > _MOST and len(self._kept) > 1:
            self._bytes -= _bytes_of(self._kept.popitem(last=False)[1])
        for content in dict.fromkeys(content for content, _size in found):
            self.arrived.emit(content)

    def _failed(self, keys: list[_Key], error: Exception) -> None:
        self._asked.difference_update(keys)
        self._tasks.failed.emit(error)


def _read(library: "Library", keys: list[_Key]) -> dict[_Key, QImage]:
    """The pictures in their sizes; on the worker."""
    small = pictures.thumbnails(library, contents=list({content for content, size in keys if size <= SMALL}))
    found: dict[_Key, QImage] = {}
    for content, size in keys:
        data = small.get(content) if size <= SMALL else pictures.content_bytes(library, content=content)
        found[content, size] = fitted(QImage.fromData(data) if data else QImage(), size)
    return found


def fitted(image: QImage, size: int) -> QImage:
    """A picture with its longest side at most `size` pixels."""
    if max(image.width(), image.height()) <= size:
        return image
    return image.scaled(
        QSize(size, size), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _bytes_of(picture: QPixmap) -> int:
    return 4 * picture.width() * picture.height() + 64
