"""What every test starts from: no screen, no network, folders of its own, and nothing left behind."""

import atexit
import gc
import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported anywhere
_HOME = Path(tempfile.mkdtemp(prefix="workshop-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ.update(HOME=str(_HOME), XDG_RUNTIME_DIR=str(_HOME), XDG_CACHE_HOME=str(_HOME / "cache"))

import hypothesis  # noqa: E402
import pytest  # noqa: E402

from tests import postgresql  # noqa: E402

if TYPE_CHECKING:
    from workshop.language import Language
    from workshop.services.keeping.library import Library

# The same examples everywhere, so that a red run can be repeated; no deadline, since machines differ.
hypothesis.settings.register_profile("workshop", deadline=None, derandomize=True, max_examples=60, database=None)
hypothesis.settings.load_profile("workshop")

_homes = count()


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `make test-looks` asks for."""
    parser.addoption("--every-look", action="store_true", help="look at every screen in every look, not in some")


def pytest_collection_finish() -> None:
    """What thousands of tests have loaded is looked at by no collection of garbage any more."""
    _spare_what_is_left()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The tests of the services run on both databases, all others on SQLite."""
    if "library" in metafunc.fixturenames and metafunc.definition.path.is_relative_to(
        Path(__file__).parent / "services"
    ):
        metafunc.parametrize(
            "library", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
        )


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test is a new user: data, settings and log go to folders that no other test sees."""
    home = _HOME / f"user-{next(_homes)}"
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


@pytest.fixture
def korean() -> "Language":
    """The Korean language."""
    from workshop.language import load_language

    return load_language("ko")


@pytest.fixture
def english() -> "Language":
    """The English language."""
    from workshop.language import load_language

    return load_language("en")


@pytest.fixture
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator["Library"]:
    """An open, empty library; in tests/services each test has one on SQLite and one on PostgreSQL."""
    from workshop.services.keeping.library import open_library

    if getattr(request, "param", "sqlite") == "sqlite":
        file = shutil.copyfile(request.getfixturevalue("sqlite_template"), tmp_path / "library.workshop")
        with closing(open_library(file, station="test")) as library:
            yield library
        return
    server, template = request.getfixturevalue("postgresql_template")
    database = server.lend(template)
    with closing(open_library(server.url(database), station="test")) as library:
        yield library
    server.take_back(database, template)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library file, migrated once; tests copy it."""
    from workshop.services.keeping.library import open_library

    file = tmp_path_factory.mktemp("template") / "library.workshop"
    open_library(file).close()
    return file


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A server of this test process, wherever PostgreSQL is installed."""
    programs = postgresql.find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (initdb and pg_ctl were not found)")
    server = postgresql.Server(programs)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: postgresql.Server) -> tuple[postgresql.Server, str]:
    """The server and the name of an empty library there, migrated once; tests copy it."""
    from workshop.services.keeping.library import open_library

    name = postgresql_server.create()
    open_library(postgresql_server.url(name)).close()
    return postgresql_server, name


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test no thread is left running, and after one with Qt no window is left open.

    A thread that outlives its test may collect the garbage of a later one, and would destroy its widgets away from their thread.
    """
    before = set(threading.enumerate())
    if "qapp" in request.fixturenames:
        _spare_what_is_left()
    yield
    running = [repr(thread) for thread in threading.enumerate() if thread not in before and not _is_foreign(thread)]
    windows: list[str] = []
    if "qapp" in request.fixturenames:
        windows = _open_windows()
        running += _threads_of_qt()
        _started.clear()  # blame nobody else
        assert gc.isenabled(), "tasks are not shut down, so that garbage is collected no more"
    assert not windows, f"windows are left open: {windows}"
    assert not running, f"threads are left running: {running}"


def _spare_what_is_left() -> None:
    """What earlier tests have left in spite of a collection would only slow down the collections of this one."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class, which from now on also remembers which threads are started."""
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    from workshop.ui.binding import mend_binding

    mend_binding()
    start = QThread.start

    def start_and_remember(thread: QThread, *arguments: object) -> None:
        _started.add(thread)
        start(thread, *arguments)

    QThread.start = start_and_remember
    return QApplication


_started: "weakref.WeakSet[object]" = weakref.WeakSet()


def _is_foreign(thread: threading.Thread) -> bool:
    """Whether Python only knows a thread from its having called it."""
    return isinstance(thread, threading._DummyThread)


def _open_windows() -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [repr(window) for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in QApplication.topLevelWidgets():
        window.hide()
    return windows


def _threads_of_qt() -> list[str]:
    import shiboken6
    from PySide6.QtCore import QThreadPool

    running = [repr(thread) for thread in _started if shiboken6.isValid(thread) and thread.isRunning()]
    pooled = QThreadPool.globalInstance().activeThreadCount()
    return [*running, *([f"{pooled} of the thread pool"] if pooled else [])]
