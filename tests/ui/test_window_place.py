"""Windows come back where they were, on a display that is there, whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from workshop.ui.shared_screen.window import StageWindow
from workshop.ui.window_place import display_named, place_of, put_in_place

LAPTOP = ("laptop", 0, 0, 1366, 768)
BEAMER = ("beamer", 1366, 0, 1920, 1080)
_RUN = """
import json, sys
from PySide6.QtWidgets import QApplication, QWidget
from workshop.ui.window_place import place_of, put_in_place

app = QApplication(["test"])
asked = json.loads(sys.argv[1])
window = QWidget()
window.setMinimumSize(640, 400)
if asked.get("put"):
    assert put_in_place(window, asked["put"])
else:
    window.setGeometry(*asked["geometry"])
window.show()
if asked.get("filling"):
    window.showMaximized()
app.processEvents()
around = window.frameGeometry()
print(json.dumps({
    "place": place_of(window), "display": window.screen().name(), "filling": window.isMaximized(),
    "frame": around.getRect(), "inside": window.screen().geometry().contains(around),
}))
window.hide()
"""


def _run(tmp_path: Path, displays: list[tuple], **asked) -> dict:
    """What a window tells of itself on these displays, which only another process can have."""
    file = tmp_path / "displays.json"
    names = ("name", "x", "y", "width", "height")
    screens = [dict(zip(names, display, strict=True)) | {"logicalDpi": 96, "dpr": 1} for display in displays]
    file.write_text(json.dumps({"screens": screens}))
    words = [sys.executable, "-c", _RUN, json.dumps(asked)]
    platform = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    done = subprocess.run(words, capture_output=True, text=True, env=platform, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_window_comes_back_to_its_display(tmp_path: Path) -> None:
    before = _run(tmp_path, [LAPTOP, BEAMER], geometry=[1500, 120, 900, 600])
    after = _run(tmp_path, [LAPTOP, BEAMER], put=before["place"])
    assert (after["display"], after["frame"]) == ("beamer", before["frame"])


def test_it_follows_its_display_to_the_other_side(tmp_path: Path) -> None:
    before = _run(tmp_path, [LAPTOP, BEAMER], geometry=[1500, 120, 900, 600])
    moved = [("laptop", 1920, 0, 1366, 768), ("beamer", 0, 0, 1920, 1080)]
    after = _run(tmp_path, moved, put=before["place"])
    assert after["display"] == "beamer"
    assert after["frame"][0] == before["frame"][0] - 1366


@pytest.mark.parametrize("filling", [False, True])
def test_where_its_display_is_gone_it_is_seen_whole_on_another(tmp_path: Path, filling: bool) -> None:
    before = _run(tmp_path, [LAPTOP, BEAMER], geometry=[2000, 300, 1200, 700], filling=filling)
    after = _run(tmp_path, [LAPTOP], put=before["place"])
    assert (after["display"], after["filling"], after["inside"]) == ("laptop", filling, True)


def test_on_a_smaller_display_it_becomes_smaller(tmp_path: Path) -> None:
    before = _run(tmp_path, [("laptop", 0, 0, 2560, 1440)], geometry=[1200, 700, 1300, 700])
    after = _run(tmp_path, [("laptop", 0, 0, 1024, 600)], put=before["place"])
    assert after["inside"]
    assert after["frame"][2] >= 1000


def test_a_window_that_filled_its_display_knows_its_size_without_that(qapp, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(30, 40, 500, 300)
    window.show()
    window.showMaximized()
    assert "500x300 filling" in place_of(window)


@pytest.mark.parametrize("text", ["", "%%%", "AdnQywADAAAAAA==", "1,2 3x4 upside-down display", "1,2 999999x1 free x"])
def test_nonsense_moves_nothing(qapp, qtbot, text: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(30, 40, 500, 300)
    assert not put_in_place(window, text)
    assert window.geometry() == QRect(30, 40, 500, 300)


# The shared screen.


def test_the_shared_screen_tells_at_its_end_where_it_was_and_comes_back(qapp, qtbot) -> None:
    window = StageWindow("Shared screen")
    qtbot.addWidget(window)
    window.setMinimumSize(200, 100)
    window.resize(640, 360)
    window.move(20, 30)
    window.show()
    with qtbot.waitSignal(window.placed) as told:
        window.end()
    again = StageWindow("Shared screen")
    qtbot.addWidget(again)
    again.setMinimumSize(200, 100)
    again.remember(*told.args)
    again.put_back()
    assert again.size() == window.size()
    assert not again.windowState() & Qt.WindowState.WindowFullScreen


def test_a_window_that_is_not_seen_tells_nothing(qapp, qtbot) -> None:
    window = StageWindow("Shared screen")
    qtbot.addWidget(window)
    with qtbot.assertNotEmitted(window.placed):
        window.end()


def test_the_display_of_the_console_is_never_taken_back(qapp, qtbot) -> None:
    display = QApplication.primaryScreen()
    window = StageWindow("Shared screen")
    qtbot.addWidget(window)
    window.remember(display.name() or "one", "")
    assert window.kept_display(besides=display) is None
    window.remember("gone", "")
    assert window.kept_display(besides=None) is None
    assert display_named("") is None
