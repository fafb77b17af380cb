"""How long things stay on the shared screen, and the clock that measures it."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

# Seconds.
IDLE = 40  # nothing is touched in the booth: a warning
WARNING = 20  # nothing is touched while it is shown: everything is cleared
DONE = 4  # "your ballot is cast" is shown
BOUNCE = 0.7  # the second tap of a double tap on a button that led here must not press what took its place
SCAN = 1  # a scanner's Enter follows its digits within this time

_TICK = 250  # milliseconds between two looks at the clock


class StageClock(QObject):
    """Tells the seconds since some beginning, and ticks; tests have one that they move themselves."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.ticked)

    @property
    def seconds(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()
