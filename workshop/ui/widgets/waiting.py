"""What could not be kept comes back into its field, but not into the middle of what is being written there."""

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Waiting(Generic[Thing]):
    """Puts things back into a field: at once where it is free, else one after the other as soon as it is."""

    def __init__(self, is_free: Callable[[], bool], show: Callable[[Thing], None]) -> None:
        self._is_free, self._show = is_free, show
        self._things: list[Thing] = []

    def put_back(self, thing: Thing) -> None:
        """Put this back, or let it wait where something new is being written."""
        self._things.append(thing)
        self.go_on()

    def go_on(self) -> None:
        """Put back what has waited longest; called when the field may have become free."""
        if self._things and self._is_free():
            self._show(self._things.pop(0))
