"""Pictures of the console and of the shared screen, in every language, drawn without a display."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from workshop.app import make_application
from workshop.language import CODES, load_language
from workshop.services.keeping.library import Library
from workshop.settings import Settings
from workshop.ui.main_window import MainWindow
from workshop.ui.page import Place
from workshop.ui.shared_screen.stage import Stage
from workshop.ui.tasks import Tasks

SIZE = QSize(1366, 768)
_PATIENCE_MS = 20_000
_NONE = Qt.KeyboardModifier.NoModifier
KEYS = {
    "Enter": Qt.Key.Key_Return.value,
    "Space": Qt.Key.Key_Space.value,
    "Tab": Qt.Key.Key_Tab.value,
    "Right": Qt.Key.Key_Right.value,
    "Down": Qt.Key.Key_Down.value,
}


class Pictures:
    """A console and a shared screen that are shown nowhere and photographed."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._folder = folder
        self._library = library
        self._app = make_application(["workshop", *_two_displays()])
        self._tasks = Tasks()
        self.window = MainWindow(self._tasks, Settings(theme="light"), load_language("ko"), keep=_keep_nothing)
        self._taken: dict[str, int] = {}
        for code in CODES:
            (folder / code).mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> "Pictures":
        self.window.resize(SIZE)
        self.window.show()
        self.window.library_opened(self._library)
        self._settle()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stage.close_window()
        self._tasks.shut_down()
        self.window.hide()
        self.window.deleteLater()

    @property
    def stage(self) -> Stage:
        """The controller of the shared screen."""
        return self.window.stage

    def console(self, page: str, *, project: UUID, session: UUID | None = None, name: str = "") -> None:
        """A page of the console at a place, in every language."""
        for code in CODES:
            self._speak(code)
            self.window.go(page, Place(project_id=project, session_id=session))
            self._settle()
            self.window.grab().save(str(self._file(code, "console", name or page)))

    def screen(self, name: str, state: Callable[[Stage], object], keys: Sequence[str] = ()) -> None:
        """A state of the shared screen, in every language; `state` brings it about, `keys` are then pressed there."""
        for code in CODES:
            self._speak(code)
            self.stage.open_window()
            state(self.stage)
            self._settle()
            for key in keys:
                self._press(key)
            self.stage.window.grab().save(str(self._file(code, "screen", name)))

    def _press(self, key: str) -> None:
        """A key of the keyboard at the shared screen: a digit, or one of `KEYS`."""
        target = self.stage.window.focusWidget() or self.stage.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            text = key if len(key) == 1 else ""
            QApplication.sendEvent(target, QKeyEvent(kind, KEYS.get(key, 0) or ord(key), _NONE, text))
        self._settle(turns=1)

    def _speak(self, code: str) -> None:
        settings = self.window.settings
        if (settings.language, settings.screen_language) != (code, code):
            self.window.change_settings(settings.with_(language=code, screen_language=code))
            self._settle()

    def _settle(self, *, turns: int = 3) -> None:
        """Answers may ask for more: wait until nothing came for some turns, and let short motions end."""
        for _ in range(turns):
            self._tasks.wait_idle(_PATIENCE_MS)
            loop = QEventLoop()
            QTimer.singleShot(75, loop.quit)
            loop.exec()

    def _file(self, code: str, kind: str, name: str) -> Path:
        return self._folder / code / f"{kind}-{name}.png"


def _keep_nothing(_settings: Settings) -> None:
    """The settings of the demo are not the user's."""


def _two_displays() -> list[str]:
    """The words that give Qt two displays in memory: the laptop and the projector."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": SIZE.width(), "height": SIZE.height(), "logicalDpi": 96}
        for name, x in (("laptop", 0), ("projector", SIZE.width()))
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".json", prefix="displays-", delete=False) as file:
        json.dump({"screens": screens}, file)
    return ["-platform", f"offscreen:configfile={file.name}"]
