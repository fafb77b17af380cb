"""The covered screen, and the screen before anything is shown: calm, with nothing to be read into it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.ui.shared_screen.parts import Words
from workshop.ui.shared_screen.scene import Scene
from workshop.ui.shared_screen.states import ScreenState


class CoverScene(Scene):
    """One quiet sentence in the middle; the facilitator's cover, and what is seen before the first state."""

    state = ScreenState.COVERED
    kind = "title"

    def reload(self) -> None:
        """There is nothing to load."""
        self.take(True)

    def make_view(self) -> QWidget:
        """The sentence."""
        view = QWidget()
        column = self.column(view)
        words = Words(self.words(), self.kind, role="muted", center=True)
        column.addStretch(1)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return view

    def words(self) -> str:
        """What it says."""
        return self.look.language.say("One moment, please. We go on shortly.")


class WaitingScene(CoverScene):
    """Before anything was shown."""

    state = ScreenState.WAITING

    def words(self) -> str:
        """What it says."""
        return self.look.language.say("We begin shortly.")


class PrivateScene(CoverScene):
    """What the console sees of a booth while somebody is in it."""

    state = ScreenState.COVERED
    is_bright = True
    kind = "display"  # the picture is small

    def words(self) -> str:
        """What it says."""
        return self.look.language.say("Somebody is in the booth. What is entered stays hidden.")
