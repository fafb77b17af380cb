"""The first start: three quiet steps in a window of their own, before the console is there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop.language import Language, load_language
from workshop.settings import Settings, save_settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.displays import display_of
from workshop.ui.first_run.begin_step import BeginStep
from workshop.ui.first_run.choices import Choices, Wish
from workshop.ui.first_run.look_step import LookStep
from workshop.ui.first_run.place_step import PlaceStep
from workshop.ui.first_run.step import Step
from workshop.ui.first_run.step_path import StepPath
from workshop.ui.icons import Icons
from workshop.ui.tasks import Tasks
from workshop.ui.widgets.buttons import PrimaryButton, QuietButton
from workshop.ui.widgets.focus_ring import FocusRings
from workshop.ui.widgets.headings import Label, StrongLabel

if TYPE_CHECKING:
    from workshop.services.keeping.library import Library

_SIZE = QSize(800, 640)  # at 100 %
_EDGES = {100: (44, 30, 26, 20), 150: (44, 26, 22, 16), 200: (44, 18, 14, 10)}
_STEPS: tuple[type[Step], ...] = (LookStep, PlaceStep, BeginStep)


class FirstRunWindow(QWidget):
    """Language and text size, place of the data, first wish; closing it half-way leaves everything for the next start."""

    finished = Signal(object, object)  # Settings, Wish

    def __init__(
        self,
        tasks: Tasks,
        settings: Settings,
        keep: Callable[[Settings], None] = save_settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._keep = tasks, keep
        self._choices = Choices.of(settings)
        self._number = 0
        self._frame: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._grow()
        for keys, act in (("Alt+Right", self.go_on), ("Alt+Left", self.go_back)):
            QShortcut(QKeySequence(keys), self, activated=act)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def step(self) -> Any:
        """The step that is shown."""
        return self._step

    @property
    def settings(self) -> Settings:
        """The settings as they are chosen now."""
        return self._choices.settings

    def go_on(self) -> None:
        """The next step, or the end of them."""
        if not self._step.is_done():
            return
        if self._number + 1 < len(_STEPS):
            self._show_step(self._number + 1)
            return
        wish = self._step.wish if isinstance(self._step, BeginStep) else Wish.NOTHING
        self.finished.emit(self._choices.kept(), wish)
        # Whoever listens may let go of this window, which must not end before the click that came here has been dealt with.
        QTimer.singleShot(0, partial(_hold, self))

    def go_back(self) -> None:
        """The step before; at the first one nothing happens."""
        if self._number > 0:
            self._show_step(self._number - 1)

    def ask_place(self) -> None:
        """Go to the step that asks for the place of the data."""
        self._show_step(_STEPS.index(PlaceStep))

    def fit(self, room: QSize) -> None:
        """Take the size that the text wants, at most what a display of this size has room for."""
        kind = self._desk.type
        self.setMinimumSize(min(640, room.width()), min(480, room.height()))
        wide, high = kind.px(_SIZE.width()), kind.px(_SIZE.height())
        self.resize(min(wide, round(room.width() * 0.95)), min(high, round(room.height() * 0.94)))

    # Building.

    def _show_step(self, number: int) -> None:
        self._number = number
        self._build()
        self._step.focus_first()

    def _build(self) -> None:
        settings = self._choices.settings
        language = load_language(settings.language)
        theme = look.chosen_theme(settings.theme)
        look.apply(cast(QApplication, QApplication.instance()), theme, settings.text_scale)
        self._desk = Desk(language, theme, Icons(theme), self._tasks, cast("Library", None), settings)
        self.setWindowTitle(language.say("Living Lab Workshop"))
        old = self._frame
        self._frame = self._make_frame(language)
        self._rings = FocusRings(theme, self._frame)
        self._column.addWidget(self._frame)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._step.begin()
        self._look_again()

    def _make_frame(self, language: Language) -> QWidget:
        kind = self._desk.type
        self._step = cast(Any, _STEPS[self._number])(self._desk, self._choices)
        self._step.changed.connect(self._look_again)
        if isinstance(self._step, LookStep):
            # Later, because the control that asks for it is replaced by it; no lambda, because it would keep this window.
            self._step.lookChanged.connect(self._change_look, Qt.ConnectionType.QueuedConnection)
        frame = QWidget()
        frame.setProperty("look", "page")
        column = QVBoxLayout(frame)
        # Large text needs the room that small text can leave empty.
        edge, above, below, between = _EDGES.get(kind.scale, _EDGES[100])
        column.setContentsMargins(edge, above, edge, below)
        column.setSpacing(between)
        column.addLayout(self._head(language))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("look", "bare")
        area.setWidget(self._step)
        column.addWidget(area, 1)
        column.addLayout(self._foot(language))
        return frame

    def _head(self, language: Language) -> QHBoxLayout:
        say, kind = language.say, self._desk.type
        sign = Label()
        side = kind.px(28)
        sign.setPixmap(QIcon(QApplication.windowIcon()).pixmap(QSize(side, side), self.devicePixelRatio()))
        brand = StrongLabel(say("Living Lab Workshop"))
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(kind.px(10))
        row.addWidget(sign)
        row.addWidget(brand)
        row.addStretch(1)
        names = (say("Language"), say("Data"), say("Begin"))
        row.addWidget(StepPath(self._desk, names, self._number))
        return row

    def _foot(self, language: Language) -> QHBoxLayout:
        say = language.say
        last = self._number + 1 == len(_STEPS)
        self.back_button = QuietButton(say("Back"), tip=_tip(say("Back"), "Alt+Left"))
        self.back_button.clicked.connect(self.go_back)
        words = say("Begin") if last else say("Next")
        self.next_button = PrimaryButton(words, tip=_tip(words, "Alt+Right"))
        self.next_button.clicked.connect(self.go_on)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 6)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.next_button)
        if self._number == 0:
            self.back_button.hide()
        return row

    # What happens.

    def _change_look(self, name: str, value: object) -> None:
        values = {name: value}
        if name == "language":
            values["screen_language"] = value
        self._choices.settings = self._choices.settings.with_(**values)
        self._keep(self._choices.settings)
        self._build()
        self._grow()
        if isinstance(self._step, LookStep):
            self._step.focus(name)

    def _look_again(self) -> None:
        self.next_button.setEnabled(self._step.is_done())

    def _grow(self) -> None:
        """As large as the text wants it, in the middle of the display."""
        room = display_of(self).availableGeometry()
        self.fit(room.size())
        frame = self.frameGeometry()
        frame.moveCenter(room.center())
        self.move(frame.topLeft())

    def _follow_system(self) -> None:
        if self.isVisible() and look.chosen_theme(self._choices.settings.theme) is not self._desk.theme:
            self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back and never closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            event.accept()
        else:
            super().keyPressEvent(event)


def _hold(_window: QWidget) -> None:
    """What is waiting for its turn keeps what it was given."""


def _tip(words: str, keys: str) -> str:
    return f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
