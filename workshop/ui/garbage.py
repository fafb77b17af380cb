"""Garbage is collected on the thread of the window alone.

Python collects cycles on whichever thread happens to allocate. Where that is a worker and the cycle holds widgets, they are
destroyed away from their thread and the process ends. While a collector lives, Python's own is off.
"""

import gc
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class GarbageCollector(QObject):
    """Collects by Python's own thresholds, from a timer; made and stopped on the window's thread.

    Two live side by side while the console opens and the first steps close: only after the last one is Python's own on again.
    """

    _living: ClassVar[WeakSet["GarbageCollector"]] = WeakSet()
    _spared: ClassVar[bool] = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._living.add(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                gc.collect(generation)
                return

    def spare(self) -> None:
        """Look no more at what is there now, the modules above all: a full collection then takes 1 ms instead of 100."""
        gc.collect(1)
        gc.freeze()
        GarbageCollector._spared = True

    def stop(self) -> None:
        """Let Python collect by itself again, when no other thread works for any window."""
        self._timer.stop()
        self._living.discard(self)
        if self._living:
            return
        gc.enable()
        if self._spared:
            gc.unfreeze()
            GarbageCollector._spared = False
