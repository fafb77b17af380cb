"""A page in a window of its own, with a shared screen that remembers what it was asked to show."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from workshop.language import load_language
from workshop.services.keeping.library import Library
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.icons import Icons
from workshop.ui.page import Page, Place
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.tasks import Tasks


class FakeStage(QObject):
    """A shared screen that remembers what it was asked to show."""

    stateChanged = Signal(object)
    windowChanged = Signal()
    screenLost = Signal()
    screenFound = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[Any, ...]] = []
        self.called: list[Any] = []
        self.is_open = False
        self.is_covered = False
        self.display_name = ""

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *ids: self.shown.append((name, *ids))

    @property
    def state(self) -> ScreenState:
        names = {"show_voting_booth": ScreenState.VOTING_BOOTH}
        return names.get(self.shown[-1][0], ScreenState.ACTIVITY) if self.shown else ScreenState.WAITING

    def cover(self) -> None:
        self.is_covered = True
        self.stateChanged.emit(self.state)

    def uncover(self) -> None:
        self.is_covered = False
        self.stateChanged.emit(self.state)

    def call_voter(self, participant_id: object) -> None:
        self.called.append(participant_id)

    def open_window(self) -> None:
        self.is_open = True
        self.windowChanged.emit()

    def picture(self, size: QSize) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.black)
        return picture


class PageConsole:
    """The page reads anew what changes, as in the main window; what it says and asks for is remembered."""

    def __init__(self, qtbot: Any, library: Library, page: type[Page], code: str = "en") -> None:
        theme = look.load_theme("light")
        look.apply(QApplication.instance(), theme)
        self.qtbot, self.tasks, self.stage = qtbot, Tasks(), FakeStage()
        self.tasks.listen(library)
        self.desk = Desk(
            load_language(code), theme, Icons(theme), self.tasks, library, Settings(language=code), self.stage
        )
        self.page: Any = page(self.desk)
        qtbot.addWidget(self.page)
        self.notices: list[str] = []
        self.undone: list[object] = []
        self.left: list[tuple[str, Any]] = []
        self.errors: list[Exception] = []
        self.page.noticeRequested.connect(lambda notice: self.notices.append(self.desk.language.tell(notice)))
        self.page.undoOffered.connect(self.undone.append)
        self.page.pageRequested.connect(lambda name, place: self.left.append((name, place)))
        self.tasks.failed.connect(self.errors.append)
        self.tasks.changed.connect(self._changed)
        self.page.resize(1158, 768)
        self.page.show()
        self.page.activateWindow()
        with qtbot.waitActive(self.page):
            pass

    def show_place(self, place: Place) -> None:
        """Go to a place and wait until it is shown."""
        self.page.open(place)
        self.page.focus_first()
        self.settle()

    def settle(self) -> None:
        """Let answers arrive, and what they ask for in turn."""
        for _ in range(5):
            assert self.tasks.wait_idle(10_000)
            QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Click on something and wait for what it does."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def sheet(self) -> Any:
        """The dialog that is open."""
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Sheet) and w.isVisible())

    def confirm(self) -> None:
        """Press the verb of the dialog that is open."""
        self.click(self.sheet().verb_button)

    def end(self) -> None:
        """Leave nothing behind."""
        self.tasks.shut_down()
        self.page.hide()

    def _changed(self, _changed: object) -> None:
        if self.page.isVisible():
            self.page.reload()
