"""A shared screen on a small workshop, with a clock that the test moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.builders import Room, make_room
from workshop.language import load_language
from workshop.models.records.votes import PollRecord
from workshop.services.keeping.library import Library
from workshop.services.voting import polls, results
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.shared_screen.stage import Stage
from workshop.ui.shared_screen.timing import StageClock
from workshop.ui.shared_screen.voting.dots.option_card import OptionCard
from workshop.ui.shared_screen.voting.vote import VoteStep
from workshop.ui.tasks import Tasks

T = TypeVar("T", bound=QWidget)


class FakeStageClock(StageClock):
    """Stands still until it is moved."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = 1000.0

    @property
    def seconds(self) -> float:
        return self.moment

    def start(self) -> None:
        pass

    def forward(self, seconds: float) -> None:
        self.moment += seconds
        self.ticked.emit()


@dataclass
class Show:
    """The stage with everything a test needs to act on it as a participant would."""

    stage: Stage
    room: Room
    tasks: Tasks
    clock: FakeStageClock
    desk: Desk
    failures: list[Exception]

    @property
    def window(self) -> QWidget:
        return self.stage.window

    @property
    def scene(self) -> Any:
        return self.stage.scene

    def settle(self) -> None:
        assert self.tasks.wait_idle(20_000)
        QApplication.processEvents()
        assert self.tasks.wait_idle(20_000)

    def find(self, name: str, kind: type[T] = QWidget) -> T:
        found = self.scene.findChild(kind, name)
        assert found is not None, f"{name} is not there"
        return found

    def texts(self) -> str:
        return "\n".join(label.text() for label in self.scene.findChildren(QLabel) if label.isVisible())

    def tap(self, name: str | QWidget) -> None:
        widget = self.find(name) if isinstance(name, str) else name
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClick(QApplication.focusWidget() or self.window, sign)
        self.settle()

    def code(self, place: int) -> str:
        return self.room.people[place].code

    def enter_code(self, place: int) -> None:
        for digit in self.code(place).replace("-", ""):
            self.tap(f"key-{digit}")
        self.tap("enter")

    def to_ballot(self, place: int = 0) -> None:
        self.enter_code(place)
        assert self.scene.at is VoteStep.RULES
        self.tap("next")
        assert self.scene.at is VoteStep.BALLOT

    def card(self, poll: PollRecord, place: int) -> OptionCard:
        return self.find(f"option-{poll.options[place].id}", OptionCard)

    def counted(self, poll: PollRecord) -> dict[str, int]:
        """The vote is closed and counted."""
        polls.close_poll(self.room.library, poll_id=poll.id)
        self.settle()
        result = results.poll_result(self.room.library, poll_id=poll.id)
        return {line.option.text: line.points for line in result.lines}


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def make_show(qapp: QApplication, qtbot: Any, room: Room) -> Iterator[Callable[..., Show]]:
    made: list[Show] = []

    def make(language: str = "en", theme: str = "light") -> Show:
        roles = look.load_theme(theme)
        look.apply(qapp, roles)
        tasks = Tasks()
        tasks.listen(room.library)
        failures: list[Exception] = []
        tasks.failed.connect(failures.append)
        settings = Settings(language="en", screen_language=language)
        desk = Desk(load_language("en"), roles, Icons(roles), tasks, room.library, settings)
        clock = FakeStageClock()
        stage = Stage(desk, clock)
        show = Show(stage, room, tasks, clock, desk, failures)
        made.append(show)
        stage.window.resize(1366, 768)
        stage.window.show()
        stage.window.activateWindow()
        qtbot.waitUntil(stage.window.isActiveWindow)
        return show

    yield make
    for show in made:
        show.settle()
        show.stage.close_window()
        show.tasks.shut_down()


@pytest.fixture
def show(make_show: Callable[..., Show]) -> Show:
    return make_show()
