"""Garbage is collected on the thread of the window alone.

Python collects cycles on whichever thread happens to allocate. Where that is a worker and the cycle holds widgets, they are
destroyed away from their thread and the process ends. While this collector lives, Python's own is off.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class GarbageCollector(QObject):
    """Collects by Python's own thresholds, from a timer; made and stopped on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
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

    def stop(self) -> None:
        """Let Python collect by itself again, when no other thread works for the window."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
