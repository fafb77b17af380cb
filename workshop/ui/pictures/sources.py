"""Where photos come from: files, the clipboard, what is dropped; read on the thread for long work."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from workshop.language import Message, mark
from workshop.models.errors import InputError

if TYPE_CHECKING:
    from workshop.exchange.photos import Photo

MOST_AT_ONCE = 60  # photos that are taken in together
PATTERNS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif"
SUFFIXES = frozenset(pattern.removeprefix("*") for pattern in PATTERNS.split())
_MOST_BYTES = 40 * 1024 * 1024 + 1  # one more than may be, so that what is too large is known as such


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a picture that is in no file; `name` is what it is called when it cannot be taken."""

    name: str
    path: Path | None = None
    image: QImage | None = None

    def read(self) -> bytes:
        """The bytes of the file; raises InputError where it cannot be opened."""
        if self.image is not None:
            return _encoded(self.image)
        if self.path is None or self.path.is_dir():
            raise InputError(mark("This is a folder. Please choose the photos in it."))
        try:
            with self.path.open("rb") as file:
                return file.read(_MOST_BYTES)
        except OSError as error:
            raise InputError(mark("This file cannot be opened.")) from error


@dataclass(frozen=True, slots=True)
class ReadPhotos:
    """What could be read, and by name why the rest could not."""

    photos: "list[Photo]" = field(default_factory=list)  # pyright: ignore[reportUnknownVariableType]
    refused: list[tuple[str, Message]] = field(default_factory=list)  # pyright: ignore[reportUnknownVariableType]


def sources_of(files: Sequence[str]) -> tuple[Source, ...]:
    """Files by their paths."""
    return tuple(Source(Path(file).name, Path(file)) for file in files)


def sources_in(mime: QMimeData | None, name: str) -> tuple[Source, ...]:
    """What was dropped or is in the clipboard: its files, else its picture, which is then called `name`."""
    if mime is None:
        return ()
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if files:
        return sources_of(files)
    image = mime.imageData() if mime.hasImage() else None
    return (Source(name, image=image),) if isinstance(image, QImage) and not image.isNull() else ()


def holds_photos(mime: QMimeData | None) -> bool:
    """Whether something of it could be taken; nothing is opened for that."""
    return mime is not None and (mime.hasImage() or any(url.isLocalFile() for url in mime.urls()))


def read_all(sources: Sequence[Source]) -> Generator[int, None, ReadPhotos]:
    """Read one after the other; tells how many are done. What cannot be read does not hold up the others."""
    from workshop.exchange.photos import read_photo  # reading pictures takes a while to load

    read = ReadPhotos()
    for number, source in enumerate(sources, start=1):
        try:
            read.photos.append(read_photo(source.read()))
        except InputError as error:
            read.refused.append((source.name, error.message))
        yield number
    return read


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
