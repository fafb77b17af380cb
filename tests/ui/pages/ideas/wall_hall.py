"""A wall alone in a window, with cards that need no library."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from workshop.language import load_language
from workshop.models.enums import Channel, IdeaState
from workshop.models.records.ideas import IdeaRecord, ThemeRecord
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.pages.ideas.cards import IdeaCard
from workshop.ui.pages.ideas.wall.wall import Wall
from workshop.ui.tasks import Tasks

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
_SPACE = UUID(int=7)


def id_of(name: str) -> UUID:
    """The id of an idea or theme with a name."""
    return uuid5(_SPACE, name)


def make_card(name: str, **values: Any) -> IdeaCard:
    """A card whose words are its name, unless `text` says otherwise."""
    text = values.pop("text", name)
    marks = {key: values.pop(key) for key in ("merged", "more", "chosen", "withdrawn") if key in values}
    moment = datetime(2026, 11, 28, 14, 20, tzinfo=UTC)
    idea = IdeaRecord(
        id_of(name), _SPACE, _SPACE, None, 1, text, 6, None, 0, IdeaState.OPEN, None, 0, "", Channel.CONSOLE, moment,
        **values,
    )  # fmt: skip
    return IdeaCard(idea, "no. 06 · 14:20", told=text, **marks)


def make_theme(name: str, place: int) -> ThemeRecord:
    """A theme in the colour of its place."""
    return ThemeRecord(id_of(name), _SPACE, place, name, place, 0)


class WallHall:
    """Shows columns by name, drives the wall with the pointer and the keys, and remembers what it asks for."""

    def __init__(self, qtbot: Any, scale: int = 100) -> None:
        theme = look.load_theme("light")
        look.apply(QApplication.instance(), theme, scale)
        self.tasks, self.qtbot = Tasks(), qtbot
        settings = Settings(language="en", text_scale=scale)
        self.desk = Desk(load_language("en"), theme, Icons(theme), self.tasks, None, settings, None)  # type: ignore[arg-type]
        self.wall = Wall(self.desk)
        self.canvas = self.wall.canvas
        self.placed: list[tuple[list[str], str | None, int]] = []
        self.edited: list[tuple[str, str]] = []
        self.verbs: list[str] = []
        self._names: dict[UUID | None, str | None] = {None: None}
        self.wall.ideasPlaced.connect(
            lambda ids, theme, before: self.placed.append(([self.name(i) for i in ids], self.name(theme), before))
        )
        self.wall.ideaEdited.connect(lambda idea, text: self.edited.append((self.name(idea), text)))
        self.wall.verbAsked.connect(self.verbs.append)
        qtbot.addWidget(self.wall)
        self.wall.resize(1000, 600)
        self.wall.show()
        self.wall.activateWindow()
        with qtbot.waitActive(self.wall):
            pass
        self.show({None: ["a", "b", "c", "d"], "safety": ["e", "f", "g"], "rest": []})

    @property
    def chosen(self) -> list[str]:
        return [self.name(idea_id) for idea_id in self.wall.chosen]

    @property
    def current(self) -> str | None:
        return self.name(self.canvas.choice.current)

    def name(self, known: UUID | None) -> Any:
        return self._names[known]

    def show(self, columns: dict[str | None, Sequence[str | IdeaCard]]) -> None:
        """Columns by name, none for the tray; cards by name or as they are."""
        content = []
        for place, (title, cards) in enumerate(columns.items()):
            made = [make_card(card) if isinstance(card, str) else card for card in cards]
            theme = make_theme(title, place) if title else None
            content.append((theme, made))
            for card, given in zip(made, cards, strict=True):
                self._names[card.idea.id] = given if isinstance(given, str) else card.idea.text
            if title:
                self._names[id_of(title)] = title
        self.wall.show_content(content)
        QApplication.processEvents()

    def middle(self, name: str) -> QPoint:
        return self.canvas.view_of(id_of(name)).center()

    def click(self, name: str, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseClick(self.canvas.viewport(), LEFT, held, self.middle(name))

    def choose(self, *names: str) -> None:
        """Click on cards, the later ones with Ctrl."""
        for place, name in enumerate(names):
            self.click(name, CTRL if place else NONE)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)

    def pull(self, begin: QPoint, *way: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and move, without letting go."""
        ground = self.canvas.viewport()
        self.qtbot.mousePress(ground, LEFT, held, begin)
        for place in (begin + QPoint(16, 12), *way):
            self.qtbot.mouseMove(ground, place)

    def let_go(self, at: QPoint) -> None:
        self.qtbot.mouseRelease(self.canvas.viewport(), LEFT, NONE, at)

    def end(self) -> None:
        self.tasks.shut_down()
        self.wall.hide()

    def ask_menu(self, at: QPoint) -> None:
        """A right click."""
        ground = self.canvas.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, ground.mapToGlobal(at))
        QApplication.sendEvent(ground, event)

    def listen_above(self) -> list[int]:
        """The keys that the wall leaves to what lies around it."""
        heard: list[int] = []
        self.wall.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
        return heard
