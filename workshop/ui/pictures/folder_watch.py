"""A folder where a camera, a card or a phone puts photos: new ones are offered, none is taken without asking."""

import os
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from workshop.ui.pictures.sources import SUFFIXES
from workshop.ui.tasks import Tasks

PAUSE = 1000  # milliseconds after which a file that has not grown is taken to be whole
BEAT = 3000  # milliseconds after which is looked anyway: nobody tells that a card is pulled out, or is there again
_CAMERA = "dcim"  # in this folder cameras keep folders of their own

_Stamp = tuple[int, int]  # size in bytes, time of the last change


@dataclass(frozen=True, slots=True)
class Seen:
    """What was in the folder at one moment; no `files` where it cannot be read."""

    files: dict[str, _Stamp] | None
    folders: tuple[str, ...] = ()


class FolderWatch(QObject):
    """Tells of new photos. What was in the folder before is not new; a file that is still being written is waited for."""

    offered = Signal(list)  # the paths of all new photos
    awayChanged = Signal(bool)  # the folder cannot be read: the card is out, the phone is gone

    def __init__(self, tasks: Tasks, parent: QObject | None = None, *, pause: int = PAUSE, beat: int = BEAT) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pause, self._beat = pause, beat
        self.folder = ""
        self.is_away = False
        self._known: dict[str, _Stamp] | None = None  # before the first look: nothing is new
        self._growing: dict[str, tuple[_Stamp, float]] = {}  # and since when they have not grown
        self._offers: list[str] = []
        self._looking = self._once_more = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self._later.start(self._pause))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.look)

    @property
    def offers(self) -> tuple[str, ...]:
        """The paths of the new photos, in the order of their names; none while the folder is away."""
        return () if self.is_away else tuple(self._offers)

    def watch(self, folder: str) -> None:
        """Watch a folder from now on; an empty path ends it."""
        self._stop_listening()
        self._later.stop()
        self.folder, self._known, self._growing = folder, None, {}
        self._set_away(away=False)
        self._set_offers([])
        if folder:
            self.look()

    def take(self) -> tuple[str, ...]:
        """The new photos, which are no longer offered then."""
        taken = self.offers
        self._set_offers([])
        return taken

    def look(self) -> None:
        """See what is in the folder, away from the window: a card can be slow."""
        if not self.folder:
            return
        if self._looking:
            self._once_more = True
            return
        self._looking = True
        folder = self.folder
        self._tasks.build(lambda: _looked(folder), done=lambda seen: self._seen(folder, seen), owner=self)

    def _seen(self, folder: str, seen: Seen) -> None:
        self._looking = False
        if folder == self.folder:
            self._note(seen)
        if self._once_more or folder != self.folder:
            self._once_more = False
            self.look()

    def _note(self, seen: Seen) -> None:
        self._set_away(away=seen.files is None)
        if seen.files is None:
            self._growing = {}
            self._stop_listening()  # what comes back under the same name is another folder
            self._later.start(self._beat)
            return
        missing = [path for path in seen.folders if path not in self._watcher.directories()]
        if missing:
            self._watcher.addPaths(missing)
        if self._known is None:
            self._known = dict(seen.files)
            self._later.start(self._beat)
            return
        fresh = {path: stamp for path, stamp in seen.files.items() if self._known.get(path) != stamp}
        whole = {path for path, stamp in fresh.items() if stamp[0] > 0 and self._rests(path, stamp)}
        self._known.update((path, fresh[path]) for path in whole)
        self._growing = {path: self._since(path, stamp) for path, stamp in fresh.items() if path not in whole}
        kept = [path for path in self._offers if path in seen.files]
        self._set_offers(sorted({*kept, *whole}))
        self._later.start(self._pause if self._growing else self._beat)

    def _since(self, path: str, stamp: _Stamp) -> tuple[_Stamp, float]:
        known = self._growing.get(path)
        return known if known is not None and known[0] == stamp else (stamp, time.monotonic())

    def _rests(self, path: str, stamp: _Stamp) -> bool:
        return time.monotonic() - self._since(path, stamp)[1] >= self._pause / 1000

    def _stop_listening(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _set_offers(self, offers: list[str]) -> None:
        if offers != self._offers:
            self._offers = offers
            self.offered.emit(list(offers))

    def _set_away(self, *, away: bool) -> None:
        if away != self.is_away:
            self.is_away = away
            self.awayChanged.emit(away)
            if self._offers:
                self.offered.emit(list(self.offers))


def _looked(folder: str) -> Generator[None, None, Seen]:
    """The photos in a folder, and in the folders of a camera."""
    yield
    try:
        folders, files = _inside(folder)
        if Path(folder).name.lower() == _CAMERA:
            for inner in folders:
                files |= _inside(inner)[1]
        else:
            folders = []
    except OSError:
        return Seen(None)
    return Seen(files, (folder, *folders))


def _inside(folder: str) -> tuple[list[str], dict[str, _Stamp]]:
    folders: list[str] = []
    files: dict[str, _Stamp] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                if entry.is_dir():
                    folders.append(entry.path)
                elif Path(entry.name).suffix.lower() in SUFFIXES and not entry.name.startswith("."):
                    state = entry.stat()
                    files[entry.path] = (state.st_size, state.st_mtime_ns)
            except OSError:
                continue  # gone while we looked
    return folders, files
