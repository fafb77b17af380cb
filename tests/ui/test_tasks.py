"""Work is done away from the window, in order, and its result comes back to it."""

import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject

from workshop.language import mark
from workshop.models.errors import InputError
from workshop.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.shut_down()


def test_work_is_done_elsewhere_and_told_here(tasks):
    seen = []
    tasks.run(threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())))
    assert not tasks.idle
    assert tasks.wait_idle()
    worker, window = seen[0]
    assert worker != window == threading.get_ident()


def test_work_is_done_in_order_by_one_thread(tasks):
    order, threads = [], set()

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(20):
        tasks.run(lambda number=number: work(number), order.append)
    assert tasks.wait_idle()
    assert order == list(range(20))
    assert len(threads) == 1


def test_a_result_may_ask_for_more_before_it_counts_as_idle(tasks):
    told = []
    tasks.run(lambda: 1, lambda one: tasks.run(lambda: one + 1, told.append))
    assert tasks.wait_idle()
    assert told == [2]


def test_an_error_goes_to_who_asked_for_it(tasks, qtbot):
    told = []
    with qtbot.assertNotEmitted(tasks.failed):
        tasks.run(lambda: 1 // 0, failed=told.append)
        assert tasks.wait_idle()
    assert isinstance(told[0], ZeroDivisionError)


def test_an_error_that_nobody_takes_is_told_by_a_signal(tasks, qtbot):
    def refuse() -> None:
        raise InputError(mark("A title is needed."))

    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(refuse)
    assert failed.args[0].message == mark("A title is needed.")
    assert tasks.wait_idle()


def test_nothing_is_told_to_who_is_gone(tasks):
    owner, told, done = QObject(), [], []
    tasks.run(lambda: done.append(1), told.append, owner=owner)
    shiboken6.delete(owner)
    assert tasks.wait_idle()
    assert (done, told) == ([1], [])  # what was to be written is written all the same


def test_a_failing_answer_does_not_leave_it_busy(tasks, qtbot):
    with qtbot.capture_exceptions() as caught:
        tasks.run(lambda: 1, lambda one: one / 0)
        qtbot.waitUntil(lambda: tasks.idle)
    assert caught[0][0] is ZeroDivisionError


def test_busy_and_idle_are_told_once_each(tasks):
    told = []
    tasks.busyChanged.connect(told.append)
    tasks.run(lambda: None)
    tasks.run(lambda: None)
    assert tasks.wait_idle()
    assert told == [True, False]


def test_waiting_has_an_end(tasks):
    go_on = threading.Event()
    tasks.run(go_on.wait)
    assert not tasks.wait_idle(20)
    go_on.set()
    assert tasks.wait_idle()


def test_a_build_yields_progress_and_a_result(tasks):
    def build():
        yield 1
        yield 2
        return "done"

    steps, results = [], []
    tasks.build(build, steps.append, results.append)
    assert tasks.wait_idle()
    assert (steps, results) == ([1, 2], ["done"])


def test_a_build_does_not_hold_up_the_database(tasks, qtbot):
    go_on, told = threading.Event(), []

    def build():
        go_on.wait()
        yield 1

    running = tasks.build(build)
    tasks.run(lambda: "read", told.append)
    qtbot.waitUntil(lambda: told == ["read"])
    assert running.running
    go_on.set()
    assert tasks.wait_idle()
    assert not running.running


def test_a_cancelled_build_says_nothing_more_and_is_tidied_up(tasks):
    started, go_on, closed, told = threading.Event(), threading.Event(), [], []

    def build():
        try:
            started.set()
            go_on.wait()
            yield 1
            yield 2
        finally:
            closed.append(True)

    running = tasks.build(build, told.append, told.append)
    started.wait()
    running.cancel()
    go_on.set()
    assert tasks.wait_idle()
    assert (told, closed) == ([], [True])


def test_an_error_in_a_build_is_told(tasks, qtbot):
    def build():
        yield 1
        raise InputError(mark("The disk is full."))

    with qtbot.waitSignal(tasks.failed):
        tasks.build(build)
    assert tasks.wait_idle()


def test_changes_of_a_library_are_told_here(tasks, qtbot):
    listeners, threads = [], []

    class Library:
        subscribe = staticmethod(listeners.append)

    tasks.listen(Library())
    tasks.changed.connect(lambda _changed: threads.append(threading.get_ident()))
    with qtbot.waitSignal(tasks.changed) as changed:
        tasks.run(lambda: listeners[0]("something"))
    assert changed.args == ["something"]
    assert threads == [threading.get_ident()]
    assert tasks.wait_idle()


def test_shutting_down_finishes_what_was_given(qapp):
    tasks, done = Tasks(), []
    for number in range(5):
        tasks.run(lambda number=number: done.append(number))
    tasks.shut_down()
    assert done == list(range(5))


def test_after_shutting_down_nothing_is_begun_any_more(qapp):
    tasks, done = Tasks(), []
    tasks.shut_down()
    tasks.run(lambda: done.append(1))
    build = tasks.build(lambda: iter([done.append(2)]))
    assert (tasks.idle, done, build.cancelled) == (True, [], True)


def test_what_hangs_on_work_goes_on_the_thread_of_the_window(tasks):
    """A page that waits for nothing but its last result would otherwise be destroyed by the other thread."""
    gone: list[int] = []

    class Page:
        def __del__(self) -> None:
            gone.append(threading.get_ident())

    def give(page: Page, work: Callable[[Page], object]) -> None:
        tasks.run(lambda: work(page), lambda _result: None, lambda _error: None)

    for number in range(40):
        give(Page(), str if number % 2 else lambda page: page.missing)
    assert tasks.wait_idle()
    assert gone == [threading.get_ident()] * 40
