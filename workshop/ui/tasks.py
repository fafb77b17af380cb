"""Work away from the window: one thread that owns the database, one for long builds; results come back to the window."""

import logging
import queue
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from workshop.ui.garbage import GarbageCollector

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is brought back to the window: a callable, and whom it is for."""

    call: Callable[[], None] | None
    owner: QObject | None


class Tasks(QObject):
    """Runs work on its own threads and brings results back to the thread it was made on.

    Work is done in the order in which it was given, so a page that writes and then reads sees what it wrote.

    What hangs on a piece of work (a page, its widgets) may go only here: it is held until the other thread has let go of it.
    """

    failed = Signal(Exception)
    busyChanged = Signal(bool)
    changed = Signal(object)
    _answered = Signal(object)
    _ended = Signal(int)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[int, Callable[[], None]] = {}
        self._numbers = count()
        self._over = False
        self._garbage = GarbageCollector(self)
        self._worker = _Worker("workshop-database", self._ended.emit)
        self._builder = _Worker("workshop-builds", self._ended.emit)
        self._builds: set[Build] = set()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._let_go, Qt.ConnectionType.QueuedConnection)
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is being done and every result has been delivered."""
        return not self._held

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do `work` on the database thread; `done` gets its result here, unless `owner` is gone by then.

        An error goes to `failed`, or where there is none to the signal `failed`. After `shut_down` nothing is done any more.
        """

        def job() -> None:
            try:
                result = work()
            except Exception as error:
                self._answer(self._report(error, failed), owner if failed else None)
            else:
                self._answer((lambda: done(result)) if done else None, owner)

        self._give(self._worker, job)

    def build(
        self,
        make: Callable[[], Generator[Any, None, T]],
        progress: Callable[[Any], None] | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> "Build":
        """Run a generator on the thread for long work: what it yields is progress, what it returns is the result.

        After `cancel()` of the returned build nothing is called any more.
        """
        build = Build()

        def job() -> None:
            try:
                result = build.consume(make, lambda step: self._answer(_unless(build, progress, step), owner))
            except Exception as error:
                self._answer(_unless(build, self._report_to(failed), error), owner if failed else None)
            else:
                self._answer(_unless(build, done, result), owner)

        if self._over:
            build.cancel()
        self._builds = {known for known in self._builds if known.running} | {build}
        self._give(self._builder, job)
        return build

    def listen(self, library: "Library") -> None:
        """Tell every change of a library by the signal `changed`, on the window's thread."""
        library.subscribe(self._heard.emit)

    def wait_idle(self, timeout_ms: int = 5000) -> bool:
        """Let the window run until nothing is pending; False where that took longer than `timeout_ms`."""
        if self.idle:
            return True
        loop, alarm = QEventLoop(), QTimer()
        alarm.setSingleShot(True)
        alarm.timeout.connect(loop.quit)
        self.busyChanged.connect(loop.quit)
        alarm.start(timeout_ms)
        while not self.idle and alarm.isActive():
            loop.exec()
        self.busyChanged.disconnect(loop.quit)
        return self.idle

    def spare(self) -> None:
        """Everything that stays has been loaded: the collector need not look at it again."""
        self._garbage.spare()

    def shut_down(self) -> None:
        """Cancel builds, finish what was given to the database, end both threads for good; whoever listened is let go."""
        self._over = True
        for build in self._builds:
            build.cancel()
        self._builder.stop()
        self._worker.stop()
        self._garbage.stop()
        self.deleteLater()

    def _give(self, worker: "_Worker", job: Callable[[], None]) -> None:
        if self._over:
            return
        number = next(self._numbers)
        self._held[number] = job
        if len(self._held) == 1:
            self.busyChanged.emit(True)
        worker.put(number, job)

    def _let_go(self, number: int) -> None:
        del self._held[number]
        if self.idle:
            self.busyChanged.emit(False)

    def _report_to(self, failed: Callable[[Exception], None] | None) -> Callable[[Exception], None]:
        return failed or self._report_alone

    def _report(self, error: Exception, failed: Callable[[Exception], None] | None) -> Callable[[], None]:
        return lambda: self._report_to(failed)(error)

    def _report_alone(self, error: Exception) -> None:
        if not hasattr(error, "message"):  # not one of ours in the user's words: the log wants to know where
            _log.error("work failed", exc_info=error)
        self.failed.emit(error)

    def _answer(self, call: Callable[[], None] | None, owner: QObject | None) -> None:
        self._answered.emit(_Answer(call, owner))

    def _deliver(self, answer: _Answer) -> None:
        if answer.call is not None and (answer.owner is None or shiboken6.isValid(answer.owner)):
            answer.call()


class Build:
    """A long piece of work that can be cancelled between two of its steps."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._ended = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled.is_set()

    @property
    def running(self) -> bool:
        """Whether it waits or works."""
        return not self._ended.is_set()

    def cancel(self) -> None:
        """Stop at the next step."""
        self._cancelled.set()

    def consume(self, make: Callable[[], Generator[Any, None, T]], step: Callable[[Any], None]) -> T | None:
        """Run the generator to its end or to the cancelling; called on the thread for builds."""
        try:
            if self.cancelled:
                return None
            steps = make()
            while not self.cancelled:
                try:
                    step(next(steps))
                except StopIteration as end:
                    return end.value
            steps.close()
            return None
        finally:
            self._ended.set()


class _Worker:
    """A thread that does one job after the other, started with the first; `ended` hears the number of each."""

    def __init__(self, name: str, ended: Callable[[int], None]) -> None:
        self._name = name
        self._ended = ended
        self._jobs: queue.SimpleQueue[tuple[int, Callable[[], None]] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, number: int, job: Callable[[], None]) -> None:
        """Add a job."""
        self._jobs.put((number, job))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Do what is left and end."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (given := self._jobs.get()) is not None:
            number, job = given
            job()
            del given, job  # before it is told: whoever held them last would destroy what hangs on them
            self._ended(number)


def _unless(build: Build, call: Callable[[Any], None] | None, value: Any) -> Callable[[], None] | None:
    """A call with its value that is left out where the build was cancelled in the meantime."""
    if call is None:
        return None
    return lambda: None if build.cancelled else call(value)
