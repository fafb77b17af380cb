"""Starting the application: painted before the database is imported, calm where the library cannot be opened."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.builders import make_room
from workshop.app import Running
from workshop.services.keeping.backups import keep_backup
from workshop.services.keeping.library import open_library
from workshop.services.projects import projects
from workshop.settings import Settings

_FIRST_PAINT = """
import sys
from PySide6.QtCore import QTimer
from workshop.app import Running, make_application
from workshop.settings import Settings

app = make_application(["workshop"])
running = Running(app, Settings(), sys.argv[1])
running.open_library = lambda: None
running.start()
QTimer.singleShot(0, lambda: (running.window.grab(), app.quit()))
app.exec()
heavy = {"sqlalchemy", "alembic", "reportlab", "PIL", "babel", "pypdfium2"} & set(sys.modules)
print(",".join(sorted(heavy)))
"""


def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    words = [sys.executable, "-W", "error", "-c", _FIRST_PAINT, str(tmp_path / "l.workshop")]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def _start(qtbot, qapp, place: Path, language: str) -> Running:
    running = Running(qapp, Settings(language=language), str(place))
    qtbot.addWidget(running.window)
    running.start()
    return running


def _put_away(running: Running) -> None:
    running.window.close()
    running._put_away()


def test_a_library_is_made_and_shown(qtbot, qapp, tmp_path: Path) -> None:
    running = _start(qtbot, qapp, tmp_path / "new.workshop", "ko")
    qtbot.waitUntil(lambda: running.window.page is not None, timeout=10_000)
    assert running.tasks.wait_idle(10_000)
    assert (tmp_path / "new.workshop").exists()
    _put_away(running)


@pytest.mark.parametrize(("language", "sentence"), [("ko", "손상되었습니다"), ("en", "damaged")])
def test_a_damaged_library_is_told_on_a_calm_page_and_left_alone(
    qtbot, qapp, tmp_path: Path, language: str, sentence: str
) -> None:
    place = tmp_path / "broken.workshop"
    place.write_bytes(b"x" * 5000)
    running = _start(qtbot, qapp, place, language)

    def told() -> bool:
        return any(sentence in label.text() for label in running.window.findChildren(QLabel) if label.isVisible())

    qtbot.waitUntil(told, timeout=10_000)
    assert running.window.page is None
    assert place.read_bytes() == b"x" * 5000
    open_library(tmp_path / "broken.backup").close()
    place.write_bytes((tmp_path / "broken.backup").read_bytes())
    running.window.openRequested.emit("")
    qtbot.waitUntil(lambda: running.window.page is not None, timeout=10_000)
    assert running.tasks.wait_idle(10_000)
    _put_away(running)


def test_the_newest_copy_of_a_damaged_library_is_one_click_away(qtbot, qapp, tmp_path) -> None:
    place = tmp_path / "library.workshop"
    library = open_library(place)
    make_room(library)
    keep_backup(library)
    library.close()
    place.write_bytes(b"x" * 5000)
    running = _start(qtbot, qapp, place, "ko")

    def offered() -> list[QPushButton]:
        return [button for button in running.window.findChildren(QPushButton) if "복원하기" in button.text()]

    qtbot.waitUntil(lambda: bool(offered()), timeout=10_000)
    qtbot.mouseClick(offered()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: running.window.page is not None, timeout=10_000)
    assert running.tasks.wait_idle(10_000)
    assert len(projects.list_projects(running.window.desk.library)) == 1
    _put_away(running)
