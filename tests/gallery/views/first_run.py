"""The first start, and About."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.settings import Settings
from workshop.ui.about.dialog import show_about
from workshop.ui.first_run.window import FirstRunWindow


def _steps(hall: Hall, step: int, folder: str = "") -> QWidget:
    """The window of the first steps at a step, with a folder below that of the library."""
    settings: Settings = hall.window.settings
    window = FirstRunWindow(hall.tasks, settings, keep=lambda _settings: None)
    hall.window.hide()
    window.fit(QSize(*hall.look.size))
    window.show()
    window.activateWindow()
    hall.settle()
    for number in range(step):
        window.go_on()
        hall.settle()
        if number == 0 and folder:
            window.step.choose(Path(hall.library.place).parent / folder)
            hall.settle()
    return window


def _about(hall: Hall) -> QWidget:
    hall.go("settings")
    dialog = show_about(hall.window.desk, hall.window)
    dialog.take_room(QSize(*hall.look.size))
    hall.settle()
    return dialog


VIEWS = (
    View("first-run/language", "empty", lambda hall: _steps(hall, 0)),
    View("first-run/place", "empty", lambda hall: _steps(hall, 1)),
    View("first-run/place-synced", "empty", lambda hall: _steps(hall, 1, "OneDrive - 행복시청/리빙랩 워크숍 자료")),
    View("first-run/place-refused", "empty", lambda hall: _steps(hall, 1, "empty.workshop")),
    View("first-run/begin", "empty", lambda hall: _steps(hall, 2)),
    View("about/parts", "sample", _about),
)
