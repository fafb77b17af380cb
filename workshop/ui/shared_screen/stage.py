"""The controller of the shared screen: the console tells it what the room sees; it looks after the second window."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QApplication

from workshop.language import load_language, mark
from workshop.models.errors import RefusedError
from workshop.models.records.changes import Changed
from workshop.ui.desk import Desk
from workshop.ui.displays import display_of
from workshop.ui.shared_screen.booth import Booth
from workshop.ui.shared_screen.evaluation.booth import EvaluationBooth
from workshop.ui.shared_screen.idea_booth import IdeaBooth
from workshop.ui.shared_screen.look import BASE_HEIGHT, BASE_WIDTH, Look
from workshop.ui.shared_screen.scene import Ground, Scene
from workshop.ui.shared_screen.scenes.activity import ActivityScene
from workshop.ui.shared_screen.scenes.cover import CoverScene, PrivateScene, WaitingScene
from workshop.ui.shared_screen.scenes.form_result import FormResultScene
from workshop.ui.shared_screen.scenes.interlude import BreakScene
from workshop.ui.shared_screen.scenes.result import ResultScene
from workshop.ui.shared_screen.scenes.thanks import ThanksScene
from workshop.ui.shared_screen.scenes.wall import WallScene
from workshop.ui.shared_screen.scenes.welcome import WelcomeScene
from workshop.ui.shared_screen.states import ScreenState
from workshop.ui.shared_screen.timing import StageClock
from workshop.ui.shared_screen.voting.booth import VotingBooth
from workshop.ui.shared_screen.window import StageWindow

_SMALLEST_ZOOM = 0.6


class Stage(QObject):
    """Shows one state after the other; a new one is seen when it is loaded, until then the old one stays."""

    stateChanged = Signal(object)
    screenLost = Signal()
    screenFound = Signal()
    windowChanged = Signal()

    def __init__(self, desk: Desk, clock: StageClock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock or StageClock(self)
        self._zoom = 1.0
        self._covered = False
        self._lost = False
        self._coming: Scene | None = None
        self.window = StageWindow(load_language(desk.settings.screen_language).say("Shared screen"))
        self._cover = self._shown(CoverScene(self._ground(), self._look()))
        self._scene: Scene = self._shown(WaitingScene(self._ground(), self._look()))
        self.window.show_widget(self._scene)
        self.window.resized.connect(self._resized)
        self.window.changed.connect(self.windowChanged)
        self._clock.ticked.connect(self._tick)
        self._clock.start()
        desk.tasks.changed.connect(self._heard)
        app = QGuiApplication.instance()
        app.screenRemoved.connect(self._display_removed)
        app.screenAdded.connect(self._display_added)
        app.lastWindowClosed.connect(self.close_window)  # the console is closed: nothing is left to show

    # What the console asks.

    @property
    def state(self) -> ScreenState:
        """What the room sees."""
        return ScreenState.COVERED if self._covered else self._scene.state

    @property
    def scene(self) -> Scene:
        """The state itself, covered or not."""
        return self._scene

    @property
    def is_open(self) -> bool:
        """Whether the window is there."""
        return self.window.isVisible()

    @property
    def is_covered(self) -> bool:
        """Whether the facilitator covers it."""
        return self._covered

    @property
    def display_name(self) -> str:
        """The size of the display the window is on, empty where it is not open."""
        if not self.is_open:
            return ""
        size = display_of(self.window).size()
        return f"{size.width()}×{size.height()}"

    def show_welcome(self, session_id: UUID) -> None:
        """Title, place, date, host, house rules."""
        self._show(WelcomeScene, session_id)

    def show_activity(self, session_id: UUID, activity_id: UUID) -> None:
        """The question, the time left, the ideas as they come."""
        self._show(ActivityScene, session_id, activity_id)

    def show_idea_booth(self, session_id: UUID, activity_id: UUID) -> None:
        """A participant writes an idea."""
        self._show(IdeaBooth, session_id, activity_id)

    def show_voting_booth(self, poll_id: UUID) -> None:
        """Participants vote, one after the other."""
        self._show(VotingBooth, poll_id)

    def show_evaluation_booth(self, form_id: UUID) -> None:
        """Participants answer a form, one after the other."""
        self._show(EvaluationBooth, form_id)

    def show_result(self, poll_id: UUID) -> None:
        """The bars of a vote that is closed."""
        self._show(ResultScene, poll_id)

    def show_form_result(self, form_id: UUID) -> None:
        """How a form was answered."""
        self._show(FormResultScene, form_id)

    def show_wall(self, session_id: UUID, theme_id: UUID | None = None) -> None:
        """The ideas by theme, or one theme alone."""
        self._show(WallScene, session_id, theme_id)

    def turn_wall(self, step: int) -> None:
        """Turn the pages of the wall, where it is shown."""
        if isinstance(self._scene, WallScene):
            self._scene.turn(step)

    def show_break(self, session_id: UUID) -> None:
        """The time that is left of the break, and what comes next."""
        self._show(BreakScene, session_id)

    def show_thanks(self, session_id: UUID) -> None:
        """What happens with the results, and when we meet again."""
        self._show(ThanksScene, session_id)

    def cover(self) -> None:
        """Cover what is shown; whatever somebody has entered stays below."""
        self._set_covered(True)

    def uncover(self) -> None:
        """Show again what was there."""
        self._set_covered(False)

    def call_voter(self, participant_id: UUID) -> None:
        """Let somebody vote whose code is lost, because the facilitator says who it is."""
        scene = self._coming or self._scene
        if isinstance(scene, VotingBooth):
            scene.admit(participant_id)
        else:
            self._desk.tasks.failed.emit(RefusedError(mark("Show the voting booth on the shared screen first.")))

    def reload(self) -> None:
        """Load what is shown again."""
        self._scene.reload()

    # The window.

    def open_window(self) -> None:
        """On the second display where there is one, filling it; else as a window that F11 makes fill the display."""
        if self.is_open:
            self.window.raise_()
            return
        self._lost = False
        display = self._second_display()
        if display is not None:
            self.window.setGeometry(display.geometry())
            self.window.showFullScreen()
        else:
            self.window.put_back()
            self.window.show()
        if isinstance(self._scene, Booth) and self._scene.step is not None:
            self._scene.step.focus_first()
        self.windowChanged.emit()

    def close_window(self) -> None:
        """End it; only the console does this."""
        self._lost = False
        self.window.end()

    def toggle_full_screen(self) -> None:
        """Fill the display or give it back."""
        self.window.toggle_full_screen()

    def picture(self, size: QSize) -> QPixmap:
        """What the room sees, small. What somebody fills in is nobody's business and is not in it."""
        widget = self._cover if self._covered else self._scene
        if not self._covered and self._scene.is_private:
            widget = self._shown(PrivateScene(self._ground(), self._look(bright=True)))
            widget.resize(self.window.size())
        picture = widget.grab() if widget is not self.window.shown else self.window.grab()
        mode, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return picture.scaled(size, mode, smooth)

    def rebuild(self, desk: Desk) -> None:
        """Another desk: a new language or theme is taken at once, in an occupied booth by the next participant."""
        before, self._desk = self._desk, desk
        if desk.tasks is not before.tasks:
            before.tasks.changed.disconnect(self._heard)
            desk.tasks.changed.connect(self._heard)
        for scene in self._scenes():
            scene.ground = self._ground()
        looks_same = desk.theme is before.theme and desk.settings.screen_language == before.settings.screen_language
        if not looks_same:
            self.window.setWindowTitle(load_language(desk.settings.screen_language).say("Shared screen"))
            self._relook()

    # Inside.

    def _ground(self) -> Ground:
        return Ground(self._desk, self._clock)

    def _look(self, *, bright: bool = False) -> Look:
        return Look(load_language(self._desk.settings.screen_language), self._desk.theme, self._zoom, bright=bright)

    def _scenes(self) -> list[Scene]:
        return [self._cover, self._scene, *([self._coming] if self._coming is not None else [])]

    @staticmethod
    def _shown(scene: Any) -> Any:
        """A scene that needs nothing from the library."""
        scene.reload()
        return scene

    def _show(self, kind: type[Scene], *ids: UUID) -> None:
        scene = kind(self._ground(), self._look(bright=kind.is_bright), *ids)  # pyright: ignore[reportCallIssue]
        dropped, self._coming = self._coming, scene
        if dropped is not None:
            dropped.deleteLater()
        scene.ready.connect(self._arrived)
        scene.reload()

    def _arrived(self) -> None:
        scene = self.sender()
        if scene is not self._coming or not isinstance(scene, Scene):
            return
        self._coming = None
        old, self._scene = self._scene, scene
        if not self._covered:
            self.window.show_widget(scene)
            if isinstance(scene, Booth) and scene.step is not None and self.is_open:
                scene.step.focus_first()
        self.window.drop(old)
        self.stateChanged.emit(self.state)

    def _set_covered(self, covered: bool) -> None:
        if covered == self._covered:
            return
        self._covered = covered
        self.window.show_widget(self._cover if covered else self._scene)
        if not covered and isinstance(self._scene, Booth) and self._scene.step is not None:
            self._scene.step.focus_first()
        self.stateChanged.emit(self.state)

    def _heard(self, changed: Changed[Any]) -> None:
        for scene in self._scenes():
            scene.heard(changed)

    def _tick(self) -> None:
        self._scene.tick()

    def _resized(self, size: QSize) -> None:
        zoom = round(max(_SMALLEST_ZOOM, min(size.width() / BASE_WIDTH, size.height() / BASE_HEIGHT)), 2)
        if zoom != self._zoom:
            self._zoom = zoom
            self._relook()

    def _relook(self) -> None:
        for scene in self._scenes():
            scene.relook(self._look(bright=scene.is_bright))

    # Displays come and go.

    def _second_display(self) -> QScreen | None:
        console = QApplication.activeWindow()
        apart = console is not None and console is not self.window
        own = display_of(console) if apart else QGuiApplication.primaryScreen()
        others = (display for display in QGuiApplication.screens() if display is not own)
        return self.window.kept_display(besides=own) or next(others, None)

    def _display_removed(self, display: QScreen) -> None:
        """The projector is unplugged: the session goes on, nothing of it appears on the console's display."""
        if not self.is_open or not display.geometry().contains(self.window.frameGeometry().center()):
            return
        self._lost = True
        self.window.hide()
        self.screenLost.emit()
        self.windowChanged.emit()

    def _display_added(self, _display: QScreen) -> None:
        """A display is there again: the window goes back to it."""
        if not self._lost:
            return
        self.open_window()
        self.screenFound.emit()
