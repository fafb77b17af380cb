"""One thing to look at: on which library, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.gallery.hall import Hall


@dataclass(frozen=True, slots=True)
class View:
    """A page, a dialog or a state of the shared screen.

    `name` is "page/state"; `library` one of `libraries.MAKERS`; `show` brings the view about by the acts of the hall and gives
    the window back in which it is seen (the console, a dialog, the shared screen).
    """

    name: str
    library: str
    show: Callable[[Hall], QWidget]

    @property
    def is_screen(self) -> bool:
        """Whether the room sees it."""
        return self.name.startswith("screen/")

    @property
    def is_wish(self) -> bool:
        """Whether it is a state of the shared screen in the size of text or the contrast that a participant wished."""
        return self.is_screen and self.name.endswith(("-text-150", "-text-200", "-contrast"))
