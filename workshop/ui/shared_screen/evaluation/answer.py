"""What every way of answering has in common."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workshop.models.records.evaluations import AnswerValue


class Answer(QWidget):
    """The control by which one question is answered.

    `given` tells the answer, None where there is none; `passed` that Enter wishes to go on; `refused` why something that was
    touched is no answer, an empty text once it is one again.
    """

    given = Signal(object)
    passed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bare")

    @property
    def is_whole(self) -> bool:
        """Whether what was entered is an answer, or nothing was entered at all."""
        return True

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Its keys with what they do."""
        return ()

    def focus_first(self) -> None:
        """Give the keyboard to what was chosen, or to the first choice."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether it takes a key, wherever the keyboard is."""
        return False


def is_given(value: AnswerValue | None) -> bool:
    """Whether there is an answer; an empty text or list is none."""
    return value not in (None, "", [])
