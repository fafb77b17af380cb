"""The start, from the process to what can be seen, against a bare Qt window; every run is a process of its own."""

import os
import subprocess
import sys
from collections.abc import Generator
from functools import partial

from workshop.bench.benchmark import Benchmark, Ground, Pair
from workshop.language import mark
from workshop.models.errors import RefusedError

# What the process does: `bare` and `painted` end once the window is painted, `open` once its first page is filled too.
_BEGIN = """
import sys
from PySide6.QtCore import QTimer
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1366, 768)
"""
_OURS = """
from workshop.app import make_application
from workshop.language import load_language
from workshop.settings import Settings
from workshop.ui.main_window import MainWindow
from workshop.ui.tasks import Tasks
app = make_application(sys.argv[:1])
tasks = Tasks()
window = MainWindow(tasks, Settings(), load_language("ko"), keep=lambda _settings: None)
"""
_PAINT = """
def painted():
    window.grab()
    app.quit()
window.show()
QTimer.singleShot(0, painted)
app.exec()
"""
_OPEN = """
def opened():
    from workshop.services.keeping.library import open_library
    return open_library(sys.argv[1])
def shown(library):
    window.library_opened(library)
    tasks.busyChanged.connect(lambda busy: None if busy else app.quit())
window.show()
QTimer.singleShot(0, lambda: tasks.run(opened, shown))
app.exec()
window.grab()
tasks.shut_down()
"""


def _ready(what: str, ground: Ground) -> Generator[Pair]:
    if getattr(sys, "frozen", False):
        raise RefusedError(mark("The start is measured where the program runs from its sources."))
    library = ground.folder / "library.workshop"
    if what == _OPEN:
        from workshop.services.keeping.library import open_library

        open_library(library).close()
    bare, ours = _BEGIN + _BARE + _PAINT, _BEGIN + _OURS + what
    yield Pair(lambda: _start(ours, str(library)), lambda: _start(bare), rounds=7)


def _start(program: str, *words: str) -> None:
    """Run a program in a process of its own; it draws to memory."""
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", program, *words], check=True, env=around, capture_output=True)


BENCHMARKS = (
    Benchmark(
        "start",
        mark("the process until the window is painted"),
        mark("a bare Qt window, painted"),
        partial(_ready, _PAINT),
    ),
    Benchmark(
        "start-open",
        mark("the process until the first page of a library is shown"),
        mark("a bare Qt window, painted"),
        partial(_ready, _OPEN),
    ),
)
