"""Something that can be done, declared once: its words and keys are shown by menu, overlay and palette alike."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Command(QAction):
    """An action of the window, of a page or of a dialog, alive wherever that is shown."""

    def __init__(
        self,
        owner: QWidget,
        words: str,
        keys: Sequence[str],
        call: Callable[[], object],
        *,
        icon: str = "",
        group: str = "",
        possible: Callable[[], bool] | None = None,
        waits: bool = False,
    ) -> None:
        super().__init__(words, owner)
        self.icon_name, self.group = icon, group
        self.waits = waits  # for something to be chosen first: its key is told of, though it cannot be done yet
        self._possible = possible
        self.setShortcuts([QKeySequence(each) for each in keys])
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setAutoRepeat(False)
        self.triggered.connect(lambda _=False: call())
        owner.addAction(self)

    @property
    def is_possible(self) -> bool:
        """Whether it can be done now; what cannot is not offered, though its key may say why."""
        return self.isEnabled() and (self._possible is None or self._possible())


def shortcut_text(keys: str) -> str:
    """A shortcut as this platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
