"""Widgets in cycles are destroyed on the thread of the window, however much a worker allocates."""

import gc
import threading

from workshop.ui.tasks import Tasks


class _Cycle:
    """Stands for a widget that refers to itself; tells on which thread it ends."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        self.me = self
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.current_thread())


def _allocate() -> int:
    return len([[index] for index in range(200_000)])


def test_a_worker_collects_nothing(qapp) -> None:
    gc.collect()
    tasks = Tasks()
    ends: list[threading.Thread] = []
    _Cycle(ends)
    tasks.run(_allocate)
    assert tasks.wait_idle()
    assert set(ends) <= {threading.main_thread()}  # nothing, or by the timer of the window
    tasks._garbage.look()
    gc.collect()
    assert ends == [threading.main_thread()]
    tasks.shut_down()


def test_python_collects_by_itself_again_afterwards(qapp) -> None:
    tasks = Tasks()
    assert not gc.isenabled()
    tasks.shut_down()
    assert gc.isenabled()


def test_the_first_steps_end_and_the_console_goes_on_without_pythons_own(qapp) -> None:
    steps = Tasks()
    console = Tasks()
    steps.shut_down()
    assert not gc.isenabled(), "the console's worker may not collect the widgets of its window"
    console.shut_down()
    assert gc.isenabled()


def test_what_stays_is_looked_at_no_more_until_the_end(qapp) -> None:
    tasks = Tasks()
    ends: list[threading.Thread] = []
    tasks.spare()
    assert gc.get_freeze_count() > 1000
    _Cycle(ends)
    gc.collect()
    assert ends, "what comes later is collected all the same"
    tasks.shut_down()
    assert gc.get_freeze_count() == 0
