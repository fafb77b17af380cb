"""What every state of the shared screen has in common: it loads through the worker and is built anew in another look."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.records.changes import Changed
from workshop.ui.desk import Desk
from workshop.ui.shared_screen.look import Look, style_sheet
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.timing import StageClock

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Ground:
    """What a state is given besides its look: the desk and the clock of the stage."""

    desk: Desk
    clock: StageClock


class Scene(QWidget):
    """One state of the shared screen; `ready` comes when there is something to be seen."""

    ready = Signal()
    state = ScreenState.WAITING
    is_bright = False

    def __init__(self, ground: Ground, look: Look) -> None:
        super().__init__()
        self.setObjectName("scene")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ground = ground
        self.look = look
        self.data: Any = None
        self.is_loading = False
        self._again = False
        self.view: QWidget | None = None
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)

    @property
    def is_private(self) -> bool:
        """Whether somebody fills something in that nobody else may see."""
        return False

    @property
    def is_busy(self) -> bool:
        """Whether somebody is in the middle of something, so that a new look has to wait."""
        return False

    # What a state says of itself.

    def work(self) -> Callable[[], Any]:
        """What is done on the worker to load this state."""
        return lambda: ()

    def make_view(self) -> QWidget:
        """What is seen, made of `data` in the present look."""
        raise NotImplementedError

    def heard(self, changed: Changed[Any]) -> None:
        """Something was changed in the library: load again, unless a state knows better."""
        del changed
        self.reload()

    def tick(self) -> None:
        """Some time has passed."""

    # What is done with it.

    def reload(self) -> None:
        """Load again; what is there stays until the new is here."""
        if self.is_loading:
            self._again = True
            return
        self.is_loading = True
        self.ground.desk.tasks.run(self.work(), self._loaded, self._not_loaded, owner=self)

    def relook(self, look: Look) -> None:
        """Show the same in another look."""
        self.look = look
        self.refresh()

    def refresh(self) -> None:
        """Make the view anew."""
        if self.data is None:
            return
        self.setUpdatesEnabled(False)
        old, self.view = self.view, self.make_view()
        self.setStyleSheet(style_sheet(self.look))
        if old is not None:
            self._frame.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._frame.addWidget(self.view)
        self.view.show()
        self.setUpdatesEnabled(True)
        self.view_made()

    def view_made(self) -> None:
        """The view is in its place."""

    def take(self, data: Any) -> None:
        """The data are here."""
        if data != self.data:
            self.data = data
            self.refresh()

    def _loaded(self, data: Any) -> None:
        self.is_loading = False
        self.take(data)
        self.ready.emit()
        self._load_again()

    def _not_loaded(self, error: Exception) -> None:
        self.is_loading = False
        self.ground.desk.tasks.failed.emit(error)
        if not hasattr(error, "message"):
            log.error("the shared screen could not load %s", self.state.value, exc_info=error)
        self._load_again()

    def _load_again(self) -> None:
        if self._again:
            self._again = False
            self.reload()

    def column(self, view: QWidget, *, top: int = 44, bottom: int = 40) -> QVBoxLayout:
        """The column of a view with the margins of the stage."""
        px = self.look.px
        column = QVBoxLayout(view)
        column.setContentsMargins(px(64), px(top), px(64), px(bottom))
        column.setSpacing(px(10))
        return column
